"""The Bandai Namco Research motion data sets 1 and 2 (Kobayashi et al., arXiv 2306.08861; CC BY-NC 4.0), BVH files.

What a clip shows, and in which style, is in its file's name: dataset-{1,2}_{action}_{style}_{number}.bvh. Only set 2 is
trained on, without the styles of the fold; set 1, of another recording session, is always left out.
"""

import re
from pathlib import Path

import numpy as np

from motion.command import InputError
from motion.phrases import cut_phrases
from train.caption import Attributes, Phrase
from train.corpus import CAPTIONS
from train.real.parts import wanted
from train.real.reading import read_clips
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
    "byebye": Attributes(("wave_both_hands",)),
    "bow": Attributes(("bow",)),
}
"""Actions that the repertoire has a word for."""

THIRDS = (
    ("active", "normal"),
    ("elderly", "masculine", "old", "angry", "proud"),
    ("exhausted", "feminine", "youthful", "tired", "childish"),
)
"""Styles of both sets in three, for each fold its own; the two sets' words for one style stand together."""
THIRD = {style: number for number, styles in enumerate(THIRDS) for style in styles}

NAME = re.compile(rf"dataset-(?P<set>[12])_(?P<clip>(?P<action>{'|'.join(ACTIONS)})_(?P<style>{'|'.join(THIRD)})_\d+)$")
DOUBTFUL = {
    "walk-turn-left_masculine_006", "walk-turn-left_masculine_007", "walk-turn-right_masculine_006",
    "walk-turn-right_masculine_007", "walk-turn-right_normal_004", "walk-turn-right_normal_032",
    "walk-turn-right_normal_033",
}  # fmt: skip
"""Clips whose label disagrees with where the body faces; neither trained on nor measured."""


def bandai(folder: Path, part: str, fold: int) -> list[Phrase]:
    """Phrases of the clips, anywhere below `folder`, whose action the repertoire has a word for.

    Each has the source "bandai set 2/<the file's name>". Raises InputError where there is none of that part.
    """
    load_moves()
    rng = np.random.default_rng(0)
    names = {path: NAME.match(path.stem) for path in sorted(folder.rglob("dataset-*.bvh"))}
    files = [
        path
        for path, name in names.items()
        if name and name["clip"] not in DOUBTFUL and wanted(part, name["set"] == "1" or THIRD[name["style"]] == fold)
    ]
    phrases = []
    for path, clip in read_clips("bandai", files):
        attributes = ACTIONS[names[path]["action"]]
        captions = describe(rng, attributes, CAPTIONS)
        source = f"bandai set {names[path]['set']}/{path.stem}"
        phrases += [Phrase(each, attributes, captions, source) for each in cut_phrases(clip)]
    if not phrases:
        raise InputError(
            f"found no clip for the part {part!r} of fold {fold} in {folder}; accepted are the data sets' files, such "
            "as dataset-2_walk_normal_001.bvh."
        )
    return phrases


def style(phrase: Phrase) -> str:
    """The style in which a phrase of these data sets was danced, such as "youthful"."""
    return NAME.search(phrase.source)["style"]


def third(phrase: Phrase) -> int:
    """0, 1 or 2 by the style: of a model that never saw these data sets, choose on third 0 and report the others."""
    return THIRD[style(phrase)]
