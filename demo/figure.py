"""One frame of a dancer, drawn on a lit stage. Knows nothing of files, models or pages.

The dancer's left limbs are orange and the right ones blue (told apart under every common colour blindness), what is
farther is darker, a face says where the dancer looks, and the shadow says where the feet are.
"""

from functools import lru_cache

import numpy as np
from PIL import Image, ImageDraw

from demo.camera import Shot, see
from motion.skeleton import INDEX

Colour = tuple[int, int, int]

STAGE, GRID, SHADOW = (19, 21, 29), (66, 72, 92), (9, 10, 14)
SPOT = ((26, 29, 39), (34, 37, 50), (42, 46, 61))
"""The pool of light on the floor, from its rim inward."""

LEFT, RIGHT, BODY, HAIR = (255, 159, 67), (79, 177, 255), (240, 235, 226), (128, 120, 116)

SHADES, DARKEST = 9, 0.45
"""Steps from the near side of the body to the far one, and how much of a colour the stage takes at the last."""

LEG, ARM = (0.082, 0.06, 0.042, 0.034), (0.056, 0.042, 0.037)
LIMBS = (
    (LEFT, ("left_hip", "left_knee", "left_ankle", "left_foot"), LEG, -0.15),
    (RIGHT, ("right_hip", "right_knee", "right_ankle", "right_foot"), LEG, -0.15),
    (LEFT, ("left_shoulder", "left_elbow", "left_wrist"), ARM, 0.0),
    (RIGHT, ("right_shoulder", "right_elbow", "right_wrist"), ARM, 0.0),
)
"""Colour, joints, the radius at each joint, and how much nearer than it is a limb counts when it meets the trunk."""

CHAINS = tuple(
    [INDEX[name] for name in names]
    for names in (*(("pelvis" if len(limb) == 4 else "spine3", *limb) for _, limb, _, _ in LIMBS), ("pelvis", "head"))
)
"""What casts a shadow: legs, arms and spine, as joint indices."""

OUTLINE = 0.018
"""Stage colour around each part, so that crossing limbs stay apart. This and every radius: metres."""

POOL = 0.41
"""Radius of the light, as a share of the picture's size."""

SUPERSAMPLE = 2


def draw(shot: Shot, frame: int, box: tuple[int, int, int, int] | None = None) -> Image.Image:
    """Frame `frame` as an RGB image, `shot.size` pixels square, or only its `box` (left, top, right, bottom)."""
    image = _light(shot.size, shot.zoom, *shot.offset).copy()
    pen = ImageDraw.Draw(image)
    metre, pixels = shot.zoom * SUPERSAMPLE, np.array([SUPERSAMPLE, SUPERSAMPLE, 1])
    joints, face = shot.joints[frame] * pixels, shot.face[frame] * pixels
    _grid(pen, shot, shot.centre[frame])
    _shadow(pen, metre, shot.shadow[frame] * SUPERSAMPLE)

    middle = joints[:, 2].mean()
    parts = [(0.0, middle, _trunk, (joints,))]
    for colour, names, radii, bias in LIMBS:
        points = joints[[INDEX[name] for name in names]]
        parts.append((bias, points[:, 2].mean(), _limb, (points, colour, radii)))
    skull = joints[INDEX["head"]]
    parts.append((0.15, skull[2], _head, (skull, face)))
    for _, near, paint, what in sorted(parts, key=lambda part: part[0] + part[1]):
        paint(pen, metre, near - middle, *what)
    return image.reduce(SUPERSAMPLE, box and tuple(edge * SUPERSAMPLE for edge in box))


def shade(colour: Colour, nearness: float) -> Colour:
    """`colour` at `nearness` metres in front of the body's middle."""
    step = round(min(max(0.3 - nearness / 0.6, 0), 1) * (SHADES - 1))
    return blend(colour, STAGE, DARKEST * step / (SHADES - 1))


def blend(colour: Colour, other: Colour, share: float) -> Colour:
    """`colour` with a `share` of `other` in it."""
    return tuple(round(a + (b - a) * share) for a, b in zip(colour, other, strict=True))


