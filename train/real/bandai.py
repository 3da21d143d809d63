"""The Bandai Namco Research motion data sets (Kobayashi et al., 2023, arXiv 2306.08861): actions in several styles.

Repeats of one action and style differ by millimetres, so whole styles are held out, never single clips. The first
data set, of another recording set-up, is never trained on.
"""

import multiprocessing
import re
from pathlib import Path

import numpy as np
from tqdm import tqdm

from motion import load
from motion.phrases import cut_phrases
from train.caption import Attributes, Phrase
from train.studio.repertoire import load_moves
from train.studio.words import describe

ACTIONS = {
    "walk": Attributes(("walk",)),
    "walk-left": Attributes(("walk",)),
    "walk-right": Attributes(("walk",)),
    "walk-back": Attributes(("backward_walk",)),
    "run": Attributes(("run",)),
    "dash": Attributes(("run",)),
    "walk-turn-left": Attributes(("turn",), side="left"),
    "walk-turn-right": Attributes(("turn",), side="right"),
    "raise-up-left-hand": Attributes(("raise_arm",), side="left"),
    "raise-up-right-hand": Attributes(("raise_arm",), side="right"),
    "raise-up-both-hands": Attributes(("raise_both_arms",)),
    "wave-left-hand": Attributes(("wave",), side="left"),
    "wave-right-hand": Attributes(("wave",), side="right"),
    "wave-both-hands": Attributes(("wave_both_hands",)),
    "bye": Attributes(("wave",)),
    "bow": Attributes(("bow",)),
}
"""Actions that the repertoire has a word for."""
NAME = re.compile(r"dataset-(?P<set>[12])_(?P<action>[a-z-]+)_(?P<style>[a-z]+)_(?P<number>\d+)")
DOUBTFUL = {
    "walk-turn-left_masculine_006", "walk-turn-left_masculine_007", "walk-turn-right_masculine_006",
    "walk-turn-right_masculine_007", "walk-turn-right_normal_004", "walk-turn-right_normal_032",
    "walk-turn-right_normal_033",
}  # fmt: skip
"""Clips whose label disagrees with where the body faces; neither trained on nor measured."""
FOLDS = (
    ("active", "normal", "angry"),
    ("elderly", "masculine", "old", "childish"),
    ("exhausted", "feminine", "youthful", "tired", "proud"),
)
"""Styles that are held out together."""
CAPTIONS = 5
MANY = 100
"""Files for which it pays to start processes."""


def bandai(folder: Path, part: str, fold: int) -> list[Phrase]:
    """Phrases of an unpacked folder. "test": the fold's styles of the second data set, and all of the first."""
    names = {path: match for path in folder.rglob("dataset-*.bvh") if (match := NAME.match(path.stem))}
    wanted = sorted(
        path
        for path, match in names.items()
        if match["action"] in ACTIONS
        and path.stem.split("_", 1)[1] not in DOUBTFUL
        and part in ("all", "test" if match["set"] == "1" or match["style"] in FOLDS[fold] else "train")
    )
    bar = {"total": len(wanted), "desc": "bandai", "unit": "clip"}
    if len(wanted) < MANY:
        return [phrase for path in tqdm(wanted, **bar) for phrase in _phrases(path)]
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        return [phrase for phrases in tqdm(pool.imap(_phrases, wanted, chunksize=16), **bar) for phrase in phrases]


def _phrases(path: Path) -> list[Phrase]:
    load_moves()
    match = NAME.match(path.stem)
    attributes = ACTIONS[match["action"]]
    captions = describe(np.random.default_rng(list(path.stem.encode())), attributes, CAPTIONS)
    source = f"bandai set {match['set']}/{path.stem}"
    return [Phrase(each, attributes, captions, source) for each in cut_phrases(load(path))]


def style_of(phrase: Phrase) -> str:
    """The style in which a phrase of these data sets is done."""
    return phrase.source.rsplit("_", 2)[1]
