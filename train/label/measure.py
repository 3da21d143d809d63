"""How right labels become: `python -m train.label.measure --mocap bandai=FOLDER --mocap ballroom=FOLDER`.

Recordings whose truth is known are labelled as a person would, with the truth in the person's place, and what is spread
is compared with the truth. Beside it the notebook's own way: as many phrases drawn at random, KMeans of raw positions,
and for every cluster the one name that most of its labelled phrases have. Only phrases of which neither has labelled
any frame count.

One file in five is kept from `--write`, and how well the words find its phrases is measured: before tuning on what was
written, and after.
"""

import argparse
import json
import zlib
from pathlib import Path

import numpy as np
from sklearn.metrics import average_precision_score

from demo.encoders import MODELS, Encoders
from motion.command import InputError, command
from motion.recording import NOTHING
from train.evaluate import by_name, parse_mocap
from train.label.clusters import cluster, embedded, flattened, questions
from train.label.options import add_length, length_and_hop
from train.label.spread import Spread, spread
from train.label.table import write_table
from train.label.truth import TRUTHS
from train.label.windows import Window, cut, overlapping, shown
from train.metrics import balanced_accuracy

SHARES = (0.5, 1.0, 2.0, 5.0)
WRITTEN = 1.0
"""Percent of phrases labelled by hand in the table that is written."""
ONE_IN = 5
UNNAMED = "?"


def parse_args(argv: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m train.label.measure", description="Measure how right the labels of known recordings become."
    )
    parser.add_argument("--mocap", type=parse_mocap, action="append", required=True, metavar="NAME=PATH",
                        help=f"recordings whose truth is known: {', '.join(TRUTHS)}")  # fmt: skip
    add_length(parser)
    parser.add_argument("--models", type=Path, default=MODELS, help="folder of the encoders (%(default)s)")
    parser.add_argument("--write", type=Path, metavar="CSV", help="a table to train on, of all but one file in five")
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser.parse_args(argv)


def run(args: argparse.Namespace) -> None:
    mocap = by_name(args.mocap)
    if args.write and len(mocap) > 1:
        raise InputError(f"found --write with the recordings {', '.join(mocap)}; a table is of one of them.")
    encoders, found = Encoders(args.models), {}
    for name, path in mocap.items():
        if name not in TRUTHS:
            raise InputError(f"found no truth for {name}; accepted are {', '.join(TRUTHS)}.")
        windows, truth = read(name, path, *length_and_hop(args))
        found[name] = compare(windows, truth, encoders)
        kept = np.array([held_out(window) for window in windows])
        if args.write:
            some = [window for window, out in zip(windows, kept, strict=True) if not out]
            write_table(args.write, some, by_truth(embedded(some, encoders), truth[~kept], WRITTEN))
        seen = embedded([window for window, out in zip(windows, kept, strict=True) if out], encoders)
        found[name]["held-out files"] = retrieval(seen, truth[kept], encoders)
    print(json.dumps(found, indent=1) if args.json else table(found))


def read(name: str, folder: Path, length: int, hop: int) -> tuple[list[Window], np.ndarray]:
    """The windows whose truth is known, and it (n,)."""
    make, pattern = TRUTHS[name]
    windows = cut(sorted(folder.rglob(pattern)), length, hop, NOTHING)
    known = make(folder)
    both = [(window, said) for window in windows if (said := known(window))]
    return [window for window, _ in both], np.array([said for _, said in both])


def held_out(window: Window) -> bool:
    return zlib.crc32(window.file.name.encode()) % ONE_IN == 0


def by_truth(features: np.ndarray, truth: np.ndarray, share: float) -> Spread:
    """What spreads when so many percent of the phrases are asked about and the truth answers."""
    asked, surroundings = questions(features, int(np.ceil(len(features) * share / 100)))
    return spread(features, surroundings, {index: str(truth[index]) for index in asked})


def compare(windows: list[Window], truth: np.ndarray, encoders: Encoders) -> dict[str, dict[str, float]]:
    """Percent of the rest labelled right, plain and balanced over the truths, by share of phrases labelled by hand.

    The rest shares no frame with what either way has labelled. Beside it, percent of all seconds that were seen for it.
    """
    seen, raw = embedded(windows, encoders), flattened(windows)
    clusters = cluster(raw, len(np.unique(truth))).of
    found = {}
    for share in SHARES:
        count = int(np.ceil(len(windows) * share / 100))
        drawn = np.random.default_rng(0).choice(len(windows), count, replace=False)
        ours = by_truth(seen, truth, share)
        answers = {
            "ours": (ours.label, ours.by_hand),
            "notebook's": (one_name_each(clusters, drawn, truth), np.isin(np.arange(len(windows)), drawn)),
        }
        rest = ~overlapping(windows, np.any([by_hand for _, by_hand in answers.values()], axis=0))
        found[f"{share:g} % ({count} labels, {rest.sum()} others)"] = {
            f"{way}{kind}": figure
            for way, (labels, by_hand) in answers.items()
            for kind, figure in (
                (" right", 100 * float(np.mean(labels[rest] == truth[rest]))),
                (" balanced", balanced_accuracy(truth[rest].tolist(), labels[rest].tolist())),
                (" seen", seconds_of(windows, by_hand)),
            )
        }
    return found


def seconds_of(windows: list[Window], some: np.ndarray) -> float:
    """Percent of the seconds of all windows that some of them hold. some: bool (windows)."""
    part, whole = (
        sum(frames.sum() for frames in shown(windows, which).values()) for which in (some, np.ones(len(windows), bool))
    )
    return float(100 * part / whole)


def one_name_each(clusters: np.ndarray, labelled: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """For every phrase the most frequent name among its cluster's labelled ones."""
    names = np.full(clusters.max() + 1, UNNAMED, dtype=truth.dtype)
    for each in np.unique(clusters[labelled]):
        own, counts = np.unique(truth[labelled[clusters[labelled] == each]], return_counts=True)
        names[each] = own[counts.argmax()]
    return names[clusters]


def retrieval(seen: np.ndarray, truth: np.ndarray, encoders: Encoders) -> dict[str, float]:
    """How well the words find the phrases they name: mean average precision, and the share of first hits."""
    names = np.unique(truth)
    cosine = encoders.encode_text(names.tolist()) @ seen.T
    precision = [average_precision_score(truth == name, row) for name, row in zip(names, cosine, strict=True)]
    first = np.mean(truth[cosine.argmax(axis=1)] == names)
    return {"mean average precision": 100 * float(np.mean(precision)), "first hit right": 100 * float(first)}


def table(found: dict[str, dict[str, dict[str, float]]]) -> str:
    lines = []
    for name, rows in found.items():
        lines += ["", name]
        for row, figures in rows.items():
            lines.append(f"  {row:<32}" + "  ".join(f"{what} {figure:.1f}" for what, figure in figures.items()))
    return "\n".join(lines)


def main() -> int:
    return command(parse_args, run)


if __name__ == "__main__":
    raise SystemExit(main())
