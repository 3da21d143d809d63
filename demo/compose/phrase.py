"""A clause and a phrase of the gallery -> a strand: the phrase as often and as long as the clause asks, on its side.

How often a phrase dances its move is told by the gallery or, for turns, seen in the heading.
"""

import numpy as np

from demo.compose.clause import Clause
from demo.compose.hold import active, calmest, lasting, repeated
from demo.compose.strand import Strand
from motion.canonical import FPS
from motion.clip import mirror
from motion.pose import Body

USUAL = (round(3.2 * FPS), round(4.8 * FPS))
"""Frames between which a longer phrase ends, where it is calmest, when nothing is said of its length."""

TURN = 0.7
"""Parts of a whole turn from which a phrase is one that turns."""


def strand_of(clause: Clause, positions: np.ndarray, known: dict, mirrored: bool, body: Body) -> Strand:
    """A strand for one clause from a phrase's positions (n, 22, 3) and the attributes that the gallery has of it."""
    start, stop = active(positions)
    dance = positions[start:stop]
    strand = Strand.of(mirror(dance) if mirrored else dance, body)
    if clause.times:
        strand = often(strand, clause.times, known.get("times"), body)
    if clause.seconds:
        return lasting(strand, round(clause.seconds * FPS), body)
    return strand if clause.times or len(strand) <= USUAL[1] else strand.cut(0, calmest(strand, *USUAL, body) + 1)


def often(strand: Strand, times: int, known: int | None, body: Body) -> Strand:
    """The strand so often that its move is danced `times` times; `known`: how often it is in the strand itself."""
    turned = np.abs(strand.heading - strand.heading[0]) / (2 * np.pi)
    if known is None and turned[-1] >= TURN:
        while turned[-1] < times - 0.05:
            strand = repeated(strand, 2, body)
            turned = np.abs(strand.heading - strand.heading[0]) / (2 * np.pi)
        return strand.cut(0, int((turned >= times - 0.05).argmax()) + 1)
    each = len(strand) / (known or 1)
    strand = repeated(strand, int(np.ceil(times / (known or 1))), body)
    return strand.cut(0, max(round(times * each), 2)) if times < (known or 1) else strand
