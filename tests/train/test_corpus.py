"""Where training phrases come from."""

from dataclasses import replace
from itertools import pairwise, product

import numpy as np
import pytest

from motion.clip import Clip
from train import holdout
from train.batch import STRANGERS, draw
from train.bench.corpus import Pair
from train.caption import FALSE, TRUE, Attributes, Caption, Phrase, truth
from train.corpus import fingerprint, studio
from train.studio.body import Foot
from train.studio.choreographer import ACCENTS, any_wish, choreograph, decide
from train.studio.repertoire import load_moves
from train.studio.rivals import EACH, KINDS, rivals, with_rivals
from train.text_encoder import StemCache, TextEncoder, load_tokenizer

load_moves()


def test_the_studio_makes_the_same_whoever_works():
    one, two = studio(6, seed=4, workers=1), studio(6, seed=4, workers=2)
    assert fingerprint(one) == fingerprint(two)
    assert fingerprint(one) != fingerprint(studio(6, seed=5, workers=1))


def test_a_fingerprint_is_of_all_that_is_learned():
    """Each thing changed by itself is another fingerprint."""
    kick, spin = (Caption(move, Attributes((move,))) for move in ("kick", "spin"))
    as_it_is = Phrase(np.zeros((10, 22, 3), np.float32), kick.claims, (kick,), rivals=(spin,))
    changed = [
        {"positions": as_it_is.positions + 1},
        {"attributes": replace(kick.claims, at_once=True)},
        {"captions": (replace(kick, text="kicks"),)},
        {"captions": (replace(kick, claims=spin.claims),)},
        {"captions": (kick, spin), "rivals": ()},
        {"rivals": ()},
    ]
    found = {fingerprint([each]) for each in (as_it_is, *(replace(as_it_is, **change) for change in changed))}
    assert len(found) == 1 + len(changed)


@pytest.mark.parametrize(
    "make",
    [
        lambda positions: Clip(positions, 20),
        lambda positions: Phrase(positions, Attributes(("kick",)), ()),
        lambda positions: Pair((positions, positions), ("kicks", "spins"), "kick spin"),
        lambda positions: Foot(*[positions] * 4),
    ],
    ids=["clip", "phrase", "pair", "foot"],
)
def test_what_holds_arrays_can_be_looked_up(make):
    """Each is itself alone: arrays have no hash, and two of them compare to no single answer."""
    one, other = (make(np.zeros((10, 22, 3), np.float32)) for _ in range(2))
    assert other not in [one]
    assert [one, other].index(other) == 1
    assert {one: 1, other: 2}[other] == 2


def test_a_sequence_has_rivals_in_another_order():
    rng = np.random.default_rng(0)
    for moves in (("jump", "spin"), ("walk", "spin", "bow")):
        attributes = decide(rng, Attributes(moves, ("light",)))
        found = rivals(rng, attributes)
        assert len({rival.text for rival in found}) == KINDS * EACH
        assert all(sorted(rival.claims.moves) == sorted(moves) for rival in found)
        assert moves not in {rival.claims.moves for rival in found}
        assert {truth(rival.claims, attributes) for rival in found} == {FALSE}


def test_one_move_has_now_and_then_rivals_in_other_qualities():
    rng = np.random.default_rng(0)
    kick = decide(rng, Attributes(("kick",), ("slow",)))
    found = [rivals(rng, kick) for _ in range(60)]
    assert 10 < sum(map(bool, found)) < 30
    assert all(rival.claims.moves == ("kick",) for some in found for rival in some)
    assert {truth(rival.claims, kick) for some in found for rival in some} == {FALSE}
    assert not any(rivals(rng, Attributes(("pause",))) for _ in range(20)), "stillness has no quality"


def test_a_batch_holds_pairs_and_what_is_to_be_told_from_them():
    rng = np.random.default_rng(0)
    wishes = (("jump", "spin"), ("kick",), ("spin", "jump"))
    phrases = [with_rivals(rng, choreograph(rng, Attributes(moves, side="left"), 2)) for moves in wishes]
    phrases = [replace(phrase, rivals=phrase.rivals if index != 1 else ()) for index, phrase in enumerate(phrases)]
    cache = StemCache(TextEncoder(), load_tokenizer())
    strangers = ["quarterly tax report"]
    cache.add(strangers + [each.text for phrase in phrases for each in phrase.captions + phrase.rivals])
    batch = draw(rng, phrases, cache, strangers)
    assert batch.rivals.tolist() == [0, 2]
    assert batch.truth.shape == (len(batch.hidden), len(batch.positions)) == (3 + STRANGERS + 2, 3 + STRANGERS)
    assert batch.truth[:3, :3].diagonal().tolist() == [TRUE] * 3
    assert (batch.truth[3 : 3 + STRANGERS] == FALSE).all()
    assert (batch.truth[:, 3:] == FALSE).all()
    assert batch.truth[-2:, :3].tolist() == [[FALSE, FALSE, TRUE], [TRUE, FALSE, FALSE]]
    own = draw(rng, phrases, cache, [])
    assert (len(own.positions), len(own.hidden), own.truth.shape, len(own.rivals)) == (3, 3, (3, 3), 0)


def test_a_batch_draws_another_rival_each_time():
    rng = np.random.default_rng(0)
    phrase = with_rivals(rng, choreograph(rng, Attributes(("jump", "spin")), 1))
    cache = StemCache(TextEncoder(), load_tokenizer())
    cache.add(["quarterly tax report", *(each.text for each in phrase.captions + phrase.rivals)])
    batches = [draw(rng, [phrase], cache, ["quarterly tax report"]) for _ in range(8)]
    drawn = {batch.hidden[-1][batch.mask[-1].bool()].numpy().tobytes() for batch in batches}
    assert 1 < len(drawn) <= len(phrase.rivals)


def test_rivals_name_nothing_that_is_held_out():
    rng = np.random.default_rng(1)
    told = []
    for _ in range(600):
        own = decide(rng, any_wish(rng))
        told += [replace(each.claims, side=own.side) for each in rivals(rng, own)]
    assert len(told) > 400
    assert {holdout.part(claims) for claims in told if claims.qualities or len(claims.moves) > 1} == {holdout.TRAIN}


def test_a_sequence_of_three_is_held_out_with_any_two_that_follow_one_another():
    three = ("walk", "spin", "bow")
    assert holdout.compositions(Attributes(three)) == ["walk then spin then bow", "walk then spin", "spin then bow"]
    assert holdout.compositions(Attributes(three[:2])) == ["walk then spin"]
    trained = {
        pair
        for moves in product(("walk", "run"), ACCENTS, ("pause", "bow"))
        if holdout.part(Attributes(moves)) == holdout.TRAIN
        for pair in pairwise(moves)
    }
    assert len(trained) > 10
    assert {holdout.part(Attributes(pair)) for pair in trained} == {holdout.TRAIN}
