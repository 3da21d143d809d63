import struct

import numpy as np

from demo.reel import HALL, encode, millimetres
from motion import Clip
from tests.demo.puppet import puppet


def test_a_reel_is_laid_out_as_it_says():
    clip = puppet(frames=33, travel=2, turn=90)
    reel = encode(clip)
    assert struct.unpack("<4sHHfI", reel[:16]) == (b"REEL", 1, 22, 20.0, 33)
    positions = np.frombuffer(reel[16:], "<i2").reshape(33, 22, 3) / 1000
    np.testing.assert_allclose(positions, clip.positions, atol=0.5e-3 + 1e-6)
    assert len(reel) == 16 + 33 * 22 * 3 * 2


def test_a_dancer_who_leaves_the_hall_dances_on_at_its_wall():
    clip = puppet(frames=90, travel=80)
    positions = np.frombuffer(encode(clip)[16:], "<i2").reshape(90, 22, 3) / 1000
    inside = np.abs(clip.positions[:, 0]).max(axis=1) < HALL
    assert 0 < inside.sum() < 90
    np.testing.assert_allclose(positions[inside], clip.positions[inside], atol=0.5e-3 + 1e-5)
    body, whole = (each - each[:, :1] for each in (positions, clip.positions))
    np.testing.assert_allclose(body, whole, atol=1e-3 + 1e-5)
    np.testing.assert_allclose(np.abs(positions[~inside, 0]).max(axis=1), HALL)


def test_millimetres_have_an_end():
    far = Clip(np.full((2, 22, 3), [40.0, -40.0, 1.0]), 20)
    assert millimetres(far.positions)[0, 0].tolist() == [32767, -32768, 1000]
