"""Real motion: what it is taken for, and what of it is left out of training."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from motion import load
from motion.canonical import FPS
from motion.captions import read_captions
from motion.command import InputError
from motion.contract import MAX_FRAMES
from tests.demo.puppet import puppet, write_bvh
from train.__main__ import parse_args
from train.caption import TRUE, truth
from train.corpus import mixed
from train.real import ballroom as ballroom_module
from train.real import bandai as bandai_module
from train.real import captioned as captioned_module
from train.real.ballroom import DANCES, FOLD, ballroom
from train.real.bandai import THIRDS, bandai, style, third
from train.real.captioned import captioned
from train.real.parts import FOLDS
from train.real.reading import read_clips


@pytest.fixture
def asked(monkeypatch) -> list[str]:
    """Names of the files that were asked for; none is read, and a puppet comes for each."""
    names: list[str] = []
    clip = puppet(120)

    def puppets(name, files):
        names.extend(path.name for path in files)
        return ((path, clip) for path in files)

    for module in (bandai_module, ballroom_module, captioned_module):
        monkeypatch.setattr(module, "read_clips", puppets)
    return names


def check_folds(source, folder, always: set[str] = frozenset()):
    """Nothing is both trained on and left out, nothing is neither, and three folds leave out everything once."""
    everything = Counter(phrase.source for phrase in source(folder, "all", 0))
    left_out = Counter()
    for fold in FOLDS:
        train, test = (Counter(phrase.source for phrase in source(folder, part, fold)) for part in ("train", "test"))
        assert not set(train) & set(test)
        assert train + test == everything
        assert set(test) >= always
        left_out += test
    assert {name: count for name, count in left_out.items() if name not in always} == {
        name: count for name, count in everything.items() if name not in always
    }


def test_files_are_read_in_order_and_broken_ones_named(tmp_path, capsys):
    files = [write_bvh(tmp_path / f"{number}.bvh", frames=20 + number) for number in range(20)]
    files[7].write_text("hello")
    write_bvh(files[9], frames=5)
    found = list(read_clips("files", files))
    assert [path for path, _ in found] == files[:7] + files[8:9] + files[10:]
    np.testing.assert_array_equal(found[0][1].positions, load(files[0]).positions)
    said = capsys.readouterr().err
    assert "left out 7.bvh: " in said
    assert "left out 9.bvh: found 0.25 seconds" in said


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
    assert (style(phrase), third(phrase)) == ("normal", 0)


SET_1 = ("active", "angry", "childish", "feminine", "normal", "old", "proud", "tired")
SET_2 = ("active", "elderly", "exhausted", "feminine", "masculine", "normal", "youthful")


def test_bandai_leaves_out_styles_of_set_2_and_all_of_set_1(tmp_path, asked):
    for number, styles in ((1, SET_1), (2, SET_2)):
        for each in styles:
            for action in ("walk", "walk-turn-left"):
                (tmp_path / f"dataset-{number}_{action}_{each}_001.bvh").touch()
    set_1 = {phrase.source for phrase in bandai(tmp_path, "all", 0) if phrase.source.startswith("bandai set 1/")}
    assert len(set_1) == 2 * len(SET_1)
    check_folds(bandai, tmp_path, always=set_1)
    asked.clear()
    for fold in FOLDS:
        trained = {style(phrase) for phrase in bandai(tmp_path, "train", fold)}
        assert trained == set(SET_2) - set(THIRDS[fold])
    assert len(asked) == 2 * 2 * len(SET_2), "no file is read that is not wanted"
    assert sorted(each for styles in THIRDS for each in styles) == sorted({*SET_1, *SET_2})
    assert {third(phrase) for phrase in bandai(tmp_path, "all", 0) if style(phrase) in ("active", "normal")} == {0}


def test_real_motion_loads_by_its_name(mocap, tmp_path):
    source = mocap / "examples" / "wave_both_hands.bvh"
    (tmp_path / "dataset-2_wave-both-hands_normal_001.bvh").write_bytes(source.read_bytes())
    (phrase,) = bandai(tmp_path, "train", 1)
    assert phrase.attributes.moves == ("wave_both_hands",)
    with pytest.raises(InputError, match="no clip for the part 'train' of fold 0"):
        bandai(tmp_path, "train", 0)


def intervals(tmp_path, *rows: str):
    (tmp_path / "intervals.csv").write_text("\n".join(["c3d_file,movement_tag,start_frame,end_frame,beats", *rows, ""]))
    return tmp_path


def test_ballroom_figures_are_joined_to_runs(tmp_path, asked):
    rows = ("15,NIL,0,40,1", "15,C-1-1,40,120,2", "15,C-2-1,121.2,200,2", "15,R-1-1,200,280,2", "15,R-2-1,400,480,2")
    phrases = ballroom(intervals(tmp_path, *rows), "all", 0)
    assert [(phrase.attributes.moves[0], len(phrase.positions)) for phrase in phrases] == [
        ("cha_cha", 40),
        ("rumba", 20),
        ("rumba", 20),
    ]
    assert {phrase.source for phrase in phrases} == {"ballroom/15"}
    assert all(truth(caption.claims, phrase.attributes) == TRUE for phrase in phrases for caption in phrase.captions)


def test_ballroom_dances_to_be_learned_from_overlap_and_are_repeated(tmp_path, monkeypatch):
    monkeypatch.setattr(ballroom_module, "read_clips", lambda name, files: ((path, puppet(240)) for path in files))
    rows = intervals(tmp_path, "15,C-1-1,0,960,8")  # twelve seconds: two phrases, or one from every 1.5 seconds on
    apart, overlapping = ballroom(rows, "all", 0), ballroom(rows, "train", 0)
    assert [len(phrase.positions) for phrase in apart] == [120] * 2
    assert [len(phrase.positions) for phrase in overlapping] == [120] * 5
    made = [replace(apart[0], source="studio")] * 24
    assert Counter(phrase.source for phrase in mixed(made, apart, [])) == {"studio": 24, "ballroom/15": 6}
    assert len(mixed(made, apart, overlapping)) == 24 + 6 + 10


def test_ballroom_leaves_out_whole_files(tmp_path, asked):
    check_folds(ballroom, intervals(tmp_path, *(f"{name},T-1-1,0,400,8" for name in FOLD)))
    assert Counter(FOLD.values()) == {0: 3, 1: 4, 2: 4}


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("15,X-1-1,0,80,2", "the tag 'X-1-1' of '15' .* begin with one of C, R, T, W"),
        ("99,C-1-1,0,80,2", "of '99' .* of the files 14,"),
        ("15,C-1-1,zero,80,2", "not a CSV file with the columns"),
        ("15", "not a CSV file with the columns"),
    ],
)
def test_intervals_spelled_otherwise_say_so(tmp_path, row, says):
    with pytest.raises(InputError, match=says):
        ballroom(intervals(tmp_path, row), "all", 0)


def test_ballroom_without_its_table_or_its_files_says_so(tmp_path):
    with pytest.raises(InputError, match=r"found no .*intervals\.csv"):
        ballroom(tmp_path, "all", 0)
    with pytest.raises(InputError, match=r"no readable \.c3d"):
        ballroom(intervals(tmp_path, "15,C-1-1,0,80,2"), "all", 0)


def test_real_ballroom_dances_are_cut_evenly(mocap):
    phrases = ballroom(mocap / "ballroom", "test", 2)
    assert Counter((phrase.source, phrase.attributes.moves[0]) for phrase in phrases) == {
        ("ballroom/16", "rumba"): 9,
        ("ballroom/ll_lb_07_1", "rumba"): 1,
        ("ballroom/ll_qq_03_2", "cha_cha"): 1,
        ("ballroom/mm_hez_02_1", "waltz"): 1,
    }
    assert all(3 * FPS <= len(phrase.positions) <= 9 * FPS for phrase in phrases)


def test_each_ballroom_dance_is_left_out_as_evenly_as_its_files_allow(mocap):
    rows = (mocap / "ballroom" / "intervals.csv").read_text().split()[1:]
    dances = {row.split(",")[0]: DANCES[row.split(",")[1][0]] for row in rows if ",NIL," not in row}
    assert set(dances) == set(FOLD)
    folds = {dance: sorted(FOLD[name] for name in FOLD if dances[name] == dance) for dance in DANCES.values()}
    assert folds == {"cha_cha": [0, 1, 2], "rumba": [0, 1, 1, 2, 2], "tango": [0, 1], "waltz": [2]}


def test_a_captioned_folder_gives_phrases_with_all_its_captions(tmp_path, capsys):
    np.save(tmp_path / "long.npy", puppet(MAX_FRAMES + 50).positions)
    (tmp_path / "broken.bvh").write_text("hello")
    (tmp_path / "captions.csv").write_text(
        "file,caption\nlong.npy,a puppet waves\nlong.npy,waving\nbroken.bvh,nothing\n", encoding="utf-8"
    )
    phrases = captioned(tmp_path, "all", 0)
    assert len(phrases) == 2, "ten seconds at most in each"
    assert [caption.text for caption in phrases[0].captions] == ["a puppet waves", "waving"]
    assert phrases[0].source == "long.npy"
    assert "left out broken.bvh" in capsys.readouterr().err


def test_captions_of_one_file_are_one_files_however_it_is_spelled(tmp_path):
    (tmp_path / "captions.csv").write_text("file,caption\na.npy,waves\n./a.npy, jumps\n b\\\\c.npy,x\nd.npy,  \n")
    assert read_captions(tmp_path / "captions.csv") == {"a.npy": ["waves", "jumps"], "b/c.npy": ["x"]}


def test_one_captioned_file_in_five_is_left_out(tmp_path, asked):
    names = [f"{number}.npy" for number in range(500)]
    (tmp_path / "captions.csv").write_text("file,caption\n" + "".join(f"{name},waves\n" for name in names))
    train, test = ({phrase.source for phrase in captioned(tmp_path, part, 0)} for part in ("train", "test"))
    assert train | test == set(names)
    assert not train & test
    assert len(test) == pytest.approx(100, abs=25)
    assert test == {phrase.source for phrase in captioned(tmp_path, "test", 2)}


@pytest.mark.parametrize("table", [None, "name,words\na.npy,x\n", "file,caption\nmissing.bvh,x\n"])
def test_a_folder_that_cannot_be_trained_on_says_why(tmp_path, table):
    if table is not None:
        (tmp_path / "captions.csv").write_text(table)
    with pytest.raises(InputError, match=r"captions\.csv"):
        captioned(tmp_path, "all", 0)


def test_there_are_three_folds(capsys):
    assert [parse_args(["--fold", str(fold)]).fold for fold in FOLDS] == [0, 1, 2]
    with pytest.raises(SystemExit):
        parse_args(["--fold", "3"])
    assert "argument --fold: invalid choice: 3" in capsys.readouterr().err
