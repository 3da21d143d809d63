"""The contrastive loss, with as many positives as are true, and with texts and dances that have none."""

import torch
from torch import Tensor

from train.caption import FALSE, TRUE


def contrastive_loss(
    text: Tensor, dance: Tensor, truth: Tensor, scale: Tensor, nothing: Tensor, rivals: Tensor
) -> Tensor:
    """Symmetric InfoNCE over a batch (van den Oord et al., 2018; multi-positive as in SupCon, Khosla et al., 2020).

    text (texts, dim), dance (dances, dim), unit length. truth int8 (texts, dances): TRUE pairs share the target mass of
    their row and column, FALSE pairs are pushed apart, UNKNOWN pairs are left out. The plain diagonal would push a
    caption away from every other phrase that it describes just as well.

    nothing (2,): the cosine that a text has to no dance at all, and a dance to no text. It competes in every row; a
    row without TRUE pairs, of an off-topic text or a broken dance, is to choose it (as the no-object class of
    detectors). So a cosine means the same for every query, and what is about nothing scores low.

    rivals int64 (r,): the last r texts are nearly true of these dances, whose own captions have the same numbers. The
    dances choose among them too, but they choose no dance: theirs is not in the batch (hard negatives, as the swapped
    captions of NegCLIP: Yuksekgonul et al., ICLR 2023). Each is also compared with the own caption alone.
    """
    logits, none = scale * text @ dance.T, scale * nothing
    asking = len(text) - len(rivals)
    own, near = logits[rivals, rivals], logits[torch.arange(asking, len(text)), rivals]
    beaten = torch.nn.functional.softplus(near - own).sum() / len(dance)
    return 0.5 * (_rows(logits[:asking], truth[:asking], none[0]) + _rows(logits.T, truth.T, none[1]) + beaten)


def _rows(logits: Tensor, truth: Tensor, none: Tensor) -> Tensor:
    positive = (truth == TRUE).to(logits.dtype)
    logits = logits.masked_fill((positive == 0) & (truth != FALSE), -1e4)
    alone = (positive.sum(1, keepdim=True) == 0).to(logits.dtype)
    target = torch.cat([positive, alone], dim=1)
    every = torch.cat([logits, none.expand(len(logits), 1)], dim=1)
    return -(target / target.sum(1, keepdim=True) * torch.log_softmax(every, dim=1)).sum(1).mean()
