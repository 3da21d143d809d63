"""How far a clause asks its dancer to turn around, or its way to go round: "turn 90 degrees", "walk in a circle"."""

import re

from demo.compose.words import PARTS

TURN = r"(?:turn|spin|twirl|whirl|swivel|pivot|rotat|pirouette)"
"""How a word begins beside which degrees and halves are a turn; a leg at 90 degrees is none."""

GO = re.compile(
    r"\b(?:walk|run|jog|sprint|skip|gallop|march|stroll|tip-?toe|creep|sneak|limp|strut|prance|stride|pac|hop|leap|shuffl"
    r"|waltz|step|stomp|stagger|hurr)\w*"
)
"""What somebody does who goes in a circle; of an arm that does nobody says so."""

NUMBERS = "45|90|135|180|225|270|315|360|450|540|720|900|1080"
"""Numbers that are degrees where the word is not said."""

DEGREES = re.compile(rf"(?<![\d.])(?:(\d+(?:\.\d+)?)[ -]?deg(?:ree)?s?|({NUMBERS})(?! times))\b")
OF = rf"(?:of )?(?:an? )?(?={TURN})"
SHARES = (
    (rf"(?<![\d.])(\d+\.\d+) (?=times|{TURN})", 1),
    (rf"\bthree(?:-quarters?[ -]|[ -]quarters? ){OF}(?!\w+s\b)|\bthree-quarter[ -](?={TURN})", 0.75),
    (rf"\bquarter[ -]{OF}", 0.25),
    (rf"\bhalf[ -]{OF}|\bhalf[ -]?way\b", 0.5),
    (rf"\b(?:full|whole|complete)[ -](?={TURN})|\ball the way a?round\b", 1),
)
"""Each with how many whole turns it is, or one of the number in it."""

CIRCLE = re.compile(
    r"\b(?:around )?(?:(?:in|along) (?:an? |the )?|an? )(?:(?:big|wide|large|small|tight|full|whole|complete) )?"
    r"(?:(half|quarter|three-quarter)[ -](?:of an? )?|semi-?)?circles?\b"
    r"(?:,? (?:to (?:the|your) )?(left|right|(?:anti|counter)?clockwise)\b)?"
)
ROUND = {"half": 0.5, "quarter": 0.25, "three-quarter": 0.75}


def turns(words: str) -> tuple[float | None, str, str]:
    """How far each turn of a clause goes, in whole turns; None where nothing is said of it, or of no turn.

    And the words for the encoder, to which a number of degrees says nothing; and those that may be a count, in which
    there are no halves.
    """
    if not re.search(rf"\b{TURN}", words):
        return None, words, words
    if found := DEGREES.search(words):
        rest = words[: found.start()] + words[found.end() :]
        return float(found[1] or found[2]) / 360 or None, rest, rest
    for pattern, share in SHARES:
        if found := re.search(pattern, words):
            told = float(next(filter(None, found.groups()), 1))
            return told * share, words, words[: found.start()] + words[found.end() :]
    return None, words, words


def circles(words: str) -> tuple[float | None, str]:
    """How many circles a clause's way goes round, above 0 to the left, None where it goes in none; the other words."""
    found = CIRCLE.search(words)
    if not found or not GO.search(words) or any(word in PARTS for word in words.split()):
        return None, words
    share = ROUND.get(found[1] or "", 0.5 if "semi" in found[0] else 1)
    return -share if found[2] in ("right", "clockwise") else share, words[: found.start()] + words[found.end() :]
