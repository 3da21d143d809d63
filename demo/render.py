"""Clips to pictures: an animated GIF for the page, a contact sheet for whoever looks at many dances at once.

All drawing is `demo.figure`'s. A GIF holds 256 colours, and the stage needs fewer, so one palette made of its colours
and the steps between them serves every frame of every dance, and no frame has to be quantised on its own.
"""

from functools import cache
from pathlib import Path

import numpy as np
from PIL import GifImagePlugin, Image, ImageDraw, ImageFont

from demo import figure
from demo.camera import film
from motion.canonical import FPS
from motion.clip import Clip

SIZE = 384
"""Pixels, both ways."""


def render_gif(clip: Clip, path: str | Path, size: int = SIZE) -> None:
    """Write a canonical clip as a GIF that repeats for ever: one frame of the GIF for each of the clip, 50 ms each."""
    Path(path).write_bytes(encode_gif(clip, size))


def encode_gif(clip: Clip, size: int) -> bytes:
    """The bytes of that GIF. A frame holds only what changed; equal frames stay, so that their count is the clip's."""
    shot = film(clip, size)
    colours, nearest = palette()
    blank = Image.new("P", (size, size))
    blank.putpalette(colours.tobytes())
    chunks = GifImagePlugin.getheader(blank, info={"loop": 0, "optimize": False, "duration": 1000 // FPS})[0]
    for frame in range(len(clip)):
        box = shot.changed(frame)
        indices = nearest[_key(np.asarray(figure.draw(shot, frame, box)))]
        patch = Image.frombytes("P", indices.shape[::-1], indices.tobytes())
        chunks += GifImagePlugin.getdata(patch, box[:2], duration=1000 // FPS, disposal=1)
    return b"".join([*chunks, b";"])


def contact_sheet(clips: list[Clip], titles: list[str], frames_per_clip: int = 8, size: int = 160) -> Image.Image:
    """One row for each clip, `frames_per_clip` moments spread evenly over it, under its title.

    Each says when it is, and shows the way over the floor so far, since the camera goes along.
    """
    title = 20
    sheet = Image.new("RGB", (size * frames_per_clip, (size + title) * len(clips)), figure.STAGE)
    pen, font, small = ImageDraw.Draw(sheet), ImageFont.load_default(13), ImageFont.load_default(10)
    for row, (clip, text) in enumerate(zip(clips, titles, strict=True)):
        top = row * (size + title)
        pen.text((6, top + 2), text, fill=figure.BODY, font=font)
        shot = film(clip, size)
        for column, frame in enumerate(np.linspace(0, len(clip) - 1, frames_per_clip).round().astype(int)):
            picture = figure.draw(shot, frame)
            pencil = ImageDraw.Draw(picture)
            pencil.line(list(map(tuple, shot.way(clip, frame))), figure.HAIR, 2)
            pencil.text((6, size - 16), f"{frame / clip.fps:.1f} s", fill=figure.HAIR, font=small)
            sheet.paste(picture, (column * size, top + title))
    return sheet


@cache
def palette() -> tuple[np.ndarray, np.ndarray]:
    """Colours uint8 (256, 3), and for each `_key` the index of the nearest one, uint8 (32768)."""
    colours = np.zeros((256, 3), dtype=np.uint8)
    inks = np.array(figure.inks())
    colours[: len(inks)] = inks
    step = np.arange(0, 256, 8) + 4
    cube = np.stack(np.meshgrid(step, step, step, indexing="ij"), axis=-1).reshape(-1, 3)
    nearest = (np.square(inks).sum(-1) - 2 * cube @ inks.T).argmin(-1).astype(np.uint8)
    own = _key(inks.astype(np.uint8))[::-1]  # backwards, so that of two inks with one key the first, flatter one stays
    nearest[own] = np.arange(len(inks))[::-1]
    return colours, nearest


def _key(pixels: np.ndarray) -> np.ndarray:
    """The first five bits of each channel of pixels uint8 (..., 3) as one number."""
    red, green, blue = np.moveaxis(pixels.astype(np.uint16), -1, 0)
    return (red >> 3) << 10 | (green >> 3) << 5 | blue >> 3
