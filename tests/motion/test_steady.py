"""Trembling is smoothed, and only that."""

import numpy as np
import pytest

from motion import Clip, load
from motion.resample import resample
from motion.skeleton import INDEX, JOINTS
from motion.steady import steadied, trembling
from tests.motion.puppet import dance, truth


@pytest.fixture(scope="module")
def body():
    return truth(*dance(90))


@pytest.fixture
def noise(body):
    return np.random.default_rng(0).normal(size=body.shape)


@pytest.mark.parametrize("size", [0.006, 0.02])
def test_trembling_is_measured(body, noise, size):
    assert trembling(body + size * noise) == pytest.approx(size, rel=0.15)


@pytest.mark.parametrize("fps", [20, 30, 60])
def test_trembling_is_smoothed(body, noise, fps):
    found, still = (steadied(Clip(body + each, fps)).positions for each in (0.02 * noise, 0))
    away = found - resample(still, fps, 20)
    assert np.linalg.norm(away, axis=2).mean() < 0.014, "from 3.2 cm"
    assert np.linalg.norm(np.diff(away, axis=0), axis=2).mean() < 0.01, "from 4.5 cm"


def test_smoothing_is_said(tmp_path, body, noise):
    for size in (0, 0.02):
        np.save(tmp_path / "a.npy", body + size * noise)
        assert ("metres, trembling by" in load(tmp_path / "a.npy").reading) == (size > 0)


def test_a_joint_that_is_fast_keeps_its_way(body, noise):
    """Three waves a second of 60 cm, where the others rest."""
    wave = np.zeros_like(body)
    wave[:, INDEX["left_wrist"], 1] = 0.3 * np.sin(np.arange(len(body)) * 2 * np.pi * 3 / 20)
    found = steadied(Clip(body + wave + 0.01 * noise, 20)).positions - body
    assert np.ptp(found[:, INDEX["left_wrist"], 1]) > 0.5
    assert np.abs(found[:, INDEX["right_hip"]]).mean() < 0.006


@pytest.mark.parametrize("shaken", ["left_wrist left_elbow right_wrist right_elbow left_shoulder right_shoulder", ""])
def test_what_only_some_joints_do_is_motion(body, noise, shaken):
    joints = [INDEX[name] for name in shaken.split()]
    clip = Clip(body + 0.03 * noise * np.isin(np.arange(len(JOINTS)), joints)[:, None], 20)
    assert steadied(clip) is clip


@pytest.mark.parametrize(("frames", "fps"), [(15, 20), (90, 12.5)])
def test_too_little_to_know_is_left(body, noise, frames, fps):
    clip = Clip((body + 0.02 * noise)[:frames], fps)
    assert steadied(clip) is clip
