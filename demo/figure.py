"""A dancer on a lit stage, frame by frame. Knows nothing of files, models or pages.

The dancer's left limbs are orange and the right ones blue (told apart under every common colour blindness), what is
farther is darker, a face says where the dancer looks, and the shadow says where the feet are.

The shapes of all frames are worked out together, and only drawing goes frame by frame.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from demo.camera import Box, Shot
from demo.inks import BODY, HAIR, LEFT, RIGHT, SHADOW, STAGE, SUPERSAMPLE, floor, shade, soften
from demo.stage import Stage, pen_on
from motion.skeleton import INDEX

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

Stroke = tuple[list[int], list, list]
"""For each frame: an ink, the corners of polygons (how many, 8) and the boxes of discs (how many, 4) drawn in it."""


def draw(shot: Shot, frames: Sequence[int]) -> Iterator[tuple[Box, np.ndarray]]:
    """Frames, one after the other: the box outside of which nothing changed, and the inks in it, uint8 (high, wide)."""
    stage, (parts, order), (lines, ends, wide) = Stage(shot), _body(shot), _shadow(shot)
    canvas = np.empty((shot.size * SUPERSAMPLE, shot.size * SUPERSAMPLE), dtype=np.uint8)
    pen = pen_on(canvas)
    before = None
    for frame in frames:
        box, before = shot.changed(frame, before), frame
        left, top, right, bottom = (edge * SUPERSAMPLE for edge in box)
        canvas[top:bottom, left:right] = stage.at(frame)[top:bottom, left:right]
        for line in lines:
            pen.line(line[frame], fill=floor(SHADOW), width=wide)
        for disc in ends[frame]:
            pen.ellipse(disc, fill=floor(SHADOW))
        for part in order[frame]:
            for inks, polygons, discs in parts[part]:
                ink = inks[frame]
                for polygon in polygons[frame]:
                    pen.polygon(polygon, fill=ink)
                for disc in discs[frame]:
                    pen.ellipse(disc, fill=ink)
        yield box, soften(canvas[top:bottom, left:right])


def _body(shot: Shot) -> tuple[list[list[Stroke]], list[list[int]]]:
    """The parts of the body, each as strokes to be drawn in turn, and for each frame which part comes when."""
    joints, face = (points * [SUPERSAMPLE, SUPERSAMPLE, 1] for points in (shot.joints, shot.face))
    metre, middle = shot.zoom * SUPERSAMPLE, joints[..., 2].mean(1)
    parts, nearness = [_outlined(*_trunk(joints), metre, shade(BODY, 0 * middle))], [middle]
    for colour, names, radii, bias in LIMBS:
        points = joints[:, [INDEX[name] for name in names]]
        near = points[..., 2].mean(1)
        parts.append(_outlined([(points, radii)], [], metre, shade(colour, near - middle)))
        nearness.append(near + bias)
    skull = joints[:, INDEX["head"]]
    parts.append(_head(skull, face, metre, skull[:, 2] - middle))
    nearness.append(skull[:, 2] + 0.15)
    return parts, np.argsort(nearness, axis=0, kind="stable").T.tolist()


def _trunk(joints: np.ndarray) -> tuple[list[tuple], list[np.ndarray]]:
    """Shoulders and hips joined through a waist, around a spine with some depth for the view from the side."""

    def at(*names: str) -> np.ndarray:
        return joints[:, [INDEX[name] for name in names]]

    waist, side = at("spine1"), 0.45 * (at("left_hip") - at("right_hip"))
    above = np.concatenate([at("right_shoulder", "left_shoulder"), waist + side, waist - side], axis=1)
    below = np.concatenate([waist + side, at("left_hip", "right_hip"), waist - side], axis=1)
    around = np.concatenate([at("left_shoulder"), below, at("right_shoulder", "left_shoulder")], axis=1)
    neck = (at("left_shoulder", "neck") + at("right_shoulder", "head")) / 2
    chains = [
        (around, (0.058, 0.055, 0.085, 0.085, 0.055, 0.058, 0.058)),
        (at("spine3", "spine1", "pelvis"), (0.1, 0.085, 0.1)),
        (neck, (0.07, 0.048)),
    ]
    return chains, [above[..., :2], below[..., :2]]


def _head(skull: np.ndarray, face: np.ndarray, metre: float, nearness: np.ndarray) -> list[Stroke]:
    """The nearer of hair and face comes last."""
    hair, skin = ((_discs(centre, radius * metre), shade(colour, nearness))
                  for centre, radius, colour in ((skull, 0.115, HAIR), (face, 0.088, BODY)))  # fmt: skip
    away = face[:, 2] < skull[:, 2]
    discs = [_discs(skull, (0.115 + OUTLINE) * metre)]
    discs += [np.where(away[:, None], *each) for each in ((skin[0], hair[0]), (hair[0], skin[0]))]
    inks = [np.full(len(skull), floor(STAGE))]
    inks += [np.where(away, *each) for each in ((skin[1], hair[1]), (hair[1], skin[1]))]
    return [(ink.tolist(), [[]] * len(skull), box[:, None].tolist()) for ink, box in zip(inks, discs, strict=True)]


def _outlined(chains: list[tuple], between: list[np.ndarray], metre: float, inks: np.ndarray) -> list[Stroke]:
    """Chains of joints (frames, n, 2 or more) with a radius for each, and quadrangles (frames, 4, 2) between them:
    first with a margin in the stage's ink, then in their own."""
    strokes = []
    for ink, margin in ((np.full_like(inks, floor(STAGE)), OUTLINE), (inks, 0.0)):
        rods, discs = zip(
            *(_rods(points[..., :2], metre * (np.array(radii) + margin)) for points, radii in chains), strict=True
        )
        polygons = np.concatenate([*(each[:, None] for each in between), *rods], axis=1)
        boxes = np.concatenate(discs, axis=1)
        strokes.append((ink.tolist(), polygons.reshape(*polygons.shape[:2], 8).tolist(), boxes.tolist()))
    return strokes


def _shadow(shot: Shot) -> tuple[list[list], list, int]:
    """For each chain the lines of all frames, for each frame the boxes of discs, and how wide lines are, pixels."""
    radius, points = 0.045 * shot.zoom * SUPERSAMPLE, shot.shadow * SUPERSAMPLE
    lines = [points[:, chain].reshape(len(points), -1).tolist() for chain in CHAINS]
    ends = [joint for chain in CHAINS for joint in chain[1:]]
    return lines, _discs(points[:, ends], radius * np.array([1, 0.5])).tolist(), round(1.1 * radius)


def _rods(points: np.ndarray, radii: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Round-ended rods from point to point (frames, n, 2), as thick as `radii` (n) pixels there: the corners of their
    sides (frames, n - 1, 4, 2) and the boxes of their ends (frames, n, 4)."""
    start, stop = points[:, :-1], points[:, 1:]
    along = stop - start
    across = np.stack([-along[..., 1], along[..., 0]], axis=-1)
    across /= np.maximum(np.linalg.norm(across, axis=-1, keepdims=True), 1e-9)
    first, last = across * radii[:-1, None], across * radii[1:, None]
    return np.stack([start + first, stop + last, stop - last, start - first], axis=2), _discs(points, radii[:, None])


def _discs(centres: np.ndarray, radii: np.ndarray | float) -> np.ndarray:
    """The boxes (..., 4) around discs of these radii, pixels, at centres (..., 2 or more)."""
    return np.concatenate([centres[..., :2] - radii, centres[..., :2] + radii], axis=-1)
