"""From a few labels to all: every phrase takes after the labelled ones that it is most like."""

from dataclasses import dataclass

import numpy as np

SHARPNESS = 20.0
"""How fast a labelled phrase's say fades with distance: exp(SHARPNESS * cosine)."""
SURROUNDINGS = 0.3
"""The share that the labels within a phrase's own surroundings have in its label, if there are any."""
UNSURE = 0.6
"""Below this confidence a phrase is unsure."""


@dataclass(frozen=True, eq=False)
class Spread:
    """label: str (n). confidence: float (n), 0 to 1; 1 where labelled by hand. by_hand: bool (n)."""

    label: np.ndarray
    confidence: np.ndarray
    by_hand: np.ndarray

    def settled(self, which: list[int], label: str) -> "Spread":
        """The same, but that phrases `which` have this label by hand."""
        chosen = np.isin(np.arange(len(self.label)), which)
        return Spread(
            np.where(chosen, label, self.label), np.where(chosen, 1.0, self.confidence), self.by_hand | chosen
        )

    @property
    def unsure(self) -> np.ndarray:
        return ~self.by_hand & (self.confidence < UNSURE)

    @property
    def by(self) -> np.ndarray:
        """Where each label comes from: "hand", "spread" or "unsure"."""
        return np.where(self.by_hand, "hand", np.where(self.unsure, "unsure", "spread"))


def spread(features: np.ndarray, surroundings: np.ndarray, hand: dict[int, str]) -> Spread:
    """Labels for all phrases. features (n, d). surroundings: int (n), the small cluster of each.

    hand: labels of some of them by number, not empty.
    """
    labelled = np.array(list(hand))
    names, which = np.unique([hand[int(index)] for index in labelled], return_inverse=True)
    one_hot = np.eye(len(names))[which]
    unit = features / np.maximum(np.linalg.norm(features, axis=1, keepdims=True), 1e-9)
    cosine = unit @ unit[labelled].T
    # What is no nearer to any label than phrases are to each other anyway may be something else altogether.
    anyway = cosine.mean() + cosine.std()
    weight = np.exp(SHARPNESS * (cosine - anyway))
    near = weight @ one_hot / (weight.sum(1, keepdims=True) + 1)
    mates = (surroundings[:, None] == surroundings[labelled][None]) @ one_hot
    known = mates.sum(1, keepdims=True)
    shares = np.where(known > 0, (1 - SURROUNDINGS) * near + SURROUNDINGS * mates / np.maximum(known, 1), near)
    shares[labelled] = one_hot
    by_hand = np.zeros(len(features), dtype=bool)
    by_hand[labelled] = True
    return Spread(names[shares.argmax(1)], shares.max(1), by_hand)
