"""From the features that models of text and motion are trained on back to places: HumanML3D's, and KIT-ML's.

A frame (Guo et al. 2022, `new_joint_vecs`) has twelve numbers a joint but one: half the angle that the root turns to
the next frame, how far it goes on the ground as seen from there, its height, the other joints from the ground below it
as it faces; then rotations, velocities and contacts, which say the same again. Not scaled to mean and deviation.
"""

import numpy as np

from motion.rotation import about, rotate

EACH = 12
"""Numbers a joint: 3 of its place, 6 of its turn, 3 of its speed. The root has one less: 4, 0, 3, and 4 of contacts."""


def width(joints: int) -> int:
    """How many features a frame has."""
    return EACH * joints - 1


def to_places(features: np.ndarray, joints: int) -> np.ndarray:
    """Places (frames, joints, 3) from features (frames, `width`), Y up, the first frame facing +Z above the origin."""
    half, way, height = features[:-1, 0], features[:-1, 1:3], features[:, 3]
    turns = about("y", -2 * np.degrees(np.append(0, np.cumsum(half))))
    steps = np.zeros((len(features), 3))
    steps[1:, [0, 2]] = way
    ground = np.cumsum(rotate(turns, steps), axis=0)
    others = features[:, 4 : 3 * joints + 1].reshape(len(features), joints - 1, 3)
    root = ground + height[:, None] * [0, 1, 0]
    return np.concatenate([root[:, None], ground[:, None] + rotate(turns[:, None], others)], axis=1)
