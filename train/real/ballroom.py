"""Ballroom dances as optical markers (ChoreoNet): C3D files and a table of which dance is danced when."""

import csv
from itertools import groupby
from pathlib import Path

import numpy as np
from tqdm import tqdm

from motion import load
from motion.canonical import FPS
from motion.command import InputError
from motion.phrases import cut_phrases
from train.caption import Attributes, Phrase
from train.studio.repertoire import load_moves
from train.studio.words import describe

DANCES = {"C": "cha_cha", "R": "rumba", "T": "tango", "W": "waltz"}
"""The first letter of an interval's tag; others, such as NIL for standing, are left out."""
RATE = 80
"""Frames a second of the table."""
JOINED = 0.5
"""Seconds of silence over which two intervals of one dance are one stretch."""
LENGTH, HOP, SHORTEST = 6 * FPS, 3 * FPS, FPS
"""Frames of a phrase, from one to the next, and of the shortest."""
FOLDS = (
    ("14", "ll_lb_05_1", "ll_qq_03_1", "ll_lb_08_1"),
    ("15", "ll_lb_06_2", "mm_tg_02_1", "mm_hez_02_1"),
    ("16", "ll_qq_03_2", "ll_lb_07_1"),
)
"""Files that are held out together. There is one waltz alone: where it is held out, no waltz has been trained on."""
CAPTIONS = 5


def ballroom(folder: Path, part: str, fold: int) -> list[Phrase]:
    """Phrases of a folder of `*.c3d` and `intervals.csv`, whole files held out. Raises InputError without the table."""
    load_moves()
    stretches = _stretches(folder / "intervals.csv")
    phrases = []
    for name in tqdm(sorted(stretches), desc="ballroom", unit="file"):
        if part not in ("all", "test" if name in FOLDS[fold] else "train"):
            continue
        clip = load(folder / f"{name}.c3d")
        rng = np.random.default_rng(list(name.encode()))
        for dance, start, end in stretches[name]:
            piece = clip.cut(round(start * FPS), round(end * FPS))
            if len(piece) >= SHORTEST:
                attributes = Attributes((dance,))
                captions = describe(rng, attributes, CAPTIONS)
                phrases += [
                    Phrase(each, attributes, captions, f"ballroom/{name}") for each in cut_phrases(piece, LENGTH, HOP)
                ]
    return phrases


def _stretches(path: Path) -> dict[str, list[tuple[str, float, float]]]:
    """By file, (dance, start, end) in seconds: intervals of one dance that follow each other, joined."""
    try:
        with path.open(newline="") as file:
            rows = [
                (row["c3d_file"], DANCES.get(row["movement_tag"][0]), float(row["start_frame"]) / RATE,
                 float(row["end_frame"]) / RATE)
                for row in csv.DictReader(file)
            ]  # fmt: skip
    except (OSError, KeyError, ValueError) as error:
        raise InputError(f"found no table of c3d_file, movement_tag, start_frame, end_frame at {path}.") from error
    found: dict[str, list[tuple[str, float, float]]] = {}
    for name, own in groupby(sorted(row for row in rows if row[1]), key=lambda row: row[0]):
        stretches: list[tuple[str, float, float]] = []
        for _, dance, start, end in sorted(own, key=lambda row: row[2]):
            if stretches and stretches[-1][0] == dance and start - stretches[-1][2] <= JOINED:
                stretches[-1] = (dance, stretches[-1][1], max(end, stretches[-1][2]))
            else:
                stretches.append((dance, start, end))
        found[name] = stretches
    return found
