"""Search with queries in people's own words, and see whether what comes up is what they meant.

A file of queries is a JSON list of {"text", "any_of" and "all_of": move ids, "quality", "side", "direction"}, all but
the text optional. A hit is right when it has a move of `any_of`, all of `all_of`, and the quality, side and direction
that are named.
"""

import argparse
import json
from pathlib import Path

from demo.encoders import MODELS, Encoders
from demo.gallery import Gallery
from demo.search import search
from motion.command import command

FIRST = 5


def right(query: dict, attributes: dict) -> bool:
    """Whether a dance with these gallery attributes is what the query asks for."""
    moves = set(attributes["moves"])
    return (
        has_move(query, moves)
        and query.get("quality") in (None, *attributes["qualities"])
        and all(query.get(name) in (None, attributes[name]) for name in ("side", "direction"))
    )


def has_move(query: dict, moves: set[str]) -> bool:
    """Whether the moves are those asked for, quality, side and direction left out."""
    any_of, all_of = query.get("any_of"), set(query.get("all_of", ()))
    return (not any_of or bool(moves & set(any_of))) and all_of <= moves


def ask(queries: list[dict], encoders: Encoders, gallery: Gallery) -> tuple[dict, list[str]]:
    """Percent of queries answered right at the top and among the first five, and a line on each whose top is wrong."""
    top = five = move = 0
    missed = []
    for query in queries:
        hits = [result["attributes"] for result in search(query["text"], encoders, gallery, FIRST)["results"]]
        rights = [right(query, hit) for hit in hits]
        top, five, move = top + rights[0], five + any(rights), move + has_move(query, set(hits[0]["moves"]))
        if not rights[0]:
            missed.append(f"{query['text']!r}: {hits[0]}")
    share = 100 / len(queries)
    return {
        "top hit right": top * share,
        f"right in first {FIRST}": five * share,
        "top move right": move * share,
    }, missed


def parse_args(argv: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m export.queries", description="Search with a file of queries.")
    parser.add_argument("queries", type=Path, help="a JSON file of queries")
    parser.add_argument("--models", type=Path, default=MODELS, help="folder of exported models (%(default)s)")
    return parser.parse_args(argv)


def run(args: argparse.Namespace) -> None:
    queries = json.loads(args.queries.read_text())
    scores, missed = ask(queries, Encoders(args.models), Gallery.load(args.models / "gallery.npz"))
    print("\n".join(missed))
    print("  ".join(f"{name} {value:.1f} %" for name, value in scores.items()))


def main() -> int:
    return command(parse_args, run)


if __name__ == "__main__":
    raise SystemExit(main())
