import numpy as np
import pytest

from motion.resample import resample


@pytest.mark.parametrize("fps", [12.5, 24, 25, 30, 35, 60, 119.88, 120, 240])
def test_duration_is_kept(fps):
    frames = int(fps * 3)
    assert len(resample(np.zeros((frames, 22, 3)), fps, 20)) == pytest.approx((frames - 1) / fps * 20 + 1, abs=1)


@pytest.mark.parametrize(("fps", "tolerance"), [(12.5, 0.04), (25, 0.01), (30, 0.006), (35, 0.004), (120, 0.05)])
def test_a_wave_keeps_its_shape(fps, tolerance):
    """A 2 Hz wave, as fast as hands wave, against the sine itself; 120 fps is also averaged over 7 frames."""
    wave = np.sin(2 * np.pi * 2 * np.arange(int(fps * 4)) / fps)
    new = resample(wave, fps, 20)
    expected = np.sin(2 * np.pi * 2 * np.arange(len(new)) / 20)
    np.testing.assert_allclose(new[3:-3], expected[3:-3], atol=tolerance)


def test_same_rate_and_single_frames_are_untouched():
    values = np.random.default_rng(0).normal(size=(7, 2))
    assert resample(values, 20, 20) is values
    assert len(resample(values[:1], 120, 20)) == 1


def test_noise_does_not_alias():
    noise = np.random.default_rng(0).normal(size=(2400, 3))
    assert resample(noise, 240, 20).std() < 0.4


def test_dtype_is_kept():
    assert resample(np.zeros((30, 3), dtype=np.float32), 30, 20).dtype == np.float32
