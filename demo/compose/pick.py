"""For each clause the phrases of a gallery that dance it, best first. Knows nothing of how they are put together.

What a clause means is the encoders' business: its words against the dances and against their captions, as in
`demo.search`. What is known of the phrases only sets apart those that match alike. All of it is weighed in nats, the
unit of the labels' softmax, so that no weight knows how the present encoders spread their cosines.
"""

import re
from dataclasses import dataclass

import numpy as np

from demo.compose.around import GO, TURNING
from demo.compose.clause import Clause
from demo.compose.layer import needs_legs
from demo.compose.strand import GOES, TURN, Strand, way, whole_turns
from demo.compose.words import OPPOSITE, PARTS
from demo.encoders import Encoders, in_full
from demo.gallery import Gallery
from demo.label import Labels
from demo.search import BY_CAPTION, set_right
from motion.canonical import face_forward, heading
from motion.clip import mirror
from motion.pose import Body

NEAREST = 80
"""Phrases that are weighed, of those nearest to the words."""

OTHER_MOVE, COMPOUND, WAY, SIDELESS, MIRRORED = 2.0, 2.0, 2.0, 1.0, 0.2
"""What it costs a phrase: to be taken by the encoder for another move than it is; each further move; the wrong way; no
side where one is asked for; to be mirrored."""

UNASKED, MISSING, TIMES, AGAIN, LONG = 1.2, 1.0, 1.5, 0.4, 0.4
"""A quality that nobody asked for; one that is missing; another count; each time more than once where no count is asked
for; each second beyond `ENOUGH`."""

TURNED, FURTHEST, STAYS, GONE, STRAYS = 1.0, 2.0, 6.0, 1.0, 8.0
"""What it costs to turn half as far as is asked for, and how often so much at most, since what turns further is cut;
not to turn at all; each metre that is gone while turning, but for one for each whole turn, and at most."""

ENOUGH = 4.0

GOING = re.compile(rf"{GO.pattern}|\b(?:across|along|through|a?round the|corner)\b")
"""What somebody says who turns and goes somewhere."""


@dataclass(frozen=True)
class Candidate:
    """A phrase for a clause: its index in the gallery, whether it is danced in a mirror, its cosine to the words."""

    index: int
    mirrored: bool
    score: float


