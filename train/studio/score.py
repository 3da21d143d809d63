"""The score: a dance written pose to pose, in beats, then played by a body.

A move calls `to` (reach this pose), `hold`, `go` (travel), `step`, `fly` and reads like a choreographer's notes.
Poses are keys on single controls (`train.studio.body`), joined by monotone cubics: a control comes to rest where it
turns back and flows where it goes on. Steps say when a foot leaves and lands; it lands where the body will be when it
stands over that foot, so feet fit any path. Moves are written for the right side: under `side = "left"` a score writes
all that it is told in a mirror.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from scipy.interpolate import PchipInterpolator
from scipy.ndimage import gaussian_filter1d

from motion.canonical import FPS, SOLE
from train.studio.balance import correction
from train.studio.body import CONTROLS, LIMITS, REST, Foot, solve
from train.studio.dancer import Dancer
from train.studio.quality import Quality

GRAVITY = 9.81
BRIEFEST = 0.02
"""Seconds that any change takes at least."""
OTHER = {"L": "R", "R": "L"}
PATH = ("x", "z", "yaw")
SIDED = ("x", "yaw", "sway", "tilt", "hip_turn", "side", "twist", "head_tilt")
"""Controls whose sign says left or right."""
DRIFTING = ("lean", "bend", "side", "twist", "nod", "head_tilt", "lift", "plane", "roll", "elbow")
"""Controls in which nobody is ever quite still."""
LAG = {"bend": 0.03, "side": 0.03, "twist": 0.03, "nod": 0.06, "head_tilt": 0.06, "elbow": 0.05, "roll": 0.03}
"""Seconds by which the loosest dancer's parts follow the rest."""


