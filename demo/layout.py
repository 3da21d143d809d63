"""Many dimensions on a plane: near neighbours stay near. Knows nothing of dances or pages.

The method is UMAP's (McInnes, Healy and Melville, arXiv 1802.03426) in plain numpy: every point is drawn to its nearest
neighbours and pushed away from others picked at random. It starts from the two widest directions, so that the whole
keeps its shape as far as a plane can hold it. The gallery's 1,625 dances take about a second on one core.
"""

import numpy as np

NEIGHBOURS, ROUNDS, SEED = 15, 200, 0
PUSHES, PICKED = 5, 20
"""How much a point's neighbours weigh in pushes from others, and how many others are picked for it in a round."""

REACH, STEEP = 0.115, 1.93
"""Closeness at a distance d on the plane is 1 / (1 + REACH d^(2 STEEP)): UMAP's for `min_dist` 1, so that points stand
apart and can be told from one another."""

STRONGEST = 4.0
"""The farthest that one point moves another along an axis, in the plane's own units; the plane begins 20 wide."""

BLOCK = 1024
"""Rows compared at a time: a big gallery needs no square of itself in memory."""


def layout(rows: np.ndarray) -> np.ndarray:
    """Places float32 (n, 2), 0 to 1, for unit rows (n, dim), n > 0; the same rows have the same places."""
    generator = np.random.default_rng(SEED)
    plane = _widest(rows) + generator.normal(0, 1e-3, (len(rows), 2)).astype(np.float32)
    if len(rows) > 1:
        one, other, closeness = ties(rows)
        for step in range(ROUNDS):
            moves = _pulls(plane, one, other, closeness) + _pushes(plane, one, closeness, generator)
            plane += 0.5 * (1 - step / ROUNDS) * moves
    low, high = plane.min(0), plane.max(0)
    return np.clip(0.5 + (plane - (low + high) / 2) / max(float((high - low).max()), 1e-6), 0, 1)


def ties(rows: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Who is tied to whom and how closely, 0 to 1: three arrays (edges,), each tie from both ends, in order.

    A point is tied to its nearest with 1 and to others the less the farther they are for its own surroundings; what
    two points think of each other is united as chances are.
    """
    count = min(NEIGHBOURS, len(rows) - 1)
    near, cosines = neighbours(rows, count)
    distance = np.sqrt(np.maximum(2 - 2 * cosines, 0))
    beyond = distance - distance[:, :1]
    low, high = np.full((len(rows), 1), 1e-6), np.full((len(rows), 1), 10.0)
    for _ in range(40):  # the scale at which the neighbours add up to log2 of their count
        scale = np.sqrt(low * high)
        wide = np.exp(-beyond / scale).sum(-1, keepdims=True) > np.log2(count + 1)
        low, high = np.where(wide, low, scale), np.where(wide, scale, high)
    one, other = np.repeat(np.arange(len(rows)), count), near.ravel()
    pairs = np.concatenate([one * len(rows) + other, other * len(rows) + one])
    order = np.argsort(pairs, kind="stable")
    pairs, starts = np.unique(pairs[order], return_index=True)
    apart = np.multiply.reduceat(1 - np.tile(np.exp(-beyond / scale).ravel(), 2)[order], starts)
    return pairs // len(rows), pairs % len(rows), (1 - apart).astype(np.float32)


def neighbours(rows: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray]:
    """The `count` nearest others of each of the unit rows (n, dim): indices and cosines (n, count), nearest first."""
    found = []
    for start in range(0, len(rows), BLOCK):
        cosines = rows[start : start + BLOCK] @ rows.T
        own = np.arange(len(cosines))
        cosines[own, start + own] = -np.inf
        near = np.argpartition(-cosines, count - 1, axis=-1)[:, :count]
        values = np.take_along_axis(cosines, near, -1)
        order = np.argsort(-values, axis=-1, kind="stable")
        found.append((np.take_along_axis(near, order, -1), np.take_along_axis(values, order, -1)))
    return np.concatenate([near for near, _ in found]), np.concatenate([values for _, values in found])


def _widest(rows: np.ndarray) -> np.ndarray:
    """Rows (n, dim) along the two directions in which they spread most, (n, 2), 20 wide."""
    middle = rows - rows.mean(0)
    _, directions = np.linalg.eigh(middle.T @ middle)
    plane = middle @ directions[:, :-3:-1]
    return (10 * plane / max(float(np.abs(plane).max()), 1e-6)).astype(np.float32)


def _pulls(plane: np.ndarray, one: np.ndarray, other: np.ndarray, closeness: np.ndarray) -> np.ndarray:
    """How far its ties move each point, (n, 2); both ends move."""
    apart = plane[one] - plane[other]
    square = np.maximum(np.square(apart).sum(-1), 1e-6)
    slope = -2 * REACH * STEEP * square ** (STEEP - 1) / (1 + REACH * square**STEEP) * closeness
    pull = np.clip(slope[:, None] * apart, -STRONGEST, STRONGEST)
    return 2 * np.add.reduceat(pull, np.searchsorted(one, np.arange(len(plane))), axis=0)


def _pushes(plane: np.ndarray, one: np.ndarray, closeness: np.ndarray, generator: np.random.Generator) -> np.ndarray:
    """How far others move each point, (n, 2), guessed from a few: the more it is tied, the more it is pushed."""
    weight = PUSHES * np.bincount(one, closeness, len(plane)).astype(np.float32) / PICKED
    apart = plane[:, None] - plane[generator.integers(0, len(plane), (len(plane), PICKED))]
    square = np.square(apart).sum(-1)
    slope = 2 * STEEP / ((0.001 + square) * (1 + REACH * square**STEEP))
    return weight[:, None] * np.clip(slope[..., None] * apart, -STRONGEST, STRONGEST).sum(1)
