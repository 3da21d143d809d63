"""Rotations: the only place where this project turns angles into matrices, and matrices into angles.

Matrices act on column vectors (`R @ v`). Angles are degrees and turn as the right hand does about the axes of
`motion.skeleton`; turns as vectors (`arc`) are as long as their angle in radians. Every function is vectorised over
leading dimensions.
"""

import numpy as np


def about(axis: str, degrees: np.ndarray) -> np.ndarray:
    """Rotation matrices (..., 3, 3) by `degrees` (...) about "x", "y" or "z"."""
    radians = np.radians(np.asarray(degrees, dtype=np.float64))
    cos, sin = np.cos(radians), np.sin(radians)
    i = "xyz".index(axis)
    j, k = (i + 1) % 3, (i + 2) % 3
    matrix = np.zeros((*radians.shape, 3, 3))
    matrix[..., i, i] = 1
    matrix[..., j, j] = matrix[..., k, k] = cos
    matrix[..., j, k], matrix[..., k, j] = -sin, sin
    return matrix


def euler(order: str, degrees: np.ndarray) -> np.ndarray:
    """Intrinsic rotations: `order` "zxy" with angles (..., 3) means Rz @ Rx @ Ry, as a BVH lists its channels."""
    matrix = about(order[0], degrees[..., 0])
    for index, axis in enumerate(order[1:], start=1):
        matrix = matrix @ about(axis, degrees[..., index])
    return matrix


def rotate(matrix: np.ndarray, vectors: np.ndarray) -> np.ndarray:
    """Apply (..., 3, 3) rotations to (..., 3) vectors."""
    return np.einsum("...ij,...j->...i", matrix, vectors)


def unit(vectors: np.ndarray) -> np.ndarray:
    """Vectors (..., 3) scaled to length 1; a zero vector stays zero."""
    length = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return vectors / np.where(length > 1e-9, length, 1)


def shortest_arc(start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """Rotation matrices (..., 3, 3) that bring unit vectors `start` to `end`, (..., 3), without turning about them.

    Opposite vectors have no shortest arc; they get a half turn about an axis square to `start`.
    """
    start, end = np.broadcast_arrays(start, end)
    axis, cos = np.cross(start, end), (start * end).sum(axis=-1)
    cross = np.zeros((*cos.shape, 3, 3))
    for i in range(3):
        j, k = (i + 1) % 3, (i + 2) % 3
        cross[..., j, k], cross[..., k, j] = -axis[..., i], axis[..., i]
    opposite = cos < -1 + 1e-9
    arc = np.eye(3) + cross + cross @ cross / np.where(opposite, 1, 1 + cos)[..., None, None]
    square = unit(np.cross(start, np.eye(3)[np.abs(start).argmin(axis=-1)]))
    half = 2 * square[..., :, None] * square[..., None, :] - np.eye(3)
    return np.where(opposite[..., None, None], half, arc)


def arc(start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """The turns of `shortest_arc` as vectors (..., 3): along the axis, as long as the angle in radians."""
    cross, cos = np.cross(start, end), (start * end).sum(axis=-1, keepdims=True)
    sin = np.linalg.norm(cross, axis=-1, keepdims=True)
    square = unit(np.cross(start, np.eye(3)[np.abs(start).argmin(axis=-1)]))
    axis = np.where((sin < 1e-9) & (cos < 0), square, cross / np.where(sin > 1e-9, sin, 1))
    return axis * np.arctan2(sin, cos)


def turn(vectors: np.ndarray, by: np.ndarray) -> np.ndarray:
    """Vectors (..., 3) turned by vectors `by` (..., 3) as `arc` gives them (Rodrigues)."""
    angle, axis = np.linalg.norm(by, axis=-1, keepdims=True), unit(by)
    along = (axis * vectors).sum(axis=-1, keepdims=True) * axis
    return along + np.cos(angle) * (vectors - along) + np.sin(angle) * np.cross(axis, vectors)


def from_vectors(by: np.ndarray) -> np.ndarray:
    """Rotation matrices (..., 3, 3) of turns (..., 3) as `arc` gives them."""
    return np.swapaxes(turn(np.eye(3), by[..., None, :]), -1, -2)


def kabsch(start: np.ndarray, end: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Rotation matrices (..., 3, 3) that bring vectors `start` (..., n, 3) nearest to `end` (..., n, 3).

    Nearest by the sum of squared distances with `weights` (n); never a reflection.
    """
    left, _, right = np.linalg.svd(np.einsum("...ni,n,...nj->...ij", end, weights, start))
    left[..., 2] *= np.linalg.det(left @ right)[..., None]
    return left @ right


def to_euler(order: str, matrix: np.ndarray) -> np.ndarray:
    """Angles (..., 3) for `euler` with an order of three different axes: the middle one within -90 to 90.

    Where the middle one is 90 or -90, the first and the last turn about one axis, and the last is 0.
    """
    i, j, k = ("xyz".index(axis) for axis in order)
    sign = 1 if (j - i) % 3 == 1 else -1
    middle = np.arcsin(np.clip(sign * matrix[..., i, k], -1, 1))
    first = np.arctan2(-sign * matrix[..., j, k], matrix[..., k, k])
    last = np.arctan2(-sign * matrix[..., i, j], matrix[..., i, i])
    locked = np.hypot(matrix[..., i, i], matrix[..., i, j]) < 1e-6
    first = np.where(locked, np.arctan2(sign * matrix[..., k, j], matrix[..., j, j]), first)
    return np.degrees(np.stack([first, middle, np.where(locked, 0, last)], axis=-1))


def unwound(degrees: np.ndarray) -> np.ndarray:
    """The same rotations as `to_euler`'s angles (frames, ..., 3), each frame's nearest to the one before it.

    Whoever draws a curve through the angles then sees no jumps: a spin counts on beyond 180.
    """
    unwound = np.array(degrees)
    for frame in range(1, len(unwound)):
        twins = np.stack([unwound[frame], unwound[frame] * [1, -1, 1] + 180])
        twins -= 360 * np.round((twins - unwound[frame - 1]) / 360)
        away = np.abs(twins - unwound[frame - 1]).sum(axis=-1)
        unwound[frame] = np.where((away[0] <= away[1])[..., None], twins[0], twins[1])
    return unwound
