"""A clause and a phrase of the gallery -> a strand: the phrase as often and as long as the clause asks, on its side.

How often a phrase dances its move is told by the gallery or, for turns, seen in the heading. Turns are bent to go as
far as the clause asks, and a way to go in a circle.
"""

import numpy as np

from demo.compose.clause import Clause
from demo.compose.hold import active, calmest, fitted, lasting, repeated
from demo.compose.strand import GOES, TURN, Strand, way, whole_turns
from motion.canonical import FPS
from motion.clip import mirror
from motion.pose import Body

USUAL = (round(3.2 * FPS), round(4.8 * FPS))
"""Frames between which a longer phrase ends, where it is calmest, when nothing is said of its length."""

SPIN = 0.7
"""Parts of a whole turn from which a phrase's turns can be counted."""

RADIUS = 0.8
"""Metres from the middle of a circle in which somebody goes to its rim."""

NEAR = 8
"""Frames before and after the end of a count in which it is cut, where it is calmest."""


def strand_of(clause: Clause, positions: np.ndarray, known: dict, mirrored: bool, body: Body) -> Strand:
    """A strand for one clause from a phrase's positions (n, 22, 3) and the attributes that the gallery has of it."""
    start, stop = active(positions)
    dance = positions[start:stop]
    strand = Strand.of(mirror(dance) if mirrored else dance, body)
    if clause.around and way(strand.root)[-1] >= GOES:
        return circling(strand, clause.around, round(clause.seconds * FPS) if clause.seconds else 0, body)
    if clause.turns and abs(whole_turns(strand.heading)) >= TURN:
        strand = as_far(strand, clause.turns * (clause.times or 1), body)
    elif clause.times:
        strand = often(strand, clause.times, known.get("times"), body)
    if clause.seconds:
        return (fitted if clause.counted else lasting)(strand, round(clause.seconds * FPS), body)
    return strand if clause.counted or len(strand) <= USUAL[1] else strand.cut(0, calmest(strand, *USUAL, body) + 1)


def as_far(strand: Strand, turns: float, body: Body) -> Strand:
    """A strand that turns around, turning so many whole turns: repeated as often as comes near, and the rest bent."""
    whole = repeated(strand, max(round(turns / abs(whole_turns(strand.heading))), 1), body)
    further = turns / abs(whole_turns(whole.heading)) - 1
    return whole.bent(further * (whole.heading - whole.heading[0]))


def circling(strand: Strand, circles: float, frames: int, body: Body) -> Strand:
    """A strand that goes somewhere, going round so many circles, to the left or below 0 to the right.

    It takes so many `frames`, or where these are 0 as long as gives the circle room.
    """
    room = round(2 * np.pi * RADIUS * abs(circles) / way(strand.root)[-1])
    whole = lasting(strand, frames, body) if frames else repeated(strand, max(room, 1), body)
    gone = way(whole.root)
    return whole.bent(2 * np.pi * circles * gone / gone[-1])


def often(strand: Strand, times: int, known: int | None, body: Body) -> Strand:
    """The strand so often that its move is danced `times` times; `known`: how often it is in the strand itself."""
    turned = np.abs(strand.heading - strand.heading[0]) / (2 * np.pi)
    if known is None and turned[-1] >= SPIN:
        while turned[-1] < times - 0.05:
            strand = repeated(strand, 2, body)
            turned = np.abs(strand.heading - strand.heading[0]) / (2 * np.pi)
        return strand.cut(0, int((turned >= times - 0.05).argmax()) + 1)
    copies = -(-times // (known or 1))
    strand = repeated(strand, copies, body)
    share = times / (copies * (known or 1))
    if share == 1:
        return strand
    turned = np.abs(strand.heading - strand.heading[0]) / (2 * np.pi)
    if turned[-1] >= SPIN:
        return strand.cut(0, int((turned >= share * turned[-1] - 0.05).argmax()) + 1)
    end = round(share * len(strand))
    return strand.cut(0, calmest(strand, max(end - NEAR, 1), min(end + NEAR, len(strand)), body) + 1)
