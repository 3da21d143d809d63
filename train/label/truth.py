"""Recordings whose truth is known, to measure labelling by: what each window of them shows."""

from collections.abc import Callable
from pathlib import Path

from motion.canonical import FPS
from train.label.windows import Window
from train.real.ballroom import LABELS, read_runs
from train.real.bandai import DOUBTFUL, NAME

Truth = Callable[[Window], str | None]
"""What a window shows, in words; None where that is not known."""


def bandai_truth(folder: Path) -> Truth:
    """The action in the file's name, of the second data set; None for clips whose name is doubtful."""

    def truth(window: Window) -> str | None:
        name = NAME.match(window.file.stem)
        known = name and name["set"] == "2" and name["clip"] not in DOUBTFUL
        return name["action"].replace("-", " ") if known else None

    return truth


def ballroom_truth(folder: Path) -> Truth:
    """The genre danced for more than half of the window; None for standing."""
    runs = read_runs(folder / "intervals.csv")

    def truth(window: Window) -> str | None:
        danced: dict[str, float] = {}
        for run in runs.get(window.file.stem, []):
            shared = min(window.stop, run.stop * FPS / LABELS) - max(window.start, run.start * FPS / LABELS)
            danced[run.move] = danced.get(run.move, 0) + max(shared, 0)
        best = max(danced, key=danced.__getitem__, default=None)
        known = best and danced[best] > (window.stop - window.start) / 2
        return best.replace("_", " ") if known else None

    return truth


TRUTHS = {"bandai": (bandai_truth, "dataset-2_*.bvh"), "ballroom": (ballroom_truth, "*.c3d")}
"""Of each source, what makes its truth, and which of its files there is one for."""
