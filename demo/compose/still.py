"""Stillness after a movement: held in the movement's own pose, or ended on both feet.

Of words only those of stillness are known here. A pose is what a movement goes out to from where it begins, and a stand
is given.
"""

import re

import numpy as np

from demo.compose.clause import Clause
from demo.compose.hold import calmest, freeze, late_rest, pace
from demo.compose.join import join
from demo.compose.strand import GOES, LOW, TURN, Strand, whole_turns
from motion.pose import Body
from motion.skeleton import INDEX

KEEP, RISE = re.compile(r"\b(?:hold|stay|freez)"), re.compile(r"\bstand")
"""Words that keep the pose of the movement before, and words that ask for upright legs."""

OUT, BACK = 0.7, 0.5
"""Parts of the furthest that a movement goes from its first pose: from which it is out, and under which it is back."""

FAR = 0.08
"""Metres that the joints go from the first pose at least, on the whole, in a movement that has a pose of its own."""

REST, CALM = 0.003, 0.015
"""Metres a frame under which a movement rests in its pose, and under which a dancer on both feet may stop at once."""

UPRIGHT = 0.92
"""Of the height of a stand's pelvis, the least with which somebody stands."""

CLOSE = 4
"""Frames before the end of a movement from which it may go over to a stand: none of its steps is lost."""


def stilled(
    whole: Strand, last: int, before: list[Clause], words: str, stand: Strand, frames: int, body: Body
) -> tuple[Strand, int]:
    """The strand and `frames` of stillness as `words` have it, and the frame in which that begins.

    last: where the movement of the clauses `before` begins. stand: somebody who stands still.
    """
    if KEEP.search(words):
        at = pose(whole.cut(last, len(whole)), before, body)
        whole = freeze(whole, frames, body, None if at is None else last + at)
        return whole, len(whole) - frames
    at = late_rest(whole, body)
    steady = whole.stands[at].all() and pace(whole, body)[at] < CALM
    low = RISE.search(words) and whole.root[at, 1] < UPRIGHT * stand.root[0, 1]
    if (steady and not low) or not stand.stands.all():
        whole = freeze(whole, frames, body, at)
        return whole, len(whole) - frames
    return join(whole, stand.at_rest(frames + 1), body, last=len(whole) - 2 * CLOSE)


def pose(strand: Strand, danced: list[Clause], body: Body) -> int | None:
    """The frame in which the movement of these clauses, danced at once, is held: a calm one out in its last pose.

    None where it has no pose: it steps, travels, turns around, leaves the floor, rests nowhere, or goes in and out more
    often than was asked.
    """
    times = max(clause.times or 1 for clause in danced)
    gone = np.linalg.norm((strand.root - strand.root[0])[:, [0, 2]], axis=1).max()
    lowest = np.minimum(strand.positions(body)[..., 1].min(axis=1), strand.balls[..., 1].min(axis=1))
    steps = any(clause.steps or clause.around for clause in danced)
    if steps or gone >= GOES or lowest.max() > LOW or abs(whole_turns(strand.heading)) >= TURN:
        return None
    away = distance(strand, body)
    out = away >= OUT * away.max()
    edges = np.flatnonzero(out | (away < BACK * away.max()))
    outings = edges[1:][out[edges[1:]] & ~out[edges[:-1]]]
    if away.max() < FAR or not 0 < len(outings) <= times:
        return None
    start = max(outings[-1], len(strand) * (times - 1) // times)
    peak = start + int(away[start:].argmax())
    speed = pace(strand, body)
    at = peak + int(np.where(out, speed + (away.max() - away) / 2, np.inf)[peak:].argmin())
    return at if out[peak] and speed[at] < REST else None


def upright(dances: list[np.ndarray]) -> np.ndarray:
    """Of dances (n, 22, 3) the calmest moment (2 or 3, 22, 3) of the one who then stands on both feet, and tallest."""
    moments = []
    for dance in dances:
        body = Body.of([dance])
        strand = Strand.of(dance, body)
        at = calmest(strand, 0, len(dance), body)
        tall = dance[at, INDEX["head"], 1] / body.leg
        moments.append((strand.stands[at].all(), tall, dance[max(at - 1, 0) : at + 2]))
    return max(moments, key=lambda moment: moment[:2])[2]


def distance(strand: Strand, body: Body) -> np.ndarray:
    """Metres (n,) by which the joints are elsewhere than in the first frame, as the dancer sees them, on the whole."""
    places = strand.seen(body)
    return np.sqrt(((places - places[0]) ** 2).sum(axis=2).mean(axis=1))
