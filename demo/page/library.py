"""What the page has loaded, once for all visitors: the encoders, the gallery, the vocabulary. Knows no Gradio."""

import json
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property, lru_cache
from tempfile import TemporaryDirectory
from urllib.parse import quote

from demo.atlas import Atlas
from demo.compose.composer import Composer
from demo.encoders import Encoders
from demo.gallery import Gallery
from demo.label import Labels
from demo.page.forms import FORMS
from demo.page.pens import Pens
from demo.page.shelf import Shelf
from demo.why import Why

KEPT = 16_000_000
"""Bytes of files of the gallery's dances that stay in memory: a large GIF has about 240 kB, a reel 13."""

HANDS = 2
"""Threads that hand dances to the pens: while one file is made, the next one is got ready."""

COMPOSED = 32
"""Composed dances that stay in memory, for their files; one of two minutes, the longest, has 600 kB."""


class Library:
    """The models of `models/`, warm: no visitor waits for one to load.

    composing: the thread that makes files of composed dances, so that these, which take longer, hold up no others.
    folder: for files of the gallery's dances that visitors may choose; it goes when the page ends and is not killed.
    """

    def __init__(self) -> None:
        self.encoders, self.gallery, self.labels = Encoders(), Gallery.load(), Labels.load()
        self.why = Why(self.encoders, self.labels)
        self.encoders.read_words()
        self.encoders.encode_dance([self.gallery.clip(0).positions])
        self.atlas = Atlas.load(self.gallery)
        self.pens, self.hands = Pens(), ThreadPoolExecutor(HANDS)
        self._shelf = Shelf(self._made, KEPT, self.hands)
        self.composer = Composer(self.encoders, self.gallery, self.labels)
        self.composing = ThreadPoolExecutor(1)
        self.folder = TemporaryDirectory()
        self.composed = lru_cache(maxsize=COMPOSED)(self.composer.compose)

    @cached_property
    def map(self) -> bytes:
        """What the map shows, as JSON."""
        return json.dumps(self.atlas.data(), ensure_ascii=False).encode()

    def form(self, id: str, name: str) -> Future:
        """A dance of the gallery as the bytes of a file of `FORMS`, which is begun with."""
        return self._shelf.begin(id, name)

    def _made(self, id: str, name: str) -> bytes:
        return self.pens.make(name, self.gallery.clip(self.gallery.index(id)))

    @staticmethod
    def links(id: str) -> dict[str, str]:
        """Where the page serves a dance of the gallery, relative to the page, by the name of the file."""
        return {name: f"dances/{quote(id, safe='')}/{name}" for name in FORMS}
