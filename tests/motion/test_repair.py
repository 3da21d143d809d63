"""Gaps, spikes and empty ends, on points whose true places are known."""

import numpy as np
import pytest

from motion import ClipError
from motion.repair import mend
from motion.skeleton import INDEX, JOINTS
from tests.motion.effort import little_effort
from tests.motion.puppet import dance, truth

FPS = 30
HAND = INDEX["left_wrist"]


@pytest.fixture(scope="module")
def points():
    """Four seconds, one cycle of every joint."""
    return truth(*dance(120))


def test_what_is_whole_is_left_alone(points):
    found, words = mend(points, FPS, JOINTS)
    np.testing.assert_array_equal(found, points)
    assert words == ""


@pytest.mark.parametrize("scale", [1, 1000])
@pytest.mark.parametrize("gone", [np.nan, np.inf])
def test_short_gaps_are_filled_smoothly(scale, gone, points):
    """Within a centimetre, over 0.3 s of a leg's step."""
    torn = points * scale
    torn[50:59, INDEX["left_ankle"]] = gone
    torn[80, 3, 1] = gone
    found, words = mend(torn, FPS, JOINTS)
    assert words == "2 gaps of at most 0.30 s filled"
    np.testing.assert_allclose(found / scale, points, atol=0.01)


def test_straight_motion_is_filled_exactly():
    line = np.arange(40)[:, None, None] * np.array([[0.01, 0.02, 0]]) + np.random.default_rng(0).normal(size=(1, 5, 3))
    torn = line.copy()
    torn[10:20, 2] = np.nan
    np.testing.assert_allclose(mend(torn, FPS, "abcde")[0], line, atol=1e-12)


@pytest.mark.parametrize("place", [0, [3, 0.2, 1]], ids=["at the origin", "elsewhere"])
def test_a_frame_with_all_points_in_one_place_was_lost(place, points):
    torn = points.copy()
    torn[50:54] = place
    found, words = mend(torn, FPS, JOINTS)
    assert words == "22 gaps of at most 0.13 s filled"
    np.testing.assert_allclose(found, points, atol=0.005)


@pytest.mark.parametrize("first", [0, 50])
def test_a_point_that_jumps_to_the_origin_was_lost(first, points):
    torn = points.copy()
    torn[first : first + 4, [HAND, 7]] = 0
    found, words = mend(torn, FPS, JOINTS)
    assert words == "2 gaps of at most 0.13 s filled" if first else "0.13 s cut at the ends" in words
    np.testing.assert_allclose(found, points if first else points[4:], atol=0.005)


def test_lost_frames_at_the_ends_are_cut(points):
    torn = points.copy()
    torn[:12] = torn[-3:] = 0
    found, words = mend(torn, FPS, JOINTS)
    np.testing.assert_array_equal(found, points[12:-3])
    assert words == "0.50 s cut at the ends, where not all points are there"


def test_what_is_measured_from_the_hips_may_lose_frames(points):
    centred = points - points[:, :1]
    torn = centred.copy()
    torn[50:54] = 0
    found, words = mend(torn, FPS, JOINTS)
    assert words == "22 gaps of at most 0.13 s filled"
    np.testing.assert_allclose(found, centred, atol=0.005)


@pytest.mark.parametrize(
    "origin",
    [lambda points: points[:, :1], lambda points: points[:1, :1], lambda points: points[60, 7]],
    ids=["the hips", "where the hips begin", "where a foot passes"],
)
def test_a_point_that_belongs_at_the_origin_stays(origin, points):
    placed = points - origin(points)
    found, words = mend(placed, FPS, JOINTS)
    np.testing.assert_array_equal(found, placed)
    assert words == ""


def test_points_that_are_always_in_one_place_are_no_gap():
    assert mend(np.zeros((5, 3, 3)), FPS, "abc")[1] == ""


def test_a_longer_gap_is_filled_from_stiff_neighbours(points):
    """A marker on a shin among three others there."""
    knee, ankle = points[:, INDEX["left_knee"]], points[:, INDEX["left_ankle"]]
    side = np.cross(knee - ankle, [0, 0, 1.0])
    shin = np.stack([knee, ankle, knee + side * 0.1, (knee + ankle) / 2 + side * 0.2], axis=1)
    torn = np.concatenate([points, shin], axis=1)
    torn[40:80, 25] = np.nan
    torn[100:, 25] = np.nan
    found, words = mend(torn, FPS, [*JOINTS, "a", "b", "c", "d"])
    assert words == "2 longer gaps filled from the points around"
    np.testing.assert_allclose(found[:, 25], shin[:, 3], atol=0.005)


def test_a_longer_gap_of_a_loose_point_is_refused():
    """A hand that goes its own way: nobody knows where it was."""
    rng = np.random.default_rng(0)
    torn = np.cumsum(rng.normal(size=(120, 6, 3)), axis=0) * 0.1
    torn[40:60, 3] = np.nan
    with pytest.raises(ClipError, match=r"found d missing for 0\.7 s; a gap of up to 0\.5 s can be filled\."):
        mend(torn, FPS, list("abcdef"))


def test_ends_without_data_are_cut(points):
    torn = points.copy()
    torn[:6, 4] = np.nan
    torn[-3:, 9] = np.nan
    found, words = mend(torn, FPS, JOINTS)
    np.testing.assert_array_equal(found, points[6:-3])
    assert words == "0.30 s cut at the ends, where not all points are there"


@pytest.mark.parametrize("fps", [20, 30, 120])
def test_a_spike_is_removed(fps, points):
    torn = points.copy()
    torn[60, HAND] += [0.3, 0.3, 0]
    torn[62, HAND] -= 0.3
    found, words = mend(torn, fps, JOINTS)
    assert words == "2 spikes removed"
    np.testing.assert_allclose(found, points, atol=0.005)


def test_a_jump_that_stays_is_motion(points):
    jump = points.copy()
    jump[60:] += 0.5
    assert mend(jump, FPS, JOINTS)[1] == ""


def test_a_hand_that_shakes_fast_is_no_spike(points):
    """5 Hz, 10 cm either way: as fast as hands go."""
    shaken = points.copy()
    shaken[:, HAND, 1] += 0.1 * np.sin(2 * np.pi * 5 * np.arange(120) / FPS)
    assert mend(shaken, FPS, JOINTS)[1] == ""


def test_a_point_that_is_never_there_is_named(points):
    torn = points.copy()
    torn[:, [3, 7]] = np.nan
    with pytest.raises(ClipError, match=f"no place of {JOINTS[3]}, {JOINTS[7]} in any frame"):
        mend(torn, FPS, JOINTS)


def test_points_that_never_meet_are_refused(points):
    torn = points[:, :2].copy()
    torn[:60, 0] = np.nan
    torn[60:, 1] = np.nan
    with pytest.raises(ClipError, match="no frame that has all of a, b"):
        mend(torn, FPS, ["a", "b"])


def test_the_input_is_not_changed(points):
    torn = points.copy()
    torn[50, 3] = np.nan
    kept = torn.copy()
    mend(torn, FPS, JOINTS)
    np.testing.assert_array_equal(torn, kept)


def test_a_recording_full_of_holes_costs_linear_time():
    torn = np.random.default_rng(0).normal(size=(20_000, 50, 3))
    torn[1:-1:2] = np.nan
    torn[5000:5100, 0] = np.nan
    with little_effort(), pytest.raises(ClipError):
        mend(torn, FPS, [str(i) for i in range(50)])
