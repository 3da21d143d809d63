"""Transformers between a sequence and one latent vector, as in ACTOR (Petrovich, Black and Varol, ICCV 2021).

Sizes, four heads among them, are those of TEMOS and TMR, by the same authors, and not settings of ours.
"""

import torch
from torch import Tensor, nn

from train.config import HEADS
from train.dance_encoder import places

LAYERS, FEED_FORWARD, DROPOUT = 6, 1024, 0.1


def _settings(dim: int) -> dict:
    return {
        "d_model": dim,
        "nhead": HEADS,
        "dim_feedforward": FEED_FORWARD,
        "dropout": DROPOUT,
        "activation": "gelu",
        "batch_first": True,
    }


class SequenceEncoder(nn.Module):
    """x (batch, steps, inputs), mask bool (batch, steps) -> mean and log variance, each (batch, dim).

    Two learned tokens go before the sequence; what becomes of them is the distribution.
    """

    def __init__(self, inputs: int, dim: int) -> None:
        super().__init__()
        self.stem = nn.Linear(inputs, dim)
        self.tokens = nn.Parameter(torch.randn(2, dim))
        self.drop = nn.Dropout(DROPOUT)
        layer = nn.TransformerEncoderLayer(**_settings(dim))
        self.layers = nn.TransformerEncoder(layer, LAYERS, enable_nested_tensor=False)

    def forward(self, x: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        x = torch.cat([self.tokens.expand(x.shape[0], -1, -1), self.stem(x)], dim=1)
        mask = torch.cat([mask.new_ones(x.shape[0], 2), mask], dim=1)
        x = self.layers(self.drop(x + places(x)), src_key_padding_mask=~mask)
        return x[:, 0], x[:, 1]


class SequenceDecoder(nn.Module):
    """latent (batch, dim), mask bool (batch, steps) -> sequence (batch, steps, outputs), whatever beyond the mask.

    All steps at once: each is asked for by its place alone and finds the rest in the latent vector.
    """

    def __init__(self, dim: int, outputs: int) -> None:
        super().__init__()
        self.drop = nn.Dropout(DROPOUT)
        self.layers = nn.TransformerDecoder(nn.TransformerDecoderLayer(**_settings(dim)), LAYERS)
        self.head = nn.Linear(dim, outputs)

    def forward(self, latent: Tensor, mask: Tensor) -> Tensor:
        nothing = latent.new_zeros(*mask.shape, latent.shape[1])
        asked = self.drop(nothing + places(nothing))
        return self.head(self.layers(asked, latent[:, None], tgt_key_padding_mask=~mask))
