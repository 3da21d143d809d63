"""The training loop: batches, optimiser, validation, checkpoints. Can be stopped at any time and taken up again."""

import json
import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from tqdm import tqdm

from motion.command import InputError
from motion.phrases import pad
from motion.whole import whole, write_text
from train.batch import Batch, dance, draw
from train.batch import epoch as batches
from train.caption import Phrase
from train.config import Config
from train.dual_encoder import DanceTextModel, half_precision
from train.exported import half_way, start_from
from train.features import Features, raw_features, there
from train.model import TorchEncoders, build
from train.off_topic import off_topic
from train.statistics import Statistics, raw_statistics
from train.text_encoder import StemCache, load_tokenizer
from train.validate import validate

OFF_TOPIC = 4000
"""Texts about no dance that a training draws from, at most."""
WARM_UP, DECAY, LOWEST = 0.06, 0.2, 0.2
"""Shares of the training in which the learning rate rises and falls, and what part of it is left at the end."""
AVERAGED = 0.5
"""Share of the training, its last part, whose weights count: their mean (Izmailov et al., "Averaging weights leads to
wider optima and better generalization", arXiv 1803.05407; of every step: Cha et al., "SWAD", arXiv 2102.08604)."""
STEPS, STRANGERS = 1, 2
"""Last numbers of the seeds of an epoch's draws, and of the texts about no dance. Without these, both would draw the
numbers that made the studio's phrases (`train.corpus`): to NumPy the seeds 0, [0, 0] and [0, 0, 0] are one."""
VALIDATE_EVERY = 0.08
"""Share of the training from one look at the held-out phrases to the next."""


