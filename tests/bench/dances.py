"""A gallery of any size that is as dense as the real one: its dances, jittered by how its own neighbours differ.

A dance is one of the gallery's plus half of the difference between another dance and one of the ten nearest to that,
and so is its caption. The cosine of a dance to its nearest neighbour, among as many as the gallery has, is then spread
as in the gallery itself (median 0.91 and 0.93). Uniformly random vectors, which all lie equally far apart, would make
the nearest ten a matter of chance.
"""

import numpy as np

from demo.gallery import Gallery
from motion.skeleton import JOINTS

NEAREST, SHARE = 10, 0.5
CHUNK = 50_000


def many(gallery: Gallery, n: int, seed: int = 0) -> Gallery:
    """`n` dances of one frame each, with nothing said of them: what is measured is search alone."""
    rng = np.random.default_rng(seed)
    near = np.argsort(-gallery.embeddings @ gallery.embeddings.T, axis=1)[:, 1 : NEAREST + 1]
    dances = np.empty((n, gallery.embeddings.shape[1]), dtype=np.float32)
    captions = np.empty(dances.shape, dtype=np.float16)
    said = gallery.caption_embeddings.astype(np.float32)
    for start in range(0, n, CHUNK):
        count = min(CHUNK, n - start)
        own, other = rng.integers(len(gallery), size=(2, count))
        beside = near[other, rng.integers(NEAREST, size=count)]
        for into, rows in ((dances, gallery.embeddings), (captions, said)):
            into[start : start + count] = unit(rows[own] + SHARE * (rows[other] - rows[beside]))
    return Gallery(
        embeddings=dances,
        caption_embeddings=captions,
        positions=np.zeros((n, len(JOINTS), 3), dtype=np.int16),
        offsets=np.arange(n + 1),
        ids=np.arange(n).astype(np.str_),
        captions=np.full(n, "a dance"),
        attributes=np.full(n, "{}"),
        source=np.full(n, "made"),
    )


def unit(rows: np.ndarray) -> np.ndarray:
    return rows / np.linalg.norm(rows, axis=-1, keepdims=True)
