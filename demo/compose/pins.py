"""Which accents of a dance fall on which beats: the cheapest way, each time at its own speed as nearly as can be."""

import numpy as np

from demo.compose.hold import FASTEST, SLOWEST
from motion.canonical import FPS

SKIPPED = 0.5
"""What an accent off the beat costs, where a stretch of time at e times its speed costs 1."""

KEPT, BACK = 24, 6
"""Beats that are kept of each accent, and accents that are looked back at."""


def pinned(marks: np.ndarray, beat: float, ends: np.ndarray | None = None) -> tuple[np.ndarray, np.ndarray]:
    """Which accents (j,) fall on which beats (j,), in frames: the cheapest way to keep to the dance's own speed.

    ends: where the last accent may fall (k,), beat or no beat; where no speed allows any, it falls on the one that is
    nearest to where it is, and the other accents are left.

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
        if ends is not None:
            goals = ends if index == last else goals[goals < ends.max()]
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
    if ends is not None and not len(beats[last]):
        return np.array([0.0, marks[last]]), np.array([0.0, ends[np.abs(ends - marks[last]).argmin()]])
    finals = range(last + 1) if ends is None else [last]
    _, index, place = min(
        (costs[k].min() + SKIPPED * (last - k), k, int(costs[k].argmin())) for k in finals if len(costs[k])
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
