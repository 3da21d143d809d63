"""Tables of joint positions, `.csv`: a header, a row a frame, three columns a joint.

Columns are named by joint and axis (`left_knee_x`, `LeftKnee.X`, `LeftKneeX`, `LeftKnee position x`, `LeftKnee_tx`,
`x_left_knee`), the joints as in any of the rigs that `motion.rigs` knows or as markers (`motion.markers`), or numbered
(`x1`, `landmark_0_x`) in the order of one of `motion.jointsets`. A column of times (`motion.times`) gives the frame
rate; other columns are passed over. Cells end at commas, or at semicolons or tabs, as where a comma is the point in
numbers. An empty cell, or one that says so (`LOST`), is a missing place. Where people have rows of their own
(`PERSON`), one person is read.
"""

import csv
import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO

import numpy as np

from motion.arrays import bounded
from motion.clip import ClipError
from motion.layout import to_recording
from motion.letters import encoding
from motion.likeness import in_space
from motion.marked import body_of
from motion.recording import MAX_BYTES, MAX_FILE_FRAMES, MAX_POINTS, NOTHING, Recording, Told, frame_rate
from motion.subjects import fullest
from motion.times import in_seconds, on_even_times, time_column

FPS = 30
"""Of a table without times: what cameras and pose estimators give."""

MAX_LINE = 100_000
MAX_NAME = 100
COLUMN = re.compile(
    r"(?P<joint>.+?)(?:[\W_]+(?i:(?:pos(?:ition)?|trans(?:lat(?:e|ion))?|t)[\W_]*)?(?P<axis>[xyzXYZ])"
    r"|(?<=[a-z0-9])(?P<capital>[XYZ]))(?i:\W?|[\W_]+[cm]?m\W?)"
    r"|(?P<first>[xyzXYZ])(?:[\W_]+(?P<named>.+)|(?P<number>\d+))"
)
MARKS = ",;\t"
"""Between cells: whichever the first line has most of."""

PERSON = ("person", "personid", "subject", "subjectid", "track", "trackid", "player", "playerid", "dancer")
"""Letters of a column that says of whom a row is, where several people have rows of their own."""

LOST = ("", "na", "n/a", "null", "none", "-", "--", "#n/a")

EXAMPLE = "accepted are three columns a joint, such as left_knee_x, left_knee_y and left_knee_z"


Rows = Iterator[list[str]]
"""The cells of a table, row by row."""


def read_csv(path: Path, told: Told = NOTHING) -> Recording:
    """The body in a .csv file, in its own axes and unit. Raises ClipError for any other table."""
    return read_table(path, told, "CSV", lambda rows: next(rows, []))


def read_table(path: Path, told: Told, kind: str, header: Callable[[Rows], list[str]]) -> Recording:
    """The same of a table whose columns `header` names by the rows that it takes from the top."""
    size = path.stat().st_size
    if not 0 < size <= MAX_BYTES:
        raise ClipError(f"found a file of {size} bytes; a table has 1 to {MAX_BYTES}.")
    with path.open("rb") as file:
        letters = encoding(file.read(2))
    with path.open(newline="", encoding=letters, errors="replace") as file:
        rows = _rows(file)
        names = header(rows)
        joints = joint_columns(names)
        if not joints:
            raise ClipError(f"found the columns {', '.join(names)[:100]!r}; {EXAMPLE}.")
        times = time_column(names)
        wanted = [column for triple in joints.values() for column in triple] + times
        whose = [column for column, name in enumerate(names) if re.sub("[^a-z]", "", name.lower()) in PERSON][:1]
        values, people = _values(rows, wanted, names, whose)
    taken, told_of = fullest(Counter(people))
    values = values[[person == taken for person in people]]
    points, stated, evened = values[:, : 3 * len(joints)].reshape(len(values), len(joints), 3), None, ""
    points = in_space(bounded(points))
    if times and len(values) > 1 and told.fps is None:
        points, stated, evened = on_even_times(points, in_seconds(values[:, -1], names[times[0]]))
    if order := numbered(list(joints)):
        recording = to_recording(points[:, order], told, stated)
        return recording._replace(reading=f"{kind} of numbered joints{told_of}{evened}, {recording.reading}")
    fps, words = frame_rate(told.fps, stated, FPS)
    body, found, mended = body_of(list(joints), points, fps, optical=False)
    reading = f"{kind}, {len(values)} frames {words}{evened}, {found}{told_of}"
    return Recording(body, fps, f"{reading}, {mended}" if mended else reading)


