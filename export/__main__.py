"""From a trained run to all that the demo reads: `python -m export`."""

import argparse
import hashlib
import json
import tempfile
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

import numpy as np

from demo.encoders import Encoders
from demo.index import build_gallery
from demo.label import Labels
from export.atlas import atlas
from export.calibrate import calibrate
from export.card import card
from export.graphs import export_dance, export_text, round_weights
from export.own import own_gallery
from export.parity import check, golden
from export.queries import ask
from motion import Clip
from motion.canonical import FPS
from motion.command import InputError, command
from motion.contract import DANCE_INPUTS, MAX_FRAMES, MAX_TOKENS, MIN_FRAMES, OUTPUT, TEXT_INPUTS
from motion.skeleton import JOINTS
from motion.whole import write_text
from train.bench.corpus import Corpus
from train.bench.measure import Measure, summary
from train.bench.queries import read_queries
from train.bench.report import column, table
from train.bench.studio_rows import compositions
from train.caption import Attributes
from train.config import Config, commit
from train.corpus import unseen
from train.encoders import label_embeddings
from train.evaluate import by_name, measure_rows, parse_mocap
from train.model import load_run
from train.studio.programme import programme
from train.studio.quality import NAMES
from train.studio.repertoire import gallery_attributes, load_moves
from train.studio.words import in_full
from train.text_encoder import load_tokenizer, sentence_embeddings

PACKAGES = ("torch", "transformers", "onnx", "onnxruntime", "onnxscript", "numpy", "tokenizers")
WAYS = 12
"""Captions of each dance of the gallery that count in a search beside the one that is shown."""
GOLDEN = 400
"""One in so many dances of the gallery is kept with PyTorch's answers."""


def parse_args(argv: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m export",
        description="Turn a trained run into ONNX graphs, gallery, labels and model card, checked against PyTorch.",
    )
    parser.add_argument("--run", type=Path, default=Path("runs/default"), help="folder of the run (%(default)s)")
    parser.add_argument("--out", type=Path, default=Path("models"), help="folder to write (%(default)s)")
    parser.add_argument("--mocap", type=parse_mocap, action="append", default=[], metavar="NAME=PATH",
                        help="real motion to measure the exported encoders on, for the card")  # fmt: skip
    parser.add_argument("--queries", type=Path, metavar="FILE", help="queries to search with, for the card")
    parser.add_argument("--measure", action="store_true",
                        help="measure every row of the benchmark, not held-out compositions alone")  # fmt: skip
    return parser.parse_args(argv)


def run(args: argparse.Namespace) -> None:
    """Write everything beside `out` first, so that a failed export leaves the old models whole."""
    mocap, queries = by_name(args.mocap), read_queries(args.queries) if args.queries else []
    if (mocap or queries) and not args.measure:
        raise InputError("found --mocap or --queries without --measure, which measures on them; add it.")
    args.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=args.out.parent) as temporary:
        scores = write(args.run, Path(temporary), mocap, queries, args.measure)
        for path in Path(temporary).iterdir():
            path.chmod(0o644)
            path.replace(args.out / path.name)
    print(f"\nwritten to {args.out}; the exported encoders:\n{table(column('figure', scores))}")


