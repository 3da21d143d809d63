"""NumPy arrays of joints or markers, `.npy`. The header is read and checked before anything else is.

Accepted: (frames, 22, 3) joints in `motion.skeleton` order at 20 fps, as HumanML3D's `new_joints`; (55, frames, 3)
markers at 35 fps, or 53 without the two that are not optical, see `motion.markers`. An array says neither its frame
rate nor its layout: both are taken from its shape. Never unpickles.
"""

from pathlib import Path
from typing import BinaryIO

import numpy as np

from motion.clip import ClipError
from motion.markers import FPS as MARKER_FPS
from motion.markers import NAMES, OPTICAL, to_joints
from motion.orient import Recording
from motion.skeleton import JOINTS

MAX_BYTES = 200_000_000
MAX_FRAMES = 200_000
JOINTS_FPS = 20
ACCEPTED = (
    f"accepted are numbers of shape (frames, {len(JOINTS)}, 3), joints at {JOINTS_FPS} fps, "
    f"or ({len(NAMES)}, frames, 3), markers at {MARKER_FPS} fps"
)


def read_npy(path: Path) -> Recording:
    """The body in a .npy file, in its own axes and unit. Raises ClipError for any other array."""
    array = load_array(path)
    if array.shape[1:] == (len(JOINTS), 3):
        words = f"array of {len(array)} frames, {len(JOINTS)} joints, taken as {JOINTS_FPS} fps"
        return Recording(array, JOINTS_FPS, words)
    markers = array.transpose(1, 0, 2)
    if len(array) == len(NAMES):
        markers = markers[:, OPTICAL]
    words = f"array of {len(markers)} frames, {len(array)} markers, taken as {MARKER_FPS} fps"
    return Recording(to_joints(markers), MARKER_FPS, words)


def load_array(path: Path) -> np.ndarray:
    """A float64 array of an accepted shape. Raises ClipError, before memory is spent, for any other file."""
    with path.open("rb") as file:
        shape, dtype = _header(file)
        left = path.stat().st_size - file.tell()
        expected = int(np.prod([int(n) for n in shape], dtype=object)) * dtype.itemsize
        if dtype.kind not in "fiu" or not _accepted(shape) or expected > MAX_BYTES:
            raise ClipError(f"found an array of {dtype}, shape {_short(shape)}; {ACCEPTED}.")
        if left != expected:
            raise ClipError(f"found {left} bytes of numbers; shape {_short(shape)} needs {expected}, the file is cut.")
        file.seek(0)
        array = np.load(file, allow_pickle=False).astype(np.float64)
    if not np.isfinite(array).all():
        missing = int(np.sum(~np.isfinite(array).all(axis=-1)))
        raise ClipError(f"found {missing} places that are not finite; every joint or marker needs one in every frame.")
    return array


def _accepted(shape: tuple[int, ...]) -> bool:
    if len(shape) != 3 or shape[2] != 3:
        return False
    frames = shape[0] if shape[1] == len(JOINTS) else shape[1] if shape[0] in (len(NAMES), len(OPTICAL)) else 0
    return 1 <= frames <= MAX_FRAMES


def _header(file: BinaryIO) -> tuple[tuple[int, ...], np.dtype]:
    try:
        version = np.lib.format.read_magic(file)
        read = {(1, 0): np.lib.format.read_array_header_1_0, (2, 0): np.lib.format.read_array_header_2_0}[version]
        shape, _, dtype = read(file)
    except Exception:  # NumPy reads the header with Python's tokenizer and parser, which raise many kinds
        raise ClipError(f"found no NumPy header; {ACCEPTED}.") from None
    return shape, dtype


def _short(shape: tuple[int, ...]) -> str:
    return str(shape)[:60]
