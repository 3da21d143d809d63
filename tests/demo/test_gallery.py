"""The gallery's file and its search."""

import json
from dataclasses import replace

import numpy as np
import pytest

from demo.gallery import FIELDS, Gallery
from motion.command import InputError
from tests.demo.conftest import DANCES
from tests.demo.puppet import puppet


def test_round_trip(gallery, tmp_path):
    gallery.save(tmp_path / "a.gallery")
    again = Gallery.load(tmp_path / "a.gallery")
    for name in FIELDS:
        np.testing.assert_array_equal(getattr(again, name), getattr(gallery, name))


def test_clips_keep_millimetres(gallery):
    for index, how in enumerate(DANCES.values()):
        np.testing.assert_allclose(gallery.clip(index).positions, puppet(**how).positions, atol=0.00051)


def test_entry(gallery):
    assert gallery.entry(gallery.index("walk")) == {
        "id": "walk",
        "caption": "a puppet does the walk <ü>",
        "duration": 4.5,
        "source": "puppet",
        "attributes": {"moves": ["walk"], "qualities": [], "side": None, "direction": None},
    }


@pytest.mark.parametrize("top_k", [1, 3, len(DANCES), 99])
def test_search_is_a_full_sort(gallery, top_k):
    query = np.random.default_rng(0).standard_normal(gallery.embeddings.shape[1]).astype(np.float32)
    indices, scores = gallery.search(query, top_k)
    expected = sorted(range(len(gallery)), key=lambda index: -float(gallery.embeddings[index] @ query))[:top_k]
    assert indices.tolist() == expected
    np.testing.assert_allclose(scores, gallery.embeddings[expected] @ query, rtol=1e-5, atol=1e-6)


def test_a_caption_counts_for_its_share(gallery):
    query = gallery.caption_embeddings[3].astype(np.float32)
    assert gallery.search(query, 1, by_caption=1.0)[0].tolist() == [3]
    indices, scores = gallery.search(query, len(gallery), by_caption=0.25)
    expected = 0.75 * gallery.embeddings @ query + 0.25 * gallery.caption_embeddings.astype(np.float32) @ query
    np.testing.assert_allclose(scores, expected[indices], rtol=1e-5, atol=1e-6)


def test_search_breaks_ties_in_file_order(gallery):
    same = replace(gallery, embeddings=np.repeat(gallery.embeddings[:1], len(gallery), 0))
    assert same.search(same.embeddings[0], 3)[0].tolist() == [0, 1, 2]


def test_ties_are_in_file_order_at_the_cut_too(gallery):
    two = replace(gallery, embeddings=gallery.embeddings[[0, 1, 0, 1, 0]])
    assert two.search(two.embeddings[0], 2)[0].tolist() == [0, 2]


def test_search_among_some_keeps_order_and_ties(gallery):
    same = replace(gallery, embeddings=np.repeat(gallery.embeddings[:1], len(gallery), 0))
    keep = np.array([False, True, False, True, True])
    assert same.search(same.embeddings[0], 2, keep=keep)[0].tolist() == [1, 3]
    query = np.random.default_rng(1).standard_normal(gallery.embeddings.shape[1]).astype(np.float32)
    indices, scores = gallery.search(query, 99, by_caption=0.3, keep=keep)
    whole, all_scores = gallery.search(query, 99, by_caption=0.3)
    assert indices.tolist() == [index for index in whole.tolist() if keep[index]]
    np.testing.assert_allclose(scores, all_scores[keep[whole]], rtol=1e-5)


def test_where(gallery):
    known = [{"moves": ["spin", "kick"], "qualities": ["slow"]}, {"moves": ["kick"]}, {}, {"moves": ["spin"]}, {}]
    some = replace(gallery, attributes=np.array([json.dumps(each) for each in known]))
    assert some.kinds == {"moves": ["kick", "spin"], "qualities": ["slow"], "source": ["puppet"]}
    assert some.where().all()
    assert np.flatnonzero(some.where(move="kick")).tolist() == [0, 1]
    assert np.flatnonzero(some.where(move="kick", quality="slow", source="puppet")).tolist() == [0]
    with pytest.raises(InputError, match="there are kick, spin"):
        some.where(move="waltz")
    with pytest.raises(InputError, match="there are slow"):
        some.where(quality="spin")
    lonely = replace(some, attributes=np.roll(some.attributes, 1), source=np.array(["a", "b", "b", "b", "b"]))
    with pytest.raises(InputError, match="kick and a together"):
        lonely.where(move="kick", source="a")


def test_search_of_another_model(gallery):
    with pytest.raises(InputError, match="index the dances again"):
        gallery.search(np.ones(3, dtype=np.float32), 1)


@pytest.mark.parametrize(
    "broken",
    [
        {"embeddings": np.zeros((5, 8), dtype=np.float32)},
        {"embeddings": np.zeros((0, 8), dtype=np.float32)},
        {"caption_embeddings": np.zeros((5, 8), dtype=np.float16)},
        {"positions": np.zeros((5, 22, 3), dtype=np.float32)},
        {"offsets": np.array([0, 10, 5, 20, 30, 40])},
        {"offsets": np.array([0, 1])},
        {"captions": np.array(["one"])},
        {"ids": np.array(["same"] * 5)},
        {"attributes": np.array(["{"] * 5)},
        {"attributes": np.array(["[]"] * 5)},
        {"source": np.array([None] * 5, dtype=object)},
    ],
    ids=lambda broken: next(iter(broken)),
)
def test_broken_files(gallery, tmp_path, broken):
    path = tmp_path / "broken.npz"
    np.savez(path, **{**{name: getattr(gallery, name) for name in FIELDS}, **broken})
    with pytest.raises(InputError, match=r"broken\.npz: This is not a gallery"):
        Gallery.load(path)


@pytest.mark.parametrize("content", [b"", b"not a gallery", b"PK\x03\x04 cut"])
def test_other_files(tmp_path, content):
    (tmp_path / "other.npz").write_bytes(content)
    with pytest.raises(InputError, match="not a gallery"):
        Gallery.load(tmp_path / "other.npz")


@pytest.mark.parametrize(("local", "central", "value"), [(6, 8, 1), (8, 10, 97)], ids=["encrypted", "unknown packing"])
def test_archives_that_cannot_be_unpacked(gallery, tmp_path, local, central, value):
    gallery.save(tmp_path / "locked.npz")
    content = bytearray((tmp_path / "locked.npz").read_bytes())
    content[local], content[content.index(b"PK\x01\x02") + central] = value, value
    (tmp_path / "locked.npz").write_bytes(content)
    with pytest.raises(InputError, match=r"locked\.npz: This is not a gallery"):
        Gallery.load(tmp_path / "locked.npz")


def test_missing_file(tmp_path):
    with pytest.raises(InputError, match="There is no gallery"):
        Gallery.load(tmp_path / "none.npz")
