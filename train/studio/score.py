"""The score: a dance written pose to pose, in beats, for a body to play (`train.studio.play`).

A move calls `to` (reach this pose), `hold`, `go` (travel), `step`, `fly` and reads like a choreographer's notes.
Poses are keys on single controls (`train.studio.body`), joined by monotone cubics: a control comes to rest where it
turns back and flows where it goes on. Steps say when a foot leaves and lands; it lands where the body will be when it
stands over that foot, so feet fit any path. Moves are written for the right side: under `side = "left"` a score writes
all that it is told in a mirror.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from scipy.interpolate import PchipInterpolator

from train.studio.body import CONTROLS, REST
from train.studio.dancer import Dancer
from train.studio.footwork import Footwork, Step
from train.studio.quality import Quality

GRAVITY = 9.81
BRIEFEST = 0.02
"""Seconds that any change takes at least."""
OTHER = {"L": "R", "R": "L"}
PATH = ("x", "z", "yaw")
SIDED = ("x", "yaw", "sway", "tilt", "hip_turn", "side", "twist", "head_tilt")
"""Controls whose sign says left or right."""
LAG = {"bend": 0.03, "side": 0.03, "twist": 0.03, "nod": 0.06, "head_tilt": 0.06, "elbow": 0.05, "roll": 0.03}
"""Seconds by which the loosest dancer's parts follow the rest."""


