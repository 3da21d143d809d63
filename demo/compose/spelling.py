"""One spelling for what people write in many: numbers of lists and of lengths, turns, courtesies, what is not danced.

Comes before the grammar, which reads the text in this form.
"""

import re

from demo.compose.around import NUMBERS, TURN
from demo.compose.clause import AMOUNT, NUMBER, UNITS, number
from demo.denied import LACKING
from demo.encoders import in_full

MOST = 12
"""Clauses in a text, and points in a list that stands in one line."""

HEADING = r"(?:\b(?:step|part|move) )?\(?"
ITEM = re.compile(rf"^\s*{HEADING}\d+[.):](?=\s)", re.MULTILINE)
ITEMS = re.compile(rf"(?:^|\s){HEADING}(?:{'|'.join(map(str, range(1, MOST + 1)))})[.):](?=\s)")
FIRST = re.compile(rf"\s*{HEADING}1[.):]\s")

POINT = "\0"
"""The point of a number, which ends no sentence."""

POLITE = re.compile(r"\b(?:please|thank you|thanks)\b")

ABSENT = re.compile(rf"\b(?:but )?{LACKING}.*?(?=$|[,;.!?:\n]|\b(?:and )?(?:then|before|after|while)\b)")
"""What is not in a movement says little about it to the encoder, which hears what it names."""

HALVES = (
    (rf"\b{NUMBER} and a half[ -](?={UNITS})", lambda found: f"{number(found[1]) + 0.5:g} "),
    (rf"\b{NUMBER}[ -]({UNITS}) and a half\b", lambda found: f"{number(found[1]) + 0.5:g} {found[2]}s"),
    (rf"\b(?:(\d{{1,6}}) )?1/2 (?:an? )?(?=(?:{UNITS})\b)", lambda found: f"{int(found[1] or 0) + 0.5:g} "),
    (rf"(?<=\d),(?=\d+ ?(?:{UNITS})\b)", "."),
    (rf"\b{NUMBER} and a half (?=times|{TURN})", lambda found: f"{number(found[1]) + 0.5:g} "),
    (rf"\b(?:an? |one )?({TURN})e? and a half\b(?! {TURN})", "1.5 turns"),
    (r"\b(?:(\d{1,6}) )?(1/2|1/4|3/4|1/8)\b(?! time)", lambda found: f"{int(found[1] or 0) + PARTS_OF[found[2]]:g}"),
)
"""Lengths and turns with parts: "two and a half bars", "a bar and a half", "1/2 second", "1,5 seconds", "1/4 turn"."""

PARTS_OF = {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "1/8": 0.125}
SIGNS = str.maketrans({"°": " degrees", "½": " 1/2", "¼": " 1/4", "¾": " 3/4"})

SHORT = (
    (r"\b5,? ?6,? ?7,? ?8\b[:,.!]*", ""),
    (r"\bfwd\b", "forward"),
    (r"\bb(?:ack|k)?wd\b", "backward"),
    (r"\bforty[ -]five degrees?\b", "45 degrees"),
    (r"\bninety degrees?\b", "90 degrees"),
    (r"\bone[ -](?:hundred[ -](?:and )?)?eighty\b", "180"),
    (
        r"\b(?:two|three)[ -](?:hundred[ -](?:and )?)?(?:seventy|sixty)\b",
        lambda found: "270" if "two" in found[0] else "360",
    ),
    (
        rf"\b(?:(?:do|make)(?:e?s)? )?an? ({NUMBERS})(?: degrees?)?(?=$|[,;.!?:]| (?:to|left|right|then|and)\b)",
        r"turn \1 degrees",
    ),
)
"""Signs of those who count aloud, abbreviate, or spell out degrees."""

GROUP = re.compile(r"\(([^()]+)\) ?(?:x ?(\d+)|(\d+) ?x|(\d+) times|(twice))")
"""Movements in brackets that are danced more than once."""


def spelled(text: str) -> str:
    """A text in lower case, points of numbers as `POINT`, every point of a list in a line of its own."""
    whole = GROUP.sub(_often, in_full(text).lower().translate(SIGNS))
    lines = (ITEMS if FIRST.match(whole) else ITEM).sub("\n", whole)
    clean = re.sub(r"[^\w\s;.!?:,&+/>→–—'-]", " ", lines)
    for pattern, plain in (*HALVES, *SHORT):
        clean = re.sub(pattern, plain, clean)
    clean = re.sub(r"(?<=\d)\.(?=\d)", POINT, ABSENT.sub("", POLITE.sub("", clean)))
    clean = re.sub(rf"\b(?:an? |the )?count of {NUMBER}\b", r"\1 counts", clean)
    return re.sub(rf"\bthe (?:first|next|last) (?={AMOUNT})", "", clean)


def _often(found: re.Match) -> str:
    """A group as often as it says, up to one time more than there may be movements."""
    inner, *times = found.groups()
    return ", ".join([inner] * int(min(number(next(filter(None, times))), MOST + 1)))
