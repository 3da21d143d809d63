"""Search by an index: the dances that exact search finds, filters honoured, and no index of another gallery."""

from dataclasses import replace

import numpy as np
import pytest

from demo import gallery as room
from demo import near
from demo.exact import Exact, best
from demo.gallery import Gallery
from demo.near import Near
from motion.command import InputError

N, DIM, QUERIES = 6000, 32, 40


@pytest.fixture(scope="module")
def many() -> Gallery:
    """Dances in two hundred clusters, each with a caption somewhere near it."""
    rng = np.random.default_rng(0)
    centres = rng.standard_normal((200, DIM))
    dances = unit(centres[rng.integers(200, size=N)] + 0.4 * rng.standard_normal((N, DIM)))
    return Gallery(
        embeddings=dances.astype(np.float32),
        caption_embeddings=unit(dances + 0.1 * rng.standard_normal((N, DIM))).astype(np.float16),
        positions=np.zeros((N, 22, 3), dtype=np.int16),
        offsets=np.arange(N + 1),
        ids=np.arange(N).astype(np.str_),
        captions=np.full(N, "a dance"),
        attributes=np.full(N, "{}"),
        source=np.full(N, "here"),
    )


@pytest.fixture(scope="module")
def indexed(many, tmp_path_factory) -> Gallery:
    """The same, saved as a large gallery is, and mapped."""
    path = tmp_path_factory.mktemp("large") / "many.npz"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room, "LARGE", N)
        many.save(path)
    return Gallery.load(path)


@pytest.fixture(autouse=True)
def small_steps(monkeypatch):
    monkeypatch.setattr(near, "PROBES", 4)
    monkeypatch.setattr(room, "FEW", 100)


def unit(rows: np.ndarray) -> np.ndarray:
    return rows / np.linalg.norm(rows, axis=-1, keepdims=True)


def queries(many: Gallery) -> np.ndarray:
    rng = np.random.default_rng(1)
    return unit(many.embeddings[rng.integers(N, size=QUERIES)] + 0.1 * rng.standard_normal((QUERIES, DIM))).astype(
        np.float32
    )


def recall(many: Gallery, indexed: Gallery, keep: np.ndarray | None, by_caption: float) -> float:
    found = [
        set(indexed.search(query, 10, by_caption, keep)[0]) & set(many.search(query, 10, by_caption, keep)[0])
        for query in queries(many)
    ]
    return float(np.mean([len(each) / 10 for each in found]))


@pytest.mark.parametrize("by_caption", [0.0, 0.3, 1.0])
def test_the_index_finds_what_exact_search_finds(many, indexed, by_caption):
    assert indexed.near is not None
    assert recall(many, indexed, None, by_caption) > 0.97


def test_scores_are_exact(many, indexed):
    query = queries(many)[0]
    indices, scores = indexed.search(query, 5, 0.3)
    expected = 0.7 * many.embeddings @ query + 0.3 * many.caption_embeddings.astype(np.float32) @ query
    np.testing.assert_allclose(scores, expected[indices], atol=1e-6)
    assert (np.diff(scores) <= 0).all()


@pytest.mark.parametrize("share", [0.5, 0.05, 0.01])
def test_only_what_is_kept_is_found(many, indexed, share):
    """At the last share so few are kept that they are compared one by one."""
    keep = np.random.default_rng(2).random(N) < share
    assert recall(many, indexed, keep, 0.3) > 0.97
    indices, _ = indexed.search(queries(many)[0], 10, 0.3, keep)
    assert len(indices) == 10
    assert keep[indices].all()


def test_a_whole_ranking_is_whole(many, indexed):
    query = queries(many)[0]
    for by_caption in (0.0, 0.3):
        np.testing.assert_array_equal(indexed.search(query, N, by_caption)[0], many.search(query, N, by_caption)[0])


def test_a_large_gallery_is_not_read_to_be_loaded(indexed):
    for name in ("embeddings", "caption_embeddings", "positions"):
        assert isinstance(getattr(indexed, name), np.memmap)


def test_another_gallerys_index_is_left_alone(many, tmp_path, monkeypatch):
    monkeypatch.setattr(room, "LARGE", N)
    many.save(tmp_path / "a.npz")
    (index,) = tmp_path.glob("*.index")
    other = replace(many, embeddings=np.roll(many.embeddings, 1, axis=0))
    other.save(tmp_path / "a.npz")
    (newer,) = tmp_path.glob("*.index")
    assert newer != index
    namesake = tmp_path / "a.b.0123456789abcdef.index"
    namesake.touch()
    monkeypatch.setattr(room, "LARGE", N + 1)
    many.save(tmp_path / "a.npz")
    assert list(tmp_path.glob("*.index")) == [namesake]
    assert Gallery.load(tmp_path / "a.npz").near is None


def test_a_broken_index(many, tmp_path, monkeypatch):
    monkeypatch.setattr(room, "LARGE", N)
    many.save(tmp_path / "a.npz")
    (index,) = tmp_path.glob("*.index")
    index.write_bytes(b"no index")
    with pytest.raises(InputError, match="is no index"):
        Gallery.load(tmp_path / "a.npz")


def test_an_index_of_fewer_dances(many):
    with pytest.raises(InputError, match="index of as many dances"):
        replace(many, near=Near.build(many.embeddings[1:], many.caption_embeddings[1:]))


def test_chunks_of_exact_search_do_not_matter(many, monkeypatch):
    query = queries(many)[0]
    whole = Exact(many.embeddings, many.caption_embeddings).scores(query, 0.3, None)
    monkeypatch.setattr("demo.exact.KEPT", 1000)
    np.testing.assert_allclose(
        Exact(many.embeddings, many.caption_embeddings).scores(query, 0.3, None), whole, atol=1e-5
    )


@pytest.mark.parametrize("top_k", [1, 7, 50, 99])
def test_best_is_a_stable_sort(top_k):
    scores = np.random.default_rng(0).integers(0, 6, 50).astype(np.float32)
    assert best(scores, top_k).tolist() == np.argsort(-scores, kind="stable")[:top_k].tolist()
