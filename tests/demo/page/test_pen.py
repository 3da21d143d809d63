"""The process that draws: what it makes, and what becomes of it when it, or the page, is killed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from demo.page.forms import FORMS, make
from demo.page.pen import Pen
from tests.demo.puppet import puppet

ROOT = Path(__file__).parents[3]
PAGE = """
from demo.page.pen import Pen
from tests.demo.puppet import puppet

if __name__ == "__main__":
    pen = Pen()
    pen.make("dance.reel", puppet(30))
    print(*pen._process._processes, flush=True)
    input()
"""


@pytest.fixture(scope="module")
def pen() -> Pen:
    return Pen()


@pytest.mark.parametrize("name", [*FORMS])
def test_it_makes_what_would_be_made_here(pen, name):
    assert pen.make(name, puppet(30)) == make(name, puppet(30))


def test_another_takes_the_place_of_one_that_was_killed(pen):
    pen.make("dance.reel", puppet(30))
    (lost,) = pen._process._processes
    os.kill(lost, signal.SIGKILL)
    assert pen.make("dance.reel", puppet(30)) == make("dance.reel", puppet(30))
    assert lost not in pen._process._processes


def test_what_cannot_be_made_is_an_error_and_no_end(pen):
    with pytest.raises(KeyError):
        pen.make("dance.exe", puppet(30))
    assert pen.make("dance.reel", puppet(30))


def test_it_ends_with_the_page_that_was_killed(tmp_path):
    script = tmp_path / "page.py"
    script.write_text(PAGE)
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    page = subprocess.Popen([sys.executable, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env, text=True)
    drawing = int(page.stdout.readline())
    assert _runs(drawing)
    page.kill()
    page.communicate()
    deadline = time.monotonic() + 30
    while _runs(drawing):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def _runs(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False
