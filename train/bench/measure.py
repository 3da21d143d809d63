"""One measured quantity: the outcome of every item, so that it can be averaged and its uncertainty told."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

RESAMPLES = 400
LEVEL = 95
"""Percent of resampled figures that an interval holds."""


@dataclass(frozen=True, eq=False)
class Measure:
    """values: float (items,), one outcome each: 0 or 100 for wrong and right, or a rank.

    groups: (items,) names, when the figure is the mean over groups of their means (balanced accuracy), else None.
    median: whether the figure is the median of the values, else their mean.
    """

    values: np.ndarray
    groups: np.ndarray | None = None
    median: bool = False

    @property
    def figure(self) -> float:
        return float(self._of(np.arange(len(self.values))))

    @cached_property
    def _group(self) -> np.ndarray:
        """The number (items,) of each item's group."""
        return np.unique(self.groups, return_inverse=True)[1]

    def _of(self, chosen: np.ndarray) -> float:
        values = self.values[chosen]
        if self.groups is None:
            return np.median(values) if self.median else values.mean()
        group = self._group[chosen]
        return np.mean(np.bincount(group, values) / np.bincount(group))

    def drawn(self, rng: np.random.Generator) -> np.ndarray:
        """As many items drawn with replacement, within their groups if there are any: their numbers (items,)."""
        if self.groups is None:
            return rng.integers(len(self.values), size=len(self.values))
        members = [np.flatnonzero(self._group == number) for number in range(self._group.max() + 1)]
        return np.concatenate([rng.choice(each, size=len(each)) for each in members])

    def same_items(self, other: "Measure") -> bool:
        """Whether another measure, of another seed, seems to be of the same items."""
        return len(self.values) == len(other.values) and np.array_equal(self.groups, other.groups)

    def as_json(self) -> dict:
        groups = None if self.groups is None else self.groups.tolist()
        return {"values": np.round(self.values, 4).tolist(), "groups": groups, "median": self.median}

    @classmethod
    def from_json(cls, stored: dict) -> "Measure":
        groups = None if stored["groups"] is None else np.array(stored["groups"])
        return cls(np.array(stored["values"]), groups, stored["median"])


def right(truth: list, answer: list, balanced: bool = False) -> Measure:
    """100 where the answer is the truth, else 0; balanced over the distinct truths if asked."""
    hits = np.array([100.0 * (a == b) for a, b in zip(truth, answer, strict=True)])
    return Measure(hits, np.array([str(each) for each in truth]) if balanced else None)


def summary(seeds: list[Measure]) -> dict[str, float]:
    """Mean over seeds, and the interval that holds LEVEL percent of it when seeds and items are drawn again."""
    rng = np.random.default_rng(0)
    together = all(seed.same_items(seeds[0]) for seed in seeds)
    draws = []
    for _ in range(RESAMPLES):
        chosen = [seeds[int(index)] for index in rng.integers(len(seeds), size=len(seeds))]
        items = chosen[0].drawn(rng)
        draws.append(np.mean([seed._of(items if together else seed.drawn(rng)) for seed in chosen]))
    low, high = np.percentile(draws, [50 - LEVEL / 2, 50 + LEVEL / 2])
    mean = float(np.mean([seed.figure for seed in seeds]))
    return {"mean": mean, "low": float(low), "high": float(high), "seeds": len(seeds)}
