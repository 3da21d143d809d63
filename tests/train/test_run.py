"""A tiny training run from the command line's own functions: it learns, stops, goes on, and exports."""

import json
import shutil
from dataclasses import asdict, replace
from functools import cache
from itertools import count
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import torch

from demo.encoders import Encoders
from export import __main__ as export
from export.card import card
from export.graphs import export_dance, export_text
from export.own import own_gallery
from export.parity import ParityError, check
from motion.command import InputError
from motion.contract import MAX_FRAMES
from tests.demo.puppet import write_bvh
from train import __main__ as train
from train import evaluate
from train.bench.corpus import Corpus
from train.caption import Attributes
from train.config import Config, commit
from train.corpus import studio
from train.exported import GRAPHS, start_from
from train.labelled import Labelled, divided, labelled
from train.loop import _left, _share
from train.model import build, load_run
from train.recipes import RECIPES
from train.text_encoder import load_tokenizer

SMALL = ["--phrases", "240", "--validation", "60", "--batch", "48", "--width", "48", "--layers", "1", "--dim", "64"]
FEW = ["--phrases", "60", "--validation", "20", "--batch", "32"]


@pytest.fixture(scope="module", autouse=True)
def single_precision():
    """Rounding small enough that two runs can be compared weight by weight."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("train.dual_encoder.HALF", False)
        yield


@pytest.fixture(scope="module", autouse=True)
def danced_once():
    """The same phrases for every run that asks for as many; they are the same whoever asks."""
    with pytest.MonkeyPatch.context() as patch:
        once = cache(studio)
        patch.setattr("train.corpus.studio", once)
        patch.setattr("train.__main__.studio", once)
        yield


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    folder = tmp_path_factory.mktemp("runs") / "tiny"
    train.run(train.parse_args([*SMALL, "--epochs", "2", "--out", str(folder)]))
    return folder


def log(folder) -> list[dict]:
    return [json.loads(line) for line in (folder / "log.jsonl").read_text().splitlines()]


def test_a_run_learns_and_leaves_what_it_was(run):
    lines = log(run)
    assert [line["epoch"] for line in lines] == [1, 2]
    assert lines[1]["loss"] < lines[0]["loss"]
    assert Config.load(run / "config.json").phrases == 240
    assert "commit" in json.loads((run / "config.json").read_text())


def test_a_slow_machine_trains_for_its_time_and_no_longer():
    for spent, budget in ((0, 45), (15, 30), (40, 22.5)):
        assert _left(45, spent) == budget
        assert _share(12, budget, 3, budget / 5) == _share(12, _left(0, spent), 3, 50) == 0.25
        assert _share(12, budget, 3, budget / 2) == 0.5
        assert _share(12, budget, 7, budget) == _share(12, _left(0, spent), 12, 50) == 1


def test_a_finished_run_is_not_trained_again_nor_overwritten(run):
    with pytest.raises(InputError, match="--resume"):
        train.run(train.parse_args([*SMALL, "--epochs", "2", "--out", str(run)]))
    before = (run / "best.pt").stat().st_mtime_ns
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("train.__main__.studio", lambda *_: pytest.fail("dances for nothing"))
        train.run(train.parse_args([*SMALL, "--epochs", "2", "--out", str(run), "--resume"]))
    assert (run / "best.pt").stat().st_mtime_ns == before


def test_a_stopped_run_goes_on_where_it_was(tmp_path, monkeypatch):
    """Three epochs, a stop, one more: what four epochs without a stop keep, but for the order of sums on busy cores.

    The stop is in the half whose mean is kept, and the last epoch is the best.
    """
    rising, whole, folder = count(), tmp_path / "whole", tmp_path / "stopped"
    monkeypatch.setattr("train.loop.validate", lambda *_: {"text_to_dance": {"R@1": next(rising), "R@10": 0}})
    settings = ["--recipe", "handmade", *SMALL, *FEW, "--epochs", "4"]
    train.run(train.parse_args([*settings, "--out", str(whole)]))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("train.loop._save", stop_after(3))
        with pytest.raises(KeyboardInterrupt):
            train.run(train.parse_args([*settings, "--out", str(folder)]))
    with (folder / "log.jsonl").open("a") as lines:  # an epoch that was measured and then not saved
        lines.write(json.dumps(log(folder)[0] | {"epoch": 4}) + "\n")
    before = kept(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("train.config.commit", lambda: "f00d")
        train.run(train.parse_args([*settings, "--out", str(folder), "--resume"]))
    assert json.loads((folder / "config.json").read_text())["commit"] == f"{commit()}, f00d"
    expected, found = kept(whole) - before, kept(folder) - before
    assert expected.norm() > 0.01, "the last epoch learns something"
    assert (found - expected).norm() < 0.05 * expected.norm()
    assert [line["epoch"] for line in log(folder)] == [1, 2, 3, 4]
    assert log(folder)[3]["loss"] == pytest.approx(log(whole)[3]["loss"], rel=1e-3)


def kept(folder) -> torch.Tensor:
    """All weights of a run's best checkpoint in one row, which are the mean that its last one goes on with."""
    best, last = (torch.load(folder / f"{name}.pt", weights_only=True) for name in ("best", "last"))
    assert all(torch.equal(value, last["mean"][name]) for name, value in best["model"].items())
    return torch.cat([value.flatten() for value in best["model"].values()])


