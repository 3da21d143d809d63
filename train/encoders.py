"""What anything that embeds texts and dances offers, and the directions of labels in its space."""

from typing import Protocol

import numpy as np

from train.caption import Attributes
from train.studio.words import prompts


class Encoders(Protocol):
    """The model being trained, a baseline, or the exported graphs: lists in, unit rows (n, dim) out."""

    def encode_text(self, texts: list[str]) -> np.ndarray: ...

    def encode_dance(self, phrases: list[np.ndarray]) -> np.ndarray: ...


def label_embeddings(encoders: Encoders, attributes: list[Attributes]) -> np.ndarray:
    """One direction (labels, dim), unit length, for each move or quality: the mean of its plain captions."""
    means = [encoders.encode_text(list(prompts(each))).mean(axis=0) for each in attributes]
    return np.stack([mean / np.linalg.norm(mean) for mean in means]).astype(np.float32)
