"""Places on the map. What lies together in the embeddings has to lie together there, and a query where its dances are.

PCA, the map that anybody would draw first, is the yardstick: it keeps 0.15 of the shipped gallery's neighbours.
"""

import json
from dataclasses import replace

import numpy as np
import pytest

from demo.atlas import OTHER, Atlas, widest
from demo.encoders import MODELS
from demo.gallery import Gallery
from motion.command import InputError

NEIGHBOURS = 15


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return Atlas.load(Gallery.load())


def _unit(rows: np.ndarray) -> np.ndarray:
    return (rows / np.linalg.norm(rows, axis=-1, keepdims=True)).astype(np.float32)


def _nearest(places: np.ndarray, count: int) -> np.ndarray:
    distance = np.linalg.norm(places[:, None] - places, axis=-1)
    np.fill_diagonal(distance, np.inf)
    return np.argsort(distance, axis=-1, kind="stable")[:, :count]


def _kept(rows: np.ndarray, places: np.ndarray) -> float:
    """The share of each row's nearest that are among its nearest on the plane."""
    cosines = rows @ rows.T
    np.fill_diagonal(cosines, -np.inf)
    near = np.argsort(-cosines, axis=-1)[:, :NEIGHBOURS]
    pairs = zip(near, _nearest(places, NEIGHBOURS), strict=True)
    return float(np.mean([len(set(a.tolist()) & set(b.tolist())) for a, b in pairs])) / NEIGHBOURS


def test_neighbours_stay_neighbours_and_families_are_regions(atlas):
    rows, places = atlas.gallery.embeddings, atlas.places
    assert _kept(rows, places) > 0.6 > 3 * _kept(rows, widest(rows))
    family = np.array(atlas.data()["family"])
    assert (family[_nearest(places, NEIGHBOURS)] == family[:, None]).mean() > 0.8


@pytest.mark.parametrize("count", [1, 2, 3, 20])
def test_a_gallery_that_no_export_placed_has_a_map(count):
    rows = _unit(np.random.default_rng(count).normal(size=(count, 8)))
    for each in (rows, np.repeat(rows[:1], count, axis=0)):
        places = widest(each)
        assert places.shape == (count, 2)
        assert np.isfinite(places).all()
        assert places.min() >= 0
        assert places.max() <= 1
    assert np.ptp(widest(rows), axis=0).max() == pytest.approx(float(count > 1))


def test_places_are_those_of_the_dances_in_whatever_order(atlas, gallery):
    own = Atlas.load(gallery)  # the puppet's dances, of which the export knows nothing
    np.testing.assert_array_equal(own.places, widest(gallery.embeddings))
    stored = json.loads((MODELS / "atlas.json").read_text())["places"]
    for index in (0, 700, len(atlas.gallery) - 1):
        np.testing.assert_allclose(atlas.places[index], stored[atlas.gallery.ids[index]])


def test_a_caption_is_put_where_its_move_is(atlas):
    known = [atlas.gallery.entry(index)["attributes"]["moves"][0] for index in range(len(atlas.gallery))]
    texts = _unit(atlas.gallery.caption_embeddings.astype(np.float32))
    right = 0
    for index in range(0, len(known), 10):
        place = np.array(atlas.place(texts[index]))
        nearest = np.linalg.norm(atlas.places - place, axis=-1).argmin()
        right += known[nearest] == known[index]
    assert right / len(range(0, len(known), 10)) > 0.9


def test_a_dance_of_the_gallery_is_put_where_it_is(atlas):
    for index in range(0, len(atlas.gallery), 100):
        place = atlas.place(atlas.gallery.embeddings[index])
        assert np.linalg.norm(atlas.places[index] - place) < 0.05


def test_the_data_is_json_and_names_every_move_in_the_midst_of_its_dances(atlas):
    data = json.loads(json.dumps(atlas.data()))
    n = len(atlas.gallery)
    assert [len(data[name]) for name in ("x", "y", "family", "id", "caption")] == [n] * 5
    assert data["families"] == sorted(data["families"])
    assert OTHER not in data["families"]
    places = {(x, y) for x, y in zip(data["x"], data["y"], strict=True)}
    counts = [name["count"] for name in data["names"]]
    assert counts == sorted(counts, reverse=True)
    for name in data["names"]:
        assert (name["x"], name["y"]) in places
        assert name["text"].replace(" ", "_") in atlas.families[data["families"][name["family"]]]


def test_dances_that_nobody_described_are_named_by_their_captions(gallery):
    count = len(gallery)
    bare = {"attributes": np.array(["{}"] * count), "captions": np.array(["walk"] * (count - 1) + ["spin"])}
    data = Atlas(replace(gallery, **bare), {"locomotion": ["step"]}, widest(gallery.embeddings)).data()
    assert data["families"] == [OTHER]
    assert [(name["text"], name["count"]) for name in data["names"]] == [("walk", count - 1)]
    assert set(data["family"]) == {0}


def test_families_hold_every_move_of_the_vocabulary_once(atlas, labels):
    moves = [move for known in atlas.families.values() for move in known]
    assert sorted(moves) == sorted(labels.ids[labels.kinds == "move"].tolist())


def test_a_missing_atlas_is_told(tmp_path, gallery):
    with pytest.raises(InputError, match=r"atlas\.json"):
        Atlas.load(gallery, tmp_path)
