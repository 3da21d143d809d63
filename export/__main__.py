"""From a trained run to all that the demo reads: `python -m export`."""

import argparse
import hashlib
import json
import tempfile
from importlib.metadata import version
from pathlib import Path

import numpy as np

from demo.encoders import Encoders
from demo.index import build_gallery
from export.card import card
from export.graphs import export_dance, export_text, round_weights
from export.parity import check, golden
from export.queries import ask
from motion import Clip
from motion.canonical import FPS
from motion.command import InputError, command
from motion.contract import DANCE_INPUTS, MAX_FRAMES, MAX_TOKENS, MIN_FRAMES, OUTPUT, TEXT_INPUTS
from motion.skeleton import JOINTS
from train.caption import Attributes
from train.config import Config, commit
from train.corpus import unseen
from train.encoders import label_embeddings
from train.evaluate import measure_mocap, parse_mocap, table, validate
from train.model import load_run
from train.studio.programme import programme
from train.studio.quality import NAMES
from train.studio.repertoire import gallery_attributes, load_moves
from train.text_encoder import load_tokenizer

PACKAGES = ("torch", "transformers", "onnx", "onnxruntime", "onnxscript", "numpy", "tokenizers")


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
    return parser.parse_args(argv)


def run(args: argparse.Namespace) -> None:
    """Write everything beside `out` first, so that a failed export leaves the old models whole."""
    if not (args.run / "best.pt").exists():
        raise InputError(f"found no trained run in {args.run}; train one with: python -m train --out {args.run}")
    args.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=args.out.parent) as temporary:
        scores = write(args.run, Path(temporary), args.mocap, args.queries)
        for path in Path(temporary).iterdir():
            path.chmod(0o644)
            path.replace(args.out / path.name)
    print(f"\nwritten to {args.out}; the exported encoders:\n{table(scores)}")


def write(run_folder: Path, out: Path, mocap: list[tuple[str, str]], queries: Path | None) -> dict:
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
    np.savez_compressed(out / "golden.npz", **golden(model, tokenizer, positions[::150], captions[::150]))
    gallery = build_gallery(
        [Clip(each, FPS) for each in positions],
        captions,
        [gallery_attributes(phrase.attributes) for phrase in phrases],
        [phrase.source for phrase in phrases],
        [f"studio-{index:04d}" for index in range(len(phrases))],
        encoders,
    )
    gallery.save(out / "gallery.npz")
    labels = [Attributes((name,)) for name in moves] + [Attributes((), (name,)) for name in NAMES]
    np.savez_compressed(
        out / "labels.npz",
        ids=np.array([*moves, *NAMES]),
        kinds=np.array(["move"] * len(moves) + ["quality"] * len(NAMES)),
        embeddings=label_embeddings(encoders, labels),
    )
    scores = measure(encoders, config, mocap)
    if queries:
        scores[queries.stem], _ = ask(json.loads(queries.read_text()), encoders, gallery)
    contract = describe(out, model, config, scores, worst)
    (out / "contract.json").write_text(json.dumps(contract, indent=2) + "\n")
    (out / "MODEL_CARD.md").write_text(card(contract, config, len(phrases), len(moves)))
    return scores


def measure(encoders: Encoders, config: Config, mocap: list[tuple[str, str]]) -> dict:
    """Scores of the exported graphs: retrieval on held-out studio phrases, and zero-shot on real motion if given."""
    scores: dict = {"studio": validate(encoders, unseen(config.validation, config.seed))}
    for name, path in mocap:
        scores |= measure_mocap(encoders, name, Path(path))
    return scores


def describe(out: Path, model, config: Config, scores: dict, worst: float) -> dict:
    """The contract file."""
    return {
        "fps": FPS,
        "joints": list(JOINTS),
        "min_frames": MIN_FRAMES,
        "max_frames": MAX_FRAMES,
        "max_tokens": MAX_TOKENS,
        "dim": config.dim,
        "logit_scale": round(float(model.scale.detach()), 4),
        "dance_encoder": {"inputs": list(DANCE_INPUTS), "output": OUTPUT},
        "text_encoder": {"inputs": list(TEXT_INPUTS), "output": OUTPUT},
        "parameters": {name: sum(p.numel() for p in getattr(model, name).parameters()) for name in ("dance", "text")},
        "difference_to_pytorch": worst,
        "versions": {name: version(name) for name in PACKAGES},
        "commit": commit(),
        "sha256": {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(out.iterdir())},
        "scores": scores,
    }


def main() -> int:
    return command(parse_args, run)


if __name__ == "__main__":
    raise SystemExit(main())
