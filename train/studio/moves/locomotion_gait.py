"""How people walk: the manner of a stride, its moods, and the strides themselves."""

from dataclasses import dataclass

import numpy as np

from train.studio.body import ARM
from train.studio.moves.carriage import any_arms
from train.studio.score import OTHER, Score


@dataclass(frozen=True)
class Manner:
    """One way to walk. Degrees, metres and a fraction of the leg (drop, bob); each is about what is seen, to one side.

    arms: how far the upper arm swings ahead and behind of `centre`; apart: how far out from the trunk; elbow, fold: how
    far it is folded, and how much more in front than behind; sway, list, hips: the pelvis carried over the standing
    foot, dropped on the free side, turned with the leg; shoulders: turned against it; bob: sinking on landing; rise:
    rising over the standing foot; trail: heel behind the toes while the foot swings; lead, inside: the chest turned and
    leaning to the left all the way.
    """

    arms: float = 20.0
    centre: float = 0.0
    apart: float = 4.0
    elbow: float = 10.0
    fold: float = 8.0
    sway: float = 0.03
    list: float = 2.0
    hips: float = 5.0
    shoulders: float = 6.0
    drop: float = 0.0
    bob: float = 0.0
    rise: float = 0.0
    height: float = 0.07
    heel: float = 38.0
    toe: float = 18.0
    out: float = -0.02
    aloft: float = 0.82
    trail: float = 0.0
    lead: float = 0.0
    inside: float = 0.0


MOODS = {
    "plain": {},
    "proud": {"length": (0.75, 0.95), "arms": (15, 40), "bend": (-9, -2), "nod": (-12, -2), "lean": (-4, 0)},
    "tired": {
        "cadence": (1.4, 2.0), "length": (0.5, 0.75), "arms": (8, 30), "elbow": (0, 10), "bend": (4, 16),
        "nod": (2, 14), "sway": (0.04, 0.1), "drop": (0.005, 0.03), "height": (0.04, 0.07), "hips": (8, 14),
    },
    "careful": {
        "cadence": (1.2, 1.6), "length": (0.3, 0.55), "arms": (2, 12), "apart": (5, 30), "nod": (2, 16),
        "drop": (0.01, 0.04), "height": (0.05, 0.14), "toe": (0, 12), "heel": (15, 30), "trail": (5, 25),
    },
    "feminine": {
        "length": (0.7, 0.88), "arms": (10, 26), "apart": (4, 16), "elbow": (10, 30), "list": (4, 9), "hips": (5, 14),
        "sway": (0.03, 0.06), "out": (-0.07, -0.04), "bend": (-5, 1), "fold": (10, 28),
    },
    "masculine": {
        "cadence": (1.5, 1.8), "length": (0.82, 1.0), "arms": (18, 40), "centre": (-12, 0), "apart": (9, 20),
        "elbow": (12, 32), "bend": (2, 10), "nod": (0, 10), "hips": (10, 15), "out": (-0.02, 0.03),
    },
    "elderly": {
        "cadence": (1.5, 2.1), "length": (0.38, 0.55), "arms": (3, 12), "elbow": (5, 60), "bend": (6, 20),
        "nod": (-14, 4), "lean": (2, 7), "drop": (0.02, 0.06), "bob": (0.003, 0.015), "rise": (0.0, 0.01),
        "height": (0.03, 0.05), "heel": (15, 28), "trail": (10, 25), "out": (-0.03, 0.03),
    },
    "active": {
        "cadence": (1.95, 2.3), "length": (0.76, 0.95), "arms": (38, 62), "centre": (-12, -2), "elbow": (55, 92),
        "fold": (15, 34), "lean": (2, 7), "drop": (0.01, 0.03), "bob": (0.05, 0.1), "hips": (9, 15),
        "shoulders": (10, 20), "aloft": (0.86, 0.97), "toe": (16, 30),
    },
    "brisk": {
        "cadence": (2.05, 2.55), "length": (0.72, 0.98), "arms": (18, 56), "elbow": (0, 70), "fold": (10, 34),
        "lean": (0, 6), "bob": (0.02, 0.08), "hips": (4, 14), "shoulders": (4, 18), "aloft": (0.84, 0.97),
        "toe": (12, 30),
    },
    "merry": {
        "cadence": (1.75, 2.1), "arms": (24, 45), "fold": (18, 40), "nod": (-7, 4), "bob": (0.03, 0.07),
        "height": (0.07, 0.12), "length": (0.75, 0.95),
    },
}  # fmt: skip
PLAIN = {
    "cadence": (1.65, 2.1), "length": (0.68, 0.92), "lean": (-1, 4), "bend": (-3, 4), "nod": (-6, 4), "arms": (18, 42),
    "centre": (-8, 6), "apart": (2, 10), "elbow": (-6, 16), "fold": (8, 28), "sway": (0.02, 0.05), "list": (1, 4),
    "hips": (3, 10), "shoulders": (0, 9), "drop": (0.002, 0.012), "bob": (0.012, 0.042), "rise": (0.008, 0.022),
    "height": (0.05, 0.09), "heel": (34, 50), "toe": (12, 24), "out": (-0.07, -0.01), "aloft": (0.84, 0.92),
    "trail": (22, 45),
}  # fmt: skip
"""cadence: steps a second; length: of a step, in legs; the rest as in `Manner` or a control of the trunk.

Ranges after the walks and runs of Kobayashi et al. 2023, Motion Capture Dataset for Practical Use of AI-based Motion
Editing and Stylization (arXiv 2306.08861), widened.
"""
OFTEN = ("brisk", "brisk", "brisk", "active", "active")
"""Moods that come once more for each time that they stand here: what parts a quick walk from a run is not its speed."""
PUMPING = {
    "arms": (32, 68), "centre": (-26, -2), "apart": (4, 22), "elbow": (50, 112), "fold": (6, 40), "shoulders": (6, 20),
}  # fmt: skip
"""The arms of somebody who runs, which people who walk have as well."""
PUMPED = 0.45
"""Share of walks with such arms, and of runs without: nor is it the arms that part the two."""
ASIDE, AWAY = {"left": 1, "right": -1}, (18.0, 55.0)
"""Directions of who goes to a side without turning there, and by how many degrees from where the body faces."""
TRUNK = ("lean", "bend", "nod")
BUSY = {
    "phone": {"lift": 38, "plane": 35, "roll": 10, "elbow": 138},
    "pocket": {"lift": 22, "plane": 120, "roll": -30, "elbow": 45},
    "hip": {"lift": 38, "plane": 105, "roll": -68, "elbow": 92},
    "carry": {"lift": 22, "plane": 30, "roll": -25, "elbow": 88},
    "strap": {"lift": 30, "plane": 20, "roll": -35, "elbow": 128},
    "still": {"lift": 6, "plane": 75, "roll": 0, "elbow": 10},
}
"""What else an arm does while its dancer walks."""


