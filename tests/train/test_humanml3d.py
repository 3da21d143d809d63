"""HumanML3D's and KIT-ML's folders as they come: read, trained on and measured."""

import json

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from motion import load
from motion.canonical import FPS
from motion.command import InputError
from motion.resample import resample
from motion.skeleton import INDEX, JOINTS
from tests.demo.puppet import HEIGHT, puppet
from tests.motion.puppet import truth as truth_of
from tests.motion.test_jointsets import written
from train import __main__ as train
from train import evaluate
from train.caption import TRUE, truth
from train.real.humanml3d import humanml3d, kit
from train.studio.choreographer import improvise
from train.studio.repertoire import load_moves


def folder(path, texts: dict[str, str], motion: dict[str, np.ndarray], **lists: str):
    """A data set at `path`: captions and motion by id, and the ids of train, val and test (by default all in train)."""
    for name in ("texts", "new_joints"):
        (path / name).mkdir(parents=True)
    for each, text in texts.items():
        (path / "texts" / f"{each}.txt").write_text(text, encoding="utf-8")
    for each, positions in motion.items():
        np.save(path / "new_joints" / f"{each}.npy", positions)
    for name, ids in ({"train": " ".join(texts), "val": "", "test": ""} | lists).items():
        (path / f"{name}.txt").write_text("".join(f"{each}\n" for each in ids.split()))
    return path


def as_kit(positions: np.ndarray, unit: float = 550) -> np.ndarray:
    """22 joints in metres at 20 fps as KIT-ML has them: 21, at 12.5 fps, in millimetres of a body a metre tall."""
    return written("kit", resample(positions, FPS, 12.5)) * unit


def test_a_caption_is_of_its_part_of_the_clip(tmp_path, capsys):
    text = (
        "A man waves.#a/DET man/NOUN#0.0#0.0\nhe waves#he/PRON#nan#nan\n\nhe\u2028stops#he/PRON#1.0#2.5\n"
        "blink#b#2.0#2.1\n"
    )
    where = folder(tmp_path, {"000001": text}, {"000001": puppet(60).positions})
    whole, part = humanml3d(where, "train", 0)
    assert [caption.text for caption in whole.captions] == ["A man waves.", "he waves"]
    assert [caption.text for caption in part.captions] == ["he\u2028stops"]
    assert (len(whole.positions), len(part.positions)) == (60, 30)
    assert whole.source == part.source == "humanml3d/000001"
    height = load(where / "new_joints" / "000001.npy").positions[20:50, :, 1]
    np.testing.assert_allclose(part.positions[..., 1], height, atol=1e-5)
    assert "left out 1 captioned parts" in capsys.readouterr().err


def test_captions_are_true_of_clips_that_begin_with_the_same_one(tmp_path):
    texts = {
        "a": "A person waves.#w#0.0#0.0\nwaving#w#0.0#0.0\n",
        "b": "a person waves#w#0.0#0.0\n",
        "c": "waving#w#0.0#0.0\n",
    }
    a, b, c = humanml3d(folder(tmp_path, texts, dict.fromkeys(texts, puppet(30).positions)), "all", 0)
    assert all(truth(caption.claims, phrase.attributes) == TRUE for caption in a.captions for phrase in (a, b))
    assert truth(a.captions[1].claims, c.attributes) != TRUE, "only the first caption is compared"


def test_parts_are_the_published_lists(tmp_path, capsys):
    texts = dict.fromkeys("abcde", "waves#w#0.0#0.0\n") | {"mute": "\n"}
    motion = dict.fromkeys([*"abcd", "mute"], puppet(30).positions)
    where = folder(tmp_path, texts, motion, train="a b gone mute", val="c", test="d e")
    found = {part: [phrase.source[-1] for phrase in humanml3d(where, part, 1)] for part in ("train", "test", "all")}
    assert found == {"train": ["a", "b"], "test": ["d"], "all": ["a", "b", "c", "d"]}
    said = capsys.readouterr().err
    assert "left out 2 of 4 ids" in said
    assert "left out 3 of 7 ids" in said


@pytest.mark.parametrize("unit", [550, 1000, 1])
def test_kit_is_the_same_body_in_its_own_unit(tmp_path, unit):
    positions = puppet(100, wave=0, kick=20, travel=2).positions
    where = folder(tmp_path, {"00001": "kicks#k#0.0#0.0\n"}, {"00001": as_kit(positions, unit)})
    (phrase,) = kit(where, "train", 0)
    assert phrase.source == "kit/00001"
    assert len(phrase.positions) == pytest.approx(100, abs=2)
    scale = _leg(phrase.positions) / _leg(positions)
    assert _leg(phrase.positions) == pytest.approx(0.83 if unit == 550 else _leg(positions), abs=0.01)
    limbs = [row for name, row in INDEX.items() if name.endswith(("hip", "knee", "ankle", "elbow", "wrist"))]
    off = phrase.positions[: len(positions), limbs] - positions[: len(phrase.positions), limbs] * scale
    assert np.linalg.norm(off, axis=2).max() < 0.06, "a floor under feet placed by rule, and 12.5 fps"


