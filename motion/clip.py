"""A clip: one dancer's joint positions over time. Knows nothing of files, models or pictures."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from motion.skeleton import JOINTS, MIRROR


class ClipError(ValueError):
    """A motion that cannot be read or used: one sentence that says what was found and what is accepted."""


@contextmanager
def of_file(path: Path) -> Iterator[None]:
    """What is wrong with the clip in a file begins with the file's name."""
    try:
        yield
    except ClipError as error:
        raise ClipError(f"{path.name}: {error}") from None


@dataclass(frozen=True, eq=False)
class Clip:
    """Joint positions over time.

    positions: float32 (frames, 22, 3), metres, Y up, right-handed, joints in `motion.skeleton.JOINTS` order.
    fps: frames per second.
    reading: how a file was understood ("BVH, 120 fps, Y up, ..."), empty for a clip that never was a file.

    Raises ClipError when the array has another shape, no frames, or numbers that are not finite.
    """

    positions: np.ndarray
    fps: float
    reading: str = ""

    def __post_init__(self) -> None:
        positions = np.asarray(self.positions, dtype=np.float32)
        if positions.ndim != 3 or positions.shape[1:] != (len(JOINTS), 3) or len(positions) == 0:
            raise ClipError(f"found an array of shape {positions.shape}; a clip is (frames, {len(JOINTS)}, 3).")
        if not np.isfinite(positions).all():
            raise ClipError("found positions that are not finite numbers; every joint needs a place in every frame.")
        if not (np.isfinite(self.fps) and self.fps > 0):
            raise ClipError(f"found a frame rate of {self.fps}; frames per second must be above zero.")
        object.__setattr__(self, "positions", positions)

    def __len__(self) -> int:
        return len(self.positions)

    @property
    def duration(self) -> float:
        """Seconds from the first frame to the end of the last."""
        return len(self.positions) / self.fps

    def cut(self, start: int, stop: int) -> "Clip":
        """Frames `start` to `stop` (exclusive), in the same place and facing the same way."""
        return replace(self, positions=self.positions[start:stop])

    def mirrored(self) -> "Clip":
        """The same dance in a mirror: left becomes right, and X is negated."""
        return replace(self, positions=mirror(self.positions))


def mirror(positions: np.ndarray) -> np.ndarray:
    """Mirror (..., 22, 3) positions in the plane X = 0, with left and right joints exchanged."""
    return positions[..., MIRROR, :] * np.array([-1, 1, 1], dtype=positions.dtype)
