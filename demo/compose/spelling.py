"""One spelling for what people write in many: numbers of lists and of lengths, turns, courtesies, what is not danced.

Comes before the grammar, which reads the text in this form.
"""

import re
from itertools import pairwise

from demo.compose.around import NUMBERS, TURN
from demo.compose.clause import AMOUNT, COUNTED_IN, NUMBER, UNITS
from demo.compose.said import number, plain
from demo.compose.words import PATTERN, QUALITY, SIDES, WAYS
from demo.denied import DENIED, END, KEPT_UP, LACKING
from demo.encoders import in_full

MOST = 12
"""Clauses in a text, and points in a list that stands in one line."""

HEADING = r"(?:\b(?:step|part|move) )?\(?"
ITEM = re.compile(rf"^\s*{HEADING}(?:\d+[.):]|[a-z]\))(?=\s)", re.MULTILINE)
ITEMS = re.compile(rf"(?:^|\s){HEADING}(?:(?:{'|'.join(map(str, range(1, MOST + 1)))})[.):]|[a-z]\))(?=\s)")
FIRST = re.compile(rf"\s*{HEADING}(?:1[.):]|a\))\s")

POINT = "\0"
"""The point of a number, which ends no sentence."""

NEXT = re.compile(
    r"(?<!-)>|[\u2190-\u21ff\u2600-\u27bf\u27f0-\u27ff\u2900-\u297f\u2b00-\u2bff\U0001f000-\U0001faff][\ufe0f\u200d]*"
)
"""Arrows and pictures, which stand between movements."""

REPEATED = re.compile(r"\b(?!cha\b)((?:[a-z]+ ){0,2}[a-z]+)((?: \1\b)+)")
"""The same words over and over, but for the dance that is called so: "jump jump jump", "step touch step touch"."""

POLITE = re.compile(
    r"\b(?:please|thank you|thanks)\b"
    r"|\b(?:(?:can|could|would) you(?: please)?|(?:i'd|i would) like(?: you)?(?: to)?(?: see)?|i want(?: to see)?"
    r"|show me|give me)(?: (?:make|have|let) (?:him|her|them|it|the [a-z]+))?\b"
)

ABSENT = re.compile(rf"\b(?:but )?{LACKING}.*?{END}")
"""What is not in a movement says little about it to the encoder, which hears what it names."""

BEGUN, ENDED = r"(^|[,;.!?:\n→]|\b(?:and|then|but)\b)\s*(?:now )?", r"(?=\s*(?:$|[,;.!?:\n→]|\b(?:then|and)\b))"
CALLED = (
    r"(?:mirror(?: (?:it|that|this|these))?|(?:switch|swap|change)(?: the)? sides|(?:switch|swap)(?: the)? legs"
    r"|(?:on )?(?:the )?(?:other|opposite) side)"
)
SAME = (
    (rf"{BEGUN}(?:do )?(?:the )?same(?: thing| again)? (?=(?:on|to|with|in) )", r"\1 repeat "),
    (rf"{BEGUN}{CALLED}{ENDED}", r"\1 repeat on the other side"),
)
"""Once more on another side, as it is called out in a class."""

HALVES = (
    (rf"\b{NUMBER} and a half[ -](?=times|{UNITS}|{TURN})", lambda found: f"{number(found[1]) + 0.5:g} "),
    (rf"\b{NUMBER}[ -]({UNITS}) and a half\b", lambda found: f"{number(found[1]) + 0.5:g} {found[2]}s"),
    (rf"(?<=\d),(?=\d+ ?(?:{UNITS})\b)", "."),
    (rf"\b(?:an? |one )?({TURN})e? and a half\b(?! {TURN})", "1.5 turns"),
    (
        rf"\b(?:(\d{{1,6}}) )?([13])/([248])\b(?! time\b)(?: an?(?= (?:{UNITS})\b))?",
        lambda found: f"{int(found[1] or 0) + int(found[2]) / int(found[3]):g}",
    ),
)
"""Lengths and turns with parts: "two and a half bars", "a bar and a half", "1/2 second", "1,5 seconds", "1/4 turn"."""

SPAN = re.compile(
    r"(?P<before>(?:^|[\n,;.!?:]|\bthen\b)\s*)?(?P<named>\(?(?:on )?\(?(?:counts?|beats?) |\()?(?<![\d.-])"
    rf"(?P<first>\d\d?) ?(?:-|–|to|through) ?(?P<last>\d\d?)\b(?! ?(?:times|steps|degrees|x|{UNITS})\b|[.-]\d)"
    r"\)?(?P<closed>:)?"
)
"""From one count to another, as dances are written down: "1-4: walk forward", "turn on counts 5 to 8", "hold (7-8)"."""

