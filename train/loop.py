"""The training loop: batches, optimiser, validation, checkpoints. Can be stopped at any time and taken up again."""

import json
import math
import time
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
from tqdm import tqdm

from motion.phrases import pad
from train.baselines.handmade import Statistics, raw_statistics
from train.batch import Batch, dance, draw
from train.batch import epoch as batches
from train.caption import Phrase
from train.config import Config
from train.dual_encoder import DanceTextModel
from train.evaluate import validate
from train.features import Features, raw_features
from train.model import TorchEncoders, build
from train.text_encoder import StemCache, load_tokenizer


def fit(config: Config, phrases: list[Phrase], held_out: list[Phrase], out: Path) -> dict:
    """Train into `out` (config.json, last.pt, best.pt, log.jsonl), going on from last.pt; returns the best scores.

    The checkpoint kept as best.pt is the one with the highest mean R@1 of both directions on `held_out`.
    """
    torch.manual_seed(config.seed)
    model = build(config)
    cache = StemCache(model.text, load_tokenizer(config.bert))
    encoders = TorchEncoders(model, cache)
    cache.add([caption.text for phrase in phrases for caption in phrase.captions])
    measure_features(model, phrases, config.phrase_length)
    optimiser = _optimiser(model, config)
    rates = [group["lr"] for group in optimiser.param_groups]
    state = _resume(out, model, optimiser)
    steps = -(-len(phrases) // config.batch)
    for epoch in range(state["epoch"], config.epochs):
        planned = _planned(config, state)
        if epoch >= planned:
            print(f"stopping after {state['minutes']:.0f} minutes")
            break
        started = time.monotonic()
        rng = np.random.default_rng([config.seed, epoch])
        torch.manual_seed(config.seed * 1000 + epoch)
        model.train()
        losses = []
        bar = tqdm(batches(rng, phrases, config.batch), total=steps, desc=f"epoch {epoch + 1}/{config.epochs}")
        for step, batch in enumerate(bar):
            share = (epoch + step / steps) / planned
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * min(1, epoch + step / steps + 0.02) * 0.5 * (1 + math.cos(math.pi * share))
            losses.append(_step(model, optimiser, draw(rng, batch, cache, config.phrase_length)))
            bar.set_postfix(loss=f"{np.mean(losses[-50:]):.3f}")
        scores = validate(encoders, held_out)
        mean = float(np.mean([direction["R@1"] for direction in scores.values()]))
        state["minutes"] += (time.monotonic() - started) / 60
        state["epoch"] = epoch + 1
        line = {"epoch": epoch + 1, "loss": float(np.mean(losses)), "minutes": state["minutes"], "scores": scores}
        with (out / "log.jsonl").open("a") as log:
            log.write(json.dumps(line) + "\n")
        print(f"  loss {line['loss']:.3f}  {_summary(scores)}  {state['minutes']:.1f} min", flush=True)
        if mean >= state["best"]:
            state |= {"best": mean, "scores": scores}
            _save(out / "best.pt", {"model": model.learned(), "scores": scores, "config": asdict(config)})
        _save(out / "last.pt", {"model": model.learned(), "optimiser": optimiser.state_dict(), "state": state})
    return state["scores"]


def _planned(config: Config, state: dict) -> int:
    """How many epochs there will be: fewer than asked for where, at the pace so far, time allows no more."""
    if not config.minutes or state["epoch"] == 0:
        return config.epochs
    return min(config.epochs, int(config.minutes * state["epoch"] / state["minutes"]))


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
    padded, lengths = (torch.from_numpy(each) for each in pad([dance(rng, phrases[index], window) for index in chosen]))
    mask = torch.arange(padded.shape[1])[None] < lengths[:, None]
    for part in model.dance.modules():
        if isinstance(part, Features | Statistics):
            values = raw_features(padded, mask)[mask] if isinstance(part, Features) else raw_statistics(padded, mask)
            part.mean.copy_(values.mean(0))
            part.std.copy_(values.std(0).clamp(min=1e-2))


def _resume(out: Path, model, optimiser) -> dict:
    fresh = {"epoch": 0, "best": -1.0, "minutes": 0.0, "scores": {}}
    if not (out / "last.pt").exists():
        return fresh
    saved = torch.load(out / "last.pt", weights_only=True)
    model.load_learned(saved["model"])
    optimiser.load_state_dict(saved["optimiser"])
    print(f"going on after epoch {saved['state']['epoch']}")
    return fresh | saved["state"]


def _save(path: Path, content: dict) -> None:
    """Write beside, then rename: a killed process leaves the old checkpoint whole."""
    partial = path.with_suffix(".part")
    torch.save(content, partial)
    partial.replace(path)


def _summary(scores: dict) -> str:
    return "  ".join(f"{name} R@1 {value['R@1']:.1f} R@10 {value['R@10']:.1f}" for name, value in scores.items())
