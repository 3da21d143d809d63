"""Rivals timed side by side: in turns, so that a busy moment of the machine hits all of them alike."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from time import perf_counter

import numpy as np

Rivals = dict[str, Callable[[], object]]
"""What to time, by name; the first is this project's."""


@dataclass(frozen=True)
class Spread:
    """The median of some measurements, and the quartiles."""

    median: float
    low: float
    high: float

    @classmethod
    def of(cls, values: np.ndarray | list[float]) -> "Spread":
        return cls(*(float(value) for value in np.percentile(values, (50, 25, 75))))


@dataclass(frozen=True)
class Row:
    """A rival: milliseconds, how many times as long as the first rival's it took in the same round, and what else is
    known of it."""

    name: str
    ms: Spread
    ratio: Spread | None = None
    facts: dict[str, float | str] = field(default_factory=dict)


@dataclass(frozen=True)
class Bar:
    """What is asked for: `value` is to be at most, or at least, `limit`."""

    name: str
    value: float
    limit: float
    at_most: bool = True

    @property
    def met(self) -> bool:
        return self.value <= self.limit if self.at_most else self.value >= self.limit


@dataclass(frozen=True)
class Found:
    """What was measured of one thing."""

    title: str
    rows: list[Row] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)
    facts: dict[str, float | str] = field(default_factory=dict)

    def json(self) -> dict:
        return asdict(self) | {"bars": [asdict(bar) | {"met": bar.met} for bar in self.bars]}


def race(rivals: Rivals, rounds: int, calls: int = 1, facts: dict[str, dict] | None = None) -> list[Row]:
    """Time each rival in each round: one call that does not count, then the median of `calls`."""
    times: dict[str, list[float]] = {name: [] for name in rivals}
    for _ in range(rounds):
        for name, call in rivals.items():
            call()
            times[name].append(float(np.median([_time(call) for _ in range(calls)])))
    return rows(times, facts)


def rows(times: dict[str, list[float]], facts: dict[str, dict] | None = None) -> list[Row]:
    """Milliseconds of each rival, by round."""
    ours = np.array(next(iter(times.values())))
    return [
        Row(name, Spread.of(each), Spread.of(np.array(each) / ours) if number else None, (facts or {}).get(name, {}))
        for number, (name, each) in enumerate(times.items())
    ]


def _time(call: Callable[[], object]) -> float:
    start = perf_counter()
    call()
    return 1000 * (perf_counter() - start)


@contextmanager
def clock(times: list[float]) -> Iterator[None]:
    """Add the milliseconds that the block takes."""
    start = perf_counter()
    yield
    times.append(1000 * (perf_counter() - start))
