"""Balance: where the weight of a body lies, and how far it must move to stay over the feet that carry it.

Masses are parts of the whole body after Winter, Biomechanics and Motor Control of Human Movement, table 4.1.
"""

import numpy as np
from scipy.ndimage import gaussian_filter1d

from motion.canonical import FPS
from motion.skeleton import INDEX

SEGMENTS = (
    ("neck", "head", 0.081), ("pelvis", "neck", 0.497),
    *((f"{side}_{a}", f"{side}_{b}", mass) for side in ("left", "right") for a, b, mass in (
        ("shoulder", "elbow", 0.028), ("elbow", "wrist", 0.022), ("hip", "knee", 0.100), ("knee", "ankle", 0.0465),
        ("ankle", "foot", 0.0145))),
)  # fmt: skip
CALM = 0.35
"""Metres a second: a body that travels faster than this is carried by its own momentum."""
ROOM = 0.04
"""Metres that the weight may lie beside the line between the feet."""


def centre_of_mass(joints: np.ndarray) -> np.ndarray:
    """Centre of mass (frames, 3) of joints (frames, 22, 3)."""
    parts = [mass * (joints[:, INDEX[a]] + joints[:, INDEX[b]]) / 2 for a, b, mass in SEGMENTS]
    return np.sum(parts, axis=0) / sum(mass for *_, mass in SEGMENTS)


def outside(joints: np.ndarray, carries: dict[str, np.ndarray]) -> np.ndarray:
    """How far (frames, 2), along x and z, the weight must move to be over the feet that carry it.

    carries: whether each foot, "L" and "R", carries weight, (frames,). Zero where no foot does.
    """
    weight = centre_of_mass(joints)[:, [0, 2]]
    feet = [
        (joints[:, INDEX[f"{side}_ankle"]] + joints[:, INDEX[f"{side}_foot"]])[:, [0, 2]] / 2
        for side in ("left", "right")
    ]
    start = np.where(carries["L"][:, None], feet[0], feet[1])
    end = np.where(carries["R"][:, None], feet[1], feet[0])
    line = end - start
    along = ((weight - start) * line).sum(1) / np.maximum((line**2).sum(1), 1e-6)
    gap = start + np.clip(along, 0, 1)[:, None] * line - weight
    length = np.linalg.norm(gap, axis=1, keepdims=True)
    gap *= np.maximum(1 - ROOM / np.maximum(length, 1e-6), 0)
    return np.where((carries["L"] | carries["R"])[:, None], gap, 0)


def correction(joints: np.ndarray, carries: dict[str, np.ndarray]) -> np.ndarray:
    """Shift (frames, 2) of the whole body along x and z that brings a calm body's weight over its feet, smoothly."""
    pace = np.gradient(gaussian_filter1d(joints[:, 0, [0, 2]], 0.2 * FPS, axis=0, mode="nearest"), axis=0) * FPS
    speed = np.linalg.norm(pace, axis=1)
    calm = np.clip(2 - speed / CALM, 0, 1) * (carries["L"] | carries["R"])
    return gaussian_filter1d(outside(joints, carries) * calm[:, None], 0.12 * FPS, axis=0, mode="nearest")
