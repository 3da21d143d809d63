"""The comparison: methods x seeds, trained alike, measured alike, one table.

Every run has a file of its own, written when it is measured, so that a stopped comparison goes on where it was.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np
from torch import Tensor

from train.baselines.chance import Chance
from train.bench.corpus import Corpus
from train.bench.known_rows import known
from train.bench.measure import Measure, summary
from train.bench.queries import ask
from train.bench.real_rows import actions, captioned, genres
from train.bench.studio_rows import compositions, minimal_pairs, notebook
from train.caption import Phrase
from train.config import Config
from train.corpus import studio, unseen
from train.encoders import Encoders
from train.loop import fit
from train.model import TorchEncoders, load_run
from train.real.bandai import style
from train.real.parts import FOLDS
from train.real.sources import SOURCES, THIRDS
from train.recipes import RECIPES
from train.text_encoder import StemCache, load_tokenizer, sentence_embeddings

CHANCE = "chance"
METHODS = (*RECIPES, CHANCE)
CHOOSING = 0
"""The third of the recordings that was looked at while the encoder was being made."""
VALIDATION = 400
"""Phrases by which a checkpoint is chosen."""
UNBOUNDED = 10_000
"""Epochs: it is time that ends a training here."""


@dataclass(frozen=True)
class Plan:
    """What to compare. phrases, minutes: of each training, the same for all. mocap: folders of real motion by name.

    queries: a file of queries to the gallery, or None. seeds: runs of each method; each leaves out another fold.
    """

    out: Path = Path("runs/suite")
    methods: tuple[str, ...] = METHODS
    seeds: int = 3
    phrases: int = 8000
    minutes: float = 3.0
    mocap: dict[str, Path] = field(default_factory=dict)
    queries: Path | None = None


def compare(plan: Plan) -> dict[str, dict[str, dict[str, float]]]:
    """Train and measure what has not been yet; returns {row: {method: summary}} and writes it as suite.json."""
    plan.out.mkdir(parents=True, exist_ok=True)
    rows = Rows(plan)
    found: dict[str, dict[str, list[Measure]]] = {}
    for method, real, seed in _runs(plan):
        name = f"{method}-{'real' if real else 'studio'}-{seed}"
        stored = plan.out / f"{name}.json"
        if not stored.exists():
            print(f"== {name}", flush=True)
            encoders = Chance(seed) if method == CHANCE else _trained(plan, rows, method, real, seed, plan.out / name)
            measures = (
                rows.trained(encoders, seed % len(FOLDS)) if real else rows.studio(encoders) | rows.zero_shot(encoders)
            )
            stored.write_text(json.dumps({row: measure.as_json() for row, measure in measures.items()}))
        for row, measure in json.loads(stored.read_text()).items():
            found.setdefault(row, {}).setdefault(method, []).append(Measure.from_json(measure))
    table = {row: {method: summary(runs) for method, runs in methods.items()} for row, methods in found.items()}
    (plan.out / "suite.json").write_text(json.dumps(table, indent=1) + "\n")
    return table


def _runs(plan: Plan) -> Iterator[tuple[str, bool, int]]:
    for seed in range(plan.seeds):
        for method in plan.methods:
            yield method, False, seed
            if plan.mocap:
                yield method, True, seed


def _trained(plan: Plan, rows: "Rows", method: str, real: bool, seed: int, out: Path) -> Encoders:
    mocap = tuple((name, str(path)) for name, path in plan.mocap.items()) if real else ()
    common = {"phrases": plan.phrases, "minutes": plan.minutes, "epochs": UNBOUNDED, "seed": seed}
    config = Config(**RECIPES[method] | common, fold=seed % len(FOLDS), mocap=mocap)
    out.mkdir(exist_ok=True)
    config.save(out / "config.json")
    known = rows.known.setdefault(config.tuned, {})
    fit(config, rows.training(real, seed), rows.validation, out, known)
    model, _ = load_run(out)
    return TorchEncoders(model, StemCache(model.text, load_tokenizer(config.bert), known))


@dataclass(eq=False)
class Rows:
    """All that is trained and measured on, made when first needed and kept for every method.

    known: what BERT's frozen layers make of texts, by the number of its layers that are not.

    Of real motion, zero-shot figures leave out the third that choices were made by (`train.real.sources.THIRDS`).
    """

    plan: Plan
    corpus: Corpus = field(default_factory=lambda: Corpus())
    known: dict[int, dict[str, Tensor]] = field(default_factory=dict)

    def training(self, real: bool, seed: int) -> list[Phrase]:
        if not real:
            return self._studio
        parts = (SOURCES[name](path, "train", seed % len(FOLDS)) for name, path in self.plan.mocap.items())
        return self._studio + [phrase for part in parts for phrase in part]

    @cached_property
    def _studio(self) -> list[Phrase]:
        return studio(self.plan.phrases, 0)

    @cached_property
    def validation(self) -> list[Phrase]:
        return unseen(VALIDATION, 0)

    @cached_property
    def _meaning(self) -> np.ndarray:
        return sentence_embeddings([phrase.captions[0].text for phrase in self.corpus.held_out])

    @cached_property
    def _recordings(self) -> dict[str, list[Phrase]]:
        """Whole sources where a third is kept to choose by; else what is published as their test part."""
        return {
            name: SOURCES[name](path, "all" if name in THIRDS else "test", 0) for name, path in self.plan.mocap.items()
        }

    def studio(self, encoders: Encoders) -> dict[str, Measure]:
        """Rows on dances and texts of the project's own."""
        found = compositions(encoders, self.corpus, self._meaning)
        found |= notebook(encoders, self.corpus) | minimal_pairs(encoders, self.corpus) | known(encoders, self.corpus)
        if self.plan.queries:
            found |= ask(encoders, self.corpus, json.loads(self.plan.queries.read_text()))
        return {f"studio: {name}": measure for name, measure in found.items()}

    def zero_shot(self, encoders: Encoders) -> dict[str, Measure]:
        """Real motion for a method that was trained on the studio alone."""
        found = {}
        for name, phrases in self._recordings.items():
            third = THIRDS.get(name, lambda phrase: None)
            found |= _real(encoders, name, [phrase for phrase in phrases if third(phrase) != CHOOSING], "zero-shot")
        return found

    def trained(self, encoders: Encoders, fold: int) -> dict[str, Measure]:
        """Real motion for a method that was trained with all of it but this fold, which is measured."""
        parts = ((name, SOURCES[name](path, "test", fold)) for name, path in self.plan.mocap.items())
        return {row: each for name, left in parts for row, each in _real(encoders, name, left, "trained").items()}


def _real(encoders: Encoders, name: str, phrases: list[Phrase], how: str) -> dict[str, Measure]:
    """Rows of one source. The first Bandai data set, of another recording set-up, stands by itself."""
    found = {}
    if name == "ballroom":
        found = genres(encoders, phrases)
    elif name == "bandai":
        for session in sorted({phrase.source.split("/")[0] for phrase in phrases}):
            own = [phrase for phrase in phrases if phrase.source.startswith(session + "/")]
            measures = actions(encoders, own, [style(phrase) for phrase in own])
            found |= {f"{session.removeprefix('bandai ')}, {row}": each for row, each in measures.items()}
    else:
        found = captioned(encoders, phrases)
    return {f"{name}, {how}: {row}": each for row, each in found.items()}
