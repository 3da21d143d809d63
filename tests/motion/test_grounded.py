"""Bodies that were measured from their hips stand again where they stood; others are left alone."""

import numpy as np
import pytest

from motion import Clip, load
from motion.canonical import canonical
from motion.grounded import grounded, hips_never_move
from motion.rotation import about, rotate
from motion.skeleton import INDEX
from tests.motion.puppet import dance, truth, write_bvh
from tests.motion.walker import SIDES, squat, turned, walk

FPS = 30
SAID = "hips that never move put above the foot that stands"


def middle(body: np.ndarray) -> np.ndarray:
    return body[:, [INDEX["left_hip"], INDEX["right_hip"]]].mean(axis=1, keepdims=True)


ROOTS = {
    "the middle of the hips": middle,
    "the pelvis": lambda body: body[:, :1],
    "the waist": lambda body: middle(body) + 2 * (body[:, :1] - middle(body)),
}


@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_a_squat_goes_down_again(root):
    """The pelvis to a centimetre: the toes' joint turns a little above the floor."""
    body = squat()
    clip = grounded(Clip(body - root(body), FPS, "array, metres."))
    np.testing.assert_allclose(canonical(clip).positions, canonical(Clip(body, FPS)).positions, atol=0.01)
    assert np.ptp(clip.positions[:, 0, 1]) > 0.25
    assert clip.reading == f"array, metres, {SAID}."


@pytest.mark.parametrize("heading", [0, 130])
@pytest.mark.parametrize("root", ROOTS.values(), ids=ROOTS)
def test_a_walk_goes_ahead_again_and_smoothly(root, heading):
    """To an eighth, since both feet are as near to the floor while weight goes over, and never faster than in truth."""
    body = rotate(about("y", heading), walk())
    clip = grounded(Clip(body - root(body), FPS))
    found, true = (each[:, 0] - each[0, 0] for each in (clip.positions, body))
    assert np.linalg.norm(true[-1]) > 2
    np.testing.assert_allclose(found, true, atol=np.linalg.norm(true[-1]) / 8)
    paces = [np.linalg.norm(np.diff(path, axis=0), axis=1) for path in (found, true)]
    assert paces[0].max() < paces[1].max() + 0.001


def test_hips_that_move_are_left_alone():
    for body in (squat(), walk(), truth(*dance(60))):
        clip = Clip(body, FPS, "array, metres.")
        assert grounded(clip) is clip


def test_who_stands_still_and_moves_the_arms_stays_the_same():
    body = np.repeat(truth(*dance(1)), 60, axis=0)
    wave = np.sin(np.linspace(0, 12, 60))[:, None]
    body[:, [INDEX["left_wrist"], INDEX["right_wrist"]], 1] += 0.2 * wave
    body[:, [INDEX["left_hip"], INDEX["right_foot"]], 0] += 0.0005 * wave
    assert hips_never_move(body)
    clip = Clip(body, FPS, "array, metres.")
    assert grounded(clip) is clip


def test_who_lies_and_cycles_with_the_legs_stays_the_same():
    """Feet on high, back on the floor."""
    phase = np.linspace(0, 4 * np.pi, 90)
    joints = {"pelvis": np.full(90, -90.0)}
    for side, shift in zip(SIDES, (0, np.pi), strict=True):
        joints |= {f"{side}_hip": -80 + 20 * np.sin(phase + shift), f"{side}_knee": 50 + 30 * np.cos(phase + shift)}
    body = truth(np.zeros((90, 3)), turned(90, **joints))
    clip = Clip(body, FPS, "array, metres.")
    assert hips_never_move(body)
    assert grounded(clip) is clip


def test_a_body_that_leans_from_its_ankles_has_hips_that_move():
    """All of it turns about one point, which is no root."""
    lean = 8 * np.sin(np.linspace(0, 12, 90))
    body = truth(np.zeros((90, 3)), turned(90, pelvis=lean))
    assert not hips_never_move(body - body[:, [INDEX["left_ankle"]]])


@pytest.mark.parametrize(("metres", "never"), [(0.01, True), (0.03, False)])
def test_hips_are_still_to_a_centimetre(metres, never):
    body = squat()
    shake = metres * np.sin(np.arange(90))[:, None, None] * [0.5, 0.5, 0.7]
    assert hips_never_move(body - middle(body) + shake) == never


def test_hips_that_tremble_are_still():
    """A root measured from itself, every joint three millimetres beside its place."""
    body = walk()
    body = body + np.random.default_rng(0).normal(scale=0.003, size=body.shape)
    assert hips_never_move(body - middle(body) + 0.003 * np.random.default_rng(1).normal(size=(len(body), 1, 3)))


def test_one_frame_is_left_alone():
    clip = Clip(squat()[:1], FPS)
    assert grounded(clip) is clip


def test_a_file_says_that_it_was_done(tmp_path):
    body = walk()
    np.save(tmp_path / "a.npy", rotate(about("x", 90), body - middle(body)) * 1000)
    np.save(tmp_path / "b.npy", body)
    clip = load(tmp_path / "a.npy")
    assert SAID in clip.reading
    assert clip.positions[-1, 0, 2] > 1.8
    assert "hips" not in load(tmp_path / "b.npy").reading


def test_a_bvh_file_whose_root_stays_walks_ahead(tmp_path):
    root, turns = dance(60)
    (tmp_path / "a.bvh").write_text(write_bvh(np.tile([0, 0.93, 0], (60, 1)), turns))
    assert SAID in load(tmp_path / "a.bvh").reading
    (tmp_path / "a.bvh").write_text(write_bvh(root, turns))
    assert "hips" not in load(tmp_path / "a.bvh").reading
