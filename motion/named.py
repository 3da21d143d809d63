"""A body from points that bear the names of joints and hang on no tree, as tables have them and some C3D files.

Does not know where the points come from: `motion.tables` and `motion.c3d` do.
"""

import numpy as np

from motion.clip import ClipError
from motion.repair import mend
from motion.rigs import EARS, match, to_body
from motion.structure import Match


def named_body(names: list[str], points: np.ndarray, fps: float) -> tuple[np.ndarray, str, str]:
    """Joints (frames, 22, 3), perhaps fewer frames, from points (frames, n, 3), NaN where one is missing; words for how
    they were found, and for what was mended. Raises ClipError for names of no known rig, and for gaps too long.

    Ears only say better where the head is: they are done without where they cannot be mended.
    """
    found = match(names, [-1] * len(names), points)
    try:
        return _body(found, names, points, fps)
    except ClipError:
        bare = {joint: index for joint, index in found.places.items() if joint not in EARS}
        if len(bare) == len(found.places):
            raise
        return _body(found._replace(places=bare), names, points, fps)


def _body(found: Match, names: list[str], points: np.ndarray, fps: float) -> tuple[np.ndarray, str, str]:
    """The same of the joints that were found."""
    used = [names[index] for index in found.used]
    points, mended = mend(points[:, found.used], fps, used)
    body, matched = to_body(used, [-1] * len(used), points)
    return body, matched + found.whose, mended
