"""Bones of constant length: the places nearest to a clip's that the skeleton of `motion.rest_pose` can take.

Real clips need it: between markers on skin a thigh changes its length by centimetres. Each round moves every bone and
girdle, unbent, to where its joints are, and then every joint to the mean of where its bones want it, so that what does
not fit is shared by both ends. (Rejected: keeping the parents in place, which passes all of it on to hands and feet.)
"""

import numpy as np

from motion.canonical import FPS, heading
from motion.rest_pose import GIRDLES
from motion.rotation import about, kabsch, rotate, unit
from motion.skeleton import BONES, JOINTS

ROUNDS = 20
"""With 10 the worst joint of a marker recording is 27 mm off, with 30 it is 23, with 100 still."""


def stiffen(positions: np.ndarray, offsets: np.ndarray) -> np.ndarray:
    """Positions (frames, 22, 3) with bones as long as `offsets` (23, 3) says, but for what is left after `ROUNDS`.

    The first frame faces exactly as it did, for a reader turns the whole clip by it, and a twentieth of a degree is a
    centimetre ten metres on. The turn that this takes fades over the first second.
    """
    ahead = heading(positions[:1])
    loose = [(parent, joint) for parent, joint in BONES if joint not in GIRDLES.get(parent, ())]
    parents, joints = np.array(loose).T
    halves = np.linalg.norm(offsets[joints], axis=1, keepdims=True) / 2
    belong = [*parents, *joints, *(each for joint, girdle in GIRDLES.items() for each in (joint, *girdle))]
    share = 1 / np.bincount(belong, minlength=len(JOINTS))[:, None]
    for _ in range(ROUNDS):
        middle = (positions[:, parents] + positions[:, joints]) / 2
        half = halves * unit(positions[:, joints] - positions[:, parents])
        moved = np.zeros_like(positions)
        np.add.at(moved, (slice(None), parents), middle - half)
        np.add.at(moved, (slice(None), joints), middle + half)
        for joint, girdle in GIRDLES.items():
            group = [joint, *girdle]
            moved[:, group] += _placed(np.insert(offsets[girdle], 0, 0, axis=0), positions[:, group])
        positions = moved * share
    fade = np.clip(1 - np.arange(len(positions)) / FPS, 0, 1)
    turn = about("y", fade * np.degrees(ahead - heading(positions[:1])))
    return positions[:, :1] + rotate(turn[:, None], positions - positions[:, :1])


def _placed(shape: np.ndarray, points: np.ndarray) -> np.ndarray:
    """A stiff shape (n, 3) turned and moved to where it is nearest to points (frames, n, 3)."""
    middle = points.mean(axis=1, keepdims=True)
    shape = shape - shape.mean(axis=0)
    return middle + rotate(kabsch(shape, points - middle, np.ones(len(shape)))[:, None], shape)
