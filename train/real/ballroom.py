"""Ballroom dances of ChoreoNet (Ye et al., 2020): C3D files and `intervals.csv`, which says when what is danced.

Its columns are c3d_file, movement_tag, start_frame, end_frame and beats; frames count from 0 at 80 a second. A tag's
first letter is the dance; NIL is standing and left out. An interval is a figure of two to sixteen beats, often shorter
than a second: figures that follow each other are joined to runs, and runs are cut evenly into phrases. Figure 0 of each
dance is an entry that ends in a pose; it counts as the dance, since some files have nothing else.
"""

import csv
from pathlib import Path
from typing import NamedTuple

import numpy as np

from motion.canonical import FPS
from motion.command import InputError
from motion.phrases import cut_phrases
from train.caption import Attributes, Phrase
from train.corpus import CAPTIONS
from train.real.parts import wanted
from train.real.reading import read_clips
from train.studio.repertoire import load_moves
from train.studio.words import describe

DANCES = {"C": "cha_cha", "R": "rumba", "T": "tango", "W": "waltz"}
STANDING = "NIL"

FOLD = {
    "14": 0, "ll_qq_03_1": 0, "ll_lb_08_1": 0,
    "15": 1, "mm_tg_02_1": 1, "ll_lb_05_1": 1, "ll_lb_06_2": 1,
    "16": 2, "ll_qq_03_2": 2, "ll_lb_07_1": 2, "mm_hez_02_1": 2,
}  # fmt: skip
"""In which fold a file is left out: each dance in as many folds as it has files for (one waltz, two tangos), the three
long recordings apart, and rumbas that share named figures together (ll_lb_05_1 and ll_lb_06_2; 16 and ll_lb_07_1)."""

LABELS = 80
"""Frames a second of the table."""
APART = 2
"""Frames of the table by which two intervals may miss each other and still be one run; its own are up to 1.2 apart."""
SECONDS = 6
"""About as long as a phrase is."""
STARTS = 4
"""Phrases that begin within the length of one, where they are to be learned from: there are few."""


class Run(NamedTuple):
    """A dance without a break: its move, and from when to when, in frames of the table."""

    move: str
    start: float
    stop: float


def ballroom(folder: Path, part: str, fold: int) -> list[Phrase]:
    """Phrases with the source "ballroom/<the file's name>", of 3.1 to 7.3 seconds in these files.

    No second is in two of them, but for the fraction of one by which a run does not divide evenly; those to be trained
    on overlap. Raises InputError where the table is missing or says something else, or no file of that part can be
    read.
    """
    load_moves()
    rng = np.random.default_rng(0)
    runs = {
        name: some for name, some in read_runs(folder / "intervals.csv").items() if wanted(part, FOLD[name] == fold)
    }
    phrases = []
    for path, clip in read_clips("ballroom", [folder / f"{name}.c3d" for name in runs]):
        for run in runs[path.stem]:
            danced = clip.cut(round(run.start * FPS / LABELS), round(run.stop * FPS / LABELS))
            length = -(-len(danced) // max(1, round(len(danced) / FPS / SECONDS)))
            hop = length // STARTS if part == "train" else length
            attributes = Attributes((run.move,))
            phrases += [
                Phrase(each, attributes, describe(rng, attributes, CAPTIONS), f"ballroom/{path.stem}")
                for each in cut_phrases(danced, length, hop)
            ]
    if not phrases:
        raise InputError(f"found no readable .c3d file for the part {part!r} of fold {fold} in {folder}.")
    return phrases


def third(phrase: Phrase) -> int:
    """0, 1 or 2 by the file: of a model that never saw these, choose on third 0 and report the others."""
    return FOLD[phrase.source.partition("/")[2]]


def read_runs(path: Path) -> dict[str, list[Run]]:
    """The runs of each file, in the order of the table."""
    runs: dict[str, list[Run]] = {}
    for name, tag, start, stop in _intervals(path):
        if name not in FOLD or tag[:1] not in DANCES:
            raise InputError(
                f"found the tag {tag!r} of {name!r} in {path}; accepted are {STANDING} and tags that begin with one of "
                f"{', '.join(DANCES)}, of the files {', '.join(FOLD)}."
            )
        some, move = runs.setdefault(name, []), DANCES[tag[0]]
        if some and some[-1].move == move and start <= some[-1].stop + APART:
            start = some.pop().start
        some.append(Run(move, start, stop))
    return runs


def _intervals(path: Path) -> list[tuple[str, str, float, float]]:
    """File, tag, first and last frame of every row that is danced."""
    try:
        with path.open(newline="", encoding="utf-8-sig") as file:
            rows = [
                (row["c3d_file"], row["movement_tag"], float(row["start_frame"]), float(row["end_frame"]))
                for row in csv.DictReader(file)
            ]
    except FileNotFoundError:
        raise InputError(f"found no {path}; it says which frames of the .c3d files beside it are danced.") from None
    except (KeyError, TypeError, ValueError, csv.Error) as error:
        raise InputError(
            f"{path} is not a CSV file with the columns c3d_file, movement_tag, start_frame and end_frame ({error})."
        ) from error
    return [row for row in rows if row[1] != STANDING]
