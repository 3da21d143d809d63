"""A floor that slopes is laid level where somebody walks along it, and a level one stays as it is."""

import numpy as np
import pytest

from motion import Clip, load
from motion.level import level
from motion.recording import Told
from motion.rotation import about, rotate
from motion.skeleton import INDEX
from tests.motion.walker import squat, walk

FPS = 30
WALK = walk(300)
"""5.5 m."""
SAID = "a floor that slopes by 4.0 degrees laid level"


def sloped(body: np.ndarray, degrees: float, towards: float = 0.0) -> np.ndarray:
    turn = about("y", towards)
    return rotate(turn @ about("x", degrees) @ turn.T, body)


@pytest.mark.parametrize("degrees", [4, -9, 14])
@pytest.mark.parametrize("towards", [0, 40])
def test_a_slope_is_laid_level(degrees, towards):
    body = WALK
    found = level(Clip(sloped(body, degrees, towards), FPS)).positions
    heights = found[..., 1] - found[0, 0, 1] - body[..., 1] + body[0, 0, 1]
    assert np.abs(heights).max() < 0.02, "m"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(WALK, id="level"),
        pytest.param(sloped(WALK, 0.3), id="hardly"),
        pytest.param(sloped(WALK, 25), id="no floor to stand on"),
        pytest.param(sloped(WALK, 8, 90), id="across the slope"),
        pytest.param(sloped(squat(), 8), id="on the spot"),
        pytest.param(WALK[:1], id="one frame"),
    ],
)
def test_others_stay_as_they_are(body):
    clip = Clip(body, FPS)
    assert level(clip) is clip


def test_a_foot_in_the_air_is_not_on_the_floor():
    body = WALK.copy()
    body[:40, INDEX["left_foot"], 1] += 0.4  # held up before it walks
    found = level(Clip(sloped(body, 6), FPS)).positions
    assert np.abs(np.diff((found - body)[:, INDEX["head"], 1])).max() < 0.005


def test_it_is_said(tmp_path):
    for degrees in (0, 4):
        np.save(tmp_path / "a.npy", sloped(WALK, degrees))
        assert (SAID in load(tmp_path / "a.npy").reading) == (degrees > 0)
        assert SAID not in load(tmp_path / "a.npy", Told(up="Y")).reading, "whoever knows which way is up"
