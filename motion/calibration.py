"""Poses at the start of a recording that are no dance: the one a rig or a capture program was set up in.

Two are clear enough to be left out. A first frame from which the motion jumps away, as in CMU's BVH files; and a
T-pose or A-pose held so still that nobody stood there: arms straight and out to the sides, legs straight, no joint
half a millimetre from its place for a quarter of a second or longer. (The stillest quarter of a second in eleven
recorded ballroom dances, which begin with arms out, moves by 1.7 mm.) A T-pose that a person held stays: a dance may
begin that way.
"""

import numpy as np

from motion.anatomy import leg_length
from motion.rotation import unit
from motion.skeleton import INDEX, JOINTS

STILL = 0.0005
"""Metres that no joint of a held pose is away from where it began."""

HELD = 0.25
"""Shortest hold in seconds."""

STRAIGHT = 0.94
"""Cosine of the bend, 20 degrees, up to which a limb is straight."""

SIDEWAYS, SLANTED = 0.97, 0.5
"""Cosine between an arm and straight out, from which a pose is a T (15 degrees) or an A (60 degrees)."""


def starts_apart(positions: np.ndarray) -> bool:
    """Whether the first frame of (frames, 22, 3), in any unit, is a pose of its own from which the motion jumps."""
    steps = np.linalg.norm(np.diff(positions[:10], axis=0), axis=2).max(axis=1)
    leg = leg_length(dict(zip(JOINTS, np.moveaxis(positions, 1, 0), strict=True)))
    return len(steps) > 2 and bool(steps[0] > max(0.1 * leg, 5 * steps[1:].max()))


def held_pose(positions: np.ndarray, fps: float) -> tuple[int, str]:
    """How many frames of (frames, 22, 3), metres, Y up, are a held pose, and its name; 0 if none or if all are."""
    away = np.linalg.norm(positions - positions[0], axis=2).max(axis=1) > STILL
    frames = int(away.argmax())
    return (frames, name) if frames > max(1, HELD * fps) and (name := _pose(positions[0])) else (0, "")


def _pose(joints: np.ndarray) -> str:
    """ "T-pose", "A-pose" or "" of one frame (22, 3)."""
    joint = dict(zip(JOINTS, joints, strict=True))
    out = joints[INDEX["left_shoulder"]] - joints[INDEX["right_shoulder"]]
    angles = []
    for side, sign in (("left", 1), ("right", -1)):
        shoulder, elbow, wrist, hip, knee, ankle = (
            joint[f"{side}_{part}"] for part in ("shoulder", "elbow", "wrist", "hip", "knee", "ankle")
        )
        if min(_cosine(elbow - shoulder, wrist - elbow), _cosine(knee - hip, ankle - knee)) < STRAIGHT:
            return ""
        arm = unit(wrist - shoulder)
        down = unit(hip - shoulder)
        flat = arm - max(0.0, float(arm @ down)) * down  # an A's arms hang; a T's and a raised arm are left whole
        if _cosine(flat, sign * out) < SIDEWAYS:
            return ""
        angles.append(_cosine(arm, sign * out))
    return "T-pose" if min(angles) > SIDEWAYS else "A-pose" if min(angles) > SLANTED else ""


def _cosine(a: np.ndarray, b: np.ndarray) -> float:
    return float(unit(a) @ unit(b))
