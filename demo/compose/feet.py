"""Feet that stay where they stand: from a finished strand to joint positions.

While a foot stands, the ball of it is pinned to one place and both legs are solved to reach theirs (two bones each);
between two stands the way back to what was danced fades in and out. The pelvis sinks where a leg would not reach. After
Kovar, Schreiner and Gleicher, Footskate Cleanup, 2002. Heights are the floor's and the dance's own throughout.
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from demo.compose.strand import Strand, ease
from motion.canonical import FPS, SOLE
from motion.limbs import two_bones
from motion.pose import Body
from motion.rotation import unit
from motion.skeleton import INDEX

AWAY = round(0.6 * FPS)
"""Frames in the air over which a foot finds from its last place to what is danced, and back."""

REACH = 0.997
"""How far a leg may be stretched, as a part of its length."""

CLEAR, PASSING = 0.04, (0.03, 0.07)
"""Metres over the floor at which a foot passes, and the metres a frame from which it does a little, and fully. A
moonwalk slides more slowly."""

SOFT = np.array([1, 4, 6, 4, 1]) / 16
"""How the pelvis sinks and a foot rises: smoothly over five frames."""


def planted(strand: Strand, body: Body) -> np.ndarray:
    """Positions (n, 22, 3) of a strand danced by `body`, its feet where they belong and its legs solved."""
    positions = strand.positions(body)
    legs = []
    for foot, side in enumerate(("left", "right")):
        hip, knee, ankle, ball = (INDEX[f"{side}_{name}"] for name in ("hip", "knee", "ankle", "foot"))
        moved = correction(strand, positions[:, ball], foot)
        legs.append((hip, knee, ankle, ball, positions[:, ankle] + moved, positions[:, ball] + moved))
    drop = sinking(positions, legs, strand.stands, body.leg)
    positions[..., 1] -= drop[:, None]
    for hip, knee, ankle, ball, goal, toe in legs:
        sole = toe - goal
        ahead = bow(positions, hip, knee, ankle) + 0.06 * unit(sole * [1, 0, 1])
        upper, lower = body.length("left_knee"), body.length("left_ankle")
        positions[:, knee], positions[:, ankle] = two_bones(positions[:, hip], goal, ahead, upper, lower)
        positions[:, ball] = positions[:, ankle] + sole
    return positions


def correction(strand: Strand, ball: np.ndarray, foot: int) -> np.ndarray:
    """What to add (n, 3) to a foot whose ball (n, 3) is where the pose has it, to bring it where it belongs."""
    stands = strand.stands[:, foot]
    wanted = strand.balls[:, foot].copy()
    moved = np.zeros_like(ball)
    edges = np.flatnonzero(np.diff(np.concatenate([[False], stands, [False]]).astype(int))).reshape(-1, 2)
    for start, stop in edges:
        wanted[start:stop, [0, 2]] = np.median(wanted[start:stop, [0, 2]], axis=0)
        moved[start:stop] = wanted[start:stop] - ball[start:stop]
    for (_, start), (stop, _) in zip([(0, 0), *edges], [*edges, (len(ball), 0)], strict=True):
        air = np.arange(start, stop)
        before = moved[start - 1] if start else np.zeros(3)
        after = moved[stop] if stop < len(ball) else np.zeros(3)
        since, until = air - start + 1, stop - air
        if start and stop < len(ball) and len(air) < 2 * AWAY:
            s = since / (since + until)
            moved[start:stop] = before + ease(s)[:, None] * (after - before)
        else:
            moved[start:stop] = fade(since)[:, None] * before + fade(until)[:, None] * after
    height = np.maximum(wanted[:, 1], SOLE + clearance(ball + moved) * ~stands)
    moved[:, 1] = height - ball[:, 1]
    return moved


def clearance(ball: np.ndarray) -> np.ndarray:
    """Metres (n,) over the floor that a foot which does not stand keeps while its ball (n, 3) travels."""
    way = np.linalg.norm(np.gradient(ball[:, [0, 2]], axis=0), axis=1)
    lift = CLEAR * np.clip((way - PASSING[0]) / (PASSING[1] - PASSING[0]), 0, 1)
    return softly(lift, 1)


def softly(height: np.ndarray, near: int) -> np.ndarray:
    """Heights (n,), each raised to the highest of those `near` frames before and after, smoothly."""
    wide = sliding_window_view(np.pad(height, near, mode="edge"), 2 * near + 1).max(axis=1)
    return np.convolve(np.pad(wide, 2, mode="edge"), SOFT, mode="valid")


def fade(frames: np.ndarray) -> np.ndarray:
    """1 at 0 frames, 0 from `AWAY` on, smooth at both."""
    return 1 - ease(np.clip(frames / AWAY, 0, 1))


def sinking(positions: np.ndarray, legs: list, stands: np.ndarray, leg: float) -> np.ndarray:
    """Metres (n,) by which the pelvis must sink so that the feet that stand are within reach."""
    drop = np.zeros(len(positions))
    for (hip, *_, goal, _), standing in zip(legs, stands.T, strict=True):
        flat = np.linalg.norm((positions[:, hip] - goal)[:, [0, 2]], axis=1)
        highest = goal[:, 1] + np.sqrt(np.maximum((REACH * leg) ** 2 - flat**2, 0.05))
        drop = np.maximum(drop, np.where(standing, positions[:, hip, 1] - highest, 0))
    return softly(drop, 2)


def bow(positions: np.ndarray, hip: int, knee: int, ankle: int) -> np.ndarray:
    """How far the knee lies out of the line from hip to ankle, (n, 3), metres: where it folds to."""
    line = unit(positions[:, ankle] - positions[:, hip])
    out = positions[:, knee] - positions[:, hip]
    return out - (out * line).sum(axis=1, keepdims=True) * line
