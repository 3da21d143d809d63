"""What people have labelled, in a CSV file that is only ever added to: nothing is lost, whoever writes and whenever.

Columns file, start, label, who and when; of several rows for one phrase the last counts, and an empty label takes it
back. A row is one write to the end of the file, so that two processes do not cut into each other's.
"""

import csv
import io
import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from motion.command import InputError

COLUMNS = ("file", "start", "label", "who", "when")
LONGEST = 100
"""Characters of a label."""


def read_hand(path: Path) -> dict[tuple[str, str], str]:
    """Labels by file and start. Raises InputError for a file that is none of ours."""
    if not path.exists():
        return {}
    try:
        with path.open(newline="", encoding="utf-8") as file:
            # A row that a killed process did not finish has no time.
            rows = [row for row in csv.DictReader(file) if row["when"]]
            labels = {(row["file"], row["start"]): row["label"] for row in rows}
    except (KeyError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path} is not a CSV file with the columns {', '.join(COLUMNS)} ({error}).") from error
    return {key: label for key, label in labels.items() if label}


def add_hand(path: Path, key: tuple[str, str], label: str, who: str = "") -> None:
    """Add one label; it is on the disk when this returns."""
    if not path.exists():
        _begin(path)
    with path.open("rb+") as file:
        file.seek(-1, os.SEEK_END)
        unfinished = b"" if file.read(1) == b"\n" else b"\r\n"
    handle = os.open(path, os.O_WRONLY | os.O_APPEND)
    try:
        os.write(handle, unfinished + _row([*key, plain(label), plain(who), datetime.now(UTC).isoformat()]))
        os.fsync(handle)
    finally:
        os.close(handle)


def _begin(path: Path) -> None:
    """A file with nothing but its header, which two processes cannot both write."""
    partial = path.with_suffix(f".{os.getpid()}.part")
    partial.write_bytes(_row(COLUMNS))
    with suppress(FileExistsError):
        os.link(partial, path)
    partial.unlink()


def _row(cells) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerow(cells)
    return text.getvalue().encode()


def plain(text: str) -> str:
    """One line of ordinary text, of bounded length; what a spreadsheet would take for a formula is defused."""
    line = " ".join(text.encode("utf-8", "replace").decode().split())[:LONGEST]
    return line.lstrip("=+-@ ")
