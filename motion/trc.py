"""TRC: tables of markers and key points (OpenSim's documentation, "Marker (.trc) Files"; OpenCap, Pose2Sim, Theia).

Five lines stand above the rows: the kind of file, the names and the values of a few facts, the markers, each above the
first of its three columns, and the axes. The times of the rows say how fast they follow each other, and the body says
the unit, so the facts are passed over.
"""

from pathlib import Path

from motion.clip import ClipError
from motion.recording import NOTHING, Recording, Told
from motion.tables import Rows, read_table

KIND = "PathFileType"


def read_trc(path: Path, told: Told = NOTHING) -> Recording:
    """The body in a .trc file, in its own axes and unit. Raises ClipError for any other file."""
    return read_table(path, told, "TRC", _names)


def _names(rows: Rows) -> list[str]:
    """The name of each column, from the lines above the rows."""
    kind, _, _, markers, _ = (next(rows, []) for _ in range(5))
    if kind[:1] != [KIND] or len(markers) < 3:
        found = " ".join(kind)[:40]
        raise ClipError(f"found {found!r} at the start; a TRC file begins with {KIND} and has a line of markers.")
    named = [marker.strip() for marker in markers[2:] if marker.strip()]
    return ["frame", "time", *(f"{marker}_{axis}" for marker in named for axis in "xyz")]
