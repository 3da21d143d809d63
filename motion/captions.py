"""Captions of a folder of motion files: a CSV file with the columns file and caption. Knows nothing of the motion."""

import csv
from pathlib import Path, PurePosixPath

from motion.command import InputError


def read_captions(path: Path) -> dict[str, list[str]]:
    """Captions by file, in their order; a motion file may have several rows. Raises InputError for any other file."""
    captions: dict[str, list[str]] = {}
    try:
        with path.open(newline="", encoding="utf-8-sig") as file:
            for row in csv.DictReader(file):
                name, caption = row["file"].strip().replace("\\", "/"), row["caption"].strip()
                if name and caption:
                    captions.setdefault(PurePosixPath(name).as_posix(), []).append(caption)
    except FileNotFoundError as error:
        raise InputError(f"found no {path}; it is a CSV file with the columns file and caption.") from error
    except (KeyError, AttributeError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path} is not a CSV file with the columns file and caption ({error}).") from error
    return captions
