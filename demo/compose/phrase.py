"""A clause and a phrase of the gallery -> a strand: the phrase as often and as long as the clause asks, on its side.

How often a phrase dances its move is told by the gallery or seen: turns in the heading, rounds in poses that return.
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

LITTLE = 0.5
"""Whole turns to which a phrase that turns further may be cut; the steps of less are not all there."""

RADIUS = 0.8
"""Metres from the middle of a circle in which somebody goes to its rim."""

FEW = range(2, 5)
"""Times that a phrase dances its move, of which one is enough where nobody says how often or how long."""

APART, ALIKE = 6, 0.5
"""Frames that a round takes at least; how much less than ever in a strand two poses differ that are alike."""

NEAR = 8
"""Frames before and after the end of a count in which it is cut, where it is calmest."""


def strand_of(clause: Clause, positions: np.ndarray, known: int | None, mirrored: bool, body: Body) -> Strand:
    """A strand for one clause from a phrase's positions (n, 22, 3). known: how often it dances its move, if known."""
    start, stop = active(positions)
    dance = positions[start:stop]
    strand = Strand.of(mirror(dance) if mirrored else dance, body)
    if clause.around and (gone := way(strand.root)[-1]) >= GOES:
        if clause.seconds:
            return lasting(strand, round(clause.seconds * FPS), body)
        return repeated(strand, max(round(2 * np.pi * RADIUS * abs(clause.around) / gone), 1), body)
    if clause.turns and abs(whole_turns(strand.heading)) >= TURN:
        strand = as_far(strand, clause.turns * (clause.times or 1), body)
    elif clause.steps:
        strand = stepping(strand, clause.steps, body)
    elif clause.times:
        strand = often(strand, clause.times, known, body)
    elif not clause.seconds and not clause.along and (known or 1) in FEW:
        strand = often(strand, 1, known, body)
    if clause.seconds:
        return (fitted if clause.counted else lasting)(strand, round(clause.seconds * FPS), body)
    return strand if clause.counted or len(strand) <= USUAL[1] else strand.cut(0, calmest(strand, *USUAL, body) + 1)


def turned(strand: Strand) -> np.ndarray:
    """Whole turns (n,) to either side until each frame."""
    return np.abs(strand.heading - strand.heading[0]) / (2 * np.pi)


def until(strand: Strand, turns: float) -> Strand:
    """A strand to the frame at which it has turned most nearly so far."""
    return strand.cut(0, int(np.abs(turned(strand) - turns).argmin()) + 1)


def as_far(strand: Strand, turns: float, body: Body) -> Strand:
    """A strand that turns around, turning nearly so many whole turns: cut, or repeated."""
    goes, least = turned(strand)[-1], max(turns, LITTLE)
    return until(strand, least) if goes > 1.5 * least else repeated(strand, max(round(turns / goes), 1), body)


def stepping(strand: Strand, steps: int, body: Body) -> Strand:
    """A strand of so many steps, each a foot that comes to stand; as it is where no foot does."""
    while 0 < len(strikes := _strikes(strand)) < steps:
        strand = repeated(strand, 2, body)
    return strand.cut(0, min(strikes[steps - 1] + NEAR, len(strand))) if len(strikes) else strand


def _strikes(strand: Strand) -> np.ndarray:
    """The frames in which a foot comes to stand."""
    return np.sort(np.flatnonzero((np.diff(strand.stands.astype(int), axis=0) > 0).any(axis=1))) + 1


def often(strand: Strand, times: int, known: int | None, body: Body) -> Strand:
    """The strand so often that its move is danced `times` times; `known`: how often it is in the strand itself, None
    where its rounds are to be counted."""
    if known is None and turned(strand)[-1] >= SPIN:
        while turned(strand)[-1] < times - 0.05:
            strand = repeated(strand, 2, body)
        return until(strand, times)
    known = known or _rounds(strand)
    copies = -(-times // known)
    strand = repeated(strand, copies, body)
    share = times / (copies * known)
    if share == 1:
        return strand
    if (goes := turned(strand)[-1]) >= SPIN:
        return until(strand, share * goes)
    end = round(share * len(strand))
    return strand.cut(0, calmest(strand, max(end - NEAR, 1), min(end + NEAR, len(strand)), body) + 1)


def _rounds(strand: Strand) -> int:
    """How often a strand comes round to the pose that it had: its length by the first time after which it is alike."""
    poses = np.concatenate([strand.parts.reshape(len(strand), -1), strand.root[:, 1:2]], axis=1)
    lags = range(APART, len(strand) - len(strand) // 3)
    apart = np.array([np.linalg.norm(poses[lag:] - poses[:-lag], axis=1).mean() for lag in lags])
    for index in range(1, len(apart) - 1):
        if apart[index] <= min(apart[index - 1], apart[index + 1], ALIKE * apart.max()):
            return max(round(len(strand) / lags[index]), 1)
    return 1
