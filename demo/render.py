"""Clips to pictures: an animated GIF for the page, a contact sheet for whoever looks at many dances at once.

All drawing is `demo.figure`'s. A GIF holds 256 colours, and its inks are fewer, so that they are the palette of every
frame of every dance, and no frame has to be quantised.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from PIL import GifImagePlugin, Image, ImageDraw, ImageFont

from demo.camera import Shot, film
from demo.figure import draw
from demo.inks import BODY, CLEAR, HAIR, INKS, STAGE
from motion.canonical import FPS
from motion.clip import Clip

SIZE = 384
"""Pixels, both ways."""


def render_gif(clip: Clip, path: str | Path, size: int = SIZE) -> None:
    """Write a canonical clip as a GIF that repeats for ever: one frame of the GIF for each of the clip, 50 ms each."""
    Path(path).write_bytes(encode_gif(clip, size))


def encode_gif(clip: Clip, size: int, piece: int = 0, pieces: int = 1) -> bytes:
    """The bytes of that GIF, or of one of so many pieces, which one after the other are the GIF.

    Of a frame only what changed is in it; equal frames stay, so that their count is the clip's.
    """
    start, stop = (len(clip) * edge // pieces for edge in (piece, piece + 1))
    chunks = [_head(size)] if piece == 0 else []
    first = max(start - 1, 0)  # the frame before is drawn too, and not written, for the next one to differ from
    shot = film(clip, size).cut(first, max(stop, first + 1))
    screen = np.full((size, size), CLEAR, dtype=np.uint8)
    for number, ((left, top, right, bottom), inks) in enumerate(draw(shot, range(stop - first))):
        shown = screen[top:bottom, left:right]
        if first + number >= start:
            chunks += _frame(inks, shown, left, top)
        shown[:] = inks
    return b"".join([*chunks, b";"] if piece == pieces - 1 else chunks)


def _head(size: int) -> bytes:
    blank = Image.new("P", (size, size))
    blank.putpalette(INKS.tobytes())
    return b"".join(GifImagePlugin.getheader(blank, info={"loop": 0, "optimize": False, "duration": 1000 // FPS})[0])


def _frame(inks: np.ndarray, shown: np.ndarray, left: int, top: int) -> list[bytes]:
    """Inks where others are `shown` now, both uint8 (high, wide), as a frame of a GIF with its corner there."""
    changed = inks != shown
    rows, columns = (_span(changed.any(axis)) for axis in (1, 0))
    patch = np.where(changed[rows, columns], inks[rows, columns], CLEAR)
    return GifImagePlugin.getdata(
        Image.frombytes("P", patch.shape[::-1], patch.tobytes()),
        (left + columns.start, top + rows.start),
        duration=1000 // FPS,
        disposal=1,
        transparency=CLEAR,
    )


def _span(changed: np.ndarray) -> slice:
    """From the first to the last row or column that changed; one where none did, since a frame has some size."""
    places = np.flatnonzero(changed)
    return slice(int(places[0]), int(places[-1]) + 1) if len(places) else slice(0, 1)


def contact_sheet(clips: list[Clip], titles: list[str], frames_per_clip: int = 8, size: int = 160) -> Image.Image:
    """One row for each clip, `frames_per_clip` moments spread evenly over it, under its title.

    Each says when it is, and shows the way over the floor so far, since the camera goes along.
    """
    title = 20
    sheet = Image.new("RGB", (size * frames_per_clip, (size + title) * len(clips)), STAGE)
    pen, font, small = ImageDraw.Draw(sheet), ImageFont.load_default(13), ImageFont.load_default(10)
    for row, (clip, text) in enumerate(zip(clips, titles, strict=True)):
        top = row * (size + title)
        pen.text((6, top + 2), text, fill=BODY, font=font)
        shot = film(clip, size)
        moments = np.linspace(0, len(clip) - 1, frames_per_clip).round().astype(int).tolist()
        for column, (frame, picture) in enumerate(zip(moments, pictures(shot, moments), strict=True)):
            pencil = ImageDraw.Draw(picture)
            pencil.line(list(map(tuple, shot.way(clip, frame))), HAIR, 2)
            pencil.text((6, size - 16), f"{frame / clip.fps:.1f} s", fill=HAIR, font=small)
            sheet.paste(picture, (column * size, top + title))
    return sheet


def pictures(shot: Shot, frames: Sequence[int]) -> Iterator[Image.Image]:
    """Frames as RGB images, `shot.size` pixels square."""
    screen = np.zeros((shot.size, shot.size), dtype=np.uint8)
    for (left, top, right, bottom), inks in draw(shot, frames):
        screen[top:bottom, left:right] = inks
        yield Image.fromarray(INKS[screen])
