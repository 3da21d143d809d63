"""From a text to clauses: what is danced, in which order, what at once, and how.

    "then", "next", "before", "after", "followed by", "," and "and" give an order; "Y after X" puts X first, and so does
    "before Y, X". "while", "as she ...", "at the same time" and "with" lay two movements over each other. A "with" or
    "and" before words that are no movement describes the movement: "with the left leg", "up and down", "and slowly".
    After "then" such words stand for the movement again: "spins to the left, then to the right".

A clause's own words go to the text encoder as they are, but for what is said of its length; which movement they mean is
not known here.
"""

import re
from dataclasses import dataclass

from demo.compose.words import COUNTS, HELD, HOLDS, PARTS, PATTERN, QUALITY, SECONDS, SIDES, WAYS, plain
from motion.command import InputError

MOST = 12
"""Clauses in a text."""

LONG = 1000
"""Characters in a text: what the text encoder reads."""

OFTEN = 16
"""Times that one movement is danced."""

LONGEST = 30.0
"""Seconds that one movement lasts."""

NUMBER = r"(\d+(?:\.\d+)?|" + "|".join((*COUNTS, "a", "an", "half a")) + ")"
LENGTH = re.compile(rf"\b(?:for )?(?:about |around )?{NUMBER} (?:of )?(?:more )?({'|'.join(SECONDS)})\b(?: long)?")
TIMES = re.compile(rf"\b(?:x ?(\d+)|(\d+) ?x|(?:a )?(\d+|{'|'.join(COUNTS)})(?: more)? (?:of )?times)(?!\w)")


@dataclass(frozen=True)
class Clause:
    """One movement that is asked for.

    text: its words, for the encoder. side: left, right or both; direction: forward, backward or in_place; times;
    seconds; qualities: ids. None where nothing is said. hold: stillness, no movement. group: clauses of one number
    are danced at once, the first of them carries the others.
    """

    text: str
    side: str | None = None
    direction: str | None = None
    times: int | None = None
    seconds: float | None = None
    qualities: tuple[str, ...] = ()
    hold: bool = False
    group: int = 0


def clauses(text: str) -> list[Clause]:
    """The clauses of a text in the order in which they are danced. Raises InputError for none, or for too many."""
    if len(text) > LONG:
        raise InputError(f"found a text of {len(text)} characters; up to {LONG} make one dance.")
    groups = _ordered(_pieces(text))
    count = sum(map(len, groups))
    if not count:
        raise InputError('found no movement in the text; say what to dance, such as "walk in slowly, then spin twice".')
    if count > MOST:
        raise InputError(f"found {count} movements in the text; up to {MOST} make one dance.")
    return [read(words, group) for group, members in enumerate(groups) for words in members]


def read(words: str, group: int = 0) -> Clause:
    """One clause from its own words. Raises InputError for a count or a length beyond all dancing."""
    seconds = None
    if length := LENGTH.search(words):
        amount, unit = length.groups()
        seconds = _number(amount) * SECONDS[unit]
        words = _tidy(words[: length.start()] + words[length.end() :])
        if not 0.2 <= seconds <= LONGEST:
            raise InputError(f"found a movement of {seconds:g} seconds; one lasts from 0.2 to {LONGEST:g}.")
    tokens = words.split()
    side = _side(tokens)
    return Clause(
        words,
        side,
        next((WAYS[token] for token in tokens if token in WAYS), None),
        _times(words, tokens),
        seconds,
        tuple(dict.fromkeys(QUALITY[token] for token in tokens if token in QUALITY)),
        _is_hold(tokens),
        group,
    )