SIGNS = str.maketrans({"°": " degrees", "½": " 1/2", "¼": " 1/4", "¾": " 3/4", "…": ". "})

SHORT = (
    (COUNTED_IN, ""),
    (r"\bfwd\b", "forward"),
    (r"\bb(?:ack|k)?wd\b", "backward"),
    (r"\b(?:(?:with|on|from) )?alternat(?:e|ing) (leg|arm|hand|side|shoulder|hip)s\b", r"with each \1"),
    (r"\b(?:with )?alternat(?:e|ing) feet\b", "with each foot"),
    (r"\bforty[ -]five degrees?\b", "45 degrees"),
    (r"\bninety degrees?\b", "90 degrees"),
    (r"\bone[ -](?:hundred[ -](?:and )?)?eighty\b", "180"),
    (r"\btwo[ -](?:hundred[ -](?:and )?)?seventy\b", "270"),
    (r"\bthree[ -](?:hundred[ -](?:and )?)?sixty\b", "360"),
    (
        rf"\b(?:(?:do|make)(?:e?s)? )?an? ({NUMBERS})(?: degrees?)?(?=$|[,;.!?:]| (?:to|left|right|then|and)\b)",
        r"turn \1 degrees",
    ),
)
"""Signs of those who count aloud, abbreviate, take turns, or spell out degrees."""

POSTURES = (
    "go|get|com|mov|chang|turn|transition|flow|morph|lower|drop|sink|settl|fall|melt|eas|sit|fold|bend|lean|tip|curl"
    "|curts|step|jump|leap|div|burst|break|explod|reach|stretch|look|point|stare"
)
"""How verbs begin of which "into" says where they end."""
INTO = re.compile(
    rf"((?:^|[,;.!?:\n→]|\b(?:then|and)\b)\s*(?:an? )?(?:(?:[a-z]+ly|{'|'.join(QUALITY)}) )?"
    rf"(?!(?:{POSTURES})\w*)[a-z]+"
    rf"(?: (?:[a-z]+ly|once|twice|{'|'.join((*SIDES, *WAYS))}))*) into (?=an? )"
)
"""One movement that ends in another: "moonwalk into a spin", but not "sinks into a lunge", which is one."""

GROUP = re.compile(r"\(([^()]+)\) ?(?:x ?(\d+)|(\d+) ?x|(\d+) times|(twice))")
"""Movements in brackets that are danced more than once."""


def spelled(text: str) -> str:
    """A text in lower case, points of numbers as `POINT`, every point of a list in a line of its own."""
    whole = _spans(GROUP.sub(_often, in_full(text).lower().translate(SIGNS)))
    lines = NEXT.sub("→", (ITEMS if FIRST.match(whole) else ITEM).sub("\n", whole))
    clean = POLITE.sub("", re.sub(r"[^\w\s;.!?:,&+/>→–—'-]", " ", lines))
    for pattern, short in (*HALVES, *SHORT, *SAME):
        clean = re.sub(pattern, short, clean)
    clean = INTO.sub(r"\1, then ", clean)
    clean = DENIED.sub(_apart, ABSENT.sub("", REPEATED.sub(_counted, clean)))
    clean = re.sub(r"(?<=\d)\.(?=\d)", POINT, clean)
    clean = re.sub(rf"\b(?:an? |the )?count of {NUMBER}\b", r"\1 counts", clean)
    return re.sub(rf"\bthe (?:first|next|last) (?={AMOUNT})", "", clean)


def _spans(text: str) -> str:
    """Counts from one to another as how many they are; two bare numbers are such only where others follow on them."""
    ends = [(int(found["first"]), int(found["last"])) for found in SPAN.finditer(text)]
    follow = any(before[1] + 1 == after[0] for before, after in pairwise(ends))

    def long(found: re.Match) -> str:
        counts = int(found["last"]) - int(found["first"]) + 1
        if counts < 1 or not (follow or found["named"] or found["closed"]):
            return found[0]
        leads = found["before"] is not None
        return f"{found['before']}; for {counts} counts, " if leads else f" for {counts} counts "

    return SPAN.sub(long, text)


def _often(found: re.Match) -> str:
    """A group as often as it says, up to one time more than there may be movements."""
    inner, *times = found.groups()
    return ", ".join([inner] * int(min(number(next(filter(None, times))), MOST + 1)))


def _counted(found: re.Match) -> str:
    """Words that are said over and over as often as they are; as they stand where they are no movement."""
    words, others = found.groups()
    if PATTERN.search(words) or all(map(plain, words.split())):
        return found[0]
    return f"{words} {1 + len(others.split()) // len(words.split())} times,"


def _apart(found: re.Match) -> str:
    """What is not to be danced, as a piece of its own."""
    return found[0] if KEPT_UP.match(found["what"]) else f", {found[0].strip(' ,')},"
