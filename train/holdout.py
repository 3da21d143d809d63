"""Which compositions no training sees, so that understanding can be told from memory.

A composition is a move with a quality on a side, or a compound of moves in its order. Which part one belongs to is
decided by a checksum of its name alone, so that it is the same in every run, for every seed and in every version of
the studio. A compound danced in a quality holds the compositions of its moves too, and belongs where any of them does.
Plain moves are always trained on: what is held out is how they are done and what they are joined with. A sequence of
three holds the two that its neighbours are.
"""

from functools import cache
from itertools import pairwise
from zlib import crc32

from train.caption import Attributes
from train.studio.repertoire import load_moves

TRAIN, VALIDATION, TEST = "train", "validation", "test"
SLOTS = (VALIDATION, TEST, TEST)
"""Of sixteen: one composition to choose by, two to report, the rest to learn from."""


def part(attributes: Attributes) -> str:
    """TRAIN, VALIDATION or TEST. attributes: of a phrase, with its side decided."""
    slots = {_slot(name) for name in compositions(attributes)}
    return next((held for held in (TEST, VALIDATION) if held in slots), TRAIN)


def compositions(attributes: Attributes) -> list[str]:
    """The names of all compositions in a phrase."""
    moves, names = attributes.moves, []
    if len(moves) > 1:
        joined = [moves] if attributes.at_once else [moves, *pairwise(moves)]
        names = [(" while " if attributes.at_once else " then ").join(some) for some in dict.fromkeys(joined)]
    if attributes.qualities:
        sides = {move: attributes.side or "" for move in moves if move in _sided()}
        names += [" ".join([*attributes.qualities, move, sides.get(move, "")]) for move in moves]
    return names


@cache
def _sided() -> set[str]:
    return {name for name, move in load_moves().items() if move.sided}


def _slot(name: str) -> str:
    slot = crc32(name.encode()) % 16
    return SLOTS[slot] if slot < len(SLOTS) else TRAIN
