"""What anything that embeds texts and dances offers, and the directions of labels in its space."""

from dataclasses import replace
from typing import Protocol

import numpy as np

from train.caption import Attributes
from train.studio.words import prompts


class Encoders(Protocol):
    """The model being trained, a baseline, or the exported graphs: lists in, unit rows (n, dim) out."""

    def encode_text(self, texts: list[str]) -> np.ndarray: ...

    def encode_dance(self, phrases: list[np.ndarray]) -> np.ndarray: ...


def label_embeddings(encoders: Encoders, attributes: list[Attributes]) -> np.ndarray:
    """One direction (labels, dim), unit length, for each move or quality: the mean of its plain captions.

    For a move on one side, of those with and those without the side in equal parts: texts that say more lie further
    from everything, and moves with and without sides are to be compared.
    """
    means = [_mean(encoders, each) for each in attributes]
    return np.stack([mean / np.linalg.norm(mean) for mean in means]).astype(np.float32)


def _mean(encoders: Encoders, attributes: Attributes) -> np.ndarray:
    mean = encoders.encode_text(list(prompts(attributes))).mean(axis=0)
    return mean + _mean(encoders, replace(attributes, side=None)) if attributes.side else mean
