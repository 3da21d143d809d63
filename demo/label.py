"""From a clip to words: what it is, how it is danced, when, and what the gallery says of dances like it.

A move's score is a softmax over the whole vocabulary, so that it reads as a confidence; qualities are compared with no
quality at all (`demo.manner`). A longer clip is scored in windows; every frame takes the mean of the windows over it,
the clip the mean of its frames (so that a move counts for as long as it lasts). Segments, runs of frames with one best
move, are read in shorter windows, which tell apart what comes after another and are too short to name all of it. Knows
nothing of pages.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from demo.encoders import MODELS, Encoders
from demo.gallery import Gallery
from demo.manner import MANNERS, cosines, shares
from motion import Clip, load
from motion.canonical import FPS
from motion.clip import of_file
from motion.command import InputError, command, count
from motion.load import ACCEPTED
from motion.options import add_told, told
from motion.phrases import cut_phrases, phrase_bounds

WINDOW, HOP = 3 * FPS, FPS
WHOLE = 4 * FPS
"""Frames: a clip up to `WHOLE` is one window; a longer one has windows of `WINDOW`, a second apart."""

SCAN, STEP = 2 * FPS, FPS // 2
"""Frames of the windows of segments: "walk, turn, walk" of a real walk with a turn, where three seconds say "turn"."""

Scan = tuple[list[tuple[int, int]], np.ndarray]
"""The short windows of a clip, as `scan` finds them."""

CAPTIONS = 3
"""How many different captions of near dances to give."""

SOME = 50
"""Near dances among which there mostly are so many."""


@dataclass(frozen=True, eq=False)
class Labels:
    """The vocabulary: ids, their kinds ("move" or "quality"), unit text embeddings (n, dim), and the logit scale."""

    ids: np.ndarray
    kinds: np.ndarray
    embeddings: np.ndarray
    scale: float

    @classmethod
    def load(cls, folder: Path = MODELS) -> "Labels":
        """Read the labels of a `models/` folder. Raises InputError when they are not there."""
        try:
            scale = json.loads((folder / "contract.json").read_text(encoding="utf-8"))["logit_scale"]
            with np.load(folder / "labels.npz", allow_pickle=False) as file:
                return cls(file["ids"], file["kinds"], file["embeddings"], scale)
        except FileNotFoundError as error:
            raise InputError(f"There is no {error.filename}; `python -m export` writes it.") from error

    def score(self, kind: str, embeddings: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Ids (k) of one kind, and what share of each embedding (n, dim) is theirs: (n, k), every row adds up to 1."""
        chosen = self.kinds == kind
        logits = self.scale * embeddings @ self.embeddings[chosen].T
        shares = np.exp(logits - logits.max(-1, keepdims=True))
        return self.ids[chosen], shares / shares.sum(-1, keepdims=True)

    def nearest(self, embeddings: np.ndarray) -> np.ndarray:
        """Cosine (n,) of each embedding (n, dim) to the move that it is most like."""
        return (embeddings @ self.embeddings[self.kinds == "move"].T).max(-1)


def label(clip: Clip, encoders: Encoders, labels: Labels, gallery: Gallery, top_k: int) -> dict:
    """What `label_scanned` says of a clip that nobody has scanned yet."""
    return label_scanned(clip, scan(clip, encoders), encoders, labels, gallery, top_k)


def label_scanned(clip: Clip, scanned: Scan, encoders: Encoders, labels: Labels, gallery: Gallery, top_k: int) -> dict:
    """What a canonical clip is, as JSON-ready values, every list best first or in time; `top_k` 0 ranks all moves.

    known: whether any of it is like a move of the vocabulary; where not, the labels are merely the nearest. The scores
    of the qualities leave a share to none of them.

    Raises ClipError for a clip too short to read.
    """
    bounds, windows = cut(clip)
    embeddings = encoders.encode_dance(windows)
    moves, move_shares = labels.score("move", embeddings)
    near = cosines(moves[move_shares.argmax(1)].tolist(), embeddings, encoders)
    by_frame = per_frame(move_shares, bounds)
    return {
        "duration": round(clip.duration, 2),
        "reading": clip.reading,
        "known": bool(labels.nearest(embeddings).max() >= encoders.calibration.least_dance),
        "labels": _ranked(moves, by_frame.mean(0))[: top_k or None],
        "qualities": _ranked(np.array(list(MANNERS)), shares(per_frame(near, bounds).mean(0))),
        "captions": _captions(embed(clip, encoders), gallery),
        "segments": _segments(*over_frames(scanned, labels)),
    }


