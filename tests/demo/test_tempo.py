"""Accents onto beats: a curve of time that rises, is smooth, and keeps within limits."""

import numpy as np
import pytest

from demo.compose.hold import FASTEST, SLOWEST
from demo.compose.tempo import on_beat


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("bpm", [60, 100, 170])
def test_accents_land_on_beats(seed, bpm):
    """Accents half a second apart, give or take: each that can, shows on a beat (or part of one) of the new dance."""
    rng = np.random.default_rng(seed)
    marks = np.cumsum(rng.integers(8, 13, size=16))
    times = on_beat(marks, marks[-1] + 20, bpm, {})
    assert (np.diff(times) > 0).all()
    speed = np.diff(times)
    assert speed.min() > 0.5 * SLOWEST
    assert speed.max() < 1.5 * FASTEST
    shown = np.interp(marks, times, np.arange(len(times)))
    beat = 60 * 20 / bpm
    while beat > 1.6 * np.median(np.diff(marks)):
        beat /= 2
    off = np.abs((shown + beat / 2) % beat - beat / 2)
    assert np.mean(off < 0.5) > 0.7


def test_a_dance_on_the_beat_is_left_alone():
    marks = np.arange(10, 200, 10)
    np.testing.assert_allclose(on_beat(marks, 211, 120, {}), np.arange(211), atol=1e-6)


def test_without_accents_time_runs_on():
    np.testing.assert_allclose(on_beat(np.array([], dtype=int), 40, 100, {}), np.arange(40))


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("ends", [150, 190])
def test_what_has_a_length_lasts_so_long(seed, ends):
    """Of 190 frames the second 50 or 90 are to last 60, and do; before and after them accents keep to the beat."""
    rng = np.random.default_rng(seed)
    marks = np.cumsum(rng.integers(8, 13, size=16))
    times = on_beat(marks, 190, 120, {(100, ends): 60})
    assert (np.diff(times) > 0).all()
    begin, end = np.interp([100, min(ends, 189)], times, np.arange(len(times)))
    assert begin % 10 == pytest.approx(0, abs=0.5)
    assert end - begin == pytest.approx(60 - (ends == 190), abs=0.5)


def test_a_length_that_no_speed_allows_is_kept_too():
    times = on_beat(np.arange(10, 100, 10), 100, 120, {(0, 100): 20})
    np.testing.assert_allclose(times, np.linspace(0, 99, 20))


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("bpm", [50, 120, 200])
def test_what_has_no_length_lasts_a_whole_number_of_beats_at_a_speed_that_is_allowed(seed, bpm):
    marks = np.cumsum(np.random.default_rng(seed).integers(8, 13, size=16))
    times = on_beat(marks, 190, bpm, {(0, 70): None, (70, 190): None})
    beats = np.interp([70, 189], times, np.arange(len(times))) / (60 * 20 / bpm)
    assert abs(beats[0] - round(beats[0])) < 0.02
    assert len(times) == np.ceil(round(len(times) / (60 * 20 / bpm)) * 60 * 20 / bpm)
    for start, stop, length in ((0, beats[0], 70), (beats[0], len(times) / (60 * 20 / bpm), 120)):
        assert length / FASTEST <= (stop - start) * 60 * 20 / bpm + 1
        assert (stop - start) * 60 * 20 / bpm - 1 <= length / SLOWEST
