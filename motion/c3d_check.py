"""Whether a C3D file keeps its word: every count in it against the file's length, before any reader trusts them.

The reader, ezc3d, is C++ and takes the file's counts as they are: it allocates what a length byte promises, and indexes
lists that may be empty. So header and parameters are walked here first, and a file passes only if each entry ends where
the next begins, the lists that are indexed are long enough, and the frames promised are there. Little-endian (Intel)
files only, as all are since about 2000; does not read the points.
"""

import math
import struct
from itertools import count
from pathlib import Path
from typing import NamedTuple

import numpy as np

from motion.clip import ClipError
from motion.recording import FPS_RANGE

MAX_BYTES = 200_000_000
MAX_PARAMETERS = 1_000_000
"""Most bytes before the points; the format's own count ends at 130,560."""

MAX_NUMBERS = 2_500_000
"""Most points over all frames, analog samples by what they cost: ten minutes of 41 markers at 100 Hz. A point costs the
reader 210 bytes."""

ANALOG = 10
"""Analog samples that cost as much as a point."""

MAX_SAMPLES = 1_000
"""Most analog samples of a channel in a frame."""

INTEL = 84
TYPES = {-1: "S1", 1: "u1", 2: "<i2", 4: "<f4"}
INDEXED = {
    "POINT": ("USED", "SCALE", "RATE", "FRAMES"),
    "ANALOG": ("USED", "RATE", "GEN_SCALE"),
    "ROTATION": ("USED", "DATA_START", "RATE", "RATIO"),
}
"""Parameters whose first value is taken without asking whether there is one."""


class Header(NamedTuple):
    """The first words of a file; words that say nothing of sizes are left out."""

    points: int
    analog: int
    first: int
    last: int
    scale: float
    start: int
    samples: int


def check(path: Path) -> None:
    """Raise ClipError for a file that is no C3D file, cut short, or not what it says."""
    size = path.stat().st_size
    if not 512 <= size <= MAX_BYTES:
        raise ClipError(f"found a file of {size} bytes; a C3D file has 512 to {MAX_BYTES}.")
    with path.open("rb") as file:
        first = file.read(512)
        if first[1] != 0x50 or first[0] < 2:
            raise ClipError("found no C3D header; a C3D file begins with the block of its parameters and 80.")
        header = Header(*struct.unpack("<HHHHxxfHH", first[2:20]))
        before = 512 * (first[0] - 1)
        if not before + 512 <= 512 * (header.start - 1) <= min(size, before + MAX_PARAMETERS):
            raise ClipError(
                f"found a C3D file of {size} bytes whose points begin at block {header.start}; they begin after the "
                f"parameters at block {first[0]}, inside the file."
            )
        file.seek(before)
        block = file.read(512 * (header.start - 1) - before)
    if block[3] != INTEL:
        raise ClipError(f"found a C3D file in the numbers of processor {block[3]}; accepted is {INTEL}, Intel.")
    groups = read_parameters(block)
    for group, names in INDEXED.items():
        if empty := [name for name in names if name in groups.get(group, {}) and not groups[group][name].size]:
            raise ClipError(f"found a C3D file with nothing in {group}:{empty[0]}; a number belongs there.")
    _check_sizes(header, groups, size)


def read_parameters(block: bytes) -> dict[str, dict[str, np.ndarray]]:
    """The parameters in a block of bytes: group -> name -> values, flat. Raises ClipError for a broken block."""
    names: dict[int, str] = {}
    values: dict[int, dict[str, np.ndarray]] = {}
    at = 4
    try:
        while at and block[at]:
            length, group = struct.unpack_from("bb", block, at)
            after = at + 2 + abs(length)
            name = block[at + 2 : after].split(b"\0")[0].decode("latin-1")
            (offset,) = struct.unpack_from("<H", block, after)
            end = after + 2
            if group > 0:
                content, end = _values(block, end)
                if values.setdefault(group, {}).setdefault(name, content) is not content:
                    raise ValueError
            elif group == 0 or -group in names or name in names.values():
                raise ValueError
            else:
                names[-group] = name
            end += 1 + struct.unpack_from("b", block, end)[0]
            if end <= after + 2 or end > len(block) or offset not in (0, end - after):
                raise ValueError
            at = offset and end
    except (ValueError, IndexError, struct.error):
        raise ClipError(
            f"found C3D parameters that break off or overlap {at} bytes in; each entry ends where the next begins."
        ) from None
    return {name: values.get(group, {}) for group, name in names.items()}


