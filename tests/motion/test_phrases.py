import numpy as np
import pytest

from motion import Clip, ClipError
from motion.canonical import canonical, heading
from motion.contract import MIN_FRAMES
from motion.phrases import cut_phrases, pad, phrase_bounds
from tests.motion.puppet import dance, truth


def test_windows_cover_the_clip_and_end_with_it():
    assert phrase_bounds(50, 200, 100) == [(0, 50)]
    assert phrase_bounds(200, 200, 100) == [(0, 200)]
    assert phrase_bounds(430, 200, 100) == [(0, 200), (100, 300), (200, 400), (230, 430)]


@pytest.mark.parametrize("frames", [201, 299, 300, 301, 555])
def test_no_frame_is_lost(frames):
    covered = {frame for start, stop in phrase_bounds(frames, 200, 100) for frame in range(start, stop)}
    assert covered == set(range(frames))


def test_each_phrase_starts_ahead_at_the_origin():
    clip = canonical(Clip(truth(*dance(90)), 20))
    phrases = cut_phrases(clip, length=40, hop=20)
    assert [len(phrase) for phrase in phrases] == [40, 40, 40, 40]
    for phrase in phrases:
        np.testing.assert_allclose(phrase[0, 0, [0, 2]], 0, atol=1e-6)
        assert heading(phrase[:1])[0] == pytest.approx(0, abs=1e-6)


def test_a_clip_too_short_is_refused():
    with pytest.raises(ClipError, match=r"0\.45 seconds"):
        cut_phrases(Clip(np.zeros((MIN_FRAMES - 1, 22, 3)), 20))


def test_padding_is_zero_and_lengths_are_kept():
    positions, lengths = pad([np.ones((3, 22, 3)), np.ones((5, 22, 3))])
    assert positions.shape == (2, 5, 22, 3)
    assert positions.dtype == np.float32
    assert lengths.tolist() == [3, 5]
    assert positions[0, 3:].sum() == 0
