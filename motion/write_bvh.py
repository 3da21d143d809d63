"""BVH files out: a clip as the text that Blender, Maya, MotionBuilder and `motion.bvh` read.

Metres, Y up, facing +Z: Blender's importer takes a unit for a metre, and needs no scale or axis set. (Rejected:
centimetres, which Maya and MotionBuilder expect and which come into Blender a hundred times too large.) Joints have
SMPL's names, so that every one of the 22 is read back as what it was; all joints have rotation channels in the order Z,
X, Y, as `motion.bvh` applies them. Position channels are on the root alone where bones are stiff, or nearly so
(`motion.stiffen` makes them so); where they are not, as between markers on skin, every joint has them, and they stand
in for its OFFSET.
"""

from pathlib import Path

import numpy as np

from motion.clip import Clip
from motion.joint_rotations import joint_rotations
from motion.rest_pose import CHILDREN, DIRECTIONS, NAMES, PELVIS, TREE, rest_offsets
from motion.rest_pose import ORDER as TREE_ORDER
from motion.rotation import rotate, to_euler, unwound
from motion.skeleton import BONES
from motion.stiffen import stiffen

ORDER = "zxy"
ROTATIONS = " ".join(f"{axis.upper()}rotation" for axis in ORDER)
POSITIONS = "Xposition Yposition Zposition"

LOOSE = 0.02
"""Metres by which a bone's length may change over a clip before its joints need places of their own."""

END = {"head": 0.18, "wrist": 0.10, "foot": 0.06}
"""Metres that the last joint of a chain has left to its end: the crown, the knuckles, the tip of the toes."""


def write_bvh(clip: Clip, path: Path) -> None:
    """Write a canonical clip as a BVH file."""
    positions = clip.positions.astype(np.float64)
    offsets = rest_offsets(positions)
    loose = _loose(positions)
    positions = positions if loose else stiffen(positions, offsets)
    turns = joint_rotations(positions, offsets)
    angles = unwound(to_euler(ORDER, turns))
    hierarchy, order = _hierarchy(PELVIS, offsets, loose)
    if loose:
        frames = np.concatenate([_from_parents(positions, turns), angles], axis=2)[:, order].reshape(len(clip), -1)
    else:
        frames = np.concatenate([positions[:, PELVIS], angles[:, order].reshape(len(clip), -1)], axis=1)
    lines = ["HIERARCHY", *hierarchy, "MOTION", f"Frames: {len(clip)}", f"Frame Time: {1 / clip.fps:.6f}"]
    lines += [_numbers(frame, 5) for frame in frames]
    path.write_text("\n".join(lines) + "\n", encoding="ascii")


def _loose(positions: np.ndarray) -> bool:
    """Whether the bones of (frames, 22, 3) change their length too much to be made stiff."""
    starts, ends = np.array(BONES).T
    return bool(np.ptp(np.linalg.norm(positions[:, ends] - positions[:, starts], axis=2), axis=0).max() > LOOSE)


def _from_parents(positions: np.ndarray, turns: np.ndarray) -> np.ndarray:
    """Where each joint is, (frames, 23, 3), in the axes of its parent, the root in the world."""
    goals = np.concatenate([positions, positions[:, [PELVIS]]], axis=1)
    world, places = turns.copy(), goals.copy()
    for joint in TREE_ORDER[1:]:
        parent = TREE[joint]
        places[:, joint] = rotate(np.swapaxes(world[:, parent], -1, -2), goals[:, joint] - goals[:, parent])
        world[:, joint] = world[:, parent] @ turns[:, joint]
    return places


def _hierarchy(joint: int, offsets: np.ndarray, loose: bool) -> tuple[list[str], list[int]]:
    """The lines of a joint and all below it, and the joints in the order of their channels."""
    root = joint == PELVIS
    lines = [_offset(np.zeros(3) if root else offsets[joint])]
    lines.append(f"CHANNELS 6 {POSITIONS} {ROTATIONS}" if root or loose else f"CHANNELS 3 {ROTATIONS}")
    order = [joint]
    for child in CHILDREN[joint]:
        below, joints = _hierarchy(child, offsets, loose)
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
