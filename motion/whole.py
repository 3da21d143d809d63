"""Files that are there whole or not at all: whoever reads one meanwhile, or after a stop, finds the old one."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A place beside `path` to write to, which takes its place when all is written, and goes if anything fails."""
    partial = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        yield partial
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def write_text(path: Path, text: str) -> None:
    """Write a text as UTF-8, its line ends as they are."""
    with whole(path) as partial:
        partial.write_text(text, encoding="utf-8", newline="")
