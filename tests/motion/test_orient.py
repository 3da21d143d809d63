"""Whatever the axes, the unit and the handedness of a file, the same body stands up."""

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from motion import ClipError
from motion.canonical import canonical
from motion.orient import TO_Y_UP, Recording, mirrored, scale_to_metres, up_axis, upright
from motion.rotation import about, rotate
from motion.skeleton import INDEX, JOINTS
from tests.motion.puppet import dance, truth


@pytest.fixture(scope="module")
def body():
    return truth(*dance(40))


@pytest.mark.parametrize("up", TO_Y_UP)
def test_axes_are_turned_and_never_reflected(up):
    matrix = TO_Y_UP[up]
    assert np.linalg.det(matrix) == pytest.approx(1)
    axis = np.eye(3)["XYZ".index(up[-1])] * (-1 if up[0] == "-" else 1)
    np.testing.assert_allclose(matrix @ axis, [0, 1, 0], atol=1e-12)


@pytest.mark.parametrize("up", TO_Y_UP)
def test_any_axis_may_be_up(up, body):
    lying = rotate(TO_Y_UP[up].T, body)
    assert up_axis(lying) == up
    clip = upright(Recording(lying, 30, "array"))
    assert f"{up} up" in clip.reading
    np.testing.assert_allclose(
        canonical(clip).positions, canonical(upright(Recording(body, 30, ""))).positions, atol=1e-5
    )


@pytest.mark.parametrize("up", TO_Y_UP)
@pytest.mark.parametrize("heading", [0, 50])
def test_who_crawls_all_the_time_is_not_stood_up(up, heading):
    crawling = rotate(about("y", heading), crawl())
    assert up_axis(rotate(TO_Y_UP[up].T, crawling)) == up
    clip = canonical(upright(Recording(rotate(TO_Y_UP[up].T, crawling), 30, "array")))
    assert clip.positions[:, INDEX["head"], 1].max() < 0.9


def test_who_climbs_stairs_is_not_laid_down(body):
    assert up_axis(body + np.linspace(0, 1.8, len(body))[:, None, None] * [0, 1, 1]) == "Y"


def crawl(frames: int = 90) -> np.ndarray:
    """On hands and knees, 1.8 metres ahead in three seconds."""
    time = np.linspace(0, 3 * 2 * np.pi, frames)
    turns = [Rotation.from_euler("x", np.zeros((frames, 1)), degrees=True) for _ in JOINTS]
    turns[0] = Rotation.from_euler("x", np.full((frames, 1), 90), degrees=True)
    for side, shift, out in (("left", 0, -90), ("right", np.pi, 90)):
        swing = 15 * np.sin(time + shift)
        turns[INDEX[f"{side}_hip"]] = Rotation.from_euler("x", (-90 + swing)[:, None], degrees=True)
        turns[INDEX[f"{side}_knee"]] = Rotation.from_euler("x", (90 - swing)[:, None], degrees=True)
        arm = np.stack([np.full(frames, out), swing], axis=1)
        turns[INDEX[f"{side}_shoulder"]] = Rotation.from_euler("yx", arm, degrees=True)
    root = np.stack([np.zeros(frames), np.full(frames, 0.42), np.linspace(0, 1.8, frames)], axis=1)
    return truth(root, turns)


@pytest.mark.parametrize(
    ("unit", "per_metre"), [("metres", 1), ("centimetres", 100), ("millimetres", 1000), ("inches", 1 / 0.0254)]
)
@pytest.mark.parametrize("size", [0.8, 1, 1.3])
def test_units_are_told_by_the_legs(unit, per_metre, size, body):
    scale, words = scale_to_metres(body * size * per_metre)
    assert words == unit
    assert scale * per_metre == pytest.approx(1)


def test_an_unknown_unit_is_scaled_to_an_ordinary_leg(body):
    clip = upright(Recording(body * 17.7, 30, "array"))
    assert "scaled by" in clip.reading
    leg = np.linalg.norm(
        np.diff(clip.positions[:, [INDEX[f"left_{part}"] for part in ("hip", "knee", "ankle")]], axis=1), axis=2
    )
    assert leg.sum(axis=1) == pytest.approx(0.83, abs=1e-3)


def test_a_mirrored_file_is_set_right(body):
    """Left-handed axes, or the notebook loaders' flip of Z alone."""
    assert not mirrored(body)
    expected = canonical(upright(Recording(body, 30, ""))).positions
    for flip in ([-1, 1, 1], [1, 1, -1]):
        clip = upright(Recording(body * flip, 30, "array"))
        assert "mirrored axes undone" in clip.reading
        np.testing.assert_allclose(canonical(clip).positions, expected, atol=1e-5)


def test_walking_backward_is_not_mirrored(body):
    assert "mirrored" not in upright(Recording(body[::-1], 30, "array")).reading


@pytest.mark.parametrize("trunk", [60, 100, 150])
@pytest.mark.parametrize("legs", ["under", "ahead"])
def test_a_trunk_over_or_under_the_legs_is_not_mirrored(trunk, legs):
    """A roll-down and a stretch over straight legs, all of the time; and both of a file that is mirrored."""
    turns = [Rotation.identity(8) for _ in JOINTS]
    turns[0] = Rotation.from_euler("x", np.full((8, 1), trunk), degrees=True)
    for side in ("left", "right"):
        turns[INDEX[f"{side}_hip"]] = Rotation.from_euler(
            "x", np.full((8, 1), -trunk - (90 if legs == "ahead" else 0)), degrees=True
        )
    folded = truth(np.tile([0, 0.9, 0], (8, 1)), turns)
    assert not mirrored(folded)
    assert mirrored(folded * [-1, 1, 1])


@pytest.mark.parametrize(("value", "says"), [(0, "legs"), (np.nan, "not finite"), (1e12, "a billion")])
def test_what_is_no_body_is_refused(value, says):
    with pytest.raises(ClipError, match=says):
        upright(Recording(np.full((3, 22, 3), value), 30, ""))


@pytest.mark.parametrize("far", [1e5, 5e6])
def test_a_place_on_a_map_costs_nothing(far, body):
    """Such as metres east and north."""
    near = upright(Recording(body, 30, "")).positions
    away = upright(Recording(body + far * np.array([1, 0, 1]), 30, "")).positions
    np.testing.assert_allclose(away, near, atol=1e-5)
