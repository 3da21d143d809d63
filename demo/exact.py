"""Exact search: the score of every dance, or of some, and the best of them. Knows nothing of files or of encoders."""

import numpy as np

KEPT = 100_000
"""Dances up to which dances and captions in their shares are kept in memory; of more, each is read as it is needed."""


class Exact:
    """embeddings float32 (n, dim) and their captions', float16 (n, dim), each maybe mapped from a file."""

    def __init__(self, embeddings: np.ndarray, captions: np.ndarray) -> None:
        self.embeddings, self.captions = embeddings, captions
        self._blends = {0.0: embeddings}

    def scores(self, embedding: np.ndarray, by_caption: float, among: np.ndarray | None) -> np.ndarray:
        """The scores of all dances (n), or of those `among` them (k), as indices, with nothing else read; to six
        decimals, since equal rows differ by a bit or two in a matrix product."""
        if among is None and len(self.embeddings) <= KEPT:
            return np.round(self._blend(by_caption) @ embedding, 6)
        starts = range(0, len(self.embeddings), KEPT)
        parts = [slice(start, start + KEPT) for start in starts] if among is None else [among]
        return np.round(np.concatenate([self._scores(embedding, by_caption, part) for part in parts]), 6)

    def _scores(self, embedding: np.ndarray, by_caption: float, rows: slice | np.ndarray) -> np.ndarray:
        scores = (1 - by_caption) * (self.embeddings[rows] @ embedding)
        if by_caption:
            scores += by_caption * (self.captions[rows].astype(np.float32) @ embedding)
        return scores

    def _blend(self, by_caption: float) -> np.ndarray:
        """Dances and captions in the shares that they have in a score, (n, dim): one product instead of two."""
        if by_caption not in self._blends:
            captions = self.captions.astype(np.float32)
            self._blends[by_caption] = (1 - by_caption) * self.embeddings + by_caption * captions
        return self._blends[by_caption]


def best(scores: np.ndarray, top_k: int) -> np.ndarray:
    """The indices of the `top_k` highest scores (n), best first, ties in order."""
    if top_k >= len(scores):
        return np.argsort(-scores, kind="stable")
    least = np.partition(scores, -top_k)[-top_k]
    among = np.flatnonzero(scores >= least)
    return among[np.argsort(-scores[among], kind="stable")[:top_k]]
