"""Files that are there whole or not at all: written beside, then renamed, so that a stopped process leaves the old."""

import os
from pathlib import Path


def write_whole(path: Path, text: str) -> None:
    partial = path.with_suffix(f".{os.getpid()}.part")
    partial.write_text(text, encoding="utf-8")
    partial.replace(path)
