"""What the page has loaded, once for all visitors: the encoders, the gallery, the vocabulary. Knows no Gradio."""

import json
import tempfile
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property, lru_cache
from pathlib import Path
from urllib.parse import quote

from demo.atlas import Atlas
from demo.compose.composer import Composer
from demo.encoders import Encoders
from demo.gallery import Gallery
from demo.label import Labels
from demo.page.shelf import Shelf
from demo.reel import encode
from demo.render import SIZE, encode_gif
from demo.why import Why
from motion import Clip
from motion.write import WRITERS, Writer

SMALL = 240
"""Pixels of a GIF that is not the main one."""

KEPT = 16_000_000
"""Bytes of files of the gallery's dances that stay in memory: a large GIF has about 240 kB, a reel 13."""

PENS = 2
"""Dances drawn at once, by threads that do nothing else: what a drawing needs is left in as few places of memory."""

COMPOSED = 32
"""Composed dances that stay in memory, for their files; one of two minutes, the longest, has 600 kB."""

FORMS: dict[str, Callable[[Clip], bytes]] = {
    "dance.gif": lambda clip: encode_gif(clip, SIZE),
    "small.gif": lambda clip: encode_gif(clip, SMALL),
    "dance.reel": encode,
    **{f"dance{ending}": lambda clip, write=write: _written(clip, write) for ending, write in WRITERS.items()},
}
"""What a dance can be taken away as, by the name of the file."""


class Library:
    """The models of `models/`, warm: no visitor waits for one to load."""

    def __init__(self) -> None:
        self.encoders, self.gallery, self.labels = Encoders(), Gallery.load(), Labels.load()
        self.why = Why(self.encoders, self.labels)
        self.encoders.encode_dance([self.gallery.clip(0).positions])
        self.atlas = Atlas.load(self.gallery)
        self.pens = ThreadPoolExecutor(PENS)
        self._shelf = Shelf(lambda id, name: FORMS[name](self.gallery.clip(self.gallery.index(id))), KEPT, self.pens)
        self.composer = Composer(self.encoders, self.gallery, self.labels)
        self.composed = lru_cache(maxsize=COMPOSED)(self.composer.compose)

    @cached_property
    def map(self) -> bytes:
        """What the map shows, as JSON."""
        return json.dumps(self.atlas.data(), ensure_ascii=False).encode()

    def form(self, id: str, name: str) -> Future:
        """A dance of the gallery as the bytes of a file of `FORMS`, which is begun with."""
        return self._shelf.begin(id, name)

    @staticmethod
    def links(id: str) -> dict[str, str]:
        """Where the page serves a dance of the gallery, relative to the page, by the name of the file."""
        return {name: f"dances/{quote(id, safe='')}/{name}" for name in FORMS}


def _written(clip: Clip, write: Writer) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dance"
        write(clip, path)
        return path.read_bytes()
