"""Real motion in the layouts that people have it in, and which part of it is held out."""

import json

import numpy as np
import pytest

from motion.canonical import FPS
from motion.command import InputError
from motion.contract import MAX_FRAMES
from motion.resample import resample
from tests.demo.puppet import puppet, write_bvh
from train import __main__ as train
from train.baselines.chance import Chance
from train.bench.real_rows import genres
from train.caption import TRUE, Attributes, truth
from train.real import third
from train.real.ballroom import FOLDS as FILES
from train.real.ballroom import ballroom
from train.real.bandai import bandai, style_of
from train.real.captioned import captioned
from train.real.humanml3d import humanml3d, kit
from train.studio.choreographer import choreograph
from train.studio.repertoire import load_moves

load_moves()


def test_bandai_files_are_known_by_their_names(tmp_path):
    for name in (
        "dataset-2_wave-left-hand_normal_001",
        "dataset-1_guide_old_001",
        "dataset-2_walk-turn-right_normal_033",
    ):
        write_bvh(tmp_path / f"{name}.bvh")
    (phrase,) = bandai(tmp_path, "all", 0)
    assert (phrase.attributes.moves, phrase.attributes.side) == (("wave",), "left"), (
        "doubtful and unnamed ones left out"
    )
    assert phrase.source == "bandai set 2/dataset-2_wave-left-hand_normal_001"
    assert all(truth(caption.claims, phrase.attributes) == TRUE for caption in phrase.captions)


def test_a_captioned_folder_gives_phrases_with_all_its_captions(tmp_path, capsys):
    np.save(tmp_path / "long.npy", puppet(MAX_FRAMES + 50).positions)
    (tmp_path / "broken.bvh").write_text("hello")
    (tmp_path / "captions.csv").write_text(
        "file,caption\nlong.npy,a puppet waves\nlong.npy,waving\nbroken.bvh,nothing\n", encoding="utf-8"
    )
    phrases = captioned(tmp_path, "all", 0)
    assert len(phrases) == 2, "ten seconds at most in each"
    assert [caption.text for caption in phrases[0].captions] == ["a puppet waves", "waving"]
    assert "left out broken.bvh" in capsys.readouterr().err


@pytest.mark.parametrize("table", [None, "name,words\na.npy,x\n", "file,caption\nmissing.bvh,x\n"])
def test_a_folder_that_cannot_be_trained_on_says_why(tmp_path, table):
    if table is not None:
        (tmp_path / "captions.csv").write_text(table)
    with pytest.raises(InputError, match=r"captions\.csv"):
        captioned(tmp_path, "all", 0)


def test_real_motion_loads_by_its_name(mocap, tmp_path):
    source = mocap / "examples" / "wave_both_hands.bvh"
    (tmp_path / "dataset-2_wave-both-hands_normal_001.bvh").write_bytes(source.read_bytes())
    (phrase,) = bandai(tmp_path, "all", 0)
    assert phrase.attributes.moves == ("wave_both_hands",)


def test_folds_of_styles_leave_out_everything_once_and_the_other_set_up_always(tmp_path):
    names = [f"dataset-2_walk_{style}_001" for style in ("active", "elderly", "feminine", "youthful")]
    for name in (*names, "dataset-1_bow_old_001"):
        write_bvh(tmp_path / f"{name}.bvh")
    left_out = []
    for fold in range(3):
        trained, tested = (bandai(tmp_path, part, fold) for part in ("train", "test"))
        assert not {phrase.source for phrase in trained} & {phrase.source for phrase in tested}
        assert len(trained) + len(tested) == 5
        assert all("set 2" in phrase.source for phrase in trained)
        second = [phrase for phrase in tested if "set 2" in phrase.source]
        assert all(third(phrase) == fold for phrase in second)
        left_out += [style_of(phrase) for phrase in second]
    assert sorted(left_out) == ["active", "elderly", "feminine", "youthful"]


