import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from motion.rotation import about, arc, euler, from_vectors, kabsch, rotate, shortest_arc, to_euler, unit, unwound


@pytest.mark.parametrize("order", ["xyz", "xzy", "yxz", "yzx", "zxy", "zyx", "zxz", "z", "yx"])
def test_euler_is_scipys_intrinsic_rotation(order):
    degrees = np.random.default_rng(0).uniform(-180, 180, (50, len(order)))
    expected = Rotation.from_euler(order.upper(), degrees, degrees=True).as_matrix()
    np.testing.assert_allclose(euler(order, degrees), expected, atol=1e-12)


def test_about_y_turns_left_from_ahead():
    """A quarter turn to the left brings +Z (ahead) to +X (the dancer's left)."""
    np.testing.assert_allclose(rotate(about("y", 90), np.array([0, 0, 1.0])), [1, 0, 0], atol=1e-12)


def test_rotate_broadcasts_over_leading_dimensions():
    vectors = np.random.default_rng(1).normal(size=(4, 22, 3))
    assert rotate(about("x", 30), vectors).shape == (4, 22, 3)
    np.testing.assert_allclose(rotate(about("x", 30), vectors)[2, 5], about("x", 30) @ vectors[2, 5])


def test_unit_keeps_a_zero_vector():
    np.testing.assert_allclose(unit(np.array([[0, 0, 0], [0, 3, 4.0]])), [[0, 0, 0], [0, 0.6, 0.8]])


ORDERS = ["xyz", "xzy", "yxz", "yzx", "zxy", "zyx"]


@pytest.mark.parametrize("order", ORDERS)
def test_to_euler_is_scipys(order):
    matrices = Rotation.random(200, random_state=0).as_matrix()
    expected = Rotation.from_matrix(matrices).as_euler(order.upper(), degrees=True)
    np.testing.assert_allclose(to_euler(order, matrices), expected, atol=1e-6)


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("middle", [90, -90])
def test_to_euler_at_gimbal_lock(order, middle):
    degrees = np.random.default_rng(0).uniform(-180, 180, (50, 3))
    degrees[:, 1] = middle
    locked = to_euler(order, euler(order, degrees))
    assert not locked[:, 2].any()
    np.testing.assert_allclose(euler(order, locked), euler(order, degrees), atol=1e-7)


def test_unwound_angles_are_the_same_rotations_without_jumps():
    """A spin of two turns, tipped over on the way so that the middle angle passes 90."""
    time = np.linspace(0, 1, 80)
    matrices = about("y", 720 * time) @ about("x", 200 * time)
    degrees = to_euler("yxz", matrices)
    assert np.abs(np.diff(degrees, axis=0)).max() > 170
    smooth = unwound(degrees)
    assert np.abs(np.diff(smooth, axis=0)).max() < 10
    assert smooth[-1] == pytest.approx([720, 200, 0])
    np.testing.assert_allclose(euler("yxz", smooth), matrices, atol=1e-12)


def test_shortest_arc_is_scipys_rotation_vector():
    start, end = unit(np.random.default_rng(0).normal(size=(2, 100, 3)))
    axis = unit(np.cross(start, end)) * np.arccos((start * end).sum(1))[:, None]
    np.testing.assert_allclose(shortest_arc(start, end), Rotation.from_rotvec(axis).as_matrix(), atol=1e-9)


@pytest.mark.parametrize("off", [0, 1e-12, 1e-7, 1e-4])
def test_shortest_arc_between_opposites(off):
    start = unit(np.random.default_rng(1).normal(size=(20, 3)))
    end = unit(off * np.roll(start, 1, axis=1) - start)
    arc = shortest_arc(start, end)
    np.testing.assert_allclose(rotate(arc, start), end, atol=1e-6)
    np.testing.assert_allclose(arc @ np.swapaxes(arc, -1, -2), np.tile(np.eye(3), (20, 1, 1)), atol=1e-6)
    assert np.linalg.det(arc) == pytest.approx(1, abs=1e-6)


def test_kabsch_is_scipys_and_never_a_reflection():
    rng = np.random.default_rng(2)
    start, end, weights = rng.normal(size=(4, 3)), rng.normal(size=(30, 4, 3)), np.array([1, 2, 0.5, 1])
    expected = [Rotation.align_vectors(each, start, weights)[0].as_matrix() for each in end]
    np.testing.assert_allclose(kabsch(start, end, weights), expected, atol=1e-9)


def test_vectors_are_scipys_and_those_that_arc_gives():
    rng = np.random.default_rng(3)
    vectors = rng.normal(size=(50, 3))
    np.testing.assert_allclose(from_vectors(vectors), Rotation.from_rotvec(vectors).as_matrix(), atol=1e-12)
    start, end = (unit(rng.normal(size=(20, 3))) for _ in range(2))
    np.testing.assert_allclose(rotate(from_vectors(arc(start, end)), start), end, atol=1e-12)
    np.testing.assert_array_equal(from_vectors(np.zeros(3)), np.eye(3))
