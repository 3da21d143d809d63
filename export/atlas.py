"""The map that the page shows: the families of moves, and a place for each dance of the gallery."""

from demo.atlas import unit_square
from demo.gallery import Gallery
from train.plane import on_a_plane
from train.studio.repertoire import Move


def atlas(gallery: Gallery, moves: dict[str, Move]) -> dict:
    """What `atlas.json` holds: families, {family: [move, ...]}, and places, {id: [x, y]} from 0 to 1."""
    places = unit_square(on_a_plane(gallery.embeddings)).astype(float).round(4).tolist()
    return {
        "families": {
            family: [each.id for each in moves.values() if each.family == family]
            for family in sorted({each.family for each in moves.values()})
        },
        "places": dict(zip(gallery.ids.tolist(), places, strict=True)),
    }
