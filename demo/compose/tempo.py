"""Onto the beat: a dance's accents found, and its time warped so that they fall on the beats of a tempo.

An accent is a foot that lands; where for a while none does, it is the moment between two strokes, when the body is
slowest. The warp is one smooth, rising curve through the accents; none is moved so far that the dance would run at less
than `SLOWEST` or more than `FASTEST` of its speed. An accent that finds no beat is left to its neighbours. Each
movement begins and ends on a beat; what is to last for some beats does so whatever its speed.
"""

from collections.abc import Iterable
from itertools import pairwise

import numpy as np

from demo.compose.arrange import Span
from demo.compose.clause import SECONDS_LONG
from demo.compose.hold import FASTEST, SLOWEST, pace
from demo.compose.pins import pinned
from demo.compose.strand import Strand, ease
from motion.canonical import FPS
from motion.command import InputError
from motion.pose import Body

APART = 0.22
"""Seconds between accents at least: both feet of a jump are one."""

QUIET = 1.2
"""Seconds without a landing after which slow moments count."""


def to_length(strand: Strand, spans: list[Span], frames: int, lengths: dict[Span, int]) -> tuple[Strand, list[Span]]:
    """The whole dance evenly slower or faster; spans with `lengths`, in frames, keep to these where the rest can.

    Raises InputError where it would be slower than `SLOWEST` or faster than `FASTEST`.
    """
    least, most = len(strand) / FASTEST, len(strand) / SLOWEST
    if not least <= frames <= most:
        accepted = f"{least / FPS:.1f} seconds or more" if frames < least else f"up to {most / FPS:.1f} seconds"
        raise InputError(f"found a length of {frames / FPS:g} seconds; these movements take {accepted}.")
    stretches = _stretches(lengths, len(strand))
    free = sum(stop - start for start, stop in stretches if (start, stop) not in lengths)
    said = sum(lengths.values())
    slower = (frames - said) / free if free else float(frames == said)
    if not 1 / FASTEST <= slower <= 1 / SLOWEST:
        lengths, slower = {}, frames / len(strand)
        stretches = [(0, len(strand))]
    new = np.cumsum([0, *(lengths.get(span, slower * (span[1] - span[0])) for span in stretches)])
    old = np.array([0.0, *(stop for _, stop in stretches)])
    old[-1], new[-1] = len(strand) - 1, frames - 1
    return _retimed(strand, spans, curve(old, new, len(strand)))


def to_beat(
    strand: Strand, spans: list[Span], bpm: float, body: Body, lengths: dict[Span, int | None]
) -> tuple[Strand, list[Span]]:
    """The whole dance with its accents on the beats of a tempo. lengths: as in `on_beat`."""
    return _retimed(strand, spans, on_beat(accents(strand, body), len(strand), bpm, lengths))


def accents(strand: Strand, body: Body) -> np.ndarray:
    """Frames (k,), rising, at which a dance has its accents."""
    landings = np.flatnonzero((strand.stands[1:] & ~strand.stands[:-1]).any(axis=1)) + 1
    found = _spaced(landings.tolist())
    speed = np.convolve(np.pad(pace(strand, body), 2, mode="edge"), np.full(5, 1 / 5), mode="valid")
    slow = [
        frame
        for frame in range(2, len(speed) - 2)
        if speed[frame] == speed[frame - 2 : frame + 3].min()
        and speed[frame] < 0.7 * speed[max(frame - FPS // 2, 0) : frame + FPS // 2 + 1].max()
    ]
    edges = [-QUIET * FPS, *found, len(strand) + QUIET * FPS]
    for before, after in pairwise(edges):
        if after - before > QUIET * FPS:
            found += [frame for frame in slow if before + APART * FPS < frame < after - APART * FPS]
    return np.array(_spaced(sorted(found)))


def on_beat(marks: np.ndarray, frames: int, bpm: float, lengths: dict[Span, int | None]) -> np.ndarray:
    """For each frame of a new dance, the time (m,), in frames, of the old one that it shows.

    marks: accents (k,) of the old dance, of `frames` frames. lengths: what spans of it last in the new one, frames, to
    the nearest beat from half a second on, or None for as many beats as suit the accents. The new one starts on a beat
    and ends with the old, or with the last span.
    """
    beat = part = 60 * FPS / bpm
    while len(marks) > 2 and part > 1.6 * np.median(np.diff(marks)):
        part /= 2
    old, new = np.zeros(1), np.zeros(1)
    for start, stop in _stretches(lengths, frames):
        marked, ends = marks[(marks - start >= APART * FPS) & (stop - marks >= APART * FPS)] - start, None
        if stop < frames or (start, stop) in lengths:
            last = int(stop == frames)  # its end is no frame, the one before is
            ends = beat * _beats(stop - start, lengths.get((start, stop)), beat)
            if last:
                ends = np.ceil(new[-1] + ends) - 1 - new[-1]
            marked = np.append(marked, stop - start - last)
        olds, news = pinned(marked, part, ends)
        old, new = np.append(old, start + olds[1:]), np.append(new, new[-1] + news[1:])
    return curve(old, new, frames)


def _beats(length: int, said: int | None, beat: float) -> np.ndarray:
    """How many beats (k,) a stretch of so many frames may last: as many as were said, or all that its speed allows."""
    least = int(np.ceil(SECONDS_LONG[0] * FPS / beat))
    if said is not None:
        return np.array([max(round(said / beat), least)])
    fewest = max(int(np.ceil(length / FASTEST / beat)), least)
    return np.arange(fewest, max(int(length / SLOWEST / beat), fewest) + 1)


def _stretches(lengths: Iterable[Span], frames: int) -> list[Span]:
    """All of a dance: the spans that have a length, and what lies before, between and after them."""
    edges = sorted({0, frames, *(edge for span in lengths for edge in span)})
    return list(pairwise(edges))


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
    h = ease(s)
    values = (1 - h) * old[piece] + h * old[piece + 1]
    values += w * (s * (1 - s) ** 2 * tangent[piece] - s * s * (1 - s) * tangent[piece + 1])
    return np.clip(values, 0, frames - 1)


def _spaced(frames: list[int]) -> list[int]:
    kept: list[int] = []
    for frame in frames:
        if not kept or frame - kept[-1] >= APART * FPS:
            kept.append(frame)
    return kept


def _retimed(strand: Strand, spans: list[Span], times: np.ndarray) -> tuple[Strand, list[Span]]:
    """A dance and its spans when frame k shows `times[k]` (m,) of it; the last span ends with the dance."""
    edges = np.searchsorted(times, np.arange(len(strand) + 1)).tolist()
    edges[-1] = len(times)
    return strand.at(times), [(edges[start], edges[stop]) for start, stop in spans]
