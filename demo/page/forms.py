"""What a dance can be taken away as: a clip as the bytes of a file. Knows no page and no models; quick to import."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from demo.reel import encode
from demo.render import SIZE, encode_gif
from motion.canonical import FPS
from motion.clip import Clip
from motion.write import WRITERS, Writer

SMALL = 240
"""Pixels of a GIF that is not the main one."""

DRAWN = 20 * FPS
"""Frames of a clip that go into a GIF; every other form has all of it."""

GIFS = {"dance.gif": SIZE, "small.gif": SMALL}
STILL = "still.gif"
"""One moment of a dance, for who wants to see less motion."""

OTHERS: dict[str, Callable[[Clip], bytes]] = {
    STILL: lambda clip: encode_gif(clip, SIZE),
    "dance.reel": encode,
    **{f"dance{ending}": lambda clip, write=write: _written(clip, write) for ending, write in WRITERS.items()},
}
FORMS = (*GIFS, *OTHERS)
"""The names of the files."""


def held(name: str, clip: Clip) -> Clip:
    """What of a clip the file with that name holds."""
    if name == STILL:
        return clip.cut(len(clip) // 2, len(clip) // 2 + 1)
    return clip.cut(0, DRAWN) if name in GIFS else clip


def make(name: str, clip: Clip, piece: int = 0, pieces: int = 1) -> bytes:
    """A canonical clip as the file of `FORMS` with that name; of a GIF, it may be one of so many pieces."""
    if name in GIFS:
        return encode_gif(held(name, clip), GIFS[name], piece, pieces)
    return OTHERS[name](held(name, clip))


def _written(clip: Clip, write: Writer) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dance"
        write(clip, path)
        return path.read_bytes()
