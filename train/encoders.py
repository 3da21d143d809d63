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


class Once:
    """Encoders that embed every dance once, told by the array itself: rows of the benchmark share their dances."""

    def __init__(self, encoders: Encoders) -> None:
        self.encoders = encoders
        # The array is kept with its embedding, so that no other can come to have its id.
        self._known: dict[int, tuple[np.ndarray, np.ndarray]] = {}

    def encode_text(self, texts: list[str]) -> np.ndarray:
        return self.encoders.encode_text(texts)

    def encode_dance(self, phrases: list[np.ndarray]) -> np.ndarray:
        new = [phrase for phrase in phrases if id(phrase) not in self._known]
        if new:
            rows = self.encoders.encode_dance(new)
            self._known |= {id(phrase): (phrase, row) for phrase, row in zip(new, rows, strict=True)}
        return np.stack([self._known[id(phrase)][1] for phrase in phrases])


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
