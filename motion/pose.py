"""A pose as directions of bones, and any body put into it: how a dance passes from one dancer to another.

A clip shows where joints are, and so which way each bone points, but not how it is turned about itself. Directions are
all that is needed to blend, mirror or mix poses, and a body placed along them keeps its bones whatever was done to
them. (Rejected: `motion.joint_rotations`, which a file for animators needs, but whose turns of bones about themselves
no clip shows, at thirty times the work.) Hips and chest are stiff: each has two directions, for its axes.
"""

from dataclasses import dataclass

import numpy as np

from motion.rotation import unit
from motion.skeleton import INDEX

LIMBS = ("shoulder", "elbow", "wrist", "knee", "ankle", "foot")
PARTS = (
    "hips_left", "hips_down", "spine1", "spine2", "spine3", "chest_left", "chest_up", "head",
    *(f"{side}_{limb}" for limb in LIMBS for side in ("left", "right")),
)  # fmt: skip
"""What has a direction: the axes of the two girdles, and the bone from its parent to each other joint."""

PART = {name: index for index, name in enumerate(PARTS)}
UP_FROM = {"spine1": "pelvis", "spine2": "spine1", "spine3": "spine2", "head": "neck"} | {
    f"{side}_{joint}": f"{side}_{parent}"
    for side in ("left", "right")
    for joint, parent in zip(LIMBS, ("collar", "shoulder", "elbow", "hip", "knee", "ankle"), strict=True)
}
"""For each bone that is a part, the joint that it starts from."""

JOINTS_OF = [INDEX[name] for name in UP_FROM]
PARENTS_OF = [INDEX[name] for name in UP_FROM.values()]
PARTS_OF = [PART[name] for name in UP_FROM]


@dataclass(frozen=True, eq=False)
class Body:
    """A dancer's measures in metres, the same on both sides.

    lengths: (20,), of each part; half the width for hips_left and chest_left. collar: how far the middle between the
    collars lies above spine3 and ahead of it.
    """

    lengths: np.ndarray
    collar: tuple[float, float]

    @classmethod
    def of(cls, dances: list[np.ndarray]) -> "Body":
        """The mean of the dancers of positions (frames, 22, 3) each, by their median frames."""
        measures = np.mean([_measure(positions) for positions in dances], axis=0)
        lengths = measures[:-2]
        for limb in LIMBS:
            pair = [PART[f"left_{limb}"], PART[f"right_{limb}"]]
            lengths[pair] = lengths[pair].mean()
        return cls(lengths, tuple(measures[-2:].tolist()))

    def length(self, *names: str) -> float:
        """Metres of the parts `names` together."""
        return float(sum(self.lengths[PART[name]] for name in names))

    @property
    def leg(self) -> float:
        """From hip to ankle, stretched."""
        return self.length("left_knee", "left_ankle")


def directions(positions: np.ndarray) -> np.ndarray:
    """Unit directions (frames, 20, 3) of the parts of positions (frames, 22, 3), in the same axes."""
    vectors = np.empty((len(positions), len(PARTS), 3))
    vectors[:, PARTS_OF] = positions[:, JOINTS_OF] - positions[:, PARENTS_OF]
    at = {name: positions[:, index] for name, index in INDEX.items()}
    vectors[:, PART["hips_left"]] = at["left_hip"] - at["right_hip"]
    vectors[:, PART["hips_down"]] = (at["left_hip"] + at["right_hip"]) / 2 - at["pelvis"]
    vectors[:, PART["chest_left"]] = at["left_collar"] - at["right_collar"]
    vectors[:, PART["chest_up"]] = at["neck"] - at["spine3"]
    return unit(vectors)


def place(root: np.ndarray, directions: np.ndarray, body: Body) -> np.ndarray:
    """Positions (frames, 22, 3) of a body with its pelvis at `root` (frames, 3) and its parts along `directions`."""
    positions = np.empty((len(root), len(INDEX), 3))
    bones = directions * body.lengths[:, None]
    positions[:, INDEX["pelvis"]] = root
    left, down = _square(directions, "hips_left", "hips_down")
    middle = root + down * body.lengths[PART["hips_down"]]
    half = left * body.lengths[PART["hips_left"]]
    positions[:, INDEX["left_hip"]], positions[:, INDEX["right_hip"]] = middle + half, middle - half
    for name in ("spine1", "spine2", "spine3"):
        positions[:, INDEX[name]] = positions[:, INDEX[UP_FROM[name]]] + bones[:, PART[name]]
    left, up = _square(directions, "chest_left", "chest_up")
    chest = positions[:, INDEX["spine3"]]
    positions[:, INDEX["neck"]] = chest + up * body.lengths[PART["chest_up"]]
    middle = chest + up * body.collar[0] + np.cross(left, up) * body.collar[1]
    half = left * body.lengths[PART["chest_left"]]
    positions[:, INDEX["left_collar"]], positions[:, INDEX["right_collar"]] = middle + half, middle - half
    for name in (*(f"{side}_{limb}" for limb in LIMBS for side in ("left", "right")), "head"):
        positions[:, INDEX[name]] = positions[:, INDEX[UP_FROM[name]]] + bones[:, PART[name]]
    return positions


def _square(directions: np.ndarray, first: str, second: str) -> tuple[np.ndarray, np.ndarray]:
    """Two directions (frames, 3), the second made square to the first."""
    first, second = directions[:, PART[first]], directions[:, PART[second]]
    return first, unit(second - (second * first).sum(axis=1, keepdims=True) * first)


def _measure(positions: np.ndarray) -> np.ndarray:
    """Lengths of the parts and the two of the collars, (22,), by the median frame."""
    lengths = np.empty((len(positions), len(PARTS)))
    lengths[:, PARTS_OF] = np.linalg.norm(positions[:, JOINTS_OF] - positions[:, PARENTS_OF], axis=2)
    at = {name: positions[:, index] for name, index in INDEX.items()}
    left, up = _square(directions(positions), "chest_left", "chest_up")
    collar = (at["left_collar"] + at["right_collar"]) / 2 - at["spine3"]
    lengths[:, PART["hips_left"]] = np.linalg.norm(at["left_hip"] - at["right_hip"], axis=1) / 2
    lengths[:, PART["hips_down"]] = np.linalg.norm((at["left_hip"] + at["right_hip"]) / 2 - at["pelvis"], axis=1)
    lengths[:, PART["chest_left"]] = np.linalg.norm(at["left_collar"] - at["right_collar"], axis=1) / 2
    lengths[:, PART["chest_up"]] = np.linalg.norm(at["neck"] - at["spine3"], axis=1)
    collars = np.stack([(collar * up).sum(axis=1), (collar * np.cross(left, up)).sum(axis=1)], axis=1)
    return np.median(np.concatenate([lengths, collars], axis=1), axis=0)
