"""Captions say only what is so."""

from functools import reduce

import numpy as np
import pytest

from train.caption import FALSE, TRUE, UNKNOWN, Attributes, Caption, truth, truth_table
from train.studio.choreographer import any_wish, decide, improvise
from train.studio.inflection import inflected
from train.studio.manners import ADJECTIVES, ADVERBS
from train.studio.repertoire import MOVES, ROTATION, load_moves
from train.studio.speech import TIMES
from train.studio.words import describe

load_moves()
BENDS = ("plural_verb", "present_participle")
KICK = Attributes(("kick",), ("slow",), "left", None, 2)


def _unpictured(caption: Caption) -> str:
    """The text without a picture: "slow, quick, quick" is how a dance is counted, and claims no quality."""
    pictures = MOVES[caption.claims.moves[0]].words.pictures
    return reduce(lambda text, picture: text.replace(picture, ""), pictures, caption.text)


def test_every_caption_is_true_of_its_phrase():
    rng = np.random.default_rng(2)
    for phrase in (improvise(rng) for _ in range(100)):
        assert len(phrase.captions) >= 3
        assert all(truth(caption.claims, phrase.attributes) == TRUE for caption in phrase.captions)


def test_a_caption_never_names_the_other_side_or_another_quality():
    rng = np.random.default_rng(3)
    for phrase in (improvise(rng) for _ in range(200)):
        for caption in phrase.captions:
            words = caption.text.replace("straight", "").split()
            for side, other in (("left", "right"), ("right", "left")):
                if side in words and phrase.attributes.direction is None:
                    assert phrase.attributes.side == side, caption.text
                    assert other not in words
            words = _unpictured(caption).split()
            for name in set(ADVERBS) - set(phrase.attributes.qualities):
                assert not any(word in words for word in (*ADJECTIVES[name], name)), caption.text


def test_the_first_caption_claims_everything():
    for seed in range(20):
        assert describe(np.random.default_rng(seed), KICK, 3)[0].claims == KICK


def test_a_caption_claims_what_its_sentence_says_and_nothing_else():
    rng = np.random.default_rng(5)
    phrases = [any_wish(rng) for _ in range(300)]
    for caption in (caption for wish in phrases for caption in describe(rng, decide(rng, wish), 5)):
        claims, text = caption.claims, f" {_unpictured(caption).replace(',', '')} "
        sided = {claims.side, ROTATION.get(str(claims.side))}
        assert bool(claims.side) == bool(sided & set(text.split())), caption
        assert bool(claims.times) == any(saying in caption.text for each in TIMES.values() for saying in each), caption
        for name in ADVERBS:
            told = any(f" {word} " in text for word in (*ADVERBS[name], *ADJECTIVES[name]))
            assert told == (name in claims.qualities), caption


def test_a_sentence_for_three_moves_names_all_three():
    attributes = Attributes(("run", "leap", "pause"))
    for caption in describe(np.random.default_rng(6), attributes, 40):
        for name in attributes.moves:
            words = MOVES[name].words
            verbs = [bent for does in words.does for bent in (does, *(inflected(how, does) for how in BENDS))]
            assert any(saying in caption.text for saying in (*verbs, *words.noun)), caption.text


def test_phrases_of_one_move_need_not_share_a_caption():
    rng = np.random.default_rng(4)
    texts = {describe(rng, KICK, 1)[0].text for _ in range(50)}
    assert len(texts) > 40


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        (KICK, TRUE),
        (Attributes(("kick",)), TRUE),
        (Attributes(("kick",), side="right"), FALSE),
        (Attributes(("kick",), ("sharp",)), FALSE),
        (Attributes(("spin",)), FALSE),
        (Attributes(("spin", "kick")), FALSE),
        (Attributes(("kick",), direction="forward"), UNKNOWN),
        (Attributes(("kick",), times=3), FALSE),
    ],
)
def test_truth(claims, expected):
    assert truth(claims, KICK) == expected


def test_compounds_are_claimed_whole_and_in_order():
    phrase = Attributes(("kick", "spin"))
    assert truth(Attributes(("kick",)), phrase) == UNKNOWN
    assert truth(Attributes(("spin", "kick")), phrase) == FALSE
    assert truth(Attributes(("kick", "spin"), at_once=True), phrase) == UNKNOWN
    assert truth(Attributes(("jump", "spin")), phrase) == FALSE
    longer = Attributes(("spin", "turn", "kick"))
    assert truth(Attributes(("spin", "kick")), longer) == UNKNOWN
    assert truth(Attributes(("kick", "spin")), longer) == FALSE


def test_the_truth_table_is_truth_of_every_pair():
    phrases = [KICK, Attributes(("spin",), side="left"), KICK]
    claims = [Attributes(("kick",)), Attributes(("spin",)), KICK]
    expected = [[truth(claim, phrase) for phrase in phrases] for claim in claims]
    np.testing.assert_array_equal(truth_table(claims, phrases), expected)


@pytest.mark.parametrize(
    ("third", "base", "participle"),
    [
        ("spins", "spin", "spinning"),
        ("raises a hand and waves", "raise a hand and wave", "raising a hand and waving"),
        ("runs along", "run along", "running along"),
        ("does not move", "do not move", "not moving"),
    ],
)
def test_verbs_are_bent_as_english_bends_them(third, base, participle):
    assert inflected("plural_verb", third) == base
    assert inflected("present_participle", third) == participle


def test_no_move_has_a_verb_that_bends_badly():
    for move in MOVES.values():
        for third in move.words.does:
            assert inflected("present_participle", third).split()[0].endswith(("ing", "not")), third
            base = inflected("plural_verb", third).split()[0]
            assert base.endswith("ss") or not base.endswith("s"), third
