"""The contrastive loss, with as many positives as are true, and with texts and dances that have none."""

import torch
from torch import Tensor

from train.caption import FALSE, TRUE


def contrastive_loss(text: Tensor, dance: Tensor, truth: Tensor, scale: Tensor, nothing: Tensor) -> Tensor:
    """Symmetric InfoNCE over a batch (van den Oord et al., 2018; multi-positive as in SupCon, Khosla et al., 2020).

    text (captions, dim), dance (phrases, dim), unit length. truth int8 (captions, phrases): TRUE pairs share the
    target mass of their row and column, FALSE pairs are pushed apart, UNKNOWN pairs are left out. The plain diagonal
    would push a caption away from every other phrase that it describes just as well.

    nothing (2,): the cosine that a text has to no dance at all, and a dance to no text. It competes in every row; a
    row without TRUE pairs, of an off-topic text or a broken dance, is to choose it (as the no-object class of
    detectors). So a cosine means the same for every query, and what is about nothing scores low.
    """
    logits, none = scale * text @ dance.T, scale * nothing
    return 0.5 * (_rows(logits, truth, none[0]) + _rows(logits.T, truth.T, none[1]))


def _rows(logits: Tensor, truth: Tensor, none: Tensor) -> Tensor:
    positive = (truth == TRUE).to(logits.dtype)
    logits = logits.masked_fill((positive == 0) & (truth != FALSE), -1e4)
    alone = (positive.sum(1, keepdim=True) == 0).to(logits.dtype)
    target = torch.cat([positive, alone], dim=1)
    every = torch.cat([logits, none.expand(len(logits), 1)], dim=1)
    return -(target / target.sum(1, keepdim=True) * torch.log_softmax(every, dim=1)).sum(1).mean()
