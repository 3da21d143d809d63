"""A strand: a stretch of dance that can be cut, turned, mixed and joined, on the one body that dances the whole.

Everything about the pose is seen from the dancer (the heading taken off), so that strands that face different ways
compare and mix. Knows nothing of words, of galleries, or of where a strand comes from.
"""

from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from motion.canonical import heading
from motion.pose import Body, directions, place
from motion.resample import sample
from motion.rotation import about, rotate, unit
from motion.skeleton import INDEX

BALLS = [INDEX["left_foot"], INDEX["right_foot"]]

TURN, GOES = 0.15, 1.0
"""Parts of a whole turn from which a phrase turns its dancer around; metres from which it goes somewhere."""

LOW, SLOW = 0.055, 0.012
"""Metres of height below which, and metres of way between frames under which, the ball of a foot stands."""


@dataclass(frozen=True, eq=False)
class Strand:
    """n frames at 20 fps.

    root: (n, 3), the pelvis in the world, metres, Y up. heading: (n,), where it faces, radians, unwound.
    parts: (n, 20, 3), unit directions of `motion.pose.PARTS` from the dancer. balls: (n, 2, 3), where the balls of the
    left and the right foot are in the world, and are to stay while stands, bool (n, 2), says that they carry weight.
    """

    root: np.ndarray
    heading: np.ndarray
    parts: np.ndarray
    balls: np.ndarray
    stands: np.ndarray

    @classmethod
    def of(cls, positions: np.ndarray, body: Body) -> "Strand":
        """Positions (n, 22, 3) passed on to `body`; the way is as much longer as its legs are."""
        scale = body.leg / Body.of([positions]).leg
        ahead = np.unwrap(heading(positions))
        root = positions[:, 0].astype(np.float64) * scale
        strand = cls(root, ahead, from_dancer(directions(positions), ahead), np.empty(0), standing(positions))
        balls = strand.positions(body)[:, BALLS]
        balls[..., 1] = positions[:, BALLS, 1] * scale
        return replace(strand, balls=balls)

    def __len__(self) -> int:
        return len(self.root)

    def positions(self, body: Body) -> np.ndarray:
        """(n, 22, 3) in the world, with legs as they are directed, the balls of the feet not yet where they belong."""
        return place(self.root, rotate(about("y", np.degrees(self.heading))[:, None], self.parts), body)

    def cut(self, start: int, stop: int) -> "Strand":
        """Frames `start` to `stop` (exclusive)."""
        return Strand(*(getattr(self, field.name)[start:stop] for field in fields(self)))

    def __add__(self, other: "Strand") -> "Strand":
        """One after the other, as they are."""
        return Strand(
            *(np.concatenate([getattr(self, field.name), getattr(other, field.name)]) for field in fields(self))
        )

    def seen(self, body: Body) -> np.ndarray:
        """Joints (n, 22, 3) of `body` as the dancer sees them, from the floor below the pelvis."""
        return place(self.root * [0, 1, 0], self.parts, body)

    def at_rest(self, frames: int) -> "Strand":
        """The first frame, `frames` times."""
        return Strand(*(np.repeat(getattr(self, field.name)[:1], frames, axis=0) for field in fields(self)))

    def moved(self, turn: float, about_point: np.ndarray, shift: np.ndarray) -> "Strand":
        """Turned by `turn` radians about the vertical through a point (3,), then shifted by (3,)."""
        matrix, to = about("y", np.degrees(turn)), about_point + shift
        root, balls = (rotate(matrix, places - about_point) + to for places in (self.root, self.balls))
        return replace(self, root=root, balls=balls, heading=self.heading + turn)

    def at(self, times: np.ndarray) -> "Strand":
        """The strand at `times` (m,), frames from 0 to the last, of a strand of two frames or more."""
        near = np.round(times).astype(int)
        return Strand(
            sample(self.root, times),
            sample(self.heading, times),
            unit(sample(self.parts, times)),
            sample(self.balls, times),
            self.stands[near],
        )

    def bent(self, further: np.ndarray) -> "Strand":
        """Turned by `further` (n,) radians in each frame, its way bent with it and its steps as they are."""
        matrix = about("y", np.degrees(further))
        steps = np.diff(self.root, axis=0, prepend=self.root[:1])
        root = self.root[0] + np.cumsum(rotate(matrix, steps), axis=0)
        balls = root[:, None] + rotate(matrix[:, None], self.balls - self.root[:, None])
        return replace(self, root=root, heading=self.heading + further, balls=balls)


def ease(s: np.ndarray) -> np.ndarray:
    """From 0 to 1 as s does, smoothly at both ends."""
    return s * s * (3 - 2 * s)


def way(root: np.ndarray) -> np.ndarray:
    """Metres (n,) that a pelvis (n, 3) has gone over the floor until each frame."""
    steps = np.diff(root[:, [0, 2]], axis=0, prepend=root[:1, [0, 2]])
    return np.cumsum(np.linalg.norm(steps, axis=1))


def whole_turns(ahead: np.ndarray) -> float:
    """How far somebody turns who faces `ahead` (n,), radians: in whole turns, above 0 to the left."""
    around = np.unwrap(ahead)
    return float(around[-1] - around[0]) / (2 * np.pi)


def from_dancer(vectors: np.ndarray, ahead: np.ndarray) -> np.ndarray:
    """World vectors (n, k, 3) as the dancer sees them who faces `ahead` (n,), radians."""
    return rotate(about("y", -np.degrees(ahead))[:, None], vectors)


def standing(positions: np.ndarray) -> np.ndarray:
    """Which balls of the feet, bool (n, 2), of (n, 22, 3) are on the floor and in one place; a foot that slides is not.

    A foot stands for three frames at least, so that one which turns around in the air does not.
    """
    balls = positions[:, BALLS]
    steps = np.linalg.norm(np.diff(balls, axis=0), axis=2)
    way = np.minimum(np.concatenate([steps[:1], steps]), np.concatenate([steps, steps[-1:]]))
    stands = (balls[..., 1] < LOW) & (way < SLOW)
    return beside(beside(stands).all(axis=-1)).any(axis=-1) & stands


def beside(values: np.ndarray) -> np.ndarray:
    """Values (n, k), each with those of the frames before and after, (n, k, 3); at the ends their own."""
    return sliding_window_view(np.pad(values, ((1, 1), (0, 0)), mode="edge"), 3, axis=0)