def _values(block: bytes, at: int) -> tuple[np.ndarray, int]:
    """The values of a parameter, flat, and where they end; text is single letters."""
    kind, depth = struct.unpack_from("bB", block, at)
    dims = list(struct.unpack_from(f"{depth}B", block, at + 2))
    if kind not in TYPES or depth > 7 or (kind == -1 and not depth):
        raise ValueError
    at += 2 + depth
    number, dtype = math.prod(dims), np.dtype(TYPES[kind])
    if at + number * dtype.itemsize > len(block):
        raise ValueError
    return np.frombuffer(block, dtype, number, at), at + number * dtype.itemsize


def _check_sizes(header: Header, groups: dict[str, dict[str, np.ndarray]], size: int) -> None:
    """What a frame takes, times the frames, against the bytes that are there."""
    point, analog, rotation = (groups.get(name, {}) for name in INDEXED)
    used, channels = _first(point, "USED"), _first(analog, "USED")
    if used < 1 or used != header.points:
        raise ClipError(
            f"found a C3D file of {header.points} points, by its parameters {used:g}; both say the same, above 0."
        )
    rate = _first(point, "RATE")
    if not FPS_RANGE[0] <= rate <= FPS_RANGE[1]:
        raise ClipError(f"found a C3D file of {rate:g} frames per second; accepted are {FPS_RANGE[0]} to 1000.")
    per_frame = _first(analog, "RATE") / rate
    if not 0 <= per_frame <= MAX_SAMPLES or channels < 0 or channels * int(per_frame) != header.analog:
        raise ClipError(
            f"found a C3D file with {header.analog} analog values a frame, by its parameters {channels:g} channels of "
            f"{per_frame:g}; the two agree in a whole file."
        )
    if _first(rotation, "USED") or max(_first(rotation, "RATIO"), _first(rotation, "RATE") / rate) > MAX_SAMPLES:
        raise ClipError("found a C3D file that holds rotations; accepted are files of markers alone.")
    if channels and min(_length(analog, "SCALE"), _length(analog, "OFFSET")) < channels:
        raise ClipError(f"found {channels:g} analog channels without a scale and an offset each; each needs both.")
    scales = point.get("SCALE", np.array([-1.0]))
    if not (np.isfinite(scales).all() and (np.sign(scales) == np.sign(header.scale)).all() and header.scale):
        raise ClipError("found C3D scales that disagree or are no numbers; all are above zero or all below.")
    frames = int(_first(point, "FRAMES")) % 65536 or header.last - header.first + 1
    width = header.points * (16 if header.scale < 0 else 8) + header.analog * (4 if header.scale < 0 else 2)
    left = size - 512 * (header.start - 1)
    if frames == 65535 and not rotation:  # Vicon's sign that there are as many as the file holds
        frames = left // width
    if frames < 1 or frames * width > left:
        raise ClipError(f"found {left} bytes of points; {frames} frames of {width} bytes need {frames * width}.")
    if frames * max(used + header.analog / ANALOG, per_frame) > MAX_NUMBERS:
        raise ClipError(
            f"found {frames} frames of {header.points} points and {header.analog} analog values; the limit is "
            f"{MAX_NUMBERS} in all."
        )


def _first(group: dict[str, np.ndarray], name: str) -> float:
    """The first value of a parameter, 0 if there is none."""
    value = group[name][0] if name in group else 0
    if group.get(name, np.zeros(1)).dtype.kind == "S" or not np.isfinite(value):
        raise ClipError(f"found {value} for {name} in a C3D file; a number belongs there.")
    return float(value)


def _length(group: dict[str, np.ndarray], name: str) -> int:
    """How many values a list has over its parts: SCALE, SCALE2, SCALE3 and so on."""
    length, part = 0, name
    for number in count(2):
        if part not in group:
            return length
        length, part = length + len(group[part]), f"{name}{number}"
