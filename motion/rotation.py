"""Rotations: the only place where this project turns angles into matrices.

Matrices act on column vectors (`R @ v`), angles are degrees, axes are X right-hand rules in the frame of
`motion.skeleton`. Every function is vectorised over leading dimensions.
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
