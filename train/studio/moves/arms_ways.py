"""What the gestures of the arms share: paths of the arms, places of the hands, and how one stands meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np

from train.studio.body import REST
from train.studio.moves.carriage import exact, stand_tall
from train.studio.score import Score

IDLE = {
    "sway": 0.05, "forth": 0.025, "hip_turn": 5, "tilt": 2, "drop": 0.012, "lean": 2, "bend": 4, "side": 3,
    "twist": 5, "nod": 7, "head_tilt": 5,
}  # fmt: skip
"""How far each part strays from rest while somebody stands and gestures."""
HANGING = (0.46, -0.92, 0.14)
"""Place of a hand that hangs, as `hand` takes it."""


@contextmanager
def at_ease(s: Score, other: str = "", unrest: float = 1.2) -> Iterator[None]:
    """Stand as people stand while a gesture is written: the weight and all parts of the trunk it leaves alone wander.

    other: the arm that is not needed ("L"), which hangs or rests on the hip and is not quite still either. unrest: how
    far it all wanders at most, 1 for weight shifts of 5 cm; people who greet or hold an arm up stand stiller.
    """
    if s.chance(0.25):
        s.step("RL"[s.count(0, 1)], 0.8, out=s.pick(-0.02, 0.1), ahead=s.pick(-0.12, 0.15), height=0.04)
        s.hold(s.pick(0.3, 0.9))
    start, unrest = s.now, s.pick(0.0, unrest)
    held = resting(s, other) if other else {}
    yield
    end, s.now = s.now, start
    idle = {name: far for name, far in IDLE.items() if s.keys[name][-1][0] <= start}
    while end - s.now > 0.3:
        body = {name: s.pick(-far, far) * unrest for name, far in idle.items()}
        loose = {f"{other}_{name}": s.pick(-7, 7) * unrest for name in ("lift", "elbow") if other}
        arm = {name: held.get(name, REST[name]) + loose.get(name, 0.0) for name in held | loose}
        s.to(min(s.pick(1, 5), (end - s.now) / s.beat), **body, **arm)
    s.now = end


def resting(s: Score, side: str) -> dict[str, float]:
    """An arm that is not needed: it hangs, or a little away from the body, or rests on the hip."""
    if s.chance(0.2):
        return exact(s, **hand(side, s.pick(0.36, 0.46), s.pick(-0.85, -0.7), s.pick(0.05, 0.2)))
    if s.chance(0.25):
        return {f"{side}_lift": s.pick(15, 38), f"{side}_plane": s.pick(50, 100), f"{side}_elbow": s.pick(5, 50)}
    return {}


def carry(s: Score, beats: float, sides: str, **pose: float) -> None:
    """Bring arms to just this pose, each time by a way of its own: near the body or far from it, ahead or aside."""
    beats = max(beats, 0.45 / s.beat)
    first, share, plane = s.pick(0.4, 0.6), s.pick(0.3, 0.6), s.pick(25, 115)
    fold = s.pick(45, 115) if s.chance(0.4) else s.pick(0, 30)
    between, there = {}, {}
    for side in sides:
        for name, to in pose.items():
            was, to = s.value(f"{side}_{name}"), to + (s.pick(-4, 4) if len(sides) > 1 else 0.0)
            between[f"{side}_{name}"] = was + share * (to - was)
            there[f"{side}_{name}"] = to
        between |= {f"{side}_plane": plane, f"{side}_elbow": fold}
    s.to(first * beats, **exact(s, **between))
    s.to((1 - first) * beats, **exact(s, **there))


def hang(s: Score, beats: float, sides: str) -> None:
    """Let arms down."""
    carry(s, beats, sides, lift=4, plane=75, elbow=0, roll=0)


def pull_up(s: Score, beats: float) -> None:
    """Some lift their whole body with their arms; the cursor stays."""
    if s.chance(0.3):
        s.shape(beats, **stand_tall(s))


def folded(s: Score) -> float:
    """Degrees by which elbows stay folded in a small dance."""
    return 110 * max(0.0, 1 - s.quality.size)


def take(s: Score, beats: float, **places: float) -> None:
    """Bring hands from hanging to places given by `hand`."""
    sides = [name[0] for name in places if name.endswith("grip")]
    s.to(0.05, **{name: to for side in sides for name, to in exact(s, **hand(side, *HANGING)).items() if to != 1})
    s.shape(0.4 * beats, **{f"{side}_grip": 1 for side in sides})
    s.to(beats, **{name: to for name, to in places.items() if not name.endswith("grip")})


def let_go(s: Score, beats: float) -> None:
    """Let down hands that were held in places."""
    s.to(0.7 * beats, **exact(s, **hand("L", *HANGING), **hand("R", *HANGING)))
    s.to(0.3 * beats, L_grip=0, R_grip=0)


def rhythm(s: Score, beats: float, least: float) -> float:
    """Beats for one of many: slow and fast dancers differ less in these, and nobody needs less than `least` seconds."""
    return max(beats / s.quality.pace**0.4, least / s.beat)


def aim(out: float, up: float, ahead: float) -> dict[str, float]:
    """Lift and plane of an upper arm that points this way."""
    return {
        "lift": float(np.degrees(np.arccos(-up / np.sqrt(out**2 + up**2 + ahead**2)))),
        "plane": float(np.degrees(np.arctan2(out, ahead))),
    }


def hand(side: str, out: float, up: float, ahead: float) -> dict[str, float]:
    """Controls that put a hand there, in arm's lengths from the breastbone at shoulder height."""
    return {f"{side}_grip": 1, f"{side}_hand_out": out, f"{side}_hand_up": up, f"{side}_hand_ahead": ahead}
