"""What a run was asked to do, and by which code."""

import subprocess

from train import config


def test_a_copy_in_a_checkout_of_something_else_has_no_commit(tmp_path, monkeypatch):
    def git(*argv: str) -> str:
        who = ["-c", "user.name=somebody", "-c", "user.email=somebody@example.org"]
        return subprocess.run(["git", *who, *argv], cwd=tmp_path, capture_output=True, text=True, check=True).stdout

    git("init", "-q")
    git("commit", "-q", "--allow-empty", "-m", "something else")
    (tmp_path / "train").mkdir()
    (tmp_path / "train" / "config.py").touch()
    monkeypatch.setattr(config, "__file__", str(tmp_path / "train" / "config.py"))
    assert config.commit() == "unknown"
    git("add", ".")
    git("commit", "-q", "-m", "this")
    assert config.commit() == git("rev-parse", "--short", "HEAD").strip()
