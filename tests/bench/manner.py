"""How rightly the quality of a dance is told: `python -m tests.bench.manner [--count 1500] [--seed 0]`.

Dances as the studio makes them when nobody asks for anything, by dancers that no training and no gallery has. STEEP and
PLAIN of `demo.manner` are fitted to some; others, by the next seed, are told. precision: of the qualities told, those
that were danced. recall: of those danced, the told. plain: of the dances without one, those that are told with one.
"""

import argparse
import json
from collections.abc import Sequence

import numpy as np
from scipy.optimize import minimize

from demo.encoders import Encoders
from demo.label import Labels, cut, per_frame
from demo.manner import MANNERS, PLAIN, STEEP, cosines, shares
from demo.paragraph import HEARD
from motion import Clip
from motion.canonical import FPS
from train.corpus import VALIDATION_SEED, studio

FRESH = 5 * VALIDATION_SEED
"""Added to the seed, so that these dancers are nobody else's."""


def read(count: int, seed: int, encoders: Encoders, labels: Labels) -> tuple[np.ndarray, np.ndarray]:
    """Dances: their cosines (count, 10) as `demo.label` has them, and which of the ten each is, 0 for no quality."""
    phrases = studio(count, FRESH + seed, part=None, workers=1)
    near = []
    for phrase in phrases:
        bounds, windows = cut(Clip(phrase.positions, FPS))
        embeddings = encoders.encode_dance(windows)
        moves, scores = labels.score("move", embeddings)
        found = cosines(moves[scores.argmax(1)].tolist(), embeddings, encoders)
        near.append(per_frame(found, bounds).mean(0))
    names = [phrase.attributes.qualities for phrase in phrases]
    return np.array(near), np.array([1 + list(MANNERS).index(name[0]) if name else 0 for name in names])


def fit(near: np.ndarray, danced: np.ndarray) -> tuple[float, float]:
    """STEEP and PLAIN under which what was danced is likeliest."""

    def unlikely(constants: np.ndarray) -> float:
        logits = constants[0] * near
        logits[:, 0] += constants[1]
        return float((np.log(np.exp(logits).sum(1)) - logits[np.arange(len(danced)), danced]).mean())

    steep, plain = minimize(unlikely, (STEEP, PLAIN)).x
    return float(steep), float(plain)


def told(near: np.ndarray, danced: np.ndarray) -> dict[str, float]:
    """Percent of what a sentence says of dances."""
    likely = np.array([shares(each) for each in near])
    said = np.where(likely.max(1) >= HEARD, 1 + likely.argmax(1), 0)
    right = ((said == danced) & (danced > 0)).sum()
    part = {"precision": right / (said > 0).sum(), "recall": right / (danced > 0).sum()}
    part["plain"] = (said[danced == 0] > 0).mean()
    return {name: round(100 * float(share), 1) for name, share in part.items()}


def parse_args(argv: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.manner", description="Measure told qualities.")
    parser.add_argument("--count", type=int, default=1500, help="dances of either seed (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=0, help="of those to fit to (default: %(default)s)")
    return parser.parse_args(argv)


def run(args: argparse.Namespace) -> None:
    encoders, labels = Encoders(), Labels.load()
    steep, plain = fit(*read(args.count, args.seed, encoders, labels))
    fitted = {"steep": round(steep, 2), "plain": round(plain, 2)}
    print(json.dumps({"fitted": fitted, "told": told(*read(args.count, args.seed + 1, encoders, labels))}, indent=2))


if __name__ == "__main__":
    run(parse_args())
