"""Why a dance was found: words are credited by the encoder, so these are texts about which there is no doubt."""

import numpy as np
import pytest

from demo import why as module
from demo.why import LEAST, MOST, Why


@pytest.fixture(scope="module")
def why(encoders, labels):
    return Why(encoders, labels)


def _dance(*moves: str, qualities: tuple = (), side: str | None = None, direction: str | None = None) -> dict:
    return {"attributes": {"moves": list(moves), "qualities": list(qualities), "side": side, "direction": direction}}


def _matched(why: Why, text: str, dance: dict) -> dict[str, list[str]]:
    (found,) = why.explain(text, [dance])
    return {each["attribute"]: each["words"] for each in found["matched"]}


def test_words_go_to_what_they_name(why):
    found = _matched(why, "slow spin with a kick", _dance("spin", "kick", qualities=("slow",), side="left"))
    assert found == {"spin": ["spin"], "kick": ["kick"], "slow": ["slow"], "left": []}


def test_not_by_spelling(why):
    assert _matched(why, "the dancer whirls", _dance("spin"))["spin"] == ["whirls"]
    assert "behind" in _matched(why, "one leg stretched out behind", _dance("arabesque"))["arabesque"]


def test_two_words_for_one_thing_share_it(why):
    assert {"punch", "fist"} <= set(_matched(why, "a punch with the fist", _dance("punch"))["punch"])


def test_small_words_have_no_credit(why):
    words, first, last = why.credit("The slow spin with a kick")
    assert words == ["slow", "spin", "kick"]
    assert len(first) == len(last) == 3


def test_a_word_does_not_match_the_opposite(why):
    assert _matched(why, "slow kick", _dance("kick", qualities=("fast",))) == {"kick": ["kick"], "fast": []}
    assert _matched(why, "kick to the left", _dance("kick", side="right"))["right"] == []
    assert _matched(why, "kick to the left", _dance("kick", side="left"))["left"] == ["left"]


def test_a_turn_alone_asks_for_no_direction(why):
    for text, move in (("slow spin with a kick", "spin"), ("turn slowly", "turn")):
        for way in ("clockwise", "counterclockwise"):
            assert _matched(why, text, _dance(move, direction=way))[way] == []
    for way in ("clockwise", "forward", "backward"):
        assert _matched(why, f"a turn {way}", _dance("turn", direction=way))[way] == [way]


def test_what_is_asked_and_not_there(why):
    asked = "waltz to the left"
    assert why.explain(asked, [_dance("waltz")])[0]["unmatched"] == ["left"]
    assert why.explain(asked, [_dance("waltz", side="left")])[0]["unmatched"] == []


def test_a_dance_that_nobody_described(why):
    assert why.explain("kick", [{"attributes": {}}])[0]["matched"] == []


def test_attributes_outside_the_vocabulary_are_left_out(why):
    assert _matched(why, "kick", _dance("my_own_move", "kick")) == {"kick": ["kick"]}


@pytest.mark.parametrize("text", ["💃", "踢腿", "<b>", "a", "'; --", "\ud800 kick"])
def test_any_text(why, text):
    (found,) = why.explain(text, [_dance("kick", qualities=("slow",), side="left", direction="forward")])
    assert [each["attribute"] for each in found["matched"]] == ["kick", "slow", "left", "forward"]


def test_one_word_alone_is_its_own_first_and_last(why):
    words, first, last = why.credit("kick")
    assert words == ["kick"]
    np.testing.assert_array_equal(first, last)
    assert first[0, why.column["kick"]] > LEAST


def test_a_long_text_is_cut(why):
    words, first, last = why.credit("kick and spin " * 40)
    assert len(words) == MOST
    assert first.shape == last.shape == (MOST, len(why.attributes))


def test_words_that_recur_are_encoded_once(encoders, labels):
    asked = []

    class Counting:
        def encode_text(self, texts: list[str]) -> np.ndarray:
            asked.extend(texts)
            return encoders.encode_text(texts)

    counted = Why(Counting(), labels)
    before = counted.credit("slow slow kick")[1]
    asked.clear()
    after = counted.credit("kick slow")[1]
    assert not {"kick", "slow"} & set(asked)
    np.testing.assert_array_equal(after, before[[2, 0]])


def test_few_words_are_kept(encoders, labels, monkeypatch):
    monkeypatch.setattr(module, "KNOWN", 3)
    why = Why(encoders, labels)
    for text in ("kick spin", "jump turn", "kick", "x" * 5000 + " wave"):
        why.credit(text)
    assert list(why._known) == ["turn", "kick", "x" * 1000]
