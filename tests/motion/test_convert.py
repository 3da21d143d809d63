"""The converter's command line."""

import sys

import numpy as np
import pytest
from PIL import Image

from motion import load
from motion.convert import main, parse_args
from tests.motion.puppet import dance, write_bvh


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run the command beside a walk: exit code, standard output, standard error."""
    (tmp_path / "walk.bvh").write_text(write_bvh(*dance(60)))
    monkeypatch.chdir(tmp_path)

    def run(*argv: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["convert", *argv])
        code = main()
        return code, *capsys.readouterr()

    return run


@pytest.mark.parametrize("target", ["out.bvh", "out.npy", "OUT.NPY"])
def test_what_comes_out_is_what_was_read(run, target):
    code, out, _ = run("walk.bvh", target)
    assert code == 0
    assert out == (
        "BVH, 60 frames at 30 fps, 22 joints, 22 of 22 matched by SMPL's names, Y up, metres. "
        f"Written to {target}: 40 frames at 20 fps, 2.0 s.\n"
    )
    np.testing.assert_allclose(load(target).positions, load("walk.bvh").positions, atol=1e-3)


def test_gif(run):
    assert run("walk.bvh", "walk.gif")[0] == 0
    image = Image.open("walk.gif")
    assert (image.format, image.n_frames) == ("GIF", 40)


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (("none.bvh", "out.npy"), "none.bvh: found no such file"),
        (("walk.bvh", "out.fbx"), "out.fbx: found a file of type .fbx to write; accepted are .bvh, .npy, .gif"),
        (("walk.bvh", "none/out.npy"), "found no folder none"),
        (("walk.bvh", "walk.bvh"), "found the input file"),
        (("walk.bvh", "../{}/walk.bvh"), "found the input file"),
        (("walk.bvh", "link.bvh"), "found the input file"),
    ],
)
def test_bad_input(run, tmp_path, argv, words):
    (tmp_path / "link.bvh").symlink_to("walk.bvh")
    before = (tmp_path / "walk.bvh").read_text()
    code, out, err = run(*(arg.format(tmp_path.name) for arg in argv))
    assert (code, out) == (2, "")
    assert words in err
    assert len(err.splitlines()) == 1
    assert (tmp_path / "walk.bvh").read_text() == before


def test_another_file_is_replaced(run, tmp_path):
    (tmp_path / "out.npy").write_text("old")
    assert run("walk.bvh", "out.npy")[0] == 0
    assert len(load("out.npy")) == 40


def test_help_names_the_formats(capsys):
    with pytest.raises(SystemExit):
        parse_args(["--help"])
    out = " ".join(capsys.readouterr().out.split())
    assert "the file to read: .amc, .bvh, .c3d, .csv, .npy, .npz, .trc" in out
    assert "the file to write: .bvh, .npy, .gif" in out
