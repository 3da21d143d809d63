"""A clip as the bytes that the player in the browser reads. Knows nothing of servers or pages.

All numbers are little-endian: "REEL", the version and the count of joints (uint16 each), frames per second (float32),
the count of frames (uint32), and then the positions, int16 (frames, joints, 3), whole millimetres, Y up. Positions
follow one another plainly: a dance of five seconds is 13 kB.
"""

import struct

import numpy as np

from motion import Clip

MAGIC, VERSION = b"REEL", 1
HEADER = struct.Struct("<4sHHfI")


def encode(clip: Clip) -> bytes:
    """A canonical clip as a reel. `demo/static/reel.js` reads it."""
    frames, joints, _ = clip.positions.shape
    return HEADER.pack(MAGIC, VERSION, joints, clip.fps, frames) + millimetres(clip.positions).tobytes()


def millimetres(positions: np.ndarray) -> np.ndarray:
    """Positions in metres, of any shape, as int16 whole millimetres; what is farther than 32.767 m stays there."""
    return np.round(positions * 1000).clip(-32768, 32767).astype("<i2")
