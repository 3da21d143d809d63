"""Paths of the arms for their own sake: swings, circles, ballet's port de bras."""

import numpy as np

from train.studio.moves.arms_ways import aim, at_ease, carry, hang, rhythm
from train.studio.moves.carriage import exact
from train.studio.repertoire import ARM, Task, Words, move
from train.studio.score import Score


@move(
    "arm_circle",
    Words(
        does=(
            "circles an arm",
            "makes a circle with one arm",
            "draws a circle in the air with an outstretched arm",
            "takes one arm all the way round from the shoulder",
            "rotates one arm around the shoulder",
            "moves a straight arm round in a circle",
            "windmills one arm",
            "wheels one arm around",
            "swings one arm round in a circle",
        ),
        noun=(
            "arm circle",
            "circling of one arm",
            "circle of the arm",
            "rotation of one arm",
            "single-arm circle",
            "arm windmill",
            "arm rotation",
            "circular arm movement",
            "wheel of the arm",
        ),
        side=ARM,
        pictures=(
            "one arm going round like the sail of a windmill",
            "one hand draws a ring in the air",
            "like cranking an old motor car with a straight arm",
            "a straight arm wheeling from the shoulder",
            "as a swimmer loosens one shoulder before a race",
            "a rock guitarist's windmill arm",
            "one arm as the spoke of a wheel, the hub at the shoulder",
            "like a propeller made of one arm",
            "arm circling",
            "one arm travels all the way around",
        ),
    ),
    times=(1, 2, 2, 3, 3, 4, 4),
)
def arm_circle(s: Score, do: Task) -> None:
    """The arm goes round from the shoulder: past ear and thigh ahead or aside, or in a ring about the level arm."""
    whole = s.chance(0.93)
    middle, high = (88, s.pick(74, 88)) if whole else (s.pick(72, 105), s.pick(24, 45))
    high = min(high * s.quality.size, 88)
    near, far = {
        "beside": (s.pick(0, 25), s.pick(105, 140)),
        "before": (s.pick(-40, -10), s.pick(80, 100)),
        "between": (s.pick(-20, 15), s.pick(85, 125)),
    }[str(s.rng.choice(["beside", "before", "between"]))]
    if not whole:
        near = s.pick(25, 85) - high
        far = near + 2 * high * s.pick(0.8, 1.2)
    beats = rhythm(s, s.pick(1.6, 4.0) if whole else s.pick(0.9, 2.0), 0.7)
    first, way, elbow, roll = s.pick(0, 360), s.rng.choice([-1, 1]), s.pick(-30, 8), s.pick(-60, 40)
    with at_ease(s, other="L"):
        for eighth in range(8 * do.times + 1):
            at = np.radians(first + way * 45 * eighth)
            lift, plane = middle - high * np.cos(at), (near + far) / 2 + (far - near) / 2 * np.sin(at)
            if eighth == 0:
                carry(s, s.pick(0.6, 1.6), "R", lift=lift, plane=plane, elbow=elbow, roll=roll)
                continue
            s.shape(beats / 8, twist=-0.1 * high * np.sin(at), side=-0.05 * high * np.cos(at), R_shrug=0.06 * lift)
            s.to(beats / 8, **exact(s, R_lift=lift, R_plane=plane, R_elbow=elbow + s.pick(-3, 3)))
        hang(s, s.pick(0.7, 1.8), "R")
    s.relax(s.pick(0.4, 0.9))


@move(
    "arm_swing",
    Words(
        does=(
            "swings the arms",
            "lets both arms swing",
            "lets the arms swing like pendulums",
            "swings both arms loosely",
            "dangles both arms in a pendulum swing",
            "swings the arms to-and-fro",
            "swings the hanging arms",
            "keeps both arms swinging",
            "rocks both arms like pendulums",
        ),
        noun=(
            "arm swing",
            "swing of the arms",
            "pendulum swing of both arms",
            "loose arm swinging",
            "swinging of the arms",
            "to-and-fro arm swing",
            "dangling arm swing",
            "arm pendulum",
        ),
        pictures=(
            "both arms dangle and swing from the shoulders",
            "like two pendulums",
            "like loose ropes hung from the shoulders",
            "the arms hang down and go to and fro",
            "like the empty sleeves of a coat in the wind",
            "like waiting for the bus, both arms dangling to and fro",
            "both arms swing while the feet stay where they are",
            "the arms swing by their own weight",
            "arms swinging",
        ),
    ),
)
def arm_swing(s: Score, do: Task) -> None:
    """Both arms hang and swing: together ahead and back, one against the other, or both to one side and the other."""
    way = str(s.rng.choice(["together", "together", "against", "against", "aside"]))
    ahead, back, out = s.pick(38, 98) * s.quality.size, s.pick(25, 58) * s.quality.size, s.pick(0.12, 0.3)
    if way == "aside":
        ahead, back = min(ahead, 68), min(back, 42)
    slack, bounce, follow = s.pick(-15, 15), s.pick(0, 0.07), s.pick(2, 18)
    beats = rhythm(s, s.pick(0.8, 2.0), 0.35)
    swings = max(4, round(s.pick(4, 11) / beats))
    with at_ease(s):
        for part in range(6 * swings):
            time = (part + 1) / 6
            swung = np.sin(np.pi * time) * min(1, (time + 1) / 3, (swings - time) / 1.5)
            arms = {}
            for side in "LR":
                forth = -swung if side == "R" and way != "together" else swung
                angle = np.radians(forth * (ahead if forth > 0 else back))
                across, along = (np.sin(angle), 0.4) if way == "aside" else (out, np.sin(angle))
                arms |= {f"{side}_{name}": to for name, to in aim(across, -np.cos(angle), along).items()}
                arms |= {f"{side}_elbow": slack + 0.12 * ahead * max(0, forth), f"{side}_roll": 0}
            s.shape(beats / 6, bend=(-5 if way == "together" else 2) * swung, drop=bounce * (1 - swung**2))
            s.to(beats / 6, twist=(way != "together") * follow * swung, **exact(s, **arms))
        hang(s, s.pick(0.6, 1.4), "RL")
    s.relax(s.pick(0.4, 1.0))


