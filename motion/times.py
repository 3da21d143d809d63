"""The times of a table's rows: which column they are in, in which unit, and rows that are not evenly spaced put right.

Many programs round times, so that even rows seem uneven: what rounding can do is no unevenness.
"""

import re

import numpy as np

from motion.clip import ClipError
from motion.resample import sample

SECONDS = dict.fromkeys(("s", "sec", "secs", "seconds"), 1.0)
SECONDS |= dict.fromkeys(("ms", "msec", "msecs", "millis", "milliseconds"), 1e-3)
SECONDS |= dict.fromkeys(("us", "usec", "usecs", "micros", "microseconds"), 1e-6)
SECONDS |= dict.fromkeys(("ns", "nsec", "nsecs", "nanos", "nanoseconds"), 1e-9)

KINDS = ("t", "time", "timestamp", "elapsed", "elapsedtime")
COLUMNS = {unit: seconds for unit, seconds in SECONDS.items() if len(unit) > 1}
COLUMNS |= {kind + unit: SECONDS[unit] for kind in KINDS for unit in SECONDS}
COLUMNS |= dict.fromkeys((*KINDS, "times", "timestamps"))
"""Letters of a column of times, and the seconds of its unit if it says one: `time`, `Time (ms)`, `time_us`. The s of
`times` may be its unit or not."""

SIZES = ((2, 1.0), (1e3, 1e-3), (1e6, 1e-6), (1e9, 1e-9))
"""The usual step, below which times of no unit are in the unit of so many seconds."""

UNEVEN = 0.1
"""Steps by which a row may be early or late."""

HOLE = 0.1
"""Seconds between two rows, if it is more than `MANY` steps, from which what lies between them is missing."""

MANY = 2.5


def time_column(names: list[str]) -> list[int]:
    """The first column of times; none, if there is none."""
    return [column for column, name in enumerate(names) if _letters(name) in COLUMNS][:1]


def in_seconds(times: np.ndarray, name: str) -> np.ndarray:
    """The times (frames,) of two or more rows in seconds from the first, given the name of their column."""
    step = float(np.median(np.diff(times)))
    by_size = next((seconds for size, seconds in SIZES if step < size), 1.0)
    times = (times - times[0]) * (COLUMNS[_letters(name)] or by_size)
    if not times[-1] > 0 or not np.isfinite(times).all():
        raise ClipError("found times that do not grow; accepted are seconds or milliseconds from row to row.")
    return times


def on_even_times(points: np.ndarray, times: np.ndarray) -> tuple[np.ndarray, float, str]:
    """Points (frames, n, 3) as many as before at even steps, frames per second, and words if rows were not even.

    times: (frames,) in seconds from 0. Where rows are missing for longer than `HOLE`, points are NaN.
    """
    last = len(times) - 1
    even = np.linspace(0, times[-1], len(times))
    step = even[1]
    fps = round(1 / step, 2)
    if np.abs(times - even).max() <= max(UNEVEN * step, _rounding(times)):
        return points, fps, ""
    if (np.diff(times) < 0).any():
        raise ClipError("found times that go back; accepted are seconds or milliseconds that grow from row to row.")
    rows = np.interp(even, times, np.arange(len(times)))
    long = np.diff(times) > max(HOLE, MANY * np.median(np.diff(times)))
    between = np.abs(rows - rows.round()) > 1e-6
    points = sample(points, rows)
    points[between & long[np.minimum(rows.astype(int), last - 1)]] = np.nan
    return points, fps, ", put on even times"


def _rounding(times: np.ndarray) -> float:
    """One in the last decimal that the times have, up to six; else 0."""
    units = (10.0**-digits for digits in range(7))
    return next((unit for unit in units if np.abs(times / unit - np.round(times / unit)).max() < 1e-3), 0.0)


def _letters(name: str) -> str:
    return re.sub("[^a-z]", "", name.lower())
