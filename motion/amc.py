"""AMC: the motion of Acclaim's two files, posed on the skeleton beside it.

A bone turns by C M C^-1 against its parent, C being the axis that its skeleton (`motion.asf`) gives and M the angles of
the frame, the first listed applied first (`rx ry rz` is Rz @ Ry @ Rx). The place of a bone is its far end. The frame
rate stands in neither file: 120, CMU's, unless told.
"""

from array import array
from functools import partial
from pathlib import Path

import numpy as np

from motion.asf import MOVES, TURNS, Skeleton, parse_skeleton
from motion.blocks import posed
from motion.clip import ClipError
from motion.recording import FARTHEST, MAX_FILE_FRAMES, MAX_POINTS, NOTHING, Recording, Told
from motion.repair import mend
from motion.rigs import to_body
from motion.rotation import euler, rotate
from motion.skeleton import JOINTS

MAX_BYTES = 64_000_000
MAX_SKELETON = 1_000_000
MAX_LINE = 10_000
FPS = 120


def read_amc(path: Path, told: Told = NOTHING) -> Recording:
    """The body in an AMC file and the ASF file beside it. Raises ClipError for anything else."""
    beside = find_skeleton(path)
    try:
        if beside.stat().st_size > MAX_SKELETON:
            raise ClipError(f"found {beside.stat().st_size} bytes; a skeleton has up to {MAX_SKELETON}.")
        skeleton = parse_skeleton(beside.read_text(encoding="utf-8", errors="replace"))
    except ClipError as error:
        raise ClipError(f"in its skeleton {beside.name}, {error}") from None
    values = read_motion(path, skeleton)
    names = [bone.name for bone in skeleton.bones]
    joints, matched = to_body(names, [bone.parent for bone in skeleton.bones], pose(skeleton, values))
    fps = told.fps or FPS
    joints, mended = mend(joints * skeleton.metres, fps, JOINTS)
    words = f"AMC with {beside.name}, {len(values)} frames {'at' if told.fps else 'taken as'} {fps:g} fps"
    words = f"{words}, {len(names)} bones, {matched}"
    return Recording(joints, fps, f"{words}, {mended}" if mended else words)


def find_skeleton(path: Path) -> Path:
    """The ASF file for an AMC file: of the same name, of the name up to an underscore, or the only one beside it."""
    beside = {each.stem: each for each in sorted(path.parent.iterdir()) if each.suffix.lower() == ".asf"}
    stem = path.stem
    while stem and stem not in beside:
        stem = stem.rpartition("_")[0]
    if not stem and len(beside) != 1:
        wanted = path.stem.rpartition("_")[0] or path.stem
        raise ClipError(
            f"found {len(beside)} skeletons beside it; an .amc file needs its {wanted}.asf in the same folder."
        )
    return beside[stem] if stem else next(iter(beside.values()))


def read_motion(path: Path, skeleton: Skeleton) -> np.ndarray:
    """What the frames of an AMC file give, (frames, all degrees of freedom in the order of the bones), in degrees."""
    if not 0 < path.stat().st_size <= MAX_BYTES:
        raise ClipError(f"found a file of {path.stat().st_size} bytes; an AMC file has 1 to {MAX_BYTES}.")
    columns, width = {}, 0
    for bone in skeleton.bones:
        columns[bone.name] = slice(width, width + len(bone.dofs))
        width += len(bone.dofs)
    degrees, values, row, named, first = skeleton.degrees, array("d"), [0.0] * width, set(), set()
    with path.open(encoding="utf-8", errors="replace") as file:
        for line in iter(lambda: file.readline(MAX_LINE), ""):
            words = line.split()
            if not words or words[0][0] in "#:":
                degrees = {":RADIANS": False, ":DEGREES": True}.get(words[0].upper() if words else "", degrees)
            elif len(words) == 1 and words[0].isdecimal():
                _end_frame(values, row, named, first, len(skeleton.bones))
                first = first or named
                named = set()
            else:
                named.add(words[0])
                _put(row, words, columns, len(line))
    _end_frame(values, row, named, first, len(skeleton.bones))
    if not values or not (np.abs(values) < FARTHEST).all():
        raise ClipError("found no frames, or values that are no finite numbers; a frame is its number and its bones.")
    frames = np.frombuffer(values).reshape(-1, width)
    turns = np.array([dof in TURNS for bone in skeleton.bones for dof in bone.dofs])
    return frames if degrees else np.where(turns, np.degrees(frames), frames)


def pose(skeleton: Skeleton, values: np.ndarray) -> np.ndarray:
    """The far ends of all bones (frames, bones, 3), in the skeleton's unit of length; forward kinematics."""
    return posed(partial(_pose, skeleton), values, len(skeleton.bones))


def _pose(skeleton: Skeleton, values: np.ndarray, points: np.ndarray) -> None:
    """Into points (frames, bones, 3)."""
    turns: list[np.ndarray] = []
    column = 0
    for index, bone in enumerate(skeleton.bones):
        own = dict(zip(bone.dofs, values[:, column : column + len(bone.dofs)].T, strict=True))
        column += len(bone.dofs)
        turn = bone.axis @ _about(bone.dofs, own, len(values)) @ bone.axis.T
        if bone.parent < 0:
            points[:, index] = bone.offset + np.stack([own.get(move, np.zeros(len(values))) for move in MOVES], axis=1)
        else:
            turn = turns[bone.parent] @ turn
            points[:, index] = points[:, bone.parent] + rotate(turn, bone.offset)
        turns.append(turn)


def _about(dofs: tuple[str, ...], own: dict[str, np.ndarray], frames: int) -> np.ndarray:
    """M: the turns of a bone (frames, 3, 3), the first listed applied first."""
    last_first = [dof for dof in reversed(dofs) if dof in TURNS]
    if not last_first:
        return np.broadcast_to(np.eye(3), (frames, 3, 3))
    return euler("".join(dof[1] for dof in last_first), np.stack([own[dof] for dof in last_first], axis=1))


def _put(row: list[float], words: list[str], columns: dict[str, slice], length: int) -> None:
    """The numbers of one line into the frame's row."""
    where = columns.get(words[0], slice(0, 0))
    try:
        numbers = [float(word) for word in words[1:]]
    except ValueError:
        numbers = []
    if not numbers or len(numbers) != where.stop - where.start or length >= MAX_LINE:
        raise ClipError(
            f"found the line {' '.join(words)[:50]!r} in the motion; {words[0][:30]!r} has {where.stop - where.start} "
            "degrees of freedom in the skeleton."
        )
    row[where] = numbers


def _end_frame(values: array, row: list[float], named: set[str], first: set[str], bones: int) -> None:
    """Keep the row of a frame that is complete; before the first frame there is none."""
    if not named:
        return
    if first and named != first:
        odd = ", ".join(sorted(named ^ first))[:50]
        raise ClipError(f"found a frame that differs from the first in {odd}; every frame has the same bones.")
    if (
        len(values) // max(len(row), 1) == MAX_FILE_FRAMES
        or len(values) // len(row) * max(bones, len(row)) > MAX_POINTS
    ):
        raise ClipError(f"found more than {MAX_FILE_FRAMES} frames or {MAX_POINTS} numbers; that is the limit.")
    values.extend(row)
