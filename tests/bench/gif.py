"""A 60-frame GIF of a skeleton, against matplotlib's animation of it and against Pillow's writing of ready frames."""

import io
import tempfile
from pathlib import Path

from PIL import Image

from demo.camera import film
from demo.gallery import Gallery
from demo.inks import INKS
from demo.render import SIZE, encode_gif, pictures
from motion import Clip
from motion.canonical import FPS
from motion.skeleton import BONES
from tests.bench.race import Bar, Found, Row, race

FRAMES = 60
ROUNDS, SLOW = 15, 3


def measure(rounds: int = ROUNDS, slow: int = SLOW, frames: int = FRAMES, size: int = SIZE) -> Found:
    """Of the first dance of the gallery that is long enough."""
    gallery = Gallery.load()
    clips = (gallery.clip(index) for index in range(len(gallery)))
    clip = next(clip for clip in clips if len(clip) >= frames).cut(0, frames)
    ready = flat(clip, size)
    ours = {"this project": lambda: encode_gif(clip, size)}
    # Against the slow rival alone, so that the quick ones get more rounds.
    _, animation = race(ours | {"matplotlib, FuncAnimation": lambda: funcanimation(clip, size)}, slow)
    rows = race(
        ours
        | {
            "Pillow, ready frames": lambda: write(ready),
            "Pillow, ready frames, optimize=False": lambda: write(ready, optimize=False),
        },
        rounds,
    )
    _, bare, unoptimised = rows
    sizes = (
        {"kB": len(encode_gif(clip, size)) / 1000},
        {"kB": write(ready) / 1000},
        {"kB": write(ready, optimize=False) / 1000},
    )
    rows = [Row(row.name, row.ms, row.ratio, facts) for row, facts in zip(rows, sizes, strict=True)]
    return Found(
        f"a GIF of {frames} frames, {size} pixels square",
        [*rows, animation],
        [
            Bar("times as fast as FuncAnimation", animation.ratio.median, 60, at_most=False),
            Bar("times as long as Pillow for ready frames", 1 / bare.ratio.median, 1.3),
            Bar("times as long as Pillow for ready frames, optimize=False", 1 / unoptimised.ratio.median, 1.3),
        ],
    )


def flat(clip: Clip, size: int) -> list[Image.Image]:
    """The frames as images of a palette, as they would be ready for any encoder."""
    palette = Image.new("P", (1, 1))
    palette.putpalette(INKS.tobytes())
    shot = film(clip, size)
    return [picture.quantize(palette=palette, dither=Image.Dither.NONE) for picture in pictures(shot, range(len(clip)))]


def write(frames: list[Image.Image], **how) -> int:
    """Pillow's way of writing an animation, in memory; returns its bytes."""
    file = io.BytesIO()
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:], duration=1000 // FPS, loop=0, **how)
    return file.tell()


def funcanimation(clip: Clip, size: int) -> None:
    """The skeleton in 3-D axes, as the field's notebooks draw it."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot
    from matplotlib.animation import FuncAnimation, PillowWriter

    figure = pyplot.figure(figsize=(size / 100, size / 100), dpi=100)
    axes = figure.add_subplot(projection="3d")
    axes.set(xlim=(-1, 1), ylim=(-1, 1), zlim=(0, 2))
    lines = [axes.plot([], [], [], lw=3)[0] for _ in BONES]
    positions = clip.positions[..., [0, 2, 1]]

    def update(frame: int) -> list:
        for line, bone in zip(lines, BONES, strict=True):
            line.set_data_3d(*positions[frame, list(bone)].T)
        return lines

    animation = FuncAnimation(figure, update, frames=len(positions), interval=1000 / FPS)
    with tempfile.TemporaryDirectory() as folder:
        animation.save(Path(folder) / "dance.gif", writer=PillowWriter(fps=FPS))
    pyplot.close(figure)
