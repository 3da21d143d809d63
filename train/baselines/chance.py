"""Embeddings that know nothing: what each measure gives to chance.

Where figures are not balanced, one answer for everything may have more (`train.bench.real_rows.genres`).
"""

from zlib import crc32

import numpy as np


class Chance:
    """The encoders' two methods, answered by directions drawn at random; equal inputs get equal ones."""

    def __init__(self, dim: int = 256, seed: int = 0) -> None:
        self.dim, self.seed = dim, seed

    def encode_text(self, texts: list[str]) -> np.ndarray:
        """Texts -> float32 (texts, dim), unit length."""
        return np.stack([self._draw(text.encode()) for text in texts])

    def encode_dance(self, phrases: list[np.ndarray]) -> np.ndarray:
        """Canonical phrases (frames, 22, 3) -> float32 (phrases, dim), unit length."""
        return np.stack([self._draw(np.ascontiguousarray(phrase).tobytes()) for phrase in phrases])

    def _draw(self, content: bytes) -> np.ndarray:
        drawn = np.random.default_rng([self.seed, crc32(content)]).normal(size=self.dim)
        return (drawn / np.linalg.norm(drawn)).astype(np.float32)
