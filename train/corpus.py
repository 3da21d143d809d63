"""Phrases of the studio, made anew from their seed."""

import hashlib
import multiprocessing

import numpy as np
from tqdm import tqdm

from train import holdout
from train.caption import Phrase
from train.studio.choreographer import improvise
from train.studio.repertoire import load_moves
from train.studio.rivals import with_rivals

CHUNK = 200
CAPTIONS = 5
OTHERS = 4
"""Phrases of any other origin are repeated until there is one for so many of the studio's."""
VALIDATION_SEED = 1_000_000
"""Added to the seed of validation phrases, so that no dancer of theirs is trained on."""


def studio(count: int, seed: int, part: str | None = holdout.TRAIN, workers: int = 2) -> list[Phrase]:
    """`count` phrases of one part of the compositions, or of all (None), the same for the same seed whatever the number
    of workers."""
    chunks = [(seed, part, index, min(CHUNK, count - index * CHUNK)) for index in range(-(-count // CHUNK))]
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        parts = tqdm(pool.imap(_studio_chunk, chunks), total=len(chunks), desc="studio", unit=f"x{CHUNK}")
        return [phrase for part in parts for phrase in part]


def unseen(count: int, seed: int) -> list[Phrase]:
    """Phrases to choose a checkpoint by: dancers and compositions of their own."""
    return studio(count, seed + VALIDATION_SEED, holdout.VALIDATION)


def mixed(made: list[Phrase], *others: list[Phrase]) -> list[Phrase]:
    """The studio's phrases with those of other origins, such as each source of recordings; a few would else be lost."""
    repeated = (part * -(-len(made) // (OTHERS * len(part))) for part in others if part)
    return [*made, *(phrase for part in repeated for phrase in part)]


def _studio_chunk(chunk: tuple[int, str | None, int, int]) -> list[Phrase]:
    seed, part, index, count = chunk
    load_moves()
    rng = np.random.default_rng([seed, index])
    danced = (improvise(rng, CAPTIONS, lambda each: part in (None, holdout.part(each))) for _ in range(count))
    return [with_rivals(rng, phrase) for phrase in danced]


def fingerprint(phrases: list[Phrase]) -> str:
    """A short hash of the phrases and of all that is said of them, to tell whether two runs saw the same."""
    digest = hashlib.sha256()
    for phrase in phrases:
        digest.update(np.round(phrase.positions, 3).tobytes())
        digest.update(repr((phrase.attributes, phrase.captions, phrase.rivals)).encode())
    return digest.hexdigest()[:12]
