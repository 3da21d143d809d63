"""The movement before, danced again, as it was or in another manner: "jump, then again", "walk slowly, then quickly",
"spin left twice, then right", "kick with the left leg, then the other", "step forward, backward".

Only the closed words are known here, as in `demo.compose.clause`.
"""

import re

from demo.compose.clause import ADVERBS, LENGTH, TIMES, side_of, tidy, way_of
from demo.compose.words import PARTS, QUALITY, SENTENCES, SIDES, WAYS

BACK = re.compile(r"\bback\b(?! (?:and|to|in)\b)")
"""A way by itself: "then back", but not "back and forth" or "back to the left"."""

SIDE = re.compile(rf"(?:\b(?:to|on) )?(?:\bthe )?\b(?:{'|'.join(SIDES)})\b")

OTHER = re.compile(r"\b(?:the )?(?:other|opposite)\b(?: (?:one|way|direction)\b)?")
OPPOSITE = {"left": "right", "right": "left", "forward": "backward", "backward": "forward"}
"""The other side or way of the movement before: "then with the other leg", "then the other way"."""

MORE = re.compile(
    r"(?:(?:do(?:es)?|repeats?) )?(?:(?:it|that|this|the same|one) )?(?:once )?(?:again|more)"
    r"|repeats?(?: (?:it|that|this))?"
)
"""The same once more, and nothing else."""

MANNERS = (
    LENGTH,
    re.compile(rf"{TIMES.pattern}|\b(?:{'|'.join(ADVERBS)})\b"),
    re.compile(rf"\b(?:in |on |the )*(?:{'|'.join(WAYS)}|sideways|diagonally)\b"),
    re.compile(rf"\b(?:with )?(?:{'|'.join(QUALITY)})\b(?: steps\b)?"),
)
"""What is said of a movement beside its side: how long, how often, which way, in which quality."""


def repeats(before: str, joint: str, words: str) -> bool:
    """Whether words that name no movement ask for the one before anew, after a connector such as "then" or a comma."""
    if MORE.fullmatch(words):
        return True
    if joint == "and":
        return False
    if joint == ",":
        said, anew = ((side_of(each.split()), way_of(each.split())) for each in (before, words))
        return any(OPPOSITE.get(old or "") == new for old, new in zip(said, anew, strict=True) if new)
    manner = any(manner.search(BACK.sub("backward", words)) for manner in MANNERS)
    return bool(side_of(words.split()) or OTHER.search(words)) or (manner and joint not in SENTENCES)


def again(before: str, words: str) -> str:
    """The movement before, with what is said anew in place of what was said of the same kind.

    Another side stands where the old one was: "kicks with the left leg" and "the right" -> "kicks with the right leg".
    """
    if MORE.fullmatch(words):
        return before
    tokens = before.split()
    words = BACK.sub("backward", OTHER.sub("", others([before], words)))
    side = side_of(words.split())
    if side and side_of(tokens):
        before = " ".join(side if token in SIDES else token for token in tokens)
        words = " ".join(match.group() for manner in MANNERS for match in manner.finditer(SIDE.sub(" ", words)))
    for manner in MANNERS:
        if manner.search(words):
            before = manner.sub(" ", before)
    return tidy(f"{before} {words}")


def others(earlier: list[str], words: str) -> str:
    """Words with a side or a way where they say "the other": against the last of the movements before that had one."""
    part = any(token in PARTS for token in words.split())
    for before in reversed(earlier):
        tokens = before.split()
        if other := OPPOSITE.get(side_of(tokens) or (not part and way_of(tokens)) or ""):
            return OTHER.sub(other, words)
    return words
