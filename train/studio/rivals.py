"""Captions that are nearly true of a phrase: the same moves in another order, or the same move in another quality.

A batch seldom holds two phrases that differ in one of these alone, so without them nothing asks the encoders to tell
"jumps, then spins" from "spins, then jumps".
"""

from dataclasses import replace

import numpy as np

from train.caption import Attributes, Caption, Phrase
from train.studio.choreographer import qualities
from train.studio.words import describe

ONE_IN = 3
"""One in so many phrases that are no sequence has a rival caption, of another quality; all sequences have one."""


def with_rival(rng: np.random.Generator, phrase: Phrase) -> Phrase:
    """The phrase with a caption beside its own that differs in one thing, if it is one that gets one."""
    return replace(phrase, rivals=rivals(rng, phrase.attributes))


def rivals(rng: np.random.Generator, attributes: Attributes) -> tuple[Caption, ...]:
    """One caption, or none."""
    if len(attributes.moves) > 1 and not attributes.at_once:
        other = replace(attributes, moves=reordered(rng, attributes.moves))
    elif (names := qualities(*attributes.moves)) and rng.integers(ONE_IN) == 0:
        lacking = [name for name in names if name not in attributes.qualities]
        other = replace(attributes, qualities=(str(rng.choice(lacking)),))
    else:
        return ()
    return describe(rng, other, 1)


def reordered(rng: np.random.Generator, moves: tuple[str, ...]) -> tuple[str, ...]:
    """The moves with two neighbours in each other's place."""
    first = int(rng.integers(len(moves) - 1))
    return (*moves[:first], moves[first + 1], moves[first], *moves[first + 2 :])
