"""A puppet that turns, waves and kicks: the smallest dancer with a front, a left and a right, as a clip or a BVH file.

Its body and its forward kinematics are those of the tests of `motion`.
"""

from pathlib import Path

import numpy as np
from scipy.spatial.transform import Rotation

from motion import Clip
from motion.canonical import FPS
from motion.skeleton import JOINTS
from tests.motion.puppet import truth
from tests.motion.puppet import write_bvh as bvh

HEIGHT = 0.93
"""Metres from the floor to the pelvis."""


def pose(
    frames: int = 60, turn: float = 0, wave: float = 1, kick: float = 0, travel: float = 0
) -> tuple[np.ndarray, list[Rotation]]:
    """Root places (frames, 3) and each joint's turns: a turn of so many degrees, a left hand that waves, a right leg
    that kicks, and a way of so many metres along +Z."""
    beat = np.linspace(0, 2 * np.pi * frames / FPS, frames)
    ahead = np.linspace(0, 1, frames)
    angles = {name: np.zeros((frames, 3)) for name in JOINTS}
    angles["pelvis"][:, 1] = turn * ahead
    angles["left_shoulder"][:, 2] = -70 + 60 * wave * (1 - np.cos(beat))
    angles["left_elbow"][:, 2] = 25 * wave * (1 + np.sin(2 * beat))
    angles["right_shoulder"][:, 2] = 70
    angles["right_elbow"][:, 2] = -15
    angles["right_hip"][:, 0] = -kick * np.clip(np.sin(beat), 0, 1)
    angles["right_knee"][:, 0] = kick * np.clip(np.sin(2 * beat), 0, 1)
    root = np.stack([0 * ahead, 0 * ahead + HEIGHT, travel * ahead], axis=1)
    return root, [Rotation.from_euler("xyz", angles[name], degrees=True) for name in JOINTS]


def puppet(frames: int = 60, **how: float) -> Clip:
    """The puppet as a canonical clip."""
    return Clip(truth(*pose(frames, **how)), FPS)


def write_bvh(path: Path, frames: int = 60, **how: float) -> Path:
    """The puppet as a BVH file: metres, Y up, 20 fps, joints named as this project names them."""
    path.write_text(bvh(*pose(frames, **how), fps=FPS))
    return path
