"""For each clause the phrases of a gallery that dance it, best first. Knows nothing of how they are put together.

What a clause means is the encoders' business: its words against the dances and against their captions, as in
`demo.search`. What is known of the phrases only sets apart those that match alike. All of it is weighed in nats, the
unit of the labels' softmax, so that no weight knows how the present encoders spread their cosines.
"""

from dataclasses import dataclass

import numpy as np

from demo.compose.clauses import Clause
from demo.compose.layer import BUSY, footwork
from demo.compose.strand import Strand
from demo.gallery import Gallery
from demo.label import Labels
from demo.search import BY_CAPTION
from motion.pose import Body

NEAREST = 80
"""Phrases that are weighed, of those nearest to the words."""

OTHER_MOVE, COMPOUND, WAY, SIDELESS, MIRRORED, UNASKED, MISSING, TIMES, LONG = (
    2.0,
    2.0,
    2.0,
    1.0,
    0.2,
    0.7,
    1.0,
    0.5,
    0.4,
)
"""What it costs: to be taken by the encoder for another move than it is; each further move; the wrong way; no side
where one is asked for; to be mirrored; a quality that nobody asked for; one that is missing; another count; each second
beyond `ENOUGH`."""

ENOUGH = 4.0

OPPOSITE = {"left": "right", "right": "left"}


@dataclass(frozen=True)
class Candidate:
    """A phrase for a clause: its index in the gallery, whether it is danced in a mirror, its cosine to the words."""

    index: int
    mirrored: bool
    score: float


class Pool:
    """What is known of the phrases of a gallery, and which move the labels take each for."""

    def __init__(self, gallery: Gallery, labels: Labels) -> None:
        self.gallery, self.labels = gallery, labels
        self.entries = [gallery.entry(index) for index in range(len(gallery))]
        moves, shares = labels.score("move", gallery.embeddings)
        self.taken_for = moves[shares.argmax(-1)]

    def meaning(self, embeddings: np.ndarray) -> list[str]:
        """The move that each text (n, dim) is nearest to."""
        moves, shares = self.labels.score("move", embeddings)
        return moves[shares.argmax(-1)].tolist()

    def moves(self, phrase: Candidate) -> frozenset[str]:
        """The moves that a phrase is known to dance."""
        return frozenset(self.entries[phrase.index]["attributes"].get("moves", []))

    def candidates(self, clause: Clause, embedding: np.ndarray, count: int) -> tuple[float, tuple[Candidate, ...]]:
        """The best cosine to a clause's words, of embedding (dim), and the `count` best phrases for the clause."""
        near, cosines = self.gallery.search(embedding, NEAREST, BY_CAPTION)
        costs = np.array([self.cost(clause, index) for index in near.tolist()])
        order = np.argsort(costs - self.labels.scale * cosines, kind="stable")[:count].tolist()
        return float(cosines[0]), tuple(
            Candidate(int(near[k]), self.opposite(clause, int(near[k])), round(float(cosines[k]), 4)) for k in order
        )

    def opposite(self, clause: Clause, index: int) -> bool:
        """Whether a phrase has the other side than the one asked for."""
        side = self.entries[index]["attributes"].get("side")
        return clause.side in OPPOSITE and side == OPPOSITE[clause.side]

    def cost(self, clause: Clause, index: int) -> float:
        """What speaks against a phrase beside its cosine, in nats."""
        known, duration = self.entries[index]["attributes"], self.entries[index]["duration"]
        moves, qualities = known.get("moves", []), set(known.get("qualities", []))
        cost = LONG * max(duration - ENOUGH, 0) + UNASKED * len(qualities - set(clause.qualities))
        if moves:
            cost += COMPOUND * (len(moves) - 1) + OTHER_MOVE * (self.taken_for[index] not in moves)
            cost += MISSING * len(set(clause.qualities) - qualities)
        if clause.side and moves:
            cost += SIDELESS * (known.get("side") not in ("left", "right") and clause.side != "both")
            cost += MIRRORED * self.opposite(clause, index)
        if clause.direction and known.get("direction"):
            cost += WAY * (known["direction"] != clause.direction)
        if clause.times and known.get("times"):
            cost += TIMES * (known["times"] != clause.times)
        return cost

    def together(self, first: Candidate, second: Candidate) -> bool:
        """Whether two phrases can be danced at once: one of them leaves the legs to the other."""
        return min(self.footwork(first.index), self.footwork(second.index)) < BUSY

    def footwork(self, index: int) -> float:
        """Metres a second that a phrase's feet and body go."""
        clip = self.gallery.clip(index).positions
        return footwork(Strand.of(clip, Body.of([clip])))
