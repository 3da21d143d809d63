"""The two encoders and the temperature between them: one model, one checkpoint."""

import math
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from motion.phrases import pad
from train.batch import Batch
from train.config import Config
from train.dance_encoder import DanceEncoder
from train.loss import contrastive_loss
from train.text_encoder import StemCache, TextEncoder

HALF = torch.cpu.get_capabilities().get("avx512_bf16", False)
"""Whether this processor multiplies bfloat16 by itself: a step then takes half the time."""


def half_precision() -> torch.autocast:
    """Where the encoders run in training; losses are computed outside it."""
    return torch.autocast("cpu", torch.bfloat16, enabled=HALF)


class DanceTextModel(nn.Module):
    """`dance` and `text` embed into one space; `scale` is the learned inverse temperature, as in CLIP."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.dance = DanceEncoder(config.dim, config.width, config.layers)
        self.text = TextEncoder(config.bert, config.dim, config.tuned, config.pooling)
        self.log_scale = nn.Parameter(torch.tensor(math.log(1 / 0.07)))

    @property
    def scale(self) -> Tensor:
        return self.log_scale.exp().clamp(max=100)

    def loss(self, batch: Batch) -> Tensor:
        """What a training step makes smaller."""
        with half_precision():
            dance = self.dance(batch.positions, batch.lengths)
            text = self.text.finish(batch.hidden, batch.mask)
        return contrastive_loss(text.float(), dance.float(), batch.truth, self.scale)

    def learned(self) -> dict[str, Tensor]:
        """All weights but the frozen stem's, which come with the BERT package."""
        return {name: value for name, value in self.state_dict().items() if not name.startswith("text.stem.")}

    def load_learned(self, state: dict[str, Tensor]) -> None:
        missing, unexpected = self.load_state_dict(state, strict=False)
        assert not unexpected, unexpected
        assert all(name.startswith("text.stem.") for name in missing), missing


class TorchEncoders:
    """The model with the two methods that the exported encoders have: lists in, numpy arrays of embeddings out."""

    def __init__(self, model: DanceTextModel, cache: StemCache) -> None:
        self.model, self.cache = model, cache

    @torch.no_grad()
    def encode_text(self, texts: list[str]) -> np.ndarray:
        """Texts -> float32 (texts, dim)."""
        self.model.eval()
        self.cache.add(texts)
        return np.concatenate([self.cache.embed(texts[at : at + 256]).numpy() for at in range(0, len(texts), 256)])

    @torch.no_grad()
    def encode_dance(self, phrases: list[np.ndarray]) -> np.ndarray:
        """Canonical phrases (frames, 22, 3) -> float32 (phrases, dim), computed in batches of like length."""
        self.model.eval()
        order = sorted(range(len(phrases)), key=lambda index: len(phrases[index]))
        found: list[np.ndarray | None] = [None] * len(phrases)
        for start in range(0, len(order), 64):
            part = order[start : start + 64]
            positions, lengths = pad([phrases[index] for index in part])
            embedded = self.model.dance(torch.from_numpy(positions), torch.from_numpy(lengths)).numpy()
            for index, row in zip(part, embedded, strict=True):
                found[index] = row
        return np.stack(found)


def load_run(folder: Path) -> tuple[DanceTextModel, Config]:
    """The best model of a finished or interrupted run, ready to encode."""
    config = Config.load(folder / "config.json")
    model = DanceTextModel(config)
    model.load_learned(torch.load(folder / "best.pt", weights_only=True)["model"])
    return model.eval(), config
