"""How a dance is danced: slow, sharp, bouncy... or in no such way.

What is slow of a spin is not slow of a bow. So a dance is held against its own move said plainly and the same move said
in each quality ("spins", "spins slowly"), and the plain one takes its share: many dances have no quality worth a
word. Does not know which moves are danced; `demo.label` says so.
"""

import numpy as np

from demo.encoders import Encoders
from demo.verbs import verb

MANNERS = {
    "slow": ("slowly", "in slow motion", "calmly"),
    "fast": ("fast", "quickly", "rapidly"),
    "smooth": ("smoothly", "fluidly", "softly"),
    "sharp": ("sharply", "abruptly", "suddenly"),
    "heavy": ("heavily", "with heavy weight", "ponderously"),
    "light": ("lightly", "weightlessly", "airily"),
    "small": ("with small movements", "in a small way", "in miniature"),
    "big": ("with big movements", "in a big way", "expansively"),
    "bouncy": ("with a bounce", "bouncily", "springily"),
}
"""For each quality how it is said of a dancer, as a sentence says it first; the mean of all is what is compared."""

STEEP, PLAIN = 31.8, -1.11
"""Of the softmax: its scale, and what is added for the plain move. Fitted by likelihood to fresh dances of the studio
(`python -m tests.bench.manner`)."""


def cosines(moves: list[str], embeddings: np.ndarray, encoders: Encoders) -> np.ndarray:
    """(n, 10) of dances (n, dim), each to its own of the moves (n): said plainly, then in each of `MANNERS`."""
    kinds = list(dict.fromkeys(moves))
    ways = ["", *(f" {way}" for said in MANNERS.values() for way in said)]
    texts = encoders.encode_text([f"{verb(move)}{way}" for move in kinds for way in ways])
    texts = texts.reshape(len(kinds), len(ways), -1)
    qualities = texts[:, 1:].reshape(len(kinds), len(MANNERS), -1, texts.shape[-1]).mean(2)
    directions = np.concatenate([texts[:, :1], qualities], axis=1)
    directions /= np.linalg.norm(directions, axis=-1, keepdims=True)
    return np.einsum("nkd,nd->nk", directions[[kinds.index(move) for move in moves]], embeddings)


def shares(near: np.ndarray) -> np.ndarray:
    """Cosines (10) as above -> what share each quality has (9); what is left of one is the plain move's."""
    logits = STEEP * near
    logits[0] += PLAIN
    likely = np.exp(logits - logits.max())
    return likely[1:] / likely.sum()
