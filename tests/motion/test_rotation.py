import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from motion.rotation import about, euler, rotate, unit


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
