"""Encoders that answer as a test tells them, so that every figure is known before it is measured."""

import numpy as np

from train.caption import Attributes, Phrase
from train.studio.repertoire import MOVES, load_moves
from train.studio.words import prompts

load_moves()
SIDES = ("left", "right")
NAMES = (*MOVES, *SIDES)
"""A direction for each, at right angles to all others."""
TEXTS = {
    text: {move: 1.0} | ({side: 1.0} if side else {})
    for move in MOVES
    for side in (None, *SIDES)
    for text in prompts(Attributes((move,), side=side))
}
"""What each plain caption of a move, with a side or without, means in these directions."""


def unit(weights: dict[str, float]) -> np.ndarray:
    """The direction that has so much of each name."""
    row = np.array([weights.get(name, 0.0) for name in NAMES])
    return row / np.linalg.norm(row)


def numbered(number: int) -> np.ndarray:
    """Positions that are nothing but a number, by which `Oracle` knows them."""
    return np.full((20, 22, 3), number, dtype=np.float32)


def phrase(number: int, attributes: Attributes, source: str = "", captions: tuple = ()) -> Phrase:
    return Phrase(numbered(number), attributes, captions, source)


class Oracle:
    """dances: what `numbered` ones are taken for, a row each. texts: what other texts than `TEXTS` are taken for."""

    def __init__(self, dances: list[np.ndarray], texts: dict[str, np.ndarray] | None = None) -> None:
        self.dances = dances
        self.texts = {text: unit(weights) for text, weights in TEXTS.items()} | (texts or {})

    def encode_text(self, texts: list[str]) -> np.ndarray:
        return np.stack([self.texts[text] for text in texts])

    def encode_dance(self, phrases: list[np.ndarray]) -> np.ndarray:
        return np.stack([self.dances[int(positions[0, 0, 0])] for positions in phrases])
