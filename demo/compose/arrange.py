"""Strands, one for each clause, into one: what is danced at once laid over each other, the rest one after the other.

Knows when each clause begins and ends in the whole. Does not know where the strands come from.
"""

from itertools import groupby

from demo.compose.clause import Clause
from demo.compose.hold import freeze, lasting
from demo.compose.join import join
from demo.compose.layer import footwork, layered, needs_legs
from demo.compose.still import stilled
from demo.compose.strand import Strand
from motion.canonical import FPS
from motion.pose import Body

HELD = 2.0
"""Seconds of stillness when nothing is said of its length."""

EASY = (0.75, 1.3)
"""How many times as long the same steps may take before they are repeated or cut instead."""

Movement = tuple[Clause, Strand | None]
"""A clause and its strand, None for stillness after a movement."""

Span = tuple[int, int]
"""Where a movement begins and stops in the whole, in frames."""


def arranged(movements: list[Movement], stand: Strand, body: Body) -> tuple[Strand, list[Span]]:
    """One strand of all movements, and where each is in it. stand: somebody who stands still."""
    whole, starts, before = None, [], []
    for _, group in groupby(movements, key=lambda movement: movement[0].group):
        members = list(group)
        moving = [(clause, strand) for clause, strand in members if strand is not None]
        still = [clause for clause, strand in members if strand is None]
        if not still:
            part = together(moving, body)
            whole, start = join(whole, part, body, last=starts[-1]) if whole else (part, 0)
        else:
            words = " ".join(clause.text for clause in still)
            frames = max(_length(*member) for member in members)
            whole, start = stilled(whole, starts[-1], before, words, stand, frames, body)
            for _, gesture in moving:
                held = whole.cut(start, len(whole))
                whole = whole.cut(0, start) + layered(held, lasting(gesture, len(held), body))
        starts += [start] * len(members)
        before = [clause for clause, _ in members]
    edges = [*sorted(set(starts)), len(whole)]
    return whole, [(start, edges[edges.index(start) + 1]) for start in starts]


def _length(clause: Clause, strand: Strand | None) -> int:
    """Frames of a movement by itself."""
    return round((clause.seconds or HELD) * FPS) if strand is None else len(strand)


def asked_lengths(movements: list[Movement], spans: list[Span]) -> dict[Span, int]:
    """Frames that spans are to last, of those for which a length was said; of several at once, the longest."""
    lengths: dict[Span, int] = {}
    for (clause, _), span in zip(movements, spans, strict=True):
        if clause.seconds:
            lengths[span] = max(round(clause.seconds * FPS), lengths.get(span, 0))
    return lengths


def filled(movements: list[Movement], spans: list[Span], body: Body) -> list[Movement]:
    """Movements that are to last in the whole, where joins take of their ends, as long as was asked for each."""
    longer = []
    for (clause, strand), (start, stop) in zip(movements, spans, strict=True):
        if strand and clause.seconds:
            strand = lasting(strand, len(strand) + max(round(clause.seconds * FPS) - (stop - start), 0), body)
        longer.append((clause, strand))
    return longer


def together(members: list[tuple[Clause, Strand]], body: Body) -> Strand:
    """Strands danced at once: the one that does most with its feet has the legs, the others lie over it.

    As long as the longest for which a length was said; or else as the first with a count, or as the longest.
    """
    if len(members) == 1:
        return members[0][1]
    timed = [len(strand) for clause, strand in members if clause.seconds]
    counted = [len(strand) for clause, strand in members if clause.counted]
    frames = max(timed or counted[:1] or [len(strand) for _, strand in members])
    order = sorted((strand for _, strand in members), key=lambda strand: (-needs_legs(strand), -footwork(strand)))
    legs, *gestures = (lasting(strand, frames, body) for strand in order)
    for gesture in gestures:
        legs = layered(legs, gesture)
    return legs


def resized(movements: list[Movement], whole: int, frames: int, body: Body) -> list[Movement]:
    """Movements for a dance of `frames` instead of `whole`, or near enough that it need only be slower or faster.

    What a clause leaves open is repeated or cut; counts and lengths that were asked for stay.
    """
    wanted = frames / min(max(frames / whole, EASY[0]), EASY[1])
    if abs(wanted - whole) < 1:
        return movements
    bound = [bool(clause.counted or clause.seconds or strand is None) for clause, strand in movements]
    groups: dict[int, int] = {}
    for (clause, strand), by in zip(movements, bound, strict=True):
        if by:  # of what is danced at once, the longest counts, as in the whole
            groups[clause.group] = max(_length(clause, strand), groups.get(clause.group, 0))
    fixed = sum(groups.values())
    factor = max(wanted - fixed, 0) / max(whole - fixed, 1)
    return [
        (clause, strand if by else lasting(strand, max(round(factor * len(strand)), FPS), body))
        for (clause, strand), by in zip(movements, bound, strict=True)
    ]


def ended(whole: Strand, spans: list[Span], frames: int, body: Body) -> tuple[Strand, list[Span]]:
    """A dance of exactly `frames`: its end cut off, or held."""
    last = len(whole)
    if last < frames:
        whole = freeze(whole, frames, body)
    return whole.cut(0, frames), [
        (min(start, frames - 1), frames if stop == last else min(stop, frames)) for start, stop in spans
    ]
