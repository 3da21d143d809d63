"""Up axis, handedness and unit of a recording, read from the body itself, since files do not say.

Axes are turned by a proper rotation only. A recording whose knees fold and toes point the wrong way for its named left
and right has been mirrored (left-handed axes, or one axis flipped on the way); that, and only that, is undone by a
reflection.
Does not find the floor or the facing: `motion.canonical` does.
"""

import numpy as np

from motion.anatomy import leg_length
from motion.clip import Clip, ClipError
from motion.recording import FARTHEST, Recording
from motion.rig_pose import held_pose, starts_apart
from motion.rotation import about, rotate
from motion.skeleton import INDEX, JOINTS

LEG = 0.83
"""Metres from hip to ankle that a body of unknown unit is scaled to."""

HUMAN = (0.60, 1.05)
"""Shortest and longest leg in metres for which a unit is believed."""

STEADY = 0.15
"""Legs by which the lowest joint of a body on its floor goes up and down, at most."""

TRUNK = ("pelvis", "neck")
HANDS_AND_KNEES = ("left_wrist", "right_wrist", "left_knee", "right_knee")

UNITS = {"metres": 1.0, "centimetres": 0.01, "millimetres": 0.001, "inches": 0.0254}

TO_Y_UP = {
    "X": about("z", 90),
    "-X": about("z", -90),
    "Y": np.eye(3),
    "-Y": about("x", 180),
    "Z": about("x", -90),
    "-Z": about("x", 90),
}
"""The rotation that brings an axis up."""


def upright(recording: Recording, up: str | None = None) -> Clip:
    """The recording in metres, Y up, left on the left. Raises ClipError where there is no body to measure.

    up: a key of `TO_Y_UP` where it is known; otherwise it is read from the body.
    """
    positions, fps, reading = recording
    if not (np.abs(positions) < FARTHEST).all():
        raise ClipError("found positions that are not finite or over a billion units out; a body has a place in space.")
    if starts_apart(positions):
        positions, reading = positions[1:], f"{reading}, first frame (a calibration pose) left out"
    found = up or up_axis(positions)
    positions = rotate(TO_Y_UP[found], positions)
    reading += f", {found} up{' as told' if up else ''}"
    if mirrored(positions):
        positions = positions * [-1, 1, 1]
        reading += ", mirrored axes undone"
    scale, unit = scale_to_metres(positions)
    # From where it begins, since what follows has seven digits and a map's coordinates may begin with as many.
    positions = (positions - positions[0, 0] * [1, 0, 1]) * scale
    held, pose = held_pose(positions, fps)
    if held:
        positions, reading = positions[held:], f"{reading}, {held / fps:.2f} s of {pose} at the start left out"
    return Clip(positions, fps, f"{reading}, {unit}.")


def up_axis(positions: np.ndarray) -> str:
    """The axis, "Y" or "-Z" and so on, along which the head is farthest from the ankles over all frames.

    A body that travels that way farther than a leg, and along another axis stays on one floor, crawls: its trunk is
    above its hands and knees.
    """
    axis, rise = _rise(positions, ("head",), ("left_ankle", "right_ankle"))
    if _wandering(positions, axis) > 1:
        across = np.abs(positions[:, INDEX["left_hip"]] - positions[:, INDEX["right_hip"]]).sum(axis=0)
        across[axis] = -1
        flat = 3 - axis - int(across.argmax())
        if _wandering(positions, flat) < STEADY:
            axis, rise = _rise(positions, TRUNK, HANDS_AND_KNEES, flat)
    return ("-" if rise < 0 else "") + "XYZ"[axis]


def _rise(positions: np.ndarray, high: tuple, low: tuple, axis: int | None = None) -> tuple[int, float]:
    """The axis, unless it is told, along which some joints are farthest from others over all frames, and how far."""
    rise = sum(positions[:, INDEX[name]] for name in high) / len(high)
    rise = (rise - sum(positions[:, INDEX[name]] for name in low) / len(low)).sum(axis=0)
    axis = int(np.abs(rise).argmax()) if axis is None else axis
    return axis, float(rise[axis])


def _wandering(positions: np.ndarray, axis: int) -> float:
    """How far, in legs, the first or last joint along an axis wanders, whichever less; but in a tenth of frames."""
    ends = [reach(positions[:, :, axis], axis=1) for reach in (np.min, np.max)]
    low, high = np.percentile(ends, [5, 95], axis=1)
    return float((high - low).min() / max(leg_length(_named(positions)), 1e-6))


def mirrored(positions: np.ndarray) -> bool:
    """Whether the legs of (frames, 22, 3) are built the other way round: knees fold back and toes point ahead of the
    shank, seen from the side that the hips say, whatever the trunk does."""
    joint, built, size = _named(positions), 0.0, 0.0
    across = joint["left_hip"] - joint["right_hip"]
    for side in ("left", "right"):
        hip, knee, ankle, foot = (joint[f"{side}_{part}"] for part in ("hip", "knee", "ankle", "foot"))
        for fold in (np.cross(knee - hip, ankle - knee), np.cross(foot - ankle, ankle - knee)):
            built = built + (fold * across).sum(axis=1)
            size = size + np.linalg.norm(fold, axis=1) * np.linalg.norm(across, axis=1)
    return bool(np.mean(built / np.maximum(size, 1e-12)) < -0.2)


def scale_to_metres(positions: np.ndarray) -> tuple[float, str]:
    """What to multiply by, and the words for it."""
    leg = leg_length(_named(positions))
    if not leg > 1e-6:
        raise ClipError("found hip, knee and ankle in one place; a body has legs, in any unit.")
    for unit, metres in UNITS.items():
        if HUMAN[0] <= leg * metres <= HUMAN[1]:
            return metres, unit
    return LEG / leg, f"scaled by {LEG / leg:.3g} to a leg of {LEG} m"


def _named(positions: np.ndarray) -> dict[str, np.ndarray]:
    return dict(zip(JOINTS, np.moveaxis(positions, 1, 0), strict=True))
