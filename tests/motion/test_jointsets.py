"""One body in every joint set, by the row numbers of the sets' own documentation, comes back as that body."""

import numpy as np
import pytest

from motion import ClipError, load
from motion.bvh import parse, pose
from motion.jointsets import JOINT_SETS
from motion.layout import FLAT, layouts, to_recording
from motion.recording import NOTHING, Told
from motion.rotation import about
from motion.skeleton import INDEX, JOINTS
from tests.motion.puppet import dance, truth

LIMBS = ("hip", "knee", "ankle", "shoulder", "elbow", "wrist")


def sided(**rows: tuple[int, int]) -> dict[int, str]:
    """Row numbers of parts, left and right, as row -> joint."""
    return {
        row: f"{side}_{part}" for part, pair in rows.items() for side, row in zip(("left", "right"), pair, strict=True)
    }


SETS = {
    "humanml3d": (22, 20, dict(enumerate(JOINTS))),
    "smpl": (24, 30, dict(enumerate(JOINTS)) | {22: "left_wrist", 23: "right_wrist"}),
    "smplh": (52, 30, dict(enumerate(JOINTS)) | dict.fromkeys(range(22, 37), "left_wrist")
              | dict.fromkeys(range(37, 52), "right_wrist")),
    "smplx": (55, 30, dict(enumerate(JOINTS)) | dict.fromkeys(range(22, 25), "head")
              | dict.fromkeys(range(25, 40), "left_wrist") | dict.fromkeys(range(40, 55), "right_wrist")),
    "lafan1": (22, 30, {0: "pelvis", 9: "spine1", 10: "spine2", 11: "spine3", 12: "neck", 13: "head"} | sided(
        hip=(1, 5), knee=(2, 6), ankle=(3, 7), foot=(4, 8), collar=(14, 18), shoulder=(15, 19), elbow=(16, 20),
        wrist=(17, 21))),
    "kit": (21, 12.5, {1: "spine1", 2: "spine3", 3: "neck", 4: "head"} | sided(
        shoulder=(5, 8), elbow=(6, 9), wrist=(7, 10), hip=(11, 16), knee=(12, 17), ankle=(13, 18), foot=(15, 20))),
    "coco": (17, 60, {0: "head", 3: "head", 4: "head"} | sided(
        shoulder=(5, 6), elbow=(7, 8), wrist=(9, 10), hip=(11, 12), knee=(13, 14), ankle=(15, 16))),
    "mediapipe": (33, 30, {0: "head", 7: "head", 8: "head"} | sided(
        shoulder=(11, 12), elbow=(13, 14), wrist=(15, 16), hip=(23, 24), knee=(25, 26), ankle=(27, 28), foot=(31, 32))),
    "human3.6m": (17, 50, {7: "spine2", 8: "neck", 9: "head", 10: "head"} | sided(
        hip=(4, 1), knee=(5, 2), ankle=(6, 3), shoulder=(11, 14), elbow=(12, 15), wrist=(13, 16))),
    "human3.6m-32": (32, 50, {12: "spine2", 13: "neck", 14: "head", 15: "head", 16: "neck", 24: "neck"} | sided(
        hip=(6, 1), knee=(7, 2), ankle=(8, 3), foot=(9, 4), shoulder=(17, 25), elbow=(18, 26), wrist=(19, 27))
              | {5: "right_foot", 10: "left_foot"} | dict.fromkeys(range(20, 24), "left_wrist")
              | dict.fromkeys(range(28, 32), "right_wrist")),
    "body25": (25, 30, {0: "head", 1: "neck"} | dict.fromkeys(range(15, 19), "head") | sided(
        shoulder=(5, 2), elbow=(6, 3), wrist=(7, 4), hip=(12, 9), knee=(13, 10), ankle=(14, 11), foot=(19, 22))
               | {20: "left_foot", 21: "left_ankle", 23: "right_foot", 24: "right_ankle"}),
    "kinect": (25, 30, {1: "spine2", 2: "neck", 3: "head", 20: "spine3"} | sided(
        shoulder=(4, 8), elbow=(5, 9), wrist=(6, 10), hip=(12, 16), knee=(13, 17), ankle=(14, 18), foot=(15, 19))
               | {7: "left_wrist", 11: "right_wrist"} | dict.fromkeys((21, 22), "left_wrist")
               | dict.fromkeys((23, 24), "right_wrist")),
    "azure": (32, 30, {1: "spine1", 2: "spine3", 3: "neck"} | dict.fromkeys(range(26, 32), "head") | sided(
        collar=(4, 11), shoulder=(5, 12), elbow=(6, 13), wrist=(7, 14), hip=(18, 22), knee=(19, 23), ankle=(20, 24),
        foot=(21, 25)) | dict.fromkeys(range(8, 11), "left_wrist") | dict.fromkeys(range(15, 18), "right_wrist")),
    "cmu": (31, 120, {12: "spine1", 13: "spine3", 14: "spine3", 15: "neck", 16: "head"} | sided(
        hip=(2, 7), knee=(3, 8), ankle=(4, 9), foot=(5, 10), shoulder=(18, 25), elbow=(19, 26), wrist=(20, 27))),
    "cmu-asf": (31, 120, {11: "spine1", 12: "spine2", 13: "spine3", 14: "neck", 15: "head", 16: "head"} | sided(
        hip=(1, 6), knee=(2, 7), ankle=(3, 8), foot=(4, 9), shoulder=(17, 24), elbow=(18, 25), wrist=(19, 26),
        collar=(22, 29))),
}  # fmt: skip
"""Rows, usual frames per second, and which row is which joint; every other row lies at the pelvis."""


