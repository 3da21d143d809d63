"""`python -m demo.compose`: a dance for a text of several movements, in a file."""

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path

from demo.compose.composer import BPM, LONGEST, Composer
from demo.compose.report import report, table
from demo.encoders import Encoders
from demo.gallery import GALLERY, Gallery
from demo.label import Labels
from motion.command import command
from motion.convert import OUTPUTS
from motion.write import write, writer


def parse_args(argv: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m demo.compose", description="Make one dance of several movements.")
    parser.add_argument("text", help='what to dance, such as "walk in slowly, spin twice to the left, then freeze"')
    parser.add_argument(
        "--out", type=Path, required=True, metavar="FILE", help=f"the dance to write: {', '.join(OUTPUTS)}"
    )
    parser.add_argument("--bpm", type=_within(*BPM), metavar="N", help="beats a minute for the steps to fall on")
    parser.add_argument("--length", type=_within(1, LONGEST), metavar="S", help="seconds that the dance lasts")
    parser.add_argument(
        "--gallery", type=Path, default=GALLERY, help="where the phrases are from (default: %(default)s)"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser.parse_args(argv)


def _within(low: float, high: float) -> Callable[[str], float]:
    """An argument that is a number from `low` to `high`."""

    def number(text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            value = float("nan")
        if not low <= value <= high:
            raise argparse.ArgumentTypeError(f"{text!r} is no number from {low} to {high}")
        return value

    return number


def run(args: argparse.Namespace) -> None:
    writer(args.out, OUTPUTS)  # a file that cannot be written is said before the dance is made
    gallery = Gallery.load(args.gallery)
    made = Composer(Encoders(), gallery, Labels.load()).compose(args.text, args.bpm, args.length)
    write(made.clip, args.out, OUTPUTS)
    told = {"file": str(args.out), **report(made, gallery)}
    print(json.dumps(told, ensure_ascii=False, indent=2) if args.json else f"{table(told)}\nWritten to {args.out}.")


def main() -> int:
    return command(parse_args, run)


if __name__ == "__main__":
    raise SystemExit(main())
