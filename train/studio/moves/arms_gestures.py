"""Gestures that mean something: point, snap, clap, hug."""

from train.studio.moves.arms_ways import aim, at_ease, carry, folded, hand, hang, let_go, rhythm, take
from train.studio.moves.carriage import exact
from train.studio.repertoire import ARM, Task, Words, move
from train.studio.score import Score


@move(
    "point",
    Words(
        does=(
            "points at something",
            "points with an outstretched arm",
            "stretches out an arm to point",
            "points into the distance",
            "shows the way with a finger",
            "singles something out with a finger",
            "aims a finger at something",
            "indicates something with one arm",
            "picks something out with an outstretched finger",
        ),
        noun=(
            "point",
            "pointing gesture",
            "pointing of a finger",
            "pointing of one arm",
            "finger point",
            "pointing motion",
            "indicating gesture",
            "gesture that shows the way",
        ),
        side=ARM,
        pictures=(
            "look, over there",
            "one arm stretches out and stays fixed on a spot",
            "an arm aimed like an arrow at a target",
            "an outstretched arm showing the way",
            "that one",
            "as if picking one face out of a crowd",
            "like a signpost, with one arm held out",
            "the arm comes up, straightens towards something and stays on it",
            "indicating a direction with one arm",
            "pointing at something",
        ),
    ),
    times=(1, 1, 1, 1, 2, 3),
    sized=False,
)
def point(s: Score, do: Task) -> None:
    """The hand comes up near the body, shoots or glides out straight at something, and stays on it."""
    with at_ease(s, other="L", unrest=0.5):
        out, height = s.pick(-0.15, 1.3), s.pick(-0.4, 0.45)
        for index in range(do.times):
            ready = {"lift": s.pick(15, 65), "plane": s.pick(20, 80), "elbow": s.pick(80, 135), "roll": s.pick(-30, 50)}
            if s.chance(0.5):
                s.to(s.pick(0.5, 1.0), **exact(s, **{f"R_{name}": angle for name, angle in ready.items()}))
                s.hold(s.pick(0, 0.3))
            beats, target = s.pick(0.4, 1.1), aim(out + s.pick(-0.2, 0.2), height, s.pick(0.5, 1.2))
            s.shape(beats, twist=-18 * out + s.pick(-4, 12), nod=-14 * height, R_round=s.pick(0, 14))
            straight = {"R_elbow": 0.4 * folded(s) - s.pick(15, 45), "R_roll": 0}
            s.to(beats, **exact(s, **{f"R_{name}": angle for name, angle in target.items()}, **straight))
            if s.chance(0.3):
                s.to(0.3, **exact(s, R_elbow=straight["R_elbow"] + s.pick(10, 40)))
                s.to(0.3, **exact(s, **straight))
            s.hold(s.pick(1.6, 6.0) / do.times**0.7 / s.quality.pace**0.3)
            if s.chance(0.6) or index == do.times - 1:
                s.shape(0.8, twist=0, nod=0, R_round=0)
                hang(s, s.pick(0.7, 2.2), "R")
    s.relax(s.pick(0.3, 0.8))


