"""A gallery from a folder, and contact sheets of it."""

import sys

import numpy as np
import pytest
from PIL import Image

from demo import index, sheet
from demo.gallery import Gallery
from demo.index import build_gallery, clean
from demo.render import contact_sheet
from motion import ClipError
from motion.command import InputError
from tests.demo.puppet import puppet, write_bvh


@pytest.fixture
def folder(tmp_path):
    """Two dances, a long one below, a file that is no dance, and one that is not looked at."""
    folder = tmp_path / "mine"
    (folder / "deep").mkdir(parents=True)
    write_bvh(folder / "SlowSpin_02.bvh", turn=360)
    np.save(folder / "kick.npy", puppet(50, kick=90).positions)
    np.save(folder / "deep" / "long.npy", puppet(450).positions)
    (folder / "broken.bvh").write_text("not a dance")
    (folder / "notes.txt").write_text("nor this")
    return folder


def _run(module, monkeypatch, *argv) -> int:
    monkeypatch.setattr(sys, "argv", ["command", *map(str, argv)])
    return module.main()


def test_folder(folder, tmp_path, monkeypatch, capsys):
    """Captions and an older gallery may lie in the folder: they are no dances."""
    (folder / "words.csv").write_text("file,caption\nkick.npy,a big kick\n")
    out = folder / "mine.npz"
    out.write_bytes(b"older")
    assert _run(index, monkeypatch, folder, "--out", out, "--captions", folder / "words.csv") == 0
    gallery = Gallery.load(out)
    captions = dict(zip(gallery.ids.tolist(), gallery.captions.tolist(), strict=True))
    assert captions == {
        "SlowSpin_02.bvh": "slow spin",
        "deep/long.npy": "long",
        "deep/long.npy#2": "long",
        "deep/long.npy#3": "long",
        "kick.npy": "a big kick",
    }
    assert set(gallery.source.tolist()) == {"mine"}
    printed = capsys.readouterr()
    assert "broken.bvh" in printed.err
    assert "5 dances" in printed.out
    assert "1 files left out" in printed.out


def test_what_is_left_out_is_named_by_its_file(folder, tmp_path, monkeypatch, capsys):
    np.save(folder / "deep" / "short.npy", puppet(1).positions)
    (folder / "deep" / "broken.bvh").write_text("not a dance")
    assert _run(index, monkeypatch, folder, "--out", tmp_path / "mine.npz") == 0
    said = [line.partition(": ") for line in capsys.readouterr().err.splitlines() if line.startswith("left out")]
    assert [name for name, _, _ in said] == [
        "left out broken.bvh", "left out deep/broken.bvh", "left out deep/short.npy",
    ]  # fmt: skip
    assert all(reason.startswith("found ") for _, _, reason in said)


def test_what_is_told_holds_for_all_files(folder, tmp_path, monkeypatch):
    out = tmp_path / "mine.npz"
    assert _run(index, monkeypatch, folder, "--out", out, "--fps", 60, "--joints", "humanml3d", "--up", "Y") == 0
    gallery = Gallery.load(out)
    assert len(gallery.clip(gallery.ids.tolist().index("kick.npy"))) == 17
    assert len(gallery) == 3


def test_sheet(folder, tmp_path, monkeypatch):
    index.run(index.parse_args([str(folder), "--out", str(tmp_path / "mine.npz")]))
    out = tmp_path / "sheet.png"
    assert _run(sheet, monkeypatch, tmp_path / "mine.npz", folder / "kick.npy", "--out", out) == 0
    (one,) = contact_sheet([puppet()], [""]).size[1:]
    assert Image.open(out).height == 4 * one  # three of the gallery's, all without a move, and the file


def test_an_archive_that_is_no_gallery_is_a_motion_file(folder, tmp_path, monkeypatch, capsys):
    np.savez(tmp_path / "kick.npz", positions=puppet(50, kick=90).positions)
    out = tmp_path / "sheet.png"
    assert _run(sheet, monkeypatch, tmp_path / "kick.npz", folder / "kick.npy", "--out", out) == 0
    assert Image.open(out).height == 2 * contact_sheet([puppet()], [""]).height
    for name, content in (("none.npz", None), ("cut.npz", b"PK\x03\x04 cut")):
        if content:
            (tmp_path / name).write_bytes(content)
        assert _run(sheet, monkeypatch, tmp_path / name, "--out", out) == 2
        assert f"error: {name}: found " in capsys.readouterr().err


def test_a_sheet_is_a_png(folder, tmp_path, monkeypatch, capsys):
    assert _run(sheet, monkeypatch, folder / "kick.npy", "--out", tmp_path / "sheet") == 2
    assert "found 'sheet' to write to; accepted are names that end in .png" in capsys.readouterr().err


@pytest.mark.parametrize("rows", ["name,words\na,b\n", "\xff\xfe"])
def test_bad_captions(folder, tmp_path, monkeypatch, capsys, rows):
    (tmp_path / "words.csv").write_text(rows, encoding="latin-1")
    argv = (folder, "--out", tmp_path / "x.npz", "--captions", tmp_path / "words.csv")
    assert _run(index, monkeypatch, *argv) == 2
    assert "CSV" in capsys.readouterr().err


def test_captions_of_no_file_are_told(folder, tmp_path, monkeypatch, capsys):
    (tmp_path / "words.csv").write_text("file,caption\nkick,a big kick\n")
    assert _run(index, monkeypatch, folder, "--out", tmp_path / "x.npz", "--captions", tmp_path / "words.csv") == 0
    assert "a caption for kick, which is no file" in capsys.readouterr().err


def test_nowhere_to_write_is_told_before_the_work(folder, tmp_path, monkeypatch, capsys):
    assert _run(index, monkeypatch, folder, "--out", tmp_path / "none" / "x.npz") == 2
    assert "reading" not in (err := capsys.readouterr().err)
    assert "found no folder" in err


def test_empty_folder(tmp_path, monkeypatch, capsys):
    assert _run(index, monkeypatch, tmp_path, "--out", tmp_path / "x.npz") == 2
    assert "no motion file" in capsys.readouterr().err


@pytest.mark.parametrize("frames", [5, 201])
def test_clip_outside_the_contract(encoders, frames):
    with pytest.raises(ClipError, match="one"):
        build_gallery([puppet(frames)], [["a"]], [{}], ["here"], ["one"], encoders)


def test_all_that_a_dance_is_called_counts_in_a_search(folder, tmp_path, encoders):
    says = ["a high kick", "karate"]
    (tmp_path / "words.csv").write_text("file,caption\n" + "".join(f"kick.npy,{text}\n" for text in says))
    out = tmp_path / "mine.npz"
    index.run(index.parse_args([str(folder), "--out", str(out), "--captions", str(tmp_path / "words.csv")]))
    gallery = Gallery.load(out)
    number = gallery.index("kick.npy")
    assert gallery.captions[number] == "a high kick"
    both = encoders.encode_text(says).sum(0)
    np.testing.assert_allclose(gallery.caption_embeddings[number], both / np.linalg.norm(both), atol=1e-3)


def test_ids_must_differ(encoders):
    with pytest.raises(InputError, match="its own"):
        build_gallery([puppet(20)] * 2, [["a"]] * 2, [{}] * 2, ["here"] * 2, ["one"] * 2, encoders)


@pytest.mark.parametrize(
    ("stem", "caption"),
    [("Slow_spin-02", "slow spin"), ("walkTurnLeft", "walk turn left"), ("001", "001"), ("ÉlanVital", "élan vital")],
)
def test_clean(stem, caption):
    assert clean(stem) == caption
