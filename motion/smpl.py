"""Bodies told by rotations, as AMASS and the programs around SMPL write them: from turns of joints to their places.

A body has one turn a joint against the joint's parent, an axis as long as the angle in radians, in the order of SMPL
(Loper et al. 2015), whose first 22 are `motion.skeleton`'s, and a place of the whole. AMASS (Mahmood et al. 2019) has
them as `poses` and `trans`; its later files and SMPL-X's programs have `root_orient` or `global_orient` and `pose_body`
or `body_pose` apart, AIST++ (Li et al. 2021) a scale beside. Shape coefficients are not read: one grown person stands
in for everybody, since how somebody is built is not what is danced. Does not read files.
"""

from typing import NamedTuple

import numpy as np

from motion.clip import ClipError
from motion.recording import MAX_FILE_FRAMES, Recording, Told, frame_rate
from motion.repair import mend
from motion.rotation import from_vectors, rotate
from motion.skeleton import JOINTS, PARENTS

WHOLE = ("poses", "fullpose", "smpl_poses")
ROOT, BODY = ("root_orient", "global_orient"), ("pose_body", "body_pose")
PLACE, SCALE = ("trans", "transl", "smpl_trans"), ("smpl_scaling",)
"""What the arrays are called: turns of all joints, or of the root and the others apart; where the body is, and what one
metre is in that."""

FPS, SCALED_FPS = 30.0, 60.0
"""Where nothing is said; AMASS's files say it, AIST++'s never do."""

ALL, REST = (66, 72, 156, 165), (63, 69)
"""Numbers a frame of all joints' turns, of 22, 24, 52 or 55 of them, and of those without the root."""

PROPORTIONS = {
    "left_hip": (6, -8.5, -1.5), "right_hip": (-6, -8.5, -1.5), "spine1": (0, 12, -3.5), "left_knee": (4, -38.5, 0),
    "right_knee": (-4, -38.5, 0), "spine2": (0, 14, 2.5), "left_ankle": (-1.5, -42.5, -3.5),
    "right_ankle": (1.5, -42.5, -3.5), "spine3": (0, 5.5, 0), "left_foot": (4, -6, 12.5), "right_foot": (-4, -6, 12.5),
    "neck": (0, 21, -3.5), "left_collar": (7.5, 11.5, -2), "right_collar": (-7.5, 11.5, -2), "head": (0, 9, 5),
    "left_shoulder": (12, 4.5, -1.5), "right_shoulder": (-12, 4.5, -1.5), "left_elbow": (26, -1.5, -2.5),
    "right_elbow": (-26, -1.5, -2.5), "left_wrist": (26.5, 1, -0.5), "right_wrist": (-26.5, 1, -0.5),
}  # fmt: skip
OFFSETS = np.array([PROPORTIONS.get(name, (0, 0, 0)) for name in JOINTS]) / 100
"""(22, 3), metres: each joint from its parent where none is turned, +Z ahead, Y up; rounded to half a centimetre."""

AT_ONCE = 5000
"""Frames whose rotations are held at once."""


class Turned(NamedTuple):
    """turns: (frames, 22, 3), of each joint against its parent, the first's against the world. place: (frames, 3), of
    the whole, metres. fps: the usual rate of such a file."""

    turns: np.ndarray
    place: np.ndarray
    fps: float = FPS


def names(shapes: dict[str, tuple[int, ...]]) -> tuple[tuple[str, ...], ...] | None:
    """Which of the arrays, by name, are the turns of a body (one or two), its place and the scale of that (if any), or
    None where turns and place are not both there."""
    frames = {name: shape[0] for name, shape in shapes.items() if shape and 1 <= shape[0] <= MAX_FILE_FRAMES}

    def first(known: tuple[str, ...], *widths: int) -> str | None:
        return next((name for name in known if name in frames and _width(shapes[name]) in widths), None)

    place, whole, root, body = first(PLACE, 3), first(WHOLE, *ALL), first(ROOT, 3), first(BODY, *REST)
    turns = (whole,) if whole else (root, body)
    if not all((*turns, place)) or len({frames[name] for name in (*turns, place)}) > 1:
        return None
    return turns, (place,), tuple(name for name in SCALE if shapes.get(name) in ((), (1,)))[:1]


def turned(turns: dict[str, np.ndarray], place: dict[str, np.ndarray], scale: dict[str, np.ndarray]) -> Turned:
    """The body of the arrays that are called so, in the order of `names`. Raises ClipError for a scale that is none."""
    (where,) = place.values()
    for name, (value,) in scale.items():
        if not 0 < value < np.inf:
            raise ClipError(f"found {name} {value:g}; accepted is above 0.")
        where = where / value
    flat = np.concatenate([each.reshape(len(each), -1) for each in turns.values()], axis=1)
    turns = flat[:, : 3 * len(JOINTS)].reshape(-1, len(JOINTS), 3)
    return Turned(turns, where.reshape(-1, 3), SCALED_FPS if scale else FPS)


def to_recording(body: Turned, told: Told, stated: float | None) -> Recording:
    """Where the joints of a body are that has been turned. stated: the fps that came with it."""
    parts = range(0, len(body.turns), AT_ONCE)
    points = np.concatenate([_places(body.turns[start : start + AT_ONCE]) for start in parts]) + body.place[:, None]
    fps, words = frame_rate(told.fps, stated, body.fps)
    kept, mended = mend(points, fps, list(JOINTS))
    reading = f"SMPL's rotations, {len(points)} frames {words}, on a body of mean proportions"
    return Recording(kept, fps, f"{reading}, {mended}" if mended else reading)


def _places(vectors: np.ndarray) -> np.ndarray:
    """Where the joints are, (frames, 22, 3) from the pelvis, for turns of all (frames, 22, 3)."""
    local = from_vectors(vectors)
    world, places = local.copy(), np.zeros_like(vectors)
    for joint, parent in enumerate(PARENTS):
        if parent >= 0:
            places[:, joint] = places[:, parent] + rotate(world[:, parent], OFFSETS[joint])
            world[:, joint] = world[:, parent] @ local[:, joint]
    return places


def _width(shape: tuple[int, ...]) -> int:
    """Numbers a frame that are vectors of three, 0 where the shape is another."""
    flat = len(shape) == 2 and shape[1] % 3 == 0
    return shape[1] if flat else 3 * shape[1] if len(shape) == 3 and shape[2] == 3 else 0
