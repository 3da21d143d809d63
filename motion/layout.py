"""Which joint set an array of positions holds, and in which order of axes: by its shape, then by its content.

Where several readings fit the shape, the one that looks most like a body is taken (`motion.likeness`), with a head that
stays on one side of the feet. If even the best looks like none (rotations and features have the same shapes), the array
is refused, unless the user said what it is; a body that turns over is one if its bones leave no doubt. Does not read
files.
"""

from typing import NamedTuple

import numpy as np

from motion.clip import ClipError
from motion.features import to_places, width
from motion.jointsets import JOINT_SETS
from motion.likeness import BODY, NO_BODY, in_space, rolling, some, unlikeness
from motion.recording import MAX_FILE_FRAMES, Recording, Told, frame_rate
from motion.repair import mend, seen

AXES = {
    "(frames, {0}, 3)": (0, 1, 2),
    "({0}, frames, 3)": (1, 0, 2),
    "({0}, 3, frames)": (2, 0, 1),
    "(3, frames, {0})": (1, 2, 0),
}
"""Which axes are frames, joints and places: as most have them, the notebook, MDM's output, and ST-GCN's input."""

FLAT = "(frames, {0} * 3)"
ORDERS = (*AXES, FLAT)
FEATURES = "(frames, {0})"
"""Not of places, for the joint sets that have them; see `motion.features`."""


class Layout(NamedTuple):
    """joints: a key of `JOINT_SETS`. order: one of `ORDERS`, or `FEATURES`."""

    joints: str
    order: str


def layouts(shape: tuple[int, ...], joints: str | None = None) -> list[Layout]:
    """All readings that a shape allows, of one joint set where it is told."""
    sets = [joints] if joints else JOINT_SETS
    return [
        Layout(name, order)
        for name in sets
        for order in (*ORDERS, FEATURES)
        if 1 <= _frames(one(shape), name, order) <= MAX_FILE_FRAMES
    ]


def one(shape: tuple[int, ...]) -> tuple[int, ...]:
    """A shape without the batch of one in which models give what they make."""
    return shape[1:] if len(shape) == 4 and shape[0] == 1 else shape


def accepted(joints: str | None = None) -> str:
    """What shapes are accepted, as the end of a sentence."""
    if joints:
        *shapes, last = (order.format(JOINT_SETS[joints].rows) for order in ORDERS)
        return f"accepted, as {joints} is told, are numbers of shape {', '.join(shapes)} or {last}"
    *shapes, last = (order.format("joints") for order in ORDERS)
    sets = ", ".join(f"{name} ({each.rows})" for name, each in JOINT_SETS.items())
    features = " or ".join(FEATURES.format(width(each.rows)) for each in JOINT_SETS.values() if each.features)
    shapes = f"{', '.join(shapes)} or {last}, with the joints of {sets}"
    return f"accepted are numbers of shape {shapes}, or HumanML3D's features {features}"


def to_recording(array: np.ndarray, told: Told, stated: float | None = None) -> Recording:
    """The body in an array of an accepted shape, NaN where a place is missing. stated: the fps that came with it."""
    array = array.reshape(one(array.shape))
    found = layouts(array.shape, told.joints)
    look = {layout: _look(_arrange(array, layout), layout) for layout in found}
    best, *others = sorted(found, key=lambda layout: sum(look[layout]))
    points = in_space(_arrange(array, best))
    unlike, turning = look[best]
    if unlike + turning * (unlike > BODY) > NO_BODY and not told.joints:
        wanted = "positions, or SMPL's rotations beside as many places (poses and trans) in a .npz"
        if best.order == FEATURES:
            wanted = "features as in new_joint_vecs, before any scaling, or positions as in new_joints"
        raise ClipError(
            f"found an array of shape {array.shape} that fits {best.joints}, with bones that are no body's; "
            f"accepted are {wanted}."
        )
    fps, words = frame_rate(told.fps, stated, JOINT_SETS[best.joints].fps)
    name = f"{best.joints} as told" if told.joints else best.joints
    rather = [layout.joints if layout.joints != best.joints else layout.order.format("joints") for layout in others]
    name += f" rather than {' or '.join(rather)}" if rather else ""
    name += " from its features" if best.order == FEATURES else ""
    reading = f"array {array.shape}, {len(points)} frames of {name}, {words}"
    used = JOINT_SETS[best.joints].used()
    kept, mended = mend(points[:, used], fps, [f"row {row} of {best.joints}" for row in used])
    points = np.zeros((len(kept), *points.shape[1:]))
    points[:, used] = kept
    return Recording(JOINT_SETS[best.joints].place(points), fps, f"{reading}, {mended}" if mended else reading)


def _frames(shape: tuple[int, ...], joints: str, order: str) -> int:
    """How many frames an array has in this reading, 0 if it does not fit."""
    rows, confidence = JOINT_SETS[joints].rows, JOINT_SETS[joints].confidence
    if order == FLAT:
        return shape[0] if len(shape) == 2 and shape[1] == rows * 3 else 0
    if order == FEATURES:
        return shape[0] if len(shape) == 2 and shape[1] == width(rows) and JOINT_SETS[joints].features else 0
    frames, joint, place = AXES[order]
    fits = len(shape) == 3 and shape[joint] == rows and (shape[place] == 3 or (shape[place] == 4 and confidence))
    return shape[frames] if fits else 0


def _arrange(array: np.ndarray, layout: Layout) -> np.ndarray:
    """(frames, rows, 3), without a fourth column of confidence."""
    if layout.order == FEATURES:
        return to_places(array, JOINT_SETS[layout.joints].rows)
    if layout.order in AXES:
        array = array.transpose(AXES[layout.order])
    return array.reshape(len(array), JOINT_SETS[layout.joints].rows, -1)[..., :3]


def _look(points: np.ndarray, layout: Layout) -> tuple[float, float]:
    """How unlike a body is what a reading gives, and how it turns over, as an array in wrong order and a dancer may."""
    joints = JOINT_SETS[layout.joints]
    used = points[:, joints.used()]
    if not (used != used[:, :1]).any():
        return np.inf, 0.0
    there = np.isfinite(seen(used, joints.fps)).all(axis=2)
    if not there.any(axis=0).all():  # for `mend` to say which
        return NO_BODY, 0.0
    points = points[there.all(axis=1)] if there.all(axis=1).any() else _nearest(points, there, layout)
    body = joints.place(some(points))
    return unlikeness(body), rolling(body)


def _nearest(points: np.ndarray, there: np.ndarray, layout: Layout) -> np.ndarray:
    """Points (frames, rows, 3) where in no frame all are seen (frames, used): each where it was seen last or first."""
    filled, frames = points.copy(), np.arange(len(points))
    for row, own in zip(JOINT_SETS[layout.joints].used(), there.T, strict=True):
        known = np.flatnonzero(own)
        filled[:, row] = points[known[np.maximum(np.searchsorted(known, frames, side="right") - 1, 0)], row]
    return filled
