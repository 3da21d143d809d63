"""Files out: what is read back is what was written, in every format, and a file is whole or not there."""

import numpy as np
import pytest

from motion import Clip, load
from motion.canonical import canonical, face_forward, heading
from motion.clip import mirror
from motion.command import InputError
from motion.rotation import about, rotate
from motion.write import WRITERS, write
from tests.motion.puppet import dance, truth

WALK = canonical(Clip(truth(*dance(90)), 30))
SPIN = rotate(about("y", np.linspace(0, 720, 60))[:, None], WALK.positions.astype(float))
FAR = WALK.positions + np.linspace(0, 12, len(WALK))[:, None, None] * [0.6, 0, 0.8]
CLIPS = {
    "walk": WALK,
    "mirrored walk": canonical(WALK.mirrored()),
    "two turns": canonical(Clip(SPIN, 20)),
    "a long way": canonical(Clip(FAR, 20)),
    "one frame": canonical(WALK.cut(5, 6)),
    "still": canonical(Clip(np.repeat(WALK.positions[:1], 30, 0), 20)),
}


@pytest.mark.parametrize("ending", WRITERS)
@pytest.mark.parametrize("name", CLIPS)
def test_what_is_read_back_is_what_was_written(name, ending, tmp_path):
    """Within a millimetre: the puppet's bones are stiff. The clips that are not are in test_write_bvh."""
    clip = CLIPS[name]
    write(clip, tmp_path / f"a{ending}")
    back = load(tmp_path / f"a{ending}")
    assert (len(back), back.fps, back.duration) == (len(clip), clip.fps, clip.duration)
    np.testing.assert_allclose(back.positions, clip.positions, atol=1e-3)
    np.testing.assert_allclose(np.unwrap(heading(back.positions)), np.unwrap(heading(clip.positions)), atol=1e-3)


@pytest.mark.parametrize("ending", WRITERS)
def test_left_stays_left(ending, tmp_path):
    write(CLIPS["mirrored walk"], tmp_path / f"a{ending}")
    back = load(tmp_path / f"a{ending}")
    assert "mirror" not in back.reading
    np.testing.assert_allclose(back.positions, face_forward(mirror(WALK.positions)), atol=1e-3)


def test_an_array_is_humanml3ds(tmp_path):
    write(WALK, tmp_path / "a.npy")
    array = np.load(tmp_path / "a.npy")
    assert array.dtype == np.float32
    np.testing.assert_array_equal(array, WALK.positions)


def test_a_failed_writer_leaves_the_old_file_and_nothing_else(tmp_path):
    def fail(clip, path):
        path.write_text("half")
        raise OSError("no space left")

    (tmp_path / "a.bvh").write_text("old")
    with pytest.raises(OSError, match="no space left"):
        write(WALK, tmp_path / "a.bvh", {".bvh": fail})
    assert [path.name for path in tmp_path.iterdir()] == ["a.bvh"]
    assert (tmp_path / "a.bvh").read_text() == "old"


@pytest.mark.parametrize("name", ["a.fbx", "a", "a.bvh.zip"])
def test_other_endings_are_refused(name, tmp_path):
    with pytest.raises(InputError, match=rf"{name}: found .* accepted are \.bvh, \.npy"):
        write(WALK, tmp_path / name)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(InputError, match=r"a\.npy: found no folder .*none"):
        write(WALK, tmp_path / "none" / "a.npy")


def test_endings_may_be_capitals(tmp_path):
    write(WALK, str(tmp_path / "A.BVH"))
    assert len(load(tmp_path / "A.BVH")) == len(WALK)