def step_beats(s: Score, cadence: float) -> float:
    """Beats that a walking step takes at so many a second; none takes less than 0.38 seconds, beyond which
    people run."""
    return max(2.0 / cadence, 0.38 / s.beat)


def draw_walk(s: Score, *moods: str) -> tuple[dict[str, float], Manner]:
    """Cadence, length and trunk, and the manner, of one mood or of several mixed; any mood unless some are named."""
    names = moods or (*MOODS, *OFTEN)
    mood, mixed = str(s.rng.choice(names)), s.chance(0.3)
    drawn = {}
    for name, plain in PLAIN.items():
        source = MOODS[str(s.rng.choice(names))] if mixed else MOODS[mood]
        drawn[name] = s.pick(*source.get(name, plain))
    if s.chance(PUMPED):
        drawn |= {name: s.pick(*ends) for name, ends in PUMPING.items()}
    drawn["bob"] += 0.6 * s.quality.bounce
    drawn["rise"] = min(drawn["rise"], drawn["drop"] + s.dancer.posture.get("drop", 0.0))
    rest = {name: drawn.pop(name) for name in ("cadence", "length", *TRUNK)}
    return rest | {"length": within(s, rest["length"] * s.dancer.leg, 1.05)}, Manner(**drawn)


def away(s: Score, length: float, direction: str) -> tuple[float, float]:
    """Metres ahead and to the left of a step of `length` metres that goes to the "left" or to the "right"."""
    way = np.radians(s.pick(*AWAY) * ASIDE[direction] * (1 if s.side == "right" else -1))
    return float(length * np.cos(way)), float(length * np.sin(way))


def within(s: Score, length: float, legs: float) -> float:
    """`length` metres to travel, but in no dance more than so many legs: a big dance has no longer legs."""
    return min(length, legs * s.dancer.leg / s.quality.travel)


def beside(s: Score, out: float = 0.0) -> float:
    """How far out a foot may land that would like to land at `out`: never so far in that it brushes the other."""
    return max(out, (0.045 - s.dancer.hip - s.dancer.posture.get("stance", 0.0)) / s.quality.travel)


