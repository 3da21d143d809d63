"""Which way a clause asks its dancer to go, beside forward and backward: "run to the left", "walk diagonally"."""

import re

import numpy as np

from demo.compose.around import GO, SIDE, TURNING
from demo.compose.said import way_of
from demo.compose.words import PARTS

ASIDE = re.compile(
    r"(?:\b(on|with|from|by) )?(?:\b(?:the|your|his|her|their|its|my|our) )?\b(left|right)(?:wards?)?\b"
    rf"(?! (?:{'|'.join(PARTS - {'side', 'sides'})}))"
)
"""A side to go to; none is "the left leg", "on the left" or "from the left"."""

SLANT = re.compile(r"\b(?:(?:in|along|on) )?(?:(?:a|the) )?diagonal(?:ly)?(?: line)?\b")


def bearing(words: str) -> tuple[float | None, str]:
    """Which way a clause goes, in whole turns to the left of its front, None where neither a side nor a slant is said.

    And the words for the encoder, which has heard of sides, but of no slants. A side to turn to is no way to go.
    """
    way = way_of(words)
    slant = bool(GO.search(words) and SLANT.search(words))
    sides = {side for of_a_part, side in ASIDE.findall(words) if not of_a_part} or ({"left"} if slant else set())
    if TURNING.search(words) or way == "in_place" or len(sides) != 1:
        return None, words
    aside = 1 if sides == {"left"} else -1
    ahead = {"forward": 1, "backward": -1}.get(way, int(slant))
    return float(np.arctan2(aside, ahead)) / (2 * np.pi), SIDE.sub(" ", SLANT.sub(" ", words)) if slant else words
