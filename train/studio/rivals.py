"""Captions that are nearly true of a phrase: the same moves in another order, or the same move in another quality.

A batch seldom holds two phrases that differ in one of these alone, so without them nothing asks the encoders to tell
"jumps, then spins" from "spins, then jumps". What is held out (`train.holdout`) is not named here either.
"""

from dataclasses import replace

import numpy as np

from train import holdout
from train.caption import Attributes, Caption, Phrase
from train.studio.choreographer import qualities
from train.studio.words import describe

ONE_IN = 3
"""One in so many phrases that are no sequence has a rival caption, of another quality; sequences have one."""


def with_rival(rng: np.random.Generator, phrase: Phrase) -> Phrase:
    """The phrase with a caption beside its own that differs in one thing, if it is one that gets one."""
    return replace(phrase, rivals=rivals(rng, phrase.attributes))


def rivals(rng: np.random.Generator, attributes: Attributes) -> tuple[Caption, ...]:
    """One caption, or none."""
    others = []
    if len(attributes.moves) > 1 and not attributes.at_once:
        others = [replace(attributes, moves=moves) for moves in reordered(attributes.moves)]
    elif rng.integers(ONE_IN) == 0:
        lacking = set(qualities(*attributes.moves)) - set(attributes.qualities)
        others = [replace(attributes, qualities=(name,)) for name in sorted(lacking)]
    others = [each for each in others if holdout.part(each) == holdout.TRAIN]
    return describe(rng, others[int(rng.integers(len(others)))], 1) if others else ()


def reordered(moves: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The moves with two neighbours in each other's place, any two."""
    return [(*moves[:at], moves[at + 1], moves[at], *moves[at + 2 :]) for at in range(len(moves) - 1)]
