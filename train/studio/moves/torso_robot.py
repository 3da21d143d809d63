"""The robot: every part of the body by itself, one after the other, as if on motors."""

from train.studio.moves.carriage import exact, stand_tall
from train.studio.repertoire import Task, Words, move
from train.studio.score import Score

AHEAD = {"lift": 8, "plane": 70, "roll": 0, "elbow": 90}
UP = {"lift": 88, "plane": 85, "roll": 88, "elbow": 90}
DANGLING = {"lift": 88, "plane": 85, "roll": -88, "elbow": 90}
RAISED = {"lift": 88, "plane": 5, "roll": 0, "elbow": 90}
LEVEL = {"lift": 88, "plane": 85, "roll": 0, "elbow": 90}
ROBOT_ARMS = (
    (UP, DANGLING), (UP, DANGLING), (RAISED, AHEAD), (AHEAD, AHEAD), (UP, AHEAD), (DANGLING, DANGLING), (LEVEL, AHEAD),
    (DANGLING, AHEAD),
)  # fmt: skip
"""Both arms in right angles, unlike each other for the most part: the forearm ahead, up, or dangling from the elbow."""


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
            "moves like an android",
            "acts like a machine",
            "does robotic moves",
            "locks each joint in turn like a machine",
        ),
        noun=(
            "robot",
            "robot dance",
            "mechanical robot dance",
            "robotic movement",
            "machine-like dance",
            "android dance",
            "mechanical dance",
            "robot move",
            "machine imitation",
        ),
        pictures=(
            "square elbows that move, stop dead and move again",
            "one joint at a time, each on its own motor",
            "an android out of an old science fiction film",
            "beep, boop",
            "like the arm of a factory machine",
            "a stiff back and forearms bent at ninety degrees",
            "a shop-window dummy come to life",
            "a wind-up toy",
            "street dance of the eighties, all gears and hinges",
            "machine parts clicking into place one by one",
        ),
    ),
)
def robot(s: Score, do: Task) -> None:
    """Right-angled arms change place and stop dead, the waist or the head clicks round; the back is straight."""
    beats, share = max(s.pick(0.5, 1.2), 0.24 / s.beat), s.pick(0.25, 0.55)
    recoil, vary, turns = s.pick(0, 0.12), s.pick(2, 7), s.chance(0.2)
    s.shape(beats, **exact(s, **_arm("L", AHEAD, 0), **_arm("R", AHEAD, 0)), **stand_tall(s))
    s.hold(beats)
    for index in range(max(6, round(s.pick(3, 6.5) / (0.5 * beats)))):
        part, shot = ("arms", str(s.rng.choice(["arms", "waist", "head", "side"])))[index % 2], share * beats
        if part == "arms":
            arms = ROBOT_ARMS[s.count(0, len(ROBOT_ARMS) - 1)]
            for side, line in zip("LR" if s.chance(0.5) else "RL", arms, strict=True):
                pose = exact(s, **{name: to + s.pick(-vary, vary) for name, to in _arm(side, line, recoil).items()})
                s.shape(shot, **pose)
                s.now += shot * s.beat
                s.shape(0.15 * beats, **exact(s, **{f"{side}_elbow": line["elbow"]}))
                s.now -= shot * s.beat
        elif part == "waist":
            s.shape(shot, twist=s.pick(22, 45) * (1 if s.value("twist") <= 0 else -1))
        elif part == "head":
            s.shape(shot, nod=s.pick(-18, 26), head_tilt=s.pick(12, 28) * (1 if s.value("head_tilt") <= 0 else -1))
        else:
            s.shape(shot, side=s.pick(-16, 16), drop=s.pick(0, 0.08))
        if turns and index == 3:
            _turn(s, beats)
        s.hold(beats)
    s.relax(s.pick(0.6, 1.1))


def _arm(side: str, line: dict[str, float], recoil: float) -> dict[str, float]:
    return {f"{side}_{name}": to * (1 + recoil * (name == "elbow")) for name, to in line.items()}


def _turn(s: Score, beats: float) -> None:
    """The whole body turns on the spot in two stiff steps."""
    angle = s.pick(20, 40) * (1 if s.chance(0.5) else -1)
    s.go(beats, turn=angle, ease=0.3)
    for side in "RL" if angle < 0 else "LR":
        s.step(side, 0.5 * beats, under=beats, height=0.03, heel=5)
        s.hold(0.5 * beats)
    s.now -= beats * s.beat
