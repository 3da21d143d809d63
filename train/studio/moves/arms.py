"""Greetings: one hand or both raised and swung from side to side."""

import numpy as np

from train.studio.moves.arms_ways import at_ease, carry, hang, pull_up
from train.studio.moves.carriage import exact
from train.studio.repertoire import ARM, Task, Words, move
from train.studio.score import Score


@move(
    "wave",
    Words(
        does=(
            "waves",
            "waves hello",
            "waves goodbye",
            "raises a hand and waves",
            "waves at someone",
            "gives a wave",
            "waves a hand in greeting",
            "greets someone with a raised hand",
            "says hello with one hand",
            "says hi with a raised hand",
            "holds up a hand and moves it from side to side",
        ),
        noun=(
            "wave",
            "hand wave",
            "greeting wave",
            "friendly wave",
            "wave of one hand",
            "wave hello",
            "goodbye wave",
            "waving gesture",
        ),
        side=ARM,
        pictures=(
            "a raised hand swings from side to side",
            "hello there",
            "bye-bye with one hand",
            "one hand up and moving to and fro like a windscreen wiper",
            "as if greeting a friend across the street",
            "one hand says goodbye as the train pulls out",
            "trying to catch somebody's eye with one raised hand",
            "a single hand lifted in greeting, the other arm at rest",
            "hi",
            "waving hello with one hand",
        ),
    ),
)
def wave(s: Score, do: Task) -> None:
    """Raise the right hand, swing the forearm or the whole arm from side to side, and let it down."""
    with at_ease(s, other="L", unrest=0.5):
        s.shape(s.pick(0.8, 2), side=s.pick(-1, 9), bend=s.pick(-5, 3))
        greet(s, "R")
    s.relax(s.pick(0.4, 1.0))


@move(
    "wave_both_hands",
    Words(
        does=(
            "waves both hands",
            "waves with both arms",
            "raises both hands and waves them",
            "waves hello with both hands",
            "waves goodbye with both hands",
            "swings both raised hands from side to side",
            "signals with both hands",
            "waves both arms in the air",
            "greets a crowd with both hands",
            "flags down help with both arms",
        ),
        noun=(
            "two-handed wave",
            "wave with both hands",
            "wave of both arms",
            "double-handed wave",
            "two-armed wave",
            "wave with two hands",
            "waving of both arms",
        ),
        pictures=(
            "both hands up and swinging from side to side",
            "hello to a whole crowd with both hands",
            "as if flagging down a rescue helicopter",
            "two raised arms going to and fro like a pair of windscreen wipers",
            "a singer's greeting to a packed stadium, with both arms",
            "signalling to a ship from the shore with both arms",
            "over here, over here, with both hands",
            "goodbye with both arms from the quay",
            "two hands waved in the air",
        ),
    ),
)
def wave_both_hands(s: Score, do: Task) -> None:
    """Both hands go up and swing, apart and together or both to the same side."""
    with at_ease(s, unrest=0.5):
        s.shape(s.pick(0.8, 2), bend=s.pick(-8, 2))
        greet(s, "RL")
    s.relax(s.pick(0.4, 1.0))


def greet(s: Score, sides: str) -> None:
    """Up, four to thirteen even swings, now and then with a rest between, down."""
    pose, beats = raised(s, sides), s.pick(0.6, 2.0)
    pull_up(s, beats)
    carry(s, beats, sides, **pose)
    if s.chance(0.15):
        s.hold(s.pick(0.3, 1.0))
    rate = min(0.75 * 3.3 ** s.pick(0, 1), 3.0 * s.quality.pace)
    swing = min((s.pick(2, 10) if s.chance(0.14) else s.pick(20, 56)) * max(s.quality.size, 0.4), 90 / rate)
    shoulder, nods = s.pick(0.1, 1.0), s.chance(0.06)
    along = s.pick(0.0, 0.4) if len(sides) == 2 and s.chance(0.25) else None
    beats, bursts = max(s.pick(4, 12) / s.quality.pace**0.5, 8 / rate), 2 if s.chance(0.1) else 1
    for _ in range(bursts):
        fan(s, sides, pose, beats / bursts, swing, rate, shoulder, nods, along)
        s.hold(s.pick(0.4, 1.0) if bursts > 1 else 0)
    s.to(0.3, **exact(s, **{f"{side}_{name}": angle for side in sides for name, angle in pose.items()}))
    if s.chance(0.15):
        s.hold(s.pick(0.3, 1.5))
    hang(s, s.pick(0.7, 2.0), sides)


def raised(s: Score, sides: str) -> dict[str, float]:
    """A hand held up to greet: beside the shoulder with the elbow low, beside the head, overhead, or out ahead."""
    heights = ("low", "head", "head", "high", "high", "high", "high", "ahead")
    height = str(s.rng.choice(heights if len(sides) == 1 else heights[s.count(0, 3) :]))
    if s.quality.size > 1.25 or s.quality.size < 0.75:
        height = "high" if s.quality.size > 1 else str(s.rng.choice(["low", "head"]))
    if height == "low":
        return {"lift": s.pick(10, 50), "plane": s.pick(40, 100), "elbow": s.pick(108, 135), "roll": s.pick(10, 65)}
    if height == "ahead":
        plane = s.pick(-5, 40)
        return {"lift": s.pick(60, 115), "plane": plane, "elbow": s.pick(10, 60), "roll": plane + s.pick(-10, 30)}
    plane = s.pick(35, 100)
    if height == "head":
        lift, elbow = s.pick(60, 105), s.pick(45, 110)
    else:
        lift, elbow = s.pick(105, 160), s.pick(-15, 65)
    return {"lift": lift, "plane": plane, "elbow": elbow, "roll": plane + s.pick(-25, 25)}


def fan(s: Score, sides: str, pose: dict, beats: float, swing: float, rate: float, shoulder: float, nods, along):
    """Swing raised arms `swing` degrees out and in, or up and down if it `nods`, `rate` times a second.

    along: how much of that the trunk leans along as both go to the same side; None: they go apart and together.
    """
    lift, plane, elbow, roll = (pose[name] for name in ("lift", "plane", "elbow", "roll"))
    aside, turned = np.sin(np.radians(plane)), np.radians(90 if nods else roll)
    for index in range(2 * max(1, round(beats * rate / 2))):
        swung = swing if index % 2 == 0 else -swing
        arms = {} if along is None else {"side": -along * swung}
        for side in sides:
            out = swung * s.pick(0.8, 1.1) * (1 if side == "R" or along is None else -1)
            arms |= {
                f"{side}_lift": lift - shoulder * out * aside,
                f"{side}_plane": plane + shoulder * out * (1 - aside),
                f"{side}_elbow": elbow - out * np.sin(turned),
                f"{side}_roll": roll + out * np.cos(turned),
            }
        s.to(s.pick(0.92, 1.08) / rate, **exact(s, **arms))
