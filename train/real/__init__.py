"""Real motion, by path: what people have recorded, in the layouts that they have it in."""

from collections.abc import Callable
from pathlib import Path

from train.caption import Phrase
from train.real.ballroom import FOLDS as FILES
from train.real.ballroom import ballroom
from train.real.bandai import FOLDS as STYLES
from train.real.bandai import bandai, style_of
from train.real.captioned import captioned
from train.real.humanml3d import humanml3d, kit

Source = Callable[[Path, str, int], list[Phrase]]
"""(folder, part, fold) -> phrases. part: "train", what may be trained on; "test", what fold 0, 1 or 2 leaves out, so
that three runs together leave out everything once; "all"."""

SOURCES: dict[str, Source] = {
    "bandai": bandai,
    "ballroom": ballroom,
    "captioned": captioned,
    "humanml3d": humanml3d,
    "kit": kit,
}
"""What `--mocap NAME=PATH` can name."""


def third(phrase: Phrase) -> int:
    """The fold, 0 to 2, that leaves out a phrase of bandai or ballroom: one third to choose by, two to report."""
    source, _, name = phrase.source.partition("/")
    folds, key = (FILES, name) if source == "ballroom" else (STYLES, style_of(phrase))
    return next(number for number, fold in enumerate(folds) if key in fold)
