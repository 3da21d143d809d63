"""Dances that went round the world on short films and in ballrooms of another kind: dab, floss, vogue."""

from train.studio.body import ARM
from train.studio.moves.carriage import any_arms, exact
from train.studio.moves.steps_footwork import away, close, rounds
from train.studio.repertoire import Task, Words, move
from train.studio.score import OTHER, Score


@move(
    "dab",
    Words(
        does=(
            "dabs",
            "does a dab",
            "drops the face into a bent elbow with the other arm stretched out",
            "hits a dab",
            "hides the face in the crook of one arm, the other arm held out straight",
            "throws both arms to one side and bows the head into the elbow",
            "buries the face in a bent arm",
            "tucks the face into one elbow and stretches the other arm out",
            "celebrates with a dab",
        ),
        noun=(
            "dab",
            "dab dance move",
            "dab pose",
            "celebration dab",
            "dabbing move",
            "dab celebration",
            "victory dab",
            "dabbing gesture",
        ),
        side=("to the {side}",),
        pictures=(
            "face buried in a bent elbow, the other arm in a long slant",
            "like sneezing into the elbow with style",
            "a goal celebration of footballers",
            "both arms slant up the same way while the head drops",
            "nose in the crook of the arm",
            "the pose of an internet meme",
            "head down behind one arm, the other stretched out",
            "a rapper's victory sign with both arms",
            "one arm hides the eyes, the other shows the way up",
            "bless you, but cool",
        ),
    ),
    times=(1, 1, 1, 2, 3),
    sized=False,
)
def dab(s: Score, do: Task) -> None:
    """Both arms shoot up to the right, the right one straight, the left one bent before the face; the head drops."""
    up, wide, level = s.pick(104, 146), s.pick(60, 105), s.pick(82, 118)
    if s.chance(0.4):
        s.step("R", 0.8, out=s.pick(0.04, 0.22), height=0.05)
    s.shape(0.8, **any_arms(s, "hang", "hang", "low", "guard"))
    s.to(s.pick(0.4, 1.0), drop=s.pick(0.0, 0.12))
    for _ in range(do.times):
        shot = s.pick(0.35, 1.0)
        straight = {"R_lift": up, "R_plane": wide, "R_elbow": s.pick(0, 14), "R_roll": 0}
        crook = {"L_lift": level, "L_plane": s.pick(-14, 14), "L_elbow": s.pick(95, 138), "L_roll": -s.pick(50, 90)}
        s.shape(shot, **exact(s, **straight, **crook), L_round=20, twist=-s.pick(0, 24), side=s.pick(-14, 8))
        s.shape(shot, nod=s.pick(28, 50), head_tilt=s.pick(-4, 22), bend=s.pick(8, 34), sway=s.pick(-0.08, 0.06))
        s.to(shot, drop=s.pick(0.0, 0.14))
        s.hold(s.pick(0.3, 2.6) / do.times)
        s.shape(s.pick(0.5, 1.0), nod=0, head_tilt=0, twist=0, side=0, bend=0, sway=0, drop=0.02)
        s.relax(s.pick(0.5, 1.0), *(f"{side}_{part}" for side in "LR" for part in ARM))
    s.relax(s.pick(0.3, 0.7))


@move(
    "floss",
    Words(
        does=(
            "flosses",
            "does the floss",
            "swings straight arms from side to side against the hips",
            "does the floss dance with the fists passing the hips in front, then behind",
            "swings both arms to one side while the hips go to the other",
            "swings stiff arms past the hips",
            "does the fortnite floss",
            "does the backpack kid dance",
        ),
        noun=(
            "floss",
            "floss dance",
            "flossing move",
            "backpack kid floss",
            "fortnite floss",
            "flossing dance",
            "dental floss dance",
            "floss move",
        ),
        pictures=(
            "straight arms swing to one side, hips to the other",
            "one arm before the body, one behind, changing over",
            "the fortnite dance",
            "as if flossing between the legs with a towel",
            "the backpack kid on television",
            "arms and hips never on the same side",
            "fists this way, hips that way",
            "a schoolyard dance craze",
            "stiff arms sweep past the hips, in front and behind",
            "straight arms wipe across the hips",
        ),
    ),
)
def floss(s: Score, do: Task) -> None:
    """Straight arms swing to one side, the hips to the other; one arm goes before the body, one behind, in turn."""
    beats = max(s.pick(0.42, 0.85), 0.2 / s.beat)
    lift, hip, tip, turn = s.pick(26, 52), s.pick(0.04, 0.1), s.pick(2, 12), s.pick(0, 12)
    elbow, low, change = s.pick(0, 25), s.pick(0.02, 0.12), s.count(1, 3)
    if s.chance(0.5):
        s.step("R", 0.6, out=s.pick(0.02, 0.16), height=0.05)
    s.to(s.pick(0.4, 0.8), drop=low, L_elbow=elbow, R_elbow=elbow)
    to, before = "R", True
    for index in range(2 * rounds(s, 2 * beats, 1.5, 5)):
        far, sign = OTHER[to], 1 if to == "R" else -1
        near_plane, far_plane = (s.pick(100, 130), -s.pick(28, 45)) if before else (s.pick(55, 80), s.pick(172, 190))
        s.shape(beats, **{f"{to}_lift": lift * s.pick(0.85, 1.1), f"{to}_plane": near_plane})
        s.shape(beats, **{f"{far}_lift": lift * s.pick(0.75, 1.0), f"{far}_plane": far_plane})
        s.to(beats, sway=sign * hip, tilt=sign * tip, side=-sign * 1.2 * tip, twist=-sign * turn)
        to, before = far, before != (index % change == change - 1)
    s.relax(s.pick(0.5, 0.9))


