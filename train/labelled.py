"""Phrases that somebody has labelled, to train on: `labels.csv` of `python -m train.label`, or one made by hand."""

import re
from dataclasses import dataclass, field
from itertools import compress, groupby
from pathlib import Path

import numpy as np

from motion.canonical import FPS, face_forward
from motion.command import InputError
from motion.contract import MAX_FRAMES, MIN_FRAMES
from motion.phrases import phrase_bounds
from train.caption import Attributes, Caption, Phrase
from train.corpus import CAPTIONS
from train.label.session import SKIPPED
from train.label.table import Row, read_table, read_told
from train.label.windows import overlapping
from train.real.captioned import claimed
from train.real.reading import read_clips
from train.studio.repertoire import MOVES, load_moves
from train.studio.words import describe

UNSURE = "unsure"
STRETCHES, ONE_IN = 25, 5
"""Into how many stretches labelled phrases are divided; one in so many of these is not learned but helps to choose the
checkpoint."""


@dataclass(frozen=True, eq=False)
class Labelled(Phrase):
    """A phrase and where it is: of the recording `file` the frames from start to stop, 20 a second."""

    file: Path = field(kw_only=True)
    start: int = field(kw_only=True)
    stop: int = field(kw_only=True)


def labelled(path: Path) -> list[Labelled]:
    """The rows of the table that are labelled by hand or surely, as phrases with the file's name as source.

    The recordings are read as they were for labelling, by what stands beside the table. A label that is a word of the
    vocabulary gets the studio's captions, any other stands as it is. Of a row longer than the encoder reads, each part
    is a phrase. Raises InputError where the table or all of its recordings cannot be read.
    """
    load_moves()
    rows = [row for row in read_table(path) if row.by != UNSURE and row.label != SKIPPED]
    by_file = {_found(path, file): list(some) for file, some in groupby(sorted(rows), key=lambda row: row.file)}
    rng, phrases = np.random.default_rng(0), []
    for file, clip in read_clips("labelled", list(by_file), read_told(path)):
        for row in by_file[file]:
            start, stop = round(row.start * FPS), min(round(row.end * FPS), len(clip))
            if stop - start >= MIN_FRAMES:
                for first, last in phrase_bounds(stop - start, MAX_FRAMES, MAX_FRAMES // 2):
                    place = {"file": file, "start": start + first, "stop": start + last}
                    positions = face_forward(clip.positions[start + first : start + last])
                    phrases.append(Labelled(positions, *_said(rng, row), row.file.name, **place))
    if not phrases:
        raise InputError(f"found no phrase of {path} in its recordings; accepted are rows of at least half a second.")
    return phrases


def divided(phrases: list[Labelled]) -> tuple[list[Labelled], list[Labelled]]:
    """Phrases to learn, and others to choose the checkpoint by: whole stretches of recordings.

    What shares frames with these is not learned, and they are never so many that a label is not learned at all.
    """
    stretches = np.array_split(np.arange(len(phrases)), min(STRETCHES, len(phrases)) or 1)
    apart = np.isin(np.arange(len(phrases)), np.concatenate(stretches[ONE_IN // 2 :: ONE_IN] or [[]]))
    moves = [phrase.attributes.moves for phrase in phrases]
    known = set(compress(moves, ~overlapping(phrases, apart)))
    apart &= ~overlapping(phrases, np.array([label not in known for label in moves], dtype=bool))
    return list(compress(phrases, ~overlapping(phrases, apart))), list(compress(phrases, apart))


def _said(rng: np.random.Generator, row: Row) -> tuple[Attributes, tuple[Caption, ...]]:
    """What a phrase with the label of a row is, and its captions."""
    move = re.sub(r"[\s-]+", "_", row.label.lower())
    if move in MOVES:
        attributes = Attributes((move,))
        return attributes, describe(rng, attributes, CAPTIONS)
    return claimed([row.label])


def _found(table: Path, file: Path) -> Path:
    """A recording is where the table says, or beside the table."""
    return file if file.exists() else table.parent / file
