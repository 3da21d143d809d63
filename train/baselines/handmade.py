"""One linear map of figures written down by hand."""

from torch import Tensor, nn

from train.features import raw_features, there
from train.statistics import STATISTICS, Statistics


class HandmadeEncoder(nn.Module):
    """positions (batch, frames, 22, 3), lengths (batch,) -> unit embeddings (batch, dim), linear in the statistics."""

    def __init__(self, dim: int = 256) -> None:
        super().__init__()
        self.statistics = Statistics()
        self.head = nn.Linear(STATISTICS, dim)

    def forward(self, positions: Tensor, lengths: Tensor) -> Tensor:
        mask = there(positions, lengths)
        figures = self.statistics(positions, raw_features(positions, mask), mask)
        return nn.functional.normalize(self.head(figures), dim=-1)
