"""An index of a great many dances: for a query, the few that are worth comparing exactly.

A dance's embedding and its caption's, side by side, are turned so that few axes hold nearly all of them, rounded to one
byte an axis, and sorted into cells, of which a search reads the nearest (faiss's `IVF,SQ8`). The file lies beside the
gallery's and is mapped into memory. Knows nothing of what is danced.
"""

from pathlib import Path

import numpy as np

from motion.command import InputError

LARGE = 50_000
"""Dances from which on an index is worth its file: below, exact search takes but a few milliseconds."""

AXES = 256
"""Numbers kept of a dance and its caption together, a byte each."""

CELL, TRAINING = 1000, 60
"""Dances in a cell, about, and dances for each cell that the cells are found by."""

PROBES = 32
"""Cells that a search among all dances reads; more when it is among few of them."""

MOST = 200
"""Dances up to which a search by the index may be asked for; beyond, everything is to be ranked anyway."""

FEW = 5000
"""Dances that are compared faster one by one than by the index."""

CANDIDATES = 40
"""Dances to compare exactly, at least, and four for each that is asked for."""

CHUNK, THREADS = 20_000, 2
"""Dances that are added at a time, and threads that do so."""


class Near:
    """The index of a gallery's n dances.

    faiss is imported here alone, so that whoever searches a smaller gallery does not wait for it.
    """

    def __init__(self, index) -> None:
        self._index = index

    @classmethod
    def build(cls, embeddings: np.ndarray, captions: np.ndarray) -> "Near":
        """Of dances and their captions, (n, dim) both; shows how far it is."""
        import faiss
        from tqdm import tqdm

        faiss.omp_set_num_threads(THREADS)
        n, cells = len(embeddings), max(1, len(embeddings) // CELL)
        some = np.linspace(0, n - 1, min(n, TRAINING * cells)).astype(int)
        known = _beside(embeddings[some], captions[some])
        turn = faiss.LinearTransform(known.shape[1], min(AXES, known.shape[1]), False)
        _, axes = np.linalg.eigh(known.T @ known)  # about the origin, not the mean: a turn leaves products as they are
        faiss.copy_array_to_vector(np.ascontiguousarray(axes.T[::-1][: turn.d_out]).ravel(), turn.A)
        turn.is_trained = True
        index = faiss.IndexPreTransform(
            turn, faiss.index_factory(turn.d_out, f"IVF{cells},SQ8", faiss.METRIC_INNER_PRODUCT)
        )
        with tqdm(total=n, desc="indexing", unit="dance", disable=n < LARGE) as bar:
            index.train(known)
            for start in range(0, n, CHUNK):
                part = slice(start, start + CHUNK)
                index.add(_beside(embeddings[part], captions[part]))
                bar.update(len(embeddings[part]))
        return cls(index)

    @classmethod
    def load(cls, path: Path) -> "Near":
        """Map an index file. Raises InputError for any other file."""
        import faiss

        try:
            return cls(faiss.read_index(str(path), faiss.IO_FLAG_MMAP_IFC))
        except RuntimeError as error:
            raise InputError(f"{path} is no index of a gallery; remove it, or index the dances again.") from error

    def save(self, path: Path) -> None:
        import faiss

        faiss.write_index(self._index, str(path))

    def __len__(self) -> int:
        return self._index.ntotal

    def candidates(
        self, embedding: np.ndarray, top_k: int, by_caption: float, keep: np.ndarray | None = None
    ) -> np.ndarray:
        """Dances in file order, among them the `top_k` nearest to `embedding` (dim), but for one in some hundreds.

        by_caption, keep: as in `Gallery.search`.
        """
        import faiss

        # For so little work, threads would wait for one another longer than they work; each thread has its own setting.
        faiss.omp_set_num_threads(1)
        probes, among = PROBES, None
        if keep is not None:
            probes = int(np.ceil(PROBES / max(keep.mean(), 1e-9)))
            among = faiss.IDSelectorBitmap(np.packbits(keep, bitorder="little"))
        how = faiss.SearchParametersIVF(nprobe=min(probes, len(self)), sel=among)
        query = _beside((1 - by_caption) * embedding[None], by_caption * embedding[None])
        _, (found,) = self._index.search(
            query, max(CANDIDATES, 4 * top_k), params=faiss.SearchParametersPreTransform(index_params=how)
        )
        return np.sort(found[found >= 0])


def _beside(embeddings: np.ndarray, captions: np.ndarray) -> np.ndarray:
    """A row for each dance: its embedding and its caption's, float32 (n, 2 * dim)."""
    return np.concatenate([embeddings, captions], axis=1, dtype=np.float32)
