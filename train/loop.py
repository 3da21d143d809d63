"""The training loop: batches, optimiser, validation, checkpoints. Can be stopped at any time and taken up again."""

import json
import math
import time
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from tqdm import tqdm

from motion.command import InputError
from motion.whole import whole, write_text
from train.average import mean_with, wearing
from train.batch import Batch, draw
from train.batch import epoch as batches
from train.caption import Phrase
from train.config import Config
from train.dual_encoder import DanceTextModel
from train.exported import half_way
from train.model import TorchEncoders
from train.prepare import OF_STEPS, Learner, prepare
from train.validate import validate

WARM_UP, DECAY, LOWEST = 0.06, 0.2, 0.2
"""Shares of the training in which the learning rate rises and falls, and what part of it is left at the end."""
AVERAGED = 0.5
"""Share of the training, its last part, whose weights count: their mean (Izmailov et al., "Averaging weights leads to
wider optima and better generalization", arXiv 1803.05407; of every step: Cha et al., "SWAD", arXiv 2102.08604)."""
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
    learner = prepare(config, phrases, known)
    spent = (time.monotonic() - begun) / 60 if begun is not None else 0.0
    state, mean = _resume(out, learner, _left(config.minutes, spent))
    while state["share"] < 1:
        losses, mean = _epoch(config, learner, phrases, state, mean)
        if state["share"] - state["validated"] >= VALIDATE_EVERY or state["share"] >= 1:
            weights = mean or learner.model.learned()
            with wearing(learner.model, half_way(learner.start, weights) if learner.start else weights):
                _validate(config, learner, held_out, state, float(np.mean(losses or [np.nan])), out)
        learned = {"model": learner.model.learned(), "mean": mean}
        _save(out / "last.pt", {**learned, "optimiser": learner.optimiser.state_dict(), "state": state})
    return state["scores"]


def _epoch(
    config: Config, learner: Learner, phrases: list[Phrase], state: dict, mean: dict[str, Tensor]
) -> tuple[list[float], dict[str, Tensor]]:
    """All phrases once, or fewer where the time is over; the state goes on with it.

    mean: of the weights that count so far, if any do. Returns the loss of each step, and the mean after the last.
    """
    epoch, started, steps = state["epoch"], time.thread_time(), -(-len(phrases) // config.batch)
    rng = np.random.default_rng([config.seed, epoch, OF_STEPS])
    torch.manual_seed(100_000 * config.seed + epoch)
    learner.model.train()
    losses, minutes = [], state["minutes"]
    bar = tqdm(batches(rng, phrases, config.batch), total=steps, desc=f"epoch {epoch + 1}/{config.epochs}")
    for step, batch in enumerate(bar):
        share = _share(config.epochs, state["budget"], epoch + step / steps, minutes)
        if share >= 1:
            break
        _pace(learner.optimiser, config, share)
        drawn = draw(rng, batch, learner.cache, learner.strangers, config.phrase_length)
        losses.append(_step(learner.model, learner.optimiser, drawn))
        if share >= 1 - AVERAGED:
            state["averaged"] += 1
            mean = mean_with(mean, learner.model.learned(), state["averaged"])
        minutes = state["minutes"] + (time.thread_time() - started) / 60  # of whole steps: the first is at 0, always
        bar.set_postfix(loss=f"{np.mean(losses[-50:]):.3f}")
    bar.close()
    share = _share(config.epochs, state["budget"], epoch + 1, minutes)
    state |= {"epoch": epoch + 1, "share": share, "minutes": minutes}
    return losses, mean


def _pace(optimiser: torch.optim.AdamW, config: Config, share: float) -> None:
    """Set the learning rates for this share of the training: they rise, stay, and fall."""
    height = min(share / WARM_UP + 0.02, LOWEST + (1 - LOWEST) * (1 - share) / DECAY, 1)
    for group, rate in zip(optimiser.param_groups, (config.rate, config.text_rate), strict=True):
        group["lr"] = rate * height


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


def _validate(config: Config, learner: Learner, held_out: list[Phrase], state: dict, loss: float, out: Path) -> None:
    """Measure, log, and keep the model if it is the best so far."""
    scores = validate(TorchEncoders(learner.model, learner.cache), held_out)
    mean = float(np.mean([direction["R@1"] for direction in scores.values()]))
    state["validated"] = state["share"]
    line = {"epoch": state["epoch"], "loss": loss, "minutes": state["minutes"], "scores": scores}
    with (out / "log.jsonl").open("a", encoding="utf-8") as log:
        log.write(json.dumps(line) + "\n")
    print(f"  loss {loss:.3f}  {summary(scores)}  {state['minutes']:.1f} min", flush=True)
    if mean >= state["best"]:
        state |= {"best": mean, "scores": scores}
        _save(out / "best.pt", {"model": learner.model.learned(), "scores": scores, "config": asdict(config)})


def _step(model: DanceTextModel, optimiser, batch: Batch) -> float:
    loss = model.loss(batch)
    if not loss.isfinite():
        raise InputError("found a loss that is no number; train again into another folder with a lower --rate.")
    optimiser.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimiser.step()
    return loss.item()


def _resume(out: Path, learner: Learner, budget: float) -> tuple[dict, dict[str, Tensor]]:
    """How far the training in `out` is, and the mean of the weights that count so far, if any do."""
    fresh = {"epoch": 0, "share": 0.0, "averaged": 0, "validated": 0.0, "best": -1.0, "minutes": 0.0}
    fresh |= {"budget": budget, "scores": {}}
    if not (out / "last.pt").exists():
        return fresh, {}
    saved = torch.load(out / "last.pt", weights_only=True)
    learner.model.load_learned(saved["model"])
    learner.optimiser.load_state_dict(saved["optimiser"])
    print(f"going on after epoch {saved['state']['epoch']}")
    if (log := out / "log.jsonl").exists():  # stopped between measuring and saving, it would measure an epoch twice
        lines = log.read_text(encoding="utf-8").splitlines(keepends=True)
        write_text(log, "".join(line for line in lines if _epoch_of(line) <= saved["state"]["epoch"]))
    return fresh | saved["state"], saved["mean"]


def _epoch_of(line: str) -> float:
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
