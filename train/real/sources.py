"""The sources of real motion that `--mocap NAME=PATH` knows. A new one is a module and a line in `SOURCES`."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from train.caption import Phrase
from train.real import ballroom as ballrooms
from train.real import bandai as styles
from train.real.ballroom import ballroom
from train.real.bandai import bandai
from train.real.captioned import captioned
from train.real.humanml3d import humanml3d, kit

CAPTIONED = "captioned"
"""The source that any folder may be."""
KIN = {"humanml3d": ("kit",), "kit": ("humanml3d",), CAPTIONED: (CAPTIONED,)}
"""Sources that share recordings: AMASS, of which HumanML3D is made, has KIT's; a captioned folder perhaps another's."""

Source = Callable[[Path, str, int], list[Phrase]]
"""(folder, part, fold) -> phrases, in the same order every time; see `train.real.parts` for part and fold."""

SOURCES: dict[str, Source] = {
    "ballroom": ballroom,
    "bandai": bandai,
    CAPTIONED: captioned,
    "humanml3d": humanml3d,
    "kit": kit,
}


@cache
def read(name: str, path: Path, part: str, fold: int) -> list[Phrase]:
    """The phrases of a source, read once however many methods are trained or measured on them; not to be changed."""
    return SOURCES[name](path, part, fold)


THIRDS: dict[str, Callable[[Phrase], int]] = {"ballroom": ballrooms.third, "bandai": styles.third}
"""Sources with a fixed third, 0, to choose by when none of it is trained on; the others are for reporting.

What a fold leaves out is a third of these alone; all other sources are divided the same in every fold.
"""
