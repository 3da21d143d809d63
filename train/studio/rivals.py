"""Captions that are nearly true of a phrase: the same moves in another order, or the same move in another quality.

A batch seldom holds two phrases that differ in one of these alone, so without them nothing asks the encoders to tell
"jumps, then spins" from "spins, then jumps". What is held out (`train.holdout`) is not named here either.

A phrase has several, as it has several captions, and meets one of them at a time: a single one is learned by heart.
"""

from dataclasses import replace

import numpy as np

from train import holdout
from train.caption import FALSE, Attributes, Caption, Phrase, truth
from train.studio.choreographer import qualities
from train.studio.words import describe

ONE_IN = 3
"""One in so many phrases that are no sequence has rival captions, of other qualities; all sequences have some."""
KINDS, EACH = 2, 2
"""Of how many other phrases the rival captions of one are, at most, and how many of each; of an only one, all."""


def with_rivals(rng: np.random.Generator, phrase: Phrase) -> Phrase:
    """The phrase with captions beside its own that differ in one thing, if it is one that gets some."""
    return replace(phrase, rivals=rivals(rng, phrase.attributes))


def rivals(rng: np.random.Generator, attributes: Attributes) -> tuple[Caption, ...]:
    """Up to KINDS * EACH captions, none of them true of the phrase; or none at all."""
    others = []
    if len(attributes.moves) > 1 and not attributes.at_once:
        others = [replace(attributes, moves=moves) for moves in reordered(attributes.moves)]
    elif rng.integers(ONE_IN) == 0:
        lacking = set(qualities(*attributes.moves)) - set(attributes.qualities)
        others = [replace(attributes, qualities=(name,)) for name in sorted(lacking)]
    others = [each for each in others if holdout.part(each) == holdout.TRAIN]
    chosen = [others[index] for index in rng.permutation(len(others))[:KINDS]]
    each = EACH if len(chosen) > 1 else KINDS * EACH
    captions = [caption for other in chosen for caption in describe(rng, other, each)]
    return tuple(caption for caption in captions if truth(caption.claims, attributes) == FALSE)


def reordered(moves: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The moves with two neighbours in each other's place, any two."""
    return [(*moves[:at], moves[at + 1], moves[at], *moves[at + 2 :]) for at in range(len(moves) - 1)]
