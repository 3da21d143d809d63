"""Parts: clauses with the phrases that may dance them. Knows which have none, and which cannot be danced at once.

Two clauses danced at once need different limbs. Where both need the legs, as in "spin with a kick", a phrase that
dances both is looked for; where the gallery has none, they are danced one after the other.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace

from demo.calibration import FAINT
from demo.compose.clause import Clause
from demo.compose.pick import Candidate, Pool
from demo.compose.still import KEEP
from demo.denied import NOT
from motion.command import InputError

CHOICES = 4
"""Phrases for a clause, at most."""

UNSURE = 0.2
"""Words with less confidence are left out beside others that are no guess: they are rather no movement at all."""

STANDING = "stands still"
"""What is looked for when a dance begins with stillness."""

DENIAL = re.compile(rf"(?:just |rather )*{NOT}")
"""How a text begins that says what is not to be danced, of which the encoder hears the movement alone."""

STILL, ROUND = frozenset({"pause", "pose", "balance"}), frozenset({"turn"})
"""Moves that stillness, and a way in a circle, may be read as; a pose that is held may be read as its movement too."""


@dataclass(frozen=True)
class Part:
    """A clause; the phrases that may dance it, the one in use first, none for stillness; the moves it may pass for.

    sure: the confidence of the best match, 0 to 1.
    """

    clause: Clause
    choices: tuple[Candidate, ...]
    meant: frozenset[str]
    sure: float = 1.0

    @property
    def faint(self) -> bool:
        """Whether its words are about no movement of the gallery, so that its phrase is merely the nearest."""
        return self.sure < FAINT

    @property
    def phrase(self) -> Candidate:
        """The phrase in use."""
        return self.choices[0]

    def next(self) -> "Part":
        """The part with its next phrase; itself where there is none."""
        return replace(self, choices=self.choices[1:]) if len(self.choices) > 1 else self


def parts(asked: list[Clause], pool: Pool) -> tuple[list[Part], list[Clause]]:
    """A part for each clause that is about some dance of the gallery, and the clauses that are about none, or hardly.

    Raises InputError where all are about none.
    """
    embeddings = pool.encoders.encode_text([STANDING if clause.hold else clause.heard for clause in asked])
    weighed = [pool.candidates(*each, CHOICES) for each in zip(asked, embeddings, strict=True)]
    sure = [_sure(clause, best, pool) for clause, (best, _) in zip(asked, weighed, strict=True)]
    others = any((each or 0) >= FAINT and not clause.hold for clause, each in zip(asked, sure, strict=True))
    least = UNSURE if others else 0.0
    found, unmatched = [], []
    for clause, (_, choices), each, move in zip(asked, weighed, sure, pool.meaning(embeddings), strict=True):
        if each is None or each < least:
            unmatched.append(clause)
        elif clause.hold and any(part.clause.group < clause.group for part in found):
            found.append(Part(clause, (), STILL | found[-1].meant if KEEP.search(clause.text) else STILL))
        else:
            meant = STILL if clause.hold else pool.moves(choices[0]) | {move} | (ROUND if clause.around else set())
            found.append(Part(clause, choices, meant, each))
    if not any(part.choices for part in found):
        quoted = unmatched[0].text if len(unmatched[0].text) < 60 else unmatched[0].text[:57] + "..."
        raise InputError(f'No good match: "{quoted}" is about none of these dances; say movements, such as "spin".')
    return _possible(found, pool), unmatched


def _sure(clause: Clause, best: float, pool: Pool) -> float | None:
    """The confidence of a clause's best cosine, 0 to 1; None where it is about no dance, or is not to be danced."""
    calibration = pool.encoders.calibration
    if DENIAL.match(clause.text):
        return None
    if clause.hold:
        return 1.0
    known = best >= calibration.least_text and pool.encoders.knows(clause.heard)
    return float(calibration.confidence(best)) if known else None


def _possible(found: list[Part], pool: Pool) -> list[Part]:
    """Parts without two of one group that need the same limbs: such are merged, or take groups of their own."""
    settled: list[Part] = []
    shift = 0
    for part in found:
        group = part.clause.group + shift
        if settled and settled[-1].clause.group == group and not _fit(settled[-1], part, pool):
            if both := _both(settled[-1], part, pool):
                settled[-1] = both
                continue
            shift, group = shift + 1, group + 1
        settled.append(replace(part, clause=replace(part.clause, group=group)))
    together = Counter(part.clause.group for part in settled)
    return [replace(part, clause=replace(part.clause, along=together[part.clause.group] > 1)) for part in settled]


def _fit(first: Part, second: Part, pool: Pool) -> bool:
    """Whether two parts can be danced at once; stillness leaves the arms to any gesture."""
    return not first.choices or not second.choices or pool.together(first.phrase, second.phrase)


def _both(first: Part, second: Part, pool: Pool) -> Part | None:
    """One part for two clauses, with phrases that dance the moves of both; None where there is none.

    Words that match better together than each by itself ("jump with tucked knees") are one movement to begin with.
    """
    said, heard = ([getattr(part.clause, name) for part in (first, second)] for name in ("text", "heard"))
    clause = replace(first.clause, text=" with ".join(said), heard=" with ".join(heard))
    embedding = pool.encoders.encode_text([clause.heard])[0]
    _, choices = pool.candidates(clause, embedding, CHOICES * 5)
    fitting = tuple(each for each in choices if pool.moves(each) & first.meant and pool.moves(each) & second.meant)
    if fitting:
        return Part(clause, fitting[:CHOICES], first.meant | second.meant, min(first.sure, second.sure))
    if choices[0].score > max(part.phrase.score for part in (first, second)):
        meant = pool.moves(choices[0]) | set(pool.meaning(embedding[None]))
        return Part(clause, choices[:CHOICES], meant, float(pool.encoders.calibration.confidence(choices[0].score)))
    return None
