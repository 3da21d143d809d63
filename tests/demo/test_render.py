"""Pictures: as many frames as the clip, the whole dance in view, left and right where they belong."""

import io

import numpy as np
import pytest
from PIL import Image

from demo import figure
from demo.camera import film
from demo.render import contact_sheet, encode_gif, palette, render_gif
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


@pytest.mark.parametrize("clip", [puppet(20, turn=180, kick=90), puppet(20, travel=4)])
def test_gif_frames_are_the_drawing(clip):
    """Patches of what changed add up to what was drawn, but for the palette."""
    image, shot = Image.open(io.BytesIO(encode_gif(clip, 160))), film(clip, 160)
    for frame in range(len(clip)):
        image.seek(frame)
        shown, drawn = (np.asarray(picture, dtype=int) for picture in (image.convert("RGB"), figure.draw(shot, frame)))
        assert np.abs(shown - drawn).max() <= 60
        assert np.abs(shown - drawn).mean() < 3


def test_palette_holds_the_flat_colours():
    colours, nearest = palette()
    inks = figure.inks()
    assert len(inks) <= 256
    for ink in (figure.STAGE, figure.LEFT, figure.RIGHT, figure.BODY, figure.HAIR, *figure.SPOT):
        red, green, blue = (channel >> 3 for channel in ink)
        np.testing.assert_allclose(colours[nearest[red << 10 | green << 5 | blue]], ink, atol=8)


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
    pixels = np.asarray(figure.draw(film(clip, 240), peak), dtype=int)
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
