"""What trembles is smoothed: cameras see a joint a centimetre or two beside its place, elsewhere in every frame.

How much a body trembles stands in the sixth differences of its joints, in which there is next to nothing of motion; and
since all tremble but only some dash or shimmy, in the quietest but one. (At 20 fps, recorded people come to 2.3 mm at
most and the fastest of 1,625 studio dances to 3.9, ten millimetres of noise to 8 or more.) Each joint is then smoothed
by cubics (Savitzky and Golay 1964) over as long a window as makes the least error to be expected (Stein 1981): a long
one where it rests, a short one where it is fast. What does not tremble stays as it is.
"""

from dataclasses import replace
from math import comb

import numpy as np

from motion.canonical import FPS
from motion.clip import Clip
from motion.resample import resample
from motion.skeleton import INDEX, JOINTS

TREMBLE = 0.005
"""Metres, along each axis, from which a body trembles."""

TWICE = 2
"""What trembling is taken for: that of one frame is like that of the next, of which the differences see a half."""

ORDER = 6
MEDIAN = 2.366
"""The median of the squared length of a vector of three standard normal numbers."""

WIDEST = 8
"""Frames before and after another from which it is smoothed, at most: 0.8 s in all."""

PARTS = ("hip", "knee", "ankle", "shoulder", "elbow", "wrist")
LOOKED_AT = [INDEX[f"{side}_{part}"] for side in ("left", "right") for part in PARTS]
"""Joints that every source sees by themselves."""


def steadied(clip: Clip) -> Clip:
    """The clip, metres, without its trembling and at 20 fps if it trembles; otherwise itself."""
    if clip.fps < FPS or len(clip) / clip.fps * FPS < 2 * WIDEST or (found := trembling(clip.positions)) < TREMBLE:
        return clip
    positions = smooth(resample(clip.positions.astype(np.float64), clip.fps, FPS))
    words = f"trembling by {1000 * found:.0f} mm smoothed"
    return replace(clip, positions=positions, fps=FPS, reading=f"{clip.reading.removesuffix('.')}, {words}.")


def trembling(positions: np.ndarray) -> float:
    """By how much, as a standard deviation along each axis, the joints of (frames, 22, 3) stray, anew in each frame."""
    strays = np.diff(positions[:, LOOKED_AT].astype(np.float64), ORDER, axis=0)
    squares = np.median((strays**2).sum(axis=2), axis=0) / MEDIAN / comb(2 * ORDER, ORDER)
    return float(np.sqrt(np.sort(squares)[1]))


def smooth(positions: np.ndarray) -> np.ndarray:
    """The positions (frames, 22, 3), each joint smoothed over the window of least error."""
    cost = 2 * 3 * (TWICE * trembling(positions)) ** 2
    best, least = positions, np.full(len(JOINTS), cost)
    for half in range(1, WIDEST + 1):
        smoothed, own = _cubics(positions, half)
        error = ((positions - smoothed) ** 2).sum(axis=2).mean(axis=0) + cost * own
        best = np.where((error < least)[:, None], smoothed, best)
        least = np.minimum(error, least)
    return best


def _cubics(positions: np.ndarray, half: int) -> tuple[np.ndarray, float]:
    """For each frame the value of the cubic that is nearest to it and `half` frames on both sides, (frames, 22, 3), and
    what the frame itself counts in that. At the ends, of the first and the last such cubic."""
    powers = np.vander(np.arange(-half, half + 1) / half, 4)
    weights = powers @ np.linalg.pinv(powers)
    frames, width = len(positions), len(weights)
    smoothed = np.empty_like(positions)
    middle = smoothed[half : frames - half]
    middle[:] = 0
    for shift, weight in enumerate(weights[half]):
        middle += weight * positions[shift : shift + len(middle)]
    smoothed[:half] = np.tensordot(weights[:half], positions[:width], 1)
    smoothed[frames - half :] = np.tensordot(weights[half + 1 :], positions[-width:], 1)
    return smoothed, float(weights[half, half])
