"""Augmentation of dances: what differs between studios, rigs and cameras but not between dances."""

import numpy as np

from motion.canonical import FPS, face_forward
from motion.contract import MIN_FRAMES
from motion.resample import resample
from motion.skeleton import INDEX, JOINTS, MIRROR


def augment(rng: np.random.Generator, positions: np.ndarray) -> np.ndarray:
    """A phrase (frames, 22, 3) as another rig, at a slightly other tempo, cut a little differently, might give it."""
    positions = _stretch(rng, positions)
    positions = _crop(rng, positions)
    positions = _other_rig(rng, positions)
    return face_forward(positions)


def _stretch(rng: np.random.Generator, positions: np.ndarray) -> np.ndarray:
    """Up to 8 % faster or slower: less than slow and fast differ."""
    return resample(positions, FPS * rng.uniform(0.92, 1.08), FPS)


def _crop(rng: np.random.Generator, positions: np.ndarray) -> np.ndarray:
    """Lose up to a quarter of a second at each end."""
    start, stop = rng.integers(0, FPS // 4 + 1, size=2)
    kept = positions[start : len(positions) - stop]
    return kept if len(kept) >= MIN_FRAMES else positions


def _other_rig(rng: np.random.Generator, positions: np.ndarray) -> np.ndarray:
    """Joint centres placed elsewhere in the body, limbs a little longer or shorter, and the noise of tracking."""
    shift = rng.normal(0, 0.012, size=(len(JOINTS), 3))
    shift += shift[list(MIRROR)] * [-1, 1, 1]
    left = positions[:, INDEX["left_hip"]] - positions[:, INDEX["right_hip"]]
    angle = np.arctan2(-left[:, 2], left[:, 0])
    cos, sin = np.cos(angle)[:, None], np.sin(angle)[:, None]
    x, y, z = shift.T
    turned = np.stack([cos * x + sin * z, np.broadcast_to(y, (len(angle), len(y))), -sin * x + cos * z], axis=-1)
    scale = rng.uniform(0.9, 1.1) * np.array([1, rng.uniform(0.97, 1.03), 1])
    noise = rng.normal(0, rng.uniform(0, 0.006), size=positions.shape)
    return ((positions + turned) * scale + noise).astype(np.float32)