class Score:
    """A dance being written. `now` is the cursor in seconds; beats become seconds through `beat`."""

    def __init__(self, rng: np.random.Generator, dancer: Dancer, quality: Quality) -> None:
        self.rng, self.dancer, self.quality = rng, dancer, quality
        self.now = 0.0
        self.side = "right"
        self.beat = 0.5 * quality.pace
        self.keys = {name: [(0.0, REST[name])] for name in CONTROLS}
        self.steps: list[Step] = []
        self.pivots: list[tuple[str, float, float]] = []
        self.flights: list[tuple[float, float, float]] = []
        self.locked: frozenset[str] = frozenset()
        self.spare = (0.0, 0.0)
        """Seconds of walking on, at the start and at the end of a move danced alone, that a recording may miss."""

    # Chance: every number of a move that may vary without changing its name.

    def pick(self, low: float, high: float) -> float:
        return float(self.rng.uniform(low, high))

    def count(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return int(self.rng.integers(low, high + 1))

    def chance(self, probability: float) -> bool:
        return bool(self.rng.random() < probability)

    # Writing

    def value(self, name: str) -> float:
        """Where a control is heading as far as the score is written."""
        name, sign = self._mirrored(name)
        return sign * self.keys[name][-1][1]

    def _mirrored(self, name: str) -> tuple[str, int]:
        """The control to write for `name` on the side being danced, and the sign of its values."""
        if self.side == "right":
            return name, 1
        if name[:2] in ("L_", "R_"):
            return OTHER[name[0]] + name[1:], 1
        return name, -1 if name in SIDED else 1

    def shape(self, beats: float, **targets: float) -> None:
        """Bring controls to targets within `beats`; the cursor stays."""
        end = self.now + beats * self.beat
        for name, target in targets.items():
            if name in self.locked:
                continue
            if name not in self.keys:
                raise KeyError(f"no control named {name}")
            written, sign = self._mirrored(name)
            keys = self.keys[written]
            if name not in PATH:
                target = REST[name] + (target - REST[name]) * self.quality.size_of(name)
            target *= sign
            while keys and keys[-1][0] > self.now + 1e-6:
                keys.pop()
            if not keys or keys[-1][0] < self.now - 1e-6:
                keys.append((self.now, keys[-1][1]))
            keys.append((max(end, self.now + BRIEFEST), target))

    def to(self, beats: float, **targets: float) -> None:
        """Bring controls to targets within `beats` and move the cursor there."""
        self.shape(beats, **targets)
        self.now += beats * self.beat

    def hold(self, beats: float) -> None:
        self.now += beats * self.beat

    def relax(self, beats: float, *names: str) -> None:
        """Bring the named controls (by default all but the path) back to rest and move the cursor there."""
        self.to(beats, **{name: REST[name] for name in names or CONTROLS if name not in PATH})

    def go(self, beats: float, ahead: float = 0.0, left: float = 0.0, turn: float = 0.0, ease: float = 0.0) -> None:
        """Carry the body's place along (metres, seen from where it faces) and turn it (degrees); the cursor stays.

        ease: 0 goes at an even speed, 1 gathers speed and comes to rest.
        """
        ahead, left = ahead * self.quality.travel, left * self.quality.travel
        yaw, brief = self.value("yaw"), int(0.6 * beats * self.beat / BRIEFEST)
        parts = max(1, min(int(np.ceil(abs(turn) / 30)), brief))
        now, x, z = self.now, self.value("x"), self.value("z")
        share = np.linspace(0, 1, parts + 1)
        share = (1 - ease) * share + ease * np.arccos(1 - 2 * share) / np.pi
        for part in range(parts):
            middle = np.radians(yaw + turn * (part + 0.5) / parts)
            x += (ahead * np.sin(middle) + left * np.cos(middle)) / parts
            z += (ahead * np.cos(middle) - left * np.sin(middle)) / parts
            self.now = now + share[part] * beats * self.beat
            self.shape((share[part + 1] - share[part]) * beats, x=x, z=z, yaw=yaw + turn * (part + 1) / parts)
        self.now = now

    def step(self, side: str, beats: float = 1.0, delay: float = 0.0, **how: float) -> None:
        """Step with "L" or "R" from now (+ delay) for `beats`; the cursor stays. For `how` see `Step`."""
        if "feet" not in self.locked:
            side = side if self.side == "right" else OTHER[side]
            lift = self.now + delay * self.beat
            under = how.pop("under", None)
            under = None if under is None else self.now + under * self.beat
            for far in how.keys() & {"out", "ahead"}:
                how[far] = float(np.clip(how[far] * self.quality.travel, -self._reach, self._reach))
            self.steps.append(Step(side, lift, lift + max(beats * self.beat, 0.1), under=under, **how))

    @property
    def _reach(self) -> float:
        """Metres: no foot is set down farther than this from its place under the body."""
        return 0.8 * self.dancer.leg

    def pivot(self, side: str, beats: float) -> None:
        """For `beats` the standing foot turns with the body; the cursor stays."""
        if "feet" not in self.locked:
            side = side if self.side == "right" else OTHER[side]
            self.pivots.append((side, self.now, self.now + beats * self.beat))

    def fly(self, height: float) -> float:
        """Jump `height` metres from now on; returns the beats spent in the air, which gravity decides."""
        height *= self.quality.travel
        seconds = float(np.sqrt(8 * height / GRAVITY))
        if "feet" not in self.locked:
            self.flights.append((self.now, self.now + seconds, height))
        return seconds / self.beat

    def gather(self, beats: float = 0.8) -> None:
        """Step every foot that does not stand under the body back there, one after the other; moves the cursor then."""
        for side in "RL":
            if self.footwork(side).strayed():
                self.step(side if self.side == "right" else OTHER[side], beats * 0.5, under=beats * 0.5, height=0.05)
                self.hold(beats * 0.55)

    def footwork(self, side: str) -> Footwork:
        """Of the foot "L" or "R" in the world, as far as the score is written."""
        curves = self.curves(*PATH, f"{side}_free")
        return Footwork(side, self.dancer, self.steps, self.pivots, curves, self.now)

    def curves(self, *names: str) -> dict[str, PchipInterpolator]:
        """What the named controls do at any time, in seconds; those of a loose dancer's parts lag behind."""
        return {name: self._curve(name) for name in names}

    def _curve(self, name: str) -> PchipInterpolator:
        keys = self.quality.retime(name, self.keys[name])
        lag = LAG.get(short(name), 0.0) * 2 * self.dancer.looseness * self.quality.flow
        keyed = [(t + lag if t > 0 else t, v) for t, v in keys]
        last = keyed[-1][0]
        keyed = [(-1.0, keyed[0][1]), *keyed, (max(last, self.now) + 1.0, keyed[-1][1])]
        at, values = np.array(keyed).T
        keep = np.concatenate([np.diff(at) > 1e-4, [True]])
        return PchipInterpolator(at[keep], values[keep])

    @contextmanager
    def without(self, *names: str) -> Iterator[None]:
        """Within this block nothing is written to the named controls ("feet" for steps, jumps and pivots)."""
        before, self.locked = self.locked, self.locked | frozenset(names)
        yield
        self.locked = before


def short(name: str) -> str:
    """The name of a control without its side."""
    return name[2:] if name[:2] in ("L_", "R_") else name
