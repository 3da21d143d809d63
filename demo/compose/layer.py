"""Two strands at once: the legs and the way of one, the upper body of the other.

Arms, neck and head are taken from the gesture; up the spine the two mix more and more, seen from the pelvis. Does not
know which of two strands has the legs until it has looked at how much each moves them.
"""

from dataclasses import replace

import numpy as np

from demo.compose.strand import TURN, Strand, ease, whole_turns
from motion.canonical import FPS
from motion.pose import PARTS
from motion.rotation import arc, turn

LOWER = (
    "hips_left",
    "hips_down",
    *(f"{side}_{part}" for side in ("left", "right") for part in ("knee", "ankle", "foot")),
)
SPINE = {"spine1": 0.25, "spine2": 0.5, "spine3": 0.75}
"""Whose spine: the share of the gesture in each bone; above all is the gesture's, in the hips and legs nothing."""

WEIGHTS = np.array([SPINE.get(name, float(name not in LOWER)) for name in PARTS])[:, None]

EASE = round(0.35 * FPS)
"""Frames over which the gesture comes and goes."""

BUSY, LIFTED = 0.35, 0.12
"""Metres a second from which feet and body are at work, and metres by which a foot or the body rises in such work."""


def layered(legs: Strand, gesture: Strand) -> Strand:
    """Legs and way of the first, upper body of the second, both equally long; the gesture comes and goes smoothly."""
    frames = np.arange(len(legs))
    come, go = (np.clip((edge + 1) / EASE, 0, 1) for edge in (frames, frames[::-1]))
    by = WEIGHTS * (ease(come) * ease(go))[:, None, None] * arc(legs.parts, gesture.parts)
    return replace(legs, parts=turn(legs.parts, by))


def needs_legs(strand: Strand) -> bool:
    """Whether a strand is lost without its own legs: they are busy, turn around, lift a foot, or lower the body."""
    lifts = max(np.ptp(strand.balls[..., 1], axis=0).max(), np.ptp(strand.root[:, 1]))
    return bool(footwork(strand) > BUSY or lifts > LIFTED or abs(whole_turns(strand.heading)) >= TURN)


def footwork(strand: Strand) -> float:
    """How much a strand does with legs, way and heading: metres a second that the feet and the body go."""
    feet = np.linalg.norm(np.diff(strand.balls, axis=0), axis=2).mean()
    way = np.linalg.norm(np.diff(strand.root, axis=0), axis=1).mean()
    return float(feet + way) * FPS
