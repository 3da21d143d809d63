"""How smooth joins are, against naive concatenation of the same phrases: one after the other in full, laid root on root
and facing the same way, cut hard. Both are danced by the same body."""

import numpy as np

from demo.compose.arrange import HELD, together
from demo.compose.composer import Composer, Composition
from demo.compose.strand import BALLS, Strand
from motion.canonical import FPS, SOLE
from motion.pose import Body
from motion.skeleton import BONES

AROUND = FPS // 2
"""Frames on either side of a join that are looked at."""

LOW = 0.025
"""Metres above its place on the floor from which the ball of a foot does not count as skating."""


def naive(made: Composition, composer: Composer) -> tuple[np.ndarray, list[int]]:
    """Positions (n, 22, 3) of the naive dance, and the frames at which its phrases begin, without the first."""
    clips = [composer.gallery.clip(part.phrase.index).positions for part in made.parts if part.choices]
    body = Body.of(clips)
    whole: Strand | None = None
    joins = []
    for group in dict.fromkeys(part.clause.group for part in made.parts):
        members = [part for part in made.parts if part.clause.group == group]
        moving = [(part.clause, strand) for part in members if (strand := composer.strand(part, body))]
        if moving:
            part = together(moving, body)
        else:
            part = whole.cut(len(whole) - 1, len(whole)).at_rest(round((members[0].clause.seconds or HELD) * FPS))
        if whole:
            turn = float(whole.heading[-1] - part.heading[0])
            part = part.moved(turn, part.root[0], (whole.root[-1] - part.root[0]) * [1, 0, 1])
            joins.append(len(whole))
        whole = whole + part if whole else part
    return whole.positions(body), joins


def peak_jerk(positions: np.ndarray, joins: list[int]) -> list[float]:
    """For each join the peak of any joint's jerk around it, metres a second cubed."""
    jerk = np.linalg.norm(np.diff(positions, 3, axis=0), axis=2).max(axis=1) * FPS**3
    return [float(jerk[max(join - AROUND, 0) : join + AROUND].max()) for join in joins]


def skate(positions: np.ndarray, joins: list[int]) -> list[float]:
    """For each join the metres that the balls of the feet slide around it.

    A step between frames counts fully on the floor and less with the height of the ball, as 2 - 2 ** (height / LOW)
    (He et al., NeMF, 2022).
    """
    balls = positions[:, BALLS]
    way = np.linalg.norm(np.diff(balls[..., [0, 2]], axis=0), axis=2)
    height = np.maximum(balls[1:, :, 1], balls[:-1, :, 1]) - SOLE
    slid = (way * np.clip(2 - 2 ** (height / LOW), 0, 1)).sum(axis=1)
    return [float(slid[max(join - AROUND, 0) : join + AROUND].sum()) for join in joins]


def bones_change(positions: np.ndarray) -> float:
    """The most that a bone's length changes, millimetres."""
    starts, ends = np.array(BONES).T
    return float(np.ptp(np.linalg.norm(positions[:, ends] - positions[:, starts], axis=2), axis=0).max() * 1000)
