"""The Space's folder, and a Space started from it as Hugging Face does: its own environment, its own requirements."""

import shutil
import subprocess
import sys

import pytest
from gradio_client import Client, handle_file

from export.space import ROOT, main, write
from motion.command import InputError
from tests.browser import serve
from tests.demo.puppet import write_bvh


@pytest.fixture(scope="module")
def space(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hub") / "space"
    write(folder)
    return folder


def test_only_what_the_page_needs(space):
    names = {path.name for path in space.iterdir()}
    assert names == {"README.md", "LICENSE", "requirements.txt", ".gitattributes", "demo", "motion", "models"}
    assert not [path for path in space.rglob("*") if path.name in ("__pycache__", "golden.npz")]
    assert (space / "models" / "gallery.npz").read_bytes() == (ROOT / "models" / "gallery.npz").read_bytes()


def test_front_matter(space):
    lines = (space / "README.md").read_text().split("---\n")[1].splitlines()
    said = dict(line.split(": ", 1) for line in lines)
    assert said["sdk"] == "gradio"
    assert (space / said["app_file"]).is_file()
    assert f"gradio=={said['sdk_version']}" in (space / "requirements.txt").read_text().splitlines()
    assert len(said["short_description"]) <= 60


def test_what_is_not_text_goes_through_lfs(space):
    tracked = {line.split()[0].removeprefix("*") for line in (space / ".gitattributes").read_text().splitlines()}
    for path in space.rglob("*"):
        if path.is_file():
            binary = b"\0" in path.read_bytes()
            assert (path.suffix in tracked) == binary, path
            assert binary or path.stat().st_size < 10e6, path


def test_over_an_older_space(space, tmp_path):
    older = tmp_path / "space"
    shutil.copytree(space, older)
    (older / ".git").mkdir()
    (older / "demo" / "gone.py").write_text("")
    write(older)
    assert (older / ".git").is_dir()
    assert not (older / "demo" / "gone.py").exists()


def test_nothing_else_is_overwritten(tmp_path, monkeypatch, capsys):
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(InputError, match=r"thesis\.txt"):
        write(tmp_path)
    with pytest.raises(InputError, match="found a file"):
        write(tmp_path / "thesis.txt")
    (tmp_path / "thesis.txt").unlink()
    (tmp_path / "demo").mkdir()
    monkeypatch.setattr(sys, "argv", ["space", str(tmp_path)])
    assert main() == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_it_starts_as_hugging_face_starts_it(space, tmp_path):
    venv = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", venv], check=True)
    python = venv / "bin" / "python"
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*install, "--requirement", space / "requirements.txt"], check=True)
    assert subprocess.run([python, "-c", "import torch"], capture_output=True).returncode, "torch is not needed"
    hub = {"SYSTEM": "spaces", "SPACE_ID": "somebody/dance", "GRADIO_SERVER_NAME": "0.0.0.0", "GRADIO_NUM_PORTS": "1",
           "GRADIO_ALLOW_FLAGGING": "never", "GRADIO_THEME": "huggingface", "PYTHONPATH": ""}  # fmt: skip
    with serve([str(space / "demo" / "app.py")], tmp_path, python=python, cwd=space, **hub) as url:
        client = Client(url, verbose=False, download_files=False)
        found = client.predict("a high kick", api_name="/search")
        assert found["results"]
        read = client.predict(handle_file(write_bvh(tmp_path / "kick.bvh", kick=100)), api_name="/label")
        assert read["labels"]