def _pieces(text: str) -> list[tuple[str, str]]:
    """The text's pieces as (connector before it, words), those that describe their neighbour put back to it."""
    clean = re.sub(r"[^\w\s;.!?:,&+/>→–—'-]", " ", text.lower())
    clean = re.sub(r"(?<=\d)\.(?=\d)", "\0", clean).replace("step by step", "step-by-step")
    pieces, kind, joint, start = [], "then", "", 0
    for match in [*PATTERN.finditer(clean), None]:
        words = clean[start : match.start() if match else len(clean)].replace("\0", ".")
        if pieces and not pieces[-1][2] and pieces[-1][0] == "then" and kind in ("with", "and"):
            kind = "then"
        pieces.append((kind, joint, _tidy(words)))
        if match:
            kind, joint, start = match.lastgroup.removesuffix("_mark"), match.group(), match.end()
    kept: list[tuple[str, str]] = []
    ahead = ""
    for kind, joint, words in pieces:
        tokens = words.split()
        if not tokens:
            kept.append((kind, ""))
        elif _moves(tokens):
            kept.append((kind, _tidy(f"{ahead} {words}")))
            ahead = ""
        else:
            last = next((index for index in range(len(kept) - 1, -1, -1) if kept[index][1]), None)
            if last is None:
                ahead = _tidy(f"{ahead} {words}")
            elif kind == "then" and _side(tokens):
                kept.append((kind, _again(kept[last][1], words)))
            else:
                again = f" {joint} " if joint.isalpha() and kind in ("with", "and") else " "
                kept[last] = (kept[last][0], _tidy(kept[last][1] + again + words))
    return kept


def _ordered(pieces: list[tuple[str, str]]) -> list[list[str]]:
    """Groups of words danced at once, one group after the other."""
    groups: list[list[str]] = []
    opening, pending, carried = True, "", ""
    for kind, words in pieces:
        if not words:
            opening = opening or kind == "then"
            carried = kind if kind == "over" else carried
            continue
        kind, carried = (carried if carried and kind == "and" else kind), ""
        if opening and kind in ("over", "with", "before"):
            # "before X, Y" and "while X, Y" open a sentence: what they do waits for Y.
            groups, pending = [*groups, [words]], kind
        elif pending and kind == "and":
            order = {"before": "after"}.get(pending, pending)
            groups, pending = _placed(groups, order, words), ""
        else:
            groups, pending = _placed(groups, "then" if opening else kind, words), ""
        opening = False
    return groups


def _placed(groups: list[list[str]], kind: str, words: str) -> list[list[str]]:
    if kind in ("over", "with") and groups:
        return [*groups[:-1], [*groups[-1], words]]
    if kind == "after" and groups:
        return [*groups[:-1], [words], groups[-1]]
    return [*groups, [words]]


def _moves(tokens: list[str]) -> bool:
    """Whether words name a movement, or stillness."""
    return _is_hold(tokens) or not all(map(plain, tokens))


def _is_hold(tokens: list[str]) -> bool:
    """Stillness: "freeze", "hold the pose", but not "hold the left leg up", which is a movement."""
    rest = [token for token in tokens if token not in HOLDS and token not in HELD]
    return any(token in HOLDS for token in tokens) and all(plain(token) and token not in PARTS for token in rest)


def _side(tokens: list[str]) -> str | None:
    """The side said; of two, the one of a part of the body. Left and right together are both."""
    said = [(SIDES[token], token) for token in tokens if token in SIDES]
    if not said:
        return None
    for index, token in enumerate(tokens[:-1]):
        if token in SIDES and tokens[index + 1] in PARTS:
            return SIDES[token]
    return said[0][0] if len({side for side, _ in said}) == 1 else "both"


def _again(before: str, words: str) -> str:
    """The movement before, with another side: "spins to the left" and "to the right" -> "spins to the right"."""
    side = _side(words.split())
    if any(token in SIDES for token in before.split()):
        return " ".join(side if token in SIDES else token for token in before.split())
    return f"{before} {words}"


def _times(words: str, tokens: list[str]) -> int | None:
    """How often, if said: "twice", "3 x", "four times", "two claps"; but not "two hands" or "one leg"."""
    found = TIMES.search(words)
    said = next(filter(None, found.groups())) if found else None
    if said is None:
        follow = [*tokens[1:], ""]
        for token, after in zip(tokens, follow, strict=True):
            adverb = token in ("once", "twice", "thrice", "repeatedly")
            counted = (token in COUNTS or token.isdecimal()) and after and not plain(after)
            if adverb or (counted and token != "one"):
                said = token
                break
    if said is None:
        return None
    times = int(_number(said))
    if not 1 <= times <= OFTEN:
        raise InputError(f"found a movement to be danced {times} times; from 1 to {OFTEN} times are danced.")
    return times


def _number(word: str) -> float:
    return {"a": 1.0, "an": 1.0, "half a": 0.5}.get(word) or float(COUNTS.get(word, 0) or word)


def _tidy(words: str) -> str:
    """Single blanks, no dots or dashes left over at the ends."""
    return re.sub(r"\s+", " ", words).strip(" -'>")
