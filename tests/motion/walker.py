"""Bodies that stand on their feet: the puppet squats, or walks."""

import numpy as np
from scipy.spatial.transform import Rotation

from motion.skeleton import INDEX, JOINTS
from tests.motion.puppet import truth

SIDES = ("left", "right")


def turned(frames: int, **degrees) -> list[Rotation]:
    """The puppet's turns from degrees (frames,) about x, by joint; the others stay as in its T-pose."""
    return [Rotation.from_euler("x", degrees.get(name, np.zeros(frames))[:, None], degrees=True) for name in JOINTS]


def stood(body: np.ndarray, stance: np.ndarray) -> np.ndarray:
    """A body put on the foot that stands, 0 left and 1 right by frame, which does not slide."""
    feet = body[:, [INDEX["left_foot"], INDEX["right_foot"]]]
    place = np.zeros((len(body), 3))
    for frame in range(1, len(body)):
        place[frame] = place[frame - 1] + feet[frame - 1, stance[frame]] - feet[frame, stance[frame]]
    return body + place[:, None]


def squat(frames: int = 90) -> np.ndarray:
    """Down by 27 cm and up, twice, the trunk leaning, the pelvis with it."""
    fold = 30 - 30 * np.cos(np.linspace(0, 4 * np.pi, frames))
    joints = {f"{side}_{part}": by * fold for side in SIDES for part, by in (("hip", -1.5), ("knee", 2), ("ankle", -1))}
    return stood(truth(np.zeros((frames, 3)), turned(frames, pelvis=fold / 2, **joints)), np.zeros(frames, int))


def walk(frames: int = 120) -> np.ndarray:
    """A step of 55 cm ahead every 30 frames on straight legs and level feet, the other knee bent to swing."""
    phase = np.linspace(0, np.pi * frames / 30, frames)
    joints = {}
    for side, shift in zip(SIDES, (0, np.pi), strict=True):
        swing = np.maximum(0, -np.sin(phase + shift))
        hip, knee = -20 * np.cos(phase + shift) - 25 * swing, 50 * swing
        joints |= {f"{side}_hip": hip, f"{side}_knee": knee, f"{side}_ankle": -hip - knee}
    return stood(truth(np.zeros((frames, 3)), turned(frames, **joints)), (np.sin(phase) < 0).astype(int))