def fit(
    config: Config,
    phrases: list[Phrase],
    held_out: list[Phrase],
    out: Path,
    known: dict[str, Tensor] | None = None,
    begun: float | None = None,
) -> dict:
    """Train into `out` (config.json, last.pt, best.pt, log.jsonl), going on from last.pt; returns the best scores.

    known: what BERT's frozen layers make of texts, from another training that has as many of them frozen.
    begun: when the phrases were begun to be made, by `time.monotonic`, if that counts as time of the training.

    Minutes of steps are of this thread's processor time, so that one training beside others learns no less than one
    alone.
    The checkpoint kept as best.pt is the one with the highest mean R@1 of both directions on `held_out`. In the last
    half of a training it has the mean of that half's weights so far; in one that started from exported models, half way
    to them.
    """
    torch.manual_seed(config.seed)
    model = build(config)
    start = None
    if config.start:
        start_from(Path(config.start), config, model)
        start = _copy(model.learned())
    cache = StemCache(model.text, load_tokenizer(config.bert), known)
    encoders = TorchEncoders(model, cache)
    texts = [caption.text for phrase in phrases for caption in phrase.captions]
    strangers = []
    if not model.pairs_alone:
        strangers = off_topic(np.random.default_rng([config.seed, 0, STRANGERS]), min(OFF_TOPIC, len(phrases)))
        texts += [rival.text for phrase in phrases for rival in phrase.rivals] + strangers
    with half_precision():  # as the layers that learn from this are run
        cache.add(texts)
    if not config.start:
        measure_features(model, phrases, config.phrase_length)
    optimiser = _optimiser(model, config)
    rates = [group["lr"] for group in optimiser.param_groups]
    spent = (time.monotonic() - begun) / 60 if begun is not None else 0.0
    state, mean = _resume(out, model, optimiser, _left(config.minutes, spent))
    steps = -(-len(phrases) // config.batch)
    while state["share"] < 1:
        epoch, started = state["epoch"], time.thread_time()
        rng = np.random.default_rng([config.seed, epoch, STEPS])
        torch.manual_seed(100_000 * config.seed + epoch)
        model.train()
        losses = []
        bar = tqdm(batches(rng, phrases, config.batch), total=steps, desc=f"epoch {epoch + 1}/{config.epochs}")
        for step, batch in enumerate(bar):
            minutes = state["minutes"] + (time.thread_time() - started) / 60
            share = _share(config.epochs, state["budget"], epoch + step / steps, minutes)
            if share >= 1:
                break
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * min(share / WARM_UP + 0.02, LOWEST + (1 - LOWEST) * (1 - share) / DECAY, 1)
            losses.append(_step(model, optimiser, draw(rng, batch, cache, strangers, config.phrase_length)))
            if share >= 1 - AVERAGED:
                state["averaged"] += 1
                mean = _mean(mean, model.learned(), state["averaged"])
            bar.set_postfix(loss=f"{np.mean(losses[-50:]):.3f}")
        bar.close()
        state["minutes"] += (time.thread_time() - started) / 60
        state |= {"epoch": epoch + 1, "share": _share(config.epochs, state["budget"], epoch + 1, state["minutes"])}
        if state["share"] - state["validated"] >= VALIDATE_EVERY or state["share"] >= 1:
            weights = mean or model.learned()
            with _wearing(model, half_way(start, weights) if start else weights):
                _validate(config, encoders, held_out, state, float(np.mean(losses or [np.nan])), out)
        learned = {"model": model.learned(), "mean": mean}
        _save(out / "last.pt", {**learned, "optimiser": optimiser.state_dict(), "state": state})
    return state["scores"]


def finished(out: Path) -> dict | None:
    """The best scores of the training in `out`, or None where none has ended."""
    if not (out / "last.pt").exists():
        return None
    state = torch.load(out / "last.pt", weights_only=True)["state"]
    return state["scores"] if state["share"] >= 1 else None


def _left(minutes: float, spent: float) -> float:
    """Minutes that are left for steps, at least half of all; 0 for no limit."""
    return max(minutes - spent, minutes / 2)


def _share(epochs: int, budget: float, passed: float, minutes: float) -> float:
    """How much of the training is behind, 0 to 1: of its epochs or, on a slow machine, of the minutes for its steps."""
    return min(1.0, max(passed / epochs, minutes / budget if budget else 0))


def _mean(mean: dict[str, Tensor], weights: dict[str, Tensor], count: int) -> dict[str, Tensor]:
    """The mean of `count` sets of weights, of which these are the last."""
    return {name: mean[name].lerp_(value, 1 / count) for name, value in weights.items()} if mean else _copy(weights)


def _copy(weights: dict[str, Tensor]) -> dict[str, Tensor]:
    return {name: value.clone() for name, value in weights.items()}


@contextmanager
def _wearing(model: DanceTextModel, weights: dict[str, Tensor]) -> Iterator[None]:
    """The model with other weights; it has its own again afterwards."""
    own = _copy(model.learned())
    model.load_learned(weights)
    try:
        yield
    finally:
        model.load_learned(own)


def _validate(config: Config, encoders: TorchEncoders, held_out: list[Phrase], state: dict, loss: float, out: Path):
    """Measure, log, and keep the model if it is the best so far."""
    scores = validate(encoders, held_out)
    mean = float(np.mean([direction["R@1"] for direction in scores.values()]))
    state["validated"] = state["share"]
    line = {"epoch": state["epoch"], "loss": loss, "minutes": state["minutes"], "scores": scores}
    with (out / "log.jsonl").open("a") as log:
        log.write(json.dumps(line) + "\n")
    print(f"  loss {loss:.3f}  {summary(scores)}  {state['minutes']:.1f} min", flush=True)
    if mean >= state["best"]:
        state |= {"best": mean, "scores": scores}
        _save(out / "best.pt", {"model": encoders.model.learned(), "scores": scores, "config": asdict(config)})


def _optimiser(model: DanceTextModel, config: Config) -> torch.optim.AdamW:
    """Over all that learns: BERT's tuned layers, if any, at a rate of their own."""
    tuned = set(model.text.tuned.parameters())
    others = [parameter for parameter in model.parameters() if parameter.requires_grad and parameter not in tuned]
    groups = [
        {"params": others, "lr": config.rate},
        {"params": list(model.text.tuned.parameters()), "lr": config.text_rate},
    ]
    return torch.optim.AdamW(groups, weight_decay=0.05)


def _step(model: DanceTextModel, optimiser, batch: Batch) -> float:
    loss = model.loss(batch)
    if not loss.isfinite():
        raise InputError(
            "found a loss that is no number; go on from the last epoch by --resume, or use a lower --rate."
        )
    optimiser.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimiser.step()
    return loss.item()


@torch.no_grad()
def measure_features(model: DanceTextModel, phrases: list[Phrase], window: int = 0, sample: int = 512) -> None:
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
            part.std.copy_(values.std(0).clamp(min=1e-2))


def _resume(out: Path, model, optimiser, budget: float) -> tuple[dict, dict[str, Tensor]]:
    """How far the training in `out` is, and the mean of the weights that count so far, if any do."""
    fresh = {"epoch": 0, "share": 0.0, "validated": 0.0, "best": -1.0, "minutes": 0.0, "budget": budget, "scores": {}}
    fresh["averaged"] = 0
    if not (out / "last.pt").exists():
        return fresh, {}
    saved = torch.load(out / "last.pt", weights_only=True)
    model.load_learned(saved["model"])
    optimiser.load_state_dict(saved["optimiser"])
    print(f"going on after epoch {saved['state']['epoch']}")
    if (log := out / "log.jsonl").exists():  # stopped between measuring and saving, it would measure an epoch twice
        lines = log.read_text().splitlines(keepends=True)
        write_text(log, "".join(line for line in lines if _epoch(line) <= saved["state"]["epoch"]))
    return fresh | saved["state"], saved["mean"]


def _epoch(line: str) -> float:
    """The epoch of a line of the log; later than any where the line was cut short."""
    try:
        return json.loads(line)["epoch"]
    except ValueError:
        return math.inf


def _save(path: Path, content: dict) -> None:
    with whole(path) as partial:
        torch.save(content, partial)


def summary(scores: dict) -> str:
    """Scores of both directions on one line."""
    return "  ".join(f"{name} R@1 {value['R@1']:.1f} R@10 {value['R@10']:.1f}" for name, value in scores.items())
