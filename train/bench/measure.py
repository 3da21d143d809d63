"""One measured quantity: the outcome of every item, so that it can be averaged and its uncertainty told."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from train.metrics import auroc

RESAMPLES = 400
LEVEL = 95
"""Percent of resampled figures that an interval holds."""


@dataclass(frozen=True, eq=False)
class Measure:
    """values: float (items,), one outcome each: 0 or 100 for wrong and right, or a rank.

    groups: (items,) names, when the figure is the mean over groups of their means (balanced accuracy), else None.
    clusters: (items,) names of what they are of, where one measure may be of other items than the next. Items of one
    name within a group are nearly the same, and are drawn together.
    median: whether the figure is the median of the values, else their mean.
    above: whether it is an AUROC: percent of pairs in which a value of the second group, by name, is above one of the
    first.
    """

    values: np.ndarray
    groups: np.ndarray | None = None
    median: bool = False
    clusters: np.ndarray | None = None
    above: bool = False

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
        if self.above:
            return auroc(values[group == 1], values[group == 0])
        return np.mean(np.bincount(group, values) / np.bincount(group))

    @cached_property
    def _drawn_together(self) -> list[list[np.ndarray]]:
        """For each group, the numbers of the items of each of its clusters."""
        count = len(self.values)
        group = self._group if self.groups is not None else np.zeros(count, dtype=int)
        cluster = np.arange(count) if self.clusters is None else np.unique(self.clusters, return_inverse=True)[1]
        found: list[dict[int, list[int]]] = [{} for _ in range(group.max() + 1)]
        for item in range(count):
            found[group[item]].setdefault(int(cluster[item]), []).append(item)
        return [[np.array(items) for items in clusters.values()] for clusters in found]

    def drawn(self, rng: np.random.Generator) -> np.ndarray:
        """As many clusters drawn with replacement, within their groups if there are any: their items' numbers."""
        return np.concatenate([
            clusters[int(index)]
            for clusters in self._drawn_together
            for index in rng.integers(len(clusters), size=len(clusters))
        ])  # fmt: skip

    def of_groups(self) -> "Measure":
        """The same figure with each group as one item: for groups within which there is nothing to draw from."""
        count = np.bincount(self._group)
        names = [", ".join(np.unique(self.clusters[self._group == group])) for group in range(len(count))]
        return Measure(np.bincount(self._group, self.values) / count, clusters=np.array(names))

    def same_items(self, other: "Measure") -> bool:
        """Whether another measure, of another seed, seems to be of the same items."""
        same = np.array_equal(self.groups, other.groups) and np.array_equal(self.clusters, other.clusters)
        return len(self.values) == len(other.values) and same

    def as_json(self) -> dict:
        names = {"groups": self.groups, "clusters": self.clusters}
        listed = {name: each if each is None else each.tolist() for name, each in names.items()}
        return {"values": np.round(self.values, 6).tolist(), "median": self.median, "above": self.above, **listed}

    @classmethod
    def from_json(cls, stored: dict) -> "Measure":
        return cls(**{name: np.array(each) if isinstance(each, list) else each for name, each in stored.items()})


def right(truth: list, answer: list, balanced: bool = False, clusters: list[str] | None = None) -> Measure:
    """100 where the answer is the truth, else 0; balanced over the distinct truths if asked."""
    hits = np.array([100.0 * (a == b) for a, b in zip(truth, answer, strict=True)])
    groups = np.array([str(each) for each in truth]) if balanced else None
    return Measure(hits, groups, clusters=None if clusters is None else np.array(clusters))


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