def swing_arm(s: Score, side: str, beats: float, angle: float, apart: float = 4.0) -> None:
    """The upper arm swings past the trunk to `angle` degrees ahead (below 0: behind); the cursor stays."""
    lift, plane = np.radians([s.value(f"{side}_lift"), s.value(f"{side}_plane")])
    was = np.degrees(np.arctan2(np.sin(lift) * np.cos(plane), np.cos(lift)))
    start = s.now
    for part in (0.5 * (was + angle), angle):
        a, out = np.radians(part), np.radians(apart)
        lift = np.degrees(np.arccos(np.cos(a) * np.cos(out)))
        plane = np.degrees(np.arctan2(np.sin(out), np.cos(out) * np.sin(a)))
        s.to(beats / 2, **{f"{side}_lift": float(lift), f"{side}_plane": float(plane)})
    s.now = start


def stride(
    s: Score,
    side: str,
    beats: float,
    length: float,
    turn: float = 0.0,
    swing: float | None = None,
    manner: Manner = Manner(),
    left: float = 0.0,
) -> None:
    """One walking step with `side`, and the opposite arm swinging ahead; the cursor moves to where the foot lands.

    swing overrides the arms of the manner; left: metres that the path goes aside.
    """
    other, sign = OTHER[side], 1 if side == "R" else -1
    reach = manner.arms if swing is None else swing
    foot = {name: getattr(manner, name) for name in ("height", "heel", "toe")} | {"out": beside(s, manner.out)}
    foot["ahead"] = -0.06 * max(length, 0.0)
    s.go(beats, ahead=length, left=left, turn=turn)
    s.step(side, beats * manner.aloft, delay=beats * 0.35 * (1 - manner.aloft), **foot)
    front, behind = (other, side) if length >= 0 else (side, other)
    swing_arm(s, behind, 0.92 * beats, manner.centre - reach * 0.8, manner.apart)
    swing_arm(s, front, 0.92 * beats, manner.centre + reach, manner.apart)
    s.shape(beats, **{f"{behind}_elbow": manner.elbow - manner.fold, f"{front}_elbow": manner.elbow + manner.fold})
    ahead = 1 if front == "L" else -1
    s.shape(beats, hip_turn=ahead * manner.hips, twist=manner.lead - ahead * (manner.hips + manner.shoulders))
    trail(s, side, beats, manner)
    listing, start = sign * manner.list, s.now
    s.to(0.5 * beats, drop=manner.drop - manner.rise)
    s.to(0.45 * beats, drop=manner.drop + manner.bob + 0.025 * (length / s.dancer.leg) ** 2)
    s.now = start
    s.to(beats / 2, sway=sign * manner.sway, tilt=-listing, side=manner.inside + listing)
    s.to(beats / 2, sway=0, tilt=0, side=manner.inside)


def trail(s: Score, side: str, beats: float, manner: Manner) -> None:
    """The heel of the swinging foot stays up behind the toes and comes down to land; the cursor stays."""
    start, resting = s.now, s.value(f"{side}_heel")
    s.to(0.35 * beats, **{f"{side}_heel": resting + manner.trail})
    s.to(0.38 * beats, **{f"{side}_heel": resting})
    s.now = start


def arrive(s: Score, side: str, beats: float, length: float, manner: Manner = Manner()) -> None:
    """The last stride: its foot lands where the body is to stop, the body comes up and the other foot closes."""
    s.go(beats, ahead=length)
    s.step(side, beats, under=beats, out=beside(s), height=manner.height, heel=manner.heel, toe=manner.toe * 0.5)
    for each in "LR":
        swing_arm(s, each, beats, manner.centre, manner.apart)
    s.to(beats, forth=-0.3 * length, hip_turn=0, twist=0)
    s.step(OTHER[side], 0.9, under=0, out=beside(s), height=manner.height, heel=manner.heel * 0.8)
    s.to(1.0, forth=0, drop=0, sway=0)


def occupy(s: Score, beats: float) -> tuple[str, ...]:
    """Now and then one or both arms are held otherwise; returns the controls that are then taken."""
    if s.chance(0.68):
        return ()
    if s.chance(0.3):
        s.shape(beats, **any_arms(s, "hips", "folded", "low", "second", "guard", "behind", "clasped", "back"))
        return tuple(f"{side}_{name}" for side in "LR" for name in ARM)
    sides = "LR" if s.chance(0.3) else str(s.rng.choice(["L", "R"]))
    held = BUSY[str(s.rng.choice(list(BUSY)))]
    s.shape(beats, **{f"{side}_{name}": angle + s.pick(-8, 8) for side in sides for name, angle in held.items()})
    return tuple(f"{side}_{name}" for side in sides for name in ARM)


def strides(s: Score, seconds: float, step: float, fewest: int = 3, most: int = 16) -> int:
    """How many steps of `step` beats fill so many seconds."""
    return int(np.clip(round(seconds / (step * s.beat)), fewest, most))
