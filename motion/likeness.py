"""How unlike a body 22 joints are: bones that keep their length, limbs as long on the left as on the right, ordinary
proportions; and whether points are places in space at all. Works in any unit and axes. Does not know what the joints
were in their file.
"""

import numpy as np

from motion.clip import ClipError
from motion.skeleton import INDEX

USUAL = {
    "left_hip left_knee": 0.49, "right_hip right_knee": 0.49, "left_knee left_ankle": 0.51,
    "right_knee right_ankle": 0.51, "left_shoulder left_elbow": 0.33, "right_shoulder right_elbow": 0.33,
    "left_elbow left_wrist": 0.31, "right_elbow right_wrist": 0.31, "left_hip right_hip": 0.20,
    "left_shoulder right_shoulder": 0.42,
}  # fmt: skip
"""Lengths in legs, of SMPL's mean shape and of recorded people; limbs in pairs, left and right."""

LIMBS = 8
BODY, NO_BODY = 0.35, 0.6
"""Unlikeness that recorded bodies have at most, and from which joints are refused: misread arrays have 0.5 to 1.2, two
people's joints in one body 1.5, noise, velocities and rotations 1 to 4."""

THIN = 0.03
"""Thickness along an axis, in sizes of the body, below which it is a picture's; recorded bodies have 0.07 or more,
whichever way they face."""

LOOKED_AT = 200
"""Frames, spread over the whole, that are compared."""


def unlikeness(body: np.ndarray) -> float:
    """0 for (frames, 22, 3) of usual proportions whose bones never change; see `NO_BODY`."""
    bones = np.stack([_between(body, *ends.split()) for ends in USUAL], axis=1)
    lengths = np.linalg.norm(bones, axis=2)
    mean = lengths.mean(axis=0)
    size = mean.mean()
    if not size > 0:
        return np.inf
    wobble = np.abs(lengths - mean).mean() / size
    lopsided = np.abs(mean[0:LIMBS:2] - mean[1:LIMBS:2]).mean() / size
    usual = np.array(list(USUAL.values()))
    odd = np.abs(mean / mean.sum() - usual / usual.sum()).sum()
    return float(wobble + lopsided + odd)


def rolling(body: np.ndarray) -> float:
    """0 for (frames, 22, 3) whose head stays on one side of the feet, up to 1 for one that is everywhere."""
    rise = (_between(body, "head", "left_ankle") + _between(body, "head", "right_ankle")) / 2
    far = np.linalg.norm(rise, axis=1).mean()
    return float(1 - np.linalg.norm(rise.mean(axis=0)) / far) if far > 0 else 1.0


def in_space(points: np.ndarray) -> np.ndarray:
    """The points (frames, n, 3) themselves, in which NaN is a missing place. Raises ClipError for key points of a
    picture: flat along an axis, or with a score for it that is next to nothing beside pixels; or all between 0 and 1,
    as parts of the picture and scores are, and no body's places."""
    sides = np.fmax.reduce(points, axis=1) - np.fmin.reduce(points, axis=1)
    sides = sides[np.linalg.norm(sides, axis=1) > 0]
    usual = np.median(sides, axis=0) if len(sides) else np.ones(3)
    if usual.min() < THIN * np.linalg.norm(usual):
        axis = "xyz"[usual.argmin()]
        raise ClipError(f"found two-dimensional key points, flat along {axis}; accepted are 3-D positions.")
    if len(sides) and np.nanmin(points) >= 0 and np.nanmax(points) <= 1:
        raise ClipError(
            "found numbers from 0 to 1 on every axis, as key points of a picture with their scores have; accepted are "
            "3-D positions."
        )
    return points


def some(frames: np.ndarray) -> np.ndarray:
    """`LOOKED_AT` of the frames, or all."""
    return frames[np.linspace(0, len(frames) - 1, min(len(frames), LOOKED_AT)).astype(int)]


def _between(body: np.ndarray, start: str, end: str) -> np.ndarray:
    return body[:, INDEX[start]] - body[:, INDEX[end]]
