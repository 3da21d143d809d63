"""A gallery of somebody's own labelled phrases, in the place of the studio's."""

from pathlib import Path

from demo.encoders import Encoders
from demo.gallery import Gallery
from demo.index import UNKNOWN, build_gallery
from motion import Clip
from motion.canonical import FPS
from train.labelled import labelled
from train.studio.repertoire import gallery_attributes


def own_gallery(corpus: Path, encoders: Encoders) -> Gallery:
    """The phrases of a table of labels, each called by its label and told by its file and number."""
    phrases = labelled(corpus)
    attributes = [phrase.attributes for phrase in phrases]
    return build_gallery(
        [Clip(phrase.positions, FPS) for phrase in phrases],
        [[each.moves[0].replace("_", " ")] for each in attributes],
        [UNKNOWN if each.own_words else gallery_attributes(each) for each in attributes],
        [phrase.source for phrase in phrases],
        [f"{phrase.source}#{number}" for number, phrase in enumerate(phrases, 1)],
        encoders,
    )
