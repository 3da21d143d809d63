"""The one door for motion files: any supported file in, a canonical clip out.

Training, export and the demo all come through here, so that a dance means the same to each. A new format is a reader,
`Path -> Recording`, and a line in `READERS`. Files are taken for hostile until read: sizes are bounded before memory is
spent, nothing is unpickled, and whatever is wrong comes out as a `ClipError`.
"""

from collections.abc import Callable
from pathlib import Path

from motion.arrays import read_npy
from motion.bvh import read_bvh
from motion.canonical import canonical
from motion.clip import Clip, ClipError
from motion.orient import Recording, upright

READERS: dict[str, Callable[[Path], Recording]] = {".bvh": read_bvh, ".npy": read_npy}


def load(path: str | Path) -> Clip:
    """The canonical clip in a motion file: 20 fps, metres, Y up, floor at 0, starting at the origin facing +Z.

    `Clip.reading` says in a sentence how the file was understood. Raises ClipError, one sentence that begins with the
    file's name, says what was found and what is accepted.
    """
    path = Path(path)
    accepted = " and ".join(READERS)
    try:
        if not path.is_file():
            raise ClipError(f"found no such file; accepted are {accepted} files.")
        if path.suffix.lower() not in READERS:
            raise ClipError(f"found a file of type {path.suffix or 'none'}; accepted are {accepted}.")
        return canonical(upright(READERS[path.suffix.lower()](path)))
    except ClipError as error:
        raise ClipError(f"{path.name}: {error}") from None
    except (OSError, MemoryError) as error:
        raise ClipError(f"{path.name}: found a file that cannot be read ({error}); accepted are {accepted}.") from error