def over_time(clip: Clip, encoders: Encoders, labels: Labels) -> tuple[np.ndarray, np.ndarray]:
    """Moves (k) of the vocabulary, and what share of each frame of a canonical clip is theirs, (frames, k)."""
    return over_frames(scan(clip, encoders), labels)


def over_frames(scanned: Scan, labels: Labels) -> tuple[np.ndarray, np.ndarray]:
    """The same of a clip that was scanned."""
    bounds, embeddings = scanned
    moves, shares = labels.score("move", embeddings)
    return moves, per_frame(shares, bounds)


def scan(clip: Clip, encoders: Encoders) -> Scan:
    """The short windows of a canonical clip, in frames, and their embeddings (windows, dim)."""
    bounds, windows = cut(clip, SCAN, STEP)
    return bounds, encoders.encode_dance(windows)


def cut(clip: Clip, length: int = WINDOW, hop: int = HOP) -> tuple[list[tuple[int, int]], list[np.ndarray]]:
    """Where the windows of a canonical clip begin and stop, in frames, and the windows."""
    if len(clip) <= WHOLE:
        return [(0, len(clip))], cut_phrases(clip, WHOLE, WHOLE)
    return phrase_bounds(len(clip), length, hop), cut_phrases(clip, length, hop)


def embed(clip: Clip, encoders: Encoders) -> np.ndarray:
    """One unit embedding (dim) for a whole canonical clip: the mean of its longest phrases."""
    mean = encoders.encode_dance(cut_phrases(clip)).mean(0)
    return mean / np.linalg.norm(mean)


def _captions(embedding: np.ndarray, gallery: Gallery) -> list[str]:
    """What is said of the nearest dances: CAPTIONS different ones, or all that there are."""
    for many in (SOME, len(gallery)):
        near, _ = gallery.search(embedding, many)
        captions = list(dict.fromkeys(gallery.captions[near].tolist()))
        if len(captions) >= CAPTIONS:
            break
    return captions[:CAPTIONS]


def per_frame(shares: np.ndarray, bounds: list[tuple[int, int]]) -> np.ndarray:
    """Shares (windows, k) -> (frames, k): for each frame the mean of the windows that hold it."""
    total, windows = np.zeros((bounds[-1][1], shares.shape[1]), np.float32), np.zeros((bounds[-1][1], 1), np.float32)
    for (start, stop), share in zip(bounds, shares, strict=True):
        total[start:stop] += share
        windows[start:stop] += 1
    return total / windows


def _ranked(ids: np.ndarray, shares: np.ndarray) -> list[dict]:
    order = np.argsort(-shares, kind="stable")
    return [{"text": str(ids[index]), "score": round(float(shares[index]), 4)} for index in order]


def _segments(ids: np.ndarray, by_frame: np.ndarray) -> list[dict]:
    """Runs of frames with one best move; start and end in seconds."""
    best = by_frame.argmax(-1)
    edges = [0, *(np.flatnonzero(np.diff(best)) + 1).tolist(), len(best)]
    return [
        {
            "start": round(start / FPS, 2),
            "end": round(stop / FPS, 2),
            "label": str(ids[best[start]]),
            "score": round(float(by_frame[start:stop, best[start]].mean()), 4),
        }
        for start, stop in pairwise(edges)
    ]


def table(read: dict) -> str:
    """What `label` returns, for reading in a terminal."""
    lines = [f"{read['duration']:.1f} seconds. {read['reading']}", ""]
    lines += ["moves"] if read["known"] else ["No known move; the nearest"]
    lines += [f"  {found['score']:4.0%}  {found['text']}" for found in read["labels"]]
    lines += ["qualities", *(f"  {found['score']:4.0%}  {found['text']}" for found in read["qualities"][:3])]
    lines += ["over time"]
    lines += [f"  {part['start']:5.1f} to {part['end']:5.1f}s  {part['label']}" for part in read["segments"]]
    return "\n".join([*lines, "like", *(f"  {caption}" for caption in read["captions"])])


def parse_args(argv: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m demo.label", description="Say what a motion file dances.")
    parser.add_argument("clip", type=Path, help=f"a motion file: {ACCEPTED}")
    parser.add_argument(
        "--top-k", type=count, default=5, help="how many moves to name, 0 for all (default: %(default)s)"
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    add_told(parser)
    return parser.parse_args(argv)


def run(args: argparse.Namespace) -> None:
    clip = load(args.clip, told(args))
    with of_file(args.clip):
        read = label(clip, Encoders(), Labels.load(), Gallery.load(), args.top_k)
    read = {"file": str(args.clip), **read}
    print(json.dumps(read, ensure_ascii=False, indent=2) if args.json else table(read))


def main() -> int:
    return command(parse_args, run)


if __name__ == "__main__":
    raise SystemExit(main())
