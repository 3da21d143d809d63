import numpy as np
import pytest

from motion import Clip, ClipError
from motion.canonical import FPS, SOLE, canonical, face_forward, heading
from motion.rotation import about, rotate
from motion.skeleton import FEET, INDEX
from tests.motion.puppet import dance, truth


@pytest.fixture(scope="module")
def clip():
    return Clip(truth(*dance(60)), 30)


def test_first_frame_faces_ahead_above_the_origin(clip):
    first = canonical(clip).positions[:1]
    np.testing.assert_allclose(first[0, 0, [0, 2]], 0, atol=1e-6)
    assert heading(first)[0] == pytest.approx(0, abs=1e-6)
    assert first[0, INDEX["left_hip"], 0] > first[0, INDEX["right_hip"], 0]


def test_the_floor_is_under_the_feet(clip):
    lowest = canonical(clip).positions[:, FEET, 1].min(axis=1)
    assert np.percentile(lowest, 5) == pytest.approx(SOLE, abs=0.002)


def test_a_handstand_is_above_the_floor(clip):
    inverted = rotate(about("x", 180), clip.positions.astype(float))
    assert canonical(Clip(inverted, 30)).positions[..., 1].min() > -SOLE


def test_rate_and_duration(clip):
    assert canonical(clip).fps == FPS
    assert len(canonical(clip)) == 40


def test_hours_of_dance_are_refused():
    """At one frame a second, a small file would become a very long clip."""
    with pytest.raises(ClipError, match=r"found 3\.0 hours of dance; accepted are up to 2"):
        canonical(Clip(np.broadcast_to(truth(*dance(2))[:1], (10800, 22, 3)), 1))


def test_place_and_facing_do_not_matter(clip):
    moved = Clip(rotate(about("y", 130), clip.positions.astype(float)) + np.array([3, 1, -2]), clip.fps)
    np.testing.assert_allclose(canonical(moved).positions, canonical(clip).positions, atol=1e-5)


def test_canonical_of_canonical_is_itself(clip):
    once = canonical(clip)
    np.testing.assert_allclose(canonical(once).positions, once.positions, atol=1e-5)


def test_heading_grows_to_the_left(clip):
    turned = rotate(about("y", 40), clip.positions.astype(float))
    np.testing.assert_allclose(np.degrees(heading(turned) - heading(clip.positions)), 40, atol=1e-3)


def test_height_is_kept_when_facing_ahead(clip):
    np.testing.assert_allclose(face_forward(clip.positions)[..., 1], clip.positions[..., 1], atol=1e-6)
