"""Search among a thousand to a million dances, against exact search by numpy in single precision."""

import re
import tempfile
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

import numpy as np

from demo.encoders import Encoders
from demo.gallery import Gallery, index_file
from demo.near import LARGE
from demo.search import BY_CAPTION
from tests.bench.dances import many
from tests.bench.race import Bar, Found, Row, clock, race

SIZES = (1_000, 10_000, 100_000, 1_000_000)
TOP, QUERIES, ROUNDS = 10, 100, 15
TOGETHER = 50
"""Queries whose scores are in memory at once: all of a million dances, for each."""

BARS = {10_000: 0.95, 1_000_000: 8}
"""Times as fast as numpy that is asked for; 0.95 is no slower: repeats of one and the same search differ by as much."""

SHARES = (0.1, 0.01)
"""Shares of the dances that a filter keeps, to see that a filtered search finds what is there."""


def measure(sizes: tuple[int, ...] = SIZES, rounds: int = ROUNDS) -> Iterator[Found]:
    """One table for each size; asked with captions of the gallery, as texts, which no dance's embedding equals."""
    gallery = Gallery.load()
    texts = list(dict.fromkeys(gallery.captions.tolist()))
    queries = Encoders().encode_text([texts[index] for index in np.linspace(0, len(texts) - 1, QUERIES).astype(int)])
    return (_measure(gallery, queries, n, rounds) for n in sizes)


def _measure(gallery: Gallery, queries: np.ndarray, n: int, rounds: int) -> Found:
    made = many(gallery, n)
    facts, bars = {}, []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "many.npz"
        ours = made
        if n >= LARGE:
            with clock(took := []):
                made.save(path)
            with clock(took):
                ours = Gallery.load(path)
            facts |= {"seconds to save and index": took[0] / 1000, "seconds to load": took[1] / 1000}
        rows = []
        for by_caption in (0.0, BY_CAPTION):
            exact = (1 - by_caption) * made.embeddings + by_caption * made.caption_embeddings.astype(np.float32)
            name = "dances and captions" if by_caption else "dances alone"
            rivals = {
                f"this project, {name}": _each(queries, lambda query, w=by_caption: ours.search(query, TOP, w)),
                f"numpy, {name}": _each(queries, lambda query, rows=exact: numpy_search(rows, query)),
            }
            mine, numpy = race(rivals, rounds, calls=10 if n <= 10_000 else 3)
            draw = np.random.default_rng(0).random(n)
            keeps = [None, *(draw < share for share in SHARES if n >= LARGE)]
            found, *filtered = recalls(ours, exact, queries, by_caption, keeps)
            rows += [Row(mine.name, mine.ms, None, {f"recall@{TOP}": found}), numpy]
            facts |= {
                f"recall@{TOP}, {name}, {share:.0%} kept": each for share, each in zip(SHARES, filtered, strict=False)
            }
            bars += [Bar(f"recall@{TOP}, {name}", found, 0.99, at_most=False)]
            if n in BARS:
                bars += [Bar(f"times as fast as numpy, {name}", numpy.ratio.median, BARS[n], at_most=False)]
        if n >= LARGE:
            facts |= memory(path)
            share = 1e6 * facts["index in memory, MB"] / made.embeddings.nbytes
            bars += [Bar("of the memory that numpy needs for one of both, the index", share, 0.4)]
    return Found(f"search among {n:,} dances", rows, bars, facts)


def numpy_search(rows: np.ndarray, query: np.ndarray) -> np.ndarray:
    """The best dances as anyone would find them."""
    scores = rows @ query
    top = np.argpartition(-scores, TOP)[:TOP]
    return top[np.argsort(-scores[top])]


def recalls(
    ours: Gallery, exact: np.ndarray, queries: np.ndarray, by_caption: float, keeps: list[np.ndarray | None]
) -> list[float]:
    """For each filter, bool (n) or None, the share of the truly best dances that searches find."""
    found = np.zeros(len(keeps))
    for some in np.array_split(queries, -(-len(queries) // TOGETHER)):
        for query, scores in zip(some, some @ exact.T, strict=True):
            for number, keep in enumerate(keeps):
                kept = scores if keep is None else np.where(keep, scores, -1)
                truth = np.argpartition(kept, -TOP)[-TOP:]
                found[number] += len(np.intersect1d(truth, ours.search(query, TOP, by_caption, keep)[0]))
    return (found / (TOP * len(queries))).tolist()


def memory(path: Path) -> dict[str, float]:
    """What of the index and of the gallery this process has in memory by now, mapped from their files, MB.

    A search needs the index. Of the gallery it reads the few rows that it compares exactly; what was read, the system
    keeps until something else wants the room.
    """
    files = {"index in memory, MB": str(index_file(path)), "gallery read by now, MB": str(path)}
    resident, current = dict.fromkeys(files, 0.0), None
    for line in Path("/proc/self/smaps").read_text().splitlines():
        if re.match(r"[0-9a-f]+-[0-9a-f]+ ", line):
            current = next((name for name, file in files.items() if line.endswith(file)), None)
        elif current and line.startswith("Rss:"):
            resident[current] += 1024 * int(line.split()[1]) / 1e6
    return resident


def _each(queries: np.ndarray, search: Callable[[np.ndarray], object]) -> Callable[[], object]:
    """A search with the next query each time."""
    turn = cycle(queries)
    return lambda: search(next(turn))
