"""The comparison: methods x seeds, trained alike, measured alike, one table.

Every run has a file of its own, written when it is measured, so that a stopped comparison goes on where it was.
"""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import torch
from torch import Tensor

from motion.command import InputError
from motion.whole import write_text
from train.baselines.chance import Chance
from train.bench.measure import Measure, summary
from train.bench.rows import Rows
from train.caption import Phrase
from train.config import Config
from train.corpus import mixed, studio, unseen
from train.encoders import Encoders
from train.loop import fit
from train.model import TorchEncoders, load_run
from train.real.parts import FOLDS
from train.real.sources import read
from train.recipes import FROM_NOTHING, RECIPES
from train.text_encoder import StemCache, load_tokenizer

CHANCE = "chance"
METHODS = (*FROM_NOTHING, CHANCE)
SEEDS = """Seeds differ in how a training begins, in what order it goes, and in the real motion that it leaves out. All
learn from the same dances of the studio: what others would have made of a method is in no interval."""
"""To be said wherever the figures of several seeds are."""
VALIDATION = 400
"""Phrases by which a checkpoint is chosen."""
UNBOUNDED = 10_000
"""Epochs: it is time that ends a training here."""


@dataclass(frozen=True)
class Plan:
    """What to compare. phrases, minutes: of each training, the same for all. mocap: folders of real motion by name.

    queries: to the gallery. seeds: runs of each method; each leaves out another fold.

    All seeds learn from the same dances of the studio: between them, intervals hold how a training begins and in what
    order it goes, and with real motion the fold.
    """

    out: Path = Path("runs/suite")
    methods: tuple[str, ...] = METHODS
    seeds: int = 3
    phrases: int = 8000
    minutes: float = 10.0
    mocap: dict[str, Path] = field(default_factory=dict)
    queries: list[dict] = field(default_factory=list)

    def __post_init__(self) -> None:
        for name in ("seeds", "phrases"):
            if getattr(self, name) < 1:
                raise InputError(f"found {name} {getattr(self, name)}; accepted is 1 or more.")
        if not 0 < self.minutes < math.inf:
            raise InputError(
                f"found {self.minutes:g} minutes; accepted is more than 0, as it is time that ends a training."
            )


def compare(plan: Plan) -> dict[str, dict[str, dict[str, float]]]:
    """Train and measure what has not been yet; returns {row: {method: summary}} and writes it as suite.json."""
    plan.out.mkdir(parents=True, exist_ok=True)
    _same_as_before(plan)
    rows, school = Rows(plan.mocap, plan.queries), School(plan)
    found: dict[str, dict[str, list[Measure]]] = {}
    for method, real, seed in _runs(plan):
        name = f"{method}-{'real' if real else 'studio'}-{seed}"
        stored = plan.out / f"{name}.json"
        if not stored.exists():
            print(f"== {name}", flush=True)
            encoders = Chance(seed=seed) if method == CHANCE else school.train(method, real, seed, plan.out / name)
            if real:
                measured = rows.trained(encoders, fold(seed), {*plan.mocap})
            else:
                measured = rows.studio(encoders) | rows.strange(encoders)
            write_text(stored, json.dumps({row: measure.as_json() for row, measure in measured.items()}))
        for row, measure in json.loads(stored.read_text(encoding="utf-8")).items():
            found.setdefault(row, {}).setdefault(method, []).append(Measure.from_json(measure))
    table = {row: {method: summary(runs) for method, runs in methods.items()} for row, methods in found.items()}
    write_text(plan.out / "suite.json", json.dumps(table, indent=1) + "\n")
    return table


def _same_as_before(plan: Plan) -> None:
    """Note what the runs of a folder are made of. Raises InputError where runs of something else stand already."""
    mocap = {name: str(path.resolve()) for name, path in plan.mocap.items()}
    told = {"phrases": plan.phrases, "minutes": plan.minutes, "mocap": mocap, "queries": plan.queries}
    path = plan.out / "plan.json"
    if path.exists() and json.loads(path.read_text(encoding="utf-8")) != told:
        raise InputError(f"found a comparison with other settings in {plan.out}; name another folder by --out.")
    write_text(path, json.dumps(told) + "\n")


def _runs(plan: Plan) -> Iterator[tuple[str, bool, int]]:
    """Method, whether real motion is trained on too, and seed; seed by seed, so that a part is a comparison as well."""
    for seed in range(plan.seeds):
        for method in dict.fromkeys(plan.methods):
            yield method, False, seed
            if plan.mocap:
                yield method, True, seed


def fold(seed: int) -> int:
    """The third of real motion that the runs of a seed leave out; the first, by which choices are made, comes last."""
    return (seed + 1) % len(FOLDS)


@dataclass(eq=False)
class School:
    """What every method is trained on.

    known: what BERT's frozen layers make of texts, by the number of its layers that are not frozen.
    """

    plan: Plan
    known: dict[int, dict[str, Tensor]] = field(default_factory=dict)

    def train(self, method: str, real: bool, seed: int, out: Path) -> Encoders:
        """Train a method into `out` for as long as every other; returns the best of its checkpoints."""
        mocap = tuple((name, str(path)) for name, path in self.plan.mocap.items()) if real else ()
        common = {"phrases": self.plan.phrases, "minutes": self.plan.minutes, "epochs": UNBOUNDED, "seed": seed}
        config = Config(**RECIPES[method] | common, fold=fold(seed), mocap=mocap)
        out.mkdir(exist_ok=True)
        config.save(out / "config.json")
        known = self.known.setdefault(config.tuned, {})
        recordings = [read(name, Path(path), "train", config.fold) for name, path in mocap]
        threads = torch.get_num_threads()
        torch.set_num_threads(1)  # the minutes of a training are of one core, whatever could use two
        try:
            fit(config, mixed(self._studio, *recordings), self._validation, out, known)
        finally:
            torch.set_num_threads(threads)
        model, _ = load_run(out)
        return TorchEncoders(model, StemCache(model.text, load_tokenizer(config.bert), known))

    @cached_property
    def _studio(self) -> list[Phrase]:
        return studio(self.plan.phrases, 0)

    @cached_property
    def _validation(self) -> list[Phrase]:
        return unseen(VALIDATION, 0)
