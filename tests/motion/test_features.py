"""HumanML3D's features: the places come back of which they were made, as its `process_file` makes them."""

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from motion import ClipError, load
from motion.canonical import face_forward
from motion.features import to_places
from motion.skeleton import INDEX
from tests.motion.puppet import dance, truth

KIT_ORDER = [0, 3, 6, 12, 15, 16, 18, 20, 17, 19, 21, 1, 4, 7, 7, 10, 2, 5, 8, 8, 11]
"""Of our joints, nearly where KIT-ML has its 21."""


@pytest.fixture(scope="module")
def body():
    """A walk in a curve, facing +Z at first."""
    places = truth(*dance(40))
    turns = Rotation.from_euler("y", np.linspace(0, 150, 40)[:, None], degrees=True)
    return face_forward(np.stack([turn.apply(frame) for turn, frame in zip(turns, places, strict=True)])).astype(float)


def features(places: np.ndarray, hips: tuple[int, int], shoulders: tuple[int, int]) -> np.ndarray:
    """(frames - 1, 12 * joints - 1) of places (frames, joints, 3)."""
    across = sum(places[:, left] - places[:, right] for left, right in (hips, shoulders))
    facing = np.arctan2(-across[:, 2], across[:, 0])
    to_front = Rotation.from_euler("y", -facing[:, None])
    ground = places[:, 0] * [1, 0, 1]
    local = np.stack([to_front.apply(places[:, joint] - ground) for joint in range(places.shape[1])], axis=1)
    way = to_front[1:].apply(np.diff(ground, axis=0))
    half = np.arcsin(np.sin(-np.diff(facing) / 2))
    rest = np.random.default_rng(0).normal(size=(len(way), 12 * places.shape[1] - 1 - 3 * places.shape[1] - 1))
    known = [half[:, None], way[:, [0, 2]], local[:-1, 0, 1:2], local[:-1, 1:].reshape(len(way), -1)]
    return np.concatenate([*known, rest], axis=1)


def test_places_come_back(body):
    made = features(body, (INDEX["left_hip"], INDEX["right_hip"]), (INDEX["left_shoulder"], INDEX["right_shoulder"]))
    assert made.shape == (39, 263)
    np.testing.assert_allclose(to_places(made, 22), body[:-1], atol=1e-6)


@pytest.mark.parametrize(
    ("order", "hips", "shoulders", "says"),
    [
        (range(22), (1, 2), (16, 17), "array (39, 263), 39 frames of humanml3d from its features, taken as 20 fps"),
        (KIT_ORDER, (11, 16), (5, 8), "array (39, 251), 39 frames of kit from its features, taken as 12.5 fps"),
    ],
    ids=["HumanML3D", "KIT-ML"],
)
def test_through_the_door(tmp_path, body, order, hips, shoulders, says):
    places = body[:, list(order)]
    np.save(tmp_path / "a.npy", features(places, hips, shoulders))
    np.save(tmp_path / "b.npy", places[:-1])
    found, same = load(tmp_path / "a.npy"), load(tmp_path / "b.npy")
    assert says in found.reading
    np.testing.assert_allclose(found.positions, same.positions, atol=1e-5)


def test_scaled_features_are_told_from_those_that_are_not(tmp_path, body):
    made = features(body, (1, 2), (16, 17))
    np.save(tmp_path / "a.npy", (made - made.mean(axis=0)) / (made.std(axis=0) + 1e-6))
    with pytest.raises(ClipError, match="fits humanml3d, with bones that are no body's; accepted are features as in"):
        load(tmp_path / "a.npy")
