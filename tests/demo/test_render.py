"""Pictures: as many frames as the clip, the whole dance in view, left and right where they belong."""

import io

import numpy as np
import pytest
from PIL import Image

from demo import inks
from demo.camera import film
from demo.render import contact_sheet, encode_gif, pictures, render_gif
from motion import Clip
from motion.canonical import FPS
from tests.demo.puppet import puppet


def _still() -> Clip:
    return Clip(np.repeat(puppet(1).positions, 30, 0), FPS)


@pytest.mark.parametrize("clip", [puppet(40, turn=360), puppet(50, travel=6), _still(), puppet(1)])
def test_gif(clip, tmp_path):
    render_gif(clip, tmp_path / "dance.gif", 120)
    image = Image.open(tmp_path / "dance.gif")
    assert image.format == "GIF"
    assert image.size == (120, 120)
    assert image.n_frames == len(clip)
    if len(clip) > 1:
        assert image.info["loop"] == 0
    for frame in range(image.n_frames):
        image.seek(frame)
        assert image.info["duration"] == 50


@pytest.mark.parametrize("clip", [puppet(20, turn=180, kick=90), puppet(20, travel=4), _still()])
def test_gif_frames_are_the_drawing(clip):
    """Patches of what changed add up to what each frame shows when it is drawn alone."""
    image, shot = Image.open(io.BytesIO(encode_gif(clip, 160))), film(clip, 160)
    for frame in range(len(clip)):
        image.seek(frame)
        (alone,) = pictures(shot, [frame])
        np.testing.assert_array_equal(np.asarray(image.convert("RGB")), np.asarray(alone))


@pytest.mark.parametrize("clip", [puppet(21, turn=180, kick=90), puppet(20, travel=4), _still(), puppet(1), puppet(2)])
@pytest.mark.parametrize("pieces", [2, 3])
def test_pieces_add_up_to_the_gif(clip, pieces):
    parts = [encode_gif(clip, 120, piece, pieces) for piece in range(pieces)]
    assert b"".join(parts) == encode_gif(clip, 120)


@pytest.mark.parametrize("clip", [puppet(30, turn=360, kick=120), puppet(30, wave=2)])
def test_a_frame_holds_only_what_changed(clip):
    """Twice the frames of a dancer who stands still cost next to nothing."""
    moving, still = len(encode_gif(clip, 160)), len(encode_gif(_still(), 160))
    assert still < moving / 2


def test_soft_pixels_are_means_of_four():
    """Against Pillow's own reduction in full colour; the palette has steps, so that single channels may be off."""
    flat = np.random.default_rng(0).integers(0, len(inks.FLOOR) + 4 * inks.SHADES, (40, 30)).astype(np.uint8)
    drawn = np.kron(flat, np.ones((3, 3), dtype=np.uint8))[:118, :88]
    drawn = np.ascontiguousarray(drawn)
    expected = np.asarray(Image.fromarray(inks.INKS[drawn]).reduce(2), dtype=int)
    found = inks.INKS[inks.soften(drawn)].astype(int)
    same = (drawn[::2, ::2] == drawn[1::2, 1::2]) & (drawn[::2, 1::2] == drawn[1::2, ::2])
    same &= drawn[::2, ::2] == drawn[::2, 1::2]
    np.testing.assert_array_equal(found[same], expected[same])
    nearest = np.abs(inks.INKS.astype(int)[None, None] - expected[:, :, None]).sum(-1).min(-1)
    assert (np.abs(found - expected).sum(-1) <= nearest + 24).all(), "not the nearest ink, within the 5 bits of a key"


def test_there_is_an_ink_for_every_colour():
    assert len(inks.INKS) <= inks.CLEAR
    for colour in inks.FLOOR:
        assert tuple(inks.INKS[inks.floor(colour)]) == colour
    for colour in inks.BODIES:
        near, far = inks.INKS[inks.shade(colour, np.array([1.0, -1.0]))].astype(int)
        assert tuple(near) == colour
        assert far.sum() < near.sum()


@pytest.mark.parametrize("how", [{}, {"turn": 720, "kick": 120}, {"travel": 20}, {"travel": 1.5}])
def test_all_of_the_dance_is_in_view(how):
    shot = film(puppet(80, **how), 200)
    places = shot.joints[..., :2]
    assert places.min() > 0
    assert places.max() < 200
    tall = np.ptp(places[..., 1], axis=1)
    assert tall.min() > 60, "the dancer is too small to be seen"


def test_left_is_orange_and_right_is_blue():
    """A dancer who faces us has the left side at our right, and raises the hand that the colour says."""
    clip = puppet(60)
    peak = int(clip.positions[:, 20, 1].argmax())
    (picture,) = pictures(film(clip, 240), [peak])
    pixels = np.asarray(picture, dtype=int)
    orange = np.argwhere((pixels[..., 0] > 180) & (pixels[..., 2] < 120))
    blue = np.argwhere((pixels[..., 2] > 180) & (pixels[..., 0] < 120))
    assert orange[:, 0].min() < blue[:, 0].min()
    assert orange[:, 1].mean() > blue[:, 1].mean()


def test_camera_stands_still_for_a_dance_in_place():
    assert np.ptp(film(puppet(40, turn=360), 100).centre, axis=0).max() == 0
    assert np.ptp(film(puppet(40, travel=5), 100).centre, axis=0).max() > 2


def test_contact_sheet():
    sheet = contact_sheet([puppet(30), puppet(7)], ["one", "two"], frames_per_clip=5, size=80)
    assert sheet.width == 5 * 80
    assert sheet.height >= 2 * 80
