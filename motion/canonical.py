"""The canonical form: 20 fps, first frame above the origin facing +Z, floor at height 0.

20 fps is HumanML3D's rate and a GIF's 50 ms a frame. The left side of a dancer who faces +Z is +X.
"""

from dataclasses import replace

import numpy as np

from motion.clip import Clip, ClipError
from motion.resample import resample
from motion.rotation import about, rotate
from motion.skeleton import FEET, INDEX

FPS = 20
SOLE = 0.02
"""Height in metres of the lowest foot joint of a standing dancer: the joint sits in the foot, not on the floor."""

UNDER = 0.3
"""Metres below the feet at which other joints stand on the floor themselves; a hand on the floor beside them has 0."""

LONGEST = 2 * 3600
"""Seconds of a dance: at one frame a second, a small file would become a very long clip."""


def canonical(clip: Clip) -> Clip:
    """The clip at 20 fps, on the floor, starting above the origin and facing +Z. Raises ClipError for hours of it."""
    seconds = len(clip) / clip.fps
    if seconds > LONGEST:
        raise ClipError(f"found {seconds / 3600:.1f} hours of dance; accepted are up to {LONGEST / 3600:g}.")
    positions = resample(clip.positions, clip.fps, FPS)
    positions = positions - [0, floor_height(positions), 0]
    return replace(clip, positions=face_forward(positions), fps=FPS)


def face_forward(positions: np.ndarray) -> np.ndarray:
    """Turn and shift (frames, 22, 3), in the ground plane only, so that frame 0 faces +Z above the origin."""
    origin = positions[0, 0] * [1, 0, 1]
    turn = about("y", -np.degrees(heading(positions[:1])[0]))
    return rotate(turn, positions - origin).astype(np.float32)


def heading(positions: np.ndarray) -> np.ndarray:
    """Where the body faces in each frame: radians (frames,) about +Y, 0 facing +Z and growing to the dancer's left.

    Across hips plus across shoulders, as HumanML3D has it, so that a twist of either alone counts half.
    """
    across = positions[:, INDEX["left_hip"]] - positions[:, INDEX["right_hip"]]
    across = across + positions[:, INDEX["left_shoulder"]] - positions[:, INDEX["right_shoulder"]]
    return np.arctan2(-across[:, 2], across[:, 0])


def floor_height(positions: np.ndarray) -> float:
    """Height of the floor under (frames, 22, 3): where the lower foot usually is when it is lowest; if other joints are
    far below the feet, as in a handstand, where these are."""
    feet, body = (np.percentile(part.min(axis=1), 5) for part in (positions[:, FEET, 1], positions[..., 1]))
    return float(body if feet - body > UNDER else feet) - SOLE