def joint_columns(names: list[str]) -> dict[str, list[int]]:
    """Which columns are x, y and z of which joint, for every joint that has all three."""
    found: dict[str, dict[str, int]] = {}
    for column, name in enumerate(names):
        parts = COLUMN.fullmatch(name[: MAX_NAME + 1].strip())
        if parts and len(name) <= MAX_NAME:
            joint, axis = parts["joint"] or parts["named"] or parts["number"], parts["axis"] or parts["capital"]
            found.setdefault(joint, {}).setdefault((axis or parts["first"]).lower(), column)
    return {joint: [axes[axis] for axis in "xyz"] for joint, axes in found.items() if len(axes) == 3}


def numbered(joints: list[str]) -> list[int]:
    """The order of joints that have no names but numbers, each one more than that before; none for others."""
    parts = [re.fullmatch(r"(\D*)(\d{1,3})", joint) for joint in joints]
    if not all(parts) or len({part[1] for part in parts}) > 1:
        return []
    numbers = [int(part[2]) for part in parts]
    order = sorted(range(len(joints)), key=numbers.__getitem__)
    return order if np.ptp(numbers) == len({*numbers}) - 1 == len(joints) - 1 > 0 else []


def _rows(file: TextIO) -> Rows:
    """The cells of each line that is not empty. A row is a line: quotes that run over several would have no end."""
    mark = ""
    for number, line in enumerate(iter(lambda: file.readline(MAX_LINE), "")):
        if number > MAX_FILE_FRAMES or len(line) == MAX_LINE:
            raise ClipError(
                f"found more than {MAX_FILE_FRAMES} lines, or one of {MAX_LINE} characters; a table has a line a frame."
            )
        if line.strip():
            mark = mark or max(MARKS, key=line.count)
            cells = _cells(line.rstrip("\r\n"), mark)
            yield cells if mark == "," else [cell.replace(",", ".") for cell in cells]


def _cells(line: str, mark: str) -> list[str]:
    if '"' not in line:
        return line.split(mark)
    try:
        return next(csv.reader([line], delimiter=mark, strict=True))
    except csv.Error as error:
        raise ClipError(f"found {line[:30].strip()!r}, no row of a table ({error}); {EXAMPLE}.") from None


def _values(rows: Rows, wanted: list[int], names: list[str], whose: list[int]) -> tuple[np.ndarray, list[str]]:
    """The numbers (rows, columns) of the wanted columns, NaN where there is none, and of each row whose it is.

    names: of all columns. whose: the column that says so, if there is one.
    """
    values, people = array("d"), []
    frame = 0
    for frame, row in enumerate(rows, start=1):
        try:
            people.append("".join(row[column].strip()[:MAX_NAME] for column in whose))
            values.extend([float(row[column].strip() or "nan") for column in wanted])
        except IndexError:
            raise ClipError(f"found {len(row)} cells in row {frame}; it needs {max(wanted) + 1} or more.") from None
        except ValueError:
            values.extend([_number(row[column], names[column], frame) for column in wanted])
        if len(values) > MAX_POINTS:
            raise ClipError(f"found more than {MAX_POINTS} numbers; that is the limit.")
    if not frame:
        raise ClipError("found a header without rows; a table has one row a frame.")
    return np.frombuffer(values).reshape(frame, len(wanted)), people


def _number(cell: str, column: str, frame: int) -> float:
    try:
        return float("nan" if cell.strip().lower() in LOST else cell)
    except ValueError:
        raise ClipError(
            f"found {cell.strip()[:40]!r} for {column[:MAX_NAME]} in row {frame}; accepted are numbers, or nothing."
        ) from None
