"""Any dance encoder on short windows of a phrase instead of the whole."""

import torch
from torch import Tensor, nn

from train.features import leftward, seen_from_dancer


class Windowed(nn.Module):
    """positions (batch, frames, 22, 3), lengths (batch,) -> mean of `encoder` over windows (batch, dim), unit length.

    Windows are those of `motion.phrases.cut_phrases`: `length` frames every `length // 2`, the last one moved back to
    end with the phrase, each starting above the origin and facing +Z. A phrase no longer than that is one window. In
    training, where `train.batch` gives one random window of each phrase, there is nothing to average.
    """

    def __init__(self, encoder: nn.Module, length: int) -> None:
        super().__init__()
        self.encoder, self.length = encoder, length

    def forward(self, positions: Tensor, lengths: Tensor) -> Tensor:
        windows, valid = cut(positions, lengths, self.length)
        batch, count = valid.shape
        inside = lengths.clamp(max=self.length)[:, None].expand(batch, count).reshape(-1)
        each = self.encoder(windows.flatten(0, 1), inside).reshape(batch, count, -1)
        # The mean's length does not matter, so the sum will do.
        return nn.functional.normalize((each * valid[..., None]).sum(1), dim=-1)


def one_window(dance: nn.Module) -> nn.Module:
    """The encoder of a single window, which is all that a training step sees."""
    return dance.encoder if isinstance(dance, Windowed) else dance


def cut(positions: Tensor, lengths: Tensor, length: int) -> tuple[Tensor, Tensor]:
    """Windows (batch, windows, length, 22, 3) of each phrase, and which of them there are, bool (batch, windows)."""
    hop = length // 2
    frames = positions.shape[1]
    count = torch.sym_max(frames - length + hop - 1, 0) // hop + 1
    steps = hop * torch.arange(count, device=positions.device)
    spare = (lengths - length).clamp(min=0)[:, None]
    start = torch.minimum(steps, spare)
    index = start[..., None] + torch.arange(length, device=positions.device)
    rows = torch.arange(positions.shape[0], device=positions.device)[:, None, None]
    return face_forward(positions[rows, index.clamp(max=frames - 1)]), steps < spare + hop


def face_forward(windows: Tensor) -> Tensor:
    """Windows (..., length, 22, 3) turned and shifted as `motion.canonical.face_forward` does it."""
    first = windows[..., :1, :, :]
    flat = windows - first[..., :1, :] * windows.new_tensor([1.0, 0.0, 1.0])
    return seen_from_dancer(flat.flatten(0, -4), leftward(first.flatten(0, -4))).reshape(windows.shape)
