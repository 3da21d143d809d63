"""Any folder of motion files with a `captions.csv`: columns file and caption, several rows a file are fine.

One file in five, told by a hash of its name, is left out of training. That does not change when files are added, and is
the same in every fold.
"""

import zlib
from pathlib import Path

from motion.captions import read_captions
from motion.command import InputError
from motion.phrases import cut_phrases
from train.caption import Attributes, Caption, Phrase
from train.real.parts import wanted
from train.real.reading import read_clips

ONE_IN = 5


def captioned(folder: Path, part: str, fold: int) -> list[Phrase]:
    """Phrases of the files, each with all captions of its file and its file's name as source.

    Files that cannot be read are named and left out. Raises InputError if nothing is left of that part.
    """
    texts = read_captions(folder / "captions.csv")
    some = {folder / name: name for name in texts if wanted(part, _left_out(name))}
    phrases = []
    for path, clip in read_clips(folder.name, list(some)):
        attributes, captions = claimed(texts[some[path]])
        phrases += [Phrase(each, attributes, captions, some[path]) for each in cut_phrases(clip)]
    if not phrases:
        raise InputError(
            f"found no readable clip for the part {part!r} in {folder.name}; its captions.csv names {len(texts)} "
            f"files, {len(some)} of them for that part."
        )
    return phrases


def claimed(texts: list[str]) -> tuple[Attributes, tuple[Caption, ...]]:
    """What a clip is, and its captions, of which each claims just that.

    The first caption stands for the clip, but for capitals, spaces and a full stop. So every caption of a clip is true
    of it and of the clips that begin with the same one; of all others in such words it counts as false.
    """
    attributes = Attributes((" ".join(texts[0].lower().rstrip(" .").split()),), own_words=True)
    return attributes, tuple(Caption(text, attributes) for text in texts)


def _left_out(name: str) -> bool:
    return zlib.crc32(name.encode()) % ONE_IN == 0
