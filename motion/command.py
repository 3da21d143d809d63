"""What every command of the project does with bad input: one clear line and exit code 2."""

import argparse
import io
import sys
from collections.abc import Callable, Sequence

from motion.clip import ClipError


class InputError(ValueError):
    """Something the user gave cannot be used: one sentence that says what was found and what is accepted."""


def command(
    parse_args: Callable[[Sequence[str] | None], argparse.Namespace], run: Callable[[argparse.Namespace], None]
) -> int:
    """Parse, run, and return the exit code. What a terminal or a pipe cannot show, such as a byte of a file's name that
    is no UTF-8, is printed as an escape, which JSON has too."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    args = parse_args(None)
    try:
        run(args)
    except (InputError, ClipError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    return 0


def count(text: str) -> int:
    """An argument that counts something: a whole number, 0 or more."""
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number, 0 or more")
    return int(text)
