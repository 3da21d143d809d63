"""The door for motion files out: a canonical clip in, a file of the format that its ending names.

A new format is a writer, `(Clip, Path) -> None`, and a line in `WRITERS`.
"""

from collections.abc import Callable
from pathlib import Path

import numpy as np

from motion.clip import Clip
from motion.command import InputError
from motion.whole import whole
from motion.write_bvh import write_bvh

Writer = Callable[[Clip, Path], None]


def write_npy(clip: Clip, path: Path) -> None:
    """Write a canonical clip as HumanML3D has it: float32 (frames, 22, 3), metres, Y up, 20 fps."""
    with path.open("wb") as file:  # given a path, NumPy would add an ending
        np.save(file, clip.positions)


WRITERS: dict[str, Writer] = {".bvh": write_bvh, ".npy": write_npy}


def write(clip: Clip, path: str | Path, writers: dict[str, Writer] = WRITERS) -> None:
    """Write a canonical clip in the format of the file's ending. Raises InputError where there is no such format."""
    path = Path(path)
    write_as = writer(path, writers)
    with whole(path) as partial:
        write_as(clip, partial)


def writer(path: Path, writers: dict[str, Writer] = WRITERS) -> Writer:
    """The writer for a file. Raises InputError, one sentence, for an ending that has none or a folder that is not."""
    if path.suffix.lower() not in writers:
        accepted = ", ".join(writers)
        raise InputError(
            f"{path.name}: found a file of type {path.suffix or 'none'} to write; accepted are {accepted}."
        )
    if not path.parent.is_dir():
        raise InputError(f"{path.name}: found no folder {path.parent} to write it into; accepted is one that exists.")
    return writers[path.suffix.lower()]
