"""What one training step sees: phrases, a caption for each, and what is true of what."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from motion.canonical import face_forward
from motion.phrases import pad
from train.augment import augment
from train.caption import FALSE, Caption, Phrase, truth_table
from train.odd import broken
from train.text_encoder import StemCache

STRANGERS = 12
"""Texts and dances in a batch that belong to nothing."""
POOL = 4
"""Batches drawn together and sorted, so that phrases of like length share a batch and little is padding."""


@dataclass(frozen=True, eq=False)
class Batch:
    """b phrases with one caption each, and what is to be told from them.

    The d dances are the phrases, then STRANGERS broken ones. The t texts are the captions, then as many off-topic
    ones, then a rival of each phrase that has any.

    positions: float32 (d, frames, 22, 3), augmented and padded. lengths: int64 (d). hidden: what BERT's frozen layers
    make of the texts (t, tokens, width), with mask (t, tokens). truth: int8 (t, d), of `truth`. rivals: int64, the
    number of the phrase of each rival.
    """

    phrases: list[Phrase]
    positions: Tensor
    lengths: Tensor
    hidden: Tensor
    mask: Tensor
    truth: Tensor
    rivals: Tensor


def draw(
    rng: np.random.Generator, phrases: list[Phrase], cache: StemCache, off_topic: list[str], window: int = 0
) -> Batch:
    """The phrases with a caption each, danced a little differently than last time; windows of them as in `dance`.

    off_topic: texts to draw from, known to the cache; without any the batch is pairs alone, with no rivals either.
    """
    captions = [_any(rng, phrase.captions) for phrase in phrases]
    owners, rivals, odd, strangers = [], [], [], []
    if off_topic:
        owners = [index for index, phrase in enumerate(phrases) if phrase.rivals]
        rivals = [_any(rng, phrases[index].rivals) for index in owners]
        odd = [broken(rng, phrases[index].positions) for index in rng.integers(len(phrases), size=STRANGERS)]
        strangers = [off_topic[index] for index in rng.integers(len(off_topic), size=STRANGERS)]
    texts = [caption.text for caption in captions] + strangers + [rival.text for rival in rivals]
    dances = [dance(rng, each, window) for each in [*(phrase.positions for phrase in phrases), *odd]]
    padded = (torch.from_numpy(each) for each in pad(dances))
    truth = torch.from_numpy(_truth(phrases, captions, rivals, len(odd)))
    return Batch(phrases, *padded, *cache.batch(texts), truth, torch.tensor(owners, dtype=torch.long))


def _truth(phrases: list[Phrase], captions: list[Caption], rivals: list[Caption], strangers: int) -> np.ndarray:
    """int8 (t, d) of a batch: `truth` of what belongs to the phrases, FALSE of all strangers."""
    claims = [caption.claims for caption in captions + rivals]
    table = truth_table(claims, [phrase.attributes for phrase in phrases])
    found = np.full((len(table) + strangers, len(phrases) + strangers), FALSE, dtype=np.int8)
    found[: len(captions), : len(phrases)] = table[: len(captions)]
    found[len(captions) + strangers :, : len(phrases)] = table[len(captions) :]
    return found


def _any(rng: np.random.Generator, captions: tuple[Caption, ...]) -> Caption:
    return captions[int(rng.integers(len(captions)))]


def dance(rng: np.random.Generator, positions: np.ndarray, window: int = 0) -> np.ndarray:
    """Positions (frames, 22, 3) of a phrase, augmented; any `window` frames of it unless that is 0."""
    positions = augment(rng, positions)
    if not 0 < window < len(positions):
        return positions
    start = int(rng.integers(len(positions) - window + 1))
    return face_forward(positions[start : start + window])


def epoch(rng: np.random.Generator, phrases: list[Phrase], size: int) -> Iterator[list[Phrase]]:
    """Every phrase once, in batches of phrases of like length drawn from large random pools."""
    order = rng.permutation(len(phrases))
    batches = []
    for start in range(0, len(order), size * POOL):
        pool = sorted(order[start : start + size * POOL], key=lambda index: len(phrases[index].positions))
        batches += [pool[first : first + size] for first in range(0, len(pool), size)]
    for index in rng.permutation(len(batches)):
        yield [phrases[each] for each in batches[index]]
