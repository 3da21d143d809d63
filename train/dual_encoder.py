"""The two encoders and the temperature between them: one model, one checkpoint."""

import math
from collections.abc import Iterator
from contextlib import contextmanager

import torch
from torch import Tensor, nn
from torch.nn.attention import SDPBackend, sdpa_kernel

from train.batch import Batch
from train.loss import contrastive_loss
from train.text_encoder import TextEncoder

HALF = torch.cpu.get_capabilities().get("avx512_bf16", False)
"""Whether this processor multiplies bfloat16 by itself: a step then takes half the time."""


@contextmanager
def half_precision() -> Iterator[None]:
    """Where the encoders run in training; losses are computed outside it.

    Attention is two plain products there: of short dances, in bfloat16, PyTorch's fused kernel takes twice as long.
    """
    with torch.autocast("cpu", torch.bfloat16, enabled=HALF), sdpa_kernel(SDPBackend.MATH):
        yield


class DanceTextModel(nn.Module):
    """`dance` and `text` embed into one space; `scale` is the learned inverse temperature, as in CLIP.

    nothing (2,): the learned cosine of a text to no dance, and of a dance to no text (`train.loss`).
    dance: (positions (batch, frames, 22, 3), lengths (batch,)) -> unit embeddings (batch, dim). A model that learns by
    another loss is a subclass with a `loss` of its own. pairs_alone: whether that loss is of phrases and captions, with
    neither rivals nor what is about nothing.
    """

    pairs_alone = False

    def __init__(self, dance: nn.Module, text: TextEncoder) -> None:
        super().__init__()
        self.dance, self.text = dance, text
        self.nothing = nn.Parameter(torch.full((2,), 0.3))
        self.log_scale = nn.Parameter(torch.tensor(math.log(1 / 0.07)))

    @property
    def scale(self) -> Tensor:
        return self.log_scale.exp().clamp(max=100)

    def loss(self, batch: Batch) -> Tensor:
        """What a training step makes smaller."""
        with half_precision():
            dance = self.dance(batch.positions, batch.lengths).float()
            text = self.text.finish_unlike(batch.hidden, batch.mask).float()
        return contrastive_loss(text, dance, batch.truth, self.scale, self.nothing, batch.rivals)

    def learned(self) -> dict[str, Tensor]:
        """All weights but the frozen stem's, which come with the BERT package."""
        return {name: value for name, value in self.state_dict().items() if not name.startswith("text.stem.")}

    def load_learned(self, state: dict[str, Tensor]) -> None:
        missing, unexpected = self.load_state_dict(state, strict=False)
        assert not unexpected, unexpected
        assert all(name.startswith("text.stem.") for name in missing), missing
