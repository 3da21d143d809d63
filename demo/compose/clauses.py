"""From a text to clauses: what is danced, in which order, what at once, and how.

    "then", "next", "before", "after", "followed by", ",", "and" and "but" give an order; "Y after X" puts X first, and
    so does "before Y, X". "while", "as she ...", "at the same time" and "with" lay two movements over each other. A
    "with" or "and" before words that are no movement describes the movement: "with the left leg", "up and down", "and
    slowly". After "then" such words stand for the movement again: "spins to the left, then to the right", "walk, then
    faster"; so do "again" and what contradicts in a list: "jump and again", "step left, right".

A clause's own words go to the text encoder as they are, but for what is said of its length; which movement they mean is
not known here.
"""

from itertools import pairwise

from demo.compose.again import (
    REPEAT,
    Piece,
    again,
    asks_again,
    each_side,
    elsewhere,
    first_side,
    once_more,
    others,
    repeats,
)
from demo.compose.clause import BEAT, LENGTH, TIMES, Clause, read
from demo.compose.said import is_hold, moves, poses, tidy
from demo.compose.spelling import MOST, POINT, spelled
from demo.compose.words import PATTERN, SENTENCES
from demo.encoders import LONGEST_TEXT
from motion.command import InputError


def clauses(text: str, bpm: float | None = None) -> list[Clause]:
    """The clauses of a text in the order in which they are danced. bpm: how long counts, beats and bars are.

    Raises InputError for none, or for too many.
    """
    if len(text) > LONGEST_TEXT:
        raise InputError(f"found a text of {len(text)} characters; up to {LONGEST_TEXT} make one dance.")
    movements = _movements(text)
    if not movements:
        raise InputError('found no movement in the text; say what to dance, such as "walk in slowly, then spin twice".')
    if len(movements) > MOST:
        raise InputError(f"found {len(movements)} movements in the text; up to {MOST} make one dance.")
    beat = 60 / bpm if bpm else BEAT
    return [read(*each, beat) for each in movements]


def several(text: str) -> bool:
    """Whether a text asks for more than one movement, also for more than one dance can hold."""
    return len(_movements(text[:LONGEST_TEXT])) > 1


def _movements(text: str) -> list[tuple[str, int]]:
    """What a text asks for as (words, group) in the order in which it is danced."""
    groups = _ordered(_described(_pieces(text)))
    return [(words, group) for group, members in enumerate(groups) for words in members]


def _pieces(text: str) -> list[Piece]:
    """The text's pieces; words may be empty between connectors."""
    clean = spelled(text)
    pieces, kind, joint, start = [], "then", "", 0
    for match in [*PATTERN.finditer(clean), None]:
        words = clean[start : match.start() if match else len(clean)].replace(POINT, ".")
        if pieces and not pieces[-1].words and pieces[-1].kind == "then" and kind in ("with", "and"):
            kind, joint = "then", pieces[-1].joint  # "then with the right": as "then the right"
        if pieces and kind == "with" and asks_again(pieces[-1].words) and elsewhere(words):
            pieces[-1] = pieces[-1].also(f"with {words}")  # "then again with the other leg"
        else:
            pieces.append(Piece(kind, joint, tidy(words)))
        if match:
            kind, joint, start = match.lastgroup.removesuffix("_mark"), match.group(), match.end()
    return pieces


def _described(pieces: list[Piece]) -> list[Piece]:
    """Pieces, those that only describe a movement put to the one that they describe."""
    kept: list[Piece] = []
    ahead, since = "", 0
    for (kind, joint, words), (_, following, _) in pairwise([*pieces, Piece("", "", "")]):
        earlier = [piece.words for piece in kept]
        last = next((index for index in reversed(range(len(kept))) if earlier[index]), None)
        alone = kind == "then" or joint == ","
        if not words:
            kept.append(Piece(kind, joint, ""))
        elif last is not None and (said := REPEAT.fullmatch(words)):
            start = since if since <= last else 0  # "step, other side, kick, other side" asks twice for one movement
            kept += once_more(said, kept[0 if said["all"] else max(start, _begun(kept[: last + 1])) :])
            since = len(kept)
        elif moves(words) or (alone and poses(words)):
            kept.append(Piece(kind, joint, tidy(f"{ahead} {others(earlier, words)}")))
            ahead = ""
        elif last is None or _ahead(joint, words, following):
            kept += [Piece(kind, joint, "")] if joint in SENTENCES else []
            ahead = tidy(f"{ahead} {words}")
        elif (alone or joint == "and") and repeats(before := earlier[where := _moving(earlier, last)], joint, words):
            if joint == "and" and (count := TIMES.search(words)) and not TIMES.search(earlier[last]):
                kept[last] = kept[last].also(count[0])
            kept[where] = kept[where]._replace(words=first_side(kept[where].words, words))
            kept.append(Piece("then", joint, again(first_side(before, words), words)))
        else:
            if earlier[last] in earlier[:last]:  # "kick, then kick with the other leg"
                twin = earlier.index(earlier[last])
                earlier[twin] = first_side(earlier[twin], words)
                kept[twin] = kept[twin]._replace(words=earlier[twin])
            between = f"{joint} " if joint.isalpha() and kind in ("with", "and") else ""
            kept[last] = kept[last].also(between + others(earlier, words))
            kept += [Piece("over", "", "")] if kind == "over" else []  # "march and clap at the same time for 8 counts"
    return [side for piece in kept for side in each_side(piece)]


def _begun(pieces: list[Piece]) -> int:
    """Which piece begins the last sentence."""
    return max((index for index, piece in enumerate(pieces) if piece.joint in SENTENCES), default=0)


def _ahead(joint: str, words: str, following: str) -> bool:
    """Whether words describe what comes after them: "arms: swing", "march; for 4 counts, clap"."""
    return following == ":" or (joint in SENTENCES and following == "," and bool(LENGTH.fullmatch(words)))


def _moving(earlier: list[str], last: int) -> int:
    """Which words are the last that are no stillness, or else the `last`."""
    return next((index for index in reversed(range(last + 1)) if earlier[index] and not is_hold(earlier[index])), last)


def _ordered(pieces: list[Piece]) -> list[list[str]]:
    """Groups of words danced at once, one group after the other."""
    groups: list[list[str]] = []
    opening, pending, carried = True, "", False
    for (_, _, before), (kind, _, words) in pairwise([Piece("", "", ""), *pieces]):
        if not words:
            opening = opening or kind == "then"
            if kind == "over" and before and len(groups) > 1 and not pending:
                groups = [*groups[:-2], groups[-2] + groups[-1]]  # "walk and wave at the same time"
            elif kind == "over":
                carried = True
            continue
        if carried and kind == "and":
            kind = "over"
        # "before X, Y" and "while X, Y" open a sentence: what they do waits for Y.
        waiting, pending = pending, kind if opening and kind in ("over", "with", "before") else ""
        if waiting and kind == "and":
            kind = {"before": "after"}.get(waiting, waiting)
        elif opening:
            kind = "then"
        groups = _placed(groups, kind, words)
        opening, carried = False, False
    return groups


def _placed(groups: list[list[str]], kind: str, words: str) -> list[list[str]]:
    if kind in ("over", "with") and groups:
        return [*groups[:-1], [*groups[-1], words]]
    if kind == "after" and groups:
        return [*groups[:-1], [words], groups[-1]]
    return [*groups, [words]]
