"""Many motion files read by two processes, in their order."""

import multiprocessing
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tqdm import tqdm

from motion import Clip, ClipError, load
from motion.canonical import FPS
from motion.contract import MIN_FRAMES
from motion.recording import NOTHING, Told

WORKERS = 2
CHUNK = 8
"""Files that a process is handed at a time."""


def read_clips(name: str, files: list[Path], told: Told = NOTHING) -> Iterator[tuple[Path, Clip]]:
    """Each file with its canonical clip, which is long enough to be danced.

    Files that cannot be read, or are too short, are named on the error output and left out. name: of the progress bar.
    told: what is known of all files alike.
    """
    with multiprocessing.get_context("spawn").Pool(WORKERS) as pool:
        found = pool.imap(partial(_read, told=told), files, CHUNK)
        for path, clip in zip(files, tqdm(found, total=len(files), desc=name, unit="clip"), strict=True):
            if isinstance(clip, ClipError):
                tqdm.write(f"left out {clip}", file=sys.stderr)
            else:
                yield path, clip


def _read(path: Path, told: Told) -> Clip | ClipError:
    try:
        clip = load(path, told)
    except ClipError as error:
        return error
    if len(clip) < MIN_FRAMES:
        return ClipError(f"{path.name}: found {clip.duration:.2f} seconds; at least {MIN_FRAMES / FPS:.1f} are needed.")
    return clip
