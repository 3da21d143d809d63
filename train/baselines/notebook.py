"""The notebook that this project grew from: an LSTM over 30 frames, BERT's CLS token, and a margin loss.

Its loss is fed the raw class id as if it were 0 or 1 (`AsWritten`); `Mended` is the same with 0 and 1. Distances are
between embeddings of any length, as in the notebook, while retrieval is by angle, as it is for every other model here.
"""

from bisect import bisect_left

import torch
from torch import Tensor, nn

from motion.skeleton import JOINTS
from train.batch import Batch
from train.caption import FALSE, TRUE
from train.dual_encoder import DanceTextModel, half_precision
from train.studio.repertoire import load_moves
from train.text_encoder import TextEncoder
from train.windowed import one_window

MARGIN = 1.0
"""Radius beyond which false pairs are left alone. It only sets the unit: the linear layers are free to scale."""


class PhraseLSTM(nn.Module):
    """positions (batch, frames, 22, 3), lengths (batch,) -> unit embeddings (batch, dim), from nothing but metres."""

    def __init__(self, dim: int = 256, width: int = 192) -> None:
        super().__init__()
        self.lstm = nn.LSTM(len(JOINTS) * 3, width, batch_first=True)
        self.head = nn.Linear(width, dim)

    def forward(self, positions: Tensor, lengths: Tensor) -> Tensor:
        return nn.functional.normalize(self.project(positions, lengths), dim=-1)

    def project(self, positions: Tensor, lengths: Tensor) -> Tensor:
        """The embedding as the notebook had it, of any length. It reads forward only: padding comes after the last."""
        states, _ = self.lstm(positions.flatten(2))
        last = (lengths - 1)[:, None, None].expand(-1, 1, states.shape[-1])
        return self.head(states.gather(1, last)[:, 0])


def margin_loss(distance: Tensor, label: Tensor, margin: float = MARGIN) -> Tensor:
    """(1 - y) d² + y max(0, margin - d)², averaged over pairs; distance and label (pairs,).

    Hadsell, Chopra and LeCun, "Dimensionality reduction by learning an invariant mapping" (CVPR 2006), where y is 0 for
    like and 1 for unlike pairs and both terms are halved. With y above 1 the first term is negative without bound.
    """
    return ((1 - label) * distance**2 + label * (margin - distance).clamp(min=0) ** 2).mean()


def true_and_false(truth: Tensor) -> tuple[Tensor, Tensor]:
    """Pairs (pairs, 2) of caption and phrase, all TRUE ones and as many FALSE ones, and their labels (pairs,), 0 or 1.

    truth: int8 (captions, phrases). Which of the FALSE pairs is drawn at random; UNKNOWN ones are left out.
    """
    true, false = (truth == TRUE).nonzero(), (truth == FALSE).nonzero()
    false = false[torch.randperm(len(false))[: len(true)]]
    return torch.cat([true, false]), torch.cat([torch.zeros(len(true)), torch.ones(len(false))])


class Notebook(DanceTextModel):
    """Two encoders whose embeddings may be of any length, to be compared by distance."""

    pairs_alone = True

    def distances(self, batch: Batch, captions: Tensor, phrases: Tensor) -> Tensor:
        """Distance (pairs,) between the captions and phrases of a batch that the two rows of numbers name."""
        with half_precision():
            dance = one_window(self.dance).project(batch.positions, batch.lengths)
            text = self.text.project(batch.hidden, batch.mask)
        return nn.functional.pairwise_distance(text.float()[captions], dance.float()[phrases])


class AsWritten(Notebook):
    """Pairs of a phrase with its own caption, and for y the number of the phrase's first move among all moves.

    Only the first move in the alphabet (0) is pulled towards its captions; from the third on (2...) pairs are pushed
    apart, the harder the later their letter. Nothing stops them but the clipped gradients and falling rate of the loop.
    """

    def __init__(self, dance: nn.Module, text: TextEncoder) -> None:
        super().__init__(dance, text)
        self.moves = list(load_moves())

    def loss(self, batch: Batch) -> Tensor:
        own = torch.arange(len(batch.phrases))
        # A move from elsewhere than the studio gets the number of the place where it would stand.
        ids = [bisect_left(self.moves, phrase.attributes.moves[0]) for phrase in batch.phrases]
        return margin_loss(self.distances(batch, own, own), torch.tensor(ids))


class Mended(Notebook):
    """All true pairs of the batch against as many false ones, drawn anew in each step."""

    def loss(self, batch: Batch) -> Tensor:
        pairs, labels = true_and_false(batch.truth)
        return margin_loss(self.distances(batch, *pairs.T), labels)
