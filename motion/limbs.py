"""Two bones to a target: the only inverse kinematics of the project. Knows nothing of legs, arms or balance."""

import numpy as np

from motion.rotation import unit


def two_bones(root, target, ahead, upper: float, lower: float) -> tuple[np.ndarray, np.ndarray]:
    """Analytic inverse kinematics: middle and end joint (frames, 3) of two bones from `root` towards `target`.

    The middle joint folds towards `ahead`; a target out of reach is approached as far as the bones go.
    """
    line = target - root
    distance = np.linalg.norm(line, axis=1, keepdims=True)
    reach = np.clip(distance, abs(upper - lower) + 0.02, 0.9995 * (upper + lower))
    line = line / np.maximum(distance, 1e-6)
    ahead = ahead + np.array(
        [0, 3e-4, 1e-3]
    )  # a limb straight along `ahead` still has a way to fold, the same in a mirror
    along = (upper**2 - lower**2 + reach**2) / (2 * reach)
    aside = np.sqrt(np.maximum(upper**2 - along**2, 0))
    fold = unit(ahead - (ahead * line).sum(axis=1, keepdims=True) * line)
    return root + along * line + aside * fold, root + reach * line