@pytest.fixture(scope="module")
def body():
    return truth(*dance(40))


def written(name: str, body: np.ndarray) -> np.ndarray:
    """The body (frames, 22, 3) as that set has it."""
    rows, _, joints = SETS[name]
    return np.stack([body[:, INDEX[joints.get(row, "pelvis")]] for row in range(rows)], axis=1)


def saved(tmp_path, array):
    np.save(tmp_path / "a.npy", array)
    return tmp_path / "a.npy"


@pytest.mark.parametrize("unit", [1, 100, 1000])
@pytest.mark.parametrize("name", SETS)
def test_the_same_body_comes_back(name, unit, tmp_path, body):
    """Limbs are the source's own; head, feet and trunk may be placed by rule, within ten centimetres of the truth."""
    clip = load(saved(tmp_path, written(name, body @ about("x", 90).T * unit)), Told(fps=20))
    expected = load(saved(tmp_path, body)).positions
    assert f"40 frames of {name}" in clip.reading
    assert "Z up" in clip.reading
    assert "mirrored" not in clip.reading
    off = np.linalg.norm(clip.positions - expected, axis=2).max(axis=0)
    shift = 0.03  # of a floor seen under feet placed by rule
    for joint in JOINTS:
        assert off[INDEX[joint]] < shift + (1e-4 if joint.endswith(LIMBS) else 0.1), joint
    assert clip.positions[0, INDEX["left_wrist"], 0] > clip.positions[0, INDEX["right_wrist"], 0]


@pytest.mark.parametrize("name", SETS)
def test_the_usual_frame_rate_is_assumed_and_said(name, body):
    found = to_recording(written(name, body), NOTHING)
    assert found.fps == SETS[name][1] == JOINT_SETS[name].fps
    assert f"taken as {found.fps:g} fps" in found.reading


def test_the_sets_are_these():
    assert {name: each.rows for name, each in JOINT_SETS.items()} == {
        name: rows for name, (rows, _, _) in SETS.items()
    } | {"markers55": 55, "markers53": 53}


@pytest.mark.parametrize("name", SETS)
def test_any_order_of_axes(name, body):
    array = written(name, body)
    expected = to_recording(array, NOTHING).positions
    for other in (array.transpose(1, 0, 2), array.reshape(len(array), -1), array[None]):
        found = to_recording(other, NOTHING)
        assert f"40 frames of {name}" in found.reading
        np.testing.assert_array_equal(found.positions, expected)


@pytest.mark.parametrize("name", SETS)
def test_as_many_frames_as_joints(name):
    """The shape says nothing; a body read across its frames changes its bones."""
    rows = SETS[name][0]
    array = written(name, truth(*dance(rows, seed=3)))
    for other in (array, array.transpose(1, 0, 2)):
        found = to_recording(other, NOTHING)
        np.testing.assert_array_equal(found.positions, JOINT_SETS[name].place(array))


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("coco", "human3.6m"),
        ("human3.6m", "coco"),
        ("cmu", "cmu-asf"),
        ("cmu-asf", "cmu"),
        ("humanml3d", "lafan1"),
        ("lafan1", "humanml3d"),
        ("smplx", "markers55"),
        ("body25", "kinect"),
        ("kinect", "body25"),
        ("human3.6m-32", "azure"),
        ("azure", "human3.6m-32"),
    ],
)
@pytest.mark.parametrize("frames", [1, 40])
def test_sets_of_one_size_are_told_apart(name, other, frames):
    array = written(name, truth(*dance(frames)))
    assert f"{name} rather than {other}" in to_recording(array, NOTHING).reading


@pytest.mark.parametrize("name", SETS)
def test_rows_that_make_no_joint_may_be_missing(name, body):
    array = written(name, body)
    used = JOINT_SETS[name].used()
    array[:, [row for row in range(array.shape[1]) if row not in used]] = np.nan
    np.testing.assert_array_equal(to_recording(array, NOTHING).positions, JOINT_SETS[name].place(written(name, body)))


