"""Phrases that are alike: as what they are compared, into how many groups they fall, and which of them to ask about."""

import warnings
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from sklearn.cluster import KMeans
from sklearn.decomposition import PCA
from sklearn.exceptions import ConvergenceWarning
from sklearn.metrics import silhouette_score

from demo.encoders import Encoders
from motion.resample import resample
from train.label.windows import Window

COUNTS = (4, 6, 8, 10, 12, 16, 20, 24, 32, 40)
"""Numbers of clusters that are tried, up to the root of the number of phrases."""
SAMPLE = 2000
"""Phrases by which the number is chosen."""
DIMENSIONS = 50
"""To which flattened positions are reduced."""


@dataclass(frozen=True, eq=False)
class Clusters:
    """of: the cluster of each phrase, int (n). tried: the silhouette of each number of clusters that was tried.

    asked: the number that was asked for, None for none.
    """

    of: np.ndarray
    count: int
    tried: dict[int, float]
    asked: int | None = None

    @property
    def why(self) -> str:
        """A sentence on their number."""
        many = f"{self.count} {'clusters' if self.count > 1 else 'cluster'}"
        if self.asked:
            return f"{many}, {'as asked' if self.asked == self.count else 'one for each phrase that differs'}."
        if not self.tried:
            return f"{many}, for so few phrases that differ."
        shown = ", ".join(f"{count}: {score:.2f}" for count, score in self.tried.items())
        return (
            f"{many}: of the numbers tried, this one sets phrases furthest apart from those of the next "
            f"cluster (mean silhouette, -1 to 1; {shown})."
        )


def embedded(windows: list[Window], encoders: Encoders) -> np.ndarray:
    """Phrases as the dance encoder sees them, each with a share of its neighbours: float32 (n, dim), unit length.

    What follows each other in a recording overlaps, and mostly goes on. Bandai's actions, one phrase in a hundred
    labelled: 96 % right with the neighbours, 91 without.
    """
    seen = encoders.encode_dance([window.positions for window in windows])
    follows = np.array([a.file == b.file and b.start < a.stop for a, b in pairwise(windows)], dtype=bool)
    shared = 2 * seen
    shared[1:][follows] += seen[:-1][follows]
    shared[:-1][follows] += seen[1:][follows]
    return shared / np.linalg.norm(shared, axis=1, keepdims=True)


def flattened(windows: list[Window]) -> np.ndarray:
    """Phrases as the notebook compared them: raw positions as one long row, float32 (n, at most DIMENSIONS), by PCA.

    All as long as the longest, by resampling.
    """
    longest = max(len(window.positions) for window in windows)
    rows = np.stack([resample(each.positions, len(each.positions) - 1, longest - 1).ravel() for each in windows])
    return PCA(min(DIMENSIONS, *rows.shape), random_state=0).fit_transform(rows)


def cluster(features: np.ndarray, count: int | None = None) -> Clusters:
    """KMeans of features (n, d) into `count` clusters, or as many as the silhouette is best for.

    Fewer where fewer phrases differ.
    """
    if count is not None:
        of = _kmeans(features, count).labels_
        return Clusters(of, len(np.unique(of)), {}, count)
    sample = np.random.default_rng(0).permutation(len(features))[:SAMPLE]
    counts = [each for each in COUNTS if each**2 <= len(sample)] or [1]
    tried = {}
    for each in counts if len(counts) > 1 else []:
        of = _kmeans(features[sample], each).labels_
        if (found := len(np.unique(of))) > 1:
            tried[found] = float(silhouette_score(features[sample], of))
    of = _kmeans(features, max(tried, key=tried.__getitem__, default=counts[0])).labels_
    return Clusters(of, len(np.unique(of)), tried)


def questions(features: np.ndarray, count: int) -> tuple[list[int], np.ndarray]:
    """The `count` phrases most worth a label, best first, and int (n) the surroundings of each phrase.

    As many clusters as there are questions, and of each the phrase nearest to its centre; the largest clusters first.
    """
    fitted = _kmeans(features, count)
    numbers, sizes = np.unique(fitted.labels_, return_counts=True)
    distances = fitted.transform(features)
    nearest = [int(np.where(fitted.labels_ == each, distances[:, each], np.inf).argmin()) for each in numbers]
    return [nearest[each] for each in np.argsort(-sizes, kind="stable")], fitted.labels_


def _kmeans(features: np.ndarray, count: int) -> KMeans:
    """Of phrases that are the same, some clusters are empty; that is no news to whoever labels."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        return KMeans(min(count, len(features)), n_init=3, random_state=0).fit(features)
