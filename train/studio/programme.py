"""The programme: which dances the studio's gallery holds. The same for the same seed."""

from itertools import product

import numpy as np
from tqdm import tqdm

from motion.canonical import FPS
from train.caption import Attributes, Phrase
from train.studio.choreographer import ACCENTS, ENDINGS, ENTRIES, any_wish, choreograph, qualities
from train.studio.moves.figures import FOOTWORK, can_lie_over
from train.studio.repertoire import FIGURES, Move, load_moves

LONGEST = 8 * FPS
"""Frames: what is good to watch."""
COMPOUNDS = 60
"""Dances of two different moves, one after the other, drawn at random."""

OVERLAYS = 3
"""One in so many of the gestures that could lie over footwork is shown."""


def programme(seed: int = 7) -> list[Phrase]:
    """Every move plain and in every quality, side and direction that it has; and compounds. Captions name all of it."""
    wishes = _wishes(np.random.default_rng(seed))
    bar = tqdm(wishes, desc="dancing the gallery", unit="phrase")
    return [choreograph(np.random.default_rng([seed, index]), wish, 1, LONGEST) for index, wish in enumerate(bar)]


def _wishes(rng: np.random.Generator) -> list[Attributes]:
    moves = load_moves()
    wishes = [wish for move in moves.values() for wish in _ways(move)]
    for names in FIGURES:
        wishes += [Attributes(names, quality, side, at_once=True)
                   for quality, side in product([(), ("slow",), ("fast",), ("sharp",)], ("left", "right"))]  # fmt: skip
    wishes += [
        Attributes((under, over), at_once=True) for under in FOOTWORK for over in moves if can_lie_over(under, over)
    ][::OVERLAYS]
    wishes += [Attributes(trio) for trio in product(ENTRIES, ACCENTS, ENDINGS)]
    pairs = [wish for wish in (any_wish(rng) for _ in range(20 * COMPOUNDS)) if len(wish.moves) == 2]
    return wishes + [wish for wish in pairs if not wish.at_once][:COMPOUNDS]


def _ways(move: Move) -> list[Attributes]:
    """Plain in every side and direction; in every quality on every side, with the directions taken in turn."""
    sides = ("left", "right") if move.sided else (None,)
    directions = sorted(set(move.directions)) or [None]
    ways = list(product(sides, directions))
    plain = [Attributes((move.id,), (), side, direction) for side, direction in ways * (1 if len(ways) > 1 else 2)]
    if not qualities(move.id):
        return plain * 3
    return plain + [
        Attributes((move.id,), (name,), side, directions[index % len(directions)])
        for side in sides
        for index, name in enumerate(qualities(move.id))
    ]
