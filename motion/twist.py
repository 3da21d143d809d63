"""How a bone is turned about itself, which places do not show: steadily over time, and as a body would do it.

The shortest arc from the T-pose alone flips when a bone points the other way, as the thigh of a high kick does. So the
turn of each frame carries on those around it, with a slight pull to the shortest arc and a strong one to a hint where
there is one (`motion.joint_rotations` knows which): the axis of a bent knee, the way from hips to shoulders. All three
are wishes of a least squares problem over the whole clip, so that a leg which is straight for a while turns gradually
from what its last bend said to what its next bend will say.
"""

import numpy as np

from motion.rotation import rotate, shortest_arc

HINT, ARC = 10.0, 0.0025
"""What a fully trusted hint and the shortest arc count, where carrying on from frame to frame counts 1."""


def turn_bone(
    rest: np.ndarray, side: np.ndarray, directions: np.ndarray, hints: np.ndarray, trust: np.ndarray
) -> np.ndarray:
    """Rotations (frames, 3, 3) that bring `rest` to `directions` (frames, 3), and `side` steadily toward `hints`.

    rest, side: unit vectors square to each other, the bone and a side of it in the T-pose. directions: unit, or zero
    for a bone without length. hints: (frames, 3), where `side` should point. trust: (frames,), 0 to 1.
    """
    directions = np.where(directions.any(axis=1, keepdims=True), directions, rest)
    sides = rotate(shortest_arc(rest, directions), side)
    carried = rotate(shortest_arc(directions[:-1], directions[1:]), sides[:-1])
    steps = _angle(directions[1:], sides[1:], carried)
    arc = ARC * (1 + directions @ rest) / 2
    angles = _steady(steps, _angle(directions, sides, hints), HINT * trust, arc)
    turned = np.cos(angles)[:, None] * sides + np.sin(angles)[:, None] * np.cross(directions, sides)
    return _frame(directions, turned) @ _frame(rest, side).T


def _steady(steps: np.ndarray, hints: np.ndarray, trust: np.ndarray, arc: np.ndarray) -> np.ndarray:
    """Angles (frames,) that least miss their wishes: to change by `steps` (frames - 1), to be `hints`, to be 0.

    The last two with the weights `trust` and `arc` (frames,). Radians; hints and 0 are meant up to whole turns.
    """
    hints, zeros, angle = hints.copy(), np.zeros_like(hints), 0.0
    for frame in range(len(hints)):  # the whole turns that are nearest to carrying on
        angle += steps[frame - 1] if frame else 0
        hints[frame], zeros[frame] = (x + 2 * np.pi * round((angle - x) / (2 * np.pi)) for x in (hints[frame], 0.0))
        angle += min(trust[frame], 1) * (hints[frame] - angle) + arc[frame] * (zeros[frame] - angle)
    left, right = np.append(0, steps), np.append(steps, 0)
    main = trust + arc + (np.arange(len(hints)) > 0) + (np.arange(len(hints)) < len(hints) - 1)
    return _tridiagonal(main, trust * hints + arc * zeros + left - right)


def _tridiagonal(main: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """The solution (n,) of a matrix with `main` (n,) on its diagonal and -1 on both sides of it (Thomas algorithm)."""
    main, solution = main.tolist(), wanted.tolist()
    for row in range(1, len(main)):
        main[row] -= 1 / main[row - 1]
        solution[row] += solution[row - 1] / main[row - 1]
    solution[-1] /= main[-1]
    for row in range(len(main) - 2, -1, -1):
        solution[row] = (solution[row] + solution[row + 1]) / main[row]
    return np.array(solution)


def _angle(axes: np.ndarray, start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """Radians (frames,) about unit `axes` from `start`, square to them, to `end`; all (frames, 3)."""
    return np.arctan2((axes * np.cross(start, end)).sum(axis=-1), (start * end).sum(axis=-1))


def _frame(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Matrices (..., 3, 3) with the columns x, y and x cross y."""
    return np.stack([x, y, np.cross(x, y)], axis=-1)
