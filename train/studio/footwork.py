"""Steps become feet: where each of them stands or swings at any time, whichever way the body goes."""

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

import numpy as np
from scipy.interpolate import PchipInterpolator

from motion.canonical import FPS, SOLE
from train.studio.body import Foot
from train.studio.dancer import Dancer


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


@dataclass(frozen=True, eq=False)
class Footwork:
    """One foot, "L" or "R", through a dance of `end` seconds.

    written: the steps of both feet. pivots: which foot turns with the body while it stands, from when to when. curves:
    of the body's place (x, z: metres, yaw: degrees), and of L_free or R_free, above one half while the leg gestures.
    """

    side: str
    dancer: Dancer
    written: list[Step]
    pivots: list[tuple[str, float, float]]
    curves: dict[str, PchipInterpolator]
    end: float

    def foot(self, times: np.ndarray, heel: np.ndarray) -> Foot:
        """At times (frames,), seconds; heel: degrees (frames,) that it is raised beside what steps do."""
        place, yaw = self._place(self._standing(0.0))
        ball = np.repeat(place[None], len(times), 0)
        turn = np.full(len(times), yaw)
        pitch = np.zeros(len(times))
        planted = np.ones(len(times), bool)
        for index, step in enumerate(self.steps):
            until = self.steps[index + 1].lift if index + 1 < len(self.steps) else max(self.end, step.land)
            target, facing = self._place(step, until)
            start, from_yaw = ball[-1].copy(), turn[-1] + self._turned(index)
            u = np.clip((times - step.lift) / (step.land - step.lift), 0, 1)
            ease = u * u * (3 - 2 * u)
            after = times >= step.lift
            ball[after] = (start + ease[:, None] * (target - start))[after]
            ball[after, 1] += (step.height * _arc(u))[after]
            turn[after] = (from_yaw + ease * (facing - from_yaw))[after]
            pitch += step.heel * _bump(times, step.lift, 0.28, 0.35 * (step.land - step.lift))
            pitch -= step.toe * _bump(times, step.land, 0.4 * (step.land - step.lift), 0.14)
            planted &= (u <= 0) | (u >= 1)
        for start, end in self._turns:
            swept = self.curves["yaw"](np.clip(times, start, end)) - self.curves["yaw"](start)
            turn = turn + np.where(self._same_stand(times, start), swept, 0)
        return Foot(ball, turn, pitch + heel, planted)

    def strayed(self) -> bool:
        """Whether it ends over 4 cm, or 10 degrees, from its natural place under the body."""
        end = max([self.end, *(step.land for step in self.steps)])
        foot = self.foot(np.array([end]), np.zeros(1))
        place, yaw = self._place(self._standing(end))
        return bool(np.linalg.norm(foot.ball[0] - place) > 0.04 or abs(foot.yaw[0] - yaw) > 10)

    @cached_property
    def steps(self) -> list[Step]:
        """Of this foot, one after the other: each lands when the next one begins, at the latest."""
        steps = sorted((step for step in self.written if step.side == self.side), key=lambda step: step.lift)
        return [replace(step, land=min(step.land, after.lift)) for step, after in pairwise(steps)] + steps[-1:]

    @cached_property
    def _turns(self) -> list[tuple[float, float]]:
        """From when to when (seconds) it turns with the body: while it pivots, and while its leg gestures."""
        times = np.arange(0, self.end, 1 / FPS)
        free = self.curves[f"{self.side}_free"](times) > 0.5
        for step in self.steps:
            free &= (times < step.lift) | (times >= step.land)
        gestures = np.flatnonzero(np.diff(np.concatenate([[False], free, [False]]))).reshape(-1, 2) / FPS
        return [(start, end) for side, start, end in self.pivots if side == self.side] + gestures.tolist()

    def _turned(self, index: int) -> float:
        """Degrees that it has turned with the body when it leaves the floor for a step, since it left for the last."""
        left, lift = self.steps[index - 1].lift if index else -1.0, self.steps[index].lift
        yaw = self.curves["yaw"]
        return sum(float(yaw(min(end, lift)) - yaw(start)) for start, end in self._turns if left + 1e-6 < start < lift)

    def _same_stand(self, times: np.ndarray, start: float) -> np.ndarray:
        """Frames in which it has not left the floor since `start`."""
        later = [step.lift for step in self.steps if step.lift >= start - 1e-6]
        return times < (min(later) if later else np.inf)

    def _standing(self, at: float) -> Step:
        """It stands under the body."""
        return Step(self.side, at, at, under=at)

    def _place(self, step: Step, until: float = 0.0) -> tuple[np.ndarray, float]:
        """Its ball (3,) and its yaw, when it lands with `step` and stands until `until`."""
        at = step.under if step.under is not None else 0.5 * (step.land + until)
        sign = 1 if self.side == "L" else -1
        x, z, yaw = (float(self.curves[name](at)) for name in ("x", "z", "yaw"))
        out = self.dancer.hip + self.dancer.posture.get("stance", 0.0) + step.out
        ahead = self.dancer.foot * 0.55 + step.ahead
        cos, sin = np.cos(np.radians(yaw)), np.sin(np.radians(yaw))
        toe_out = self.dancer.posture.get("toe_out", 8.0) if step.toe_out is None else step.toe_out
        place = np.array([x + ahead * sin + sign * out * cos, SOLE, z + ahead * cos - sign * out * sin])
        return place, yaw + sign * toe_out


def _arc(u: np.ndarray) -> np.ndarray:
    """Height of a swinging foot: up, over, down, gently at both ends."""
    return np.sin(np.pi * u) ** 2 * 0.5 + 2 * u * (1 - u)


def _bump(times: np.ndarray, centre: float, before: float, after: float) -> np.ndarray:
    """A smooth hill of height 1 at `centre`, 0 from `before` seconds earlier and from `after` seconds later."""
    away = times - centre
    part = np.clip(np.where(away < 0, -away / max(before, 1e-3), away / max(after, 1e-3)), 0, 1)
    return 0.5 * (1 + np.cos(np.pi * part))
