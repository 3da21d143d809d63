"""Queries in people's own words, and whether what comes up is what they meant.

A file of queries is a JSON list of {"text", "any_of" and "all_of": move ids, "quality", "side", "direction"}, all but
the text optional. A hit is right when it has a move of `any_of`, all of `all_of`, and the quality, side and direction
that are named.
"""

import json
from pathlib import Path

import numpy as np

from motion.command import InputError
from train.bench.corpus import Corpus
from train.bench.measure import Measure
from train.encoders import Encoders

FIRST = 5


def read_queries(path: Path) -> list[dict]:
    """The queries of a file. Raises InputError for any other file."""
    try:
        queries = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path} is no JSON file of queries ({error}).") from error
    each = queries if isinstance(queries, list) else []
    if not each or not all(isinstance(query, dict) and isinstance(query.get("text"), str) for query in each):
        raise InputError(f"{path} holds no queries; accepted is a list of objects that have at least a text.")
    return queries


def right(query: dict, attributes: dict) -> bool:
    """Whether a dance with these gallery attributes is what the query asks for."""
    return (
        has_move(query, attributes)
        and query.get("quality") in (None, *attributes["qualities"])
        and all(query.get(name) in (None, attributes[name]) for name in ("side", "direction"))
    )


def has_move(query: dict, attributes: dict) -> bool:
    """Whether the moves are those asked for, quality, side and direction left out."""
    moves, any_of, all_of = set(attributes["moves"]), query.get("any_of"), set(query.get("all_of", ()))
    return (not any_of or bool(moves & set(any_of))) and all_of <= moves


def judge(queries: list[dict], found: list[list[dict]]) -> dict[str, Measure]:
    """found: for each query the gallery attributes of its first FIRST hits, best first."""
    rights = np.array([[right(query, hit) for hit in hits] for query, hits in zip(queries, found, strict=True)])
    moves = np.array([has_move(query, hits[0]) for query, hits in zip(queries, found, strict=True)])
    return {
        "top hit right": Measure(100.0 * rights[:, 0]),
        f"right in first {FIRST}": Measure(100.0 * rights.any(axis=1)),
        "top move right": Measure(100.0 * moves),
    }


def ask(encoders: Encoders, corpus: Corpus, queries: list[dict]) -> dict[str, Measure]:
    """The queries to the studio's gallery, by the dances alone: captions do not count here."""
    phrases, attributes = corpus.gallery
    dances = encoders.encode_dance([phrase.positions for phrase in phrases])
    texts = encoders.encode_text([query["text"] for query in queries])
    order = np.argsort(-(texts @ dances.T), axis=1, kind="stable")[:, :FIRST]
    found = [[attributes[index] for index in row] for row in order]
    return {f"queries, {name}": measure for name, measure in judge(queries, found).items()}
