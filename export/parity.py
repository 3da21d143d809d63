"""The exported graphs against the PyTorch model they came from, and the golden answers that go with them."""

import numpy as np
import torch
from tokenizers import Tokenizer

from demo.encoders import Encoders
from motion.command import InputError
from motion.contract import MAX_FRAMES, MAX_TOKENS, MIN_FRAMES
from motion.phrases import pad
from train.dual_encoder import DanceTextModel
from train.text_encoder import tokenize

TOLERANCE = 1e-4
"""Largest difference allowed in any coordinate of a unit-length embedding: float32 sums in another order give 1e-6."""
BATCHES = (1, 2, 7)


class ParityError(InputError):
    """The exported graph computes something else than the model."""


@torch.no_grad()
def check(
    model: DanceTextModel, tokenizer: Tokenizer, encoders: Encoders, phrases: list[np.ndarray], texts: list[str]
) -> float:
    """Largest difference over several batch sizes and lengths. Raises ParityError beyond TOLERANCE."""
    worst = 0.0
    for batch in BATCHES:
        for frames in (MIN_FRAMES, 61, MAX_FRAMES):
            some = [np.resize(phrase, (frames - index % 3, 22, 3)) for index, phrase in enumerate(phrases[:batch])]
            positions, lengths = (torch.from_numpy(array) for array in pad(some))
            worst = max(worst, _difference(encoders.encode_dance(some), model.dance(positions, lengths)))
        for words in (1, 9, 2 * MAX_TOKENS):
            some = [" ".join((text.split() * words)[: words + index % 3]) for index, text in enumerate(texts[:batch])]
            worst = max(worst, _difference(encoders.encode_text(some), model.text(*tokenize(tokenizer, some))))
    if not worst <= TOLERANCE:
        raise ParityError(
            f"the exported graphs differ from PyTorch by {worst:.1e}; at most {TOLERANCE:.0e} is allowed."
        )
    return worst


@torch.no_grad()
def golden(model: DanceTextModel, tokenizer: Tokenizer, phrases: list[np.ndarray], texts: list[str]) -> dict:
    """Inputs and PyTorch's outputs, to be checked again wherever the graphs are used."""
    ids, mask = tokenize(tokenizer, texts)
    positions, lengths = pad(phrases)
    text = model.text(ids, mask)
    dance = model.dance(torch.from_numpy(positions), torch.from_numpy(lengths))
    return {
        "input_ids": ids.numpy(),
        "attention_mask": mask.numpy(),
        "text_embedding": text.numpy(),
        "positions": positions,
        "lengths": lengths,
        "dance_embedding": dance.numpy(),
    }


def _difference(found: np.ndarray, expected: torch.Tensor) -> float:
    return float(np.abs(found - expected.numpy()).max())
