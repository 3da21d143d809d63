import numpy as np
import pytest

from motion.anatomy import FOOT, SPINE, complete, leg_length
from motion.skeleton import INDEX, JOINTS
from tests.motion.puppet import dance, truth

LIMBS = [name for name in JOINTS if name.endswith(("hip", "knee", "ankle", "shoulder", "elbow", "wrist"))]


@pytest.fixture(scope="module")
def body():
    return dict(zip(JOINTS, np.moveaxis(truth(*dance(20)), 1, 0), strict=True))


def test_given_joints_are_kept(body):
    np.testing.assert_array_equal(complete(body, np.zeros((20, 0, 3))), np.stack(list(body.values()), axis=1))


def test_a_straight_trunk_is_divided_as_smpls(body):
    limbs = {name: body[name] for name in [*LIMBS, "neck"]}
    joints = complete(limbs, np.zeros((20, 0, 3)))
    hips = (body["left_hip"] + body["right_hip"]) / 2
    for name, part in SPINE.items():
        np.testing.assert_allclose(joints[:, INDEX[name]], hips + part * (body["neck"] - hips), atol=1e-12)


def test_a_bent_trunk_keeps_its_bends(body):
    """The trunk's own joints, here the spine itself, are on the line that the spine is placed on."""
    spine = np.stack([body[name] for name in ("pelvis", "spine1", "spine2", "spine3")], axis=1)
    given = {name: body[name] for name in JOINTS if name not in SPINE}
    joints = complete(given, spine)
    np.testing.assert_allclose(joints[:, [INDEX[name] for name in SPINE]], spine, atol=0.005)


def test_nothing_but_limbs_still_makes_a_body(body):
    joints = complete({name: body[name] for name in LIMBS}, np.zeros((20, 0, 3)))
    far = np.linalg.norm(joints - np.stack(list(body.values()), axis=1), axis=2).max(axis=0)
    assert dict(zip(JOINTS, far < 0.11, strict=True)) == dict.fromkeys(JOINTS, True)
    bones = np.linalg.norm(joints[:, INDEX["left_collar"]] - joints[:, INDEX["spine3"]], axis=1)
    assert np.ptp(bones) < 0.002


def test_toe_tips_are_pulled_back_to_the_toe_base(body):
    tips = body | {"left_foot": body["left_ankle"] + 2 * (body["left_foot"] - body["left_ankle"])}
    foot = complete(tips, np.zeros((20, 0, 3)))[:, INDEX["left_foot"]]
    assert np.linalg.norm(foot - body["left_ankle"], axis=1) == pytest.approx(FOOT * leg_length(body))
    np.testing.assert_allclose(foot, body["left_foot"], atol=0.02)
