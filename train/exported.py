"""Exported models as a place to start from, and to stay near to: `models/` holds all that learns."""

import json
from dataclasses import asdict
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from motion.command import InputError
from train.config import Config
from train.dual_encoder import DanceTextModel

SHAPE = ("encoder", "loss", "phrase_length", "dim", "width", "layers", "tuned", "pooling", "bert")
"""What two configurations must agree in for one to take over the other's weights."""
WHOLE = ("attention", "handmade")
"""Dance encoders whose exported models hold all that learns, under its own names."""


def start_from(folder: Path, config: Config, model: DanceTextModel) -> None:
    """Load the weights of exported models. Raises InputError where there are none, or none that fit."""
    contract = _fitting(folder, config)
    weights = {"log_scale": torch.tensor(contract["logit_scale"]).log(), "nothing": torch.tensor(contract["nothing"])}
    weights |= _initializers(folder, "dance") | _initializers(folder, "text")
    model.load_learned({name: weights[name] for name in model.learned()})


def learned_from(folder: Path, config: Config) -> tuple[tuple[tuple[str, int], ...], str]:
    """The recordings that exported models have learned from, each with the third left out; and a sum of the weights.

    Raises InputError where there are no models, or none whose weights fit.
    """
    contract = _fitting(folder, config)
    sums = contract["sha256"]
    return tuple(contract["learned_from"].items()), sums["dance_encoder.onnx"] + sums["text_encoder.onnx"]


def _fitting(folder: Path, config: Config) -> dict:
    """The contract of exported models. Raises InputError where there are none, or none to start from as configured."""
    try:
        contract = json.loads((folder / "contract.json").read_text())
    except (FileNotFoundError, NotADirectoryError) as error:
        raise InputError(f"found no exported models in {folder}; `python -m export` writes them.") from error
    before, now = contract["trained_as"], asdict(config)
    if before["encoder"] not in WHOLE:
        accepted = " or ".join(WHOLE)
        raise InputError(
            f"found models with encoder {before['encoder']} in {folder}, which lack weights that learn; accepted are "
            f"those with encoder {accepted}."
        )
    if other := [f"{name} {before[name]!r}" for name in SHAPE if before[name] != now[name]]:
        raise InputError(f"found models with {', '.join(other)} in {folder}; accepted are those of this training.")
    return contract


def half_way(start: dict[str, Tensor], learned: dict[str, Tensor]) -> dict[str, Tensor]:
    """Weights half way between those of the start and those learned since.

    So tuned a model knows nearly all of the new and forgets less of the old (Wortsman et al., "Robust fine-tuning of
    zero-shot models", arXiv 2109.01903).
    """
    return {name: (start[name] + value) / 2 for name, value in learned.items()}


def _initializers(folder: Path, room: str) -> dict[str, Tensor]:
    """What a graph holds, under the names of the model's parameters (`export.graphs`), in single precision."""
    found = {}
    for tensor in onnx.load(folder / f"{room}_encoder.onnx", load_external_data=False).graph.initializer:
        if tensor.data_location == onnx.TensorProto.EXTERNAL:
            continue
        name, values = f"{room}.{tensor.name.removesuffix('.half')}", numpy_helper.to_array(tensor)
        values = values.T if name.endswith(".T") else values
        found[name.removesuffix(".T")] = torch.from_numpy(values.astype("float32"))
    return found
