"""Retrieval on phrases held out from training: what a checkpoint is chosen by."""

from train.caption import TRUE, Phrase, truth_table
from train.encoders import Encoders
from train.metrics import both_directions


def validate(encoders: Encoders, phrases: list[Phrase]) -> dict[str, dict[str, float]]:
    """Retrieval among `phrases` with one caption each; every phrase that a caption is true of counts as found."""
    captions = [phrase.captions[index % len(phrase.captions)] for index, phrase in enumerate(phrases)]
    table = truth_table([caption.claims for caption in captions], [phrase.attributes for phrase in phrases])
    text = encoders.encode_text([caption.text for caption in captions])
    return both_directions(text, encoders.encode_dance([phrase.positions for phrase in phrases]), table == TRUE)
