"""Measure a trained run: `python -m train.evaluate [--run DIR] [--mocap NAME=PATH] [--json]`."""

import argparse
import json
from pathlib import Path

import numpy as np

from motion.command import InputError, command
from train.caption import TRUE, Attributes, Phrase, truth_table
from train.corpus import MOCAP, unseen
from train.encoders import Encoders, label_embeddings
from train.metrics import balanced_accuracy, both_directions
from train.model import TorchEncoders, load_run
from train.studio.repertoire import MOVES, load_moves
from train.text_encoder import StemCache, load_tokenizer


def validate(encoders: Encoders, phrases: list[Phrase]) -> dict[str, dict[str, float]]:
    """Retrieval among `phrases` with one caption each; every phrase that a caption is true of counts as found."""
    captions = [phrase.captions[index % len(phrase.captions)] for index, phrase in enumerate(phrases)]
    table = truth_table([caption.claims for caption in captions], [phrase.attributes for phrase in phrases])
    text = encoders.encode_text([caption.text for caption in captions])
    return both_directions(text, encoders.encode_dance([phrase.positions for phrase in phrases]), table == TRUE)


def zero_shot(encoders: Encoders, phrases: list[Phrase]) -> dict[str, object]:
    """Name real phrases by text alone; balanced accuracy in percent.

    First as a choice among the moves and sides that they have, then among all moves of the repertoire, sides left out.
    """
    names = tuple(MOVES)
    truth = [phrase.attributes.moves[0] for phrase in phrases]
    wanted = sorted({phrase.attributes for phrase in phrases if len(phrase.attributes.moves) == 1}, key=str)
    dances = encoders.encode_dance([phrase.positions for phrase in phrases])
    chosen = (dances @ label_embeddings(encoders, wanted).T).argmax(axis=1)
    similarity = dances @ label_embeddings(encoders, [Attributes((name,)) for name in names]).T
    ranking = [[names[index] for index in row] for row in np.argsort(-similarity, axis=1)]
    first = [row[0] for row in ranking]
    third = [name if name in row[:3] else row[0] for name, row in zip(truth, ranking, strict=True)]
    sided = [index for index, phrase in enumerate(phrases) if phrase.attributes.side]
    sides = {}
    if sided:
        named = [str(wanted[chosen[index]].side) for index in sided]
        sides["side of sided"] = balanced_accuracy([phrases[index].attributes.side for index in sided], named)
    return {
        "clips": len(phrases),
        f"choice of {len(wanted)}": balanced_accuracy(
            [str(phrase.attributes) for phrase in phrases], [str(wanted[index]) for index in chosen]
        ),
        **sides,
        f"rank 1 of {len(names)} moves": balanced_accuracy(truth, first),
        f"first 3 of {len(names)} moves": balanced_accuracy(truth, third),
        "rank 1 by move": {
            name: float(100 * np.mean([a == name for a, t in zip(first, truth, strict=True) if t == name]))
            for name in sorted(set(truth))
        },
    }


def measure_mocap(encoders: Encoders, name: str, path: Path) -> dict[str, object]:
    """Real motion: its moves named zero-shot, one recording session at a time, or retrieval where it has captions."""
    phrases = MOCAP[name](path)
    if not all(move in MOVES for phrase in phrases for move in phrase.attributes.moves):
        return {path.name: validate(encoders, phrases)}
    sessions: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        sessions.setdefault(phrase.source.split("/")[0], []).append(phrase)
    return {f"{session}, zero-shot": zero_shot(encoders, some) for session, some in sorted(sessions.items())}


def parse_mocap(text: str) -> tuple[str, str]:
    """NAME=PATH of an option."""
    name, _, path = text.partition("=")
    if name not in MOCAP or not Path(path).is_dir():
        raise argparse.ArgumentTypeError(f"found {text!r}; accepted is NAME=FOLDER with NAME one of {', '.join(MOCAP)}")
    return name, path


def parse_args(argv: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m train.evaluate",
        description="Measure a trained run: retrieval on held-out studio phrases, and the moves of real motion.",
    )
    parser.add_argument("--run", type=Path, default=Path("runs/default"), help="folder of the run (%(default)s)")
    parser.add_argument("--mocap", type=parse_mocap, action="append", default=[], metavar="NAME=PATH",
                        help=f"real motion to name zero-shot: {', '.join(MOCAP)}")  # fmt: skip
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser.parse_args(argv)


def run(args: argparse.Namespace) -> None:
    if not (args.run / "best.pt").exists():
        raise InputError(f"found no trained run in {args.run}; train one with: python -m train --out {args.run}")
    load_moves()
    model, config = load_run(args.run)
    encoders = TorchEncoders(model, StemCache(model.text, load_tokenizer(config.bert)))
    scores: dict[str, object] = {"studio": validate(encoders, unseen(config.validation, config.seed))}
    for name, path in args.mocap:
        scores |= measure_mocap(encoders, name, Path(path))
    print(json.dumps(scores, indent=2) if args.json else table(scores))


def table(scores: dict, indent: int = 0) -> str:
    """Nested scores as aligned lines."""
    lines = []
    for name, value in scores.items():
        if isinstance(value, dict):
            lines += [f"{'  ' * indent}{name}", table(value, indent + 1)]
        else:
            lines.append(f"{'  ' * indent}{name:<{24 - 2 * indent}} {value:8.1f}")
    return "\n".join(lines)


def main() -> int:
    return command(parse_args, run)


if __name__ == "__main__":
    raise SystemExit(main())