class Pool:
    """What is known of the phrases of a gallery, and which move the labels take each for.

    Raises InputError for a gallery made by other encoders.
    """

    def __init__(self, gallery: Gallery, labels: Labels, encoders: Encoders) -> None:
        self.gallery, self.labels, self.encoders = gallery, labels, encoders
        gallery.check_fit(labels.embeddings.shape[1])
        entries = [gallery.entry(index) for index in range(len(gallery))]
        self.known = [entry["attributes"] for entry in entries]
        self.durations = [entry["duration"] for entry in entries]
        moves, shares = labels.score("move", gallery.embeddings)
        self.taken_for = moves[shares.argmax(-1)]

    def spelt(self, text: str) -> str:
        """A text with misspelt words as those that captions have."""
        return set_right(in_full(text), self.encoders, self.gallery)

    def meaning(self, embeddings: np.ndarray) -> list[str]:
        """The move that each text (n, dim) is nearest to."""
        moves, shares = self.labels.score("move", embeddings)
        return moves[shares.argmax(-1)].tolist()

    def moves(self, phrase: Candidate) -> frozenset[str]:
        """The moves that a phrase is known to dance."""
        return frozenset(self.known[phrase.index].get("moves", []))

    def candidates(self, clause: Clause, embedding: np.ndarray, count: int) -> tuple[float, tuple[Candidate, ...]]:
        """The best cosine to a clause's words, of embedding (dim), and the `count` best phrases for the clause."""
        near, cosines = self.gallery.search(embedding, NEAREST, BY_CAPTION)
        costs = np.array([self.cost(clause, index) for index in near.tolist()])
        order = np.argsort(costs - self.labels.scale * cosines, kind="stable")[:count]
        mirrored = self.mirrored(clause, near[order].tolist(), embedding)
        return float(cosines[0]), tuple(
            Candidate(int(near[k]), turned, round(float(cosines[k]), 4))
            for k, turned in zip(order.tolist(), mirrored, strict=True)
        )

    def mirrored(self, clause: Clause, indices: list[int], embedding: np.ndarray) -> list[bool]:
        """Which phrases are to be danced in a mirror: those of the other side than is asked for, or all.

        Where nothing is known of a phrase, the encoder says whether it or its mirror image is more like the words.
        """
        if clause.mirrored and not clause.side:
            return [True] * len(indices)
        unknown = [index for index in indices if clause.side in OPPOSITE and not self.known[index].get("moves")]
        if not unknown:
            return [self.opposite(clause, index) for index in indices]
        images = self.encoders.encode_dance([face_forward(mirror(self._positions(index))) for index in unknown])
        better = dict(zip(unknown, (images - self.gallery.embeddings[unknown]) @ embedding > 0, strict=True))
        return [bool(better.get(index, self.opposite(clause, index))) for index in indices]

    def opposite(self, clause: Clause, index: int) -> bool:
        """Whether a phrase is known to have the other side than the one asked for."""
        return clause.side in OPPOSITE and self.known[index].get("side") == OPPOSITE[clause.side]

    def cost(self, clause: Clause, index: int) -> float:
        """What speaks against a phrase beside its cosine, in nats."""
        known = self.known[index]
        moves, qualities = known.get("moves", []), set(known.get("qualities", []))
        cost = LONG * max(self.durations[index] - ENOUGH, 0) + UNASKED * len(qualities - set(clause.qualities))
        if moves:
            cost += COMPOUND * (len(moves) - 1) + OTHER_MOVE * (self.taken_for[index] not in moves)
            cost += MISSING * len(set(clause.qualities) - qualities)
        if clause.side and moves:
            cost += SIDELESS * (known.get("side") not in ("left", "right") and clause.side != "both")
            cost += MIRRORED * self.opposite(clause, index)
        turning = TURNING.search(clause.heard)
        if clause.direction and known.get("direction") and not turning:
            cost += WAY * (known["direction"] != clause.direction)
        elif known.get("direction") == "backward":
            cost += UNASKED
        if known.get("times"):
            cost += TIMES * (known["times"] != clause.times) if clause.times else AGAIN * (known["times"] - 1)
        if clause.bearing is not None:
            cost += WAY * (known.get("direction") == "in_place")
        if turning:
            cost += self._turning(clause, index)
        if clause.around:
            start, end = self._positions(index)[[0, -1], 0]
            cost += WAY * (np.linalg.norm((end - start)[[0, 2]]) < GOES)
        return cost

    def _turning(self, clause: Clause, index: int) -> float:
        """What it costs to turn another way than so far, or elsewhere than on the spot unless it is to go."""
        positions = self._positions(index)
        turned, gone = abs(whole_turns(heading(positions))), way(positions[:, 0])[-1]
        far, cost = clause.turns and clause.turns * (clause.times or 1), 0.0
        if turned < TURN:
            return STAYS if far else WAY * PARTS.isdisjoint(clause.heard.split())
        if far:
            cost = TURNED * min(max(np.log2(far / turned), 0), FURTHEST)
            gone *= far / turned
        if not _goes(clause):
            cost += min(GONE * max(gone - GOES * (far or turned), 0), STRAYS)
        return cost

    def together(self, first: Candidate, second: Candidate) -> bool:
        """Whether two phrases can be danced at once: one of them leaves the legs to the other."""
        return not (self.needs_legs(first.index) and self.needs_legs(second.index))

    def needs_legs(self, index: int) -> bool:
        """Whether a phrase is lost without its own legs."""
        positions = self._positions(index)
        return needs_legs(Strand.of(positions, Body.of([positions])))

    def _positions(self, index: int) -> np.ndarray:
        return self.gallery.clip(index).positions


def _goes(clause: Clause) -> bool:
    """Whether a clause that turns says that it goes somewhere: "a walking turn", "spin across the room"."""
    return bool(clause.around or clause.direction in ("forward", "backward") or GOING.search(clause.heard))
