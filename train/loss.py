"""The contrastive loss, with as many positives as are true."""

import torch
from torch import Tensor

from train.caption import FALSE, TRUE


def contrastive_loss(text: Tensor, dance: Tensor, truth: Tensor, scale: Tensor) -> Tensor:
    """Symmetric InfoNCE over a batch (van den Oord et al., 2018; multi-positive as in SupCon, Khosla et al., 2020).

    text (captions, dim), dance (phrases, dim), unit length. truth int8 (captions, phrases): TRUE pairs share the
    target mass of their row and column, FALSE pairs are pushed apart, UNKNOWN pairs are left out. The plain diagonal
    would push a caption away from every other phrase that it describes just as well.
    """
    logits = scale * text @ dance.T
    return 0.5 * (_rows(logits, truth) + _rows(logits.T, truth.T))


def _rows(logits: Tensor, truth: Tensor) -> Tensor:
    positive = (truth == TRUE).to(logits.dtype)
    known = positive + (truth == FALSE).to(logits.dtype)
    logits = logits.masked_fill(known == 0, -1e4)
    target = positive / positive.sum(1, keepdim=True).clamp(min=1)
    return -(target * torch.log_softmax(logits, dim=1)).sum(1).mean()