FACE = (
    {"lift": 125, "plane": 85, "roll": 90, "elbow": 100},
    {"lift": 92, "plane": 82, "roll": 88, "elbow": 92},
    {"grip": 1, "hand_out": 0.2, "hand_up": 0.32, "hand_ahead": 0.22},
    {"grip": 1, "hand_out": 0.04, "hand_up": 0.13, "hand_ahead": 0.3},
)
"""One arm over the head, squared beside it, the hand at the cheek, under the chin."""
LINES = (
    *FACE,
    {"lift": 95, "plane": 86, "roll": 0, "elbow": 4},
    {"lift": 168, "plane": 60, "roll": 0, "elbow": 6},
    {"lift": 128, "plane": 85, "roll": 0, "elbow": 4},
    {"lift": 90, "plane": 80, "roll": -85, "elbow": 90},
    {"lift": 92, "plane": 4, "roll": 0, "elbow": 4},
    {"lift": 84, "plane": -12, "roll": -80, "elbow": 95},
    {"lift": 38, "plane": 105, "roll": -68, "elbow": 92},
)
"""Beside those: out, up, on the slant, dropped from the elbow, ahead, across, on the hip."""


@move(
    "vogue",
    Words(
        does=(
            "vogues",
            "strikes one angular pose after another",
            "frames the face with the hands in angular poses",
            "dances vogue",
            "strikes model poses with the arms framing the face",
            "hits a series of fashion poses to the beat",
            "does voguing",
            "vogues like madonna",
            "poses like a fashion model on the beat",
            "hits angular arm lines around the face",
        ),
        noun=(
            "vogue",
            "voguing dance",
            "vogue dance",
            "series of angular arm poses",
            "vogue pose sequence",
            "vogue routine",
            "fashion pose sequence",
            "run of angular poses",
            "madonna-style vogue",
        ),
        pictures=(
            "hands frame the face, pose after pose",
            "strike a pose, and another, and another",
            "madonna's black and white video",
            "harlem ball culture",
            "one hand at the face or crown, the other arm in a line of its own",
            "like leafing through a fashion magazine",
            "face, angles, attitude",
            "a fashion shoot set to house music",
            "angular arms, one hand always near the head",
            "old way on the runway",
        ),
    ),
)
def vogue(s: Score, do: Task) -> None:
    """Pose after pose on the beat, shot at and held: one hand at the face or crown, one arm in a line of its own."""
    beats = max(s.pick(0.7, 1.6), 0.3 / s.beat)
    shot, vary, walks, foot = s.pick(0.25, 0.75), s.pick(4, 12), s.chance(0.35), "L"
    for _ in range(max(3, rounds(s, beats, 2, 5.5))):
        face, other = s.rng.permutation(2)
        for side, lines in ("LR"[face], FACE), ("LR"[other], LINES):
            line = {"grip": 0} | lines[s.count(0, len(lines) - 1)]
            spread = {name: 0 if name == "grip" else 0.04 if name[:4] == "hand" else vary for name in line}
            pose = {f"{side}_{name}": to + s.pick(-1, 1) * spread[name] for name, to in line.items()}
            s.shape(shot * beats, **exact(s, **pose))
        foot = OTHER[foot]
        hip = away(foot) * s.pick(0.0, 0.08)
        s.shape(
            shot * beats, sway=hip, tilt=-hip * 100, side=s.pick(-18, 18), twist=s.pick(-28, 28), bend=s.pick(-14, 10)
        )
        s.shape(shot * beats, nod=s.pick(-16, 12), head_tilt=s.pick(-18, 18), drop=s.pick(0, 0.12) ** 1.3)
        if walks or s.chance(0.25):
            s.step(foot, 0.6 * beats, out=s.pick(-0.04, 0.16), ahead=s.pick(-0.05, 0.2), under=beats, height=0.06)
            s.go(beats, ahead=s.pick(0, 0.2) * walks)
        s.hold(beats)
    close(s, "R")
