"""From a text to clauses: what is danced, in which order, what at once, and how.

    "then", "next", "before", "after", "followed by", "," and "and" give an order; "Y after X" puts X first, and so does
    "before Y, X". "while", "as she ...", "at the same time" and "with" lay two movements over each other. A "with" or
    "and" before words that are no movement describes the movement: "with the left leg", "up and down", "and slowly".
    After "then" such words stand for the movement again: "spins to the left, then to the right", "walk, then faster";
    so do "again" and what contradicts in a list: "jump and again", "step left, right".

A clause's own words go to the text encoder as they are, but for what is said of its length; which movement they mean is
not known here.
"""

from dataclasses import replace
from itertools import pairwise

from demo.compose.again import REPEAT, again, asks_again, each_side, elsewhere, once_more, others, repeats
from demo.compose.clause import BEAT, LENGTH, TIMES, Clause, is_hold, moves, poses, read, tidy
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
    groups = [group for _, group in movements]
    return [replace(read(*each, beat), along=groups.count(each[1]) > 1) for each in movements]


def several(text: str) -> bool:
    """Whether a text asks for more than one movement, also for more than one dance can hold."""
    return len(_movements(text[:LONGEST_TEXT])) > 1


def _movements(text: str) -> list[tuple[str, int]]:
    """What a text asks for as (words, group) in the order in which it is danced."""
    groups = _ordered(_described(_pieces(text)))
    return [(words, group) for group, members in enumerate(groups) for words in members]


def _pieces(text: str) -> list[tuple[str, str, str]]:
    """The text's pieces as (kind of connector, the connector itself, words); words may be empty between connectors."""
    clean = spelled(text)
    pieces, kind, joint, start = [], "then", "", 0
    for match in [*PATTERN.finditer(clean), None]:
        words = clean[start : match.start() if match else len(clean)].replace(POINT, ".")
        if pieces and not pieces[-1][2] and pieces[-1][0] == "then" and kind in ("with", "and"):
            kind, joint = "then", pieces[-1][1]  # "then with the right": as "then the right"
        if pieces and kind == "with" and asks_again(pieces[-1][2]) and elsewhere(words):
            pieces[-1] = (*pieces[-1][:2], tidy(f"{pieces[-1][2]} with {words}"))  # "then again with the other leg"
        else:
            pieces.append((kind, joint, tidy(words)))
        if match:
            kind, joint, start = match.lastgroup.removesuffix("_mark"), match.group(), match.end()
    return pieces


def _described(pieces: list[tuple[str, str, str]]) -> list[tuple[str, str]]:
    """Pieces as (kind of connector, words), those that only describe a movement put to the one that they describe."""
    kept: list[tuple[str, str]] = []
    ahead, begun, sentence = "", 0, False
    for (kind, joint, words), (_, following, _) in pairwise([*pieces, ("", "", "")]):
        last = next((index for index in range(len(kept) - 1, -1, -1) if kept[index][1]), None)
        alone = kind == "then" or joint == ","
        sentence = sentence or joint in [*SENTENCES]
        if sentence and words and not REPEAT.fullmatch(words):
            begun, sentence = len(kept), False
        if not words:
            kept.append((kind, ""))
        elif last is not None and (said := REPEAT.fullmatch(words)):
            kept += once_more(said, kept[0 if said["all"] else begun :])
        elif moves(words.split()) or (alone and poses(words.split())):
            kept.append((kind, tidy(f"{ahead} {others([each for _, each in kept], words)}")))
            ahead = ""
        elif last is None or _ahead(joint, words, following):
            ahead = tidy(f"{ahead} {words}")
        elif (alone or joint == "and") and repeats(before := _moving(kept, last), joint, words):
            if joint == "and" and (count := TIMES.search(words)) and not TIMES.search(kept[last][1]):
                kept[last] = (kept[last][0], f"{kept[last][1]} {count[0]}")
            kept.append(("then", again(before, words)))
        else:
            between = f" {joint} " if joint.isalpha() and kind in ("with", "and") else " "
            words = others([each for _, each in kept], words)  # "hop on the left foot, then hop with the other"
            kept[last] = (kept[last][0], kept[last][1] + between + words)
            kept += [("over", "")] if kind == "over" else []  # "march and clap at the same time for 8 counts"
    return _sided(kept)


def _sided(pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Pieces, those that ask for each side as two."""
    sided: list[tuple[str, str]] = []
    for kind, words in pieces:
        first, *second = each_side(words) if kind in ("then", "and") else [words]
        sided += [(kind, first), *(("then", other) for other in second)]
    return sided


def _ahead(joint: str, words: str, following: str) -> bool:
    """Whether words describe what comes after them: "arms: swing", "march; for 4 counts, clap"."""
    return following == ":" or (joint in [*SENTENCES] and following == "," and bool(LENGTH.fullmatch(words)))


def _moving(kept: list[tuple[str, str]], last: int) -> str:
    """The words of the last piece that is no stillness, or else of the `last`."""
    return next((words for _, words in reversed(kept) if words and not is_hold(words.split())), kept[last][1])


def _ordered(pieces: list[tuple[str, str]]) -> list[list[str]]:
    """Groups of words danced at once, one group after the other."""
    groups: list[list[str]] = []
    opening, pending, carried, told = True, "", "", False
    for kind, words in pieces:
        if not words:
            opening = opening or kind == "then"
            if kind == "over" and told and len(groups) > 1 and not pending:
                groups = [*groups[:-2], groups[-2] + groups[-1]]  # "walk and wave at the same time"
            elif kind == "over":
                carried = kind
            told = False
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
        opening, told = False, True
    return groups


def _placed(groups: list[list[str]], kind: str, words: str) -> list[list[str]]:
    if kind in ("over", "with") and groups:
        return [*groups[:-1], [*groups[-1], words]]
    if kind == "after" and groups:
        return [*groups[:-1], [words], groups[-1]]
    return [*groups, [words]]
