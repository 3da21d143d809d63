"""A floor that slopes is laid level: a camera that nobody levelled sees one, and who walks along it goes up or down.

Where feet stand is on the floor: each time that one stands is a point of it, and a plane is laid through these, without
those that lie above it, of feet held in the air. Only a body that goes somewhere says how the floor lies, and a slope
is believed where it says nearly all of how high its feet stand. Where it is told which way is up, a slope is a slope.
Does not find the floor's height: `motion.canonical` does.
"""

from dataclasses import replace

import numpy as np

from motion.canonical import FPS
from motion.clip import Clip
from motion.resample import resample
from motion.rotation import rotate, shortest_arc, unit
from motion.skeleton import INDEX

TOES = [INDEX["left_foot"], INDEX["right_foot"]]

STANDING = 0.25
"""Metres a second below which a foot stands."""

STANDS = 6
"""Times that a foot stands, at least, for a plane to be laid through the places."""

ABOVE = 0.04
"""Metres above the plane from which a foot is in the air."""

WAY, RISE = 1.0, 0.05
"""Metres that the way is long up the slope, and by which the floor rises on it, at least."""

STEEPEST = np.tan(np.radians(15))

TOLD = 0.8
"""The share of the variance of the heights of stands that a slope says, at least."""

ROUNDS = 10
UP = np.array([0.0, 1.0, 0.0])


def level(clip: Clip) -> Clip:
    """The clip, metres and Y up, turned so that the floor under its feet is level if it slopes; otherwise itself."""
    normal = floor_normal(resample(clip.positions, clip.fps, FPS))
    if normal is None:
        return clip
    words = f"a floor that slopes by {np.degrees(np.arccos(normal[1])):.1f} degrees laid level"
    positions = rotate(shortest_arc(normal, UP), clip.positions)
    return replace(clip, positions=positions, reading=f"{clip.reading.removesuffix('.')}, {words}.")


def floor_normal(positions: np.ndarray) -> np.ndarray | None:
    """The unit normal (3,) of the floor under (frames, 22, 3) at 20 fps; None where nothing says that it slopes."""
    places = stands(positions)
    kept = np.ones(len(places), bool)
    for _ in range(ROUNDS):
        if kept.sum() < STANDS:
            return None
        flat = np.column_stack([places[:, [0, 2]], np.ones(len(places))])
        slope = np.linalg.lstsq(flat[kept], places[kept, 1], rcond=None)[0]
        over = places[:, 1] - flat @ slope
        kept = over < ABOVE
    rise, steep = np.ptp(flat[kept, :2] @ slope[:2]), np.hypot(*slope[:2])
    if rise < RISE or rise < WAY * steep or steep > STEEPEST:
        return None
    if over[kept].var() > (1 - TOLD) * places[kept, 1].var():
        return None
    return unit(np.array([-slope[0], 1.0, -slope[1]]))


def stands(positions: np.ndarray) -> np.ndarray:
    """Where feet stand: the mean place (n, 3) of the toes each time that they hardly move."""
    found = []
    for toes in TOES:
        place = positions[:, toes].astype(np.float64)
        still = np.linalg.norm(np.diff(place, axis=0), axis=1) * FPS < STANDING
        edges = np.flatnonzero(np.diff(np.concatenate([[False], still, [False]]).astype(int)))
        found += [place[start : stop + 1].mean(axis=0) for start, stop in edges.reshape(-1, 2)]
    return np.array(found).reshape(-1, 3)
