"""What comes first and what comes last, for pooling: a plain mean over time cannot tell a dance from its reverse."""

import torch
from torch import Tensor


def early_and_late(weight: Tensor, mask: Tensor) -> Tensor:
    """Weights over time (batch, steps, heads) -> (batch, steps, 2 * heads): fading out, then fading in.

    mask: bool or int (batch, steps), the steps that there are; both ramps run over these alone, and add up to `weight`.
    """
    present = mask.to(weight.dtype)
    when = (present.cumsum(1) - 0.5) / present.sum(1, keepdim=True)
    when = when[..., None]
    return torch.cat([weight * (1 - when), weight * when], dim=-1)
