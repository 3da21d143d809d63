import numpy as np
import pytest

from motion import Clip, ClipError
from motion.clip import mirror
from motion.skeleton import BONES, INDEX, JOINTS, MIRROR, PARENTS
from tests.motion.puppet import dance, truth


def test_the_skeleton_is_a_tree_with_mirrored_sides():
    assert len(JOINTS) == 22
    assert all(parent < joint for joint, parent in enumerate(PARENTS))
    assert len(BONES) == 21
    assert [MIRROR[index] for index in MIRROR] == list(range(22))


@pytest.mark.parametrize("shape", [(5, 21, 3), (5, 22, 2), (0, 22, 3), (22, 3)])
def test_other_shapes_are_refused(shape):
    with pytest.raises(ClipError, match=r"\(frames, 22, 3\)"):
        Clip(np.zeros(shape), 20)


def test_numbers_must_be_finite_and_the_rate_positive():
    with pytest.raises(ClipError, match="not finite"):
        Clip(np.full((3, 22, 3), np.nan), 20)
    with pytest.raises(ClipError, match="frame rate"):
        Clip(np.zeros((3, 22, 3)), 0)


def test_a_mirror_exchanges_sides_and_undoes_itself():
    clip = Clip(truth(*dance(5)), 20)
    other = clip.mirrored()
    left, right = INDEX["left_wrist"], INDEX["right_wrist"]
    np.testing.assert_allclose(other.positions[:, left], clip.positions[:, right] * [-1, 1, 1])
    np.testing.assert_array_equal(mirror(other.positions), clip.positions)


def test_duration_and_cut():
    clip = Clip(np.zeros((40, 22, 3)), 20)
    assert clip.duration == 2
    assert len(clip.cut(10, 15)) == 5
