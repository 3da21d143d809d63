"""What every command of the project does with bad input: one clear line and exit code 2."""

import argparse
import sys
from collections.abc import Callable, Sequence

from motion.clip import ClipError


class InputError(ValueError):
    """Something the user gave cannot be used: one sentence that says what was found and what is accepted."""


def command(
    parse_args: Callable[[Sequence[str] | None], argparse.Namespace], run: Callable[[argparse.Namespace], None]
) -> int:
    """Parse, run, and return the exit code."""
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
