"""Options that look right and cannot be used: each is refused in one sentence, before anything is danced."""

import json
import re
import shutil

import pytest

from demo.encoders import MODELS
from motion.command import InputError
from train import __main__ as train
from train import evaluate
from train.exported import GRAPHS

OF_A_TRAINING = [
    ("--tuned 7", "found 7 layers to tune of a BERT that has 6; accepted are 0 to 6."),
    ("--tuned -1", "found tuned -1; accepted is 0 or more."),
    ("--recipe tmr --dim 30", "found dim 30; accepted are multiples of 4."),
    ("--width 50", "found width 50; accepted are multiples of 4."),
    ("--seed -1", "found seed -1; accepted is 0 or more."),
    ("--seed 1000000", "found seed 1000000; accepted is less than 1000000, where the dancers begin who judge."),
    ("--rate -1", "found a rate of -1; accepted is above 0."),
    ("--text-rate nan", "found a text rate of nan; accepted is above 0."),
    ("--minutes -5", "found -5 minutes; accepted is 0, for no limit, or more."),
    ("--minutes nan", "found nan minutes; accepted is 0, for no limit, or more."),
]
OF_A_COMPARISON = [
    ("--seeds 0", "found seeds 0; accepted is 1 or more."),
    ("--phrases 0", "found phrases 0; accepted is 1 or more."),
    ("--minutes 0", "found 0 minutes; accepted is more than 0, as it is time that ends a training."),
    ("--minutes nan", "found nan minutes; accepted is more than 0, as it is time that ends a training."),
]


@pytest.mark.parametrize(("options", "says"), OF_A_TRAINING)
def test_a_training_that_cannot_be_is_refused(tmp_path, options, says):
    args = train.parse_args([*options.split(), "--out", str(tmp_path / "run")])
    with pytest.raises(InputError, match=f"^{re.escape(says)}$"):
        train.run(args)
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize(
    "options", ["--recipe notebook --width 50", "--recipe handmade --width 50", "--recipe tmr --width 50", "--tuned 6"]
)
def test_what_an_encoder_does_not_mind_is_accepted(options):
    train.configured(train.parse_args(options.split()))


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({}, "found no BertModel in {}; accepted are folders with config.json, tokenizer.json and weights."),
        ({"config.json": "bert"}, "found no BertModel in {}; accepted are folders with config.json, tokenizer.json"),
        ({"config.json": "mpnet", "tokenizer.json": ""}, "found a model of type mpnet in {}; accepted is a BertModel"),
    ],
)
def test_what_is_no_bert_is_refused(tmp_path, files, says):
    for name, kind in files.items():
        (tmp_path / name).write_text(json.dumps({"model_type": kind}))
    with pytest.raises(InputError, match=f"^{re.escape(says.format(tmp_path))}"):
        train.configured(train.parse_args(["--bert", str(tmp_path)]))


def test_an_option_says_its_default_once(capsys):
    with pytest.raises(SystemExit):
        train.parse_args(["--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert "a folder or Hub name (the packaged all-MiniLM-L6-v2) --minutes" in said
    assert "weights to start from (none)" in said


@pytest.mark.parametrize(("options", "says"), OF_A_COMPARISON)
def test_a_comparison_that_cannot_be_is_refused(tmp_path, options, says):
    args = evaluate.parse_args(["--suite", *options.split(), "--out", str(tmp_path / "suite")])
    with pytest.raises(InputError, match=f"^{re.escape(says)}$"):
        evaluate.run(args)
    assert not (tmp_path / "suite").exists()


@pytest.mark.parametrize("mocap", ["bandai=", "bandai", "bandai=nowhere", "nobody=."])
def test_recordings_have_a_name_and_a_folder(capsys, mocap):
    with pytest.raises(SystemExit):
        train.parse_args(["--mocap", mocap])
    assert f"found {mocap!r}; accepted is NAME=FOLDER with NAME one of ballroom" in capsys.readouterr().err


DAMAGED = [
    ("contract.json", lambda whole: b"{}"),
    ("contract.json", lambda whole: b"[1]"),
    ("contract.json", lambda whole: whole[:-9]),
    ("contract.json", lambda whole: whole.replace(b'"nothing"', b'"older"')),
    ("contract.json", lambda whole: whole.replace(b'"learned_from"', b'"older"')),
    ("contract.json", None),
    *((name, damage) for name in GRAPHS for damage in (lambda whole: whole[:-9], None)),
]
"""What happens to a file of exported models; None for one that is missing."""


@pytest.mark.parametrize(("name", "damage"), DAMAGED)
def test_models_that_cannot_be_read_are_no_start(tmp_path, monkeypatch, capsys, name, damage):
    for each in ("contract.json", *GRAPHS):
        shutil.copy(MODELS / each, tmp_path)
    if damage:
        (tmp_path / name).write_bytes(damage((MODELS / name).read_bytes()))
    else:
        (tmp_path / name).unlink()
    options = ["--recipe", "tune", "--start", str(tmp_path), "--out", str(tmp_path / "run")]
    monkeypatch.setattr("sys.argv", ["train", *options])
    assert train.main() == 2
    found = "found exported models that are damaged, or of other code, in" if damage else "found no exported models in"
    assert re.fullmatch(f"error: {found} .*; `python -m export` writes them.\n", capsys.readouterr().err)
    assert not (tmp_path / "run").exists()


def test_models_that_can_be_read_are_a_start():
    train.configured(train.parse_args(["--recipe", "tune", "--start", str(MODELS)]))
