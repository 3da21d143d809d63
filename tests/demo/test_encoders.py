"""The encoders as shipped: the same numbers as PyTorch had at export, and no text that brings them down."""

import numpy as np
import pytest

from demo.encoders import MODELS, Encoders
from motion.command import InputError
from motion.contract import MAX_FRAMES, MIN_FRAMES
from tests.demo.puppet import puppet

TOLERANCE = 1e-4
"""The gate of the export; float32 sums in another order differ by about 1e-6."""


@pytest.fixture(scope="module")
def golden() -> dict[str, np.ndarray]:
    with np.load(MODELS / "golden.npz", allow_pickle=False) as file:
        return dict(file)


def test_dances_match_pytorch(encoders, golden):
    phrases = [frames[:length] for frames, length in zip(golden["positions"], golden["lengths"], strict=True)]
    np.testing.assert_allclose(encoders.encode_dance(phrases), golden["dance_embedding"], atol=TOLERANCE)
    alone = np.concatenate([encoders.encode_dance([phrase]) for phrase in phrases])
    np.testing.assert_allclose(alone, golden["dance_embedding"], atol=TOLERANCE)


def test_texts_match_pytorch(encoders, golden):
    found = encoders.encode_tokens(golden["input_ids"], golden["attention_mask"])
    np.testing.assert_allclose(found, golden["text_embedding"], atol=TOLERANCE)


@pytest.mark.parametrize("said", ["Counter-clockwise", "counter clockwise", "anti-clockwise"])
def test_a_turn_in_two_words_goes_the_way_of_one(encoders, said):
    one = encoders.encode_text([f"spin {said.replace('-', '').replace(' ', '')}"])
    np.testing.assert_array_equal(encoders.encode_text([f"spin {said}"]), one)


@pytest.mark.parametrize(
    ("noted", "said"),
    [
        ("kick (R)", "kick right"),
        ("(L) arm circle", "left arm circle"),
        ("step R, touch L.", "step right, touch left."),
        ("raise the l arm", "raise the left arm"),
        ("R&B, L/R, R. Kelly, I'll", "R&B, L/R, R. Kelly, I'll"),
    ],
)
def test_sides_as_dance_notes_have_them(encoders, noted, said):
    np.testing.assert_array_equal(encoders.encode_text([noted]), encoders.encode_text([said]))


def test_strange_words_are_those_in_pieces(encoders):
    text = "Do the mooonwalk, hooping; 💃 plié"
    assert [text[where] for where in encoders.strange(text)] == ["mooonwalk", "plié"]


def test_unit_length_in_one_space(encoders):
    texts = encoders.encode_text(["a kick", "a much longer sentence about somebody who turns around and around " * 9])
    dances = encoders.encode_dance([puppet(frames).positions for frames in (MIN_FRAMES, 60, MAX_FRAMES)])
    assert texts.shape[1] == dances.shape[1]
    assert texts.dtype == dances.dtype == np.float32
    for rows in (texts, dances):
        np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)


def test_batches_do_not_matter(encoders):
    texts = [f"kick number {number}" for number in range(130)]
    np.testing.assert_allclose(encoders.encode_text(texts)[-1:], encoders.encode_text(texts[-1:]), atol=TOLERANCE)


@pytest.mark.parametrize("text", ["", "   \n\t", "\u200b", "\x00\x01"])
def test_text_without_words(encoders, text):
    with pytest.raises(InputError, match="no words"):
        encoders.encode_text(["a kick", text])


@pytest.mark.parametrize(
    "text",
    ["💃🕺", "kick \ud800", "<script>alert(1)</script>", "${1}`{{x}}", "a" * 10**6, "踢腿", "'; DROP--", "\x00kick"],
)
def test_any_other_text(encoders, text):
    assert np.isfinite(encoders.encode_text([text])).all()


@pytest.mark.parametrize(
    ("text", "known"),
    [("a kick", True), ("💃 kick", True), ("💃🕺✨", False), ("", False)]
    + [(text, False) for text in (".", "???", "#", "100%", "12:30", "xyz", "qqqqqqqq")]
    + [(text, True) for text in ("pirouette", "twirls", "chassé", "dab", "headbanging", "step 1")],
)
def test_whether_any_word_is_known(encoders, text, known):
    assert encoders.knows(text) == known


def test_how_much_of_a_text_is_read(encoders):
    assert encoders.reach("a kick") == 6
    text = "kick " * 100
    read = encoders.reach(text)
    assert 0 < read < len(text)
    read_alone, and_more = encoders.encode_text([text[:read], text[:read] + " and then a waltz"])
    np.testing.assert_allclose(read_alone, and_more, atol=TOLERANCE)
    assert encoders.reach("a" * 2000) < 2000
    assert encoders.reach("") == 0


def test_models_missing(tmp_path):
    with pytest.raises(InputError, match="python -m export"):
        Encoders(tmp_path).encode_text(["a kick"])
