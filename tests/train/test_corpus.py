"""Where training phrases come from."""

import numpy as np
import pytest

from motion.command import InputError
from motion.contract import MAX_FRAMES
from tests.demo.puppet import puppet, write_bvh
from train.caption import TRUE, truth
from train.corpus import bandai, captioned, fingerprint, studio


def test_the_studio_makes_the_same_whoever_works():
    one, two = studio(6, seed=4, workers=1), studio(6, seed=4, workers=2)
    assert fingerprint(one) == fingerprint(two)
    assert fingerprint(one) != fingerprint(studio(6, seed=5, workers=1))


def test_bandai_files_are_known_by_their_names(tmp_path):
    for name in (
        "dataset-2_wave-left-hand_normal_001",
        "dataset-1_guide_old_001",
        "dataset-2_walk-turn-right_normal_033",
    ):
        write_bvh(tmp_path / f"{name}.bvh")
    (phrase,) = bandai(tmp_path)
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
    phrases = captioned(tmp_path)
    assert len(phrases) == 2, "ten seconds at most in each"
    assert [caption.text for caption in phrases[0].captions] == ["a puppet waves", "waving"]
    assert "left out broken.bvh" in capsys.readouterr().err


@pytest.mark.parametrize("table", [None, "name,words\na.npy,x\n", "file,caption\nmissing.bvh,x\n"])
def test_a_folder_that_cannot_be_trained_on_says_why(tmp_path, table):
    if table is not None:
        (tmp_path / "captions.csv").write_text(table)
    with pytest.raises(InputError, match=r"captions\.csv"):
        captioned(tmp_path)


def test_real_motion_loads_by_its_name(mocap, tmp_path):
    source = mocap / "examples" / "wave_both_hands.bvh"
    (tmp_path / "dataset-2_wave-both-hands_normal_001.bvh").write_bytes(source.read_bytes())
    (phrase,) = bandai(tmp_path)
    assert phrase.attributes.moves == ("wave_both_hands",)
