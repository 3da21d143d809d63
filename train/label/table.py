"""`labels.csv`: every phrase with its label, made anew from the labels by hand whenever there is one more.

Columns file, start, end (seconds), label, by and confidence; by is "hand", "spread" (taken from the labels by hand) or
"unsure" (best labelled next). It is what `python -m train --corpus` reads.
"""

import csv
import io
import json
import math
from pathlib import Path
from typing import NamedTuple

from motion.command import InputError
from motion.recording import NOTHING, Told
from motion.whole import write_text
from train.label.spread import Spread
from train.label.windows import Window, seconds

PHRASES = "phrases.json"
"""Beside the table: how long its phrases are, and what was told of the recordings (`motion.recording.Told`)."""

COLUMNS = ("file", "start", "end", "label", "by", "confidence")


class Row(NamedTuple):
    file: Path
    start: float
    end: float
    label: str
    by: str
    confidence: float


def write_table(path: Path, windows: list[Window], found: Spread) -> None:
    """Every phrase with its label; who reads meanwhile reads the old table."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for window, label, by, confidence in zip(windows, found.label, found.by, found.confidence, strict=True):
        writer.writerow([*window.key, seconds(window.stop), label, by, f"{confidence:.3f}"])
    write_text(path, text.getvalue())


def read_told(path: Path) -> Told:
    """What was told of the recordings of a table; nothing of one that was made by hand."""
    beside = path.with_name(PHRASES)
    return Told(**json.loads(beside.read_text(encoding="utf-8"))["told"]) if beside.exists() else NOTHING


def read_table(path: Path) -> list[Row]:
    """The rows of such a file, which may be written by hand. Raises InputError for any other file."""
    try:
        with path.open(newline="", encoding="utf-8-sig") as file:
            rows = [
                Row(
                    Path(row["file"]),
                    float(row["start"]),
                    float(row["end"]),
                    row["label"].strip(),
                    row.get("by") or "hand",
                    float(row.get("confidence") or 1),
                )
                for row in csv.DictReader(file)
            ]
    except FileNotFoundError:
        raise InputError(f"found no {path}; `python -m train.label` writes it.") from None
    except (KeyError, AttributeError, TypeError, ValueError, csv.Error) as error:
        raise InputError(f"{path} is not a CSV file with the columns {', '.join(COLUMNS)} ({error}).") from error
    for row in rows:
        if not (0 <= row.start < row.end < math.inf):
            raise InputError(
                f"found a phrase from {row.start} to {row.end} in {path}; it has a length, after 0 seconds."
            )
    if not any(row.label for row in rows):
        raise InputError(f"found no labels in {path}; label some phrases with `python -m train.label`.")
    return [row for row in rows if row.label]
