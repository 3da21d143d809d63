"""Convert a motion file: any that `motion.load` reads, to BVH, to an array of joints, or to a picture that moves."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from motion.clip import Clip
from motion.command import InputError, command
from motion.load import READERS, load
from motion.options import add_told, told
from motion.write import WRITERS, Writer, write, writer


def write_gif(clip: Clip, path: Path) -> None:
    """Write a canonical clip as an animated GIF."""
    from demo.render import render_gif  # here, and only here, does motion look at demo: it has the one renderer

    render_gif(clip, path)


OUTPUTS: dict[str, Writer] = {**WRITERS, ".gif": write_gif}


def parse_args(argv: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m motion.convert",
        description="Convert a motion file. What comes out is canonical: 20 fps, metres, Y up, on the floor, starting "
        "at the origin facing +Z.",
    )
    parser.add_argument("source", metavar="IN", type=Path, help=f"the file to read: {', '.join(READERS)}")
    parser.add_argument("target", metavar="OUT", type=Path, help=f"the file to write: {', '.join(OUTPUTS)}")
    add_told(parser)
    return parser.parse_args(argv)


def run(args: argparse.Namespace) -> None:
    writer(args.target, OUTPUTS)
    if args.source.exists() and args.target.exists() and args.target.samefile(args.source):
        raise InputError(f"{args.target.name}: found the input file to write to; accepted is any other.")
    clip = load(args.source, told(args))
    write(clip, args.target, OUTPUTS)
    print(f"{clip.reading} Written to {args.target}: {len(clip)} frames at {clip.fps:g} fps, {clip.duration:.1f} s.")


def main() -> int:
    return command(parse_args, run)


if __name__ == "__main__":
    raise SystemExit(main())
