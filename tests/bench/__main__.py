"""Measure this project and its rivals side by side: `python -m tests.bench`."""

import argparse
import json
import os
import platform
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

from demo.encoders import MODELS
from motion.command import InputError, command
from tests.bench.race import Found
from tests.bench.report import table
from train.config import commit

MEASURED = ("text", "dance", "gif", "searching", "warm", "cold")
OPTIONS = {"text": ("models", "queries"), "dance": ("models",)}
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
    parser.add_argument("--queries", type=Path, metavar="FILE", help="queries to compare encoders by, JSON")
    parser.add_argument("--load", type=float, metavar="MINUTES", help="also let 1, 10 and 50 people use the page")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--out", type=Path, metavar="FILE", help="write JSON here")
    args = parser.parse_args(argv)
    if args.load is not None and not args.load > 0:
        parser.error("--load must be more than 0 minutes")
    return args


def run(args: argparse.Namespace) -> None:
    if args.queries and not args.queries.is_file():
        raise InputError(f"found no file {args.queries}; accepted is a JSON list of objects with a text.")
    measured, before = {}, os.getloadavg()[0]
    for name in args.only:
        measured[name] = _listed(_measure(name, args))
        if not args.json:
            print(*map(table, measured[name]), sep="\n\n", end="\n\n", flush=True)
    if args.load:
        measured["load"] = import_module("tests.bench.load").measure(args.load)
        if not args.json:
            print(*map(table, measured["load"]), sep="\n\n", flush=True)
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


def _measure(name: str, args: argparse.Namespace) -> Found | list[Found]:
    measure: Callable = import_module(f"tests.bench.{name}").measure
    return measure(**{option: getattr(args, option) for option in OPTIONS.get(name, ())})


def _listed(found: Found | list[Found]) -> list[Found]:
    return found if isinstance(found, list) else [found]


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
