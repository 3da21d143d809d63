"""Onto the beat: a dance's accents found, and its time warped so that they fall on the beats of a tempo.

An accent is a foot that lands; where for a while none does, it is the moment between two strokes, when the body is
slowest. The warp is one smooth, rising curve through the accents; none is moved so far that the dance would run at less
than `SLOWEST` or more than `FASTEST` of its speed. An accent that finds no beat is left to its neighbours.
"""

from itertools import pairwise

import numpy as np

from demo.compose.arrange import Span
from demo.compose.strand import Strand
from motion.canonical import FPS
from motion.command import InputError
from motion.pose import Body

SLOWEST, FASTEST = 0.55, 1.8

APART = 0.22
"""Seconds between accents at least: both feet of a jump are one."""

QUIET = 1.2
"""Seconds without a landing after which slow moments count."""

SKIPPED = 0.5
"""What an accent off the beat costs, where a stretch of time at e times its speed costs 1."""


def to_length(strand: Strand, spans: list[Span], frames: int) -> tuple[Strand, list[Span]]:
    """The whole dance evenly slower or faster. Raises InputError where that would be beyond `SLOWEST` or `FASTEST`."""
    if not SLOWEST <= len(strand) / frames <= FASTEST:
        least, most = len(strand) / FASTEST / FPS, len(strand) / SLOWEST / FPS
        raise InputError(
            f"found a length of {frames / FPS:g} seconds; these movements take from {least:.1f} to {most:.1f} seconds."
        )
    return _retimed(strand, spans, np.linspace(0, len(strand) - 1, frames))


def to_beat(strand: Strand, spans: list[Span], bpm: float, body: Body) -> tuple[Strand, list[Span]]:
    """The whole dance with its accents on the beats of a tempo."""
    return _retimed(strand, spans, on_beat(accents(strand, body), len(strand), bpm))


def accents(strand: Strand, body: Body) -> np.ndarray:
    """Frames (k,), rising, at which a dance has its accents."""
    landings = np.flatnonzero((strand.stands[1:] & ~strand.stands[:-1]).any(axis=1)) + 1
    found = _spaced(landings.tolist())
    pace = np.linalg.norm(np.gradient(strand.positions(body), axis=0), axis=2).mean(axis=1)
    pace = np.convolve(np.pad(pace, 2, mode="edge"), np.full(5, 1 / 5), mode="valid")
    slow = [
        frame
        for frame in range(2, len(pace) - 2)
        if pace[frame] == pace[frame - 2 : frame + 3].min() and pace[frame] < 0.7 * pace[_around(frame, pace)].max()
    ]
    edges = [-QUIET * FPS, *found, len(strand) + QUIET * FPS]
    for before, after in pairwise(edges):
        if after - before > QUIET * FPS:
            found += [frame for frame in slow if before + APART * FPS < frame < after - APART * FPS]
    return np.array(_spaced(sorted(found)))


def on_beat(marks: np.ndarray, frames: int, bpm: float) -> np.ndarray:
    """For each frame of a new dance, the time (m,), in frames, of the old one that it shows.

    marks: accents (k,) of the old dance, of `frames` frames. The new one starts on a beat and ends with the old.
    """
    beat = 60 * FPS / bpm
    while len(marks) > 2 and beat > 1.6 * np.median(np.diff(marks)):
        beat /= 2
    old, new = pinned(marks, beat)
    return curve(old, new, frames)


def pinned(marks: np.ndarray, beat: float) -> tuple[np.ndarray, np.ndarray]:
    """Which accents (j,) fall on which beats (j,), in frames: the cheapest way to keep to the dance's own speed."""
    best: list[tuple[float, int]] = []  # for each point what it costs to come there, and from which point
    points = [(0.0, 0.0)] + [
        (float(mark), number * beat)
        for mark in marks
        if mark > 0
        for number in range(int(mark * SLOWEST / beat), int(mark / SLOWEST / beat) + 2)
        if number > 0
    ]
    order = {mark: rank for rank, mark in enumerate(sorted({mark for mark, _ in points}))}
    for index, (mark, goal) in enumerate(points):
        cost, back = (0.0, -1) if index == 0 else (np.inf, -1)
        for other, (earlier, placed) in enumerate(points[:index]):
            if earlier < mark and placed < goal:
                speed = (mark - earlier) / (goal - placed)
                if SLOWEST <= speed <= FASTEST:
                    skipped = order[mark] - order[earlier] - 1
                    length = (mark - earlier) / FPS
                    price = best[other][0] + SKIPPED * skipped + length * np.log(speed) ** 2
                    if price < cost:
                        cost, back = price, other
        best.append((cost, back))
    last = len(order) - 1
    ends = [(best[index][0] + SKIPPED * (last - order[mark]), index) for index, (mark, _) in enumerate(points)]
    index, path = min(ends)[1], []
    while index >= 0:
        path.append(points[index])
        index = best[index][1]
    old, new = np.array(path[::-1]).T
    return old, new


def curve(old: np.ndarray, new: np.ndarray, frames: int) -> np.ndarray:
    """Old times (m,) at each new frame, along a smooth rising curve through points (Fritsch and Carlson, 1980)."""
    end = new[-1] + (frames - 1 - old[-1])
    if end - new[-1] > 1:
        old, new = np.append(old, frames - 1), np.append(new, end)
    if len(old) < 2:
        return np.arange(frames, dtype=float)
    width = np.diff(new)
    slope = np.diff(old) / width
    inner = 2 * slope[1:] * slope[:-1] / (slope[1:] + slope[:-1])
    tangent = np.concatenate([slope[:1], inner, slope[-1:]])
    times = np.arange(int(new[-1] + 1e-6) + 1, dtype=float)
    piece = np.clip(np.searchsorted(new, times, side="right") - 1, 0, len(width) - 1)
    s, w = (times - new[piece]) / width[piece], width[piece]
    h = s * s * (3 - 2 * s)
    values = (1 - h) * old[piece] + h * old[piece + 1]
    values += w * (s * (1 - s) ** 2 * tangent[piece] - s * s * (1 - s) * tangent[piece + 1])
    return np.clip(values, 0, frames - 1)


def _spaced(frames: list[int]) -> list[int]:
    kept: list[int] = []
    for frame in frames:
        if not kept or frame - kept[-1] >= APART * FPS:
            kept.append(frame)
    return kept


def _around(frame: int, values: np.ndarray) -> slice:
    return slice(max(frame - FPS // 2, 0), min(frame + FPS // 2 + 1, len(values)))


def _retimed(strand: Strand, spans: list[Span], times: np.ndarray) -> tuple[Strand, list[Span]]:
    """A dance and its spans when frame k shows `times[k]` (m,) of it; the last span ends with the dance."""
    edges = np.searchsorted(times, np.arange(len(strand) + 1)).tolist()
    edges[-1] = len(times)
    return strand.at(times), [(edges[start], edges[stop]) for start, stop in spans]
