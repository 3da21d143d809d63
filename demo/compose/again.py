"""The movement before, danced again, as it was or in another manner: "jump, then again", "walk slowly, then quickly",
"spin left twice, then right", "kick with the left leg, then the other", "step forward, backward".

Only the closed words are known here, as in `demo.compose.clause`.
"""

import re
from typing import NamedTuple

from demo.compose.around import DEGREES, SHARES, circles
from demo.compose.clause import ADVERBS, LENGTH, MIRRORED, TIMES, UNITS
from demo.compose.said import is_hold, moves, number, side_of, tidy, way_of, without
from demo.compose.words import COUNTS, OPPOSITE, PARTS, QUALITY, SENTENCES, SIDES, WAYS

BACK = re.compile(r"\bback\b(?! (?:and|to|in)\b)")
"""A way by itself: "then back", but not "back and forth" or "back to the left"."""

OTHER = re.compile(
    r"\b(?<!each )(?:in (?=[a-z ]*direction))?(?:the )?(?:other|opposite)\b(?: (?:one|way|direction)\b)?"
)
"""The other side or way of the movement before: "then with the other leg", "then the other way"."""

ONE = re.compile(rf"\b(?:one (?P<part>{'|'.join(sorted(PARTS - {'side'}))})|(?:to )?one (?:side|way|direction))\b")
"""A side, whichever: "with one leg, then with the other"."""

NUMERALS = "|".join((r"\d\d?", *(word for word in COUNTS if word not in ADVERBS)))
COUNT = re.compile(rf"(?<![\d.-])\b(?:{NUMERALS})\b(?![.-]\w| deg| times| (?:{UNITS})\b)")
"""A number that stands for another: "three spins to the left, then two to the right"."""

MANY = 99
"""Times that anything is repeated, and pieces that are then added; fewer make a dance."""

MORE = re.compile(r"(?:(?:do(?:es)?|repeats?) )?(?:(?:it|that|this|the same) )?(?:once )?(?:again|more)")
"""The same once more, and nothing else."""

FURTHER = re.compile(
    rf"(?:do(?:es)? )?(?:another(?: (?P<few>{NUMERALS}))?|(?P<more>{NUMERALS}) more)(?: one)?(?: times?)?"
)
"""So many more of the movement before: "three jumps, then one more", "another two times"."""

PLAINLY = re.compile(rf"(?:(?:to|on|with) )?(?:the )?(?:{'|'.join((*SIDES, *WAYS))}|back)(?: {TIMES.pattern})?")
"""Nothing but a side or a way after "and": "kick left and right", but not "on the left and right foot"."""

PLURAL = re.compile(rf"^((?: (?:{'|'.join(QUALITY)}))* [a-z]+?)(?:(?<=[cs]h)es|(?<!s)s)\b")
"""What a number more than one is said of."""

BEGINNING = r"from the (?:top|beginning|start)"
ALL = r"(?:it all|all(?: of (?:it|that|this))?|everything|(?:the|this) (?:whole|entire) \w+)"
ELSEWHERE = rf"on|to|with|starting|going|the|other|opposite|{'|'.join(SIDES)}|side|leg|foot|arm|hand|way|direction"
REPEAT = re.compile(
    rf"(?P<all>(?:do(?:es)?|repeats?|dance) {ALL}|(?:repeats? )?{BEGINNING})?"
    r"(?(all)|repeats?(?: (?:it|that|this|these|both))?)(?: again| once more)?"
    rf"(?: (?P<often>{TIMES.pattern}|twice))?(?P<side>(?: (?:{ELSEWHERE})\b)+)?"
)
"""All that was danced since the last sentence, or from the beginning, as often, or on another side."""

SWAPPED = {
    "left": "right", "lefts": "rights", "leftward": "rightward", "leftwards": "rightwards",
    "clockwise": "counterclockwise",
}  # fmt: skip
SWAPPED |= {other: side for side, other in SWAPPED.items()} | {"anticlockwise": "clockwise"}

EACH = re.compile(
    r"\b(?:(?:on|to|with|in|for) )?(?:both (?:sides|ways|directions)"
    rf"|each (?P<part>{'|'.join(sorted(PARTS))}|way|direction))\b"
)
"""First on the left and then on the right. Not "both arms", which move at once."""

OFTEN = re.compile(rf"{TIMES.pattern}|\b(?:{'|'.join(ADVERBS)})\b")
MANNERS = (
    LENGTH,
    DEGREES,
    *(pattern for pattern, _ in SHARES),
    OFTEN,
    re.compile(rf"\b(?:in |on |the )*(?:{'|'.join(WAYS)}|sideways|diagonally)\b"),
    re.compile(rf"\b(?:with )?(?:{'|'.join(QUALITY)})\b(?: steps\b)?"),
)
"""What is said of a movement beside its side: how long, how often, which way, in which quality."""


class Piece(NamedTuple):
    """A piece of a text: the kind of the connector before it, the connector itself, and its words."""

    kind: str
    joint: str
    words: str

    def also(self, words: str) -> "Piece":
        """The piece with more words."""
        return self._replace(words=tidy(f"{self.words} {words}"))


def asks_again(words: str) -> bool:
    """Whether words ask for what was danced before, and for nothing else."""
    return bool(MORE.fullmatch(words) or REPEAT.fullmatch(words))


