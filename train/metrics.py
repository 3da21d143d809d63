"""Retrieval metrics, both directions. Works on numpy arrays; knows nothing of models."""

import numpy as np

RANKS = (1, 5, 10)


def ranks(similarity: np.ndarray, relevant: np.ndarray) -> np.ndarray:
    """Rank (queries,) of each query's best relevant candidate, counted from 1.

    similarity, relevant: (queries, candidates). Candidates that score the same are ranked against the query, so that a
    constant score earns nothing. Queries with nothing relevant are left out.
    """
    asked = relevant.any(axis=1)
    similarity, relevant = similarity[asked], relevant[asked]
    best = np.where(relevant, similarity, -np.inf).max(axis=1, keepdims=True)
    return 1 + (~(similarity < best) & ~relevant).sum(axis=1)  # so that what is no number earns nothing either


def retrieval(similarity: np.ndarray, relevant: np.ndarray) -> dict[str, float]:
    """R@1/5/10 in percent and median rank, over queries (rows) and candidates (columns), as `ranks` counts them."""
    rank = ranks(similarity, relevant)
    scores = {f"R@{k}": float(100 * (rank <= k).mean()) for k in RANKS}
    return scores | {"MedR": float(np.median(rank))}


def auroc(known: np.ndarray, unknown: np.ndarray) -> float:
    """Percentage of pairs in which the known one scores higher than the unknown one; half for equal scores.

    The area under the receiver operating characteristic, as Mann and Whitney's U.
    """
    higher = (known[:, None] > unknown).mean() + 0.5 * (known[:, None] == unknown).mean()
    return float(100 * higher)


def both_directions(text: np.ndarray, dance: np.ndarray, relevant: np.ndarray) -> dict[str, dict[str, float]]:
    """`retrieval` from text to dance and from dance to text; relevant bool (texts, dances)."""
    similarity = text @ dance.T
    return {
        "text_to_dance": retrieval(similarity, relevant),
        "dance_to_text": retrieval(similarity.T, relevant.T),
    }


def balanced_accuracy(truth: list[str], answer: list[str]) -> float:
    """Mean over classes of the percentage of its clips that were answered right."""
    truth_, right = np.array(truth), np.array(truth) == np.array(answer)
    return float(100 * np.mean([right[truth_ == name].mean() for name in np.unique(truth_)]))
