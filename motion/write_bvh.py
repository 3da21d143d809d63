"""BVH files out: a clip as the text that Blender, Maya, MotionBuilder and `motion.bvh` read.

Metres, Y up, facing +Z: Blender's importer takes a unit for a metre, and needs no scale or axis set. (Rejected:
centimetres, which Maya and MotionBuilder expect and which come into Blender a hundred times too large.) Joints have
SMPL's names, so that every one of the 22 is read back as what it was; position channels are on the root alone, and all
joints have rotation channels in the order Z, X, Y, as `motion.bvh` applies them. Bones are stiff: see `motion.stiffen`
for what is done where a clip's are not.
"""

from pathlib import Path

import numpy as np

from motion.clip import Clip
from motion.joint_rotations import joint_rotations
from motion.rest_pose import CHILDREN, DIRECTIONS, NAMES, PELVIS, rest_offsets
from motion.rotation import to_euler, unwound
from motion.stiffen import stiffen

ORDER = "zxy"
ROTATIONS = " ".join(f"{axis.upper()}rotation" for axis in ORDER)
POSITIONS = "Xposition Yposition Zposition"

END = {"head": 0.18, "wrist": 0.10, "foot": 0.06}
"""Metres that the last joint of a chain has left to its end: the crown, the knuckles, the tip of the toes."""


def write_bvh(clip: Clip, path: Path) -> None:
    """Write a canonical clip as a BVH file."""
    positions = clip.positions.astype(np.float64)
    offsets = rest_offsets(positions)
    positions = stiffen(positions, offsets)
    angles = unwound(to_euler(ORDER, joint_rotations(positions, offsets)))
    hierarchy, order = _hierarchy(PELVIS, offsets)
    frames = np.concatenate([positions[:, PELVIS], angles[:, order].reshape(len(clip), -1)], axis=1)
    lines = ["HIERARCHY", *hierarchy, "MOTION", f"Frames: {len(clip)}", f"Frame Time: {1 / clip.fps:.6f}"]
    lines += [_numbers(frame, 5) for frame in frames]
    path.write_text("\n".join(lines) + "\n", encoding="ascii")


def _hierarchy(joint: int, offsets: np.ndarray) -> tuple[list[str], list[int]]:
    """The lines of a joint and all below it, and the joints in the order of their channels."""
    root = joint == PELVIS
    lines = [_offset(np.zeros(3) if root else offsets[joint])]
    lines.append(f"CHANNELS 6 {POSITIONS} {ROTATIONS}" if root else f"CHANNELS 3 {ROTATIONS}")
    order = [joint]
    for child in CHILDREN[joint]:
        below, joints = _hierarchy(child, offsets)
        lines += below
        order += joints
    if not CHILDREN[joint]:
        length = END[NAMES[joint].rsplit("_", 1)[-1]]
        lines += ["End Site", "{", "\t" + _offset(length * DIRECTIONS[joint]), "}"]
    return [f"{'ROOT' if root else 'JOINT'} {NAMES[joint]}", "{", *(f"\t{line}" for line in lines), "}"], order


def _offset(place: np.ndarray) -> str:
    return f"OFFSET {_numbers(place, 6)}"


def _numbers(values: np.ndarray, decimals: int) -> str:
    """Numbers with a blank between them, and no -0."""
    return " ".join(f"{value:.{decimals}f}" for value in (values.round(decimals) + 0.0).tolist())
