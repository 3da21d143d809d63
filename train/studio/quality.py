"""Movement qualities: how a move is done. Each changes timing, size, weight or flow of a score, never its keys.

After Laban's effort factors: time (slow, fast), flow (smooth, sharp), weight (heavy, light), and beside them size
(small, big) and spring (bouncy).
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

FASTEST = 480.0
"""Degrees a second, on average over one change, beyond which no joint shoots."""
KEEP_SIZE = ("free", "point", "sway", "forth", "plane", "turnout", "grip", "heel")
"""Controls that say where or how, not how far: a big or small move keeps them."""


@dataclass(frozen=True)
class Quality:
    """pace: seconds a beat takes, against a plain dancer's. size: reach of gestures, jumps and travel. snap: share of
    every change that is waited out before it shoots to its end (0: none). blur: seconds of smoothing. flow: how far
    loose parts trail. weight: 1 sinks into the floor, -1 hardly touches it. bounce: how deep the knees give on every
    beat, as a fraction of the leg.
    """

    pace: float = 1.0
    size: float = 1.0
    snap: float = 0.0
    blur: float = 0.0
    flow: float = 1.0
    weight: float = 0.0
    bounce: float = 0.0

    def size_of(self, control: str) -> float:
        """Factor on a control's distance from rest; weight and footing keep theirs."""
        return 1.0 if control.endswith(KEEP_SIZE) else self.size

    @property
    def travel(self) -> float:
        """Factor on distances over the floor: legs are as long as they are."""
        return self.size**0.7

    def retime(self, control: str, keys: list[tuple[float, float]]) -> list[tuple[float, float]]:
        """Keys (seconds, value) with sharpness applied: each change waits, shoots, and holds its end."""
        if self.snap < 0.05 or len(keys) < 2:
            return keys
        travels = control in ("x", "z")
        snapped = [keys[0]]
        for (start, was), (end, value) in pairwise(keys):
            length = min(end - start, 1.2)
            if not travels and abs(value - was) > 1e-6 and end - start > 0.12:
                shoot = min(length, max(length * (1 - self.snap), abs(value - was) / FASTEST, 0.1))
                wait = (length - shoot) * 0.35
                snapped += [(start + wait, was), (start + wait + shoot, value)]
            if snapped[-1][0] < end - 1e-3:
                snapped.append((end, value))
        return snapped

    def season(self, control: dict[str, np.ndarray], times: np.ndarray, landings: list[float], beat: float) -> None:
        """Weight and spring, written over the controls (frames,) of a whole dance. landings: seconds."""
        if self.weight > 0:
            control["drop"] += 0.05 * self.weight + sum(
                0.05 * self.weight * np.exp(-0.5 * ((times - landing - 0.08) / 0.07) ** 2) for landing in landings
            )
            control["bend"] += 10 * self.weight
            control["nod"] += 10 * self.weight
        if self.weight < 0:
            control["bend"] += 5 * self.weight
            control["nod"] += 8 * self.weight
            for side in "LR":
                control[f"{side}_heel"] -= 16 * self.weight
                control[f"{side}_lift"] -= 7 * self.weight
        if self.bounce > 0:
            spring = 0.5 - 0.5 * np.cos(2 * np.pi * times / beat)
            control["drop"] += self.bounce * spring
            for side in "LR":
                control[f"{side}_elbow"] += 150 * self.bounce * spring
            control["nod"] += 60 * self.bounce * spring


NAMES = ("slow", "fast", "smooth", "sharp", "heavy", "light", "small", "big", "bouncy")
QUICKEST, PLAINLY = {"slow": 1.7, "smooth": 0.9, "fast": 0.4}, 0.7
"""The least pace at which a dance is still slow, smooth or fast, and at which any other is not yet a fast one."""


def quickest(names: tuple[str, ...]) -> float:
    """The least pace at which the named qualities can be seen."""
    return max((QUICKEST.get(name, PLAINLY) for name in names), default=PLAINLY)


def draw(rng: np.random.Generator, names: tuple[str, ...] = ()) -> Quality:
    """One dancer's way of doing the named qualities; without names an ordinary way, itself varied."""
    pace, size = rng.uniform(0.85, 1.2), rng.uniform(0.9, 1.1)
    snap, blur, flow, weight, bounce = rng.uniform(0, 0.18), rng.uniform(0.0, 0.05), 1.0, 0.0, 0.0
    if "slow" in names:
        pace = rng.uniform(1.85, 2.8)
    if "fast" in names:
        pace = rng.uniform(0.45, 0.58)
    if "smooth" in names:
        pace = max(pace, rng.uniform(1.05, 1.35))
        snap, blur, flow = 0.0, rng.uniform(0.11, 0.17), 1.6
    if "sharp" in names:
        snap, blur, flow = rng.uniform(0.65, 0.82), 0.0, 0.1
        size *= rng.uniform(1.0, 1.08)
    if "heavy" in names:
        weight, pace, snap = rng.uniform(0.8, 1.4), pace * rng.uniform(1.05, 1.3), 0.0
    if "light" in names:
        weight, size = -rng.uniform(0.7, 1.2), size * rng.uniform(1.0, 1.1)
    if "small" in names:
        size = rng.uniform(0.4, 0.58)
    if "big" in names:
        size = rng.uniform(1.4, 1.65)
    if "bouncy" in names:
        bounce, snap = rng.uniform(0.04, 0.075), 0.0
    return Quality(*(float(value) for value in (pace, size, snap, blur, flow, weight, bounce)))
