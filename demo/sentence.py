"""What a clip is, in one sentence: from the moves, qualities and segments that `demo.label` found. Knows no encoder.

"Mostly a waltz, slow and smooth; from 4 s a turn to the left." Only what was found is said, and how surely.
"""

import numpy as np

from demo.gallery import Gallery

SPOKEN = {
    "floss": "the floss",
    "moonwalk": "the moonwalk",
    "open_arms": "arms opening",
    "raise_arm": "an arm raised",
    "raise_both_arms": "both arms raised",
    "robot": "the robot",
    "running_man": "the running man",
    "tiptoe": "steps on tiptoe",
    "vogue": "voguing",
    "wave": "a wave of the hand",
    "wave_both_hands": "a wave with both hands",
}
"""Moves whose id does not make a noun; any other is called by its id."""

DIRECTIONS = {
    "left": "to the left",
    "right": "to the right",
    "clockwise": "clockwise",
    "counterclockwise": "counterclockwise",
    "forward": "forward",
    "backward": "backward",
    "in_place": "in place",
}
SIDES = {"left": "on the left", "right": "on the right", "both": "on both sides"}
"""How a way to go and a side are said."""

FLICKER = 0.6
"""Seconds: a shorter segment between others is not worth a word."""

MOST, SURE = 0.6, 0.5
"""The share of the time from which on a clip is mostly one move, and the confidence below which it is perhaps one."""

HEARD = 0.25
"""The share from which on a quality is named; there are nine."""

PARTS = 5
"""Segments that are told one by one; of more, the rest is counted."""

ALIKE, AGREED = 5, 0.8
"""How many dances of the same move tell a segment's side, and what share of them must agree."""


def sentence(read: dict) -> str:
    """A sentence of what `demo.label.label` returned; a segment may say which `way` it goes ("to the left")."""
    parts = smooth(read["segments"])
    manner = " and ".join(found["text"] for found in read["qualities"][:2] if found["score"] >= HEARD)
    best = max(parts, key=lambda part: part["end"] - part["start"])
    rest = [part for part in parts if part is not best]
    mostly = rest and sum(part["end"] - part["start"] for part in rest) <= (1 - MOST) * read["duration"]
    told = [best, *rest] if mostly else parts
    first = spoken(told[0])
    if not read["known"]:
        first = f"no move that is known; the nearest is {first}"
    elif read["labels"][0]["score"] < SURE:
        first = f"perhaps {first}"
    first = ", ".join(filter(None, (f"mostly {first}" if mostly and read["known"] else first, manner)))
    later = [f"from {part['start']:.0f} s {spoken(part)}" for part in told[1:PARTS]]
    more = [f"and {len(told) - PARTS} more"] if len(told) > PARTS else []
    whole = "; ".join([first, ", ".join(later + more)]) if later else first
    return whole[0].upper() + whole[1:] + "."


def spoken(part: dict) -> str:
    """A segment as a noun with what goes before it and, where it is known, the way it goes."""
    move = part["label"]
    words = move.replace("_", " ")
    noun = SPOKEN.get(move) or f"{'an' if words[0] in 'aeiou' else 'a'} {words}"
    return " ".join(filter(None, (noun, part.get("way"))))


def smooth(segments: list[dict]) -> list[dict]:
    """Segments without flickers, neighbours of one move joined; at least one is left."""
    kept = [part for part in segments if part["end"] - part["start"] >= FLICKER] or segments[:1]
    joined = [dict(kept[0])]
    for part in kept[1:]:
        if part["label"] == joined[-1]["label"]:
            joined[-1]["end"] = part["end"]
        else:
            joined.append(dict(part))
    return joined


def way(move: str, embedding: np.ndarray, gallery: Gallery) -> str:
    """Which way or with which side a segment (dim) of `move` is danced, as most of the likest dances of that move are.

    Empty where they do not agree, or where the gallery has none.
    """
    if move not in gallery.kinds["moves"]:
        return ""
    found, _ = gallery.search(embedding, ALIKE, keep=gallery.where(move=move))
    known = [gallery.entry(index)["attributes"] for index in found.tolist()]
    for kind, words in (("direction", DIRECTIONS), ("side", SIDES)):
        said = [attributes.get(kind) for attributes in known]
        most = max(set(said), key=said.count)
        if most in words and said.count(most) >= AGREED * len(said):
            return words[most]
    return ""