def test_what_is_told_counts(body):
    array = written("coco", body)
    found = to_recording(array, Told(joints="human3.6m", fps=25))
    assert "human3.6m as told, at 25 fps as told" in found.reading
    assert found.fps == 25
    np.testing.assert_array_equal(found.positions, JOINT_SETS["human3.6m"].place(array))


@pytest.mark.parametrize("name", ["coco", "mediapipe", "body25"])
def test_cameras_may_add_a_confidence(name, body):
    array = written(name, body)
    with_confidence = np.concatenate([array, np.ones((*array.shape[:2], 1))], axis=2)
    np.testing.assert_array_equal(
        to_recording(with_confidence, NOTHING).positions, to_recording(array, NOTHING).positions
    )


def test_quaternions_are_no_joints_with_confidence():
    assert layouts((40, 22, 4)) == layouts((40, 24, 4)) == []


def test_shapes_that_several_readings_fit():
    assert layouts((53, 21, 3)) == [("kit", "(frames, {0}, 3)"), ("markers53", "({0}, frames, 3)")]
    assert layouts((10, 51)) == [("coco", FLAT), ("human3.6m", FLAT)]
    assert layouts((10, 51), "coco") == [("coco", FLAT)]


def test_rotations_are_no_positions(tmp_path):
    """SMPL's pose parameters, 24 joints x 3 angles, have the shape of its joints."""
    _, turns = dance(60)
    angles = np.stack([np.broadcast_to(turn.as_rotvec(), (60, 3)) for turn in turns] + [np.zeros((60, 3))] * 2, axis=1)
    for array in (angles, angles.reshape(60, 72)):
        with pytest.raises(ClipError, match="smpl, with bones that are no body's; accepted are positions"):
            load(saved(tmp_path, array))
    noise = np.random.default_rng(0).normal(size=(60, 17, 3))
    with pytest.raises(ClipError, match="no body"):
        to_recording(noise, NOTHING)
    assert "coco as told" in to_recording(noise, Told(joints="coco")).reading


@pytest.mark.parametrize("told", [NOTHING, Told(joints="coco")])
@pytest.mark.parametrize("axis", range(3))
@pytest.mark.parametrize("score", [0, 0.9, "from frame to frame"])
def test_pixels_are_no_places_in_space(score, axis, told, body):
    """Key points of a picture 1,000 pixels high, some of them lost."""
    array = 500 * written("coco", body) @ about("y", 40).T
    array[..., axis] = np.random.default_rng(0).uniform(0.5, 1, array.shape[:2]) if isinstance(score, str) else score
    array[5:8] = 0
    array[20, 3:9] = np.nan
    with pytest.raises(ClipError, match=f"two-dimensional key points, flat along {'xyz'[axis]}; accepted are 3-D"):
        to_recording(array, told)


@pytest.mark.parametrize("spread", [0.06, 0.5])
def test_parts_of_a_picture_with_scores_are_no_places_in_space(spread, body):
    """As sure of all as can be, or of some hardly."""
    array = 0.4 * written("coco", body)
    array += 0.3 - array.min(axis=(0, 1))
    array[..., 2] = 1 - spread * np.linspace(0, 1, 17) ** 2
    with pytest.raises(ClipError, match="from 0 to 1 on every axis"):
        to_recording(array, NOTHING)


def test_who_stands_still_is_no_picture():
    """Facing along an axis, arms out, as flat as a body gets."""
    root, turns = dance(2)
    array = truth(0 * root, [turn.identity(2) for turn in turns])
    np.testing.assert_array_equal(to_recording(array, NOTHING).positions, array)


@pytest.mark.parametrize(
    ("told", "says"),
    [
        (Told(joints="smurf"), r"no joint set named 'smurf'; accepted are humanml3d, smpl, smplh, smplx, lafan1, kit"),
        (Told(joints="coco"), r"shape \(40, 22, 3\); .*coco is told.* \(frames, 17, 3\), \(17, frames, 3\), "),
        (Told(up="W"), "no axis named 'W'"),
        (Told(fps=0), "frame rate of 0"),
        (Told(fps=float("nan")), "frame rate of nan"),
        (Told(fps=1e12), "frame rate of 1000000000000"),
    ],
)
def test_what_is_told_and_does_not_fit_is_one_sentence(told, says, tmp_path, body):
    with pytest.raises(ClipError, match=says) as caught:
        load(saved(tmp_path, body), told)
    assert "\n" not in str(caught.value)


def test_a_cmu_recording_as_an_array_is_the_one_as_bvh(mocap, tmp_path):
    path = mocap / "examples" / "cmu_walk.bvh"
    tree, values, *_ = parse(path.read_text())
    joints = [row for row, name in enumerate(tree.names) if name]
    as_array = load(saved(tmp_path, pose(tree, values)[:, joints]))
    assert "cmu rather than cmu-asf, taken as 120 fps" in as_array.reading
    np.testing.assert_allclose(as_array.positions, load(path).positions, atol=1e-4)