def _leg(positions: np.ndarray) -> float:
    hip, knee, ankle = (positions[:, INDEX[f"left_{part}"]] for part in ("hip", "knee", "ankle"))
    return float(np.median(np.linalg.norm(hip - knee, axis=1) + np.linalg.norm(knee - ankle, axis=1)))


def test_whoever_lies_down_stays_down(tmp_path):
    """By its content alone the body would be stood up: its head is beside its feet in all frames."""
    lying = puppet(60).positions[..., [0, 2, 1]] * [1, 1, -1]
    (phrase,) = humanml3d(folder(tmp_path, {"a": "lies#l#0.0#0.0\n"}, {"a": lying}), "train", 0)
    assert np.ptp(phrase.positions[0, :, 1]) < 0.6


def test_seconds_count_from_the_start_of_the_file(tmp_path):
    """A rig's held T-pose is left out by the reader; a caption after it is still of the same frames."""
    dance = puppet(60, kick=60).positions
    still = truth_of(np.array([[0, HEIGHT, 0]]), [Rotation.identity(1)] * len(JOINTS))
    held = np.concatenate([np.repeat(still, FPS, axis=0), dance])
    texts = {"held": "kicks#k#2.0#3.0\n", "plain": "kicks#k#1.0#2.0\n"}
    where = folder(tmp_path, texts, {"held": held, "plain": dance})
    assert "1.00 s of T-pose" in load(where / "new_joints" / "held.npy").reading
    after, plain = humanml3d(where, "train", 0)
    np.testing.assert_allclose(after.positions, plain.positions, atol=0.01)


@pytest.mark.parametrize(
    ("texts", "lists", "says"),
    [
        (
            {"a": "waves, no times\n"},
            {},
            "found the line 'waves, no times' in .*accepted is caption#tagged words#from#to",
        ),
        ({"a": "waves#w#now#0.0\n"}, {}, "found the line"),
        ({"a": "waves#w#-1.0#2.0\n"}, {}, "found the line"),
        ({"a": "waves#w#0.0#0.0\n"}, {"train": "x y"}, "nothing to read for the part 'train' in .*, of 2 listed ids"),
    ],
)
def test_a_folder_that_cannot_be_read_says_why_before_motion_is_read(tmp_path, monkeypatch, texts, lists, says):
    monkeypatch.setattr(
        "train.real.humanml3d.read_clips", lambda name, files, told: [pytest.fail("read") for _ in files]
    )
    with pytest.raises(InputError, match=says):
        humanml3d(folder(tmp_path, texts, {"a": puppet(30).positions}, **lists), "train", 0)


def test_a_folder_without_lists_says_so(tmp_path):
    with pytest.raises(InputError, match=r"found no test\.txt .* with train\.txt, val\.txt, test\.txt"):
        kit(tmp_path, "test", 0)


SMALL = [
    "--recipe",
    "default",
    "--phrases",
    "24",
    "--validation",
    "12",
    "--batch",
    "16",
    "--width",
    "32",
    "--layers",
    "1",
    "--dim",
    "32",
]


def test_both_are_trained_on_and_measured(tmp_path, capsys, monkeypatch):
    """Studio dances and captions in both layouts: one epoch, then retrieval among what was left out of it."""
    load_moves()
    phrases = [improvise(np.random.default_rng(seed)) for seed in range(12)]
    texts = {
        f"{index:06d}": "".join(f"{caption.text}#words/NOUN#0.0#0.0\n" for caption in phrase.captions[:3])
        for index, phrase in enumerate(phrases)
    }
    motion = {name: phrase.positions for name, phrase in zip(texts, phrases, strict=True)}
    lists = {"train": " ".join(list(texts)[:8]), "test": " ".join(list(texts)[8:])}
    humans = folder(tmp_path / "HumanML3D", texts, motion, **lists)
    kits = folder(tmp_path / "KIT-ML", texts, {name: as_kit(each) for name, each in motion.items()}, **lists)
    out, mocap = tmp_path / "run", ["--mocap", f"humanml3d={humans}", "--mocap", f"kit={kits}"]
    settings = [*SMALL, "--recipe", "default", "--fold", "1", "--epochs", "1"]
    train.run(train.parse_args([*settings, *mocap, "--out", str(out)]))
    assert "40 phrases" in capsys.readouterr().out, "24 of the studio and 8 of each"
    monkeypatch.setattr("train.bench.rows.Rows.studio", lambda rows, encoders: {})
    evaluate.run(evaluate.parse_args(["--run", str(out), *mocap, "--json"]))
    scores = json.loads(capsys.readouterr().out)
    how = "partly learned, perhaps"  # one has recordings of the other
    assert {row.split(":")[0] for row in scores} == {f"humanml3d, {how}", f"kit, {how}"}
    assert scores[f"kit, {how}: text to dance, all, R@5"]["run"]["mean"] == 100, "four clips were left out"
