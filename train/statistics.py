"""A whole dance in figures, as one would write them down by hand. Runs inside the exported graph."""

import torch
from torch import Tensor, nn

from motion.canonical import FPS
from motion.skeleton import INDEX
from train.features import FEATURES, LEG, difference, leftward, leg_length, turning

LAGS = range(4, 41)
"""Frames in which a dance may repeat itself: 0.2 to 2 seconds."""
STATISTICS = 4 * FEATURES + 9
FARTHEST = 4.0
"""Deviations from the mean at which a figure ends: nothing is stranger than the strangest dance that was learned."""


class Statistics(nn.Module):
    """positions, their raw features, mask -> standardised statistics (batch, STATISTICS).

    `mean` and `std` (STATISTICS,) are measured on training data and saved with the weights, as those of `Features`.
    """

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("mean", torch.zeros(STATISTICS))
        self.register_buffer("std", torch.ones(STATISTICS))

    def forward(self, positions: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        raw = raw_statistics(positions, features, mask)
        return ((raw - self.mean) / self.std).clamp(-FARTHEST, FARTHEST)


def raw_statistics(positions: Tensor, features: Tensor, mask: Tensor) -> Tensor:
    """(batch, STATISTICS): mean, deviation, least and greatest of each feature over time, then `_scalars`."""
    mean = _over_time(features, mask)
    deviation = _over_time((features - mean[:, None]) ** 2, mask).sqrt()
    least = features.masked_fill(~mask[..., None], torch.inf).amin(1)
    greatest = features.masked_fill(~mask[..., None], -torch.inf).amax(1)
    return torch.cat([mean, deviation, least, greatest, _scalars(positions, mask)], dim=-1)


def _scalars(positions: Tensor, mask: Tensor) -> Tensor:
    """(batch, 9), of a body of LEG metres from hip to ankle.

    Seconds; metres travelled, and from start to end; radians turned to the left in all, and either way; how much more
    the left arm and leg move than the right, -1 to 1; how well the dance repeats itself, and after how many seconds.
    """
    present = mask[..., None].to(positions.dtype)
    positions = positions * (LEG / leg_length(positions, present))[:, None, None, None]
    pelvis = positions[:, :, 0, 0::2]
    path = difference(pelvis) * present
    turned = turning(leftward(positions)) * present
    speed = difference(positions - positions[:, :, :1]).norm(dim=-1) * FPS
    moving = _over_time(speed, mask)
    figures = [mask.sum(1) / FPS, path.norm(dim=-1).sum(1), path.sum(1).norm(dim=-1)]
    figures += [turned.sum((1, 2)), turned.abs().sum((1, 2))]
    for joint in ("wrist", "ankle"):
        left, right = moving[:, INDEX[f"left_{joint}"]], moving[:, INDEX[f"right_{joint}"]]
        figures.append((left - right) / (left + right).clamp(min=1e-3))
    return torch.stack([*figures, *repetition(speed.mean(-1), mask)], dim=-1)


def repetition(signal: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
    """Highest peak of the autocorrelation of signal (batch, frames) and its lag in seconds (batch,); zeros if none."""
    signal = (signal - _over_time(signal[..., None], mask)) * mask
    padded = nn.functional.pad(signal, (0, LAGS.stop))
    later = torch.stack([padded[:, lag : lag + signal.shape[1]] for lag in range(LAGS.start - 1, LAGS.stop + 1)], dim=1)
    correlation = (later * signal[:, None]).sum(-1) / (signal**2).sum(1, keepdim=True).clamp(min=1e-6)
    before, here, after = correlation[:, :-2], correlation[:, 1:-1], correlation[:, 2:]
    height, lag = torch.where((here > before) & (here >= after), here, 0).clamp(min=0).max(1)
    return height, torch.where(height > 0, (lag + LAGS.start) / FPS, 0)


def _over_time(values: Tensor, mask: Tensor) -> Tensor:
    """Mean (batch, channels) of values (batch, frames, channels) over the frames that are there."""
    present = mask[..., None].to(values.dtype)
    return (values * present).sum(1) / present.sum(1)
