"""A body that was measured from its own hips is put back on the floor.

MediaPipe's world landmarks, Human3.6M relative to its root and BVH files whose root has no places have hips that never
move: a squat lifts the feet, a walk stays where it is. But who stands has something on the floor, and it does not
slide: the lowest joint says how high the body is, the lowest foot (or hand, or knee) where. Nothing says how high and
how far a body flies; a jump stays on the floor. Hips that were truly still, over feet that were too, change nothing.
"""

from dataclasses import replace

import numpy as np

from motion.anatomy import leg_length
from motion.clip import Clip
from motion.rotation import rotate, unit
from motion.skeleton import INDEX, JOINTS

STILL = 0.02
"""Legs, 17 mm, that a root which never moves is away from its place at most, in 95 of 100 frames: what is left of the
trembling of hips that cameras see. (Of 2,191 studio dances and recordings two are as still, whom it moves by a
centimetre; with 1.7 mm, walks of lifted poses were missed that tremble by 3.)"""

ROOT = 0.25
"""Legs that a root is away from the middle of the hips, at most: it lies there, or toward the waist."""

STIFF = 0.01
"""Radians by which hips turn that do not say where between them and the waist the root lies; it is their middle."""

CLOSE = 0.01
"""Metres that a joint is higher than another to hold the body a third as much, so that weight goes over smoothly. (With
two centimetres a walk comes out a quarter too short, with half of one a foot that slides is taken for standing.)"""

WORTH = 0.01
"""Metres by which a body is out of place for it to be moved, and that to be said."""


def grounded(clip: Clip) -> Clip:
    """The clip, metres and Y up, standing on what is lowest if its hips never move; otherwise itself."""
    if not hips_never_move(clip.positions):
        return clip
    positions = clip.positions.astype(np.float64)
    shift = -np.cumsum(_sliding(positions), axis=0)
    shift[:, 1] = -positions[..., 1].min(axis=1)
    if np.ptp(shift, axis=0).max() < WORTH:
        return clip
    words = "hips that never move put above the foot that stands"
    return replace(clip, positions=positions + shift[:, None], reading=f"{clip.reading.removesuffix('.')}, {words}.")


def hips_never_move(positions: np.ndarray) -> bool:
    """Whether a point that turns with the hips of (frames, 22, 3) stays in its place: the source's root."""
    some = positions[:: len(positions) // 1000 + 1].astype(np.float64)
    left, right, pelvis = (some[:, INDEX[name]] for name in ("left_hip", "right_hip", "pelvis"))
    leg = leg_length(dict(zip(JOINTS, np.moveaxis(some, 1, 0), strict=True)))
    middle, out = (left + right) / 2, unit(left - right)
    ahead = unit(np.cross(out, pelvis - middle))
    axes = np.stack([out, np.cross(ahead, out), ahead], axis=-1)
    moving, turning = middle - middle.mean(axis=0), axes - axes.mean(axis=0)
    stiff = STIFF * np.sqrt(len(some)) * np.eye(3)
    told = np.append(-moving, np.zeros(3))
    root = np.linalg.lstsq(np.concatenate([turning.reshape(-1, 3), stiff]), told, rcond=None)[0]
    away = np.linalg.norm(moving + rotate(turning, root), axis=1)
    return bool(np.linalg.norm(root) < ROOT * leg and np.percentile(away, 95) < STILL * leg)


def _sliding(positions: np.ndarray) -> np.ndarray:
    """How far (frames, 3) what the body stands on goes from one frame to the next; 0 in the first.

    Toes count as higher by a third of their foot: those of a leg that swings may brush the floor.
    """
    height = positions[..., 1] - positions[..., 1].min(axis=1, keepdims=True)
    for side in ("left", "right"):
        toes, ankle = INDEX[f"{side}_foot"], INDEX[f"{side}_ankle"]
        height[:, toes] += (height[:, ankle] - height[:, toes]) / 3
    held = np.exp(-height / CLOSE)
    held /= held.sum(axis=1, keepdims=True)
    held = (held + np.concatenate([held[:1], held[:-1]])) / 2
    return (held[..., None] * np.diff(positions, axis=0, prepend=positions[:1])).sum(axis=1)
