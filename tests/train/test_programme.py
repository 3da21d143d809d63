"""The gallery's dances cover all that there is to show, and those that are shipped are those of the programme."""

from collections import Counter

import numpy as np
import pytest

from demo.gallery import Gallery
from motion.canonical import FPS
from train.studio.choreographer import qualities
from train.studio.moves.locomotion_gait import ASIDE
from train.studio.programme import danced, wishes
from train.studio.repertoire import MOVES


@pytest.fixture(scope="module")
def wished():
    return wishes()


@pytest.fixture(scope="module")
def shipped() -> Gallery:
    return Gallery.load()


def test_it_is_large_and_has_compounds(wished):
    assert len(wished) >= 800
    assert sum(len(each.moves) > 1 for each in wished) >= 150


def test_every_move_is_there_in_every_way(wished):
    for name, move in MOVES.items():
        single = [each for each in wished if each.moves == (name,)]
        assert {each.side for each in single} == ({"left", "right"} if move.sided else {None})
        assert {each.direction for each in single} == (set(move.directions) - set(ASIDE) or {None})
        assert {each.qualities for each in single} == {(), *((quality,) for quality in qualities(name))}


def test_what_is_shipped_is_what_the_programme_dances(wished, shipped):
    assert len(shipped) == len(wished)
    for index in range(0, len(wished), 60):
        phrase = danced(wished[index], index)
        assert shipped.captions[index] == phrase.captions[0].text
        np.testing.assert_allclose(shipped.clip(index).positions, phrase.positions, atol=6e-4)


def test_lengths_are_good_to_watch(shipped):
    seconds = np.diff(shipped.offsets) / FPS
    assert seconds.min() >= 1.5
    assert seconds.max() <= 10, "where a slow dance would else not be slow"
    assert (seconds > 8).mean() < 0.03


def test_captions_are_many(shipped):
    assert len(Counter(shipped.captions.tolist())) > 0.9 * len(shipped)