def elsewhere(words: str) -> bool:
    """Whether words name a side, or the other one."""
    return bool(OTHER.search(words) or side_of(words))


def repeats(before: str, joint: str, words: str) -> bool:
    """Whether words that name no movement ask for the one before anew, after a connector such as "then" or a comma."""
    if MORE.fullmatch(words) or FURTHER.fullmatch(words):
        return True
    if joint == "and" and not PLAINLY.fullmatch(tidy(LENGTH.sub("", words)) if LENGTH.search(before) else words):
        return False
    if joint in (",", "and"):
        each = (before, BACK.sub("backward", words))
        said, anew = ((side_of(text), way_of(text)) for text in each)
        return any(OPPOSITE.get(old or "") == new for old, new in zip(said, anew, strict=True) if new)
    manner = any(manner.search(BACK.sub("backward", words)) for manner in MANNERS)
    return elsewhere(words) or (manner and joint not in SENTENCES)


def once_more(said: re.Match, pieces: list[Piece]) -> list[Piece]:
    """What `REPEAT` asks for: pieces as often as it says, on another side if it says so."""
    side = said["side"] or ""
    sided = next((had for piece in pieces if (had := side_of(piece.words))), None)
    if OTHER.search(side) or (side_of(side) not in (None, sided)):
        pieces = [piece._replace(words=_swapped(piece.words) if sided else _mirrored(piece.words)) for piece in pieces]
    often = re.search(r"\d+|" + "|".join(COUNTS), said["often"] or "one")
    return ([Piece("then", "", pieces[0].words), *pieces[1:]] * int(min(number(often[0]), MANY)))[:MANY]


def _swapped(words: str) -> str:
    return " ".join(SWAPPED.get(word, word) for word in words.split())


def _mirrored(words: str) -> str:
    """A movement in the mirror, or out of it again; stillness is the same in it."""
    if not words or is_hold(words):
        return words
    return tidy(MIRRORED.sub("", words)) if MIRRORED.search(words) else f"{words} mirrored"


def first_side(before: str, words: str) -> str:
    """A movement on the left, where it has no side and words after it name a limb, or what was one side, as the other:
    "lunge" and "the other leg" -> "lunge with the left leg"."""
    one, part = ONE.search(before), next((word for word in words.split() if word in PARTS and word != "side"), None)
    if not OTHER.search(words) or side_of(before) or moves(words) or not (one or part):
        return before
    if one:
        return ONE.sub(f"the left {one['part']}" if one["part"] else "to the left", before)
    return f"{before} with the left {part}"


def each_side(piece: Piece) -> list[Piece]:
    """A movement on the left and then on the right where its words ask for each side; else the piece alone."""
    found = EACH.search(piece.words)
    if not found or piece.kind not in ("then", "and"):
        return [piece]
    where = f"with the {{}} {found['part']}" if found["part"] in PARTS else "to the {}"
    left, right = (EACH.sub(where.format(side), piece.words) for side in ("left", "right"))
    return [piece._replace(words=left), Piece("then", "", right)]


def again(before: str, words: str) -> str:
    """The movement before, with what is said anew in place of what was said of the same kind.

    Another side stands where the old one was: "kicks with the left leg" and "the right" -> "kicks with the right leg".
    """
    if MORE.fullmatch(words):
        return before
    if few := FURTHER.fullmatch(words):
        return _counted(before, few["few"] or few["more"] or "one")
    if OTHER.search(words) and circles(before)[0] and not side_of(before):
        words = f"{OTHER.sub('', words)} to the right"
    elif OTHER.search(words) and not side_of(before) and not way_of(before):
        before, words = _mirrored(before), re.sub(r"\bside\b", "", OTHER.sub("", words))
    if (often := COUNT.match(words)) and COUNT.search(before):
        before, words = COUNT.sub(often[0], before, count=1), without(words, often)
    words = BACK.sub("backward", OTHER.sub("", others([before], words)))
    side = side_of(words)
    if side and side_of(before):
        before = " ".join(side if token in SIDES else token for token in before.split())
        words = " ".join(match.group() for manner in MANNERS for match in manner.finditer(words))
    for manner in MANNERS:
        if manner.search(words):
            before = manner.sub(" ", before)
    return tidy(f"{before} {words}")


def _counted(before: str, often: str) -> str:
    """A movement as often as `often` says, whatever was said of how often before, or of how many beats."""
    if counted := COUNT.search(before):
        what = before[counted.end() :]
        what = PLURAL.sub(r"\1", what) if number(often) == 1 else what
        return f"{before[: counted.start()]}{often}{what}"
    if (length := LENGTH.search(before)) and not TIMES.search(before):
        return f"{before[: length.start(1)]}{often}{before[length.end(1) :]}"
    if number(often) == 1:
        return OFTEN.sub("once", before)
    return again(before, f"{often} times")


def others(earlier: list[str], words: str) -> str:
    """Words with a side or a way where they say "the other": against the last of the movements before that had one.

    Where none had and they name such a movement again, it is mirrored: "spin, then spin the other way".
    """
    part = any(token in PARTS for token in words.split())
    for before in reversed(earlier):
        if other := OPPOSITE.get(side_of(before) or (not part and way_of(before)) or ""):
            return OTHER.sub(other, words)
    same = tidy(OTHER.sub("", words))
    return _mirrored(same) if same != words and same in earlier else words
