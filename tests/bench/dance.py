"""Dances to their embeddings, against PyTorch: one phrase, one as long as the encoder takes, and a batch of them."""

from pathlib import Path

import numpy as np
import torch

from demo.encoders import BATCH, MODELS, Encoders
from demo.gallery import Gallery
from motion.contract import MAX_FRAMES
from motion.phrases import pad
from tests.bench.eager import Eager
from tests.bench.race import Found, race

ROUNDS, CALLS = 10, 5


def measure(models: Path = MODELS, rounds: int = ROUNDS, calls: int = CALLS, batch: int = BATCH) -> list[Found]:
    ours, eager, gallery = Encoders(models), Eager(models), Gallery.load(models / "gallery.npz")
    some = [gallery.clip(index).positions for index in range(batch)]
    sets = {
        "a phrase of 60 frames": [np.resize(some[0], (60, 22, 3))],
        f"a phrase of {MAX_FRAMES} frames": [np.resize(some[0], (MAX_FRAMES, 22, 3))],
        f"{batch} phrases of the gallery": some,
        f"{batch} phrases of {MAX_FRAMES} frames": [np.resize(each, (MAX_FRAMES, 22, 3)) for each in some],
    }
    found = []
    for name, phrases in sets.items():
        tensors = [torch.from_numpy(array) for array in pad(phrases)]
        rivals = {
            "this project": lambda phrases=phrases: ours.encode_dance(phrases),
            "PyTorch eager": lambda tensors=tensors: eager.encode_dance(*tensors),
            "PyTorch eager, 1 thread": lambda tensors=tensors: eager.encode_dance(*tensors, threads=1),
        }
        found.append(
            Found(f"dances to their embeddings: {name}", race(rivals, rounds, calls if len(phrases) == 1 else 1))
        )
    return found
