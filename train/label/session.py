"""A labelling under way: who is asked what next, and what is written when somebody answers."""

import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from train.label.clusters import Clusters
from train.label.hand import add_hand, read_hand
from train.label.spread import Spread, spread
from train.label.table import write_table
from train.label.windows import Window

LEASE = 300.0
"""Seconds for which a phrase shown to one person is not shown to another."""
SKIPPED = "?"
"""A label by hand that says that the phrase has none."""


@dataclass(eq=False)
class Session:
    """windows, features (n, d), clusters: what is labelled. asked: which phrases to label first, best first.

    surroundings: int (n), the small cluster of each phrase (`train.label.clusters.questions`).

    Safe to use from several threads; several processes may label into one folder too, each sees the others' labels
    when it is asked for the next phrase.
    """

    folder: Path
    windows: list[Window]
    features: np.ndarray
    clusters: Clusters
    asked: list[int]
    surroundings: np.ndarray
    _shown: dict[int, tuple[str, float]] = field(default_factory=dict)
    _lock: threading.RLock = field(default_factory=threading.RLock)

    def __post_init__(self) -> None:
        self._number = {window.key: index for index, window in enumerate(self.windows)}

    @property
    def by_hand(self) -> dict[int, str]:
        """Labels by hand by the number of their phrase, skipped ones included."""
        stored = read_hand(self.folder / "hand.csv")
        return {self._number[key]: label for key, label in stored.items() if key in self._number}

    def spread(self) -> Spread | None:
        """Labels of all phrases as of now, SKIPPED where somebody said that there is none; None while none is named."""
        by_hand = self.by_hand
        named = {index: label for index, label in by_hand.items() if label != SKIPPED}
        if not named:
            return None
        found = spread(self.features, self.surroundings, named)
        return found.settled([index for index, label in by_hand.items() if label == SKIPPED], SKIPPED)

    def strangers(self) -> list[str]:
        """Files that have labels by hand here, and of which no phrase is a part of this session."""
        stored = read_hand(self.folder / "hand.csv")
        return sorted({file for file, _ in stored.keys() - self._number.keys()})

    def next(self, who: str) -> int | None:
        """The phrase to ask `who` about: first those of `asked`, then the least sure; None if all are labelled."""
        with self._lock:
            now, done = time.monotonic(), self.by_hand
            taken = {
                index for index, (other, since) in self._shown.items() if other != who and now - since < LEASE
            } | done.keys()
            found = self.spread() if set(self.asked) <= done.keys() else None
            order = self.asked if found is None else np.argsort(found.confidence, kind="stable").tolist()
            index = next((each for each in order if each not in taken), None)
            if index is None and found is None:
                index = next((each for each in range(len(self.windows)) if each not in taken), None)
            if index is not None:
                self._shown[index] = (who, now)
            return index

    def answer(self, index: int, label: str, who: str = "") -> None:
        """Store a label by hand, SKIPPED to pass over the phrase, or "" to take it back, and write labels.csv anew."""
        with self._lock:
            self.folder.mkdir(parents=True, exist_ok=True)
            add_hand(self.folder / "hand.csv", self.windows[index].key, label, who)
            self._shown.pop(index, None)
            self.write()

    def write(self) -> None:
        """Write labels.csv anew, if anything has a label."""
        if found := self.spread():
            write_table(self.folder / "labels.csv", self.windows, found)
