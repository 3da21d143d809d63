"""The door: one sentence for whatever goes wrong, and canonical clips for whatever does not."""

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from motion import ClipError, load
from motion.canonical import heading
from motion.load import ALONE, READERS
from motion.rotation import about
from motion.skeleton import INDEX, JOINTS
from tests.motion.puppet import dance, truth, write_bvh


@pytest.fixture
def walk(tmp_path):
    (tmp_path / "walk.bvh").write_text(write_bvh(*dance(60)))
    return tmp_path / "walk.bvh"


def test_a_clip_is_canonical_and_says_how_it_was_read(walk):
    clip = load(walk)
    assert clip.fps == 20
    assert clip.positions.dtype == np.float32
    assert clip.positions.shape == (40, 22, 3)
    assert heading(clip.positions[:1])[0] == pytest.approx(0, abs=1e-6)
    np.testing.assert_allclose(clip.positions[0, 0, [0, 2]], 0, atol=1e-6)
    assert clip.positions[-1, 0, 2] > 1, "a walk ahead goes toward +Z"
    assert clip.positions[:, INDEX["left_hip"], 0].mean() > 0
    assert clip.reading == ("BVH, 60 frames at 30 fps, 22 joints, 22 of 22 matched by SMPL's names, Y up, metres.")


def test_a_path_may_be_text_and_a_suffix_capital(walk):
    upper = walk.rename(walk.with_suffix(".BVH"))
    assert len(load(str(upper))) == 40


def test_both_formats_give_the_same_dance(tmp_path):
    """The same joints as a BVH file at 20 fps, in centimetres, and as an array, Z up."""
    root, turns = dance(60)
    (tmp_path / "a.bvh").write_text(write_bvh(root, turns, fps=20, scale=100))
    np.save(tmp_path / "a.npy", truth(root, turns) @ about("x", 90).T)
    np.testing.assert_allclose(load(tmp_path / "a.bvh").positions, load(tmp_path / "a.npy").positions, atol=1e-4)


@pytest.mark.parametrize("name", ["dance.fbx", "dance", "dance.bvh.zip", "dance.txt"])
def test_other_types_are_refused(tmp_path, name):
    (tmp_path / name).write_text("x")
    with pytest.raises(ClipError, match=r"accepted are \.amc, \.bvh, \.c3d, \.csv, \.npy, \.npz and \.trc") as caught:
        load(tmp_path / name)
    assert str(caught.value).startswith(name)


@pytest.mark.parametrize("ending", READERS)
def test_only_what_is_not_read_alone_asks_for_a_file_beside_it(tmp_path, ending):
    (tmp_path / f"a{ending}").write_text("no dance")
    with pytest.raises(ClipError) as caught:
        load(tmp_path / f"a{ending}")
    assert ("beside it" in str(caught.value)) == (ending not in ALONE)


def test_missing_files_and_folders_are_refused(tmp_path):
    (tmp_path / "folder.bvh").mkdir()
    for name, says in (("none.bvh", "no such file"), ("folder.bvh", "a folder")):
        with pytest.raises(ClipError, match=f"{name}: found {says}; accepted are"):
            load(tmp_path / name)


def test_a_file_that_may_not_be_read_is_one_sentence(walk, monkeypatch):
    def refuse(self):
        raise PermissionError("denied")

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    with pytest.raises(ClipError, match=r"walk\.bvh: .*denied"):
        load(walk)


def test_an_array_renamed_is_refused(tmp_path, walk):
    np.save(tmp_path / "a.npy", np.zeros((5, 22, 3)))
    (tmp_path / "a.npy").rename(tmp_path / "a.bvh")
    walk.rename(tmp_path / "b.npy")
    (tmp_path / "c.npz").write_bytes((tmp_path / "a.bvh").read_bytes())
    (tmp_path / "d.csv").write_bytes((tmp_path / "b.npy").read_bytes())
    for name in ("a.bvh", "b.npy", "c.npz", "d.csv"):
        with pytest.raises(ClipError, match=name):
            load(tmp_path / name)


def test_one_frame_is_a_clip(tmp_path):
    (tmp_path / "a.bvh").write_text(write_bvh(*dance(1)))
    assert len(load(tmp_path / "a.bvh")) == 1


def test_what_only_has_the_names_of_a_body_is_refused(tmp_path):
    """A skeleton of noise, and one whose left leg is another person's."""
    root, turns = dance(20)
    (tmp_path / "a.bvh").write_text(write_bvh(root, turns, offsets=np.random.default_rng(0).normal(size=(22, 3))))
    body = truth(root, turns)
    body[:, [INDEX[f"left_{joint}"] for joint in ("knee", "ankle", "foot")]] += [2, 0, 1]
    header = ",".join(f"{name}_{axis}" for name in JOINTS for axis in "xyz")
    np.savetxt(tmp_path / "b.csv", body.reshape(20, -1), delimiter=",", header=header, comments="")
    for name in ("a.bvh", "b.csv"):
        with pytest.raises(
            ClipError, match=f"{name}: found .* 20 frames .*, with bones that are no body's; .*one person"
        ):
            load(tmp_path / name)


def test_a_body_that_turns_over_and_over_is_a_body(tmp_path):
    root, turns = dance(40)
    turns[0] = Rotation.from_euler("x", np.linspace(0, 720, 40)[:, None], degrees=True)
    (tmp_path / "a.bvh").write_text(write_bvh(root, turns))
    assert len(load(tmp_path / "a.bvh")) > 20
