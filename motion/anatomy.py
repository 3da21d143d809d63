"""From the joints a source has to the 22 of `motion.skeleton`, in the same places of the body for every source.

Rigs agree on hips, knees, ankles, shoulders, elbows and wrists and on little else: trunks have one to six joints, the
root lies anywhere between the hip joints and the waist, clavicles start at the sternum or at the neck. So what lies
between is placed by rule: pelvis and spine at fixed parts of the line that the source's own trunk draws from the hips
to the neck (its bends are kept), collars at a fixed part of the shoulders' width (they do not rise with a shrug). Works
in any unit and with any axis up. Does not know names or files.
"""

import numpy as np

from motion.rotation import unit
from motion.skeleton import JOINTS

SPINE = {"pelvis": 0.147, "spine1": 0.330, "spine2": 0.556, "spine3": 0.650}
"""Where along the trunk, 0 between the hip joints and 1 at the neck. SMPL's mean shape."""

COLLAR = 0.4
"""How far out a collar lies from the middle of spine3 and neck, as a part of half the width between the shoulders."""

HEAD = 0.18
"""From neck to head over hips to neck, where a source has no head."""

TOES = (0.03, 0.25)
"""A foot joint nearer to the ankle than this part of a leg is no toe base, a farther one is the tip of the toes."""

FOOT = 0.17
"""From ankle to toe base, as a part of the leg, where a source does not say."""


def complete(points: dict[str, np.ndarray], trunk: np.ndarray) -> np.ndarray:
    """Joints (frames, 22, 3) from named points, each (frames, 3); the ones given are kept, the others are placed
    (and a foot given by the tip of its toes is drawn back to the toe base).

    points: hips, knees, ankles, shoulders, elbows and wrists of both sides, and any other joint the source has.
    trunk: (frames, n, 3), the source's own joints between hips and neck, from the hips upward; n may be 0.
    """
    placed = dict(points)
    hips = (points["left_hip"] + points["right_hip"]) / 2
    placed.setdefault("neck", (points["left_shoulder"] + points["right_shoulder"]) / 2)
    neck = placed["neck"]
    placed.setdefault("head", neck + HEAD * (neck - hips))
    line = np.concatenate([hips[:, None], trunk, neck[:, None]], axis=1)
    for name, part in SPINE.items():
        placed.setdefault(name, _along(line, part))
    breast, out = (placed["spine3"] + neck) / 2, _half_shoulders(points, neck - placed["spine3"])
    for side, sign in (("left", 1), ("right", -1)):
        placed.setdefault(f"{side}_collar", breast + sign * COLLAR * out)
        placed[f"{side}_foot"] = _foot(points, side)
    return np.stack([placed[name] for name in JOINTS], axis=1)


def leg_length(points: dict[str, np.ndarray]) -> float:
    """Median over frames and sides of hip to knee to ankle, in the source's unit."""
    legs = [np.stack([points[f"{side}_{part}"] for part in ("hip", "knee", "ankle")]) for side in ("left", "right")]
    return float(np.median([np.linalg.norm(np.diff(leg, axis=0), axis=-1).sum(axis=0) for leg in legs]))


def _half_shoulders(points: dict[str, np.ndarray], up: np.ndarray) -> np.ndarray:
    """Half the shoulders' distance, of constant length, to the left and square to `up`; (frames, 3)."""
    across = (points["left_shoulder"] - points["right_shoulder"]) / 2
    width = np.median(np.linalg.norm(across, axis=1))
    return width * unit(across - (across * unit(up)).sum(axis=1, keepdims=True) * unit(up))


def _along(line: np.ndarray, part: float) -> np.ndarray:
    """The point (frames, 3) at `part` of the length of a line (frames, n, 3), always on the same two joints."""
    lengths = np.median(np.linalg.norm(np.diff(line, axis=1), axis=2), axis=0)
    reach = np.concatenate([[0], np.cumsum(lengths)])
    at = np.interp(part * reach[-1], reach, np.arange(len(reach)))
    low = min(int(at), len(lengths) - 1)
    return line[:, low] + (at - low) * (line[:, low + 1] - line[:, low])


def _foot(points: dict[str, np.ndarray], side: str) -> np.ndarray:
    """The toe base (frames, 3): the source's own, or pulled back from the toes' tip, or ahead of the ankle."""
    knee, ankle, leg = points[f"{side}_knee"], points[f"{side}_ankle"], leg_length(points)
    foot = points.get(f"{side}_foot", ankle)
    reach = np.median(np.linalg.norm(foot - ankle, axis=1)) / max(leg, 1e-9)
    if reach > TOES[1]:
        return ankle + (foot - ankle) * (FOOT / reach)
    if reach > TOES[0]:
        return foot
    shin = unit(ankle - knee)
    ahead = unit(np.cross(shin, points["left_hip"] - points["right_hip"]))
    folds = ((knee - (points[f"{side}_hip"] + ankle) / 2) * ahead).sum(axis=1).mean()
    return ankle + FOOT * leg * unit(0.4 * shin + ahead * (-1 if folds < -0.01 * leg else 1))
