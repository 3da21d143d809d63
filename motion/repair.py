"""What is missing or torn in recorded points: gaps filled, single-frame spikes removed, incomplete ends cut.

Missing is a point without a number, and one where nought was written for what was not seen: it jumps to the very
origin and back, or all points of a frame lie in one place. A gap of up to half a second is filled by a cubic curve
through its two ends, as fast there as the point was beside them. In a longer one the point is put back where it sits
among three others that keep their distance to it (the capture programs' rigid body fill), if there are such three;
otherwise the recording is refused. Works in any unit: sizes are parts of the body's extent. Does not see two markers
that were exchanged, nor a point that jumps away for more than one frame: that may be motion.
"""

from itertools import combinations

import numpy as np

from motion.clip import ClipError
from motion.rotation import rotate, unit

GAP = 0.5
"""Longest gap in seconds that a curve fills: a step, or a beat."""

SPIKE = (0.02, 45)
"""How far a point strays from the middle between its neighbours to be a spike: the first, in extents of the body, and
what an acceleration of 160 m/s^2 does in a frame by itself: the second, in extents per second squared."""

JUMP = 2
"""Extents of the body in a second, about 4 m/s, beyond which a point does not come to the origin but is lost: hips that
all is measured from stay there, a first step begins there, a foot may pass."""

SPEED = 0.04
"""Seconds beside a gap from which the speed at its end is taken."""

STIFF = 0.015
"""How far a point may move among three others, in extents of the body, for them to say where it is."""

NEAR = 6
"""Among how many of the points that keep their distance best the three are looked for."""


def mend(points: np.ndarray, fps: float, names: list[str] | tuple[str, ...]) -> tuple[np.ndarray, str]:
    """Points (frames, n, 3), perhaps fewer frames, without gaps and spikes; and words for what was done, or "".

    points: a point with a coordinate that is not finite is missing in that frame. names: n, for the words. Raises
    ClipError for a point that is never there, or away too long.
    """
    points = seen(np.where(np.isfinite(points).all(axis=2, keepdims=True), points, np.nan), fps)
    gone = np.isnan(points[..., 0])
    if gone.all(axis=0).any():
        never = [names[i] for i in np.flatnonzero(gone.all(axis=0))]
        raise ClipError(f"found no place of {_some(never)} in any frame; a short gap can be filled, not this.")
    extent = _extent(points)
    torn = _spikes(points, extent, fps)
    points[torn] = np.nan
    held = sum(_hold(points, i, extent, fps) for i in np.flatnonzero(gone.any(axis=0)))
    whole = np.flatnonzero(~np.isnan(points[..., 0]).any(axis=1))
    if not len(whole):
        raise ClipError(f"found no frame that has all of {_some(names)}; at least one must.")
    start, stop = whole[0], whole[-1] + 1
    cut = len(points) - (stop - start)
    points, gone, torn = points[start:stop], np.isnan(points[start:stop, :, 0]), torn[start:stop]
    filled, longest = 0, 0
    for i in np.flatnonzero(gone.any(axis=0)):
        length = _gaps(gone[:, i]).max()
        if length > GAP * fps:
            raise ClipError(f"found {names[i]} missing for {length / fps:.1f} s; a gap of up to {GAP} s can be filled.")
        filled += _runs(gone[:, i] & ~torn[:, i])
        longest = max(longest, length)
        points[:, i] = _curve(points[:, i], gone[:, i], max(1, round(SPEED * fps)))
    done = [
        (filled, f"{_count(filled, 'gap')} of at most {longest / fps:.2f} s filled"),
        (held, f"{_count(held, 'longer gap')} filled from the points around"),
        (torn.any(), f"{_count(int(torn.sum()), 'spike')} removed"),
        (cut, f"{cut / fps:.2f} s cut at the ends, where not all points are there"),
    ]
    return points, ", ".join(words for happened, words in done if happened)


def seen(points: np.ndarray, fps: float) -> np.ndarray:
    """The points (frames, n, 3), NaN where nought was written for what was not seen."""
    together = (points == points[:, :1]).all(axis=(1, 2)) & (points.shape[1] > 1)
    if together.all():
        return points
    points = np.where(together[:, None, None], np.nan, points)
    nought = (points == 0).all(axis=2)
    near = JUMP / fps * _extent(points) if nought.any() else 0
    for i in np.flatnonzero(nought.any(axis=0) & (nought.mean(axis=0) < 0.5)):
        away = np.append(np.linalg.norm(points[:, i], axis=1), np.nan)
        before, after = _neighbours(~nought[:, i] & ~np.isnan(away[:-1]))
        points[nought[:, i] & (np.fmin(away[before], away[after]) > near), i] = np.nan
    return points


