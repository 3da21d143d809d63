"""How good composed dances are: `python -m tests.bench.compose [--split dev] [--json]`.

Texts of two to five clauses (tests/demo/choreographies.json), each clause with the moves that it may pass for. found:
clauses in order among the segments that `demo.label` reads in the dance, one of two that are danced at once also where
it comes second. told: the same among the steps of its paragraph, where only one of two can be. Joins are compared with
naive concatenation (tests/bench/joins.py). Milliseconds are of dances of eight seconds, models loaded.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from demo.compose.composer import Composer
from demo.encoders import Encoders
from demo.gallery import Gallery
from demo.label import Labels, over_time, scan
from demo.paragraph import steps
from tests.bench.found import in_order, stretches
from tests.bench.joins import bones_change, naive, peak_jerk, skate

TEXTS = Path(__file__).parent.parent / "demo" / "choreographies.json"
EIGHT = 8.0
"""Seconds of the dances whose making is timed."""


def measure(texts: list[dict], composer: Composer) -> dict:
    """All that is measured of texts, JSON-ready."""
    found, told, recognised, missed = [], [], [], []
    ours, theirs, bones, times = {"jerk": [], "skate": []}, {"jerk": [], "skate": []}, [], []
    for asked in texts:
        made = composer.compose(asked["text"])
        at_once = asked.get("at_once", [])
        ranked = stretches(*over_time(made.clip, composer.encoders, composer.labels), max(1, len(at_once)))
        hits = in_order(asked["clauses"], at_once, ranked)
        read = steps(scan(made.clip, composer.encoders), composer.encoders, composer.labels)
        found += hits
        told += in_order(asked["clauses"], [], [[step.move] for step in read])
        recognised += [verdict.recognised for verdict in made.verdicts]
        if not all(hits):
            missed.append({"text": asked["text"], "found": hits})
        plain, cuts = naive(made, composer)
        joins = sorted({start for start, _ in made.spans if start})
        assert len(joins) == len(cuts)
        positions = made.clip.positions.astype(np.float64)
        ours["jerk"] += peak_jerk(positions, joins)
        ours["skate"] += skate(positions, joins)
        theirs["jerk"] += peak_jerk(plain, cuts)
        theirs["skate"] += skate(plain, cuts)
        bones.append(bones_change(positions))
    for asked in texts:
        try:
            times.append(composer.compose(asked["text"], seconds=EIGHT).milliseconds)
        except ValueError:
            continue
    ratios = {name: float(np.mean(ours[name]) / np.mean(theirs[name])) for name in ours}
    return {
        "texts": len(texts),
        "clauses": len(found),
        "found": _percent(found),
        "told": _percent(told),
        "recognised_by_the_judge": _percent(recognised),
        "joins": len(ours["jerk"]),
        "peak_jerk": {"ours": round(np.mean(ours["jerk"])), "naive": round(np.mean(theirs["jerk"]))},
        "peak_jerk_ratio": round(ratios["jerk"], 3),
        "skate_cm": {
            name: round(100 * float(np.mean(side["skate"])), 2) for name, side in (("ours", ours), ("naive", theirs))
        },
        "skate_ratio": round(ratios["skate"], 3),
        "bones_change_mm": round(max(bones), 4),
        "eight_seconds_ms": {
            "median": round(np.median(times)),
            "95 %": round(np.percentile(times, 95)),
            "n": len(times),
        },
        "missed": missed,
    }


def _percent(hits: list[bool]) -> float:
    return round(100 * float(np.mean(hits)), 1)


def parse_args(argv: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.compose", description="Measure composed dances.")
    parser.add_argument("--split", choices=("dev", "test"), help="only these texts (default: all)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser.parse_args(argv)


def run(args: argparse.Namespace) -> None:
    texts = [each for each in json.loads(TEXTS.read_text()) if args.split in (None, each["split"])]
    composer = Composer(Encoders(), Gallery.load(), Labels.load())
    composer.compose(texts[0]["text"])  # loads the encoders
    measured = measure(texts, composer)
    print(json.dumps(measured, indent=2) if args.json else "\n".join(f"{k}: {v}" for k, v in measured.items()))


if __name__ == "__main__":
    run(parse_args())
