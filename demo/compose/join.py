"""One strand after another: where to cut, how to meet, which foot to step with.

Where: the pair of frames, late in the first and early in the second, that differ least in pose, speed and feet
(motion matching; Clavet, GDC 2016). How: from the cut both strands bend to their common middle by a share of their
difference in place and speed that fades to nothing (inertialisation; Bollo, GDC 2018; here to both sides, since all is
known beforehand). Directions are turned and never averaged, so no bone changes. Feet: the strands are laid so that a
foot which stands in both stays where it is; the other, if it must be elsewhere, takes a step.
"""

from dataclasses import replace

import numpy as np

from demo.compose.strand import Strand, from_dancer
from motion.canonical import FPS
from motion.pose import Body
from motion.rotation import arc, turn

TAIL, HEAD = round(0.9 * FPS), round(0.6 * FPS)
"""Frames at the end of the first strand and at the start of the second that may go."""

FADE = round(0.45 * FPS)
"""Frames on either side of a cut over which the strands bend towards each other."""

WASTE = 0.12
"""What a second that goes is worth, in the metres by which poses differ."""

NEAR = 0.025
"""Metres by which a foot may stand elsewhere after a cut and is drawn over without a step."""

STEP, RISE = round(0.4 * FPS), (0.05, 0.25)
"""Frames that a step takes, and how high: metres, and metres for each metre of way."""


def join(first: Strand, second: Strand, body: Body, fixed: bool = False, last: int = 0) -> tuple[Strand, int]:
    """Both as one strand, and the frame at which the second begins; `fixed`: nothing may go.

    last: the frame at which the last movement of the first began, half of which stays.
    """
    i, j = (len(first) - 1, 0) if fixed else cut_frames(first, second, body, (last + len(first)) // 2)
    before, after = first.cut(0, i + 1), second.cut(j, len(second))
    after = aligned(before, after)
    stepping = [
        foot
        for foot in (0, 1)
        if before.stands[-1, foot]
        and after.stands[0, foot]
        and np.linalg.norm((before.balls[-1] - after.balls[0])[foot, [0, 2]]) > NEAR
    ]
    before, after = meet(before, after)
    joined = before + after.cut(1, len(after))
    for foot in stepping:
        joined = step(joined, foot, i)
    return joined, i + 1


def cut_frames(first: Strand, second: Strand, body: Body, least: int) -> tuple[int, int]:
    """The last frame of the first strand to keep, from `least` on, and the frame of the second that is like it."""
    start, stop = max(len(first) - TAIL, least), min(HEAD, len(second) // 2) or 1
    before = max(start - 1, 0)  # with a neighbour at the edge, for speeds
    late = features(first.cut(before, len(first)), body)[start - before :]
    early = features(second.cut(0, stop + 1), body)[:stop]
    apart = np.linalg.norm(late[:, None] - early[None], axis=2)
    gone = (np.arange(len(late))[::-1, None] + np.arange(len(early))) / FPS
    i, j = np.unravel_index(np.argmin(apart + WASTE * gone), apart.shape)
    return start + int(i), int(j)


def features(strand: Strand, body: Body) -> np.ndarray:
    """What makes two frames alike, (n, k), in metres: places and speeds of joints from the dancer, and what stands."""
    places = strand.seen(body)
    way = from_dancer(_rate(strand.root)[:, None], strand.heading)
    weighted = (2 / np.sqrt(22) * places, 4 / np.sqrt(22) * _rate(places), 3 * way, _rate(strand.heading))
    return np.concatenate([each.reshape(len(strand), -1) for each in (*weighted, 0.15 * strand.stands)], axis=1)


def aligned(before: Strand, after: Strand) -> Strand:
    """The second strand where the first ends and facing the same way: on a foot that stands in both, else by the root.

    Of two feet, the one that stands longer after the cut.
    """
    ahead = float(before.heading[-1] - after.heading[0])
    after = after.moved(ahead, after.root[0], (before.root[-1] - after.root[0]) * [1, 0, 1])
    common = before.stands[-1] & after.stands[0]
    if not common.any():
        return after
    staying = np.where(common, np.where(after.stands.all(0), len(after), (~after.stands).argmax(0)), -1)
    shift = (before.balls[-1] - after.balls[0])[int(staying.argmax())]
    return after.moved(0.0, after.root[0], shift * [1, 0, 1])


def meet(before: Strand, after: Strand) -> tuple[Strand, Strand]:
    """Two aligned strands bent so that the last frame of the first is the first frame of the second."""
    lengths = min(FADE, len(before) - 1), min(FADE, len(after) - 1)
    gap, drift = difference(before, after)
    return bend(before, gap, drift, -1, lengths[0]), bend(after, gap, drift, 1, lengths[1])


def difference(before: Strand, after: Strand) -> tuple[dict, dict]:
    """By what the first strand's end differs from the second's start, and their speeds (a frame): turns for parts."""
    gap = {"parts": arc(after.parts[0], before.parts[-1])}
    drift = {"parts": _spin(before.parts[-2:]) - _spin(after.parts[:2])}
    for name in ("root", "heading", "balls"):
        old, new = getattr(before, name), getattr(after, name)
        gap[name] = old[-1] - new[0]
        drift[name] = _speed(old[-2:]) - _speed(new[:2])
    # Where a foot is over the floor is its own business, but not how high.
    for values in (gap, drift):
        values["balls"] = values["balls"] * [0, 1, 0]
    return gap, drift


def bend(strand: Strand, gap: dict, drift: dict, sign: int, frames: int) -> Strand:
    """A strand with half the difference in it: at its end for sign -1, at its start for sign 1."""
    if frames < 1:
        return strand
    s = np.arange(frames + 1) / frames
    still = 1 - 10 * s**3 + 15 * s**4 - 6 * s**5
    going = frames * (s - 6 * s**3 + 8 * s**4 - 3 * s**5)
    span = slice(0, frames + 1) if sign > 0 else slice(-1, -frames - 2, -1)
    bent = {}
    for name in gap:
        values = getattr(strand, name).copy()
        shape = (-1,) + (1,) * (values.ndim - 1)
        offset = (sign * still.reshape(shape) * gap[name] + going.reshape(shape) * drift[name]) / 2
        values[span] = turn(values[span], offset) if name == "parts" else values[span] + offset
        bent[name] = values
    return replace(strand, **bent)


def step(strand: Strand, foot: int, at: int) -> Strand:
    """A foot lifted for the frames around `at`, so that it can stand elsewhere afterwards."""
    start, stop = max(at - STEP // 2, 0), min(at + STEP // 2 + 1, len(strand))
    stands, balls = strand.stands.copy(), strand.balls.copy()
    stands[start + 1 : stop - 1, foot] = False
    way = np.linalg.norm((balls[stop - 1] - balls[start])[foot, [0, 2]])
    height = RISE[0] + RISE[1] * min(way, 0.6)
    balls[start:stop, foot, 1] += height * np.sin(np.linspace(0, np.pi, stop - start)) ** 2
    return replace(strand, stands=stands, balls=balls)


def _rate(values: np.ndarray) -> np.ndarray:
    """Change of values (n, ...) a frame; none of a single frame."""
    return np.gradient(values, axis=0) if len(values) > 1 else np.zeros_like(values)


def _speed(pair: np.ndarray) -> np.ndarray:
    return pair[-1] - pair[0]


def _spin(pair: np.ndarray) -> np.ndarray:
    """The turn from a frame to the next of directions (1 or 2, k, 3)."""
    return arc(pair[0], pair[-1])
