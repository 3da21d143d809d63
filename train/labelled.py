"""Phrases that somebody has labelled, to train on: `labels.csv` of `python -m train.label`, or one made by hand."""

import re
from itertools import groupby
from pathlib import Path

import numpy as np

from motion.canonical import FPS
from motion.command import InputError
from motion.contract import MIN_FRAMES
from motion.phrases import cut_phrases
from train.caption import Attributes, Phrase
from train.corpus import CAPTIONS
from train.label.session import SKIPPED
from train.label.table import Row, read_table, read_told
from train.real.captioned import claimed
from train.real.reading import read_clips
from train.studio.repertoire import MOVES, load_moves
from train.studio.words import describe

UNSURE = "unsure"
STRETCHES, ONE_IN = 25, 5
"""Into how many stretches labelled phrases are divided; one in so many of these is not learned but helps to choose the
checkpoint."""


def labelled(path: Path) -> list[Phrase]:
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
                phrases += [_phrase(rng, row, positions) for positions in cut_phrases(clip.cut(start, stop))]
    if not phrases:
        raise InputError(f"found no phrase of {path} in its recordings; accepted are rows of at least half a second.")
    return phrases


def divided(phrases: list[Phrase]) -> tuple[list[Phrase], list[Phrase]]:
    """Phrases to learn, and others to choose the checkpoint by: whole stretches of recordings, since phrases overlap
    their neighbours, and never the last that is left of a label."""
    stretches = np.array_split(np.arange(len(phrases)), min(STRETCHES, len(phrases)) or 1)
    apart = {int(index) for stretch in stretches[ONE_IN // 2 :: ONE_IN] for index in stretch}
    known = {phrase.attributes.moves for index, phrase in enumerate(phrases) if index not in apart}
    apart = {index for index in apart if phrases[index].attributes.moves in known}
    return (
        [phrase for index, phrase in enumerate(phrases) if index not in apart],
        [phrases[index] for index in sorted(apart)],
    )


def _phrase(rng: np.random.Generator, row: Row, positions: np.ndarray) -> Phrase:
    move = re.sub(r"[\s-]+", "_", row.label.lower())
    if move in MOVES:
        attributes = Attributes((move,))
        return Phrase(positions, attributes, describe(rng, attributes, CAPTIONS), row.file.name)
    attributes, captions = claimed([row.label])
    return Phrase(positions, attributes, captions, row.file.name)


def _found(table: Path, file: Path) -> Path:
    """A recording is where the table says, or beside the table."""
    return file if file.exists() else table.parent / file
