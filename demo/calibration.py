"""What a cosine is worth: how sure a match is, and when there is none. Measured when the models are exported."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from motion.command import InputError

FAINT = 0.4
"""Confidence below which a dance is merely the nearest: of thirty movements that nobody danced for the gallery 22 score
less, and of 164 clauses about those that somebody did one."""


@dataclass(frozen=True)
class Calibration:
    """weight, bias: of the logistic curve from a search's score to the share of such hits that dance the moves asked.

    least_text: the best score of a search below which a text is about none of the dances. least_dance: the best cosine
    to the vocabulary below which a dance is none of its moves.
    """

    weight: float
    bias: float
    least_text: float
    least_dance: float

    @classmethod
    def load(cls, folder: Path) -> "Calibration":
        """Read it from the contract of a `models/` folder. Raises InputError when it is not there."""
        try:
            return cls(**json.loads((folder / "contract.json").read_text(encoding="utf-8"))["calibration"])
        except (FileNotFoundError, KeyError) as error:
            raise InputError(f"There is no calibration in {folder}; `python -m export` writes it.") from error

    def confidence(self, scores: np.ndarray) -> np.ndarray:
        """Scores of a search, of any shape -> the share of such hits that are right, 0 to 1."""
        return 1 / (1 + np.exp(-(self.weight * scores + self.bias)))
