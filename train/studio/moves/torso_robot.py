"""The robot: every part of the body by itself, one after the other, as if on motors."""

from train.studio.moves.carriage import exact
from train.studio.repertoire import Task, Words, move
from train.studio.score import Score

ROBOT_ARMS = (
    {"lift": 8, "plane": 70, "roll": 0, "elbow": 90},
    {"lift": 8, "plane": 70, "roll": 0, "elbow": 3},
    {"lift": 45, "plane": 5, "roll": 0, "elbow": 45},
    {"lift": 88, "plane": 5, "roll": 0, "elbow": 3},
    {"lift": 88, "plane": 5, "roll": 0, "elbow": 90},
    {"lift": 88, "plane": 85, "roll": 0, "elbow": 90},
    {"lift": 86, "plane": 85, "roll": 88, "elbow": 90},
    {"lift": 86, "plane": 85, "roll": -88, "elbow": 90},
    {"lift": 40, "plane": 88, "roll": -75, "elbow": 88},
    {"lift": 130, "plane": 10, "roll": 0, "elbow": 90},
)
"""Arms in right angles: the forearm ahead, up, or dangling from a raised elbow."""


@move(
    "robot",
    Words(
        does=(
            "does the robot",
            "moves like a robot",
            "dances the robot",
            "moves mechanically with stiff, stop-and-go joints",
            "jerks from pose to pose like a machine, one joint at a time",
            "imitates a robot with right-angled arms",
        ),
        noun=("robot", "robot dance", "mechanical robot dance", "robotic movement", "machine-like dance"),
    ),
)
def robot(s: Score, do: Task) -> None:
    """One part at a time goes straight to its place and stops dead: an arm, the waist, the head, a turn."""
    beats, share, turns = max(s.pick(0.5, 1.3), 0.24 / s.beat), s.pick(0.25, 0.6), s.pick(0, 0.25)
    recoil, vary = s.pick(0, 0.12), s.pick(2, 8)
    s.shape(beats, **exact(s, **{f"{side}_{name}": to for side in "LR" for name, to in ROBOT_ARMS[0].items()}))
    s.hold(beats)
    for _ in range(max(4, round(s.pick(2, 6.5) / (0.5 * beats)))):
        part, shot = str(s.rng.choice(["arm", "arm", "arms", "waist", "head", "lean"])), share * beats
        if s.chance(turns):
            _quarter_turn(s, beats)
        elif part in ("arm", "arms"):
            line = ROBOT_ARMS[s.count(0, len(ROBOT_ARMS) - 1)]
            for side in "LR" if part == "arms" else "LR"[s.count(0, 1)]:
                pose = exact(s, **{f"{side}_{name}": to + s.pick(-vary, vary) for name, to in line.items()})
                s.shape(shot, **pose)
                if recoil > 0.04:
                    s.now += shot * s.beat
                    s.shape(0.15 * beats, **{f"{side}_elbow": pose[f"{side}_elbow"] * (1 - recoil)})
                    s.now -= shot * s.beat
        elif part == "waist":
            s.shape(shot, twist=s.pick(-45, 45), bend=0)
        elif part == "head":
            s.shape(shot, nod=s.pick(-18, 30), head_tilt=s.pick(-25, 25))
        else:
            s.shape(shot, lean=s.pick(-6, 40), side=s.pick(-16, 16), drop=s.pick(0, 0.08))
        s.hold(beats)
    s.relax(s.pick(0.6, 1.1))


def _quarter_turn(s: Score, beats: float) -> None:
    """The whole body turns on the spot in two stiff steps."""
    angle = s.pick(25, 80) * (1 if s.chance(0.5) else -1)
    s.go(beats, turn=angle, ease=0.3)
    for side in "RL" if angle < 0 else "LR":
        s.step(side, 0.5 * beats, under=beats, height=0.03, heel=5)
        s.hold(0.5 * beats)
    s.now -= beats * s.beat
