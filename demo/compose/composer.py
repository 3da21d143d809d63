"""The whole way from a text to a dance: clauses, phrases, strands, one strand, the beat, the feet, the judge.

Only this module knows the order of things. A clause that the judge does not recognise gets its next phrase, for up to
`ROUNDS` rounds, and the dance with the most clauses recognised is kept.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from time import perf_counter

import numpy as np

from demo.compose.aim import aimed
from demo.compose.arrange import Movement, Span, arranged, asked_lengths, ended, filled, resized
from demo.compose.clause import Clause, read
from demo.compose.clauses import clauses
from demo.compose.feet import planted
from demo.compose.hold import FASTEST
from demo.compose.judge import Verdict, judged
from demo.compose.part import CHOICES, STANDING, Part, parts
from demo.compose.phrase import strand_of
from demo.compose.pick import Pool
from demo.compose.still import upright
from demo.compose.strand import Strand
from demo.compose.tempo import to_beat, to_length
from demo.encoders import Encoders
from demo.gallery import Gallery
from demo.label import Labels
from motion import Clip
from motion.canonical import FPS, face_forward
from motion.command import InputError
from motion.pose import Body

LONGEST = 120
"""Seconds that a dance lasts."""

BPM = (40, 240)
"""Beats a minute that a dance can have."""

ROUNDS = 3
"""Dances that are made of one text, at most, the first one included."""


@dataclass(frozen=True, eq=False)
class Composition:
    """A dance for a text: the canonical clip, its parts with their spans in frames and verdicts, and what had no match.

    milliseconds: what it took.
    """

    text: str
    clip: Clip
    parts: list[Part]
    spans: list[Span]
    verdicts: list[Verdict]
    unmatched: list[Clause]
    milliseconds: float


class Composer:
    """Makes dances from the phrases of one gallery."""

    def __init__(self, encoders: Encoders, gallery: Gallery, labels: Labels) -> None:
        self.encoders, self.gallery, self.labels = encoders, gallery, labels
        self.pool = Pool(gallery, labels, encoders)

    def compose(self, text: str, bpm: float | None = None, seconds: float | None = None) -> Composition:
        """One continuous dance for a text. bpm: steps fall on its beats. seconds: how long the dance is.

        Raises InputError for a text without movements, for one that is about none of the dances, and for a length in
        which they cannot be danced.
        """
        began = perf_counter()
        asked, unmatched = parts(clauses(self.pool.spelt(text), bpm), self.pool)
        body = Body.of([self.gallery.clip(part.phrase.index).positions for part in asked if part.choices])
        strands: dict[Part, Strand] = {}
        best, tried = None, asked
        for _ in range(ROUNDS):
            strands |= {part: self.strand(part, body, bpm) for part in tried if part not in strands}
            movements = [(part.clause, strands[part]) for part in tried]
            clip, spans = self.danced(movements, body, bpm, seconds)
            verdicts = judged(clip, tried, spans, self.encoders, self.labels)
            rank = (sum(verdict.recognised for verdict in verdicts), sum(verdict.score for verdict in verdicts))
            if best is None or rank > best[0]:
                best = rank, (clip, tried, spans, verdicts)
            others = [
                part if verdict.recognised else part.next() for part, verdict in zip(tried, verdicts, strict=True)
            ]
            if others == tried:
                break
            tried = others
        return Composition(text, *best[1], unmatched, round(1000 * (perf_counter() - began), 1))

    def strand(self, part: Part, body: Body, bpm: float | None = None) -> Strand | None:
        """The strand of a part by its first choice; None for stillness. bpm: a length is cut out on its beat."""
        if not part.choices:
            return None
        clause, phrase = part.clause, part.phrase
        known = self.pool.known[phrase.index].get("times")
        danced = self.gallery.clip(phrase.index).positions, known, phrase.mirrored, body
        if not bpm or not clause.seconds or clause.counted:
            return strand_of(clause, *danced)
        longer = strand_of(replace(clause, seconds=clause.seconds * FASTEST), *danced)
        return to_beat(longer, [], bpm, body, {})[0].cut(0, round(clause.seconds * FPS))

    @cached_property
    def standing(self) -> np.ndarray:
        """Positions (n, 22, 3) of somebody who stands still, from the phrases that are nearest to that."""
        _, phrases = self.pool.candidates(read(STANDING), self.encoders.encode_text([STANDING])[0], CHOICES)
        return upright([self.gallery.clip(phrase.index).positions for phrase in phrases])

    def danced(
        self, movements: list[Movement], body: Body, bpm: float | None, seconds: float | None
    ) -> tuple[Clip, list[Span]]:
        """The canonical clip of all movements, and where each is in it."""
        stand = Strand.of(self.standing, body)
        whole, spans = arranged(movements, stand, body)
        frames = round(seconds * FPS) if seconds else 0
        if any(clause.seconds for clause, _ in movements):
            movements = filled(movements, spans, body)
            whole, spans = arranged(movements, stand, body)
        if seconds:
            movements = resized(movements, len(whole), frames, body)
            whole, spans = arranged(movements, stand, body)
        lengths = asked_lengths(movements, spans)
        if lengths or seconds:
            near = len(whole) + sum(wanted - (stop - start) for (start, stop), wanted in lengths.items())
            whole, spans = to_length(whole, spans, frames or near, lengths)
        _check(whole)
        if bpm:
            lengths = {span: span[1] - span[0] if seconds else None for span in spans}
            whole, spans = to_beat(whole, spans, bpm, body, lengths | asked_lengths(movements, spans))
            _check(whole)
        if seconds:
            if spans[-1][0] > frames - FPS / 2:
                raise InputError(
                    f"found a length of {seconds:g} seconds; on this beat these movements take {len(whole) / FPS:.1f}."
                )
            whole, spans = ended(whole, spans, frames, body)
        whole = aimed(whole, movements, spans)
        return Clip(face_forward(planted(whole, body)), FPS), spans


def _check(whole: Strand) -> None:
    if len(whole) > LONGEST * FPS:
        raise InputError(f"found movements of {len(whole) / FPS:.0f} seconds; one dance lasts up to {LONGEST}.")
