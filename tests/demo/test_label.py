"""Labels of a clip, and their command line."""

import json
import sys
from itertools import pairwise

import numpy as np
import pytest

from demo import paragraph
from demo.encoders import Encoders
from demo.gallery import Gallery
from demo.label import WHOLE, Labels, embed, label, main, per_frame
from motion import ClipError, load
from tests.demo.puppet import puppet, write_bvh


def test_whole_ranking_is_a_distribution_and_no_quality_has_a_share(encoders, labels, gallery):
    read = label(puppet(60, turn=360), encoders, labels, gallery, 0)
    for key, kind in (("labels", "move"), ("qualities", "quality")):
        scores = [found["score"] for found in read[key]]
        assert {found["text"] for found in read[key]} == set(labels.ids[labels.kinds == kind].tolist())
        assert scores == sorted(scores, reverse=True)
        assert min(scores) >= 0
    assert sum(found["score"] for found in read["labels"]) == pytest.approx(1, abs=0.01)
    assert sum(found["score"] for found in read["qualities"]) < 1


def test_short_clip_is_one_segment(encoders, labels, gallery):
    read = label(puppet(WHOLE), encoders, labels, gallery, 3)
    assert len(read["labels"]) == 3
    assert [(part["start"], part["end"]) for part in read["segments"]] == [(0, 4)]
    assert read["segments"][0]["label"] == read["labels"][0]["text"]
    assert 1 <= len(read["captions"]) <= 3


@pytest.mark.parametrize("frames", [WHOLE + 1, 457])
def test_segments_cover_a_long_clip(encoders, labels, gallery, frames):
    read = label(puppet(frames, turn=3000, kick=90), encoders, labels, gallery, 5)
    segments = read["segments"]
    assert segments[0]["start"] == 0
    assert segments[-1]["end"] == read["duration"]
    for before, after in pairwise(segments):
        assert before["end"] == after["start"]
        assert before["label"] != after["label"]


def test_per_frame_mean_by_hand():
    """Four frames, two windows: the frame that both hold takes their mean."""
    shares = np.array([[1.0, 0.0], [0.0, 1.0]])
    np.testing.assert_allclose(per_frame(shares, [(0, 2), (1, 4)]), [[1, 0], [0.5, 0.5], [0, 1], [0, 1]])


def test_a_gallery_dance_finds_itself(encoders, gallery):
    for index in range(len(gallery)):
        near, scores = gallery.search(embed(gallery.clip(index), encoders), 1)
        assert near[0] == index
        assert scores[0] == pytest.approx(1, abs=1e-3)


def test_too_short(encoders, labels, gallery):
    with pytest.raises(ClipError, match="at least"):
        label(puppet(5), encoders, labels, gallery, 3)


def test_command_line(tmp_path, monkeypatch, capsys):
    path = write_bvh(tmp_path / "wave.bvh", frames=100)
    monkeypatch.setattr(sys, "argv", ["label", str(path), "--json", "--top-k", "0"])
    assert main() == 0
    read = json.loads(capsys.readouterr().out)
    assert list(read) == ["file", "duration", "reading", "known", "labels", "qualities", "captions", "segments"]
    assert read["duration"] == pytest.approx(5, abs=0.06)
    assert "BVH" in read["reading"]
    assert len(read["labels"]) == (Labels.load().kinds == "move").sum()


def test_what_is_told_of_a_file(tmp_path, monkeypatch, capsys):
    np.save(tmp_path / "a.npy", puppet(80).positions)
    monkeypatch.setattr(
        sys, "argv", ["label", str(tmp_path / "a.npy"), "--fps", "40", "--joints", "humanml3d", "--json"]
    )
    assert main() == 0
    read = json.loads(capsys.readouterr().out)
    assert read["duration"] == pytest.approx(2, abs=0.06)
    assert "humanml3d as told, at 40 fps as told" in read["reading"]


@pytest.mark.parametrize("command", [main, paragraph.main], ids=["label", "paragraph"])
@pytest.mark.parametrize("content", [None, "no motion here", "", "too short"])
def test_bad_file(tmp_path, monkeypatch, capsys, content, command):
    if content == "too short":
        write_bvh(tmp_path / "bad.bvh", frames=5)
    elif content is not None:
        (tmp_path / "bad.bvh").write_text(content)
    monkeypatch.setattr(sys, "argv", ["label", str(tmp_path / "bad.bvh")])
    assert command() == 2
    out, err = capsys.readouterr()
    assert not out
    assert len(err.splitlines()) == 1
    assert "bad.bvh" in err


@pytest.mark.parametrize(("name", "move"), [("cmu_walk", "walk"), ("wave_both_hands", "wave_both_hands")])
def test_people_are_read_as_what_they_do(mocap, name, move):
    """By the models that ship, which have seen nobody."""
    found = label(load(mocap / "examples" / f"{name}.bvh"), Encoders(), Labels.load(), Gallery.load(), 1)
    assert found["labels"][0]["text"] == move
    assert found["known"]
