"""A long file posed a block of frames at a time, so that the rotations of all its frames need not fit in memory
together. Knows nothing of skeletons."""

from collections.abc import Callable

import numpy as np

BLOCK = 4096
"""Frames posed at a time."""


def posed(into: Callable[[np.ndarray, np.ndarray], None], values: np.ndarray, joints: int) -> np.ndarray:
    """Positions (frames, joints, 3) of what the frames of a file give, (frames, n).

    into: writes those of some frames, given their values and the place for them.
    """
    points = np.empty((len(values), joints, 3))
    for start in range(0, len(values), BLOCK):
        into(values[start : start + BLOCK], points[start : start + BLOCK])
    return points
