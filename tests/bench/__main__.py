"""Measure this project and its rivals side by side: `python -m tests.bench`."""

import argparse
import json
import os
import platform
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

from demo.encoders import MODELS
from motion.command import InputError, command
from tests.bench.race import Found
from tests.bench.report import table
from train.config import commit

MEASURED = ("text", "dance", "gif", "searching", "warm", "cold", "environment")
OPTIONS = {"text": ("models", "queries"), "dance": ("models",), "warm": ("queries",), "load": ("minutes",)}
"""What of the command line each is told."""

PACKAGES = ("onnxruntime", "torch", "transformers", "numpy", "pillow", "matplotlib", "faiss-cpu", "gradio")


def parse_args(argv: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench", description="Measure this project and its rivals side by side, in one run."
    )
    parser.add_argument("--only", nargs="+", choices=MEASURED, default=MEASURED, metavar="NAME",
                        help=f"measure these alone, of {', '.join(MEASURED)}")  # fmt: skip
    parser.add_argument("--models", type=Path, default=MODELS, metavar="FOLDER",
                        help="exported models, to measure their encoders (%(default)s)")  # fmt: skip
    parser.add_argument("--queries", type=Path, metavar="FILE",
                        help="queries to compare encoders by, and to search for, JSON")  # fmt: skip
    parser.add_argument("--load", type=float, dest="minutes", metavar="MINUTES",
                        help="also let 1, 10 and 50 people use the page, each so long")  # fmt: skip
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write JSON here")
    args = parser.parse_args(argv)
    if args.minutes is not None and not args.minutes > 0:
        parser.error("--load must be more than 0 minutes")
    return args


def run(args: argparse.Namespace) -> None:
    if args.queries and not args.queries.is_file():
        raise InputError(f"found no file {args.queries}; accepted is a JSON list of objects with a text.")
    measured, before = {}, os.getloadavg()[0]
    for name in [*args.only, *(["load"] if args.minutes else [])]:
        measured[name] = []
        for found in _measure(name, args):
            measured[name].append(found)
            if not args.json:
                print(table(found), end="\n\n", flush=True)
    report = (
        machine()
        | {"load_before": before}
        | {name: [found.json() for found in each] for name, each in measured.items()}
    )
    text = json.dumps(report, indent=2)
    if args.out:
        args.out.write_text(text + "\n")
    if args.json:
        print(text)


def _measure(name: str, args: argparse.Namespace) -> Iterable[Found]:
    measure: Callable = import_module(f"tests.bench.{name}").measure
    found = measure(**{option: getattr(args, option) for option in OPTIONS.get(name, ())})
    return [found] if isinstance(found, Found) else found


def machine() -> dict:
    """Where and with what it was measured."""
    return {
        "commit": commit(),
        "processor": platform.processor() or platform.machine(),
        "cores": len(os.sched_getaffinity(0)),
        "python": platform.python_version(),
        "versions": {name: version(name) for name in PACKAGES},
    }


def main() -> int:
    return command(parse_args, run)


if __name__ == "__main__":
    raise SystemExit(main())
