"""Bodies told by SMPL's rotations, in the archives that AMASS, AIST++ and SMPL-X's programs write."""

import numpy as np
import pytest

from motion import load
from motion.archives import read_npz
from motion.clip import ClipError
from motion.rotation import from_vectors, rotate
from motion.skeleton import INDEX
from motion.smpl import AT_ONCE, OFFSETS

FRAMES = 60
Z_UP = np.radians([90, 0, 0])


@pytest.fixture
def turns():
    """(frames, 52, 3): somebody with hanging arms who raises the left one to the side, over a second, and keeps it."""
    turns = np.zeros((FRAMES, 52, 3))
    turns[:, INDEX["left_shoulder"], 2] = np.radians(np.interp(np.arange(FRAMES), [0, 20], [-80, 60]))
    turns[:, INDEX["right_shoulder"], 2] = np.radians(80)
    return turns


@pytest.fixture
def place():
    """(frames, 3): two metres ahead."""
    return np.linspace([0, 0.9, 0], [0, 0.9, 2], FRAMES)


def npz(tmp_path, **arrays):
    np.savez(tmp_path / "a.npz", **arrays)
    return tmp_path / "a.npz"


def test_nothing_turned_is_a_t_pose(tmp_path):
    positions = read_npz(npz(tmp_path, poses=np.zeros((FRAMES, 156)), trans=np.zeros((FRAMES, 3)))).positions
    for joint, parent in (("left_elbow", "left_shoulder"), ("right_ankle", "right_knee"), ("head", "neck")):
        away = positions[:, INDEX[joint]] - positions[:, INDEX[parent]]
        np.testing.assert_allclose(away, np.broadcast_to(OFFSETS[INDEX[joint]], away.shape))
    assert positions[0, INDEX["left_wrist"], 0] > 0.6
    assert positions[0, INDEX["head"], 1] - positions[0, INDEX["left_ankle"], 1] > 1.3


def test_a_turn_carries_all_that_hangs_on_a_joint(tmp_path, turns, place):
    recording = read_npz(npz(tmp_path, poses=turns.reshape(FRAMES, -1), trans=place, mocap_framerate=60.0))
    left, right = (recording.positions[:, INDEX[f"{side}_wrist"], 1] for side in ("left", "right"))
    head = recording.positions[:, INDEX["head"], 1]
    assert left[0] < head[0] - 0.5
    assert left[-1] > head[-1]
    assert (right < head - 0.5).all()
    assert recording.fps == 60
    assert recording.reading == "SMPL's rotations, 60 frames at 60 fps, on a body of mean proportions"


def test_a_dance_as_amass_has_it(tmp_path, turns, place):
    """Its world is Z up, and the body in it is turned to stand."""
    turns[:, 0], turns[:, 3] = Z_UP, 0
    place = rotate(from_vectors(Z_UP), place)
    path = npz(
        tmp_path,
        poses=turns.reshape(FRAMES, -1),
        trans=place,
        betas=np.zeros(16),
        dmpls=np.zeros((FRAMES, 8)),
        gender="neutral",
        mocap_framerate=60.0,
    )
    clip = load(path)
    assert "Z up, metres" in clip.reading
    assert clip.positions[-1, INDEX["left_wrist"], 1] > clip.positions[-1, INDEX["head"], 1]
    assert 1.8 < clip.positions[-1, 0, 2] < 2.1, "ahead"


def test_root_and_body_apart_are_the_same(tmp_path, turns, place):
    whole = read_npz(npz(tmp_path, poses=turns.reshape(FRAMES, -1), trans=place)).positions
    turns = turns.reshape(FRAMES, -1)
    for root, body, where in (("root_orient", "pose_body", "trans"), ("global_orient", "body_pose", "transl")):
        arrays = {root: turns[:, :3], body: turns[:, 3:66], where: place}
        np.testing.assert_array_equal(read_npz(npz(tmp_path, **arrays)).positions, whole)
    shaped = {"global_orient": turns[:, None, :3], "body_pose": turns[:, 3:72].reshape(FRAMES, 23, 3), "transl": place}
    np.testing.assert_array_equal(read_npz(npz(tmp_path, **shaped)).positions, whole)


def test_aist_has_a_scale(tmp_path, turns, place):
    poses = turns[:, :24].reshape(FRAMES, 72)
    scaled = npz(tmp_path, smpl_poses=poses, smpl_trans=place * 93.0, smpl_scaling=np.array([93.0]), fps=60)
    positions = read_npz(scaled).positions
    np.testing.assert_allclose(positions, read_npz(npz(tmp_path, poses=poses, trans=place)).positions, atol=1e-9)
    for value in (0.0, -1.0, np.nan):
        with pytest.raises(ClipError, match=r"found smpl_scaling .*; accepted is above 0\."):
            load(npz(tmp_path, smpl_poses=poses, smpl_trans=place, smpl_scaling=np.array([value])))


def test_a_long_dance_is_placed_in_parts_alike(tmp_path, turns, place):
    often, poses = AT_ONCE // FRAMES + 2, turns.reshape(FRAMES, -1)
    short = read_npz(npz(tmp_path, poses=poses, trans=place)).positions
    long = read_npz(npz(tmp_path, poses=np.tile(poses, (often, 1)), trans=np.tile(place, (often, 1)))).positions
    np.testing.assert_allclose(long, np.tile(short, (often, 1, 1)), atol=1e-12)


def test_the_usual_rate_is_the_files(tmp_path, turns, place):
    poses = turns[:, :24].reshape(FRAMES, 72)
    assert read_npz(npz(tmp_path, poses=poses, trans=place)).fps == 30
    assert read_npz(npz(tmp_path, smpl_poses=poses, smpl_trans=place, smpl_scaling=np.array([1.0]))).fps == 60


@pytest.mark.parametrize("width", [132, 198, 699])
def test_rotations_of_other_kinds_are_refused(tmp_path, place, width):
    """Two columns of matrices, whole ones, and whatever it is."""
    with pytest.raises(ClipError, match=rf"found poses \(an array of float64, shape \({FRAMES}, {width}\)\)"):
        load(npz(tmp_path, poses=np.random.default_rng(0).normal(size=(FRAMES, width)), trans=place))
    for trans in (np.zeros((FRAMES, 6)), np.zeros((FRAMES, 2, 3))):
        with pytest.raises(ClipError, match="accepted are"):
            load(npz(tmp_path, poses=np.random.default_rng(0).normal(size=(FRAMES, 66)), trans=trans))


def test_a_face_or_markers_beside_rotations_are_no_joints(tmp_path, turns, place):
    arrays = {"poses": turns.reshape(FRAMES, 156), "trans": place}
    alone = read_npz(npz(tmp_path, **arrays)).positions
    beside = {"expression": np.zeros((FRAMES, 51)), "markers": np.random.default_rng(0).normal(size=(FRAMES, 53, 3))}
    np.testing.assert_array_equal(read_npz(npz(tmp_path, **arrays, **beside)).positions, alone)


@pytest.mark.parametrize("missing", ["trans", "poses"])
def test_half_of_it_is_refused(tmp_path, turns, place, missing):
    arrays = {"poses": np.random.default_rng(0).normal(size=(FRAMES, 156)), "trans": place}
    del arrays[missing]
    with pytest.raises(ClipError, match="found"):
        load(npz(tmp_path, **arrays))


def test_other_lengths_are_refused(tmp_path, place):
    noise = np.random.default_rng(0).normal(size=(FRAMES - 1, 156))
    with pytest.raises(ClipError, match=r"fits \w+, with bones that are no body's; .* rotations"):
        load(npz(tmp_path, poses=noise, trans=place))
