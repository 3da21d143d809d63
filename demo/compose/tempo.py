"""Onto the beat: a dance's accents found, and its time warped so that they fall on the beats of a tempo.

An accent is a foot that lands; where for a while none does, it is the moment between two strokes, when the body is
slowest. The warp is one smooth, rising curve through the accents; none is moved so far that the dance would run at less
than `SLOWEST` or more than `FASTEST` of its speed. An accent that finds no beat is left to its neighbours. What is to
last for some beats begins and ends on one, whatever its speed.
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


KEPT, BACK = 24, 6
"""Beats that are kept of each accent, and accents that are looked back at."""


def to_length(strand: Strand, spans: list[Span], frames: int) -> tuple[Strand, list[Span]]:
    """The whole dance evenly slower or faster. Raises InputError where that would be beyond `SLOWEST` or `FASTEST`."""
    if not SLOWEST <= len(strand) / frames <= FASTEST:
        least, most = len(strand) / FASTEST / FPS, len(strand) / SLOWEST / FPS
        raise InputError(
            f"found a length of {frames / FPS:g} seconds; these movements take from {least:.1f} to {most:.1f} seconds."
        )
    return _retimed(strand, spans, np.linspace(0, len(strand) - 1, frames))


def to_beat(
    strand: Strand, spans: list[Span], bpm: float, body: Body, lengths: dict[Span, int]
) -> tuple[Strand, list[Span]]:
    """The whole dance with its accents on the beats of a tempo. lengths: as in `on_beat`."""
    return _retimed(strand, spans, on_beat(accents(strand, body), len(strand), bpm, lengths))


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


def on_beat(marks: np.ndarray, frames: int, bpm: float, lengths: dict[Span, int]) -> np.ndarray:
    """For each frame of a new dance, the time (m,), in frames, of the old one that it shows.

    marks: accents (k,) of the old dance, of `frames` frames. lengths: what spans of it last in the new one, frames, to
    the nearest beat. The new one starts on a beat and ends with the old, or with the last span.
    """
    beat = 60 * FPS / bpm
    while len(marks) > 2 and beat > 1.6 * np.median(np.diff(marks)):
        beat /= 2
    old, new = np.zeros(1), np.zeros(1)
    for start, stop in _stretches(lengths, frames):
        marked, end = marks[(marks - start >= APART * FPS) & (stop - marks >= APART * FPS)] - start, None
        if stop < frames or (start, stop) in lengths:
            last = int(stop == frames)  # there is no frame at the end of all
            end = beat * max(round(lengths.get((start, stop), stop - start) / beat), 1) - last
            marked = np.append(marked, stop - start - last)
        olds, news = pinned(marked, beat, end)
        old, new = np.append(old, start + olds[1:]), np.append(new, new[-1] + news[1:])
    return curve(old, new, frames)


def _stretches(lengths: dict[Span, int], frames: int) -> list[Span]:
    """All of a dance: the spans that have a length, and what lies before, between and after them."""
    edges = sorted({0, frames, *(edge for span in lengths for edge in span)})
    return list(pairwise(edges))


def pinned(marks: np.ndarray, beat: float, end: float | None = None) -> tuple[np.ndarray, np.ndarray]:
    """Which accents (j,) fall on which beats (j,), in frames: the cheapest way to keep to the dance's own speed.

    end: where the last accent falls, beat or no beat; where no speed allows it, the other accents are left.

    A search along the accents that keeps, of each, the `KEPT` cheapest beats and looks back at the `BACK` before it.
    """
    marks = [0, *(int(mark) for mark in marks)]
    beats, costs, origins = [np.zeros(1)], [np.zeros(1)], [[(-1, -1)]]
    last = len(marks) - 1
    for index in range(1, len(marks)):
        earlier = [k for k in range(index) if len(beats[k])][-BACK:]
        least = min((marks[index] - marks[k]) / FASTEST + beats[k].min() for k in earlier)
        most = max((marks[index] - marks[k]) / SLOWEST + beats[k].max() for k in earlier)
        goals = beat * np.arange(np.ceil(least / beat), np.floor(most / beat) + 1)
        if end is not None:
            goals = np.array([end]) if index == last else goals[goals < end]
        prices = [_prices(marks[index] - marks[k], beats[k], goals) + costs[k][:, None] + SKIPPED * (index - k - 1)
                  for k in earlier]  # fmt: skip
        places = [(k, place) for k in earlier for place in range(len(beats[k]))]
        price = np.concatenate(prices)
        cheapest = price.min(axis=0) if len(goals) else goals
        kept = np.argsort(cheapest, kind="stable")[:KEPT]
        kept = kept[np.isfinite(cheapest[kept])]
        beats.append(goals[kept])
        costs.append(cheapest[kept])
        origins.append([places[k] for k in price[:, kept].argmin(axis=0)] if len(kept) else [])
    if end is not None and not len(beats[last]):
        return np.array([0.0, marks[last]]), np.array([0.0, end])
    ends = range(last + 1) if end is None else [last]
    _, index, place = min(
        (costs[k].min() + SKIPPED * (last - k), k, int(costs[k].argmin())) for k in ends if len(costs[k])
    )
    path = []
    while index >= 0:
        path.append((float(marks[index]), float(beats[index][place])))
        index, place = origins[index][place]
    old, new = np.array(path[::-1]).T
    return old, new


def _prices(way: int, starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """What it costs (starts, ends) that `way` frames of the old dance take from one beat to another of the new one."""
    spans = ends[None] - starts[:, None]
    speed = way / np.where(spans > 0, spans, np.inf)
    allowed = (speed >= SLOWEST) & (speed <= FASTEST)
    return np.where(allowed, way / FPS * np.log(np.where(allowed, speed, 1)) ** 2, np.inf)


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
