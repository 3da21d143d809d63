"""What a training has before its first step: a model, what is known of its texts, and what moves its weights."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from motion.phrases import pad
from train.average import copied
from train.batch import dance
from train.caption import Phrase
from train.config import Config
from train.dual_encoder import DanceTextModel, half_precision
from train.exported import start_from
from train.features import Features, raw_features, there
from train.model import build
from train.off_topic import off_topic
from train.statistics import Statistics, raw_statistics
from train.text_encoder import StemCache, load_tokenizer

OFF_TOPIC = 4000
"""Texts about no dance that a training draws from, at most."""
OF_STEPS, OF_TEXTS = 1, 2
"""Last numbers of the seeds of an epoch's draws, and of the texts about no dance. Without these, both would draw the
numbers that made the studio's phrases (`train.corpus`): to NumPy the seeds 0, [0, 0] and [0, 0, 0] are one."""


@dataclass(eq=False)
class Learner:
    """A model that learns. optimiser: its groups are all but BERT, then BERT's tuned layers, if any.

    cache: what BERT's frozen layers make of every text of the training. strangers: those of the texts that are about no
    dance. start: the weights of the exported models that it started from, none for a training from nothing.
    """

    model: DanceTextModel
    optimiser: torch.optim.AdamW
    cache: StemCache
    strangers: list[str]
    start: dict[str, Tensor]


def prepare(config: Config, phrases: list[Phrase], known: dict[str, Tensor] | None) -> Learner:
    """A learner that has taken no step. known: as `train.loop.fit` has it."""
    model, start = build(config), {}
    if config.start:
        start_from(Path(config.start), config, model)
        start = copied(model.learned())
    cache = StemCache(model.text, load_tokenizer(config.bert), known)
    texts = [caption.text for phrase in phrases for caption in phrase.captions]
    strangers = []
    if not model.pairs_alone:
        rng = np.random.default_rng([config.seed, 0, OF_TEXTS])
        strangers = off_topic(rng, min(OFF_TOPIC, len(phrases)))
        texts += [rival.text for phrase in phrases for rival in phrase.rivals] + strangers
    with half_precision():  # as the layers that learn from this are run
        cache.add(texts)
    if not config.start:
        _measure_features(model, phrases, config.phrase_length)
    return Learner(model, _optimiser(model, config), cache, strangers, start)


@torch.no_grad()
def _measure_features(model: DanceTextModel, phrases: list[Phrase], window: int = 0, sample: int = 512) -> None:
    """Set the means and deviations by which the dance encoder standardises, from training phrases."""
    rng = np.random.default_rng(0)
    chosen = rng.choice(len(phrases), size=min(sample, len(phrases)), replace=False)
    padded, lengths = (
        torch.from_numpy(each) for each in pad([dance(rng, phrases[index].positions, window) for index in chosen])
    )
    mask = there(padded, lengths)
    raw = raw_features(padded, mask)
    for part in model.dance.modules():
        if isinstance(part, Features | Statistics):
            values = raw[mask] if isinstance(part, Features) else raw_statistics(padded, raw, mask)
            part.mean.copy_(values.mean(0))
            part.std.copy_(values.std(0, correction=0).clamp(min=1e-2))


def _optimiser(model: DanceTextModel, config: Config) -> torch.optim.AdamW:
    """Over all that learns: BERT's tuned layers, if any, at a rate of their own."""
    tuned = set(model.text.tuned.parameters())
    others = [parameter for parameter in model.parameters() if parameter.requires_grad and parameter not in tuned]
    groups = [
        {"params": others, "lr": config.rate},
        {"params": list(model.text.tuned.parameters()), "lr": config.text_rate},
    ]
    return torch.optim.AdamW(groups, weight_decay=0.05)
