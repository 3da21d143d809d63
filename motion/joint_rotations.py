"""From places to rotations: how each joint of `motion.rest_pose` turns so that its children are where they are.

Joints that carry a girdle turn with all of it (Kabsch), those that carry one joint with the direction to it; what that
leaves open, the turn of a bone about itself, is `motion.twist`'s. Directions go from where the rotations so far have
put a joint to where its child should be, so that errors do not add up on the way to hands and feet.
"""

import numpy as np

from motion.rest_pose import CHILDREN, DIRECTIONS, GIRDLES, GUIDES, LOWER_BACK, NAMES, ORDER, PELVIS, SPINE3, TREE
from motion.rotation import kabsch, rotate, unit
from motion.skeleton import INDEX
from motion.twist import turn_bone

BACKBONE = {LOWER_BACK: 1 / 4, INDEX["spine1"]: 2 / 4, INDEX["spine2"]: 3 / 4}
"""Parts of the twist from hips to shoulders that these joints and those below them take; spine3 has the rest."""

HINGED = [INDEX[f"{side}_{name}"] for name in ("hip", "shoulder") for side in ("left", "right")]
"""Joints whose bone ends in a knee or an elbow. The axis about which that bends says how the bone is turned."""

BENT = (0.2, 0.5)
"""Sine of a bend that says nothing about the turn, and of one that says it as well as any."""


def joint_rotations(positions: np.ndarray, offsets: np.ndarray) -> np.ndarray:
    """Rotations (frames, 23, 3, 3) of each joint against its parent, the root's against the world.

    positions: (frames, 22, 3). offsets: (23, 3), of the T-pose in which no joint is turned. Joints without children
    are not turned.
    """
    goals = np.concatenate([positions, positions[:, [PELVIS]]], axis=1)  # the lower back lies in the pelvis
    chest = _turn_girdle(SPINE3, goals - goals[:, [SPINE3]], offsets)
    places, local = goals.copy(), np.tile(np.eye(3), (*goals.shape[:2], 1, 1))
    world = local.copy()
    for joint in ORDER:
        if joint != PELVIS:
            parent = TREE[joint]
            places[:, joint] = places[:, parent] + rotate(world[:, parent], offsets[joint])
            world[:, joint] = world[:, parent]
        back = np.swapaxes(world[:, joint], -1, -2)
        away = goals - places[:, [joint]]
        if joint in GIRDLES:
            local[:, joint] = back @ _turn_girdle(joint, away, offsets)
        elif CHILDREN[joint]:
            (child,) = CHILDREN[joint]
            if joint in BACKBONE:
                hints, trust = _between(world[:, PELVIS], chest, BACKBONE[joint])
            else:
                hints, trust = _hinge(joint, away)
            rest, direction = DIRECTIONS[child], rotate(back, unit(away[:, child]))
            local[:, joint] = turn_bone(rest, _side(joint), direction, rotate(back, hints), trust)
        world[:, joint] = world[:, joint] @ local[:, joint]
    return local


def _turn_girdle(joint: int, away: np.ndarray, offsets: np.ndarray) -> np.ndarray:
    """World rotations (frames, 3, 3) of a joint from where all joints are, seen from it, (frames, 23, 3)."""
    guides, weights = GUIDES[joint]
    return kabsch(offsets[guides], away[:, guides], weights)


def _between(pelvis: np.ndarray, chest: np.ndarray, part: float) -> tuple[np.ndarray, np.ndarray]:
    """Where the left side of a joint of the trunk points, (frames, 3) in the world, and full trust in it (frames,)."""
    return (1 - part) * pelvis[..., 0] + part * chest[..., 0], np.ones(len(chest))


def _hinge(joint: int, away: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The axis about which the next joint bends, (frames, 3) in the world, and how far to trust it (frames,)."""
    if joint not in HINGED:
        return np.zeros_like(away[:, 0]), np.zeros(len(away))
    (middle,) = CHILDREN[joint]
    (end,) = CHILDREN[middle]
    axis = np.cross(unit(away[:, middle]), unit(away[:, end] - away[:, middle]))
    return axis, np.clip((np.linalg.norm(axis, axis=1) - BENT[0]) / (BENT[1] - BENT[0]), 0, 1)


def _side(joint: int) -> np.ndarray:
    """The axis in the T-pose about which the joint that follows folds: knees bend back, elbows forward."""
    arm = NAMES[joint].endswith(("collar", "shoulder", "elbow"))
    return np.array([0, -1 if NAMES[joint].startswith("left") else 1, 0] if arm else [1, 0, 0], dtype=float)
