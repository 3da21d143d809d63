"""A clip as the bytes that the player in the browser reads. Knows nothing of servers or pages.

All numbers are little-endian: "REEL", the version and the count of joints (uint16 each), frames per second (float32),
the count of frames (uint32), and then the positions, int16 (frames, joints, 3), whole millimetres, Y up. Positions
follow one another plainly: a dance of five seconds is 13 kB. They reach 32 m: who goes farther than `HALL` dances on
there in one place.
"""

import struct

import numpy as np

from motion import Clip

MAGIC, VERSION = b"REEL", 1
HEADER = struct.Struct("<4sHHfI")
HALL = 30.0
"""Metres from the origin, along any axis, beyond which the root does not go: a body reaches less than 2.7 m from it."""


def encode(clip: Clip) -> bytes:
    """A canonical clip as a reel. `demo/static/reel.js` reads it."""
    frames, joints, _ = clip.positions.shape
    root = clip.positions[:, :1]
    inside = clip.positions + (root.clip(-HALL, HALL) - root)
    return HEADER.pack(MAGIC, VERSION, joints, clip.fps, frames) + millimetres(inside).tobytes()


def millimetres(positions: np.ndarray) -> np.ndarray:
    """Positions in metres, of any shape, as int16 whole millimetres; what is farther than 32.767 m stays there."""
    return np.round(positions * 1000).clip(-32768, 32767).astype("<i2")
