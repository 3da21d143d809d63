"""A whole dance in one sentence: "Walks forward, turns to the left, then waves with the right hand."

`demo.label` reads it in short windows; runs of one move become one step of the sentence, runs too short or too unsure
to be a movement fall to their neighbours. A side is said where the encoders tell the same words with left from those
with right. Does not know what is danced at once, nor how.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import groupby, pairwise
from pathlib import Path

import numpy as np

from demo.encoders import Encoders
from demo.label import Labels, per_frame, scan
from demo.verbs import VERBS, sided
from motion import Clip, load
from motion.canonical import FPS
from motion.command import command
from motion.load import ACCEPTED
from motion.options import add_told, told

SHORTEST = round(0.8 * FPS)
"""Frames under which a run of one move is a flicker."""

SURE = 0.8
"""The share that one side of two has from which it is said."""


@dataclass(frozen=True)
class Step:
    """One step of the sentence: a move of the vocabulary, its side or None, and when it is danced, seconds."""

    move: str
    side: str | None
    start: float
    end: float


def paragraph(clip: Clip, encoders: Encoders, labels: Labels) -> dict:
    """A canonical clip as {"text", "steps": [{"move", "side", "start", "end"}...]}, JSON-ready.

    Raises ClipError for a clip too short to read.
    """
    bounds, embeddings = scan(clip, encoders)
    moves, shares = labels.score("move", embeddings)
    found = []
    for start, stop, move in runs(moves, per_frame(shares, bounds)):
        lefts = _lefts(move, embeddings, encoders, labels.scale)
        sides = [None] * (stop - start) if lefts is None else _sides(per_frame(lefts[:, None], bounds)[start:stop, 0])
        for side, frames in groupby(range(stop - start), key=sides.__getitem__):
            part = list(frames)
            found.append(Step(move, side, round((start + part[0]) / FPS, 2), round((start + part[-1] + 1) / FPS, 2)))
    return {"text": sentence(found), "steps": [asdict(step) for step in found]}


def runs(moves: np.ndarray, by_frame: np.ndarray) -> list[tuple[int, int, str]]:
    """Runs (start, stop, move) of the best move of shares (frames, k), in frames, none shorter than `SHORTEST`.

    The shortest run goes first; each of its frames falls to what it is more like of what is danced before and after.
    """
    best = by_frame.argmax(axis=1)
    while True:
        edges = [0, *(np.flatnonzero(np.diff(best)) + 1).tolist(), len(best)]
        lengths = np.diff(edges)
        at = int(lengths.argmin())
        if len(lengths) == 1 or lengths[at] >= SHORTEST:
            return [(start, stop, str(moves[best[start]])) for start, stop in pairwise(edges)]
        start, stop = edges[at], edges[at + 1]
        around = sorted({best[start - 1] if start else best[stop], best[stop] if stop < len(best) else best[start - 1]})
        split = by_frame[start:stop][:, around].sum(axis=0)
        best[start:stop] = around[int(split.argmax())]


def sentence(steps: list[Step]) -> str:
    """Steps in English; a step that was danced before is danced again."""
    said: list[str] = []
    for step in steps:
        words = sided(step.move, step.side)
        said.append(f"{words} again" if words in said else words)
    text = said[0] if len(said) == 1 else f"{', '.join(said[:-1])}, then {said[-1]}"
    return f"{text[0].upper()}{text[1:]}."


def _lefts(move: str, embeddings: np.ndarray, encoders: Encoders, scale: float) -> np.ndarray | None:
    """The share (windows,) that left has against right in each of the embeddings; None for a move without sides."""
    if not VERBS.get(move, ("", ""))[1]:
        return None
    left, right = encoders.encode_text([sided(move, "left"), sided(move, "right")])
    return 1 / (1 + np.exp(-scale * (embeddings @ (left - right))))


def _sides(lefts: np.ndarray) -> list[str | None]:
    """The side of each frame of one run: one for all of it, or where both are clear for long enough, either in turn."""
    sure = np.where(lefts >= SURE, 0, np.where(lefts <= 1 - SURE, 1, -1))
    if min((sure == 0).sum(), (sure == 1).sum()) >= SHORTEST:
        clear = np.stack([lefts, 1 - lefts], axis=1)
        return [side for start, stop, side in runs(np.array(["left", "right"]), clear) for _ in range(start, stop)]
    mean = lefts.mean()
    return ["left" if mean >= SURE else "right" if mean <= 1 - SURE else None] * len(lefts)


def parse_args(argv: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m demo.paragraph", description="Tell a dance in one sentence.")
    parser.add_argument("clip", type=Path, help=f"a motion file: {ACCEPTED}")
    parser.add_argument("--json", action="store_true", help="print JSON")
    add_told(parser)
    return parser.parse_args(argv)


def run(args: argparse.Namespace) -> None:
    read = {"file": str(args.clip), **paragraph(load(args.clip, told(args)), Encoders(), Labels.load())}
    print(json.dumps(read, ensure_ascii=False, indent=2) if args.json else read["text"])


def main() -> int:
    return command(parse_args, run)


if __name__ == "__main__":
    raise SystemExit(main())
