"""What the closed words say in a few words: numbers, a side, a way, stillness, or no movement at all."""

import re
from itertools import pairwise

from demo.compose.words import BEATS, COUNTS, HELD, HOLDS, PARTS, PLAIN, QUALITY, RAISED, SECONDS, SIDES, WAYS


def numeral(word: str) -> bool:
    """Whether a word is a number."""
    return word in COUNTS or word.isdecimal()


def number(word: str) -> float:
    """A numeral, an article or a number with a point, as one."""
    return {"a": 1.0, "an": 1.0, "half a": 0.5}.get(word) or float(COUNTS.get(word, 0) or word)


def without(words: str, found: re.Match) -> str:
    """Words but for what was found in them."""
    return words[: found.start()] + words[found.end() :]


def tidy(words: str) -> str:
    """Single blanks, no dots or dashes left over at the ends."""
    return re.sub(r"\s+", " ", words).strip(" -'>")


def plain(word: str) -> bool:
    """Whether a word alone is no movement: one of the closed words, a number, or an adverb."""
    closed = (PLAIN, PARTS, QUALITY, SIDES, WAYS, COUNTS, SECONDS, BEATS)
    if any(word in words for words in closed):
        return True
    if "-" in word:
        return all(map(plain, word.split("-")))
    adverb = word.endswith("ly") and word not in ("fly", "rally")
    return adverb or not word.isalpha()


def moves(words: str) -> bool:
    """Whether words name a movement, or stillness."""
    return is_hold(words) or _steps(words.split()) or not all(map(plain, words.split()))


def poses(words: str) -> bool:
    """Whether words that name no movement are one where they stand alone: "arms up", "high knees", "bounce"."""
    tokens = words.split()
    return tokens[0].startswith("bounc") or (not PARTS.isdisjoint(tokens) and not RAISED.isdisjoint(tokens))


def _steps(tokens: list[str]) -> bool:
    """Steps with a side, a way or a number are a movement: "three steps forward", but not "with heavy steps"."""
    said = (token in SIDES or token in WAYS or numeral(token) for token in tokens)
    return "steps" in tokens and ("back" in tokens or any(said))


def is_hold(words: str) -> bool:
    """Stillness: "freeze", "hold the pose", but not "hold the left leg up", which is a movement."""
    tokens = words.split()
    rest = [token for token in tokens if token not in HOLDS and token not in HELD]
    return any(token in HOLDS for token in tokens) and all(plain(token) and token not in PARTS for token in rest)


def side_of(words: str) -> str | None:
    """The side said; of two, the one of a part of the body. Left and right together are both."""
    tokens = words.split()
    for token, after in pairwise(tokens):
        if token in SIDES and after in PARTS:
            return SIDES[token]
    said = {SIDES[token] for token in tokens if token in SIDES}
    return "both" if len(said) > 1 else next(iter(said), None)


def way_of(words: str) -> str | None:
    """The way said first: forward, backward or in_place."""
    return next((WAYS[token] for token in words.split() if token in WAYS), None)
