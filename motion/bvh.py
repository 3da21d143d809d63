"""BVH: the text format that motion capture studios and animation programs exchange.

Conventions, where files in the wild differ: rotation channels apply in the order listed, intrinsically (`Zrotation
Xrotation Yrotation` is Rz @ Rx @ Ry); position channels replace the joint's OFFSET, axis by axis (rejected: adding
them, which doubles a skeleton that has them on every joint); but below the root, where they are far shorter than the
OFFSET, zeros or a tremble, they are added to it. Values are counted, not lines. A frame with a NaN in it is lost, and
so is one of nothing but noughts after the first that is neither. One ROOT, no scale channels. Does not know what the
joints mean: `motion.rigs` does.
"""

import re
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np

from motion.blocks import posed
from motion.clip import ClipError
from motion.frame_time import frame_rate_of
from motion.letters import encoding
from motion.recording import MAX_BYTES, MAX_FILE_FRAMES, MAX_POINTS, NOTHING, Recording, Told
from motion.repair import mend
from motion.rigs import to_body
from motion.rotation import euler, rotate
from motion.skeleton import JOINTS

PADDING = "\0\x1a \t\r\n"
"""What programs put after the last number."""

MAX_HIERARCHY = 1_000_000
MAX_JOINTS = 1_000

TIMING = re.compile(r"\s*Frames:?\s*(\d{1,9})\s+Frame Time:?\s*(\S{1,30})", re.IGNORECASE)
LOOKED_AT = 1_000_000
"""Characters in which numbers are counted at a time."""

ADDED = 0.2
"""Length of a joint's position channels in lengths of its OFFSET, below which they are added to it."""


class Hierarchy(NamedTuple):
    """names: "" for an end site. parents: -1 for the root. offsets: (joints, 3). channels: ("xposition", ...) each."""

    names: list[str]
    parents: list[int]
    offsets: np.ndarray
    channels: list[tuple[str, ...]]


def read_bvh(path: Path, told: Told = NOTHING) -> Recording:
    """The body in a BVH file, in its own axes and unit. Raises ClipError for anything else than a whole BVH file."""
    tree, values, fps, promised = parse(_text(path), told.fps)
    kept = ~_lost(values)
    body, matched = to_body(tree.names, tree.parents, pose(tree, values[kept]))
    joints = np.full((len(values), *body.shape[1:]), np.nan)
    joints[kept] = body
    joints, mended = mend(joints, fps, JOINTS)
    frames = f"{len(values)} frames" + (f" ({promised} promised)" if promised != len(values) else "")
    count = sum(map(bool, tree.names))
    words = f"BVH, {frames} at {fps:g} fps, {count} joints, {matched}"
    return Recording(joints, fps, f"{words}, {mended}" if mended else words)


def parse(text: str, fps: float | None = None) -> tuple[Hierarchy, np.ndarray, float, int]:
    """Hierarchy, channel values (frames, channels), frames per second, and how many frames the header promises, from
    the text of a file. fps: the rate where it is known; what the file says of it may then be anything."""
    motion = re.search(r"^[ \t]*MOTION\b", text, re.MULTILINE | re.IGNORECASE)
    if not re.match(r"\s*HIERARCHY\b", text, re.IGNORECASE):
        raise ClipError(f"found text that begins with {text[:20].strip()!r}; a BVH file begins with HIERARCHY.")
    if not motion:
        raise ClipError("found a hierarchy without a MOTION block; a BVH file has both.")
    if motion.start() > MAX_HIERARCHY:
        raise ClipError(f"found a hierarchy of {motion.start()} characters; the limit is {MAX_HIERARCHY}.")
    tree = parse_hierarchy(text[: motion.start()])
    timing = TIMING.match(text, motion.end())
    if not timing:
        raise ClipError("found a MOTION block without its two lines `Frames: <number>` and `Frame Time: <seconds>`.")
    frames, width = int(timing[1]), sum(map(len, tree.channels))
    joints = len(tree.names)
    if not 1 <= frames <= MAX_FILE_FRAMES or frames * max(width, joints) > MAX_POINTS or width == 0:
        raise ClipError(
            f"found {frames} frames of {joints} joints with {width} channels; accepted are 1 to {MAX_FILE_FRAMES} "
            f"frames, at least one channel, and {MAX_POINTS} numbers."
        )
    return tree, _values(text, timing.end(), frames, width), fps or frame_rate_of(timing[2]), frames


def parse_hierarchy(text: str) -> Hierarchy:
    """Joints of the HIERARCHY block, parents first; end sites are joints without name and channels."""
    names, parents, offsets, channels, open_joints = [], [], [], [], []
    tokens = iter(text.replace("{", " { ").replace("}", " } ").split()[1:])
    word = ""
    try:
        for word in tokens:
            key = word.upper()
            if key in ("ROOT", "JOINT", "END"):
                if len(names) == MAX_JOINTS:
                    raise ClipError(f"found more than {MAX_JOINTS} joints; that is the limit.")
                if names and not open_joints:
                    raise ClipError("found a second ROOT; a file holds one dancer.")
                name = " ".join(iter(lambda: next(tokens), "{"))
                names.append("" if key == "END" else name)
                parents.append(open_joints[-1] if open_joints else -1)
                offsets.append([0.0, 0.0, 0.0])
                channels.append(())
                open_joints.append(len(names) - 1)
            elif key == "OFFSET":
                offsets[open_joints[-1]] = [float(next(tokens)) for _ in range(3)]
            elif key == "CHANNELS":
                channels[open_joints[-1]] = tuple(_channel(next(tokens)) for _ in range(int(next(tokens))))
            elif key == "}":
                open_joints.pop()
            else:
                raise ValueError
    except ClipError:
        raise
    except (ValueError, IndexError, StopIteration, RuntimeError):
        raise ClipError(
            f"found {word[:30]!r} after {len(names)} joints where it does not belong; a hierarchy is made of ROOT, "
            "JOINT, End Site, OFFSET with 3 numbers and CHANNELS."
        ) from None
    if open_joints or not names:
        raise ClipError(f"found a hierarchy of {len(names)} joints that is cut short; each joint ends with a brace.")
    offsets = np.array(offsets)
    if not np.isfinite(offsets).all():
        raise ClipError("found an OFFSET that is not a finite number.")
    return Hierarchy(names, parents, offsets, channels)


