"""Strands made longer or shorter: held still, repeated, cut to a length, rid of waiting. Knows nothing of words."""

from dataclasses import replace

import numpy as np

from demo.compose.join import TAIL, join
from demo.compose.strand import Strand
from motion.canonical import FPS
from motion.pose import Body

SLOWEST, FASTEST = 0.55, 1.8
"""Of a dance's own speed, the least and the most at which it is danced to fit a length or a beat."""

STILL = 0.012
"""Metres a frame under which no joint moves while a dancer waits."""

BREATH = 3
"""Frames of waiting that are left at either end."""


def active(positions: np.ndarray) -> tuple[int, int]:
    """Where the dancing in (n, 22, 3) starts and stops; all of it where there is hardly any."""
    moving = np.flatnonzero(np.linalg.norm(np.diff(positions, axis=0), axis=2).max(axis=1) > STILL)
    if len(moving) < FPS:
        return 0, len(positions)
    return max(int(moving[0]) - BREATH, 0), min(int(moving[-1]) + 2 + BREATH, len(positions))


def pace(strand: Strand, body: Body) -> np.ndarray:
    """Metres a frame (n,) that the joints go, on the whole."""
    return np.linalg.norm(np.gradient(strand.positions(body), axis=0), axis=2).mean(axis=1)


def calmest(strand: Strand, start: int, stop: int, body: Body) -> int:
    """The frame from `start` to `stop` (exclusive) where a dance may rest: slow, on both feet, and late."""
    stands = strand.stands[start:stop]
    unsteady = 0.2 * ~stands.any(axis=1) + 0.02 * ~stands.all(axis=1)
    return start + int(np.argmin(pace(strand, body)[start:stop] + unsteady + 0.002 * np.arange(stop - start)[::-1]))


def late_rest(strand: Strand, body: Body) -> int:
    """The calmest frame of a strand's end."""
    return calmest(strand, max(len(strand) - TAIL, len(strand) // 2), len(strand), body)


def freeze(strand: Strand, frames: int, body: Body, at: int | None = None) -> Strand:
    """The strand to frame `at`, or else its calmest late one, and that held on the floor, its speed dying away."""
    at = late_rest(strand, body) if at is None else at
    still = strand.cut(at, at + 1).at_rest(frames + 1)
    if not still.stands.any():
        lower = still.balls[0, :, 1].argmin()
        still = replace(still, stands=still.stands | (np.arange(2) == lower))
    return join(strand.cut(0, at + 1), still, body, fixed=True)[0]


def repeated(strand: Strand, times: int, body: Body) -> Strand:
    """The strand danced `times` times without a stop."""
    whole = strand
    for _ in range(times - 1):
        whole, _ = join(whole, strand, body)
    return whole


def lasting(strand: Strand, frames: int, body: Body) -> Strand:
    """The strand repeated and cut to `frames`."""
    whole = strand
    while len(whole) < frames:
        longer, _ = join(whole, strand, body)
        if len(longer) <= len(whole):
            return freeze(whole, frames, body).cut(0, frames)
        whole = longer
    return whole.cut(0, frames)


def fitted(strand: Strand, frames: int, body: Body) -> Strand:
    """All of the strand in `frames`: slower or faster, then held to the end, or cut where no speed is enough."""
    danced = int(min(max(frames, np.ceil(len(strand) / FASTEST)), len(strand) / SLOWEST))
    paced = strand.at(np.linspace(0, len(strand) - 1, danced))
    return (freeze(paced, frames, body) if danced < frames else paced).cut(0, frames)
