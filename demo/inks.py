"""The colours of a picture, as numbers: what is drawn, and how four neighbours become one soft pixel.

A picture is drawn twice as large in a few dozen flat inks, one byte each. Where four neighbours are one ink, so is the
pixel; elsewhere it is the ink nearest to their mean, soft edges having inks of their own. Knows nothing of shapes.
"""

import numpy as np

Colour = tuple[int, int, int]

STAGE, GRID, SHADOW = (19, 21, 29), (66, 72, 92), (9, 10, 14)
SPOT = ((26, 29, 39), (34, 37, 50), (42, 46, 61))
"""The pool of light on the floor, from its rim inward."""

LEFT, RIGHT, BODY, HAIR = (255, 159, 67), (79, 177, 255), (240, 235, 226), (128, 120, 116)

SHADES, DARKEST = 9, 0.45
"""Steps from the near side of the body to the far one, and how much of a colour the stage takes at the last."""

FLOOR = (STAGE, *SPOT, SHADOW, GRID)
BODIES = (LEFT, RIGHT, BODY, HAIR)
CLEAR = 255
"""The number of no ink: a pixel that stays as it was."""

SUPERSAMPLE = 2


def blend(colour: Colour, other: Colour, share: float) -> Colour:
    """`colour` with a `share` of `other` in it."""
    return tuple(round(a + (b - a) * share) for a, b in zip(colour, other, strict=True))


def _inks() -> list[Colour]:
    """Every ink: the floor's, each colour of the body in its shades, then the steps of their soft edges."""
    solid = [blend(colour, STAGE, DARKEST * s / (SHADES - 1)) for colour in BODIES for s in range(SHADES)]
    edges = [blend(colour, STAGE, step / 5) for colour in solid for step in range(1, 5)]
    return [*FLOOR, *solid, *edges]


INKS = np.array(_inks(), dtype=np.uint8)
"""Red, green and blue of each ink, (n, 3); fewer than CLEAR."""


def floor(colour: Colour) -> int:
    """The ink of one of the floor's colours."""
    return FLOOR.index(colour)


def shade(colour: Colour, nearness: np.ndarray) -> np.ndarray:
    """The inks of one of the body's colours at `nearness` metres in front of the body's middle, of any shape."""
    step = np.round(np.clip(0.3 - nearness / 0.6, 0, 1) * (SHADES - 1)).astype(int)
    return len(FLOOR) + SHADES * BODIES.index(colour) + step


def soften(canvas: np.ndarray) -> np.ndarray:
    """Inks uint8 (2 * height, 2 * width), rows contiguous -> (height, width)."""
    pairs = canvas.view(np.uint16)
    upper, lower = (np.ascontiguousarray(rows) for rows in (pairs[::2], pairs[1::2]))
    soft = upper.astype(np.uint8)
    mixed = np.flatnonzero((upper != lower) | (soft != upper >> 8))
    sums = _SUMS[upper.ravel()[mixed]] + _SUMS[lower.ravel()[mixed]]
    soft.ravel()[mixed] = _NEAREST[(sums >> 15 & 31 << 10) | (sums >> 10 & 31 << 5) | (sums >> 5 & 31)]
    return soft


def _sums() -> np.ndarray:
    """For each two inks, as the two bytes of a number, the sums of their channels in ten bits each, uint32 (65536)."""
    red, green, blue = np.pad(INKS, ((0, 256 - len(INKS)), (0, 0))).astype(np.uint32).T
    packed = red << 20 | green << 10 | blue
    return (packed[:, None] + packed).ravel()


def _nearest() -> np.ndarray:
    """For each first five bits of red, green and blue, as one number, the ink nearest to them, uint8 (32768)."""
    step = np.arange(0, 256, 8) + 4
    cube = np.stack(np.meshgrid(step, step, step, indexing="ij"), axis=-1).reshape(-1, 3)
    inks = INKS.astype(int)
    return (np.square(inks).sum(-1) - 2 * cube @ inks.T).argmin(-1).astype(np.uint8)


_SUMS, _NEAREST = _sums(), _nearest()
