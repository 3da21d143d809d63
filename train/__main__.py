"""Train both encoders: `python -m train`. On a fresh machine this uses the studio alone."""

import argparse
import hashlib
import time
from dataclasses import fields, replace
from pathlib import Path

from motion.command import InputError, command
from train.config import LOSSES, Config
from train.corpus import fingerprint, mixed, studio, unseen
from train.evaluate import parse_mocap
from train.exported import learned_from
from train.labelled import divided, labelled
from train.loop import finished, fit, summary
from train.model import MODELS
from train.real.parts import FOLDS
from train.real.sources import SOURCES, THIRDS
from train.recipes import RECIPES
from train.text_encoder import POOLINGS, check_tuned

HELP = {
    "phrases": "studio phrases to train on",
    "validation": "studio phrases, by other dancers, to choose the checkpoint on",
    "epochs": "passes over them",
    "batch": "phrases a step",
    "encoder": "of dances",
    "loss": "to learn by",
    "phrase_length": "frames of the windows that the dance encoder reads, 0 for whole phrases",
    "rate": "learning rate",
    "text_rate": "learning rate of BERT's tuned layers",
    "dim": "size of the shared embedding",
    "width": "channels of the attention or LSTM dance encoder",
    "layers": "self-attention layers of the attention dance encoder",
    "tuned": "how many of BERT's last layers learn",
    "pooling": "of BERT's tokens, but for TMR; order keeps the first and the last ones apart",
    "bert": "BertModel to start from, a folder or Hub name",
    "minutes": "of making phrases, by the clock on the wall, and of steps, by the processor's time; 0 for no limit; "
    "too slow a machine trains fewer epochs",
    "seed": "of everything random, less than 1,000,000, where the dancers begin who judge",
    "fold": "third of the real recordings that is left out, to be measured on",
    "corpus": "labels.csv of `python -m train.label`: tune exported models on it, beside the studio",
    "start": "folder of exported models whose weights to start from",
}
EMPTY = {"bert": "the packaged all-MiniLM-L6-v2"}
"""What an empty default stands for, if not for nothing."""
CHOICES = {"encoder": tuple(LOSSES), "loss": tuple(MODELS), "pooling": tuple(POOLINGS), "fold": FOLDS}


def parse_args(argv: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m train",
        description="Train the dance and text encoders, by default on dances that the studio makes.",
    )
    parser.add_argument("--out", type=Path, default=Path("runs/default"), help="folder of the run (%(default)s)")
    parser.add_argument("--resume", action="store_true", help="go on with the run in that folder, if there is one")
    parser.add_argument("--recipe", choices=RECIPES,
                        help="named settings, from which other options may depart (default; with --mocap or --corpus "
                        "tune, which goes on from exported models)")  # fmt: skip
    parser.add_argument("--mocap", type=parse_mocap, action="append", default=[], metavar="NAME=PATH",
                        help=f"add real motion: {', '.join(SOURCES)}; may be given more than once")  # fmt: skip
    for option in fields(Config):
        if option.name in HELP:
            default = EMPTY.get(option.name, "none") if option.default == "" else option.default
            parser.add_argument(
                f"--{option.name.replace('_', '-')}",
                type=type(option.default),
                default=option.default,
                choices=CHOICES.get(option.name),
                metavar=None if option.name in CHOICES else "NAME" if isinstance(option.default, str) else "N",
                help=f"{HELP[option.name]} ({default})",
            )
    known = parser.parse_known_args(argv)[0]
    parser.set_defaults(**RECIPES[known.recipe or ("tune" if known.corpus or known.mocap else "default")])
    return parser.parse_args(argv)


def run(args: argparse.Namespace) -> None:
    config = configured(args)
    if (args.out / "config.json").exists():
        if not args.resume:
            raise InputError(f"found a run in {args.out}; go on with it by --resume, or name another folder by --out.")
        if Config.load(args.out / "config.json") != config:
            raise InputError(
                f"found a run with other settings, labels or models to start from in {args.out}; name another folder "
                "by --out."
            )
    scores = finished(args.out) or learn(config, args.out)
    print(f"\nbest of {args.out}, on held-out studio phrases:\n{summary(scores)}")


def configured(args: argparse.Namespace) -> Config:
    """The run that is asked for. Raises InputError for labels or models that are not there, for models that do not fit
    or have learned from what this run leaves out, and for more layers to tune than there are."""
    config = Config(**{name: getattr(args, name) for name in HELP}, mocap=tuple(args.mocap))
    check_tuned(config.tuned, config.bert)
    known, sums = (), []
    if config.start:
        known, weights = learned_from(Path(config.start), config)
        sums.append(weights)
    for name, fold in known:
        if name in THIRDS and name in dict(config.mocap) and fold != config.fold:
            raise InputError(
                f"found models in {config.start} that have learned from {name} but for fold {fold}, of which fold "
                f"{config.fold} is a part; accepted is --fold {fold}, or other models by --start."
            )
    if config.corpus:
        if not Path(config.corpus).is_file():
            raise InputError(f"found no {config.corpus}; `python -m train.label` writes it.")
        sums.append(hashlib.sha256(Path(config.corpus).read_bytes()).hexdigest())
    return replace(config, known=known, sums=tuple(sums))


def learn(config: Config, out: Path) -> dict:
    """Make or read the phrases, then train on them, or go on with it; returns the best scores."""
    begun = time.monotonic()
    out.mkdir(parents=True, exist_ok=True)
    recorded = [SOURCES[name](Path(path), "train", config.fold) for name, path in config.mocap]
    learned, apart = divided(labelled(Path(config.corpus)) if config.corpus else [])
    phrases = mixed(studio(config.phrases, config.seed), *recorded, learned)
    held_out = unseen(config.validation, config.seed) + apart
    print(f"{len(phrases)} phrases ({fingerprint(phrases)}), {len(held_out)} held out")
    config.save(out / "config.json")
    return fit(config, phrases, held_out, out, begun=begun)


def main() -> int:
    return command(parse_args, run)


if __name__ == "__main__":
    raise SystemExit(main())
