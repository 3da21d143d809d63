"""What one training step sees: phrases, a caption for each, and what is true of what."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from motion.canonical import face_forward
from motion.phrases import pad
from train.augment import augment
from train.caption import Caption, Phrase, truth_table
from train.text_encoder import StemCache

KIN = 8
"""Phrases of a batch that begin with the same move, so that it takes side, quality and order to tell them apart."""
POOL = 8
"""Batches drawn together and sorted, so that phrases of like length share a batch and little is padding."""


@dataclass(frozen=True, eq=False)
class Batch:
    """b phrases with one caption each.

    positions: float32 (b, frames, 22, 3), augmented and padded. lengths: int64 (b). hidden: what BERT's frozen layers
    make of the captions (b, tokens, width), with mask (b, tokens). truth: int8 (b captions, b phrases), of `truth`.
    """

    phrases: list[Phrase]
    captions: list[Caption]
    positions: Tensor
    lengths: Tensor
    hidden: Tensor
    mask: Tensor
    truth: Tensor


def draw(rng: np.random.Generator, phrases: list[Phrase], cache: StemCache, window: int = 0) -> Batch:
    """The phrases with a caption each, danced a little differently than last time; windows of them as in `dance`."""
    captions = [phrase.captions[int(rng.integers(len(phrase.captions)))] for phrase in phrases]
    truth = truth_table([caption.claims for caption in captions], [phrase.attributes for phrase in phrases])
    positions, lengths = pad([dance(rng, phrase, window) for phrase in phrases])
    hidden, mask = cache.batch([caption.text for caption in captions])
    return Batch(
        phrases, captions, torch.from_numpy(positions), torch.from_numpy(lengths), hidden, mask, torch.from_numpy(truth)
    )


def dance(rng: np.random.Generator, phrase: Phrase, window: int = 0) -> np.ndarray:
    """Positions (frames, 22, 3) of the phrase, augmented; any `window` frames of it unless that is 0."""
    positions = augment(rng, phrase.positions)
    if not 0 < window < len(positions):
        return positions
    start = int(rng.integers(len(positions) - window + 1))
    return face_forward(positions[start : start + window])


def epoch(rng: np.random.Generator, phrases: list[Phrase], size: int, kin: int = KIN) -> Iterator[list[Phrase]]:
    """Every phrase once, in batches of about `size`, each made of groups of `kin` phrases that begin alike."""
    order = rng.permutation(len(phrases))
    batches = []
    for start in range(0, len(order), size * POOL):
        pool = sorted(order[start : start + size * POOL], key=lambda index: phrases[index].attributes.moves[0])
        groups = [pool[first : first + kin] for first in range(0, len(pool), kin)]
        groups.sort(key=lambda group: max(len(phrases[index].positions) for index in group))
        pool = [index for group in groups for index in group]
        batches += [pool[first : first + size] for first in range(0, len(pool), size)]
    for index in rng.permutation(len(batches)):
        yield [phrases[each] for each in batches[index]]
