"""Dances that are none: what an encoder should not find a name for.

Four kinds. Three break a dance as recordings get broken; training learns to refuse them. The fourth, `aimless`, is a
sound body that follows no plan; it is kept for the benchmark, so that refusing is measured on what was never shown.
"""

from collections.abc import Callable

import numpy as np

from motion.canonical import FPS, face_forward
from motion.rotation import about, rotate
from motion.skeleton import JOINTS
from train.studio.body import LIMITS
from train.studio.dancer import cast
from train.studio.play import play
from train.studio.quality import draw
from train.studio.score import Score

ARMS = tuple(f"{side}_{name}" for side in "LR" for name in ("lift", "plane", "roll", "elbow"))
LEGS = tuple(f"{side}_{name}" for side in "LR" for name in ("hip", "out", "knee"))
TRUNK = ("lean", "tilt", "bend", "side", "twist", "nod", "head_tilt", "drop")


def scrambled(rng: np.random.Generator, positions: np.ndarray) -> np.ndarray:
    """The same frames in short runs that follow each other at random."""
    runs = np.array_split(positions, max(4, len(positions) // int(rng.integers(2, 6))))
    return face_forward(np.concatenate([runs[index] for index in rng.permutation(len(runs))]))


def fallen(rng: np.random.Generator, positions: np.ndarray) -> np.ndarray:
    """The whole dance lying down or upside down, as a mistaken up axis gives it."""
    turned = rotate(about(str(rng.choice(["x", "z"])), float(rng.choice([-90, 90, 180]))), positions)
    turned[..., 1] -= turned[..., 1].min()
    return face_forward(turned.astype(np.float32))


def swapped(rng: np.random.Generator, positions: np.ndarray) -> np.ndarray:
    """Joints under each other's names, as a mistaken joint order gives it."""
    order = np.arange(len(JOINTS))
    chosen = rng.choice(len(JOINTS), size=int(rng.integers(8, len(JOINTS))), replace=False)
    order[chosen] = rng.permutation(chosen)
    return face_forward(positions[:, order])


BROKEN: tuple[Callable[[np.random.Generator, np.ndarray], np.ndarray], ...] = (scrambled, fallen, swapped)


def broken(rng: np.random.Generator, positions: np.ndarray) -> np.ndarray:
    """A canonical phrase (frames, 22, 3) broken in one of these ways."""
    return BROKEN[int(rng.integers(len(BROKEN)))](rng, positions)


def aimless(rng: np.random.Generator) -> np.ndarray:
    """A body within its limits whose every part goes anywhere at any time: canonical (frames, 22, 3), 3 to 7 s."""
    score = Score(rng, cast(rng), draw(rng))
    lifted = str(rng.choice(["L", "R"]))
    seconds = rng.uniform(3, 7)
    score.shape(0.8, **{f"{lifted}_free": 1})
    while score.now < seconds:
        names = [*rng.choice(ARMS, 5, replace=False), *rng.choice(TRUNK, 3, replace=False)]
        names += [name for name in LEGS if name[0] == lifted and rng.random() < 0.6]
        score.to(rng.uniform(0.5, 1.6), **{str(name): _anywhere(rng, str(name)) for name in names})
    return face_forward(play(score))[: int(seconds * FPS)]


def _anywhere(rng: np.random.Generator, control: str) -> float:
    """A value within two thirds of what the control allows."""
    low, high = LIMITS[control.removeprefix("L_").removeprefix("R_")]
    return float(rng.uniform(0.67 * low, 0.67 * high))
