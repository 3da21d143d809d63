"""What step dances share: steps that change weight to a count, holds, and hips. Registers no move itself."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from train.studio.moves.carriage import ARMS, exact, stand_tall
from train.studio.score import OTHER, Score


class Pace(NamedTuple):
    """One step of a figure, written for a figure that goes ahead; feet alternate.

    counts: how long it lasts. ahead, out: metres the body is carried ahead and to the side of the stepping foot.
    turn: degrees towards the foot that began the figure. reach, cross: metres that the foot lands ahead of its place
    under the body, and across the other foot.
    """

    counts: float
    ahead: float = 0.0
    out: float = 0.0
    turn: float = 0.0
    reach: float = 0.0
    cross: float = 0.0


OUTSTRETCHED = {"lift": 72, "plane": 67, "roll": 72, "elbow": 40}
HOLDS = {
    "lead": (OUTSTRETCHED, {"lift": 76, "plane": 80, "roll": -8, "elbow": 90}),
    "follow": ({"lift": 83, "plane": 90, "roll": 24, "elbow": 78}, OUTSTRETCHED),
    "tango": ({"lift": 78, "plane": 68, "roll": 56, "elbow": 40}, {"lift": 76, "plane": 72, "roll": -12, "elbow": 86}),
    "embraced": ({"lift": 77, "plane": 66, "roll": 8, "elbow": 70}, OUTSTRETCHED | {"plane": 72, "elbow": 52}),
    "loose": ({"lift": 50, "plane": 80, "roll": 40, "elbow": 58}, {"lift": 56, "plane": 78, "roll": -26, "elbow": 80}),
    "skirt": ({"lift": 34, "plane": 82, "elbow": 14, "roll": -10},) * 2,
}
"""Left and right arm of dancers who hold a partner, or dance as if, elbows at the height of the shoulders: as a lead or
a follow, two ways in a tango, and as people do who are not so strict; or a skirt. A dancer's own arms fold a little
more than is asked."""


def holds(s: Score, *styles: str, vary: float = 7.0) -> dict[str, float]:
    """Controls for one of the named holds or carriages, drawn at random and a little different each time."""
    style = str(s.rng.choice(styles))
    pose = {}
    for side, arm in zip("LR", HOLDS.get(style) or (ARMS[style],) * 2, strict=True):
        for name, value in ({"grip": 0} | arm).items():
            spread = 0 if name == "grip" else 0.06 if name.startswith("hand") else vary
            pose[f"{side}_{name}"] = value + s.pick(-spread, spread)
    return exact(s, **pose)


def poise(s: Score, **carried: float) -> dict[str, float]:
    """The trunk and knees carried so by somebody who has pulled up a bad posture, more or less."""
    tall = {"drop": 0.0} | stand_tall(s)
    return tall | {name: tall.get(name, 0.0) + value for name, value in carried.items()}


def shod(s: Score) -> None:
    """Often the dancer wears the shoes of the ballroom, whose heels keep theirs off the floor."""
    if s.chance(0.6):
        heels = dict.fromkeys(("L_heel", "R_heel"), s.pick(8, 28))
        s.dancer = replace(s.dancer, posture=s.dancer.posture | heels)


def rounds(s: Score, beats: float, shortest: float = 1.5, longest: float = 5.5) -> int:
    """How often to repeat what takes `beats` to fill some seconds at a plain pace, and not many more at a slow one."""
    wanted = round(s.pick(shortest, longest) / (0.5 * beats))
    return max(1, min(wanted, int(11.5 / (beats * s.beat))))


def tempo(s: Score, low: float, high: float) -> float:
    """Beats of the score that one count takes at `low` to `high` counts a minute, never faster than feet can step."""
    return max(120 / s.pick(low, high), 0.19 / s.beat)


def footwork(
    s: Score,
    figure: tuple[Pace, ...],
    first: str,
    count: float,
    long: float = 1.0,
    back: bool = False,
    lead: float = 0.3,
    land: float = 0.5,
    stride: float = 0.75,
    **how: float,
) -> Iterator[tuple[str, float, Pace]]:
    """Dance a figure that begins on `first`; before each step yields foot, beats and pace for the dancer to pose.

    The caller moves the cursor by the beats. lead: share of a count by which the foot leaves early. land: share of the
    step after which it has landed. stride: legs that a step is long at most. back: the figure danced backward.
    """
    way, began, foot = -1 if back else 1, away(first), first
    for pace in figure:
        beats, stretch = pace.counts * count, min(long * s.pick(0.88, 1.12), _longest(s, pace, stride))
        turn = way * began * pace.turn
        early = lead * count * min(1, pace.counts)
        place = {"out": -pace.cross, "ahead": way * pace.reach * stretch}
        s.step(foot, early + land * beats, delay=-early, under=beats, **place, **how)
        if turn:
            s.pivot(OTHER[foot], beats)
        s.go(beats, ahead=way * pace.ahead * stretch, left=away(foot) * pace.out * stretch, turn=turn)
        trail = np.hypot(pace.out, max(way * pace.ahead, 0)) * stretch * s.quality.travel
        s.shape(beats, **{f"{OTHER[foot]}_heel": float(np.clip(130 * (trail - 0.2), 0, 58))})
        s.shape(0.5 * beats, **{f"{foot}_heel": 0})
        yield foot, beats, pace
        foot = OTHER[foot]


def _longest(s: Score, pace: Pace, stride: float) -> float:
    """How far a step can be stretched to be no longer than this many legs; at 0.75 the knees hardly fold for it."""
    stride, apart = stride * s.dancer.leg, 2 * (s.dancer.hip + s.dancer.posture.get("stance", 0.0))
    ahead, aside = abs(pace.ahead) + abs(pace.reach), abs(pace.out) + max(-pace.cross, 0.0)
    return min(stride / max(ahead, 0.01), (stride - apart) / max(aside, 0.01)) / s.quality.travel


def close(s: Score, foot: str, beats: float = 0.7) -> None:
    """The other foot is brought beside the one that stands, and all comes to rest."""
    s.step(foot, beats, under=beats, height=0.04)
    s.relax(beats + s.pick(0.1, 0.5))


def away(foot: str) -> int:
    """The sign of what goes to the side of `foot`."""
    return 1 if foot == "L" else -1


def over(s: Score, foot: str, share: float = 0.9) -> float:
    """The sway that brings the weight over `foot`."""
    return away(foot) * share * (s.dancer.hip + s.dancer.posture.get("stance", 0.0))


def hips_over(s: Score, foot: str, much: float) -> dict[str, float]:
    """Hips settled over `foot`, as in Latin dances: out, up and back on that side, the chest left where it is."""
    sign = away(foot)
    return {
        "sway": over(s, foot, 0.75 + 0.5 * much),
        "tilt": -sign * 10 * much,
        "side": sign * 9 * much,
        "hip_turn": sign * 14 * much,
        "twist": -sign * 12 * much,
        f"{OTHER[foot]}_heel": max(24 * much, s.value(f"{OTHER[foot]}_heel")),
    }


NEAR_AND_FAR = {
    "extend": ({"lift": 78, "plane": 84, "elbow": 12, "roll": 0}, {"lift": 40, "plane": 40, "elbow": 95, "roll": -40}),
    "across": ({"lift": 70, "plane": 95, "elbow": 20, "roll": 0}, {"lift": 58, "plane": -5, "elbow": 45, "roll": -30}),
    "float": ({"lift": 62, "plane": 78, "elbow": 30, "roll": 0}, {"lift": 34, "plane": 70, "elbow": 40, "roll": -10}),
    "crown": ({"lift": 150, "plane": 60, "elbow": 45, "roll": 0}, {"lift": 45, "plane": 60, "elbow": 70, "roll": -40}),
}
"""Free arms, on the side of the foot that takes the weight and on the other."""


def free_arms(s: Score, likely: float):
    """With this likelihood a function from the stepping foot to what free arms do; else one that leaves the hold."""
    if not s.chance(likely):
        return lambda foot: {}
    style = NEAR_AND_FAR[str(s.rng.choice(tuple(NEAR_AND_FAR)))]
    size, swapped = s.pick(0.55, 1.15), s.chance(0.4)

    def arms(foot: str) -> dict[str, float]:
        sides = (OTHER[foot], foot) if swapped else (foot, OTHER[foot])
        pose = {f"{side}_grip": 0.0 for side in sides}
        for side, arm in zip(sides, style, strict=True):
            pose |= {f"{side}_{name}": value * (size if name == "lift" else 1) for name, value in arm.items()}
        return pose

    return arms
