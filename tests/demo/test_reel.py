import struct

import numpy as np

from demo.reel import encode, millimetres
from motion import Clip
from tests.demo.puppet import puppet


def test_a_reel_is_laid_out_as_it_says():
    clip = puppet(frames=33, travel=2, turn=90)
    reel = encode(clip)
    assert struct.unpack("<4sHHfI", reel[:16]) == (b"REEL", 1, 22, 20.0, 33)
    positions = np.frombuffer(reel[16:], "<i2").reshape(33, 22, 3) / 1000
    np.testing.assert_allclose(positions, clip.positions, atol=0.5e-3 + 1e-6)
    assert len(reel) == 16 + 33 * 22 * 3 * 2


def test_a_dancer_who_leaves_the_hall_stays_at_its_wall():
    far = Clip(np.full((2, 22, 3), [40.0, -40.0, 1.0]), 20)
    assert millimetres(far.positions)[0, 0].tolist() == [32767, -32768, 1000]
    assert len(encode(far)) == 16 + 2 * 22 * 3 * 2
