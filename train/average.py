"""Weights by name: their mean over many steps, and a model that has others than its own for a while."""

from collections.abc import Iterator
from contextlib import contextmanager

from torch import Tensor

from train.dual_encoder import DanceTextModel


def mean_with(mean: dict[str, Tensor], weights: dict[str, Tensor], count: int) -> dict[str, Tensor]:
    """The mean of `count` sets of weights, of which these are the last."""
    return {name: mean[name].lerp_(value, 1 / count) for name, value in weights.items()} if mean else copied(weights)


def copied(weights: dict[str, Tensor]) -> dict[str, Tensor]:
    return {name: value.clone() for name, value in weights.items()}


@contextmanager
def wearing(model: DanceTextModel, weights: dict[str, Tensor]) -> Iterator[None]:
    """The model with other weights; it has its own again afterwards."""
    own = copied(model.learned())
    model.load_learned(weights)
    try:
        yield
    finally:
        model.load_learned(own)
