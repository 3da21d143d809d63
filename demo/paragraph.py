"""A whole dance in one sentence: "Walks forward, turns to the left, then waves with both hands; on the whole slowly."

`demo.label` reads it in short windows; runs of one move become one step of the sentence, runs too short or too unsure
to be a movement fall to their neighbours. A side is said where the encoders tell the same words with left from those
with right, and how surely a step was read, and how the whole is danced. Does not know what is danced at once.
"""

import argparse
import json
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import groupby, pairwise
from pathlib import Path

import numpy as np

from demo.encoders import Encoders
from demo.gallery import Gallery
from demo.label import Labels, Scan, label_scanned, over_frames, per_frame, scan
from demo.manner import MANNERS
from demo.verbs import SHARED, VERBS, sided
from motion import load
from motion.canonical import FPS
from motion.clip import of_file
from motion.command import command
from motion.load import ACCEPTED
from motion.options import add_told, told

SHORTEST = round(0.8 * FPS)
"""Frames under which a run of one move is a flicker."""

SURE = 0.8
"""The share that one side of two has from which it is said."""

LIKELY = 0.5
"""The share of a step's move below which it is perhaps one."""

HEARD = 0.5
"""The share from which on a quality is named: likelier than the rest and none together, so there is but one."""

TOLD = 12
"""Steps that are told one by one; of more, the rest is counted."""


@dataclass(frozen=True)
class Step:
    """One step of the sentence: a move of the vocabulary, its side or None, when it is danced, seconds, its share."""

    move: str
    side: str | None
    start: float
    end: float
    score: float

    @property
    def words(self) -> str:
        """What the dancer does."""
        return sided(self.move, self.side)


def paragraph(scanned: Scan, read: dict, encoders: Encoders, labels: Labels) -> dict:
    """A clip as `demo.label.scan` and `label_scanned` read it, JSON-ready.

    {"text", "steps": [{"move", "side", "start", "end", "score", "words"}...]}
    """
    found = steps(scanned, encoders, labels)
    return {"text": sentence(found, read), "steps": [{**asdict(step), "words": step.words} for step in found]}


def steps(scanned: Scan, encoders: Encoders, labels: Labels) -> list[Step]:
    """The steps of a clip, one after the other."""
    moves, by_frame = over_frames(scanned, labels)
    danced = runs(moves, by_frame)
    ways = {move: _way(move, encoders) for move in {move for _, _, move in danced}}
    found = []
    for start, stop, move in danced:
        shares = by_frame[start:stop, moves == move][:, 0]
        way = ways[move]
        sides = [None] * (stop - start) if way is None else _sides(_lefts(way, scanned, start, stop, labels.scale))
        for side, frames in groupby(range(stop - start), key=sides.__getitem__):
            part = list(frames)
            times = (round((start + frame) / FPS, 2) for frame in (part[0], part[-1] + 1))
            found.append(Step(move, side, *times, round(float(shares[part].mean()), 4)))
    return found


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


def sentence(found: list[Step], read: dict) -> str:
    """Steps in English, and how they are danced, of what `demo.label` read: whether any is `known`, the `qualities`.

    A step that was danced before is danced again.
    """
    said, danced = [], set()
    for before, step in pairwise([None, *found[:TOLD]]):
        perhaps = "perhaps " if read["known"] and step.score < LIKELY else ""
        said.append(f"{perhaps}{_after(before, step)}{' again' if step.words in danced else ''}")
        danced.add(step.words)
    if len(found) > TOLD:
        said.append(f"{len(found) - TOLD} more steps")
    text = said[0] if len(said) == 1 else f"{', '.join(said[:-1])}, then {said[-1]}"
    best = read["qualities"][0]
    if best["score"] >= HEARD:
        text += f"{',' if len(said) == 1 else '; on the whole'} {MANNERS[best['text']][0]}"
    if not read["known"]:
        text = f"no known move; the nearest: {text}"
    return f"{text[0].upper()}{text[1:]}."


def _after(before: Step | None, step: Step) -> str:
    """The words of a step without what the one before it has said: "kicks with the left leg", "with the right"."""
    if before and before.move == step.move and before.side and step.side:
        return VERBS[step.move][1].partition("{}")[0] + step.side
    verb, _, what = step.words.partition(" ")
    return what if before and verb in SHARED and before.words.startswith(f"{verb} ") else step.words


def _way(move: str, encoders: Encoders) -> np.ndarray | None:
    """From the embedding of a move's words with right to that with left, (dim,); None for a move without sides."""
    if not VERBS.get(move, ("", ""))[1]:
        return None
    left, right = encoders.encode_text([sided(move, "left"), sided(move, "right")])
    return left - right


def _lefts(way: np.ndarray, scanned: Scan, start: int, stop: int, scale: float) -> np.ndarray:
    """The share that left has against right in each of the frames from `start` to `stop` (exclusive), of the windows
    that hold any of them: all would take quadratic time over a long dance."""
    bounds, embeddings = scanned
    some = slice(bisect_right(bounds, start, key=lambda each: each[1]), bisect_left(bounds, (stop, 0)))
    first = bounds[some.start][0]
    shares = 1 / (1 + np.exp(-scale * (embeddings[some] @ way)))
    return per_frame(shares[:, None], [(low - first, high - first) for low, high in bounds[some]])[
        start - first : stop - first, 0
    ]


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
    clip, encoders, labels = load(args.clip, told(args)), Encoders(), Labels.load()
    with of_file(args.clip):
        scanned = scan(clip, encoders)
    read = label_scanned(clip, scanned, encoders, labels, Gallery.load(), 1)
    said = {"file": str(args.clip), **paragraph(scanned, read, encoders, labels)}
    print(json.dumps(said, ensure_ascii=False, indent=2) if args.json else said["text"])


def main() -> int:
    return command(parse_args, run)


if __name__ == "__main__":
    raise SystemExit(main())
