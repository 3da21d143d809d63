"""From a few labels to all: every phrase takes after the labelled phrases that it is most like, and its cluster."""

from dataclasses import dataclass

import numpy as np

SHARPNESS = 20.0
"""How fast a labelled phrase's say fades with distance: exp(SHARPNESS * cosine)."""
OWN_CLUSTER = 0.3
"""The share that the labels within a phrase's own cluster have in its label, if there are any."""
UNSURE = 0.6
"""Below this confidence a phrase is unsure."""


@dataclass(frozen=True, eq=False)
class Spread:
    """label: str (n). confidence: float (n), 0 to 1; 1 where labelled by hand. by_hand: bool (n)."""

    label: np.ndarray
    confidence: np.ndarray
    by_hand: np.ndarray

    @property
    def unsure(self) -> np.ndarray:
        return ~self.by_hand & (self.confidence < UNSURE)

    @property
    def by(self) -> np.ndarray:
        """Where each label comes from: "hand", "spread" or "unsure"."""
        return np.where(self.by_hand, "hand", np.where(self.unsure, "unsure", "spread"))


def spread(features: np.ndarray, clusters: np.ndarray, hand: dict[int, str]) -> Spread:
    """Labels for all phrases. features (n, d). clusters: int (n). hand: label of some of them by number, not empty."""
    labelled = np.array(list(hand))
    names, which = np.unique([hand[int(index)] for index in labelled], return_inverse=True)
    one_hot = np.eye(len(names))[which]
    unit = features / np.maximum(np.linalg.norm(features, axis=1, keepdims=True), 1e-9)
    cosine = unit @ unit[labelled].T
    near = np.exp(SHARPNESS * (cosine - cosine.max(1, keepdims=True))) @ one_hot
    near /= near.sum(1, keepdims=True)
    mates = (clusters[:, None] == clusters[labelled][None]) @ one_hot
    known = mates.sum(1, keepdims=True)
    shares = np.where(known > 0, (1 - OWN_CLUSTER) * near + OWN_CLUSTER * mates / np.maximum(known, 1), near)
    shares[labelled] = one_hot
    by_hand = np.zeros(len(features), dtype=bool)
    by_hand[labelled] = True
    return Spread(names[shares.argmax(1)], shares.max(1), by_hand)
