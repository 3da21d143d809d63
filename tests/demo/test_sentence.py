"""A clip in a sentence."""

import json
from dataclasses import replace

import numpy as np
import pytest

from demo.sentence import sentence, smooth, spoken, way


def _read(*segments: tuple, qualities: tuple = (), known: bool = True, score: float = 0.9) -> dict:
    parts = [{"start": start, "end": end, "label": move, "way": how} for start, end, move, how in segments]
    found = [{"text": text, "score": share} for text, share in qualities]
    return {"duration": segments[-1][1], "known": known, "labels": [{"score": score}], "qualities": found,
            "segments": parts}  # fmt: skip


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        (_read((0, 3, "waltz", "")), "A waltz."),
        (_read((0, 3, "arabesque", "on the left")), "An arabesque on the left."),
        (_read((0, 3, "kick", ""), qualities=(("slow", 0.5), ("smooth", 0.3))), "A kick, slow and smooth."),
        (_read((0, 3, "kick", ""), qualities=(("slow", 0.5), ("smooth", 0.1))), "A kick, slow."),
        (_read((0, 3, "kick", ""), score=0.3), "Perhaps a kick."),
        (_read((0, 3, "kick", ""), known=False), "No move that is known; the nearest is a kick."),
        (
            _read((0, 4, "waltz", ""), (4, 6, "turn", "to the left"), qualities=(("slow", 0.6), ("smooth", 0.3))),
            "Mostly a waltz, slow and smooth; from 4 s a turn to the left.",
        ),
        (_read((0, 2, "walk", ""), (2, 4, "turn", ""), (4, 6, "wave", "")),
         "A walk; from 2 s a turn, from 4 s a wave of the hand."),
        (_read((0, 2, "walk", ""), (2, 2.4, "kick", ""), (2.4, 4, "walk", "")), "A walk."),
    ],
)  # fmt: skip
def test_sentence(read, expected):
    assert sentence(read) == expected


def test_many_parts_are_counted():
    read = _read(*((second, second + 1, ("walk", "turn")[second % 2], "") for second in range(8)))
    assert sentence(read).endswith("from 4 s a walk, and 3 more.")


def test_a_clip_of_flickers_still_has_a_sentence():
    assert sentence(_read((0, 0.5, "hop", ""), (0.5, 1, "jump", ""))) == "A hop."


def test_smooth_joins_neighbours():
    parts = _read((0, 2, "walk", ""), (2, 2.5, "run", ""), (2.5, 4, "walk", ""), (4, 6, "run", ""))["segments"]
    assert [(part["start"], part["end"], part["label"]) for part in smooth(parts)] == [(0, 4, "walk"), (4, 6, "run")]
    assert parts[0]["end"] == 2, "what was given is as it was"


def test_every_move_can_be_said(labels):
    for move in labels.ids[labels.kinds == "move"].tolist():
        assert "_" not in spoken({"label": move})


def test_the_way_is_what_the_likest_agree_on(gallery):
    def known(*directions):
        each = [json.dumps({"moves": ["turn"], "side": "left", "direction": way}) for way in directions]
        return replace(gallery, attributes=np.array(each))

    query = gallery.embeddings[0]
    assert way("turn", query, known(*["clockwise"] * 5)) == "clockwise"
    assert way("turn", query, known(*["clockwise"] * 4, "left")) == "clockwise"
    assert way("turn", query, known("clockwise", "left", "right", "left", "right")) == "on the left"
    assert way("kick", query, known(*["clockwise"] * 5)) == ""
