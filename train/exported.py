"""Exported models as a place to start from, and to stay near to: `models/` holds all that learns."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
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
GRAPHS = ("dance_encoder.onnx", "text_encoder.onnx")
WHOLE = ("attention", "handmade")
"""Dance encoders whose exported models hold all that learns, under its own names."""


def start_from(folder: Path, config: Config, model: DanceTextModel) -> None:
    """Load the weights of exported models. Raises InputError where there are none, or none that fit."""
    with _reading(folder):
        contract = _fitting(folder, config)
        weights = _beside(contract) | _initializers(folder, "dance") | _initializers(folder, "text")
        model.load_learned({name: weights[name] for name in model.learned()})


def learned_from(folder: Path, config: Config) -> tuple[tuple[tuple[str, int], ...], str]:
    """The recordings that exported models have learned from, each with the third left out; and a sum of the weights.

    Raises InputError where there are no models, or none whose weights fit and are whole.
    """
    with _reading(folder):
        contract = _fitting(folder, config)
        _beside(contract)
        sums = [contract["sha256"][name] for name in GRAPHS]
        if sums != [hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in GRAPHS]:
            raise ValueError("a graph is not the one that was written")
        return tuple(contract["learned_from"].items()), "".join(sums)


@contextmanager
def _reading(folder: Path) -> Iterator[None]:
    """Raises InputError where something is missing of exported models, or is not what the code of today has written."""
    try:
        yield
    except InputError:
        raise
    except (FileNotFoundError, NotADirectoryError) as error:
        raise InputError(f"found no exported models in {folder}; `python -m export` writes them.") from error
    except (ValueError, LookupError, TypeError, AttributeError, RuntimeError) as error:
        raise InputError(
            f"found exported models that are damaged, or of other code, in {folder}; `python -m export` writes them."
        ) from error


def _fitting(folder: Path, config: Config) -> dict:
    """The contract of exported models. Raises InputError where they are none to start from as configured."""
    contract = json.loads((folder / "contract.json").read_text(encoding="utf-8"))
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


def _beside(contract: dict) -> dict[str, Tensor]:
    """What learns and is in no graph."""
    return {"log_scale": torch.tensor(contract["logit_scale"]).log(), "nothing": torch.tensor(contract["nothing"])}


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
