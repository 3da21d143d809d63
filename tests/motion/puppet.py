"""A puppet for the tests: a small body that moves, its BVH file in any dialect, and where its joints truly are.

The truth comes from scipy's rotations, one joint and one frame at a time, so that it shares nothing with `motion`.
"""

import numpy as np
from scipy.spatial.transform import Rotation

from motion.skeleton import JOINTS, PARENTS

REST = {
    "pelvis": (0, 0, 0), "left_hip": (0.085, -0.088, 0), "right_hip": (-0.085, -0.088, 0), "spine1": (0, 0.11, 0),
    "left_knee": (0, -0.385, 0), "right_knee": (0, -0.385, 0), "spine2": (0, 0.135, 0), "left_ankle": (0, -0.40, 0),
    "right_ankle": (0, -0.40, 0), "spine3": (0, 0.056, 0), "left_foot": (0, -0.06, 0.13),
    "right_foot": (0, -0.06, 0.13), "neck": (0, 0.209, 0), "left_collar": (0.07, 0.10, 0),
    "right_collar": (-0.07, 0.10, 0), "head": (0, 0.10, 0.04), "left_shoulder": (0.11, 0.03, 0),
    "right_shoulder": (-0.11, 0.03, 0), "left_elbow": (0.26, 0, 0), "right_elbow": (-0.26, 0, 0),
    "left_wrist": (0.25, 0, 0), "right_wrist": (-0.25, 0, 0),
}  # fmt: skip
"""Offsets of a T-pose facing +Z, metres, Y up, each from the parent in `motion.skeleton`."""

OFFSETS = np.array([REST[name] for name in JOINTS])
FPS = 30


def dance(frames: int = 30, seed: int = 0) -> tuple[np.ndarray, list[Rotation]]:
    """Root places (frames, 3) and, for each joint, its turns against its parent: a walk ahead with bent knees."""
    rng = np.random.default_rng(seed)
    time = np.linspace(0, 2 * np.pi, frames)[:, None]
    turns = [
        Rotation.from_euler("xyz", rng.uniform(-10, 10, (1, 3)) * np.sin(time + rng.uniform(0, 6)), degrees=True)
        for _ in JOINTS
    ]
    for side, shift in (("left", 0), ("right", np.pi)):
        fold = 30 + 25 * np.sin(time[:, 0] + shift)
        turns[JOINTS.index(f"{side}_hip")] = Rotation.from_euler("x", -0.7 * fold[:, None], degrees=True)
        turns[JOINTS.index(f"{side}_knee")] = Rotation.from_euler("x", fold[:, None], degrees=True)
    root = np.concatenate([0.05 * np.sin(time), 0.93 + 0.01 * np.cos(time), 0.2 * time], axis=1)
    return root, turns


def truth(root: np.ndarray, turns: list[Rotation], offsets: np.ndarray = OFFSETS, parents=PARENTS) -> np.ndarray:
    """Where the joints are, (frames, joints, 3), by plain forward kinematics."""
    places = np.zeros((len(root), len(parents), 3))
    for frame in range(len(root)):
        world = []
        for joint, parent in enumerate(parents):
            own = turns[joint][frame]
            world.append(own if parent < 0 else world[parent] * own)
            start = root[frame] if parent < 0 else places[frame, parent] + world[parent].apply(offsets[joint])
            places[frame, joint] = start
    return places


def write_bvh(
    root: np.ndarray,
    turns: list[Rotation],
    names=JOINTS,
    parents=PARENTS,
    offsets: np.ndarray = OFFSETS,
    orders="ZXY",
    moving: bool = False,
    scale: float = 1.0,
    fps: float = FPS,
    ends: dict[int, tuple] | None = None,
) -> str:
    """The text of a BVH file. orders: rotation order of all joints, or one each. moving: position channels everywhere.

    ends: offsets of end sites, by joint; other leaves end where they are.
    """
    orders = [orders] * len(names) if isinstance(orders, str) else orders
    lines, columns = ["HIERARCHY"], []

    def joint(i: int, depth: int) -> None:
        pad = "\t" * depth
        lines.extend([f"{pad}{'ROOT' if parents[i] < 0 else 'JOINT'} {names[i]}", pad + "{"])
        lines.append(f"{pad}\tOFFSET {' '.join(f'{x:.6f}' for x in offsets[i] * scale)}")
        channels = [f"{axis}rotation" for axis in orders[i]]
        angles = turns[i].as_euler(orders[i].upper(), degrees=True).reshape(len(root), -1)
        if moving or parents[i] < 0:
            channels = ["Xposition", "Yposition", "Zposition", *channels]
            place = root if parents[i] < 0 else np.tile(offsets[i], (len(root), 1))
            angles = np.concatenate([place * scale, angles], axis=1)
        lines.append(f"{pad}\tCHANNELS {len(channels)} {' '.join(channels)}")
        columns.append(angles)
        children = [child for child, parent in enumerate(parents) if parent == i]
        for child in children:
            joint(child, depth + 1)
        if not children or (ends and i in ends):
            end = np.array((ends or {}).get(i, (0, 0, 0))) * scale
            lines.extend([pad + "\tEnd Site", pad + "\t{", f"{pad}\t\tOFFSET {end[0]} {end[1]} {end[2]}", pad + "\t}"])
        lines.append(pad + "}")

    joint(0, 0)
    lines += ["MOTION", f"Frames: {len(root)}", f"Frame Time: {1 / fps:.7f}"]
    lines += [" ".join(f"{x:.6f}" for x in row) for row in np.concatenate(columns, axis=1)]
    return "\n".join(lines) + "\n"
