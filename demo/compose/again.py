"""The movement before, danced again in another manner: "walk slowly, then quickly", "spin left twice, then right".

Only the closed words are known here, as in `demo.compose.clause`.
"""

import re

from demo.compose.clause import ADVERBS, LENGTH, TIMES, side_of, tidy
from demo.compose.words import QUALITY, SIDES, WAYS

BACK = re.compile(r"\bback\b(?! (?:and|to|in)\b)")
"""A way by itself: "then back", but not "back and forth" or "back to the left"."""

SIDE = re.compile(rf"(?:\b(?:to|on) )?(?:\bthe )?\b(?:{'|'.join(SIDES)})\b")

MANNERS = (
    LENGTH,
    re.compile(rf"{TIMES.pattern}|\b(?:{'|'.join(ADVERBS)})\b"),
    re.compile(rf"\b(?:in |on |the )*(?:{'|'.join(WAYS)}|sideways|diagonally)\b"),
    re.compile(rf"\b(?:with )?(?:{'|'.join(QUALITY)})\b(?: steps\b)?"),
)
"""What is said of a movement beside its side: how long, how often, which way, in which quality."""


def says_how(words: str) -> bool:
    """Whether words say a manner in which the movement before can be danced again."""
    return any(manner.search(BACK.sub("backward", words)) for manner in MANNERS)


def again(before: str, words: str) -> str:
    """The movement before, with what is said anew in place of what was said of the same kind.

    Another side stands where the old one was: "kicks with the left leg" and "the right" -> "kicks with the right leg".
    """
    words = BACK.sub("backward", words)
    side = side_of(words.split())
    if side and side_of(before.split()):
        before = " ".join(side if token in SIDES else token for token in before.split())
        words = " ".join(match.group() for manner in MANNERS for match in manner.finditer(SIDE.sub(" ", words)))
    for manner in MANNERS:
        if manner.search(words):
            before = manner.sub(" ", before)
    return tidy(f"{before} {words}")
