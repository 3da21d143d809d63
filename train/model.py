"""Which model a configuration asks for; a run loaded again; a model as lists in and arrays out."""

from pathlib import Path

import numpy as np
import torch
from torch import nn

from motion.command import InputError
from motion.phrases import pad
from train.baselines.handmade import HandmadeEncoder
from train.baselines.notebook import AsWritten, Mended, PhraseLSTM
from train.baselines.tmr import TMR, LatentDance, LatentText
from train.config import Config
from train.dance_encoder import DanceEncoder
from train.dual_encoder import DanceTextModel
from train.text_encoder import StemCache, TextEncoder
from train.windowed import Windowed

MODELS = {"contrastive": DanceTextModel, "as_written": AsWritten, "margin": Mended, "tmr": TMR}
"""The model that learns by each loss."""


def build(config: Config) -> DanceTextModel:
    """The model that a configuration asks for, before it has learned anything."""
    dance = _dance_encoder(config)
    if config.phrase_length:
        dance = Windowed(dance, config.phrase_length)
    return MODELS[config.loss](dance, _text_encoder(config))


def _dance_encoder(config: Config) -> nn.Module:
    match config.encoder:
        case "attention":
            return DanceEncoder(config.dim, config.width, config.layers)
        case "lstm":
            return PhraseLSTM(config.dim, config.width)
        case "handmade":
            return HandmadeEncoder(config.dim)
        case "tmr":
            return LatentDance(config.dim)


def _text_encoder(config: Config) -> TextEncoder:
    """Each dance encoder's counterpart: the baselines of old have a single linear layer."""
    if config.encoder == "tmr":
        return LatentText(config.bert, config.dim)
    head = "mlp" if config.encoder == "attention" else "linear"
    return TextEncoder(config.bert, config.dim, config.tuned, config.pooling, head)


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
    """The best model of a finished or interrupted run, ready to encode. Raises InputError where there is none."""
    if not (folder / "best.pt").exists():
        raise InputError(f"found no trained run in {folder}; train one with: python -m train --out {folder}")
    try:
        config = Config.load(folder / "config.json")
        model = build(config)
        model.load_learned(torch.load(folder / "best.pt", weights_only=True)["model"])
    except (TypeError, KeyError, AssertionError, RuntimeError) as error:
        raise InputError(f"found a run of other code in {folder}; train it again.") from error
    return model.eval(), config
