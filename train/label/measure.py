"""How right labels become: `python -m train.label.measure --mocap bandai=FOLDER --mocap ballroom=FOLDER`.

Recordings whose truth is known are labelled as a person would, with the truth in the person's place, and what is spread
is compared with the truth. Beside it, the notebook's own way: as many phrases drawn at random, KMeans of raw positions,
and for every cluster the one name that most of its labelled phrases have.
"""

import argparse
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np

from demo.encoders import MODELS, Encoders
from motion.canonical import FPS
from motion.command import InputError, command
from motion.recording import NOTHING
from train.evaluate import parse_mocap
from train.label.__main__ import duration
from train.label.clusters import cluster, embedded, flattened, questions
from train.label.spread import spread
from train.label.windows import Window, cut
from train.metrics import balanced_accuracy
from train.real.ballroom import LABELS, read_runs
from train.real.bandai import DOUBTFUL, NAME

SHARES = (0.5, 1.0, 2.0, 5.0)
NOTHING_NAMED = "?"

Truth = Callable[[Window], str | None]


def bandai_truth(folder: Path) -> Truth:
    """The action in the file's name, of the second data set; None for clips whose name is doubtful."""

    def truth(window: Window) -> str | None:
        name = NAME.match(window.file.stem)
        return name["action"] if name and name["set"] == "2" and name["clip"] not in DOUBTFUL else None

    return truth


def ballroom_truth(folder: Path) -> Truth:
    """The genre danced for more than half of the window; None for standing."""
    runs = read_runs(folder / "intervals.csv")

    def truth(window: Window) -> str | None:
        danced = {}
        for run in runs.get(window.file.stem, []):
            shared = min(window.stop, run.stop * FPS / LABELS) - max(window.start, run.start * FPS / LABELS)
            danced[run.move] = danced.get(run.move, 0) + max(shared, 0)
        best = max(danced, key=danced.__getitem__, default=None)
        return best if best and danced[best] > (window.stop - window.start) / 2 else None

    return truth


TRUTHS = {"bandai": bandai_truth, "ballroom": ballroom_truth}
FILES = {"bandai": "dataset-2_*.bvh", "ballroom": "*.c3d"}


def parse_args(argv: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m train.label.measure", description="Measure how right the labels of known recordings become."
    )
    parser.add_argument("--mocap", type=parse_mocap, action="append", required=True, metavar="NAME=PATH",
                        help=f"recordings whose truth is known: {', '.join(TRUTHS)}")  # fmt: skip
    parser.add_argument("--length", type=duration, default=duration("3s"), metavar="N", help="of a phrase (3s)")
    parser.add_argument("--models", type=Path, default=MODELS, help="folder of the encoders (%(default)s)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser.parse_args(argv)


def run(args: argparse.Namespace) -> None:
    encoders, found = Encoders(args.models), {}
    for name, path in args.mocap:
        if name not in TRUTHS:
            raise InputError(f"found no truth for {name}; accepted are {', '.join(TRUTHS)}.")
        files = sorted(Path(path).rglob(FILES[name]))
        windows = cut(files, args.length, args.length // 2, NOTHING)
        truth = [TRUTHS[name](Path(path))(window) for window in windows]
        found[name] = compare(windows, truth, encoders)
    print(json.dumps(found, indent=1) if args.json else table(found))


def compare(windows: list[Window], truth: list[str | None], encoders: Encoders) -> dict[str, dict[str, float]]:
    """Percent of phrases labelled right, balanced over the truths, by share of labelled phrases and by way."""
    named = [index for index, each in enumerate(truth) if each]
    windows, truth = [windows[index] for index in named], np.array([truth[index] for index in named])
    seen, raw = embedded(windows, encoders), flattened(windows)
    ours, notebook = cluster(seen).of, cluster(raw, len(set(truth))).of
    found = {}
    for share in SHARES:
        count = int(np.ceil(len(windows) * share / 100))
        asked = questions(seen, count)
        drawn = np.random.default_rng(0).choice(len(windows), count, replace=False)
        by_number = {index: str(truth[index]) for index in asked}
        answers = {"ours": spread(seen, ours, by_number).label, "notebook": one_name_each(notebook, drawn, truth)}
        figures = {way: balanced_accuracy(truth.tolist(), labels.tolist()) for way, labels in answers.items()}
        found[f"{share:g} %, {count} labels"] = figures | {
            f"{way}, plain": 100 * float(np.mean(labels == truth)) for way, labels in answers.items()
        }
    return found


def one_name_each(clusters: np.ndarray, labelled: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """For every phrase the most frequent name among its cluster's labelled ones."""
    names = np.full(clusters.max() + 1, NOTHING_NAMED, dtype=truth.dtype)
    for each in np.unique(clusters[labelled]):
        own, counts = np.unique(truth[labelled[clusters[labelled] == each]], return_counts=True)
        names[each] = own[counts.argmax()]
    return names[clusters]


def table(found: dict[str, dict[str, dict[str, float]]]) -> str:
    lines = []
    for name, shares in found.items():
        ways = list(next(iter(shares.values())))
        lines += ["", f"{name:<24}" + "".join(f"{way:>18}" for way in ways)]
        lines += [
            f"{share:<24}" + "".join(f"{figures[way]:>18.1f}" for way in ways) for share, figures in shares.items()
        ]
    return "\n".join(lines)


def main() -> int:
    return command(parse_args, run)


if __name__ == "__main__":
    raise SystemExit(main())
