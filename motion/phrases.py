"""Phrases: the windows into which a clip is cut for the encoder."""

import numpy as np

from motion.canonical import FPS, face_forward
from motion.clip import Clip, ClipError
from motion.contract import MAX_FRAMES, MIN_FRAMES


def phrase_bounds(frames: int, length: int, hop: int) -> list[tuple[int, int]]:
    """Windows (start, stop) of `length` frames every `hop` frames; the last one is moved back to end with the clip."""
    if frames <= length:
        return [(0, frames)]
    starts = [*range(0, frames - length, hop), frames - length]
    return [(start, start + length) for start in starts]


def cut_phrases(clip: Clip, length: int = MAX_FRAMES, hop: int = MAX_FRAMES // 2) -> list[np.ndarray]:
    """Phrases of a canonical clip, each (frames, 22, 3) and itself starting at the origin facing +Z.

    Raises ClipError for a clip too short to be danced.
    """
    if len(clip) < MIN_FRAMES:
        raise ClipError(
            f"found a clip of {clip.duration:.2f} seconds; at least {MIN_FRAMES / FPS:.1f} seconds are needed."
        )
    return [face_forward(clip.positions[start:stop]) for start, stop in phrase_bounds(len(clip), length, hop)]


def pad(phrases: list[np.ndarray]) -> tuple[np.ndarray, np.ndarray]:
    """Phrases of different lengths -> positions float32 (batch, frames, 22, 3), zero-padded, and lengths int64."""
    lengths = np.array([len(phrase) for phrase in phrases], dtype=np.int64)
    positions = np.zeros((len(phrases), int(lengths.max()), *phrases[0].shape[1:]), dtype=np.float32)
    for row, phrase in zip(positions, phrases, strict=True):
        row[: len(phrase)] = phrase
    return positions, lengths
