"""What a training run was asked to do; saved as JSON beside its checkpoint."""

import json
import subprocess
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Config:
    """phrases: studio phrases to train on; validation: further ones by dancers never trained on.

    mocap: (name, path) pairs of real motion to add. bert: folder or Hub name, empty for the packaged sentence encoder.
    tuned: how many of its last layers learn. minutes: of training, 0 for no limit; too slow a machine trains fewer
    epochs.
    """

    phrases: int = 20000
    validation: int = 1000
    epochs: int = 12
    batch: int = 192
    rate: float = 1e-3
    text_rate: float = 2e-4
    dim: int = 256
    width: int = 192
    layers: int = 2
    tuned: int = 1
    pooling: str = "mean"
    bert: str = ""
    mocap: tuple[tuple[str, str], ...] = field(default=())
    minutes: float = 45.0
    seed: int = 0

    def save(self, path: Path) -> None:
        path.write_text(json.dumps(asdict(self) | {"commit": commit()}, indent=2) + "\n")

    @classmethod
    def load(cls, path: Path) -> "Config":
        stored = json.loads(path.read_text())
        stored.pop("commit")
        return cls(**stored | {"mocap": tuple((name, where) for name, where in stored["mocap"])})


def commit() -> str:
    """The commit of the working tree, with "+" when it has uncommitted changes; "unknown" outside a checkout."""
    try:
        run = {"capture_output": True, "text": True, "check": True, "cwd": Path(__file__).parent}
        head = subprocess.run(["git", "rev-parse", "--short", "HEAD"], **run).stdout.strip()
        changed = subprocess.run(["git", "status", "--porcelain", "--untracked-files=no"], **run).stdout.strip()
        return head + ("+" if changed else "")
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
