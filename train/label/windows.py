"""Recordings cut into phrases of one length, which is what gets labelled."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress
from pathlib import Path
from typing import Protocol

import numpy as np

from motion.canonical import FPS, face_forward
from motion.command import InputError
from motion.contract import MAX_FRAMES, MIN_FRAMES
from motion.load import ACCEPTED, READERS
from motion.phrases import phrase_bounds
from motion.recording import Told
from train.real.reading import read_clips


class Part(Protocol):
    """Of the recording `file` the frames from start to stop."""

    file: Path
    start: int
    stop: int


@dataclass(frozen=True, eq=False)
class Window:
    """One phrase of a recording.

    file: the recording. start, stop: frames of its canonical clip, 20 a second. positions: float32 (frames, 22, 3),
    canonical in itself.
    """

    file: Path
    start: int
    stop: int
    positions: np.ndarray

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from all others: file and start, as they stand in a table."""
        return str(self.file), seconds(self.start)


def seconds(frames: int) -> str:
    return f"{frames / FPS:.2f}"


def cut(paths: list[Path], length: int, hop: int, told: Told) -> list[Window]:
    """All windows of the recordings, and of those in folders. length, hop: frames, 20 a second.

    A recording that is shorter is one window. Files that cannot be read are named on the error output and left out.
    Raises InputError when nothing is left, or the length is none that an encoder takes.
    """
    if not MIN_FRAMES <= length <= MAX_FRAMES:
        raise InputError(
            f"found a length of {seconds(length)} s; accepted are {seconds(MIN_FRAMES)} to {seconds(MAX_FRAMES)} s."
        )
    files = [file for path in paths for file in _files(path)]
    windows = [
        Window(file, start, stop, face_forward(clip.positions[start:stop]))
        for file, clip in read_clips("reading", files, told)
        for start, stop in phrase_bounds(len(clip), length, hop)
    ]
    if not windows:
        raise InputError(f"found no recording that can be read; accepted are {ACCEPTED} files, and folders of them.")
    return windows


def shown(parts: Sequence[Part], chosen: np.ndarray) -> dict[Path, np.ndarray]:
    """For each recording, bool (frames) whether a chosen part holds them. chosen: bool (parts)."""
    ends: dict[Path, int] = {}
    for part in parts:
        ends[part.file] = max(part.stop, ends.get(part.file, 0))
    found = {file: np.zeros(end, dtype=bool) for file, end in ends.items()}
    for part in compress(parts, chosen):
        found[part.file][part.start : part.stop] = True
    return found


def overlapping(parts: Sequence[Part], chosen: np.ndarray) -> np.ndarray:
    """bool (parts), whether each shares frames with a chosen one, or is one. chosen: bool (parts)."""
    frames = shown(parts, chosen)
    return np.array([frames[part.file][part.start : part.stop].any() for part in parts], dtype=bool)


def _files(path: Path) -> list[Path]:
    if not path.exists():
        raise InputError(f"found no {path}; accepted are {ACCEPTED} files, and folders of them.")
    if path.is_dir():
        return sorted(file for file in path.rglob("*") if file.suffix.lower() in READERS)
    return [path]
