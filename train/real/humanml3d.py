"""HumanML3D (Guo et al., 2022), and KIT-ML (Plappert et al., 2016) as its authors process it: folders as they come.

`new_joints/<id>.npy` is motion, `texts/<id>.txt` its captions, a line each: caption#tagged words#from#to, in seconds,
where 0.0#0.0 and nan mean the whole clip. `train.txt`, `val.txt` and `test.txt` list ids. That division is theirs and
the same in every fold; val.txt is neither trained on nor measured.

Protocol: a caption with from and to is of that part of the clip alone. All captions of one part are true of it, and of
every other part whose first caption is the same (`train.real.captioned.claimed`); all else is false. Unlike the
published loaders, which pass over what is shorter than two seconds and longer than ten, this takes all from half a
second on, and cuts what is longer than ten into phrases.
"""

import math
import sys
from pathlib import Path

import numpy as np
from tqdm import tqdm

from motion import Clip
from motion.canonical import FPS
from motion.command import InputError
from motion.contract import MIN_FRAMES
from motion.phrases import cut_phrases
from motion.recording import Told
from train.caption import Phrase
from train.real.captioned import claimed
from train.real.reading import read_clips

LISTS = {"train": ("train.txt",), "test": ("test.txt",), "all": ("train.txt", "val.txt", "test.txt")}

HUMANML3D = Told("humanml3d", 20, "Y")
KIT = Told("kit", 12.5, "Y")
"""Both come Y up (`motion_representation.py` there), which a clip of somebody who lies or crawls does not show."""


def humanml3d(folder: Path, part: str, fold: int) -> list[Phrase]:
    """Phrases of HumanML3D, 22 joints at 20 fps, with the source "humanml3d/<id>". Raises InputError as `_read`."""
    return _read("humanml3d", folder, part, HUMANML3D)


def kit(folder: Path, part: str, fold: int) -> list[Phrase]:
    """Phrases of KIT-ML, 21 joints at 12.5 fps, with the source "kit/<id>". Raises InputError as `_read`."""
    return _read("kit", folder, part, KIT)


def _read(name: str, folder: Path, part: str, told: Told) -> list[Phrase]:
    """Phrases of the listed ids; those without motion or captions on the disk are counted and left out.

    Raises InputError where a list is missing, captions are spelled otherwise, or nothing can be read.
    """
    listed = _listed(folder, part)
    files = [folder / "new_joints" / f"{each}.npy" for each in listed]
    said = {path: captions for path in files if path.is_file() and (captions := _captions(_texts(path)))}
    if len(said) < len(listed):
        _say(f"{len(listed) - len(said)} of {len(listed)} ids, of which motion or captions are missing in {folder}")
    phrases, short = [], 0
    for path, clip in read_clips(name, list(said), told):
        lost = _lost(path, clip, told)
        for seconds, texts in said[path].items():
            start, stop = _frames(seconds, clip, lost)
            if stop - start < MIN_FRAMES:
                short += 1
                continue
            attributes, captions = claimed(texts)
            some = cut_phrases(clip.cut(start, stop))
            phrases += [Phrase(each, attributes, captions, f"{name}/{path.stem}") for each in some]
    if short:
        _say(f"{short} captioned parts of clips, shorter than {MIN_FRAMES / FPS:.1f} seconds")
    if not phrases:
        raise InputError(
            f"found nothing to read for the part {part!r} in {folder}, of {len(listed)} listed ids; accepted are "
            "new_joints/<id>.npy with texts/<id>.txt."
        )
    return phrases


def _listed(folder: Path, part: str) -> list[str]:
    """The ids of a part, each once, in the lists' order."""
    ids: list[str] = []
    for name in LISTS[part]:
        if not (folder / name).is_file():
            raise InputError(f"found no {name} in {folder}; accepted is a folder with {', '.join(LISTS['all'])}.")
        ids += (folder / name).read_text(encoding="utf-8").split()
    return list(dict.fromkeys(ids))


def _texts(motion: Path) -> Path:
    """Where the captions of a file of motion are."""
    return motion.parent.parent / "texts" / f"{motion.stem}.txt"


def _captions(path: Path) -> dict[tuple[float, float], list[str]]:
    """Captions by what they are of: from and to in seconds, both 0 for the whole clip; none where there is no file.

    Lines end as files have it: Unicode's other line separators stand in captions.
    """
    captions: dict[tuple[float, float], list[str]] = {}
    if not path.is_file():
        return captions
    for line in path.read_text(encoding="utf-8", errors="replace").split("\n"):
        if not line.strip():
            continue
        try:
            text, _, start, stop = line.rsplit("#", 3)
            if text.strip():
                captions.setdefault((_seconds(start), _seconds(stop)), []).append(text.strip())
        except ValueError:
            raise InputError(
                f"found the line {line[:80]!r} in {path}; accepted is caption#tagged words#from#to, in seconds."
            ) from None
    return captions


def _seconds(text: str) -> float:
    """Raises ValueError for what is no time."""
    seconds = float(text)
    if not (math.isnan(seconds) or 0 <= seconds < math.inf):
        raise ValueError(text)
    return 0.0 if math.isnan(seconds) else seconds


def _frames(seconds: tuple[float, float], clip: Clip, lost: int) -> tuple[int, int]:
    """First frame, and the one after the last, of a clip that lacks the file's first `lost` frames."""
    if not any(seconds):
        return 0, len(clip)
    start, stop = (round(each * FPS) - lost for each in seconds)
    return max(0, start), min(len(clip), stop)


def _lost(path: Path, clip: Clip, told: Told) -> int:
    """How many frames of the file, counted at 20 fps, the reader took for a calibration pose and left out."""
    frames = np.load(path, mmap_mode="r").shape[0]
    return int((frames - 1) * FPS / told.fps + 1e-6) + 1 - len(clip)


def _say(what: str) -> None:
    tqdm.write(f"left out {what}", file=sys.stderr)
