"""Search the exported gallery with queries in people's own words, as the page does (`train.bench.queries`)."""

import argparse
from pathlib import Path

from demo.encoders import MODELS, Encoders
from demo.gallery import Gallery
from demo.search import search
from motion.command import command
from train.bench.measure import Measure
from train.bench.queries import FIRST, judge, read_queries, right


def ask(queries: list[dict], encoders: Encoders, gallery: Gallery) -> tuple[dict[str, Measure], list[str]]:
    """Whether queries are answered right at the top and among the first five; a line on each whose top is wrong."""
    found = [
        [result["attributes"] for result in search(query["text"], encoders, gallery, FIRST)["results"]]
        for query in queries
    ]
    missed = [f"{query['text']!r}: {hits[0]}" for query, hits in zip(queries, found, strict=True)
              if not right(query, hits[0])]  # fmt: skip
    return judge(queries, found), missed


def parse_args(argv: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m export.queries", description="Search with a file of queries.")
    parser.add_argument("queries", type=Path, help="a JSON file of queries")
    parser.add_argument("--models", type=Path, default=MODELS, help="folder of exported models (%(default)s)")
    return parser.parse_args(argv)


def run(args: argparse.Namespace) -> None:
    queries = read_queries(args.queries)
    scores, missed = ask(queries, Encoders(args.models), Gallery.load(args.models / "gallery.npz"))
    print("\n".join(missed))
    print("  ".join(f"{name} {measure.figure:.1f} %" for name, measure in scores.items()))


def main() -> int:
    return command(parse_args, run)


if __name__ == "__main__":
    raise SystemExit(main())
