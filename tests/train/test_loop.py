"""What the loop keeps, and what it is given to learn from and to choose by."""

from copy import deepcopy
from dataclasses import replace
from itertools import count
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.train.oracle import phrase
from train import __main__ as train
from train import corpus, holdout
from train.batch import epoch
from train.caption import Attributes, Phrase
from train.config import Config
from train.features import raw_features, there
from train.labelled import Labelled
from train.loop import _step, fit
from train.model import build
from train.off_topic import off_topic
from train.prepare import _measure_features
from train.recipes import RECIPES
from train.statistics import raw_statistics
from train.studio.choreographer import improvise
from train.studio.repertoire import load_moves


@pytest.fixture(scope="module")
def phrases() -> list[Phrase]:
    """Sixteen phrases, each of its first three and a half seconds."""
    load_moves()
    rng = np.random.default_rng(0)
    return [replace(each, positions=each.positions[:70]) for each in (improvise(rng, 2) for _ in range(16))]


def test_the_checkpoint_kept_is_the_best_and_not_the_last(phrases, tmp_path, monkeypatch):
    seen = []

    def validate(encoders, held_out):
        seen.append({name: value.clone() for name, value in encoders.model.learned().items()})
        recall = (10, 30, 20)[len(seen) - 1]
        return {"text_to_dance": {"R@1": recall - 5, "R@10": 0}, "dance_to_text": {"R@1": recall + 5, "R@10": 0}}

    monkeypatch.setattr("train.loop.validate", validate)
    scores = fit(Config(**RECIPES["handmade"], batch=8, epochs=3), phrases, phrases, tmp_path)
    best, last = (torch.load(tmp_path / f"{name}.pt", weights_only=True) for name in ("best", "last"))
    assert scores == best["scores"] == last["state"]["scores"]
    assert scores["dance_to_text"]["R@1"] == 35
    for saved, expected in ((best["model"], seen[1]), (last["mean"], seen[2])):
        assert all(torch.equal(saved[name], value) for name, value in expected.items())
    assert not torch.equal(seen[1]["dance.head.weight"], seen[2]["dance.head.weight"])


def test_the_weights_that_are_kept_are_the_mean_of_the_last_half(phrases, tmp_path, monkeypatch):
    stepped, seen = [], []

    def step(model, optimiser, batch):
        loss = _step(model, optimiser, batch)
        stepped.append({name: value.clone() for name, value in model.learned().items()})
        return loss

    def validate(encoders, held_out):
        seen.append({name: value.clone() for name, value in encoders.model.learned().items()})
        return {"text_to_dance": {"R@1": 0, "R@10": 0}}

    monkeypatch.setattr("train.loop._step", step)
    monkeypatch.setattr("train.loop.validate", validate)
    fit(Config(**RECIPES["handmade"], batch=4, epochs=2), phrases, phrases, tmp_path)
    assert (len(stepped), len(seen)) == (8, 2)
    for name, value in seen[1].items():
        torch.testing.assert_close(value, torch.stack([weights[name] for weights in stepped[4:]]).mean(0))
        assert torch.equal(seen[0][name], stepped[3][name])
    assert not torch.equal(seen[1]["dance.head.weight"], stepped[-1]["dance.head.weight"])


def test_rates_do_not_follow_the_clock_while_there_is_time(phrases, tmp_path, monkeypatch):
    clock, shares = count(), []
    monkeypatch.setattr("train.loop.time.thread_time", lambda: float(next(clock)))
    monkeypatch.setattr("train.loop._pace", lambda optimiser, config, share: shares.append(share))
    fit(Config(**RECIPES["handmade"], batch=8, epochs=2), phrases, phrases, tmp_path)
    assert shares == [0, 0.25, 0.5, 0.75]


def test_nothing_is_drawn_from_the_numbers_that_made_the_phrases(phrases, tmp_path, monkeypatch):
    drawn = []

    def noting(draw):
        def noted(rng, *args):
            drawn.append(deepcopy(rng).random())
            return draw(rng, *args)

        return noted

    for name, draw in (("prepare.off_topic", off_topic), ("loop.batches", epoch)):
        monkeypatch.setattr(f"train.{name}", noting(draw))
    fit(Config(**RECIPES["handmade"], batch=16, epochs=2), phrases, phrases, tmp_path)
    assert len(set(drawn)) == 3
    made = {np.random.default_rng([0, chunk]).random() for chunk in range(200)}
    assert not made & set(drawn)


def test_what_the_encoder_sees_of_a_dance_is_standardised(phrases, tmp_path, monkeypatch):
    """By the dances that it learns from, here as they are: the mean of each figure is 0 and its deviation 1."""
    monkeypatch.setattr("train.batch.augment", lambda rng, positions: positions)
    config = Config(width=16, layers=1, dim=16, batch=16, epochs=1)
    fit(config, phrases, phrases, tmp_path)
    model = build(config)
    model.load_learned(torch.load(tmp_path / "best.pt", weights_only=True)["model"])
    positions = torch.nn.utils.rnn.pad_sequence([torch.from_numpy(each.positions) for each in phrases], True)
    mask = there(positions, torch.tensor([len(each.positions) for each in phrases]))
    raw = raw_features(positions, mask)
    for part, values in (
        (model.dance.features, raw[mask]),
        (model.dance.statistics, raw_statistics(positions, raw, mask)),
    ):
        torch.testing.assert_close(part.mean, values.mean(0), atol=1e-3, rtol=1e-3)
        torch.testing.assert_close(part.std, values.std(0, correction=0).clamp(min=1e-2), atol=1e-3, rtol=1e-3)
        assert (part.std - 1).abs().mean() > 0.1
    _measure_features(model, phrases[:1])
    assert model.dance.statistics.std.isfinite().all(), "of one phrase too"


def test_a_checkpoint_is_chosen_by_other_compositions_and_other_dancers(monkeypatch):
    monkeypatch.setattr("train.corpus.studio", lambda count, seed, part: corpus._studio_chunk((seed, part, 0, count)))
    unseen = corpus.unseen(4, 3)
    assert {holdout.part(each.attributes) for each in unseen} == {holdout.VALIDATION}
    same_dancers = corpus.studio(4, 3, holdout.VALIDATION)
    assert len({corpus.fingerprint(some) for some in (unseen, same_dancers, corpus.unseen(4, 4))}) == 3


def test_labels_that_help_to_choose_are_not_learned(tmp_path, monkeypatch):
    places = [{"file": Path("a.bvh"), "start": 20 * number, "stop": 20 * number + 20} for number in range(10)]
    own = [
        Labelled(**vars(phrase(number, Attributes(("kick",)), f"own {number}")), **place)
        for number, place in enumerate(places)
    ]
    given = {}

    def fit(config, phrases, held_out, out, begun):
        given.update(learned={each.source for each in phrases}, held_out=[each.source for each in held_out])

    monkeypatch.setattr(train, "fit", fit)
    monkeypatch.setattr(train, "labelled", lambda path: own)
    monkeypatch.setattr(train, "studio", lambda count, seed: [phrase(0, Attributes(("kick",)), "studio")] * count)
    monkeypatch.setattr(train, "unseen", lambda count, seed: [phrase(0, Attributes(("kick",)), "unseen")] * count)
    train.learn(Config(phrases=4, validation=2, corpus="labels.csv"), tmp_path)
    assert given["held_out"] == ["unseen", "unseen", "own 2", "own 7"]
    assert given["learned"] == {"studio", *(f"own {number}" for number in range(10) if number % 5 != 2)}
