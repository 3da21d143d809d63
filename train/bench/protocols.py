"""The field's four retrieval protocols, and this project's own, for one set of texts and dances.

Published figures differ by what counts as found; all of these are given so that none has to be guessed
(the first four as in TMR: Petrovich et al., ICCV 2023).

- all: one caption each, among all; only the dance that it was written for counts (each piece of it, if it was cut).
- threshold: the same, but dances whose captions say almost the same count as well: 0.95 on TMR's scale from 0 to 1, a
  cosine above 0.9 by a frozen sentence encoder.
- dissimilar: among 100 pairs chosen so that their captions differ as much as possible.
- batches: among random batches of 32; the mean over batches. The easiest.
- true: among all; every dance that the caption is true of counts (`train.caption.truth`).
"""

import numpy as np

from train.bench.measure import Measure
from train.metrics import RANKS, ranks

NEAR = 0.9
APART = 100
BATCH = 32


def protocols(
    text: np.ndarray, dance: np.ndarray, meaning: np.ndarray, true: np.ndarray, own: np.ndarray, clusters: np.ndarray
) -> dict[str, Measure]:
    """Both directions under each protocol, as "text to dance, all, R@1" and so on.

    text, dance: unit embeddings (n, dim) of n pairs. meaning: unit sentence embeddings (n, k) of the captions by an
    encoder that no method has trained. true, own: bool (n captions, n dances), what each is true of and written for.
    clusters: (n,) names of what pairs are of, as in `Measure`.
    """
    found: dict[str, Measure] = {}
    alike = meaning @ meaning.T
    apart = _apart(alike, APART)
    for direction, similarity, relevant in (
        ("text to dance", text @ dance.T, true),
        ("dance to text", dance @ text.T, true.T),
    ):
        for name, counted in (("all", own), ("threshold", own | (alike > NEAR)), ("true", relevant)):
            found |= _named(f"{direction}, {name}", ranks(similarity, counted), clusters)
        far = np.ix_(apart, apart)
        found |= _named(f"{direction}, dissimilar", ranks(similarity[far], own[far]), clusters[apart])
        order, size = np.random.default_rng(0).permutation(len(text)), min(BATCH, len(text))
        groups = [order[at : at + size] for at in range(0, len(order) - size + 1, size)]
        parts = [np.ix_(group, group) for group in groups]
        small = np.concatenate([ranks(similarity[part], own[part]) for part in parts])
        found |= _named(f"{direction}, batches", small, clusters[np.concatenate(groups)])
    return found


def _named(name: str, rank: np.ndarray, clusters: np.ndarray) -> dict[str, Measure]:
    recalls = {f"{name}, R@{k}": Measure(100.0 * (rank <= k), clusters=clusters) for k in RANKS}
    return recalls | {f"{name}, MedR": Measure(rank.astype(float), median=True, clusters=clusters)}


def _apart(alike: np.ndarray, count: int) -> np.ndarray:
    """Indices (count,) of texts far from one another: each next one is farthest from its nearest chosen one."""
    chosen = [int(alike.mean(1).argmin())]
    nearest = alike[chosen[0]].copy()
    while len(chosen) < min(count, len(alike)):
        nearest[chosen] = np.inf  # where captions are the same, nothing else keeps a pair from being chosen twice
        chosen.append(int(nearest.argmin()))
        nearest = np.maximum(nearest, alike[chosen[-1]])
    return np.array(chosen)
