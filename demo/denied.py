"""What a text says is not to be danced: "kick but don't spin", "a turn without a jump".

The encoder hears what is named, denied or not, so that such words find what nobody wants. Knows nothing of pages.
"""

import re
from collections import Counter

from demo.encoders import LONGEST_TEXT, Encoders
from demo.gallery import Gallery

NOT = r"(?:do not|don['’]?t|does not|doesn['’]?t|not|never|no)\b"
LACKING = r"(?:without|instead of|rather than|except(?: for)?|apart from|(?:anything|everything|other) (?:but|than))\b"
JOINED = r",?(?:\s*\b(?:but|and|just|rather|with))*\s*\b"
DEGREE = r"(?:(?:too|so|very|only|just|that|yet)\b|(?:more|less|[a-z]+er) than\b)"
"""What is denied before these is how much, and no movement."""
END = r"(?=\s*(?:$|[,;.!?:\n]|\b(?:but|just|only|(?:and )?(?:then|before|after|while))\b))"
DENIED = re.compile(
    rf"(?<!\bwhy)(?<!\bwhy ){JOINED}(?:{NOT}|{LACKING})\s*(?:(?:any|doing|to|do)\b\s*)*"
    rf"(?P<what>(?!{DEGREE})[^\s,;.!?:][^,;.!?:\n]*?){END}",
    re.IGNORECASE,
)
EITHER = re.compile(r"\s+(?:or|nor|and)\s+(?:an?\s+)?", re.IGNORECASE)

KEPT_UP = re.compile(r"(?:stop|paus|freez|ceas|rest)\w* \w", re.IGNORECASE)
"""What is denied in "never stop spinning": that it ends."""

WORDS = 5
"""Of a denied movement at most; longer ones run on into what is wanted, with no comma between."""

NEAREST, MOST, SURE = 5, 3, 0.7
"""A denied movement is what most of the dances nearest to it do, as one by itself may do another beside it; and what
they are called is that movement, with such confidence at the least."""


def denied(text: str, encoders: Encoders, gallery: Gallery, by_caption: float) -> tuple[str, list[str]]:
    """A text without the movements that it says are not to be danced, and these as moves of the gallery.

    What is denied and is no move of the gallery stays in the text ("with no hurry"), and so does what captions say in
    these words ("without travelling"): the encoder has learned what they mean. by_caption: as in `Gallery.search`.
    """
    moves: list[str] = []
    for found in reversed(list(DENIED.finditer(text, 0, LONGEST_TEXT))):
        each = EITHER.split(found["what"])
        known = gallery.lexicon.has(found[0].strip(" ,")) or KEPT_UP.match(found["what"])
        if known or any(len(what.split()) > WORDS for what in each):
            continue
        meant = [_moves(what, encoders, gallery, by_caption) for what in each]
        if all(meant):
            text = text[: found.start()] + text[found.end() :]
            moves = [*(move for some in meant for move in sorted(some)), *moves]
    return text.strip(" ,;.") if moves else text, list(dict.fromkeys(moves))


def _moves(text: str, encoders: Encoders, gallery: Gallery, by_caption: float) -> set[str]:
    """The moves that a text names; none where it is not sure to name one."""
    if not encoders.knows(text):
        return set()
    nearest, scores = gallery.search(encoders.encode_text([text])[0], NEAREST, by_caption)
    if encoders.calibration.confidence(scores[0]) < SURE:
        return set()
    often = Counter(move for index in nearest for move in gallery.entry(index)["attributes"].get("moves", []))
    return {move for move, times in often.items() if times >= min(MOST, len(gallery))}
