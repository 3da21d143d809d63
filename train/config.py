"""What a training run was asked to do; saved as JSON beside its checkpoint."""

import json
import math
import subprocess
from dataclasses import asdict, dataclass, field
from pathlib import Path

from motion.command import InputError
from motion.contract import MIN_FRAMES
from motion.whole import write_text
from train.corpus import VALIDATION_SEED

HEADS = 4
"""Attention heads of every dance encoder that has any."""
SHARED = {"attention": "width", "tmr": "dim"}
"""The size that the heads of such an encoder share."""
LABELLED = "labelled"
"""The source of what `corpus` names."""
LOSSES = {
    "attention": ("contrastive",),
    "lstm": ("contrastive", "as_written", "margin"),
    "handmade": ("contrastive",),
    "tmr": ("tmr",),
}
"""The losses by which each dance encoder can learn."""


@dataclass(frozen=True)
class Config:
    """phrases: studio phrases to train on; validation: further ones by dancers never trained on.

    mocap: (name, path) pairs of real motion to add. bert: folder or Hub name, empty for the packaged sentence encoder.
    tuned: how many of its last layers learn. encoder, loss: of `LOSSES`. phrase_length: frames of the windows that the
    dance encoder reads, 0 for whole phrases. minutes: of making phrases and training, 0 for no limit; too slow a
    machine trains fewer epochs. fold: which third of the real motion is left out of training. corpus: a table of labels
    to add, or "".
    start: a folder of exported models whose weights to start from, or "". known: (name, fold) of the recordings that
    these have learned from. sums: of the files at corpus and start, so that a run goes on with the same ones.
    """

    phrases: int = 30000
    validation: int = 1000
    epochs: int = 15
    batch: int = 192
    encoder: str = "attention"
    loss: str = "contrastive"
    phrase_length: int = 0
    rate: float = 1e-3
    text_rate: float = 2e-4
    dim: int = 256
    width: int = 192
    layers: int = 2
    tuned: int = 1
    pooling: str = "order"
    bert: str = ""
    mocap: tuple[tuple[str, str], ...] = field(default=())
    minutes: float = 55.0
    seed: int = 0
    fold: int = 0
    corpus: str = ""
    start: str = ""
    known: tuple[tuple[str, int], ...] = ()
    sums: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in ("phrases", "validation", "epochs", "batch", "dim", "width", "layers"):
            if getattr(self, name) < 1:
                raise InputError(f"found {name} {getattr(self, name)}; accepted is 1 or more.")
        for name in ("seed", "tuned"):
            if getattr(self, name) < 0:
                raise InputError(f"found {name} {getattr(self, name)}; accepted is 0 or more.")
        if self.seed >= VALIDATION_SEED:
            raise InputError(
                f"found seed {self.seed}; accepted is less than {VALIDATION_SEED}, where the dancers begin who judge."
            )
        if not 0 <= self.minutes < math.inf:
            raise InputError(f"found {self.minutes:g} minutes; accepted is 0, for no limit, or more.")
        for name in ("rate", "text_rate"):
            if not 0 < getattr(self, name) < math.inf:
                raise InputError(f"found a {name.replace('_', ' ')} of {getattr(self, name):g}; accepted is above 0.")
        shared = SHARED.get(self.encoder)
        if shared and getattr(self, shared) % HEADS:
            raise InputError(f"found {shared} {getattr(self, shared)}; accepted are multiples of {HEADS}.")
        if self.loss not in LOSSES[self.encoder]:
            accepted = " or ".join(LOSSES[self.encoder])
            raise InputError(f"found encoder {self.encoder} with loss {self.loss}; accepted is {accepted}.")
        if self.encoder == "tmr" and self.tuned:
            raise InputError(f"found encoder tmr with {self.tuned} of BERT's layers tuned; accepted is 0.")
        if self.phrase_length and self.phrase_length < MIN_FRAMES:
            raise InputError(f"found a phrase length of {self.phrase_length}; accepted is 0, or {MIN_FRAMES} or more.")

    def save(self, path: Path) -> None:
        """As JSON, with the commit of the code; where it was saved before, by other code, with the commits of both."""
        commits = json.loads(path.read_text(encoding="utf-8"))["commit"].split(", ") if path.exists() else []
        told = ", ".join(dict.fromkeys([*commits, commit()]))
        write_text(path, json.dumps(asdict(self) | {"commit": told}, indent=2) + "\n")

    @classmethod
    def load(cls, path: Path) -> "Config":
        """Raises InputError for a file that is cut short or of other code."""
        try:
            stored = json.loads(path.read_text(encoding="utf-8"))
            stored.pop("commit")
            pairs = {name: tuple(map(tuple, stored[name])) for name in ("mocap", "known")}
            return cls(**stored | pairs | {"sums": tuple(stored["sums"])})
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(
                f"found a run of other code, or one cut short, in {path.parent}; train it again in another."
            ) from error

    @property
    def folds(self) -> dict[str, int]:
        """Every source of recordings that the weights learn from, and which third of it they never do."""
        own = {LABELLED: 0} if self.corpus else {}
        return dict(self.known) | {name: self.fold for name, _ in self.mocap} | own


def commit() -> str:
    """The commit of the working tree, with "+" when it has uncommitted changes.

    "unknown" outside a checkout, and in a copy that lies in a checkout of something else.
    """
    try:
        run = {"capture_output": True, "text": True, "check": True, "cwd": Path(__file__).parent}
        subprocess.run(["git", "ls-files", "--error-unmatch", Path(__file__).name], **run)
        head = subprocess.run(["git", "rev-parse", "--short", "HEAD"], **run).stdout.strip()
        changed = subprocess.run(["git", "status", "--porcelain", "--untracked-files=no"], **run).stdout.strip()
        return head + ("+" if changed else "")
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