def _extent(points: np.ndarray) -> float:
    """The size of the body: the median over frames of the box around it, corner to corner."""
    some = points[:: len(points) // 1000 + 1]
    some = some[~np.isnan(some[..., 0]).all(axis=1)]
    return float(np.median(np.linalg.norm(np.nanmax(some, axis=1) - np.nanmin(some, axis=1), axis=1)))


def _spikes(points: np.ndarray, extent: float, fps: float) -> np.ndarray:
    """Where (frames, n) a point is away for one frame and back in the next."""
    before, here, after = points[:-2], points[1:-1], points[2:]
    away = np.linalg.norm(here - (before + after) / 2, axis=2)
    back = np.linalg.norm(after - before, axis=2)
    spikes = np.zeros(points.shape[:2], dtype=bool)
    spikes[1:-1] = (away > (SPIKE[0] + SPIKE[1] / fps**2) * extent) & (back < away / 2)
    return spikes


def _hold(points: np.ndarray, i: int, extent: float, fps: float) -> int:
    """Fill the gaps of point i that are too long for a curve, where three others say where it is; how many were."""
    seen = ~np.isnan(points[..., 0])
    long = _gaps(~seen[:, i]) > GAP * fps
    known = np.flatnonzero(seen[:, i])
    if not long.any() or len(known) < fps:
        return 0
    some = points[known[:: len(known) // 1000 + 1]]
    useful = (seen[long].mean(axis=0) > 0.5) & (seen[known].mean(axis=0) > 0.7)
    useful[i] = False
    change = np.nanstd(np.linalg.norm(some[:, useful] - some[:, i : i + 1], axis=2), axis=0)
    near = np.flatnonzero(useful)[np.argsort(change)[:NEAR]]
    best, stray = None, STIFF * extent
    for three in combinations(near, 3):
        seat = _seat(some, i, three)
        off = np.nanpercentile(np.linalg.norm(_seated(some, three, seat) - some[:, i], axis=1), 90)
        if off < stray:
            best, stray = _seated(points, three, seat), off
    if best is None:
        return 0
    sure = np.flatnonzero(seen[:, i] & ~np.isnan(best[:, 0]))
    frames = np.flatnonzero(long & ~np.isnan(best[:, 0]))
    for axis in range(3):  # so that the filled part meets what is known on both sides
        off = (points[:, i, axis] - best[:, axis])[sure]
        points[frames, i, axis] = best[frames, axis] + np.interp(frames, sure, off)
    return _runs(long)


def _seat(points: np.ndarray, i: int, three: tuple[int, ...]) -> np.ndarray:
    """Where point i mostly is, (3,), in the axes that three others span."""
    axes = _axes(points, three)
    return np.nanmedian(rotate(np.swapaxes(axes, 1, 2), points[:, i] - points[:, three[0]]), axis=0)


def _seated(points: np.ndarray, three: tuple[int, ...], seat: np.ndarray) -> np.ndarray:
    """That seat in space, (frames, 3); NaN where one of the three is missing."""
    return points[:, three[0]] + rotate(_axes(points, three), seat)


def _axes(points: np.ndarray, three: tuple[int, ...]) -> np.ndarray:
    a, b, c = (points[:, n] for n in three)
    x = unit(b - a)
    z = unit(np.cross(x, c - a))
    return np.stack([x, np.cross(z, x), z], axis=-1)


def _curve(places: np.ndarray, gone: np.ndarray, width: int) -> np.ndarray:
    """Places (frames, 3) with the gaps filled by Hermite's cubic; the first and the last frame are there."""
    frames = np.arange(len(places))
    low, high = (end[gone] for end in _neighbours(~gone))
    chord = (places[high] - places[low]) / (high - low)[:, None]
    speeds = []
    for end, step in ((low, -1), (high, 1)):
        beside = np.clip(end + step * width, 0, len(places) - 1)
        speed = (places[beside] - places[end]) / np.where(beside == end, 1, beside - end)[:, None]
        speeds.append(np.where(np.isnan(speed) | (beside == end)[:, None], chord, speed))
    t, length = ((frames[gone] - low) / (high - low))[:, None], (high - low)[:, None]
    filled = places.copy()
    filled[gone] = (
        (2 * t**3 - 3 * t**2 + 1) * places[low]
        + (t**3 - 2 * t**2 + t) * length * speeds[0]
        + (3 * t**2 - 2 * t**3) * places[high]
        + (t**3 - t**2) * length * speeds[1]
    )
    return filled


def _neighbours(seen: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For each frame, the last one up to it and the first one from it on that is seen; -1 and the end where none is."""
    frames = np.arange(len(seen))
    before = np.maximum.accumulate(np.where(seen, frames, -1))
    return before, np.minimum.accumulate(np.where(seen, frames, len(seen))[::-1])[::-1]


def _gaps(gone: np.ndarray) -> np.ndarray:
    """For each frame, the length in frames of the gap it lies in, 0 outside."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], gone, [False]])))
    lengths = np.zeros(len(gone), dtype=int)
    lengths[gone] = np.repeat(edges[1::2] - edges[::2], edges[1::2] - edges[::2])
    return lengths


def _runs(gone: np.ndarray) -> int:
    return int(gone[0]) + int((gone[1:] & ~gone[:-1]).sum())


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _some(names: list[str] | tuple[str, ...]) -> str:
    return ", ".join(names[:9]) + (" and others" if len(names) > 9 else "")