def pose(tree: Hierarchy, values: np.ndarray) -> np.ndarray:
    """Joint positions (frames, joints, 3) from channel values (frames, channels); forward kinematics."""
    moves, offsets = _moves(tree, values)
    return posed(partial(_pose, tree._replace(offsets=offsets), moves), values, len(tree.names))


def _pose(tree: Hierarchy, moves: list[dict[int, int]], values: np.ndarray, points: np.ndarray) -> None:
    """Into points (frames, joints, 3)."""
    turns = []
    column = 0
    for joint, (parent, channels) in enumerate(zip(tree.parents, tree.channels, strict=True)):
        local = np.tile(tree.offsets[joint], (len(values), 1))
        for axis, source in moves[joint].items():
            local[:, axis] += values[:, source]
        points[:, joint] = local if parent < 0 else points[:, parent] + rotate(turns[parent], local)
        turn = turns[parent] if parent >= 0 else np.eye(3)
        order = [(name[0], column + i) for i, name in enumerate(channels) if name.endswith("rotation")]
        if order:
            turn = turn @ euler("".join(axis for axis, _ in order), values[:, [source for _, source in order]])
        turns.append(turn)
        column += len(channels)


def _moves(tree: Hierarchy, values: np.ndarray) -> tuple[list[dict[int, int]], np.ndarray]:
    """For each joint, axis -> column of `values` that is added to its OFFSET; and the OFFSETs (joints, 3), 0 on axes
    that a column replaces."""
    moves, offsets, column = [], tree.offsets.copy(), 0
    for joint, channels in enumerate(tree.channels):
        axes = {"xyz".index(name[0]): column + i for i, name in enumerate(channels) if name.endswith("position")}
        usual = np.median(np.linalg.norm(values[:, list(axes.values())], axis=1))
        if joint == 0 or not usual < ADDED * np.linalg.norm(offsets[joint, list(axes)]):
            offsets[joint, list(axes)] = 0
        moves.append(axes)
        column += len(channels)
    return moves, offsets


def _text(path: Path) -> str:
    """The text of a file, whose lines may end as they did on old machines and whose point in numbers may be a comma."""
    size = path.stat().st_size
    if not 0 < size <= MAX_BYTES:
        raise ClipError(f"found a file of {size} bytes; a BVH file has 1 to {MAX_BYTES}.")
    content = path.read_bytes()
    text = content.decode(encoding(content), errors="replace").rstrip(PADDING)
    return text.replace("\r", "\n").replace(",", ".")


def _lost(values: np.ndarray) -> np.ndarray:
    """Which frames (frames,) of channel values were not seen. Noughts at the start are the pose of a rig."""
    lost, noughts = np.isnan(values).any(axis=1), ~values.any(axis=1)
    return lost | (noughts & np.maximum.accumulate(~lost & ~noughts))


def _channel(word: str) -> str:
    if not re.fullmatch("[xyz](position|rotation)", word.lower()):
        raise ClipError(f"found a channel {word[:30]!r}; accepted are Xposition, Xrotation and so on.")
    return word.lower()


def _values(text: str, start: int, frames: int, width: int) -> np.ndarray:
    """The numbers (frames, width), NaN where a frame is lost. Programs differ by a frame in what they promise, so whole
    frames are enough."""
    count = _count(text, start)  # before they are read: a block may hold a hundred million more than it says
    if abs(count - frames * width) not in (0, width) or not count:
        need = f"{frames} frames of {width} channels need {frames * width}"
        raise ClipError(f"found {count} numbers in the MOTION block; {need}.")
    try:
        values = np.fromstring(text[start:], sep=" ")
    except ValueError:
        values = np.empty(0)
    if len(values) != count:
        raise ClipError("found words between the numbers of the MOTION block; it holds numbers only.")
    values = values.reshape(-1, width)
    if np.isinf(values).any() or np.isnan(values).any(axis=1).all():
        raise ClipError(f"found {np.sum(~np.isfinite(values))} values that are not finite numbers in the MOTION block.")
    return values


def _count(text: str, start: int) -> int:
    """How many words there are in a text from `start` on, in little memory."""
    words, inside = 0, False
    for at in range(start, len(text), LOOKED_AT):
        solid = np.frombuffer(text[at : at + LOOKED_AT].encode("ascii", "replace"), np.uint8) > ord(" ")
        words += int(np.count_nonzero(solid[1:] & ~solid[:-1])) + bool(solid[0] and not inside)
        inside = bool(solid[-1])
    return words
