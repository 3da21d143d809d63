"""The camera: from a clip in metres to points in pixels. Knows nothing of colours, files or pages.

It stands in front and a little to one side, so that facing and depth both read, stays still for a dance in place and
follows one that travels.
"""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from motion.canonical import heading
from motion.clip import Clip
from motion.rotation import about, rotate, unit
from motion.skeleton import INDEX

TURN, TILT, DISTANCE = 30.0, 12.0, 6.5
"""Degrees toward the dancer's left from straight ahead, degrees above the horizon, metres from the dancer."""

ROOM = 1.2
"""Metres of path that the camera takes in standing still."""

TALL = 2.25
"""Metres that fill the picture's height when nothing asks for more."""

SKULL, FACE = 0.09, 0.045
"""Metres from the head joint up to the middle of the skull, and from there forward to the face."""


REACH = 0.14
"""Metres from any joint, the skull's middle among them, within which all of the body is drawn."""

Box = tuple[int, int, int, int]
"""Left, top, right and bottom of a part of a picture, pixels; the last two are outside."""


@dataclass(frozen=True)
class Shot:
    """A clip as the camera sees it: x and y in pixels from the top left, nearness in metres toward the camera.

    joints: (frames, 22, 3) x, y, nearness; the head joint is moved up into the skull.
    face: (frames, 3) likewise.
    shadow: (frames, 22, 2) the joints straight down on the floor.
    centre: (frames, 2) x and z of the spot on the floor that the camera looks at, metres.
    zoom, offset: pixels a metre at that spot, and pixels (2,) of that spot in the picture.
    """

    size: int
    joints: np.ndarray
    face: np.ndarray
    shadow: np.ndarray
    centre: np.ndarray
    zoom: float
    offset: np.ndarray

    def cut(self, start: int, stop: int) -> "Shot":
        """Frames `start` to `stop` (exclusive) as they are in this one."""
        frames = {name: getattr(self, name)[start:stop] for name in ("joints", "face", "shadow", "centre")}
        return replace(self, **frames)

    def changed(self, frame: int, before: int | None) -> Box:
        """The box outside of which `frame` looks as the frame `before` did; all of the picture where there is none."""
        if before is None or not np.array_equal(self.centre[before], self.centre[frame]):
            return 0, 0, self.size, self.size
        (left, top, *_), (*_, right, bottom) = self.extent[[before, frame]].min(0), self.extent[[before, frame]].max(0)
        return int(left), int(top), int(right), int(bottom)

    @cached_property
    def extent(self) -> np.ndarray:
        """The box (frames, 4) of the dancer and of the shadow in each frame."""
        points = np.concatenate([self.joints[..., :2], self.shadow], axis=1)
        margin = REACH * self.zoom + 1
        low = np.clip(points.min(1) - margin, 0, self.size - 1)
        high = np.clip(points.max(1) + margin + 1, low + 1, self.size)
        return np.concatenate([low, high], axis=1).astype(int)

    def way(self, clip: Clip, frame: int) -> np.ndarray:
        """Pixels (frame + 1, 2) of the pelvis's way over the floor up to `frame`, as seen then."""
        ground = clip.positions[: frame + 1, 0, ::2] - self.centre[frame]
        return see(np.insert(ground, 1, 0, axis=1))[:, :2] * self.zoom + self.offset


def film(clip: Clip, size: int) -> Shot:
    """Point the camera at a canonical clip so that all of it fits a square of `size` pixels."""
    centre = follow(clip.positions[:, 0, ::2].astype(np.float64), clip.fps)
    positions = clip.positions - np.insert(centre, 1, 0, axis=1)[:, None]
    head = INDEX["head"]
    positions[:, head] += SKULL * unit(positions[:, head] - positions[:, INDEX["neck"]])
    facing = heading(clip.positions)
    forward = np.stack([np.sin(facing), np.zeros_like(facing), np.cos(facing)], axis=-1)

    joints, face, shadow = see(positions), see(positions[:, head] + FACE * forward), see(positions * [1, 0, 1])
    wide = 2 * float(np.abs(joints[..., 0]).max())
    top, bottom = float(joints[..., 1].min()), float(joints[..., 1].max())
    zoom = size / max(TALL, 1.2 * max(wide, bottom - top))
    offset = size * np.array([0.5, 0.485]) - [0, zoom * (top + bottom) / 2]

    def place(points: np.ndarray) -> np.ndarray:
        return points * [zoom, zoom, 1] + [*offset, 0]

    return Shot(size, place(joints), place(face), place(shadow)[..., :2], centre, zoom, offset)


def see(points: np.ndarray) -> np.ndarray:
    """Metres (..., 3) from the looked-at spot -> (..., 3): right and down in metres there, and nearness.

    Nearness is level with the floor, so that feet do not count as far away because the camera is above them.
    """
    turned = rotate(about("y", -TURN), points)
    tilted = rotate(about("x", TILT), turned)
    scale = DISTANCE / np.maximum(DISTANCE - tilted[..., 2:], 1.0)
    return np.concatenate([tilted[..., :2] * scale * [1, -1], turned[..., 2:]], axis=-1)


def follow(path: np.ndarray, fps: float) -> np.ndarray:
    """Where to look (frames, 2) for a pelvis path (frames, 2): its middle, and smoothly after what leaves `ROOM`."""
    middle = (path.min(0) + path.max(0)) / 2
    share = max(0.0, 1 - ROOM / max(float(np.ptp(path, axis=0).max()), ROOM))
    reach = max(1, round(0.6 * fps))
    window = np.hanning(2 * reach + 3)[1:-1]
    padded = np.pad(path - middle, ((reach, reach), (0, 0)), mode="edge")
    smooth = np.stack([np.convolve(axis, window / window.sum(), "valid") for axis in padded.T], axis=-1)
    return middle + share * smooth
