"""The skeleton that a clip is written with: a tree of joints in a T-pose, its bones as long as the clip's own.

The tree is `motion.skeleton`'s with one joint more: a lower back lies in the pelvis and carries spine1, so that the
trunk bends where it leaves the hips. (Rejected: hips and spine1 on one stiff pelvis, as SMPL has them, which misses the
places of this project's dances by up to 18 mm.) The pose faces +Z, metres, Y up. Does not know rotations over time.
"""

import numpy as np

from motion.rotation import kabsch, rotate, unit
from motion.skeleton import INDEX, JOINTS, PARENTS

NAMES = (*JOINTS, "lower_back")
PELVIS, SPINE1, SPINE3, LOWER_BACK = INDEX["pelvis"], INDEX["spine1"], INDEX["spine3"], len(JOINTS)
TREE = (*(LOWER_BACK if joint == SPINE1 else parent for joint, parent in enumerate(PARENTS)), PELVIS)
"""Index of each joint's parent, -1 for the root."""

CHILDREN = tuple([child for child, parent in enumerate(TREE) if parent == joint] for joint in range(len(TREE)))

ORDER = (PELVIS, LOWER_BACK, *range(1, len(JOINTS)))
"""Joints, each after its parent."""

GIRDLES = {
    PELVIS: [INDEX["left_hip"], INDEX["right_hip"]],
    SPINE3: [INDEX["neck"], INDEX["left_collar"], INDEX["right_collar"]],
}
"""Joints that several others sit on stiffly, and these."""

GUIDES = {PELVIS: ([*GIRDLES[PELVIS], SPINE1], np.array([1, 1, 0.01])), SPINE3: (GIRDLES[SPINE3], np.ones(3))}
"""Joints that say how a girdle is turned, and what each counts. Spine1 is not stiff on the pelvis, but says where up is
if that lies on the line between the hips."""

T_POSE = {
    "left_hip": (1, -1, 0), "right_hip": (-1, -1, 0), "spine1": (0, 1, 0), "left_knee": (0, -1, 0),
    "right_knee": (0, -1, 0), "spine2": (0, 1, 0), "left_ankle": (0, -1, 0), "right_ankle": (0, -1, 0),
    "spine3": (0, 1, 0), "left_foot": (0, -0.4, 0.9), "right_foot": (0, -0.4, 0.9), "neck": (0, 1, 0),
    "left_collar": (0.6, 0.8, 0), "right_collar": (-0.6, 0.8, 0), "head": (0, 1, 0), "left_shoulder": (1, 0, 0),
    "right_shoulder": (-1, 0, 0), "left_elbow": (1, 0, 0), "right_elbow": (-1, 0, 0), "left_wrist": (1, 0, 0),
    "right_wrist": (-1, 0, 0),
}  # fmt: skip
DIRECTIONS = unit(np.array([T_POSE.get(name, (0, 0, 0)) for name in NAMES], dtype=float))
"""(23, 3), from each joint's parent to it; none for pelvis and lower back."""


def rest_offsets(positions: np.ndarray) -> np.ndarray:
    """Offsets (23, 3) of the T-pose, each from the parent in `TREE`, for positions (frames, 22, 3).

    A bone is as long as it is in the median frame; hips, and what spine3 carries, keep the shape that they have there.
    """
    offsets = DIRECTIONS.copy()
    for joint, parent in enumerate(PARENTS):
        if parent >= 0:
            offsets[joint] *= np.median(np.linalg.norm(positions[:, joint] - positions[:, parent], axis=1))
    for joint, (guides, weights) in GUIDES.items():
        seen = positions[:, guides] - positions[:, [joint]]
        shape = offsets[guides]
        for _ in range(3):  # the shape says how each frame is turned, and the turned frames what the shape is
            turned = np.swapaxes(kabsch(shape, seen, weights), -1, -2)
            shape = np.median(rotate(turned[:, None], seen), axis=0)
        offsets[GIRDLES[joint]] = shape[: len(GIRDLES[joint])]
    return offsets
