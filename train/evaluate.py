"""Measure a trained run, or compare methods: `python -m train.evaluate [--run DIR | --suite]`."""

import argparse
import json
import sys
from contextlib import redirect_stdout
from pathlib import Path

from motion.command import InputError, command
from train.bench.measure import Measure, summary
from train.bench.queries import read_queries
from train.bench.report import column, table
from train.bench.rows import Rows, unless_learned
from train.bench.suite import METHODS, SEEDS, Plan, compare
from train.config import Config
from train.encoders import Encoders
from train.model import TorchEncoders, load_run
from train.real.sources import CAPTIONED, SOURCES
from train.studio.repertoire import load_moves
from train.text_encoder import StemCache, load_tokenizer


def parse_mocap(text: str) -> tuple[str, str]:
    """NAME=PATH of an option."""
    name, _, path = text.partition("=")
    if name not in SOURCES or not path or not Path(path).is_dir():
        accepted = f"NAME=FOLDER with NAME one of {', '.join(SOURCES)}"
        raise argparse.ArgumentTypeError(f"found {text!r}; accepted is {accepted}")
    return name, path


def by_name(mocap: list[tuple[str, str]]) -> dict[str, Path]:
    """The folders to measure on. Raises InputError when two have one name, for only one would be measured."""
    found = {name: Path(path) for name, path in mocap}
    if len(found) < len(mocap):
        raise InputError(f"found {len(mocap)} folders by the names {', '.join(found)}; accepted is one of each name.")
    return found


def parse_args(argv: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m train.evaluate",
        description="Measure a trained run on every row of the benchmark, or train and measure all methods alike.",
    )
    parser.add_argument("--run", type=Path, default=Path("runs/default"), help="folder of the run (%(default)s)")
    parser.add_argument("--mocap", type=parse_mocap, action="append", default=[], metavar="NAME=PATH",
                        help=f"real motion to measure on as well: {', '.join(SOURCES)}")  # fmt: skip
    parser.add_argument("--queries", type=Path, metavar="FILE", help="a JSON file of queries to the studio's gallery")
    parser.add_argument("--json", action="store_true", help="print JSON")
    suite = parser.add_argument_group("to compare methods")
    suite.add_argument(
        "--suite", action="store_true", help="train and measure every method, with the same data and time"
    )
    suite.add_argument("--out", type=Path, default=Plan.out, help="where runs and suite.json go (%(default)s)")
    suite.add_argument("--methods", nargs="+", choices=METHODS, default=Plan.methods, metavar="NAME",
                       help=f"of {', '.join(METHODS)} (all)")  # fmt: skip
    suite.add_argument("--seeds", type=int, default=Plan.seeds, help="runs of each method (%(default)s)")
    suite.add_argument("--phrases", type=int, default=Plan.phrases, help="studio phrases to train on (%(default)s)")
    suite.add_argument("--minutes", type=float, default=Plan.minutes, help="of each training (%(default)s)")
    return parser.parse_args(argv)


def run(args: argparse.Namespace) -> None:
    load_moves()
    mocap = by_name(args.mocap)
    queries = read_queries(args.queries) if args.queries else []
    if args.suite:
        plan = Plan(args.out, tuple(args.methods), args.seeds, args.phrases, args.minutes, mocap, queries)
        with redirect_stdout(sys.stderr):  # how far it is; the table alone is the output
            found, said = compare(plan), f"\n\n{SEEDS}"
    else:
        model, config = load_run(args.run)
        encoders = TorchEncoders(model, StemCache(model.text, load_tokenizer(config.bert)))
        measured = measure_rows(encoders, config, mocap, queries)
        found, said = column(args.run.name, {row: summary([each]) for row, each in measured.items()}), ""
    print(json.dumps(found, indent=1) if args.json else table(found) + said)


def measure_rows(encoders: Encoders, config: Config, mocap: dict[str, Path], queries: list[dict]) -> dict[str, Measure]:
    """Every row for a run's encoders; of real motion that it was trained on, only what it has left out.

    Real motion comes first, so that a folder of which nothing can be measured is told at once.
    """
    rows, learned = {}, [Path(folder).resolve() for _, folder in config.mocap]
    for name, path in mocap.items():
        own = Rows({name: path})
        if name in config.folds and (name != CAPTIONED or path.resolve() in learned):
            rows |= own.trained(encoders, config.folds[name], set(config.folds))
        else:
            rows |= own.strange(encoders, unless_learned("zero-shot", name, set(config.folds)))
    return Rows({}, queries).studio(encoders) | rows


def main() -> int:
    return command(parse_args, run)


if __name__ == "__main__":
    raise SystemExit(main())
