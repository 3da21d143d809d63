"""The dance encoder: convolutions for gestures, self-attention for their order, pooling for the whole.

The whole is what attention picks out, early and late, how much each channel varies, and how far it ever goes; and,
straight from the positions, figures such as one would write down by hand. A linear map of these is learned in a minute,
and the network learns what they do not say. Without dropout: no two steps see the same augmented dance, and leaving it
out was better and a sixth faster.
"""

import math

import torch
from torch import Tensor, nn

from train.config import HEADS
from train.features import FEATURES, Features, raw_features, there
from train.order import early_and_late
from train.statistics import STATISTICS, Statistics


class DanceEncoder(nn.Module):
    """positions float32 (batch, frames, 22, 3), lengths int64 (batch,) -> embedding (batch, dim), unit length.

    Padding does not change the result: every layer sees zeros or a mask beyond `lengths`. No recurrence, because the
    ONNX exporter does not carry packed sequences.
    """

    def __init__(self, dim: int = 256, width: int = 192, layers: int = 2, heads: int = HEADS) -> None:
        super().__init__()
        self.features = Features()
        self.stem = nn.Linear(FEATURES, width)
        self.local = nn.ModuleList([ConvBlock(width, stride) for stride in (2, 2, 1)])
        layer = nn.TransformerEncoderLayer(
            width, heads, 2 * width, dropout=0.0, activation="gelu", batch_first=True, norm_first=True
        )
        self.order = nn.TransformerEncoder(layer, layers, enable_nested_tensor=False)
        self.attend = nn.Linear(width, heads)
        self.head = nn.Sequential(nn.LayerNorm((2 * heads + 2) * width), nn.Linear((2 * heads + 2) * width, dim))
        self.statistics = Statistics()
        self.outright = nn.Linear(STATISTICS, dim)

    def forward(self, positions: Tensor, lengths: Tensor) -> Tensor:
        mask = there(positions, lengths)
        raw = raw_features(positions, mask)
        outright = self.outright(self.statistics(positions, raw, mask))
        x = self.stem(self.features.standardised(raw, mask)) * mask[..., None]
        for block in self.local:
            x, mask = block(x, mask)
        x = self.order(x + places(x), src_key_padding_mask=~mask)
        weight = self.attend(x).masked_fill(~mask[..., None], -1e4).softmax(dim=1)
        weight = early_and_late(weight, mask)
        picked = torch.einsum("btw,bth->bhw", x, weight).flatten(1)
        pooled = torch.cat([picked, _deviation(x, mask), x.masked_fill(~mask[..., None], -1e4).amax(dim=1)], dim=-1)
        return nn.functional.normalize(self.head(pooled) + outright, dim=-1)


class ConvBlock(nn.Module):
    """A residual gated convolution over time, halving the frame rate when stride is 2."""

    def __init__(self, width: int, stride: int) -> None:
        super().__init__()
        self.stride = stride
        self.norm = nn.LayerNorm(width)
        self.conv = nn.Conv1d(width, 2 * width, kernel_size=5, padding=2, stride=stride)

    def forward(self, x: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        inner = self.norm(x) * mask[..., None]
        inner = nn.functional.glu(self.conv(inner.transpose(1, 2)).transpose(1, 2), dim=-1)
        x, mask = x[:, :: self.stride], mask[:, :: self.stride]
        return (x + inner) * mask[..., None], mask


def _deviation(x: Tensor, mask: Tensor) -> Tensor:
    """Standard deviation (batch, width) over the frames that are there."""
    present = mask[..., None].to(x.dtype)
    count = present.sum(1, keepdim=True)
    mean = (x * present).sum(1, keepdim=True) / count
    return ((((x - mean) * present) ** 2).sum(1) / count[:, 0] + 1e-4).sqrt()


def places(x: Tensor) -> Tensor:
    """Sinusoidal places (1, frames, width), as in "Attention is all you need"."""
    frames, width = x.shape[1], x.shape[2]
    rate = torch.exp(torch.arange(0, width, 2, device=x.device) * (-math.log(1e4) / width))
    angle = torch.arange(frames, device=x.device)[:, None] * rate
    return torch.cat([angle.sin(), angle.cos()], dim=-1)[None]
