"""How a dance is danced: slow, sharp, bouncy... or in no such way.

What is slow of a spin is not slow of a bow. So a dance is held against its own move said plainly and the same move said
in each quality ("spins", "spins slowly"), and the plain one takes its share: many dances have no quality worth a
word. Does not know which moves are danced; `demo.label` says so.
"""

from functools import lru_cache

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

KNOWN = 200
"""Moves whose texts stay encoded, 10 kB each: all of the vocabulary's."""

STEEP, PLAIN = 31.8, -1.11
"""Of the softmax: its scale, and what is added for the plain move. Fitted by likelihood to fresh dances of the studio
(`python -m tests.bench.manner`)."""


def cosines(moves: list[str], embeddings: np.ndarray, encoders: Encoders) -> np.ndarray:
    """(n, 10) of dances (n, dim), each to its own of the moves (n): said plainly, then in each of `MANNERS`."""
    return np.einsum("nkd,nd->nk", np.stack([_directions(move, encoders) for move in moves]), embeddings)


@lru_cache(maxsize=KNOWN)
def _directions(move: str, encoders: Encoders) -> np.ndarray:
    """Where a move lies said plainly and in each quality, (10, dim), unit length."""
    ways = [way for said in MANNERS.values() for way in said]
    plain, *texts = encoders.encode_text([verb(move), *(f"{verb(move)} {way}" for way in ways)])
    qualities = np.reshape(texts, (len(MANNERS), -1, len(plain))).mean(1)
    directions = np.stack([plain, *qualities])
    return directions / np.linalg.norm(directions, axis=1, keepdims=True)


def shares(near: np.ndarray) -> np.ndarray:
    """Cosines (10) as above -> what share each quality has (9); what is left of one is the plain move's."""
    logits = STEEP * near
    logits[0] += PLAIN
    likely = np.exp(logits - logits.max())
    return likely[1:] / likely.sum()
