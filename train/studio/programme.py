"""The programme: which dances the studio's gallery holds. The same for the same seed."""

from itertools import product

import numpy as np
from tqdm import tqdm

from motion.canonical import FPS
from train.caption import Attributes, Phrase
from train.studio.choreographer import ACCENTS, ENDINGS, ENTRIES, any_wish, choreograph, qualities
from train.studio.moves.figures import FOOTWORK, can_lie_over
from train.studio.moves.locomotion_gait import ASIDE
from train.studio.repertoire import FIGURES, Move, load_moves

SEED = 7
LONGEST = 8 * FPS
"""Frames: what is good to watch."""
COMPOUNDS = 60
"""Dances of two different moves, one after the other, drawn at random."""

OVERLAYS = 3
"""One in so many of the gestures that could lie over footwork is shown."""


def programme(seed: int = SEED) -> list[Phrase]:
    """Every move plain and in every quality, side and direction that it has, and compounds. Captions name all of it.

    But for ASIDE, which training has: the weights that are shipped have never seen anybody go there.
    """
    bar = tqdm(wishes(seed), desc="dancing the gallery", unit="phrase")
    return [danced(wish, index, seed) for index, wish in enumerate(bar)]


def danced(wish: Attributes, index: int, seed: int = SEED) -> Phrase:
    """One dance of the programme, the `index`-th."""
    return choreograph(np.random.default_rng([seed, index]), wish, 1, LONGEST)


def wishes(seed: int = SEED) -> list[Attributes]:
    """What each dance of the programme has to show, in order."""
    rng, moves = np.random.default_rng(seed), load_moves()
    found = [wish for move in moves.values() for wish in _ways(move)]
    for names in FIGURES:
        found += [Attributes(names, quality, side, at_once=True)
                  for quality, side in product([(), ("slow",), ("fast",), ("sharp",)], ("left", "right"))]  # fmt: skip
    found += [
        Attributes((under, over), at_once=True) for under in FOOTWORK for over in moves if can_lie_over(under, over)
    ][::OVERLAYS]
    found += [Attributes(trio) for trio in product(ENTRIES, ACCENTS, ENDINGS)]
    pairs = [wish for wish in (any_wish(rng) for _ in range(20 * COMPOUNDS)) if len(wish.moves) == 2]
    return found + [wish for wish in pairs if not wish.at_once][:COMPOUNDS]


def _ways(move: Move) -> list[Attributes]:
    """Plain in every side and direction; in every quality on every side, with the directions taken in turn."""
    sides = ("left", "right") if move.sided else (None,)
    directions = sorted(set(move.directions).difference(ASIDE)) or [None]
    ways = list(product(sides, directions))
    plain = [Attributes((move.id,), (), side, direction) for side, direction in ways * (1 if len(ways) > 1 else 2)]
    if not qualities(move.id):
        return plain * 3
    return plain + [
        Attributes((move.id,), (name,), side, directions[index % len(directions)])
        for side in sides
        for index, name in enumerate(qualities(move.id))
    ]
