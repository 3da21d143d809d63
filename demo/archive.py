"""The arrays of an `.npz`: packed tightly and unpacked when they are needed, or laid out to be mapped into memory.

Either is read by `numpy.load` too. Knows nothing of what the arrays mean.
"""

import lzma
import struct
import zipfile
import zlib
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.lib import format

from motion.command import InputError
from motion.whole import whole

LOCAL_HEADER = struct.Struct("<26xHH")
"""What stands before a member of a ZIP file: at its end the lengths of the name and of the extra field that follow."""

ZIP64 = 20
"""Bytes that the extra field has for members of any size."""

ALIGN = 64
"""Bytes of which an array's place in the file is a multiple: numpy would copy another before it multiplies."""

PADDING = 0xD935
"""What a part of the extra field is called that is only there to fill (as Android's zipalign has it)."""


class Packed:
    """A compressed array of an archive, unpacked the first time that its numbers are asked for.

    shape, dtype: as numpy's, read at once. Raises ValueError for what is no array, and InputError when the numbers turn
    out to be broken.
    """

    def __init__(self, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
        self._path, self._name = archive.filename, member.filename
        with archive.open(member) as file:
            self.shape, _, self.dtype, _ = _header(file)

    def __len__(self) -> int:
        return self.shape[0]

    def __getitem__(self, rows: slice) -> np.ndarray:
        return self._numbers[rows]

    def __array__(self, dtype: np.dtype | None = None, copy: bool | None = None) -> np.ndarray:
        return np.array(self._numbers, dtype=dtype, copy=copy)

    @cached_property
    def _numbers(self) -> np.ndarray:
        try:
            with zipfile.ZipFile(self._path) as archive, archive.open(self._name) as file:
                return format.read_array(file, allow_pickle=False)
        except (ValueError, EOFError, zipfile.BadZipFile, zlib.error, lzma.LZMAError) as error:
            raise InputError(f"{self._path}: its {self._name.removesuffix('.npy')} cannot be read.") from error


def read(path: str | Path, later: tuple[str, ...] = ()) -> dict[str, np.ndarray]:
    """The arrays of an archive, by name: mapped read-only where they are laid out for it, `Packed` where in `later`.

    Raises what `zipfile` and `numpy` do for a file that is none, ValueError for arrays of objects.
    """
    with zipfile.ZipFile(path) as archive:
        return {name: _array(archive, archive.getinfo(f"{name}.npy"), name in later) for name in _names(archive)}


def sums(path: str | Path, names: tuple[str, ...]) -> list[int]:
    """The checksums that an archive has of its arrays. Raises KeyError for one that is not there."""
    with zipfile.ZipFile(path) as archive:
        return [archive.getinfo(f"{name}.npy").CRC for name in names]


def has(path: str | Path, names: tuple[str, ...]) -> bool:
    """Whether a file is an archive with arrays of these names, whatever they hold."""
    try:
        return bool(sums(path, names))
    except (OSError, KeyError, zipfile.BadZipFile, NotImplementedError):
        return False


def write(path: str | Path, arrays: dict[str, np.ndarray], mapped: bool) -> None:
    """Write an archive; the same arrays give the same bytes. What stood at `path` stays whole until this is done.

    mapped: lay the arrays out to be mapped, instead of packing them with LZMA.
    """
    packing = zipfile.ZIP_STORED if mapped else zipfile.ZIP_LZMA
    with whole(Path(path)) as part, zipfile.ZipFile(part, "w", packing) as archive:
        for name, array in arrays.items():
            member = zipfile.ZipInfo(f"{name}.npy")
            member.compress_type, member.external_attr = archive.compression, 0o644 << 16
            before = archive.fp.tell() + LOCAL_HEADER.size + len(member.filename) + ZIP64 + 4
            member.extra = struct.pack("<HH", PADDING, -before % ALIGN) + bytes(-before % ALIGN)
            with archive.open(member, "w", force_zip64=True) as file:
                format.write_array(file, array, allow_pickle=False)


def _names(archive: zipfile.ZipFile) -> list[str]:
    return [name.removesuffix(".npy") for name in archive.namelist() if name.endswith(".npy")]


def _array(archive: zipfile.ZipFile, member: zipfile.ZipInfo, later: bool) -> np.ndarray | Packed:
    if member.compress_type != zipfile.ZIP_STORED and later:
        return Packed(archive, member)
    with archive.open(member) as file:
        if member.compress_type != zipfile.ZIP_STORED:
            return format.read_array(file, allow_pickle=False)
        shape, fortran, dtype, length = _header(file)
        start = _start(archive, member) + length
        if start % ALIGN:
            file.seek(0)
            return format.read_array(file, allow_pickle=False)
    return np.memmap(archive.filename, dtype, "r", start, shape, "F" if fortran else "C")


def _start(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> int:
    """Where in the file a member's bytes begin."""
    with open(archive.filename, "rb") as file:
        file.seek(member.header_offset)
        return member.header_offset + LOCAL_HEADER.size + sum(LOCAL_HEADER.unpack(file.read(LOCAL_HEADER.size)))


def _header(file: zipfile.ZipExtFile) -> tuple[tuple[int, ...], bool, np.dtype, int]:
    """Shape, whether columns come first, type, and the bytes that these take, of an array that is no pickle."""
    version = format.read_magic(file)
    shape, fortran, dtype = (format.read_array_header_1_0 if version == (1, 0) else format.read_array_header_2_0)(file)
    if dtype.hasobject:
        raise ValueError("found an array of objects")
    return shape, fortran, dtype, file.tell()
