import numpy as np
import pytest

from motion.pose import PART, Body, directions, place
from motion.rotation import arc, shortest_arc, turn, unit
from motion.skeleton import BONES, INDEX
from tests.demo.puppet import puppet


@pytest.fixture
def positions() -> np.ndarray:
    return puppet(50, turn=200, kick=80).positions.astype(np.float64)


def test_a_body_along_its_own_directions_is_where_it_was(positions):
    again = place(positions[:, 0], directions(positions), Body.of([positions]))
    np.testing.assert_allclose(again, positions, atol=2e-3)  # the puppet's sides differ by float32 alone, collars too


def test_bones_keep_their_lengths_along_any_directions(positions):
    rng = np.random.default_rng(0)
    body = Body.of([positions])
    wild = unit(rng.normal(size=(40, len(PART), 3)))
    posed = place(rng.normal(size=(40, 3)), wild, body)
    starts, ends = np.array([*BONES, (INDEX["left_hip"], INDEX["right_hip"])]).T
    assert np.ptp(np.linalg.norm(posed[:, ends] - posed[:, starts], axis=2), axis=0).max() < 1e-9


def test_a_body_is_the_mean_of_dancers(positions):
    body = Body.of([positions, 2 * positions])
    assert body.leg == pytest.approx(1.5 * Body.of([positions]).leg)
    assert body.length("left_elbow") == body.length("right_elbow")


def test_turns_by_arcs_are_shortest_arcs():
    rng = np.random.default_rng(1)
    start, end = unit(rng.normal(size=(2, 100, 3)))
    expected = np.einsum("nij,nj->ni", shortest_arc(start, end), start)
    np.testing.assert_allclose(turn(start, arc(start, end)), expected, atol=1e-9)
    np.testing.assert_allclose(turn(start, arc(start, end)), end, atol=1e-9)


def test_an_arc_to_the_opposite_is_a_half_turn():
    up = np.array([0, 1.0, 0])
    assert np.linalg.norm(arc(up, -up)) == pytest.approx(np.pi)
    np.testing.assert_allclose(turn(up, arc(up, -up)), -up, atol=1e-9)
    np.testing.assert_array_equal(arc(up, up), 0)