def stop_after(epochs: int):
    from train.loop import _save as save

    def save_and_stop(path, content):
        save(path, content)
        if path.name == "last.pt" and content["state"]["epoch"] == epochs:
            raise KeyboardInterrupt

    return save_and_stop


def test_evaluate_says_what_is_missing(tmp_path):
    with pytest.raises(InputError, match="no trained run"):
        evaluate.run(evaluate.parse_args(["--run", str(tmp_path)]))


def test_two_folders_of_one_name_are_refused(tmp_path):
    twice = [f"--mocap=bandai={tmp_path}"] * 2
    with pytest.raises(InputError, match="one of each name"):
        evaluate.run(evaluate.parse_args(twice))


def test_a_run_of_other_code_is_told_so(run, tmp_path):
    shutil.copytree(run, tmp_path / "old")
    config = json.loads((run / "config.json").read_text())
    for changed in (json.dumps(config | {"width": 64}), json.dumps(config | {"unheard_of": 1}), ""):
        (tmp_path / "old" / "config.json").write_text(changed)
        with pytest.raises(InputError, match="train it again"):
            load_run(tmp_path / "old")


@pytest.fixture(scope="module")
def exported(run, tmp_path_factory):
    """Exported with a small gallery and benchmark."""
    out = tmp_path_factory.mktemp("export") / "models"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("export.__main__.programme", lambda: studio(160, 5))
        patch.setattr("export.__main__.Corpus", lambda: Corpus(60))
        export.run(export.parse_args(["--run", str(run), "--out", str(out)]))
    return out


def test_the_export_writes_all_that_the_demo_reads(exported):
    contract = json.loads((exported / "contract.json").read_text())
    names = {path.name for path in exported.iterdir()}
    assert set(contract["sha256"]) == names - {"contract.json", "MODEL_CARD.md"}
    assert contract["difference_to_pytorch"] <= 1e-4
    card = (exported / "MODEL_CARD.md").read_text()
    assert f"{contract['scores']['studio: text to dance, all, R@10']['mean']:.1f}" in card
    assert "(MIT)" in card
    assert "Apache-2.0" in card
    for graph in exported.glob("*.onnx"):
        assert b".py" not in graph.read_bytes(), "a graph does not say in which folder it was made"


def test_graphs_take_any_batch_and_length(exported):
    session = onnxruntime.InferenceSession(exported / "dance_encoder.onnx")
    for batch, frames in ((1, 10), (3, 37), (8, 200)):
        positions = np.random.default_rng(0).normal(size=(batch, frames, 22, 3)).astype(np.float32)
        (found,) = session.run(None, {"positions": positions, "lengths": np.full(batch, frames)})
        assert found.shape == (batch, 64)
        np.testing.assert_allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)


def test_a_graph_that_computes_something_else_fails_the_export(run, exported):
    model, _ = load_run(run)
    model.dance.head[1].bias.data += 0.01
    phrases = studio(8, 5, workers=1)
    with pytest.raises(ParityError, match="differ"):
        check(
            model,
            load_tokenizer(),
            Encoders(exported),
            [p.positions for p in phrases],
            [p.captions[0].text for p in phrases],
        )


def test_exported_models_hold_every_weight(run, exported):
    model, config = load_run(run)
    fresh = build(config)
    start_from(exported, config, fresh)
    for name, value in model.learned().items():
        torch.testing.assert_close(fresh.learned()[name], value, atol=1e-4, rtol=1e-3, msg=lambda text, name=name: name)
    with pytest.raises(InputError, match="width 48"):
        start_from(exported, replace(config, width=64), fresh)
    with pytest.raises(InputError, match="no exported models"):
        start_from(run, config, fresh)


