"""NumPy arrays of joints or markers, `.npy`. The header is read and checked before anything else is.

An array says neither its frame rate nor its layout: `motion.layout` takes both from its shape and its content. Never
unpickles.
"""

import io
from pathlib import Path
from typing import BinaryIO, NamedTuple

import numpy as np

from motion.clip import ClipError
from motion.layout import accepted, layouts, to_recording
from motion.recording import FARTHEST, MAX_BYTES, NOTHING, Recording, Told

MAX_HEADER = 10_000
"""Bytes, NumPy's own limit: a header may promise gigabytes of itself."""


class Header(NamedTuple):
    """What stands before the numbers, and where they start in the file."""

    shape: tuple[int, ...]
    fortran_order: bool
    dtype: np.dtype
    start: int

    @property
    def size(self) -> int:
        """How many bytes the numbers take, counted in whole numbers of any size."""
        return int(np.prod([int(n) for n in self.shape], dtype=object)) * self.dtype.itemsize

    @property
    def words(self) -> str:
        return f"an array of {self.dtype}, shape {str(self.shape)[:60]}"

    @property
    def numeric(self) -> bool:
        """Whether these are numbers, and few enough."""
        return self.dtype.kind in "fiu" and self.size <= MAX_BYTES

    def fits(self, joints: str | None = None) -> bool:
        """Whether these may be positions of joints, and few enough."""
        return self.numeric and bool(layouts(self.shape, joints))


def read_npy(path: Path, told: Told = NOTHING) -> Recording:
    """The body in a .npy file, in its own axes and unit. Raises ClipError for any other array."""
    return to_recording(load_array(path, told.joints), told)


def load_array(path: Path, joints: str | None = None) -> np.ndarray:
    """A float64 array of an accepted shape. Raises ClipError, before memory is spent, for any other file."""
    with path.open("rb") as file:
        header = read_header(file, joints)
        if not header.fits(joints):
            raise ClipError(f"found {header.words}; {accepted(joints)}.")
        array = read_numbers(file, header)
    return bounded(array)


def read_header(file: BinaryIO, joints: str | None = None) -> Header:
    """The header at the start of a file, plain or a member of an archive; costs no more than `MAX_HEADER` bytes."""
    start = io.BytesIO(file.read(MAX_HEADER))
    try:
        version = np.lib.format.read_magic(start)
        read = {(1, 0): np.lib.format.read_array_header_1_0, (2, 0): np.lib.format.read_array_header_2_0}[version]
        return Header(*read(start), start.tell())
    except Exception:  # NumPy reads the header with Python's tokenizer and parser, which raise many kinds
        raise ClipError(f"found no NumPy header; {accepted(joints)}.") from None


def read_numbers(file: BinaryIO, header: Header) -> np.ndarray:
    """The float64 array behind a header that has been checked: never reads more than it says."""
    file.seek(header.start)
    found = file.read(header.size + 1)
    if len(found) != header.size:
        more = "more than " if len(found) > header.size else ""
        count = min(len(found), header.size)
        raise ClipError(f"found {more}{count} bytes for {header.words}; it has {header.size}, the file is damaged.")
    order = "F" if header.fortran_order else "C"
    return np.frombuffer(found, header.dtype).reshape(header.shape, order=order).astype(np.float64)


def bounded(array: np.ndarray) -> np.ndarray:
    """The array (..., 3) itself, in which NaN is a missing place. Raises ClipError for places that are nowhere."""
    nowhere = int(np.sum((np.abs(array) >= FARTHEST).any(axis=-1)))
    if nowhere:
        raise ClipError(f"found {nowhere} places that are infinite or over a billion units out; a body is somewhere.")
    return array
