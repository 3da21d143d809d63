"""HumanML3D's folder layout (Guo et al., CVPR 2022), as it comes, and KIT-ML's in the same form.

`new_joints/ID.npy`: positions, 22 joints at 20 fps, or KIT-ML's 21 at 12.5 fps. `texts/ID.txt`: a line for each
caption, `caption#tagged words#from#to`, the last two in seconds; 0.0 and 0.0 (or nan) mean the whole clip.
`train.txt`, `val.txt` and `test.txt`: the ids of each split. A caption is true of every clip that has the same words.
"""

import math
import sys
from pathlib import Path
from typing import NamedTuple

from tqdm import tqdm

from motion import ClipError, load
from motion.canonical import FPS
from motion.command import InputError
from motion.phrases import cut_phrases
from motion.recording import Told
from train.caption import Attributes, Caption, Phrase

SPLITS = {"train": ("train",), "test": ("test",), "all": ("train", "val", "test")}
SHORTEST = FPS // 2
"""Frames of a described part that is used."""


class Line(NamedTuple):
    """A caption and the seconds that it describes; None for the whole clip."""

    text: str
    span: tuple[float, float] | None


def humanml3d(folder: Path, part: str, fold: int) -> list[Phrase]:
    """Phrases of HumanML3D's own split; `fold` does not matter. Raises InputError for another layout."""
    return _read(folder, part, Told("humanml3d", 20.0))


def kit(folder: Path, part: str, fold: int) -> list[Phrase]:
    """Phrases of KIT-ML's own split; `fold` does not matter. Raises InputError for another layout."""
    return _read(folder, part, Told("kit", 12.5))


def _read(folder: Path, part: str, told: Told) -> list[Phrase]:
    ids = [name for split in SPLITS[part] for name in _lines(folder / f"{split}.txt")]
    phrases: list[Phrase] = []
    unread = []
    for name in tqdm(ids, desc=f"{folder.name} {part}", unit="clip"):
        try:
            lines = [_parsed(line) for line in _lines(folder / "texts" / f"{name}.txt")]
            phrases += _phrases(folder / "new_joints" / f"{name}.npy", told, lines)
        except (ClipError, InputError, OSError):
            unread.append(name)
    if unread:
        print(f"left out {len(unread)} of {len(ids)} ids without readable motion and text: {unread[0]}, ...",
              file=sys.stderr)  # fmt: skip
    if not phrases:
        raise InputError(
            f"found no clip in {folder.name}; accepted is a folder with new_joints, texts, train.txt and test.txt."
        )
    return phrases


def _phrases(path: Path, told: Told, lines: list[Line]) -> list[Phrase]:
    """Phrases of one clip: of the whole with all captions of the whole, and of each part that a caption describes."""
    clip = load(path, told)
    spans = {line.span: [other.text for other in lines if other.span == line.span] for line in lines}
    phrases = []
    for span, texts in spans.items():
        piece = clip if span is None else clip.cut(*(round(second * FPS) for second in span))
        if len(piece) >= SHORTEST:
            attributes = Attributes((texts[0].lower(),))
            captions = tuple(Caption(text, attributes) for text in texts)
            phrases += [Phrase(each, attributes, captions, f"{path.stem}") for each in cut_phrases(piece)]
    return phrases


def _lines(path: Path) -> list[str]:
    try:
        return [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except FileNotFoundError as error:
        raise InputError(f"found no {path.name} in {path.parent}; it belongs to HumanML3D's layout.") from error


def _parsed(line: str) -> Line:
    """Raises InputError for a line without its four fields."""
    try:
        text, _, start, end = line.split("#")
        span = (float(start), float(end))
    except ValueError as error:
        raise InputError(f"found {line!r}; accepted is caption#words#from#to.") from error
    whole = any(map(math.isnan, span)) or span[1] <= span[0]
    return Line(text.strip(), None if whole else span)
