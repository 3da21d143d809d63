import pytest

from demo.compose.composer import Composer
from demo.encoders import Encoders
from demo.gallery import Gallery
from demo.index import build_gallery
from demo.label import Labels
from tests.demo.puppet import puppet

DANCES = {
    "still": {"wave": 0},
    "wave": {"frames": 70},
    "spin": {"turn": 360, "wave": 0},
    "kick": {"kick": 100, "wave": 0},
    "walk": {"travel": 3, "wave": 0, "frames": 90},
}
"""What the puppet does in the tiny gallery, by id."""


@pytest.fixture(scope="session")
def encoders() -> Encoders:
    return Encoders()


@pytest.fixture(scope="session")
def labels() -> Labels:
    return Labels.load()


@pytest.fixture(scope="session")
def studio() -> Gallery:
    """The gallery that comes with the repository."""
    return Gallery.load()


@pytest.fixture(scope="session")
def composer(encoders: Encoders, studio: Gallery, labels: Labels) -> Composer:
    return Composer(encoders, studio, labels)


@pytest.fixture(scope="session")
def gallery(encoders: Encoders) -> Gallery:
    clips = [puppet(**how) for how in DANCES.values()]
    attributes = [{"moves": [name], "qualities": [], "side": None, "direction": None} for name in DANCES]
    captions = [[f"a puppet does the {name} <ü>"] for name in DANCES]
    return build_gallery(clips, captions, attributes, ["puppet"] * len(clips), list(DANCES), encoders)
