"""Poses at the start of a recording that are no dance: the one a rig or a capture program was set up in.

Three are clear enough to be left out. A first frame from which the motion jumps away, as in CMU's BVH files; a T-pose
or A-pose (arms straight and out to the sides, legs straight) of a few unmoving frames from which it jumps; and one held
so still that nobody stood there: no joint half a millimetre from its place for a quarter of a second or longer. (The
stillest quarter of a second in eleven recorded ballroom dances, which begin with arms out, moves by 1.7 mm.) A T-pose
that a person held stays, and one that is moved out of: a dance may begin that way.
"""

import numpy as np

from motion.anatomy import leg_length
from motion.rotation import unit
from motion.skeleton import JOINTS

STILL = 0.0005
"""Metres that no joint of a held pose is away from where it began."""

HELD = 0.25
"""Shortest hold in seconds."""

APART = (3, 8)
"""How many times farther than in any of how many steps after it a joint goes in a jump. (At 24 fps, all of 88 dances
have one with a rig's pose in front, and one start in 5,000, were recorded ballroom dances begun at any frame. Five
times misses nine of the 88, two times cuts one start in 1,800.)"""

POSED, LEAVES = (2, 2), 3
"""The same where the pose is a T or an A, and legs a second, 2.5 m/s, that a joint goes at least."""

STRAIGHT = 0.94
"""Cosine of the bend, 20 degrees, up to which a limb is straight."""

SIDEWAYS, SLANTED = 0.97, 0.5
"""Cosine between an arm and straight out, from which a pose is a T (15 degrees) or an A (60 degrees)."""


def starts_apart(positions: np.ndarray) -> bool:
    """Whether the first frame of (frames, 22, 3), in any unit, is a pose of its own from which the motion jumps."""
    return _jumps(positions, 1, 0.1, APART)


def held_pose(positions: np.ndarray, fps: float) -> tuple[int, str]:
    """How many frames of (frames, 22, 3), metres, Y up, are a rig's pose, and its name; 0 if none or if all are."""
    away = np.linalg.norm(positions - positions[0], axis=2).max(axis=1) > STILL
    frames = int(away.argmax())
    no_dance = frames > max(1, HELD * fps) or (frames and _jumps(positions, frames, LEAVES / fps, POSED))
    return (frames, name) if no_dance and (name := _pose(positions[0])) else (0, "")


def _jumps(positions: np.ndarray, frame: int, least: float, apart: tuple[int, int]) -> bool:
    """Whether a joint goes `least` legs or more in the step to a frame, and so much farther than any right after it."""
    times, after = apart
    steps = np.linalg.norm(np.diff(positions[frame - 1 : frame + after + 1], axis=0), axis=2).max(axis=1)
    leg = leg_length(dict(zip(JOINTS, np.moveaxis(positions, 1, 0), strict=True)))
    return len(steps) > 2 and bool(steps[0] > max(least * leg, times * steps[1:].max()))


def _pose(joints: np.ndarray) -> str:
    """ "T-pose", "A-pose" or "" of one frame (22, 3)."""
    joint = dict(zip(JOINTS, joints, strict=True))
    out = joint["left_shoulder"] - joint["right_shoulder"]
    down = unit(joint["left_hip"] + joint["right_hip"] - joint["left_shoulder"] - joint["right_shoulder"])
    angles = []
    for side, sign in (("left", 1), ("right", -1)):
        shoulder, elbow, wrist, hip, knee, ankle = (
            joint[f"{side}_{part}"] for part in ("shoulder", "elbow", "wrist", "hip", "knee", "ankle")
        )
        if min(_cosine(elbow - shoulder, wrist - elbow), _cosine(knee - hip, ankle - knee)) < STRAIGHT:
            return ""
        arm = unit(wrist - shoulder)
        flat = arm - max(0.0, float(arm @ down)) * down  # an A's arms hang; a T's and a raised arm are left whole
        if _cosine(flat, sign * out) < SIDEWAYS:
            return ""
        angles.append(_cosine(arm, sign * out))
    return "T-pose" if min(angles) > SIDEWAYS else "A-pose" if min(angles) > SLANTED else ""


def _cosine(a: np.ndarray, b: np.ndarray) -> float:
    return float(unit(a) @ unit(b))
