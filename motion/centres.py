"""Where a joint's centre lies among the markers on the skin.

Works in any unit, with any axis up and in left-handed axes too: lengths are parts of other lengths, and what is inward,
ahead or below is read from the body. The half-widths are an ordinary adult's with the markers on, since files seldom
bring the dancer's own. Davis et al. (1991) and plug-in-gait turn knee and ankle by wands on thigh and shank, which
dancers wear anywhere; here feet and forearms say where a hinge points. Does not know labels: `motion.markers` does.
"""

from typing import NamedTuple

import numpy as np

from motion.rotation import unit

HIP = {"out": 0.30, "back": 0.35, "down": 0.30}
"""Hip joints from the middle of the front waist markers, as parts of their distance: Bell's regression (Bell et al.
1990: 0.36, 0.19, 0.30) moved halfway to where the thighs of a recording keep their length. In eleven ballroom dances
thighs then vary by 1.8 %; with Bell's own numbers by 3.0 %, with those of Harrington et al. (2007) by 2.5 %."""

KNEE, ANKLE = 0.155, 0.115
"""From the outer marker in to the centre, as parts of the shank: 5.5 and 4 cm."""

FOOT_WIDTH = 0.4
"""From the outer marker to the ankle's centre, as a part of the way from the fifth to the first metatarsal."""

ELBOW = 0.17
"""From the outer marker in to the elbow's centre, as a part of the forearm: 4 cm."""

STRAIGHT = 0.3
"""Sine of the elbow's bend (17 degrees) below which the plane of the arm says less and less of its hinge."""

SHOULDER = 0.12
"""From the acromion's marker down to the shoulder's centre, as a part of the distance between the two: where upper arms
keep their length best in ballroom dances. Rab et al. (2002) have 0.17."""


class Side(NamedTuple):
    """One side of a body, each place (frames, 3).

    markers: this side's without their side, and the central ones. other: the other side's. joints: this side's so far.
    turn: 1, or -1 where a cross product comes out the other way round: on the right, or in left-handed axes.
    """

    markers: dict[str, np.ndarray]
    other: dict[str, np.ndarray]
    joints: dict[str, np.ndarray]
    turn: int


def middle(side: Side, names: list[str]) -> np.ndarray:
    """A computed centre, or the middle of markers on two sides of a joint."""
    return sum(side.markers[name] for name in names) / len(names)


def hip(side: Side, names: list[str]) -> np.ndarray:
    """By the regression `HIP`, from the markers in front and those behind."""
    front, back = ((side.markers[name] + side.other[name]) / 2 for name in names)
    across = side.markers[names[0]] - side.other[names[0]]
    width, out = np.median(np.linalg.norm(across, axis=1)), unit(across)
    behind = unit(_square(back - front, out))
    above = next(side.markers[name] for name in ("C7", "SHO", "FSH", "SJC") if name in side.markers)
    down = np.cross(out, behind)
    down *= np.sign((down * (front - above)).sum())
    return front + width * (HIP["out"] * out + HIP["back"] * behind + HIP["down"] * down)


def shoulder(side: Side, names: list[str]) -> np.ndarray:
    """Below the acromion, toward the middle of the waist."""
    own, other = side.markers[names[0]], side.other[names[0]]
    width = np.median(np.linalg.norm(own - other, axis=1))
    return own + SHOULDER * width * unit(side.joints["waist"] - (own + other) / 2)


def ankle_by_foot(side: Side, names: list[str]) -> np.ndarray:
    """Across the foot, inward from the outer marker."""
    outer, first, fifth = (side.markers[name] for name in names)
    return outer + FOOT_WIDTH * (first - fifth)


def ankle(side: Side, names: list[str]) -> np.ndarray:
    """Square to foot and shank, inward from the outer marker."""
    outer, knee_marker = (side.markers[name] for name in names)
    return outer + ANKLE * _median_length(knee_marker - outer) * _inward(side, outer, knee_marker)


def knee(side: Side, names: list[str]) -> np.ndarray:
    """Inward from the outer marker, square to the thigh and else as the ankle: shanks hardly twist."""
    outer, below = side.markers[names[0]], side.joints["ankle"]
    inward = unit(_square(_inward(side, below, outer), outer - side.joints["hip"]))
    return outer + KNEE * _median_length(outer - below) * inward


def elbow(side: Side, names: list[str]) -> np.ndarray:
    """Square to the plane of the bent arm, as plug-in-gait has it; a straight arm's marker is left where it is."""
    outer = side.markers[names[0]]
    upper, fore = outer - side.joints["shoulder"], side.joints["wrist"] - outer
    hinge = np.cross(unit(upper), unit(fore))
    bend = np.linalg.norm(hinge, axis=1, keepdims=True)
    return outer + ELBOW * _median_length(fore) * side.turn * hinge / np.maximum(bend, STRAIGHT)


def _inward(side: Side, low: np.ndarray, high: np.ndarray) -> np.ndarray:
    """Toward the other leg, square to the foot and to the shank from `low` to `high`."""
    return side.turn * unit(np.cross(side.joints["foot"] - side.markers.get("HEE", low), high - low))


def _square(vectors: np.ndarray, axis: np.ndarray) -> np.ndarray:
    """What of vectors (frames, 3) is square to an axis."""
    axis = unit(axis)
    return vectors - (vectors * axis).sum(axis=1, keepdims=True) * axis


def _median_length(vectors: np.ndarray) -> float:
    return float(np.median(np.linalg.norm(vectors, axis=1)))
