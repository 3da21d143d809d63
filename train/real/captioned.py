"""Anyone's folder of motion files with a `captions.csv`."""

import sys
from pathlib import Path
from zlib import crc32

from tqdm import tqdm

from motion import ClipError, load
from motion.captions import read_captions
from motion.command import InputError
from motion.phrases import cut_phrases
from train.caption import Attributes, Caption, Phrase

FOLDS = 3
"""Thirds by a checksum of the file's name; each fold leaves one out."""


def captioned(folder: Path, part: str, fold: int) -> list[Phrase]:
    """Phrases of a folder with a `captions.csv` (columns file, caption; several rows a file are fine).

    Files that cannot be read are named and left out. Raises InputError if there is nothing to train on.
    """
    phrases = []
    texts = read_captions(folder / "captions.csv")
    for name, captions in tqdm(texts.items(), desc=folder.name, unit="clip"):
        if part not in ("all", "test" if crc32(name.encode()) % FOLDS == fold else "train"):
            continue
        attributes = Attributes((captions[0],))
        known = tuple(Caption(text, attributes) for text in captions)
        try:
            parts = cut_phrases(load(folder / name))
        except ClipError as error:
            tqdm.write(f"left out {error}", file=sys.stderr)
            continue
        phrases += [Phrase(each, attributes, known, name) for each in parts]
    if not phrases:
        raise InputError(f"found no readable clip in {folder.name}; its captions.csv names {len(texts)} files.")
    return phrases
