"""Look at the studio's dances: `python -m train.studio --sheet DIR` draws a contact sheet of every move."""

import argparse
from pathlib import Path

import numpy as np
from tqdm import tqdm

from demo.render import contact_sheet
from motion import Clip
from motion.canonical import FPS
from motion.command import InputError, command
from train.caption import Attributes
from train.studio.choreographer import choreograph
from train.studio.quality import NAMES
from train.studio.repertoire import load_moves

ROWS, FRAMES = 22, 12
"""Phrases on one blind sheet; moments of each phrase."""


def parse_args(argv: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m train.studio", description="Draw contact sheets of the moves.")
    parser.add_argument("--sheet", type=Path, required=True, metavar="DIR", help="folder for the PNG files")
    parser.add_argument("--moves", nargs="+", default=[], help="only these moves (default: all)")
    parser.add_argument("--quality", choices=NAMES, help="dance them in this quality (default: plain)")
    parser.add_argument("--each", type=int, default=6, help="phrases of each move (%(default)s)")
    parser.add_argument("--seed", type=int, default=0, help="of what is danced (%(default)s)")
    parser.add_argument("--blind", action="store_true", help="shuffled, numbered, unnamed; the names go to key.txt")
    return parser.parse_args(argv)


def run(args: argparse.Namespace) -> None:
    moves = load_moves()
    if unknown := set(args.moves) - set(moves):
        raise InputError(f"found no move called {', '.join(sorted(unknown))}; there are {', '.join(moves)}.")
    args.sheet.mkdir(parents=True, exist_ok=True)
    names = args.moves or list(moves)
    rows = [row for name in tqdm(names, unit="move") for row in dance(name, args)]
    if args.blind:
        order = np.random.default_rng(args.seed).permutation(len(rows))
        rows = [(f"{number}", *rows[index][1:]) for number, index in enumerate(order, 1)]
        key = [f"{number}\t{name}\n" for number, name, _ in rows]
        (args.sheet / "key.txt").write_text("".join(key), encoding="utf-8")
        sheets = {f"blind-{start // ROWS + 1:02d}": rows[start : start + ROWS] for start in range(0, len(rows), ROWS)}
    else:
        sheets = {name: [row for row in rows if row[1] == name] for name in names}
    for sheet, some in sheets.items():
        titles, clips = [title for title, _, _ in some], [clip for _, _, clip in some]
        contact_sheet(clips, titles, FRAMES).save(args.sheet / f"{sheet}.png")


def dance(name: str, args: argparse.Namespace) -> list[tuple[str, str, Clip]]:
    """Phrases of one move: caption, move, clip."""
    rng = np.random.default_rng([args.seed, *name.encode()])
    wish = Attributes((name,), (args.quality,) if args.quality else ())
    phrases = [choreograph(rng, wish, 1) for _ in range(args.each)]
    return [(phrase.captions[0].text, name, Clip(phrase.positions, FPS)) for phrase in phrases]


def main() -> int:
    return command(parse_args, run)


if __name__ == "__main__":
    raise SystemExit(main())
