"""Which compositions no training sees, so that understanding can be told from memory.

A composition is a move with a quality on a side, or a compound of moves in its order. Which part one belongs to is
decided by a checksum of its name alone, so that it is the same in every run, for every seed and in every version of
the studio. Plain moves are always trained on: what is held out is how they are done and what they are joined with.
"""

from zlib import crc32

from train.caption import Attributes

TRAIN, VALIDATION, TEST = "train", "validation", "test"
SLOTS = (VALIDATION, TEST, TEST)
"""Of sixteen: one composition to choose by, two to report, the rest to learn from."""


def part(attributes: Attributes) -> str:
    """TRAIN, VALIDATION or TEST. attributes: of a phrase, with its side decided."""
    if len(attributes.moves) > 1:
        name = (" while " if attributes.at_once else " then ").join(attributes.moves)
    elif attributes.qualities:
        name = " ".join([*attributes.qualities, *attributes.moves, attributes.side or ""])
    else:
        return TRAIN
    slot = crc32(name.encode()) % 16
    return SLOTS[slot] if slot < len(SLOTS) else TRAIN
