"""The one door for motion files: any supported file in, a canonical clip out.

Training, export and the demo all come through here, so that a dance means the same to each. A new format is a reader,
`(Path, Told) -> Recording`, and a line in `READERS`. Files are taken for hostile until read: sizes are bounded before
memory is spent, nothing is unpickled, and whatever is wrong comes out as a `ClipError`.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

from motion.amc import read_amc
from motion.archives import read_npz
from motion.arrays import read_npy
from motion.bvh import read_bvh
from motion.c3d import read_c3d
from motion.canonical import canonical
from motion.clip import Clip, ClipError, of_file
from motion.grounded import grounded
from motion.jointsets import JOINT_SETS
from motion.level import level
from motion.likeness import NO_BODY, some, unlikeness
from motion.orient import TO_Y_UP, upright
from motion.recording import FPS_RANGE, NOTHING, Recording, Told
from motion.steady import steadied
from motion.tables import read_csv
from motion.trc import read_trc

READERS: dict[str, Callable[[Path, Told], Recording]] = {
    ".amc": read_amc,
    ".bvh": read_bvh,
    ".c3d": read_c3d,
    ".csv": read_csv,
    ".npy": read_npy,
    ".npz": read_npz,
    ".trc": read_trc,
}

ALONE = [ending for ending in READERS if ending != ".amc"]
"""Types of file that need no other beside them."""


def listed(endings: Iterable[str]) -> str:
    """Types of file in a sentence."""
    *some, last = endings
    return f"{', '.join(some)} and {last}"


ACCEPTED = listed(READERS)


def load(path: str | Path, told: Told = NOTHING) -> Clip:
    """The canonical clip in a motion file: 20 fps, metres, Y up, floor at 0, starting at the origin facing +Z.

    told: what is known of the file beforehand; the rest is found out. `Clip.reading` says in a sentence how the file
    was understood. Raises ClipError, one sentence that begins with the file's name, says what was found and what is
    accepted.
    """
    path = Path(path)
    with of_file(path):
        try:
            if not path.is_file():
                found = "a folder" if path.is_dir() else "no such file"
                raise ClipError(f"found {found}; accepted are {ACCEPTED} files.")
            if path.suffix.lower() not in READERS:
                raise ClipError(f"found a file of type {path.suffix or 'none'}; accepted are {ACCEPTED}.")
            _check(told)
            recording = READERS[path.suffix.lower()](path, told)
            if told.joints is None:
                _check_body(recording)
            clip = steadied(upright(recording, told.up))
            return canonical(grounded(level(clip) if told.up is None else clip))
        except (OSError, MemoryError) as error:
            raise ClipError(f"found a file that cannot be read ({error}); accepted are {ACCEPTED}.") from error


def _check(told: Told) -> None:
    """Raises ClipError for what nobody can mean; the page's API takes anything."""
    low, high = FPS_RANGE
    if told.joints is not None and told.joints not in JOINT_SETS:
        raise ClipError(f"found no joint set named {told.joints[:40]!r}; accepted are {', '.join(JOINT_SETS)}.")
    if told.up is not None and told.up not in TO_Y_UP:
        raise ClipError(f"found no axis named {told.up[:40]!r}; accepted are {', '.join(TO_Y_UP)}.")
    if told.fps is not None and not low <= told.fps <= high:
        raise ClipError(f"found a frame rate of {told.fps}, as told; accepted are {low} to {high} frames per second.")


def _check_body(recording: Recording) -> None:
    """Raises ClipError for joints of two people, and for what only bears the names of joints."""
    if unlikeness(some(recording.positions)) > NO_BODY:
        raise ClipError(
            f"found {recording.reading}, with bones that are no body's; accepted are the positions of one person."
        )
