"""Rows on knowing what one does not know: texts about no movement, dances that are none."""

import json
from functools import cache
from pathlib import Path

import numpy as np

from train.bench.corpus import Corpus
from train.bench.measure import Measure, right
from train.encoders import Encoders


@cache
def texts() -> dict[str, list]:
    """off_topic, near_miss: texts about no movement, the latter in words that elsewhere mean one. movement: texts about
    the repertoire's moves, {"text", "move"}, written by people who did not see the words of training.
    """
    return json.loads((Path(__file__).parent / "texts.json").read_text(encoding="utf-8"))


def known(encoders: Encoders, corpus: Corpus) -> dict[str, Measure]:
    """AUROC, in percent: texts against the gallery's dances, by the best cosine; dances against its captions.

    Beside it, how often a text in other people's words finds a dance of its move first.
    """
    phrases, attributes = corpus.gallery
    dances = encoders.encode_dance([phrase.positions for phrase in phrases])
    captions = encoders.encode_text([phrase.captions[0].text for phrase in phrases])
    about = [each["text"] for each in texts()["movement"]]
    cosine = encoders.encode_text(about) @ dances.T
    hits = [attributes[index]["moves"] for index in cosine.argmax(axis=1)]
    wanted = [each["move"] for each in texts()["movement"]]
    found = {"other people's words, move right": right(wanted, [
        move if move in hit else hit[0] for move, hit in zip(wanted, hits, strict=True)
    ])}  # fmt: skip
    for name in ("off_topic", "near_miss"):
        foreign = (encoders.encode_text(texts()[name]) @ dances.T).max(axis=1)
        found[f"text refused, {name.replace('_', ' ')}"] = _auroc(cosine.max(axis=1), foreign)
    sound = (encoders.encode_dance([phrase.positions for phrase in corpus.held_out]) @ captions.T).max(axis=1)
    for name, odd in corpus.odd.items():
        found[f"dance refused, {name}"] = _auroc(sound, (encoders.encode_dance(odd) @ captions.T).max(axis=1))
    return found


def _auroc(sound: np.ndarray, foreign: np.ndarray) -> Measure:
    """How often something sound is above something foreign; when items are drawn again, those of both kinds."""
    kinds = np.repeat(["sound", "foreign"], [len(sound), len(foreign)])
    return Measure(np.concatenate([sound, foreign]), kinds, above=True)
