"""Contact sheets: many dances on one picture, to be looked at.

Of a gallery it takes a few dances of each move; of motion files, all.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from demo import archive
from demo.gallery import FIELDS, Gallery
from demo.render import contact_sheet
from motion import Clip, load
from motion.command import InputError, command, count
from motion.load import ACCEPTED

ROWS = 24
"""Dances on one picture; more go on further pictures."""


def from_gallery(gallery: Gallery, moves: list[str], each: int) -> list[tuple[str, Clip]]:
    """Up to `each` dances for each first move, or only for `moves`, titled, one move after the other."""
    groups: dict[str, list[int]] = {}
    for index in range(len(gallery)):
        first = next(iter(gallery.entry(index)["attributes"].get("moves", [])), "")
        groups.setdefault(first, []).append(index)
    if unknown := set(moves) - set(groups):
        raise InputError(
            f"There is no dance with {', '.join(sorted(unknown))}; moves here are {', '.join(sorted(groups))}."
        )
    chosen = [index for move in moves or sorted(groups) for index in groups[move][:each]]
    return [(f"{gallery.ids[index]}: {gallery.captions[index]}", gallery.clip(index)) for index in chosen]


def parse_args(argv: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m demo.sheet", description="Draw many dances on one picture.")
    parser.add_argument("paths", type=Path, nargs="+", help=f"a gallery (.npz), or motion files: {ACCEPTED}")
    parser.add_argument("--out", type=Path, required=True, help="the PNG to write")
    parser.add_argument("--moves", nargs="+", default=[], help="of a gallery, only these moves")
    parser.add_argument("--each", type=count, default=3, help="of a gallery, dances a move (default: %(default)s)")
    args = parser.parse_args(argv)
    if args.each < 1:
        parser.error("--each must be 1 or more")
    return args


def run(args: argparse.Namespace) -> None:
    if args.out.suffix.lower() != ".png":
        raise InputError(f"found {args.out.name!r} to write to; accepted are names that end in .png.")
    rows = []
    for path in args.paths:
        if archive.has(path, FIELDS[:1]):
            rows += from_gallery(Gallery.load(path), args.moves, args.each)
        else:
            rows.append((path.name, load(path)))
    titles = [f"{number}  {title}" for number, (title, _) in enumerate(rows, 1)]
    clips = [clip for _, clip in rows]
    for start in range(0, len(rows), ROWS):
        out = args.out.with_stem(f"{args.out.stem}-{start // ROWS + 1}") if start else args.out
        contact_sheet(clips[start : start + ROWS], titles[start : start + ROWS]).save(out)
        print(out)


def main() -> int:
    return command(parse_args, run)


if __name__ == "__main__":
    raise SystemExit(main())
