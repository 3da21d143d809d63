"""One spelling for what people write in many: numbers of lists and of lengths, turns, courtesies, what is not danced.

Comes before the grammar, which reads the text in this form.
"""

import re

from demo.compose.around import TURN
from demo.compose.clause import AMOUNT, NUMBER, UNITS, number
from demo.encoders import COUNTER

MOST = 12
"""Clauses in a text, and points in a list that stands in one line."""

HEADING = r"(?:\b(?:step|part|move) )?\(?"
ITEM = re.compile(rf"^\s*{HEADING}\d+[.):](?=\s)", re.MULTILINE)
ITEMS = re.compile(rf"(?:^|\s){HEADING}(?:{'|'.join(map(str, range(1, MOST + 1)))})[.):](?=\s)")
FIRST = re.compile(rf"\s*{HEADING}1[.):]\s")

POINT = "\0"
"""The point of a number, which ends no sentence."""

POLITE = re.compile(r"\b(?:please|thank you|thanks)\b")

LACKING = re.compile(r"\b(?:but )?without\b.*?(?=$|[,;.!?:\n]|\b(?:and )?(?:then|before|after|while)\b)")
"""What is not in a movement says little about it to the encoder, which hears what it names."""

HALVES = (
    (rf"\b{NUMBER} and a half[ -](?={UNITS})", lambda found: f"{number(found[1]) + 0.5:g} "),
    (rf"\b{NUMBER}[ -]({UNITS}) and a half\b", lambda found: f"{number(found[1]) + 0.5:g} {found[2]}s"),
    (rf"\b(?:(\d+) )?1/2 (?:an? )?(?=(?:{UNITS})\b)", lambda found: f"{int(found[1] or 0) + 0.5:g} "),
    (rf"(?<=\d),(?=\d+ ?(?:{UNITS})\b)", "."),
    (rf"\b{NUMBER} and a half (?=times|{TURN})", lambda found: f"{number(found[1]) + 0.5:g} "),
    (rf"\b(?:an? |one )?({TURN})e? and a half\b(?! {TURN})", "1.5 turns"),
    (rf"\b1/2[ -](?:an? )?(?={TURN})", "half "),
    (rf"\b([13])/4[ -](?:of an? )?(?={TURN})", lambda found: {"1": "quarter ", "3": "three-quarter "}[found[1]]),
)
"""Lengths and turns with a half or a comma: "two and a half bars", "a bar and a half", "1/2 second", "1,5 seconds"."""


def spelled(text: str) -> str:
    """A text in lower case, points of numbers as `POINT`, every point of a list in a line of its own."""
    lines = (ITEMS if FIRST.match(text.lower()) else ITEM).sub("\n", text.lower())
    clean = COUNTER.sub(r"\1", re.sub(r"[^\w\s;.!?:,&+/>→–—'-]", " ", lines.replace("°", " degrees")))
    for pattern, plain in HALVES:
        clean = re.sub(pattern, plain, clean)
    clean = re.sub(r"(?<=\d)\.(?=\d)", POINT, LACKING.sub("", POLITE.sub("", clean)))
    clean = re.sub(rf"\b(?:an? |the )?count of {NUMBER}\b", r"\1 counts", clean)
    return re.sub(rf"\bthe (?:first|next|last) (?={AMOUNT})", "", clean)
