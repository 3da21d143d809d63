"""Accents onto beats: a curve of time that rises, is smooth, and keeps within limits."""

import numpy as np
import pytest

from demo.compose.tempo import FASTEST, SLOWEST, on_beat


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("bpm", [60, 100, 170])
def test_accents_land_on_beats(seed, bpm):
    """Accents half a second apart, give or take: each that can, shows on a beat (or part of one) of the new dance."""
    rng = np.random.default_rng(seed)
    marks = np.cumsum(rng.integers(8, 13, size=16))
    times = on_beat(marks, marks[-1] + 20, bpm)
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
    np.testing.assert_allclose(on_beat(marks, 211, 120), np.arange(211), atol=1e-6)


def test_without_accents_time_runs_on():
    np.testing.assert_allclose(on_beat(np.array([], dtype=int), 40, 100), np.arange(40))
