"""What every method is measured on: made or read once, the same for all, and never trained on."""

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

import numpy as np

from motion.canonical import face_forward
from motion.clip import mirror
from train import holdout
from train.caption import Attributes, Phrase
from train.corpus import studio
from train.odd import BROKEN, aimless
from train.studio.choreographer import any_wish, choreograph, decide
from train.studio.programme import programme
from train.studio.repertoire import MOVES, gallery_attributes
from train.studio.words import in_full

SEED = 2_000_000
"""Of the dancers of the benchmark; training takes seeds below a million, validation those from there on."""
NOTEBOOK = ("kick", "spin", "slow", "smooth", "sharp", "jump", "turn", "wave", "pause", "run")
"""The ten words of the notebook that the project grew from: moves and qualities as one choice."""
EACH = 30
"""Phrases for each of the ten words."""
PAIRS = 120
"""Minimal pairs of each kind."""


@dataclass(frozen=True, eq=False)
class Pair:
    """Two dances that differ in one thing alone, and two texts that say which is which. of: the moves of both."""

    dances: tuple[np.ndarray, np.ndarray]
    texts: tuple[str, str]
    of: str


@dataclass(frozen=True)
class Corpus:
    """count: phrases of held-out compositions, and as many of any, by other dancers, to be told from them."""

    count: int = 1000

    @cached_property
    def held_out(self) -> list[Phrase]:
        return studio(self.count, SEED, holdout.TEST)

    @cached_property
    def others(self) -> list[Phrase]:
        return studio(self.count, SEED + 1, None)

    @cached_property
    def gallery(self) -> tuple[list[Phrase], list[dict]]:
        """The studio's gallery, and the attributes that it is searched by."""
        phrases = programme()
        return phrases, [gallery_attributes(phrase.attributes) for phrase in phrases]

    @cached_property
    def notebook(self) -> list[tuple[str, np.ndarray]]:
        """EACH dances of each of the ten words: plain for a move, any other move for a quality."""
        others = [name for name in MOVES if name not in NOTEBOOK and MOVES[name].family != "stillness"]
        found = []
        for number, word in enumerate(NOTEBOOK):
            for index in range(EACH):
                rng = np.random.default_rng([SEED + 2, number, index])
                wish = Attributes((word,)) if word in MOVES else Attributes((str(rng.choice(others)),), (word,))
                found.append((word, choreograph(rng, wish, 1).positions))
        return found

    @cached_property
    def pairs(self) -> dict[str, list[Pair]]:
        """Minimal pairs by what they differ in: the order of two moves, the side, the quality."""
        return {"order": _many(_order_pair), "side": _many(_side_pair), "quality": _many(_quality_pair)}

    @cached_property
    def odd(self) -> dict[str, list[np.ndarray]]:
        """Dances that are none, by kind; only the first kind was never shown to training."""
        found = {"aimless": [aimless(np.random.default_rng([SEED + 4, index])) for index in range(PAIRS)]}
        for breaker in BROKEN:
            rng = np.random.default_rng(SEED + 5)
            found[breaker.__name__] = [breaker(rng, phrase.positions) for phrase in self.held_out[:PAIRS]]
        return found


def _many(make) -> list[Pair]:
    drawn = (make(np.random.default_rng([SEED + 3, index])) for index in range(200 * PAIRS))
    return list(islice((pair for pair in drawn if pair), PAIRS))


def _order_pair(rng: np.random.Generator) -> Pair | None:
    """The same two moves in both orders, by one dancer; neither was seen in training, nor when weights were chosen."""
    moves = tuple(str(name) for name in rng.choice(list(MOVES), size=2, replace=False))
    orders = Attributes(moves), Attributes(moves[::-1])
    if any(holdout.part(order) != holdout.TEST for order in orders):
        return None
    return _danced(rng, *orders)


def _quality_pair(rng: np.random.Generator) -> Pair | None:
    """One move by one dancer, slow or fast, smooth or sharp, heavy or light, small or big."""
    wish = decide(rng, any_wish(rng))
    if len(wish.moves) != 1 or not wish.qualities or wish.qualities[0] not in OPPOSITES:
        return None
    return _danced(rng, wish, replace(wish, qualities=(OPPOSITES[wish.qualities[0]],)))


OPPOSITES = dict([*(pairs := (("slow", "fast"), ("smooth", "sharp"), ("heavy", "light"), ("small", "big"))),
                  *((second, first) for first, second in pairs)])  # fmt: skip


def _side_pair(rng: np.random.Generator) -> Pair | None:
    """A dance and its mirror image."""
    wish = decide(rng, any_wish(rng))
    if len(wish.moves) != 1 or wish.side is None:
        return None
    phrase = choreograph(rng, wish, 1)
    other = {"left": "right", "right": "left"}
    direction = other.get(wish.direction, wish.direction)
    opposite = replace(phrase.attributes, side=other[wish.side], direction=direction)
    texts = in_full(rng, phrase.attributes), in_full(rng, opposite)
    return Pair((phrase.positions, face_forward(mirror(phrase.positions))), texts, phrase.attributes.moves[0])


def _danced(rng: np.random.Generator, one: Attributes, other: Attributes) -> Pair:
    seed = int(rng.integers(2**32))
    dances = tuple(choreograph(np.random.default_rng(seed), each, 1).positions for each in (one, other))
    texts = in_full(np.random.default_rng(seed), one), in_full(np.random.default_rng(seed), other)
    return Pair(dances, texts, " ".join(sorted(one.moves)))
