"""The gallery's dances cover all that there is to show."""

from collections import Counter

import pytest

from motion.canonical import FPS
from train.studio.choreographer import qualities
from train.studio.programme import programme
from train.studio.repertoire import MOVES


@pytest.fixture(scope="module")
def phrases():
    return programme()


def test_it_is_large_and_has_compounds(phrases):
    assert len(phrases) >= 800
    assert sum(len(phrase.attributes.moves) > 1 for phrase in phrases) >= 150


def test_every_move_is_there_in_every_way(phrases):
    for name, move in MOVES.items():
        single = [phrase.attributes for phrase in phrases if phrase.attributes.moves == (name,)]
        assert {each.side for each in single} == ({"left", "right"} if move.sided else {None})
        assert {each.direction for each in single} == (set(move.directions) or {None})
        assert {each.qualities for each in single} == {(), *((quality,) for quality in qualities(name))}


def test_lengths_are_good_to_watch(phrases):
    seconds = sorted(len(phrase.positions) / FPS for phrase in phrases)
    assert seconds[0] >= 1.5
    assert seconds[-1] <= 8


def test_captions_are_many(phrases):
    counted = Counter(phrase.captions[0].text for phrase in phrases)
    assert len(counted) > 0.9 * len(phrases)
