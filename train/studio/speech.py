"""The parts of speech of a caption, and the shapes of sentences that they are put into."""

from collections.abc import Callable

import numpy as np

from train.caption import Attributes
from train.studio.inflection import article, inflected
from train.studio.manners import ADJECTIVES, ADVERBS
from train.studio.repertoire import MOVES, ROTATION, Move

SUBJECTS = (
    "a dancer", "a person", "someone", "the dancer", "the person", "a woman", "a man", "she", "he", "a figure",
    "this person", "the man", "the woman", "a performer", "a human", "a character",
)  # fmt: skip
DIRECTIONS = {
    "forward": ("forward", "forwards", "ahead", "straight ahead"),
    "backward": ("backward", "backwards"),
    "left": ("to the left", "towards the left", "diagonally to the left", "leftward"),
    "right": ("to the right", "towards the right", "diagonally to the right", "rightward"),
    "in_place": ("on the spot", "in place", "without travelling"),
}
TIMES = {2: ("twice", "two times"), 3: ("three times",), 4: ("four times",)}


class Speech:
    """The parts of speech of one caption, each drawn anew at every mention; `said` is what they have told so far."""

    def __init__(self, rng: np.random.Generator, told: Attributes) -> None:
        self.rng, self.told = rng, told
        self.moves: list[Move] = [MOVES[name] for name in told.moves]
        self.said: set[str] = set()

    @property
    def subject(self) -> str:
        return one(self.rng, SUBJECTS)

    def does(self, index: int = 0) -> str:
        return one(self.rng, self.moves[index].words.does)

    def base(self, index: int = 0) -> str:
        return inflected("plural_verb", self.does(index))

    def doing(self, index: int = 0) -> str:
        return inflected("present_participle", self.does(index))

    def noun(self, index: int = 0) -> str:
        return one(self.rng, self.moves[index].words.noun)

    def picture(self) -> str:
        return one(self.rng, self.moves[0].words.pictures)

    @property
    def adverb(self) -> str:
        return " and ".join(self._qualities(ADVERBS))

    @property
    def adjective(self) -> str:
        return ", ".join(self._qualities(ADJECTIVES))

    def _qualities(self, words: dict[str, tuple[str, ...]]) -> list[str]:
        self.said.add("qualities")
        return [one(self.rng, words[name]) for name in self.told.qualities]

    def where(self, index: int = 0) -> str:
        """Side, direction and number of times, as they are said of one of the moves."""
        parts, told = [], self.told
        if told.side and (sayings := self.moves[index].words.side):
            parts.append(one(self.rng, sayings).format(side=told.side, rotation=ROTATION.get(told.side, "")))
            self.said.add("side")
        if told.direction in DIRECTIONS:
            parts.append(one(self.rng, DIRECTIONS[told.direction]))
            self.said.add("direction")
        if told.times in TIMES:
            parts.append(one(self.rng, TIMES[told.times]))
            self.said.add("times")
        return " ".join(parts)


def one(rng: np.random.Generator, options):
    return options[int(rng.integers(len(options)))]


Shape = Callable[[Speech], str]


def shapes_for(attributes: Attributes) -> tuple[Shape, ...]:
    """Sentence shapes that name every move of a phrase."""
    if attributes.at_once:
        return _AT_ONCE
    if len(attributes.moves) == 1 and MOVES[attributes.moves[0]].words.pictures:
        return _SINGLE + _PICTURED
    return (_SINGLE, _SEQUENCE, _SEQUENCE_OF_THREE)[len(attributes.moves) - 1]


def _listed(*parts: str) -> str:
    return ", ".join(part.strip() for part in parts if part.strip())


_SINGLE = (
    lambda t: f"{t.subject} {t.does()} {t.adverb} {t.where()}",
    lambda t: f"{t.subject} {t.does()} {t.where()} {t.adverb}",
    lambda t: f"{t.subject} {t.adverb} {t.does()} {t.where()}",
    lambda t: article(f"{t.adjective} {t.noun()}".strip()) + f" {t.where()}",
    lambda t: f"{t.adjective} {t.noun()} {t.where()}",
    lambda t: f"{t.doing()} {t.adverb} {t.where()}",
    lambda t: f"{t.subject} is {t.doing()} {t.adverb} {t.where()}",
    lambda t: f"{t.base()} {t.where()} {t.adverb}",
    lambda t: f"{t.subject} does " + article(f"{t.adjective} {t.noun()}".strip()) + f" {t.where()}",
)
_PICTURED = (
    lambda t: _listed(t.picture(), t.where(), t.adverb),
    lambda t: _listed(t.adverb, t.picture(), t.where()),
    lambda t: _listed(f"{t.subject} {t.does()} {t.where()} {t.adverb}", t.picture()),
)
_SEQUENCE = (
    lambda t: f"{t.subject} {t.does(0)} {t.where(0)}, then {t.does(1)} {t.where(1)} {t.adverb}",
    lambda t: f"{t.subject} {t.does(0)} {t.where(0)} {t.adverb}, then {t.does(1)} {t.where(1)}",
    lambda t: f"{t.adjective} {t.noun(0)} then {t.noun(1)}",
    lambda t: f"{t.adverb} {t.doing(0)} {t.where(0)} and then {t.doing(1)} {t.where(1)}",
    lambda t: f"{t.base(0)} then {t.base(1)} {t.adverb}",
    lambda t: f"first {article(t.noun(0))}, then {article(t.noun(1))} {t.where(1)}",
    lambda t: f"{t.subject} {t.does(0)} {t.where(0)} {t.adverb} before {t.doing(1)}",
    lambda t: f"after {article(t.noun(0))}, {t.subject} {t.does(1)} {t.where(1)} {t.adverb}",
    lambda t: f"{t.adjective} {t.noun(0)} followed by {article(t.noun(1))}",
)
_SEQUENCE_OF_THREE = (
    lambda t: (
        f"{t.subject} {t.does(0)} {t.where(0)}, {t.does(1)} {t.where(1)}, then {t.does(2)} {t.where(2)} {t.adverb}"
    ),
    lambda t: f"{t.subject} {t.does(0)}, then {t.does(1)} {t.where(1)}, and then {t.does(2)} {t.adverb}",
    lambda t: f"{t.adverb} {t.doing(0)}, {t.doing(1)} {t.where(1)} and finally {t.doing(2)}",
    lambda t: f"{t.base(0)}, {t.base(1)}, then {t.base(2)} {t.adverb}",
    lambda t: f"{t.adjective} {t.noun(0)}, {t.noun(1)} and {t.noun(2)}",
    lambda t: f"first {article(t.noun(0))}, then {article(t.noun(1))} {t.where(1)}, at last {article(t.noun(2))}",
    lambda t: f"{t.subject} {t.does(0)} and {t.does(1)} {t.where(1)} {t.adverb}, ending with {article(t.noun(2))}",
)
_AT_ONCE = (
    lambda t: f"{t.adjective} {t.noun(0)} with {article(t.noun(1))} {t.where(1)}",
    lambda t: f"{t.adjective} {t.noun(0)} {t.where(0)} with {article(t.noun(1))}",
    lambda t: f"{t.subject} {t.does(0)} {t.where(0)} while {t.doing(1)} {t.where(1)} {t.adverb}",
    lambda t: f"{t.doing(0)} and {t.doing(1)} {t.where(1)} at the same time {t.adverb}",
    lambda t: f"{t.base(0)} and {t.base(1)} {t.where(1)} {t.adverb}",
    lambda t: f"{t.subject} {t.does(1)} {t.where(1)} during " + article(f"{t.adjective} {t.noun(0)}".strip()),
)