@pytest.mark.parametrize("recipe", ["notebook-mended", "tmr"])
def test_models_that_lack_weights_that_learn_are_no_start(exported, tmp_path, recipe):
    """Their graphs hold no LSTM under its own names, and no decoder; that is said before anything is danced."""
    contract = json.loads((exported / "contract.json").read_text())
    contract["trained_as"] |= RECIPES[recipe]
    (tmp_path / "contract.json").write_text(json.dumps(contract))
    (tmp_path / "labels.csv").write_text("file,start,end,label\na.bvh,0,2,kick\n")
    for argv in (["--recipe", recipe], ["--corpus", str(tmp_path / "labels.csv")]):
        args = train.parse_args([*SMALL, *argv, "--start", str(tmp_path)])
        with pytest.raises(InputError, match="accepted are those with encoder attention or handmade"):
            train.configured(args)


def test_models_of_another_shape_are_refused_before_anything_is_danced(exported):
    with pytest.raises(InputError, match="found models with dim 64, width 48, layers 1 in"):
        train.configured(train.parse_args(["--recipe", "tune", "--start", str(exported)]))


@pytest.mark.parametrize("settings", [RECIPES["handmade"], {"phrase_length": 30, "width": 16, "layers": 1}])
def test_graphs_of_other_encoders_hold_every_weight_too(run, exported, tmp_path, settings):
    learned, trained_as = load_run(run)
    config = Config(**settings, dim=trained_as.dim)
    torch.manual_seed(1)
    model = build(config).eval()
    for parameter in model.parameters():
        if parameter.requires_grad:  # weights that are the same are one in a graph; none that has learned are
            parameter.data += 0.01 * torch.randn_like(parameter)
    export_dance(model.dance, tmp_path / "dance_encoder.onnx")
    if (config.pooling, config.tuned) == (trained_as.pooling, trained_as.tuned):
        model.text = learned.text
        shutil.copy(exported / "text_encoder.onnx", tmp_path)
    else:
        export_text(model.text, tmp_path / "text_encoder.onnx")
    nothing = model.nothing.tolist()
    contract = {"trained_as": asdict(config), "logit_scale": model.scale.item(), "nothing": nothing}
    (tmp_path / "contract.json").write_text(json.dumps(contract))
    fresh = build(config)
    start_from(tmp_path, config, fresh)
    for name, value in model.learned().items():
        torch.testing.assert_close(fresh.learned()[name], value, atol=1e-4, rtol=1e-3, msg=lambda text, name=name: name)


def test_what_models_have_learned_from_is_not_forgotten(exported, tmp_path):
    def asked(*argv: str, source: str = "bandai") -> Config:
        return train.configured(train.parse_args([*SMALL, *argv, "--mocap", f"{source}={tmp_path}"]))

    folder = tmp_path / "models"
    folder.mkdir()
    for name in GRAPHS:
        shutil.copy(exported / name, folder)
    contract = json.loads((exported / "contract.json").read_text())
    contract["learned_from"] = {"bandai": 1, "labelled": 0, "captioned": 0, "humanml3d": 0, "kit": 0}
    (folder / "contract.json").write_text(json.dumps(contract))
    config = asked("--start", str(folder), "--fold", "1")
    assert config.folds == contract["learned_from"]
    config.save(tmp_path / "config.json")
    assert Config.load(tmp_path / "config.json") == config
    with pytest.raises(InputError, match="accepted is --fold 1"):
        asked("--start", str(folder))
    assert asked("--recipe", "default").folds == {"bandai": 0}
    for source in ("captioned", "humanml3d", "kit"):  # divided the same in every fold
        assert asked("--start", str(folder), "--fold", "1", source=source).folds[source] == 1


def test_a_row_longer_than_a_phrase_becomes_several(tmp_path):
    write_bvh(tmp_path / "a.bvh", frames=900, kick=90)
    (tmp_path / "labels.csv").write_text("file,start,end,label\na.bvh,1,26,tango\n")
    phrases = labelled(tmp_path / "labels.csv")
    assert [len(phrase.positions) for phrase in phrases] == [MAX_FRAMES] * 4


def test_what_was_told_of_labelled_recordings_counts(tmp_path):
    """At 60 frames a second as told, the same file is half as long as at its own 30."""
    write_bvh(tmp_path / "a.bvh", frames=240, kick=90)
    (tmp_path / "labels.csv").write_text("file,start,end,label\na.bvh,0,8,kick\n")
    assert len(labelled(tmp_path / "labels.csv")[0].positions) == 160
    settings = {"length": 20, "hop": 10, "told": {"joints": None, "fps": 60, "up": None}}
    (tmp_path / "phrases.json").write_text(json.dumps(settings))
    assert len(labelled(tmp_path / "labels.csv")[0].positions) == 80


