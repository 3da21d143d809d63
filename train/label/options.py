"""How long phrases are and how far they overlap, as both commands of this package are told it."""

import argparse
import re

from motion.canonical import FPS
from motion.command import InputError


def add_length(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--length", type=duration, default=duration("3s"), metavar="N",
                        help="of a phrase: seconds (3s), or frames of 20 a second (30) (3s)")  # fmt: skip
    parser.add_argument("--overlap", type=duration, metavar="N", help="of phrases that follow each other (half)")


def length_and_hop(args: argparse.Namespace) -> tuple[int, int]:
    """Frames of a phrase, and from the start of one to the start of the next. Raises InputError if that is none."""
    overlap = args.length // 2 if args.overlap is None else args.overlap
    if overlap >= args.length:
        raise InputError("found an overlap as long as a phrase; accepted is less.")
    return args.length, args.length - overlap


def duration(text: str) -> int:
    """Frames, 20 a second, of "3s" or "60"."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)(s?)", text.strip())
    if not found:
        raise argparse.ArgumentTypeError(f"found {text!r}; accepted are seconds such as 3s, or frames such as 60")
    return round(float(found[1]) * (FPS if found[2] else 1))