@lru_cache(maxsize=8)
def _light(size: int, zoom: float, left: float, top: float) -> Image.Image:
    """The dark stage and the pool of light on its floor, which goes where the camera looks."""
    image = Image.new("RGB", (size * SUPERSAMPLE, size * SUPERSAMPLE), STAGE)
    pen = ImageDraw.Draw(image)
    turn = np.linspace(0, 2 * np.pi, 90)
    rim = np.stack([np.cos(turn), np.zeros_like(turn), np.sin(turn)], axis=-1)
    for index, colour in enumerate(SPOT):
        radius = POOL * size / zoom * (1 - 0.14 * index)
        points = (see(rim * radius)[:, :2] * zoom + [left, top]) * SUPERSAMPLE
        pen.polygon(points.ravel().tolist(), fill=colour)
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
        pen.line(line, fill=GRID, width=SUPERSAMPLE)


def _shadow(pen: ImageDraw.ImageDraw, metre: float, points: np.ndarray) -> None:
    radius = 0.045 * metre
    for chain in CHAINS:
        places = points[chain]
        pen.line(places.ravel().tolist(), fill=SHADOW, width=round(1.1 * radius))
        for x, y in places[1:].tolist():
            pen.ellipse((x - radius, y - radius / 2, x + radius, y + radius / 2), fill=SHADOW)


def _limb(pen, metre: float, nearness: float, points: np.ndarray, colour: Colour, radii: tuple) -> None:
    for ink, extra in ((STAGE, OUTLINE), (shade(colour, nearness), 0)):
        _rods(pen, points, [(radius + extra) * metre for radius in radii], ink)


def _trunk(pen, metre: float, nearness: float, joints: np.ndarray) -> None:
    """Shoulders and hips joined through a waist, around a spine with some depth for the view from the side."""

    def at(name: str) -> np.ndarray:
        return joints[INDEX[name]]

    waist = at("spine1")
    side = 0.45 * (at("left_hip") - at("right_hip"))
    outline = [at("left_shoulder"), waist + side, at("left_hip"), at("right_hip"), waist - side, at("right_shoulder")]
    spine = np.stack([at("spine3"), waist, at("pelvis")])
    neck = np.stack([at("left_shoulder") + at("right_shoulder"), at("neck") + at("head")]) / 2
    for ink, extra in ((STAGE, OUTLINE), (shade(BODY, nearness), 0)):
        pen.polygon([value for point in outline for value in point[:2].tolist()], fill=ink)
        radii = [(radius + extra) * metre for radius in (0.058, 0.055, 0.085, 0.085, 0.055, 0.058)]
        _rods(pen, np.stack([*outline, outline[0]]), [*radii, radii[0]], ink)
        _rods(pen, spine, [(radius + extra) * metre for radius in (0.1, 0.085, 0.1)], ink)
        _rods(pen, neck, [(0.07 + extra) * metre, (0.048 + extra) * metre], ink)


def _head(pen, metre: float, nearness: float, skull: np.ndarray, face: np.ndarray) -> None:
    _disc(pen, skull, (0.115 + OUTLINE) * metre, STAGE)
    discs = [(skull, 0.115, HAIR), (face, 0.088, BODY)]
    for point, radius, colour in sorted(discs, key=lambda disc: disc[0][2]):
        _disc(pen, point, radius * metre, shade(colour, nearness))


def _rods(pen, points: np.ndarray, radii: list[float], colour: Colour) -> None:
    """A chain of round-ended rods through points (n, 2 or more), as thick as `radii` (n) pixels there."""
    places = points.tolist()
    for (ax, ay, *_), (bx, by, *_), a, b in zip(places, places[1:], radii, radii[1:], strict=False):
        length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5 or 1.0
        x, y = (ay - by) / length, (bx - ax) / length
        corners = (ax + x * a, ay + y * a, bx + x * b, by + y * b, bx - x * b, by - y * b, ax - x * a, ay - y * a)
        pen.polygon(corners, fill=colour)
    for place, radius in zip(places, radii, strict=True):
        _disc(pen, place, radius, colour)


def _disc(pen, centre, radius: float, colour: Colour) -> None:
    x, y = centre[0], centre[1]
    pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)


def inks() -> list[Colour]:
    """Every colour a frame can hold, flat ones first, then the steps of their soft edges; at most 256."""
    solid = [
        blend(colour, STAGE, DARKEST * s / (SHADES - 1)) for colour in (LEFT, RIGHT, BODY, HAIR) for s in range(SHADES)
    ]
    floor = [STAGE, *SPOT, SHADOW, GRID]
    edges = [blend(colour, STAGE, step / 5) for colour in solid for step in range(1, 5)]
    return list(dict.fromkeys([*floor, *solid, *edges]))[:256]
