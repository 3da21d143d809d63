"""Turns that go as far, and ways that go as far round or to the side that a clause asks for: what a finished strand
lacks is bent into it.

Comes after all that makes a dance longer or shorter, which cuts turns and repeats them.
"""

import numpy as np

from demo.compose.arrange import Movement, Span
from demo.compose.clause import Clause
from demo.compose.strand import GOES, TURN, Strand, way, whole_turns
from motion.canonical import FPS

AWAY = 0.5
"""Metres between start and end from which a phrase goes a way that can be bent to a side."""

ROOM, BEFORE = 0.8, round(0.4 * FPS)
"""Metres of way in which somebody turns by a quarter to go to a side; frames before, at most, in which that begins."""


def aimed(whole: Strand, movements: list[Movement], spans: list[Span]) -> Strand:
    """The strand of all movements, bent where one says how far it turns, how its way goes round, or which way it goes.

    To the left and to the right are seen from the front: where a dancer faces who has not been bent aside. A turn makes
    a new front.
    """
    further, aside = np.zeros(len(whole)), 0.0
    for (clause, strand), (start, stop) in zip(movements, spans, strict=True):
        if strand is None:
            continue
        if clause.turns or clause.around:
            circles, effort = _goal(clause, strand, whole.cut(start, stop))
            if not effort.any():
                continue
            turned = further + whole.heading
            lacking = 2 * np.pi * circles - (turned[stop - 1] - turned[start])
            further[start:stop] += lacking * np.cumsum(effort) / effort.sum()
            further[stop:] += lacking
        if clause.turns or clause.around or abs(whole_turns(strand.heading)) >= TURN:
            aside = 0.0
        else:
            before, aside = aside, _aside(clause, strand, aside)
            if aside != before:
                further += _bend(whole, start, stop, aside - before)
    return whole.bent(further)


def _aside(clause: Clause, strand: Strand, aside: float) -> float:
    """How far from the front, in radians to the left, a dancer faces for a clause to go its way; `aside` before it."""
    gone = strand.root[-1] - strand.root[0]
    if np.hypot(*gone[[0, 2]]) < AWAY:
        return aside
    if clause.bearing is None:
        return 0.0 if clause.direction in ("forward", "backward") else aside
    own = np.arctan2(gone[0], gone[2]) - np.median(strand.heading)
    return float((2 * np.pi * clause.bearing - own + np.pi) % (2 * np.pi) - np.pi)


def _bend(whole: Strand, start: int, stop: int, angle: float) -> np.ndarray:
    """A turn by an angle, radians (n,): while the dancer goes, from shortly before a clause starts, and smoothly."""
    gone = way(whole.root)
    room = min(ROOM * abs(angle) / (np.pi / 2), (gone[stop - 1] - gone[start]) / 3)
    begin = max(gone[start] - room / 2, gone[max(start - BEFORE, 0)])
    s = np.clip((gone - begin) / room, 0, 1)
    return angle * s * s * s * (10 - 15 * s + 6 * s * s)


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