def labelled_as(labels: list[str], hop: int = 20) -> list[Labelled]:
    """Phrases of 20 frames of one recording, `hop` frames after each other."""
    still = np.zeros((20, 22, 3), np.float32)
    places = [{"file": Path("a.bvh"), "start": hop * index, "stop": hop * index + 20} for index in range(len(labels))]
    return [Labelled(still, Attributes((label,)), (), **place) for label, place in zip(labels, places, strict=True)]


@pytest.mark.parametrize(("hop", "between"), [(20, 0), (10, 1), (5, 3), (7, 2)])
def test_labels_are_chosen_by_in_whole_stretches_of_which_nothing_is_learned(hop, between):
    phrases = labelled_as(["kick"] * 200, hop)
    learned, apart = divided(phrases)
    assert len(apart) == 40
    assert len(learned) == 160 - 2 * 5 * between, "five stretches have two edges each"
    seen = {(each.file, frame) for each in learned for frame in range(each.start, each.stop)}
    assert not seen & {(each.file, frame) for each in apart for frame in range(each.start, each.stop)}
    others = [replace(each, file=Path(f"{index}.bvh")) for index, each in enumerate(phrases)]
    assert len(divided(others)[0]) == 160, "the same times of other recordings are no overlap"


@pytest.mark.parametrize("hop", [5, 20])
def test_each_label_is_learned(hop):
    """One that is in a stretch kept apart, one that overlaps it, and labels that are all there is."""
    for at in (18, 20):  # the first stretch kept apart is 20 to 29
        learned, apart = divided(labelled_as([*["kick"] * at, "wave", *["kick"] * (249 - at)], hop))
        assert "wave" in {phrase.attributes.moves[0] for phrase in learned}
        assert len(apart) > 40
    assert divided([]) == ([], [])
    for few in range(1, 7):
        learned, apart = divided(labelled_as(list("abcdef"[:few]), hop))
        assert len(learned) == few, "each is the only one of its label"
        assert not apart


def test_own_labels_are_learned_on_top_of_exported_models(run, exported, tmp_path):
    write_bvh(tmp_path / "a.bvh", frames=200, kick=90)
    rows = [f"a.bvh,{start},{start + 2},{label}" for start, label in enumerate(["kick", "my twirl", "kick", "wave"])]
    (tmp_path / "labels.csv").write_text("\n".join(["file,start,end,label", *rows, "a.bvh,50,52,beyond the end"]))
    phrases = labelled(tmp_path / "labels.csv")
    assert [phrase.attributes.moves for phrase in phrases] == [("kick",), ("my twirl",), ("kick",), ("wave",)]
    assert [phrase.attributes.own_words for phrase in phrases] == [False, True, False, False]
    small = [*SMALL, *FEW, "--epochs", "1"]
    corpus = ["--corpus", str(tmp_path / "labels.csv"), "--start", str(exported)]
    train.run(train.parse_args([*small, *corpus, "--out", str(tmp_path / "tuned")]))
    model, config = load_run(tmp_path / "tuned")
    assert config.rate == 1e-4, "gently"
    assert config.folds == {"labelled": 0}
    told = card(json.loads((exported / "contract.json").read_text()), config, 5, 88)
    assert "license: other" in told
    assert "- recordings labelled by whoever trained" in told
    assert "No recording of anyone" not in told
    assert "on top of weights that were exported before" in told
    (tmp_path / "labels.csv").write_text((tmp_path / "labels.csv").read_text() + "\na.bvh,0,1,bow")
    with pytest.raises(InputError, match="other settings, labels"):
        train.run(train.parse_args([*small, *corpus, "--out", str(tmp_path / "tuned"), "--resume"]))
    before, _ = load_run(run)
    moved = model.dance.head[1].weight - before.dance.head[1].weight
    assert 0 < moved.abs().max() < 0.01
    last = torch.load(tmp_path / "tuned" / "last.pt", weights_only=True)["model"]["dance.head.1.weight"]
    torch.testing.assert_close(2 * moved, last - before.dance.head[1].weight, atol=2e-4, rtol=0.02)
    gallery = own_gallery(tmp_path / "labels.csv", Encoders(exported))
    assert gallery.captions.tolist() == ["bow", "kick", "my twirl", "kick", "wave"]
    assert gallery.entry(1)["attributes"]["moves"] == ["kick"]
