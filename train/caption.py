"""Captions that know what they claim, and phrases that know what they are.

A caption may leave attributes out; what it does say it claims. That decides which pairs of a batch are positives: a
caption is true of every phrase that has all it claims, whoever it was written for.
"""

from dataclasses import dataclass, field

import numpy as np


@dataclass(frozen=True)
class Attributes:
    """What a phrase is. moves: ids in the order danced. at_once: the moves overlap instead of following each other.

    own_words: the one move is no id but somebody's own words, which may mean the same as an id.
    """

    moves: tuple[str, ...]
    qualities: tuple[str, ...] = ()
    side: str | None = None
    direction: str | None = None
    times: int | None = None
    at_once: bool = False
    own_words: bool = False

    def as_json(self) -> dict:
        """The attributes of the gallery's contract."""
        return {
            "moves": list(self.moves),
            "qualities": list(self.qualities),
            "side": self.side,
            "direction": self.direction,
            "times": self.times,
        }


@dataclass(frozen=True)
class Caption:
    """A text and the attributes that it names; None or empty where it is silent."""

    text: str
    claims: Attributes


@dataclass(frozen=True, eq=False)
class Phrase:
    """A dance with its description. positions: float32 (frames, 22, 3), canonical, 20 fps.

    rivals: captions that are nearly true of it, but for one thing.
    """

    positions: np.ndarray
    attributes: Attributes
    captions: tuple[Caption, ...] = field(repr=False)
    source: str = "studio"
    rivals: tuple[Caption, ...] = field(default=(), repr=False)


TRUE, UNKNOWN, FALSE = 1, 0, -1


def truth(claims: Attributes, phrase: Attributes) -> int:
    """TRUE when the phrase has all that is claimed, UNKNOWN when it holds the claimed moves among others, else FALSE.

    UNKNOWN too where one is in somebody's own words and the other is not, and where a side or direction is claimed of
    a phrase that has none.

    Silence about side, direction, times or quality claims nothing. Moves are claimed whole and in their order: "spins"
    is neither true nor false of a spin and a kick, "kicks, then spins" is false of it and of a spin, a turn and a kick.
    """
    if claims.own_words != phrase.own_words:
        return UNKNOWN
    if not set(claims.moves) & set(phrase.moves):
        return FALSE
    for name in ("side", "direction", "times"):
        claimed, held = getattr(claims, name), getattr(phrase, name)
        if claimed is not None and claimed != held:
            return FALSE if held is not None or name == "times" else UNKNOWN
    if not set(claims.qualities) <= set(phrase.qualities):
        return FALSE
    if claims.moves == phrase.moves:
        return TRUE if claims.at_once == phrase.at_once else UNKNOWN
    return UNKNOWN if _among(claims, phrase) else FALSE


def _among(claims: Attributes, phrase: Attributes) -> bool:
    """Whether a phrase has the claimed moves among others, and in their order unless they are danced at once."""
    if claims.at_once or phrase.at_once:
        return set(claims.moves) < set(phrase.moves)
    rest = iter(phrase.moves)
    return len(claims.moves) < len(phrase.moves) and all(move in rest for move in claims.moves)


def truth_table(claims: list[Attributes], phrases: list[Attributes]) -> np.ndarray:
    """int8 (captions, phrases) of `truth`, computed once for each distinct pair."""
    kinds, row = _distinct(claims)
    others, column = _distinct(phrases)
    table = np.array([[truth(kind, other) for other in others] for kind in kinds], dtype=np.int8)
    return table[row][:, column]


def _distinct(items: list[Attributes]) -> tuple[list[Attributes], np.ndarray]:
    index: dict[Attributes, int] = {}
    numbers = np.array([index.setdefault(item, len(index)) for item in items])
    return list(index), numbers