def write(run_folder: Path, out: Path, mocap: dict[str, Path], queries: list[dict], every: bool) -> dict:
    """Export the run's best model into `out`; returns the scores of the exported encoders."""
    moves = load_moves()
    model, config = load_run(run_folder)
    round_weights(model.dance), round_weights(model.text)
    print("exporting the dance encoder", flush=True)
    export_dance(model.dance, out / "dance_encoder.onnx")
    print("exporting the text encoder", flush=True)
    export_text(model.text, out / "text_encoder.onnx")
    tokenizer = load_tokenizer(config.bert)
    tokenizer.save(str(out / "tokenizer.json"), pretty=False)

    encoders = Encoders(out)
    print("dancing the gallery", flush=True)
    phrases = programme()
    captions = [phrase.captions[0].text for phrase in phrases]
    positions = [phrase.positions for phrase in phrases]
    worst = check(model, tokenizer, encoders, positions, captions)
    print(f"largest difference to PyTorch: {worst:.1e}")
    np.savez_compressed(out / "golden.npz", **golden(model, tokenizer, positions[::GOLDEN], captions[::GOLDEN]))
    rng = np.random.default_rng(0)
    ways = [[phrase.captions[0].text, *(in_full(rng, phrase.attributes) for _ in range(WAYS))] for phrase in phrases]
    gallery = build_gallery(
        [Clip(each, FPS) for each in positions],
        ways,
        [gallery_attributes(phrase.attributes) for phrase in phrases],
        [phrase.source for phrase in phrases],
        [f"studio-{index:04d}" for index in range(len(phrases))],
        encoders,
    )
    shown = own_gallery(Path(config.corpus), encoders) if config.corpus else gallery
    shown.save(out / "gallery.npz")
    words = [Attributes((name,)) for name in moves] + [Attributes((), (name,)) for name in NAMES]
    kinds = np.array(["move"] * len(moves) + ["quality"] * len(NAMES))
    labels = Labels(np.array([*moves, *NAMES]), kinds, label_embeddings(encoders, words), float(model.scale.detach()))
    np.savez_compressed(out / "labels.npz", ids=labels.ids, kinds=labels.kinds, embeddings=labels.embeddings)
    write_text(out / "atlas.json", json.dumps(atlas(shown, moves)) + "\n")
    danced = [phrase.attributes for phrase in phrases]
    calibration = calibrate(encoders, gallery, danced, labels, unseen(config.validation, config.seed))
    contract = describe(out, model, config, worst) | {"calibration": asdict(calibration)}
    contract["trained_at"] = json.loads((run_folder / "config.json").read_text(encoding="utf-8"))["commit"]
    write_text(out / "contract.json", json.dumps(contract) + "\n")  # searches, which are measured next, read it
    measured = measure(encoders, config, mocap, queries, every)
    if queries:
        asked, _ = ask(queries, encoders, gallery)
        measured |= {f"page: queries, {name}": each for name, each in asked.items()}
    contract["scores"] = {row: summary([each]) for row, each in measured.items()}
    write_text(out / "contract.json", json.dumps(contract, indent=2) + "\n")
    write_text(out / "MODEL_CARD.md", card(contract, config, len(shown), len(moves)))
    return contract["scores"]


def measure(
    encoders: Encoders, config: Config, mocap: dict[str, Path], queries: list[dict], every: bool
) -> dict[str, Measure]:
    """Rows of the benchmark for the exported graphs: every row, or those of held-out compositions alone."""
    if every:
        return measure_rows(encoders, config, mocap, queries)
    corpus = Corpus()
    meaning = sentence_embeddings([phrase.captions[0].text for phrase in corpus.held_out])
    return {f"studio: {row}": each for row, each in compositions(encoders, corpus, meaning).items()}


def describe(out: Path, model, config: Config, worst: float) -> dict:
    """The contract file, before anything is measured."""
    return {
        "fps": FPS,
        "joints": list(JOINTS),
        "min_frames": MIN_FRAMES,
        "max_frames": MAX_FRAMES,
        "max_tokens": MAX_TOKENS,
        "dim": config.dim,
        "logit_scale": round(float(model.scale.detach()), 4),
        "nothing": [round(float(cosine), 4) for cosine in model.nothing.detach()],
        "trained_as": asdict(config)
        | {
            "mocap": [name for name, _ in config.mocap],
            "corpus": Path(config.corpus).name,
            "start": "",
            "known": (),
            "sums": (),
        },
        "learned_from": config.folds,
        "dance_encoder": {"inputs": list(DANCE_INPUTS), "output": OUTPUT},
        "text_encoder": {"inputs": list(TEXT_INPUTS), "output": OUTPUT},
        "parameters": {name: sum(p.numel() for p in getattr(model, name).parameters()) for name in ("dance", "text")},
        "difference_to_pytorch": worst,
        "versions": {name: version(name) for name in PACKAGES},
        "commit": commit(),
        "sha256": {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(out.iterdir())},
    }


def main() -> int:
    return command(parse_args, run)


if __name__ == "__main__":
    raise SystemExit(main())
