"""What passes between a format's reader and the one door: what is told about a file, and what was found in it."""

from typing import NamedTuple

import numpy as np

from motion.clip import ClipError

MAX_BYTES = 140_000_000
MAX_FILE_FRAMES = 200_000
MAX_POINTS = 20_000_000
"""What a file may have at most, in any format; points are frames x joints, and numbers in a block or table: a few
hundred megabytes at work."""

FPS_RANGE = (1, 1000)
"""Frames per second that are believed, of files and of people."""

FARTHEST = 1e9
"""No place is that far out, in any unit."""


class Told(NamedTuple):
    """What the user says of a file; None is left to be found out.

    joints: a key of `motion.jointsets.JOINT_SETS`. fps: frames per second. up: a key of `motion.orient.TO_Y_UP`.
    """

    joints: str | None = None
    fps: float | None = None
    up: str | None = None


NOTHING = Told()


class Recording(NamedTuple):
    """What a reader found: positions (frames, 22, 3) in the file's own axes and unit, and words about it."""

    positions: np.ndarray
    fps: float
    reading: str


def frame_rate(told: float | None, stated: float | None, usual: float) -> tuple[float, str]:
    """Frames per second and the words for it: as the user says, else as the file says, else as is usual."""
    if told is not None:
        return told, f"at {told:g} fps as told"
    if stated is None:
        return usual, f"taken as {usual:g} fps"
    if not FPS_RANGE[0] <= stated <= FPS_RANGE[1]:
        low, high = FPS_RANGE
        raise ClipError(f"found {stated:g} frames per second in the file; accepted are {low} to {high}, or telling it.")
    return stated, f"at {stated:g} fps"
