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
from train.odd import broken
from train.text_encoder import StemCache

STRANGERS = 12
"""Texts and dances in a batch that belong to nothing."""
POOL = 4
"""Batches drawn together and sorted, so that phrases of like length share a batch and little is padding."""


@dataclass(frozen=True, eq=False)
class Batch:
    """b phrases with one caption each.

    positions: float32 (b, frames, 22, 3), augmented and padded. lengths: int64 (b). hidden: what BERT's frozen layers
    make of the captions (b, tokens, width), with mask (b, tokens). truth: int8 (b captions, b phrases), of `truth`.
    off_topic: hidden and mask of STRANGERS texts about no dance. broken: positions and lengths of as many dances that
    are none.
    """

    phrases: list[Phrase]
    captions: list[Caption]
    positions: Tensor
    lengths: Tensor
    hidden: Tensor
    mask: Tensor
    truth: Tensor
    off_topic: tuple[Tensor, Tensor]
    broken: tuple[Tensor, Tensor]


def draw(
    rng: np.random.Generator, phrases: list[Phrase], cache: StemCache, off_topic: list[str], window: int = 0
) -> Batch:
    """The phrases with a caption each, danced a little differently than last time; windows of them as in `dance`.

    off_topic: texts to draw from, known to the cache.
    """
    captions = [phrase.captions[int(rng.integers(len(phrase.captions)))] for phrase in phrases]
    truth = truth_table([caption.claims for caption in captions], [phrase.attributes for phrase in phrases])
    strangers = rng.integers(len(phrases), size=STRANGERS)
    return Batch(
        phrases,
        captions,
        *_padded([dance(rng, phrase.positions, window) for phrase in phrases]),
        *cache.batch([caption.text for caption in captions]),
        torch.from_numpy(truth),
        cache.batch([off_topic[int(index)] for index in rng.integers(len(off_topic), size=STRANGERS)]),
        _padded([dance(rng, broken(rng, phrases[index].positions), window) for index in strangers]),
    )


def dance(rng: np.random.Generator, positions: np.ndarray, window: int = 0) -> np.ndarray:
    """Positions (frames, 22, 3) of a phrase, augmented; any `window` frames of it unless that is 0."""
    positions = augment(rng, positions)
    if not 0 < window < len(positions):
        return positions
    start = int(rng.integers(len(positions) - window + 1))
    return face_forward(positions[start : start + window])


def _padded(dances: list[np.ndarray]) -> tuple[Tensor, Tensor]:
    positions, lengths = pad(dances)
    return torch.from_numpy(positions), torch.from_numpy(lengths)


def epoch(rng: np.random.Generator, phrases: list[Phrase], size: int) -> Iterator[list[Phrase]]:
    """Every phrase once, in batches of phrases of like length drawn from large random pools."""
    order = rng.permutation(len(phrases))
    batches = []
    for start in range(0, len(order), size * POOL):
        pool = sorted(order[start : start + size * POOL], key=lambda index: len(phrases[index].positions))
        batches += [pool[first : first + size] for first in range(0, len(pool), size)]
    for index in rng.permutation(len(batches)):
        yield [phrases[each] for each in batches[index]]