@move(
    "snap",
    Words(
        does=(
            "snaps the fingers",
            "clicks the fingers",
            "snaps fingers to the beat",
            "flicks the wrist in a finger snap",
            "keeps the beat with finger clicks",
            "does finger snaps",
            "snaps along with the music",
            "clicks the fingers in time",
            "marks the beat with a finger snap",
        ),
        noun=(
            "finger snap",
            "snap of the fingers",
            "finger click",
            "finger-snapping groove",
            "click of the fingers",
            "snapping of the fingers",
            "snap to the beat",
            "finger click in time",
        ),
        pictures=(
            "bent elbows, a hand dropping and stopping short on the beat",
            "keeping time with thumb and middle finger",
            "a flick of the wrist and a click of the fingers",
            "like a cool cat clicking along to jazz",
            "as in the opening of west side story",
            "as if calling the waiter with a click",
            "a click made with thumb and middle finger, the knees giving with it",
            "clicking along to the music",
            "forearms up, fingers marking the beat",
            "finger snapping",
        ),
    ),
    times=(1, 2, 3, 4, 6, 8),
    sized=False,
)
def snap(s: Score, do: Task) -> None:
    """Forearms up; on each beat a hand drops a little and stops short, and the knees and head give with it."""
    hands = str(s.rng.choice(["R", "RL", "RL", "in turn"]))
    sides = "RL" if hands == "in turn" else hands
    level, plane, elbow = s.pick(0, 42), s.pick(20, 85), s.pick(70, 115)
    roll = plane * level / 90 + s.pick(-20, 35)
    beats, strike = rhythm(s, s.pick(0.7, 1.7), 0.3), s.pick(0.12, 0.3)
    drop, flick = s.pick(8, 30) * s.quality.size, s.pick(-25, 25) * s.quality.size
    groove, sways, steps = s.pick(0.02, 0.07), s.pick(-0.07, 0.07), s.chance(0.35)
    with at_ease(s, other="L" if hands == "R" else ""):
        carry(s, s.pick(0.6, 1.6), sides, lift=level, plane=plane, elbow=elbow, roll=roll)
        for index in range(do.times):
            clicking = sides[index % 2] if hands == "in turn" else sides
            ready = max(s.pick(0.85, 1.1) * beats - strike, 0.1)
            if steps:
                s.step("RL"[index % 2], min(beats, 0.9), height=s.pick(0.02, 0.07))
            s.shape(ready, drop=0, sway=sways * (-1) ** index, nod=-3)
            s.to(ready, **exact(s, **{f"{side}_elbow": elbow + drop / 2 for side in clicking}))
            s.shape(strike, drop=groove, nod=s.pick(0, 10))
            click = {"elbow": elbow - drop, "roll": roll + flick * (1 - index % 2)}
            s.to(strike, **exact(s, **{f"{side}_{name}": to for side in clicking for name, to in click.items()}))
        s.hold(s.pick(0.1, 1.5))
        hang(s, s.pick(0.7, 1.8), sides)
    s.relax(s.pick(0.3, 0.8))


@move(
    "clap",
    Words(
        does=(
            "claps",
            "claps the hands",
            "claps both hands together",
            "applauds",
            "strikes the palms together",
            "brings the hands together in a clap",
            "pats the palms together",
            "smacks the palms together",
            "puts the hands together",
            "gives applause",
        ),
        noun=(
            "clap",
            "hand clap",
            "clap of the hands",
            "round of applause",
            "handclap",
            "clapping of the hands",
            "clap of both palms",
            "palm clap",
        ),
        pictures=(
            "palm against palm",
            "bravo",
            "the palms come together with a smack",
            "as an audience does at the end of a show",
            "a sound made with both hands",
            "catching a fly between two palms",
            "the hands meet, palm to palm, and make a noise",
            "well done, with both hands",
            "hand clapping",
            "keeping the rhythm with the palms",
        ),
    ),
    times=(1, 2, 3, 4, 6, 8),
    sized=False,
)
def clap(s: Score, do: Task) -> None:
    """Palms meet before the chest, at the face, overhead or to one side; the hands part and meet again."""
    up, ahead, aside = {
        "chest": (s.pick(-0.5, 0.05), s.pick(0.42, 0.75), s.pick(-0.1, 0.1)),
        "face": (s.pick(0.1, 0.45), s.pick(0.4, 0.7), s.pick(-0.1, 0.1)),
        "overhead": (s.pick(0.65, 0.82), s.pick(0.05, 0.35), 0.0),
        "aside": (s.pick(-0.3, 0.3), s.pick(0.35, 0.55), s.pick(0.2, 0.35)),
    }[str(s.rng.choice(["chest", "chest", "face", "overhead", "aside"]))]
    gap, apart, linger = s.pick(0.05, 0.1), s.pick(0.18, 0.6) * s.quality.size, 2.5 * s.quality.blur / s.beat
    beats = rhythm(s, s.pick(0.55, 1.8), 0.28)
    meet = min(s.pick(0.18, 0.5), beats * 0.5)
    groove, steps, one_moves = s.pick(0, 0.06) * s.chance(0.5), s.chance(0.2), s.chance(0.2)
    together = exact(s, **hand("R", gap + aside, up, ahead), **hand("L", gap - aside, up, ahead))
    wide = hand("R", gap + aside + apart, up - s.pick(-0.1, 0.25), ahead - 0.25 * apart)
    wide |= {"L_hand_out": gap - aside} if one_moves else hand("L", gap - aside + apart, up, ahead - 0.25 * apart)
    wide = together | exact(s, **wide)
    with at_ease(s):
        take(s, s.pick(0.6, 1.6), **wide)
        for index in range(do.times):
            s.shape(meet, drop=groove, nod=s.pick(0, 8))
            if steps:
                s.step("RL"[index % 2], min(beats, 0.9) * 0.8, height=s.pick(0.03, 0.08))
            s.to(meet, **together)
            s.hold(s.pick(0, 0.12) + linger)
            if index < do.times - 1:
                s.shape(beats - meet, drop=0, nod=0)
                s.to((beats - meet) * s.pick(0.9, 1.1), **wide)
                s.hold(linger)
        s.hold(s.pick(0.0, 0.9))
        if s.chance(0.5):
            s.to(s.pick(0.3, 0.6), **wide)
        let_go(s, s.pick(0.8, 1.8))
    s.relax(s.pick(0.3, 0.8))