PLACES = {
    "low": {"lift": 25, "plane": 40, "elbow": 26, "roll": -55},
    "first": {"lift": 58, "plane": 30, "elbow": 58, "roll": -55},
    "second": {"lift": 74, "plane": 82, "elbow": 20, "roll": -8},
    "fifth": {"lift": 141, "plane": 45, "elbow": 52, "roll": 14},
    "ahead": {"lift": 90, "plane": 12, "elbow": 8, "roll": -60},
    "behind": {"lift": 72, "plane": 112, "elbow": 10, "roll": 10},
}
"""Where ballet puts an arm, rounded: low before the thighs, before the chest, aside, overhead, or long in a line."""
ROADS = (
    ("first", "fifth", "second"),
    ("first", "second"),
    ("second", "fifth", "first"),
    ("first", "fifth", "first"),
    ("second", "low", "first", "second"),
    ("first", "ahead", "second"),
    ("first", "fifth", "second", "behind"),
)


@move(
    "port_de_bras",
    Words(
        does=(
            "does a port de bras",
            "moves the arms through the ballet positions",
            "carries rounded arms from one ballet position to the next",
            "performs ballet arms",
            "passes the arms through the positions of ballet",
            "shapes the arms roundly in the manner of ballet",
            "moves the arms like a ballerina",
            "practises ballet arms",
            "rounds the arms and carries them through the positions",
        ),
        noun=(
            "port de bras",
            "ballet arm movement",
            "ballet carriage of the arms",
            "ballet arm exercise",
            "balletic arm movement",
            "ballet arm sequence",
            "carriage of the arms",
            "passage through the ballet arm positions",
        ),
        pictures=(
            "curved arms travel through the positions of classical dance",
            "arms like those of a ballerina in a music box",
            "bras bas, through the positions of the arms, and bras bas again",
            "an arm exercise from ballet class",
            "from before the thighs the rounded arms travel and sink there again",
            "the arms paint curves in the air, as in ballet",
            "rounded elbows, the head going along with the arms",
            "the ballet teacher says arms only, the feet stay",
            "ballet arms",
            "classical dance from the waist up, led by rounded arms",
        ),
    ),
)
def port_de_bras(s: Score, do: Task) -> None:
    """From before the thighs the rounded arms go their road and sink again; head and chest follow."""
    right = ROADS[s.count(0, len(ROADS) - 1)]
    left = right if s.chance(0.6) else ROADS[s.count(0, len(ROADS) - 1)]
    beats, bends, vary = s.pick(1.2, 3.0) / s.quality.pace**0.5, s.chance(0.4), s.pick(0, 9)
    with at_ease(s):
        if s.chance(0.5):
            for index, side in enumerate("RL"):
                s.step(side, 0.5, delay=0.6 * index, toe_out=s.pick(30, 50), out=-0.03, height=0.03)
        s.to(s.pick(0.8, 1.6), **placed(s, "R", "low", vary), **placed(s, "L", "low", vary))
        for index in range(max(len(right), len(left))):
            pace = beats * s.pick(0.75, 1.25)
            mine, other = right[min(index, len(right) - 1)], left[min(index, len(left) - 1)]
            high = (mine == "fifth") + (other == "fifth")
            s.shape(pace, nod=-6 * high + s.pick(-4, 6), head_tilt=s.pick(-12, 12), twist=s.pick(-8, 8))
            if bends:
                s.shape(pace, bend=s.pick(-18, 4) if high == 2 else s.pick(-3, 14), side=s.pick(-12, 12))
            s.to(pace, **placed(s, "R", mine, vary), **placed(s, "L", other, vary))
            s.hold(s.pick(0, 0.8))
        s.shape(1.2, bend=0, side=0, twist=0, nod=s.pick(0, 10), head_tilt=0)
        s.to(beats, **placed(s, "R", "low", vary), **placed(s, "L", "low", vary))
        s.hold(s.pick(0, 1.0))
    s.relax(s.pick(0.6, 1.4))


def placed(s: Score, side: str, place: str, vary: float) -> dict[str, float]:
    """An arm in one of `PLACES`, each angle varied; lower in a small dance."""
    angles = {name: angle + s.pick(-vary, vary) for name, angle in PLACES[place].items()}
    angles["lift"] = max(angles["lift"] * min(1.05, s.quality.size**0.3), 22)
    return exact(s, **{f"{side}_{name}": angle for name, angle in angles.items()})
