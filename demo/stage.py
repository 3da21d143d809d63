"""The dark stage, the pool of light on its floor, and the lines by which a travelling dancer is seen to travel."""

import numpy as np
from PIL import Image, ImageDraw

from demo.camera import Shot, see
from demo.inks import GRID, SPOT, STAGE, SUPERSAMPLE, floor

POOL = 0.41
"""Radius of the light, as a share of the picture's size."""


class Stage:
    """An empty stage, drawn again only when the camera goes elsewhere."""

    def __init__(self, shot: Shot) -> None:
        self.shot = shot
        self.light = np.array(_light(shot))
        self.centre, self.lit = None, np.empty_like(self.light)
        self.pen = pen_on(self.lit)

    def at(self, frame: int) -> np.ndarray:
        """The stage as the camera sees it then: inks uint8 (2 * size, 2 * size), not to be written to."""
        centre = self.shot.centre[frame]
        if self.centre is None or not np.array_equal(centre, self.centre):
            self.centre = centre
            self.lit[:] = self.light
            _grid(self.pen, self.shot, centre)
        return self.lit


def pen_on(canvas: np.ndarray) -> ImageDraw.ImageDraw:
    """What draws into `canvas` itself: inks uint8 (high, wide), rows contiguous."""
    image = Image.frombuffer("L", canvas.shape[::-1], canvas, "raw", "L", 0, 1)
    image.readonly = 0
    return ImageDraw.Draw(image)


def _light(shot: Shot) -> Image.Image:
    image = Image.new("L", (shot.size * SUPERSAMPLE, shot.size * SUPERSAMPLE), floor(STAGE))
    pen = ImageDraw.Draw(image)
    turn = np.linspace(0, 2 * np.pi, 90)
    rim = np.stack([np.cos(turn), np.zeros_like(turn), np.sin(turn)], axis=-1)
    for index, colour in enumerate(SPOT):
        radius = POOL * shot.size / shot.zoom * (1 - 0.14 * index)
        points = (see(rim * radius)[:, :2] * shot.zoom + shot.offset) * SUPERSAMPLE
        pen.polygon(points.ravel().tolist(), fill=floor(colour))
    return image


def _grid(pen: ImageDraw.ImageDraw, shot: Shot, centre: np.ndarray) -> None:
    """Lines every half metre of the floor, in the light only; they stay in place when the camera moves."""
    radius, lines = 0.7 * POOL * shot.size / shot.zoom, []
    step = 0.5 * np.ceil(radius / 3)  # seen from afar, every half metre would be too many
    for axis, start in enumerate(centre):
        across = np.arange(np.ceil((start - radius) / step), (start + radius) / step) * step - start
        along = np.sqrt(np.maximum(radius**2 - across**2, 0))
        ends = [np.stack([across, 0 * across, end][:: 1 - 2 * axis], axis=-1) for end in (-along, along)]
        lines.append(np.stack(ends, axis=1))
    points = (see(np.concatenate(lines))[..., :2] * shot.zoom + shot.offset) * SUPERSAMPLE
    for line in points.reshape(-1, 4).tolist():
        pen.line(line, fill=floor(GRID), width=SUPERSAMPLE)
