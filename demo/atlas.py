"""The map of a gallery: a place for each dance, names for its regions, and where a new embedding belongs.

The export has placed the dances that it shipped, neighbours near. Any other gallery lies along the two directions in
which its embeddings spread most. Knows nothing of encoders or pages.
"""

import json
from collections import Counter
from pathlib import Path

import numpy as np

from demo.encoders import MODELS
from demo.gallery import Gallery
from motion.command import InputError

NEAREST, SHARPNESS = 10, 30.0
"""A new embedding lies amid so many of its nearest dances, each counting exp(SHARPNESS x its cosine)."""

NAMED = 4
"""Dances that a move needs on the map to have its name there."""

OTHER = "other"
"""The family of a dance whose move is of no known family, or not known."""


class Atlas:
    """A gallery on a plane.

    families: the moves of each family, {family: [move, ...]}. places: where each dance is, float32 (n, 2), 0 to 1,
    x to the right and y down.
    """

    def __init__(self, gallery: Gallery, families: dict[str, list[str]], places: np.ndarray) -> None:
        self.gallery, self.families, self.places = gallery, families, places

    @classmethod
    def load(cls, gallery: Gallery, folder: Path = MODELS) -> "Atlas":
        """The atlas of a gallery by `atlas.json` of a `models/` folder. Raises InputError when it is not there."""
        try:
            stored = json.loads((folder / "atlas.json").read_text(encoding="utf-8"))
        except FileNotFoundError as error:
            raise InputError(f"There is no {error.filename}; `python -m export` writes it.") from error
        known, ids = stored["places"], gallery.ids.tolist()
        placed = known.keys() >= set(ids)
        places = np.array([known[id] for id in ids], np.float32) if placed else widest(gallery.embeddings)
        return cls(gallery, stored["families"], places)

    def place(self, embedding: np.ndarray) -> tuple[float, float]:
        """Where an embedding (dim) of a text or a dance belongs: amid its nearest dances, and not between two regions.

        It is the point from which the weighted distances to them add up to least, which stays with the majority.
        """
        indices, cosines = self.gallery.search(embedding, NEAREST)
        near, weight = self.places[indices].astype(np.float64), np.exp(SHARPNESS * (cosines - cosines.max()))
        point = weight @ near / weight.sum()
        for _ in range(20):
            pull = weight / np.maximum(np.linalg.norm(near - point, axis=-1), 1e-3)
            point = pull @ near / pull.sum()
        return round(float(point[0]), 4), round(float(point[1]), 4)

    def data(self) -> dict:
        """All that `<dance-map>` shows, as JSON-ready values.

        families: their names. x, y, family, id, caption: lists (n); family counts into families. names: a name, where
        it stands, its family, and how many dances it stands for, for each first move (or caption, where no move is
        known) with enough of them, most first.
        """
        moves = [self._move(index) for index in range(len(self.gallery))]
        family_of = {move: family for family, known in self.families.items() for move in known}
        families = [family_of.get(move, OTHER) for move in moves]
        present = sorted(set(families), key=[*self.families, OTHER].index)
        return {
            "families": present,
            "x": [round(float(x), 4) for x in self.places[:, 0]],
            "y": [round(float(y), 4) for y in self.places[:, 1]],
            "family": [present.index(family) for family in families],
            "id": self.gallery.ids.tolist(),
            "caption": self.gallery.captions.tolist(),
            "names": [
                {
                    "text": move.replace("_", " "),
                    "count": count,
                    "family": present.index(family_of.get(move, OTHER)),
                    **self._middle(np.array([each == move for each in moves])),
                }
                for move, count in Counter(moves).most_common()
                if count >= NAMED
            ],
        }

    def _move(self, index: int) -> str:
        known = self.gallery.entry(index)
        return next(iter(known["attributes"].get("moves", [])), known["caption"])

    def _middle(self, chosen: np.ndarray) -> dict[str, float]:
        """The dance in the midst of the chosen ones (bool (n)), so that a name never stands where none is."""
        places = self.places[chosen]
        x, y = places[np.linalg.norm(places[:, None] - places, axis=-1).sum(1).argmin()].tolist()
        return {"x": round(x, 4), "y": round(y, 4)}


def widest(rows: np.ndarray) -> np.ndarray:
    """Rows (n, dim), n > 0, along the two directions in which they spread most: float32 (n, 2), 0 to 1."""
    middle = rows - rows.mean(0)
    _, directions = np.linalg.eigh(middle.T @ middle)
    return unit_square(middle @ directions[:, :-3:-1])


def unit_square(places: np.ndarray) -> np.ndarray:
    """Places (n, 2) moved and scaled, both axes alike, to fill the square from 0 to 1: float32."""
    low, high = places.min(0), places.max(0)
    middled = (places - (low + high) / 2) / max(float((high - low).max()), 1e-6)
    return np.clip(0.5 + middled, 0, 1).astype(np.float32)