def test_ballroom_files_are_held_out_whole(mocap):
    every = ballroom(mocap / "ballroom", "all", 0)
    assert {phrase.attributes.moves[0] for phrase in every} == {"cha_cha", "rumba", "tango", "waltz"}
    assert {phrase.source for phrase in every} == {f"ballroom/{name}" for fold in FILES for name in fold}
    tested = {phrase.source for phrase in ballroom(mocap / "ballroom", "test", 1)}
    assert tested == {f"ballroom/{name}" for name in FILES[1]}
    assert all(third(phrase) == 1 for phrase in every if phrase.source in tested)
    assert set(genres(Chance(), every)) == {"genre of a file"}


def test_ballroom_without_its_table_says_so(tmp_path):
    with pytest.raises(InputError, match=r"intervals\.csv"):
        ballroom(tmp_path, "all", 0)


def layout(folder, joints: int, fps: float) -> dict[str, np.ndarray]:
    """HumanML3D's layout with four tiny clips, two to train on; returns what was danced."""
    (folder / "new_joints").mkdir(parents=True)
    (folder / "texts").mkdir()
    danced = {}
    for index, move in enumerate(("wave", "kick", "squat", "jump")):
        name = f"{index:06d}"
        positions = choreograph(np.random.default_rng(index), Attributes((move,)), 1).positions
        danced[name] = positions
        stored = resample(positions, FPS, fps)
        if joints == 21:
            stored = 1000 * stored[:, KIT_FROM_SMPL]
        np.save(folder / "new_joints" / f"{name}.npy", stored)
        (folder / "texts" / f"{name}.txt").write_text(
            f"a person {move}s#a/DET person/NOUN#0.0#0.0\nsomeone moves#x#nan#nan\nit starts#it/PRON#0.0#1.0\n"
        )
    (folder / "train.txt").write_text("000000\n000001\n999999\n")
    (folder / "val.txt").write_text("000002\n")
    (folder / "test.txt").write_text("000003\n")
    return danced


KIT_FROM_SMPL = (0, 3, 6, 12, 15, 16, 18, 20, 17, 19, 21, 1, 4, 7, 7, 10, 2, 5, 8, 8, 11)
"""Nearest of the 22 joints to each of KIT's: root, spine up to the head, arms, legs with ankle, heel and toe."""


@pytest.mark.parametrize(("read", "joints", "fps"), [(humanml3d, 22, 20.0), (kit, 21, 12.5)])
def test_humanml3d_and_kit_come_in_their_own_layout(tmp_path, capsys, read, joints, fps):
    danced = layout(tmp_path, joints, fps)
    phrases = read(tmp_path, "train", 0)
    whole, start = phrases[:2]
    assert [caption.text for caption in whole.captions] == ["a person waves", "someone moves"]
    assert abs(len(whole.positions) - len(danced["000000"])) <= 2
    assert [caption.text for caption in start.captions] == ["it starts"]
    assert len(start.positions) == FPS
    assert whole.positions[:, :, 1].max() == pytest.approx(danced["000000"][:, :, 1].max(), rel=0.15)
    assert "left out 1 of 3 ids" in capsys.readouterr().err
    assert len(read(tmp_path, "test", 0)) == 2
    assert len(read(tmp_path, "all", 0)) == 8
    assert truth(start.captions[0].claims, phrases[3].attributes) == TRUE, "the same words are true of both"


def test_another_layout_says_what_is_missing(tmp_path):
    with pytest.raises(InputError, match=r"train\.txt"):
        humanml3d(tmp_path, "train", 0)


def test_humanml3d_can_be_trained_on_and_evaluated(tmp_path):
    layout(tmp_path / "HumanML3D", 22, 20.0)
    small = [
        "--phrases",
        "40",
        "--validation",
        "20",
        "--batch",
        "24",
        "--width",
        "48",
        "--layers",
        "1",
        "--epochs",
        "1",
    ]
    out = tmp_path / "run"
    train.run(train.parse_args([*small, "--out", str(out), "--mocap", f"humanml3d={tmp_path / 'HumanML3D'}"]))
    assert json.loads((out / "config.json").read_text())["mocap"][0][0] == "humanml3d"
