"""Turns that go as far, and ways that go as far round, as a clause asks: what a finished strand lacks is bent into it.

Comes after all that makes a dance longer or shorter, which cuts turns and repeats them.
"""

import numpy as np

from demo.compose.clause import Clause
from demo.compose.strand import GOES, TURN, Strand, way, whole_turns


def aimed(whole: Strand, asked: list[Clause], strands: list[Strand | None], spans: list[tuple[int, int]]) -> Strand:
    """The strand of all clauses, bent where one says how far it turns or how its way goes round.

    strands: of each clause by itself, None for stillness; spans: where it is in the whole, in frames.
    """
    further = np.zeros(len(whole))
    for clause, strand, (start, stop) in zip(asked, strands, spans, strict=True):
        if strand is None or not (clause.turns or clause.around):
            continue
        circles, effort = _goal(clause, strand, whole.cut(start, stop))
        if not effort.any():
            continue
        turned = further + whole.heading
        lacking = 2 * np.pi * circles - (turned[stop - 1] - turned[start])
        further[start:stop] += lacking * np.cumsum(effort) / effort.sum()
        further[stop:] += lacking
    return whole.bent(further)


def _goal(clause: Clause, strand: Strand, danced: Strand) -> tuple[float, np.ndarray]:
    """How far round a clause goes, in whole turns, above 0 to the left; and what each frame (n,) does for it.

    Who goes in a circle goes, who turns turns, who only jumps turns in the air; others do nothing for it.
    """
    if clause.around:
        steps = np.diff(way(danced.root), prepend=0.0)
        return clause.around, steps * (way(strand.root)[-1] >= GOES)
    circles, turned = clause.turns * (clause.times or 1), whole_turns(strand.heading)
    if abs(turned) >= TURN:
        return float(np.copysign(circles, turned)), np.abs(np.diff(danced.heading, prepend=danced.heading[:1]))
    return -circles if clause.side == "right" else circles, (~danced.stands.any(axis=1)).astype(float)
