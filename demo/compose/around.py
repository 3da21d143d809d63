"""How far a clause asks its dancer to turn around, or its way to go round: "turn 90 degrees", "walk in a circle"."""

import re

from demo.compose.said import number, numeral, plain, without
from demo.compose.words import COUNTS, PARTS, SIDES

TURN = r"(?:turn|spin(?!e|a)|twirl|whirl|swivel|pivot|rotat|pirouette)"
"""How a word begins that turns a dancer around."""

TURNING = re.compile(rf"\b{TURN}")
AROUND = re.compile(rf"\b(?:{TURN}|jump|hop|leap)")
"""Beside what degrees are a turn; a leg at 90 degrees is none."""

NUMBERS = "45|90|135|180|225|270|315|360|450|540|720|900|1080"
"""Numbers that are degrees where the word is not said."""

DEGREES = re.compile(rf"(?<![\d.])(?:(\d+(?:\.\d+)?)[ -]?deg(?:ree)?s?|({NUMBERS})(?! times))\b")
DECIMAL = re.compile(r"(?<![\d.])(\d+\.\d+)(?: times)?\b")
SHARES = (
    (re.compile(rf"\bthree[ -]quarters?\b(?! {TURN}\w*s\b)|\bthree-quarter\b"), 0.75),
    (re.compile(r"\bquarters?\b"), 0.25),
    (re.compile(r"\bhalf(?:[ -]?way)?\b(?![ -](?:toe|pointe|speed|time|tempo))"), 0.5),
    (re.compile(rf"\b(?:full|whole|complete)\b(?=[ -]{TURN})|\ball the way a?round\b"), 1.0),
)
"""Each with how many whole turns it is."""

FACING = re.compile(
    r"\bturn(?:s|ing)?(?: \w+ly)?(?: to(?:wards?)?)?(?: the| your| his| her)? (?:left|right)\b"
    rf"(?! (?:{'|'.join(PARTS)}))|\b(?:left|right)[ -]turn\b"
)
"""A quarter of a turn, to face a side; but "three turns to the left" and "chaine turns to the left" go all the way."""

GO = re.compile(
    r"\b(?:walk|run|jog|sprint|skip|gallop|march|stroll|tip-?toe|creep|sneak|limp|strut|prance|stride|pac|hop|leap|shuffl"
    r"|waltz|step|stomp|stagger|hurr)"
)
DRAW = PARTS - {"foot", "feet", "toe", "toes", "heel", "heels", "side", "sides"}
"""What somebody does who goes "a circle"; and what circles by itself."""

CIRCLE = re.compile(
    rf"\b((?:(?:around|in|along|an?|the|{'|'.join(COUNTS)}|\d+|half|quarters?|three-quarters?|of|big|wide|large|small|tight|full"
    rf"|whole|complete|little|{'|'.join(SIDES)})[ -])+)(semi-?)?(circles?|laps?|loops?|arcs?|curves?)\b"
)
SIDE = re.compile(
    rf",?(?:\b(?:to|on) )?(?:\b(?:the|your) )?\b({'|'.join(SIDES)})\b(?! (?:{'|'.join(PARTS)}))(?: direction\b)?"
)


def turns(words: str) -> tuple[float | None, str, str]:
    """How far each turn of a clause goes, in whole turns; None where nothing is said of it, or of no turn.

    And the words for the encoder, to which a number of degrees says nothing; and those that may be a count, in which
    there are no halves.
    """
    for turning, pattern, whole in ((AROUND, DEGREES, 360), (TURNING, DECIMAL, 1)):
        if turning.search(words) and (found := pattern.search(words)):
            rest = without(words, found)
            return float(found[found.lastindex]) / whole or None, rest, rest
    for pattern, share in SHARES if TURNING.search(words) else ():
        if found := pattern.search(words):
            return share, words, without(words, found)
    found = FACING.search(words)
    if found and all(plain(word) and not numeral(word) for word in words[: found.start()].split()):
        return 0.25, words, words
    return None, words, words


def circles(words: str) -> tuple[float | None, str]:
    """How many circles a clause's way goes round, above 0 to the left, None where it goes in none; the other words."""
    found = CIRCLE.search(words)
    if not found or not DRAW.isdisjoint(words.split()):
        return None, words
    said = re.split("[ -]", found[1].strip())
    if not {"in", "along", "around"} & set(said) and not GO.search(words[: found.start()]):
        return None, words
    often = next((number(word) for word in said if numeral(word)), 1.0)
    parted = any(word.startswith("quarter") for word in said)
    share = 0.25 if parted or found[3][:3] in ("arc", "cur") else 0.5 if found[2] or "half" in said else 1.0
    rest = without(words, found)
    sides = [SIDES[word] for word in said if word in SIDES] + [SIDES[match[1]] for match in SIDE.finditer(rest)]
    sign = -1 if "right" in sides else 1
    return sign * often * share, SIDE.sub(" ", rest)
