"""Where training phrases come from: the studio, and real motion by path."""

import hashlib
import json
import multiprocessing
import re
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
from tqdm import tqdm

from motion import ClipError, load
from motion.captions import read_captions
from motion.command import InputError
from motion.phrases import cut_phrases
from train import holdout
from train.caption import Attributes, Caption, Phrase
from train.studio.choreographer import improvise
from train.studio.repertoire import load_moves
from train.studio.words import describe

CHUNK = 200
CAPTIONS = 5
VALIDATION_SEED = 1_000_000
"""Added to the seed of validation phrases, so that no dancer of theirs is trained on."""

BANDAI = {
    "walk": Attributes(("walk",)),
    "walk-left": Attributes(("walk",)),
    "walk-right": Attributes(("walk",)),
    "walk-back": Attributes(("backward_walk",)),
    "run": Attributes(("run",)),
    "dash": Attributes(("run",)),
    "walk-turn-left": Attributes(("turn",), side="left"),
    "walk-turn-right": Attributes(("turn",), side="right"),
    "raise-up-left-hand": Attributes(("raise_arm",), side="left"),
    "raise-up-right-hand": Attributes(("raise_arm",), side="right"),
    "raise-up-both-hands": Attributes(("raise_both_arms",)),
    "wave-left-hand": Attributes(("wave",), side="left"),
    "wave-right-hand": Attributes(("wave",), side="right"),
    "wave-both-hands": Attributes(("wave_both_hands",)),
    "bye": Attributes(("wave",)),
    "bow": Attributes(("bow",)),
}
"""Actions of the Bandai Namco Research data sets that the repertoire has a word for."""
BANDAI_NAME = re.compile(r"dataset-(?P<set>[12])_(?P<action>[a-z-]+)_(?P<style>[a-z]+)_(?P<number>\d+)")
BANDAI_DOUBTFUL = {
    "walk-turn-left_masculine_006", "walk-turn-left_masculine_007", "walk-turn-right_masculine_006",
    "walk-turn-right_masculine_007", "walk-turn-right_normal_004", "walk-turn-right_normal_032",
    "walk-turn-right_normal_033",
}  # fmt: skip
"""Clips whose label disagrees with where the body faces; neither trained on nor measured."""


def studio(count: int, seed: int, part: str = holdout.TRAIN, workers: int = 2) -> list[Phrase]:
    """`count` phrases of one part of the compositions, the same for the same seed whatever the number of workers."""
    chunks = [(seed, part, index, min(CHUNK, count - index * CHUNK)) for index in range(-(-count // CHUNK))]
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        parts = tqdm(pool.imap(_studio_chunk, chunks), total=len(chunks), desc="studio", unit=f"x{CHUNK}")
        return [phrase for part in parts for phrase in part]


def unseen(count: int, seed: int) -> list[Phrase]:
    """Phrases to choose a checkpoint by: dancers and compositions of their own."""
    return studio(count, seed + VALIDATION_SEED, holdout.VALIDATION)


def _studio_chunk(chunk: tuple[int, str, int, int]) -> list[Phrase]:
    seed, part, index, count = chunk
    load_moves()
    rng = np.random.default_rng([seed, index])
    return [improvise(rng, CAPTIONS, lambda attributes: holdout.part(attributes) == part) for _ in range(count)]


def bandai(folder: Path) -> list[Phrase]:
    """Phrases of an unpacked Bandai Namco folder whose action the repertoire has a word for."""
    load_moves()
    rng = np.random.default_rng(0)
    phrases = []
    for path in tqdm(sorted(folder.rglob("dataset-*.bvh")), desc="bandai", unit="clip"):
        match = BANDAI_NAME.match(path.stem)
        if match and match["action"] in BANDAI and path.stem.split("_", 1)[1] not in BANDAI_DOUBTFUL:
            attributes = BANDAI[match["action"]]
            captions = describe(rng, attributes, CAPTIONS)
            phrases += [
                Phrase(part, attributes, captions, f"bandai set {match['set']}/{path.stem}")
                for part in cut_phrases(load(path))
            ]
    return phrases


def captioned(folder: Path) -> list[Phrase]:
    """Phrases of a folder of motion files with a `captions.csv` (columns file, caption; several rows a file are fine).

    Files that cannot be read are named and left out. Raises InputError if there is nothing to train on.
    """
    phrases = []
    texts = read_captions(folder / "captions.csv")
    for name, captions in tqdm(texts.items(), desc=folder.name, unit="clip"):
        attributes = Attributes((captions[0],))
        known = tuple(Caption(text, attributes) for text in captions)
        try:
            parts = cut_phrases(load(folder / name))
        except ClipError as error:
            tqdm.write(f"left out {error}", file=sys.stderr)
            continue
        phrases += [Phrase(part, attributes, known, name) for part in parts]
    if not phrases:
        raise InputError(f"found no readable clip in {folder.name}; its captions.csv names {len(texts)} files.")
    return phrases


MOCAP: dict[str, Callable[[Path], list[Phrase]]] = {"bandai": bandai, "captioned": captioned}
"""Real motion that `--mocap NAME=PATH` can add, by name."""


def fingerprint(phrases: list[Phrase]) -> str:
    """A short hash of what the phrases are, to tell whether two runs saw the same."""
    digest = hashlib.sha256()
    for phrase in phrases:
        digest.update(np.round(phrase.positions, 3).tobytes())
        digest.update(json.dumps(phrase.attributes.as_json()).encode())
    return digest.hexdigest()[:12]