@dataclass(frozen=True)
class Step:
    """One foot leaves the floor at `lift` and lands at `land` (seconds).

    out, ahead: metres from the foot's natural place under the body as it is at `under` seconds (None: halfway to the
    foot's next step). height: of the swing, metres. heel: heel raised when leaving; toe: toes raised when landing
    (below 0: pointed), degrees. toe_out: degrees the foot is turned outward where it lands (None: the dancer's own).
    """

    side: str
    lift: float
    land: float
    out: float = 0.0
    ahead: float = 0.0
    height: float = 0.08
    heel: float = 25.0
    toe: float = 0.0
    toe_out: float | None = None
    under: float | None = None


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
            if self._strayed(side):
                self.step(side if self.side == "right" else OTHER[side], beats * 0.5, under=beats * 0.5, height=0.05)
                self.hold(beats * 0.55)

    def _strayed(self, side: str) -> bool:
        """Whether a foot will stand over 4 cm, or 10 degrees, from its natural place."""
        curves = {name: self._curve(name) for name in (*PATH, f"{side}_free")}
        end = max([self.now, *(step.land for step in self.steps if step.side == side)])
        foot = self._foot(side, np.array([end]), curves, {f"{side}_heel": np.zeros(1)})
        place, yaw = self._place(Step(side, end, end, under=end), curves)
        return bool(np.linalg.norm(foot.ball[0] - place) > 0.04 or abs(foot.yaw[0] - yaw) > 10)

    @contextmanager
    def without(self, *names: str) -> Iterator[None]:
        """Within this block nothing is written to the named controls ("feet" for steps, jumps and pivots)."""
        before, self.locked = self.locked, self.locked | frozenset(names)
        yield
        self.locked = before

    # Playing

    def play(self) -> np.ndarray:
        """The whole dance: float32 (frames, 22, 3) at 20 fps, in the world."""
        times = np.arange(int(self.now * FPS) + 1) / FPS
        curves = {name: self._curve(name) for name in CONTROLS}
        control = {name: curve(times) for name, curve in curves.items()}
        self._season(control, times)
        for name, values in control.items():
            short = _short(name)
            if short in LIMITS:
                np.clip(values, *LIMITS[short], out=values)
        feet = {side: self._foot(side, times, curves, control) for side in "LR"}
        rise = self._rise(times)
        joints = solve(self.dancer, control, feet, rise)
        carries = {side: feet[side].planted & (control[f"{side}_free"] < 0.5) for side in "LR"}
        shift = correction(joints, carries)
        control["x"] += shift[:, 0]
        control["z"] += shift[:, 1]
        return solve(self.dancer, control, feet, rise)

    def _curve(self, name: str):
        keys = self.quality.retime(name, self.keys[name])
        lag = LAG.get(_short(name), 0.0) * 2 * self.dancer.looseness * self.quality.flow
        keyed = [(t + lag if t > 0 else t, v) for t, v in keys]
        last = keyed[-1][0]
        keyed = [(-1.0, keyed[0][1]), *keyed, (max(last, self.now) + 1.0, keyed[-1][1])]
        at, values = np.array(keyed).T
        keep = np.concatenate([np.diff(at) > 1e-4, [True]])
        return PchipInterpolator(at[keep], values[keep])

    def _season(self, control: dict[str, np.ndarray], times: np.ndarray) -> None:
        """Posture, breath, small drifts, and the smoothing that flow asks for."""
        for name, offset in self.dancer.posture.items():
            for each in (name,) if name in CONTROLS else ():
                control[each] += offset
        width = self.quality.blur * FPS
        for name, values in control.items():
            if width > 0.2 and name not in PATH and not name.endswith("free"):
                values[:] = gaussian_filter1d(values, width, mode="nearest")
            if _short(name) in DRIFTING:
                values += self._drift(times)
        self.quality.season(control, times, [step.land for step in self.steps], self.beat)
        breath = self.dancer.restlessness * np.sin(2 * np.pi * (times / self.pick(2.8, 4.5) + self.pick(0, 1)))
        control["bend"] -= 0.8 * breath
        control["L_shrug"] += 0.6 * breath
        control["R_shrug"] += 0.6 * breath

    def _drift(self, times: np.ndarray) -> np.ndarray:
        wave = sum(np.sin(2 * np.pi * (times * self.pick(0.1, 0.6) + self.pick(0, 1))) for _ in range(2))
        return 0.7 * self.dancer.restlessness * wave

    def _rise(self, times: np.ndarray) -> np.ndarray:
        rise = np.zeros(len(times))
        for start, end, height in self.flights:
            part = np.clip((times - start) / (end - start), 0, 1)
            rise += 4 * height * part * (1 - part)
        return rise

    def _foot(self, side: str, times: np.ndarray, curves, control) -> Foot:
        steps = sorted((step for step in self.steps if step.side == side), key=lambda step: step.lift)
        steps = [replace(step, land=min(step.land, after.lift)) for step, after in pairwise(steps)] + steps[-1:]
        place, yaw = self._place(Step(side, 0, 0, under=0.0), curves)
        ball = np.repeat(place[None], len(times), 0)
        turn = np.full(len(times), yaw)
        turns = self._turns(side, steps, curves)
        pitch = np.zeros(len(times))
        planted = np.ones(len(times), bool)
        for index, step in enumerate(steps):
            until = steps[index + 1].lift if index + 1 < len(steps) else max(self.now, step.land)
            target, facing = self._place(step, curves, until)
            start, from_yaw = ball[-1].copy(), self._turned(turns, steps[:index], turn[-1], curves, step.lift)
            u = np.clip((times - step.lift) / (step.land - step.lift), 0, 1)
            ease = u * u * (3 - 2 * u)
            after = times >= step.lift
            ball[after] = (start + ease[:, None] * (target - start))[after]
            ball[after, 1] += (step.height * _arc(u))[after]
            turn[after] = (from_yaw + ease * (facing - from_yaw))[after]
            pitch += step.heel * _bump(times, step.lift, 0.28, 0.35 * (step.land - step.lift))
            pitch -= step.toe * _bump(times, step.land, 0.4 * (step.land - step.lift), 0.14)
            planted &= (u <= 0) | (u >= 1)
        for start, end in turns:
            swept = curves["yaw"](np.clip(times, start, end)) - curves["yaw"](start)
            turn = turn + np.where(self._same_stand(steps, times, start), swept, 0)
        pitch = pitch + control[f"{side}_heel"]
        return Foot(ball, turn, pitch, planted)

    def _turns(self, side: str, steps: list[Step], curves) -> list[tuple[float, float]]:
        """From when to when (seconds) a foot turns with the body: while it pivots, and while its leg gestures."""
        times = np.arange(0, self.now, 1 / FPS)
        free = curves[f"{side}_free"](times) > 0.5
        for step in steps:
            free &= (times < step.lift) | (times >= step.land)
        gestures = np.flatnonzero(np.diff(np.concatenate([[False], free, [False]]))).reshape(-1, 2) / FPS
        return [(start, end) for name, start, end in self.pivots if name == side] + gestures.tolist()

    @staticmethod
    def _turned(turns, before: list[Step], yaw: float, curves, lift: float) -> float:
        """The foot's yaw when it leaves the floor, with what it turned since it left it for the last step before."""
        left = before[-1].lift if before else -1.0
        for start, end in turns:
            if left + 1e-6 < start < lift:
                yaw += float(curves["yaw"](min(end, lift)) - curves["yaw"](start))
        return yaw

    @staticmethod
    def _same_stand(steps: list[Step], times: np.ndarray, start: float) -> np.ndarray:
        """Frames in which the foot has not left the floor since `start`."""
        later = [step.lift for step in steps if step.lift >= start - 1e-6]
        return times < (min(later) if later else np.inf)

    def _place(self, step: Step, curves, until: float = 0.0) -> tuple[np.ndarray, float]:
        """Ball of the foot and its yaw, for a foot that lands with `step` and stands until `until`."""
        at = step.under if step.under is not None else 0.5 * (step.land + until)
        sign = 1 if step.side == "L" else -1
        yaw = float(curves["yaw"](at))
        out = self.dancer.hip + self.dancer.posture.get("stance", 0.0) + step.out
        ahead = self.dancer.foot * 0.55 + step.ahead
        cos, sin = np.cos(np.radians(yaw)), np.sin(np.radians(yaw))
        x = float(curves["x"](at)) + ahead * sin + sign * out * cos
        z = float(curves["z"](at)) + ahead * cos - sign * out * sin
        toe_out = self.dancer.posture.get("toe_out", 8.0) if step.toe_out is None else step.toe_out
        return np.array([x, SOLE, z]), yaw + sign * toe_out


def _short(name: str) -> str:
    """The name of a control without its side."""
    return name[2:] if name[:2] in ("L_", "R_") else name


def _arc(u: np.ndarray) -> np.ndarray:
    """Height of a swinging foot: up, over, down, gently at both ends."""
    return np.sin(np.pi * u) ** 2 * 0.5 + 2 * u * (1 - u)


def _bump(times: np.ndarray, centre: float, before: float, after: float) -> np.ndarray:
    """A smooth hill of height 1 at `centre`, 0 from `before` seconds earlier and from `after` seconds later."""
    away = times - centre
    part = np.clip(np.where(away < 0, -away / max(before, 1e-3), away / max(after, 1e-3)), 0, 1)
    return 0.5 * (1 + np.cos(np.pi * part))