@move(
    "hug",
    Words(
        does=(
            "hugs",
            "gives a hug",
            "wraps both arms around in a hug",
            "folds the arms into an embrace",
            "closes both arms in an embrace",
            "hugs and holds on",
            "cuddles",
            "gives an embrace",
            "wraps both arms around and squeezes",
            "closes the arms as if around a friend",
        ),
        noun=(
            "hug",
            "embrace",
            "cuddle",
            "warm embrace",
            "hugging gesture",
            "hug with both arms",
            "comforting hug",
            "affectionate embrace",
        ),
        pictures=(
            "both arms fold round and hold on",
            "as if holding a loved one",
            "welcome home, and both arms close round",
            "the way old friends greet at the airport",
            "as if pressing a teddy bear to the chest",
            "the shoulders round and both arms wrap in front of the body",
            "arms wrapped round for comfort",
            "both arms close in front of the chest and press",
            "come here, said with both arms",
            "hugging",
        ),
    ),
    sized=False,
)
def hug(s: Score, do: Task) -> None:
    """The arms open to receive, close round somebody or round oneself, press, rock a little, and let go."""
    before = exact(s, **hand("R", s.pick(0.1, 0.5), -0.3, 0.6), **hand("L", s.pick(0.1, 0.5), -0.4, 0.6))
    with at_ease(s):
        if s.chance(0.75):
            lift, plane, elbow = s.pick(45, 90), s.pick(40, 95), s.pick(5, 45) + folded(s)
            carry(s, s.pick(0.8, 2.0), "RL", lift=lift, plane=plane, elbow=elbow, roll=plane - s.pick(50, 90))
            s.hold(s.pick(0, 1.2))
        else:
            take(s, s.pick(0.6, 1.2), **before)
        beats, above = s.pick(0.9, 2.4), s.pick(0.04, 0.12)
        s.shape(beats, bend=s.pick(3, 22), nod=s.pick(0, 20), L_round=s.pick(5, 22), R_round=s.pick(5, 22))
        if s.chance(0.5):
            up, across, ahead = s.pick(-0.4, 0.0), s.pick(0.15, 0.32), s.pick(0.3, 0.4)
        else:
            up, across, ahead = s.pick(-0.45, 0.15), s.pick(-0.1, 0.2), s.pick(0.5, 0.75)
        right, left = hand("R", -across, up + above, ahead + above), hand("L", -across, up - above, ahead)
        s.to(beats, **exact(s, **right, **left))
        rocks = s.count(0, 4)
        s.shape(0.8, head_tilt=s.pick(-12, 12))
        for index in range(rocks):
            to = (-1) ** index
            s.to(s.pick(0.8, 1.8), sway=to * s.pick(0.01, 0.05), side=to * s.pick(0, 6), twist=to * s.pick(0, 10))
        s.hold(s.pick(0, 1.0) if rocks else s.pick(0.5, 3.0))
        s.shape(1.0, bend=0, nod=0, side=0, sway=0, twist=0, head_tilt=0, L_round=0, R_round=0)
        s.to(s.pick(0.3, 0.7), **before)
        s.shape(0.6, L_lift=10, R_lift=10, L_elbow=20, R_elbow=20, L_roll=0, R_roll=0)
        let_go(s, s.pick(0.9, 2.0))
    s.relax(s.pick(0.4, 1.0))
