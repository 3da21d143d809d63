"""Many dimensions on a plane, for looking at: what is near stays near."""

import numpy as np
from sklearn.manifold import TSNE

PERPLEXITY = 30
"""About how many neighbours each row is kept near to."""


def on_a_plane(rows: np.ndarray) -> np.ndarray:
    """Places (n, 2) for rows (n, dim) by t-SNE (van der Maaten and Hinton, 2008), the same for the same rows."""
    if len(rows) < 5:
        return np.c_[rows[:, 0], np.zeros(len(rows))]
    return TSNE(perplexity=min(PERPLEXITY, (len(rows) - 1) / 3), random_state=0).fit_transform(rows)
