"""The processes that draw: what they make, and what becomes of them when one, or the page, is killed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from demo.page.forms import DRAWN, FORMS, make
from demo.page.pens import Pens
from tests.demo.puppet import puppet

ROOT = Path(__file__).parents[3]
PAGE = """
from demo.page.pens import Pens
from tests.demo.puppet import puppet

if __name__ == "__main__":
    pens = Pens()
    pens.make("dance.gif", puppet(30))
    print(*pens._processes._processes, flush=True)
    input()
"""


@pytest.fixture(scope="module")
def pens() -> Pens:
    return Pens()


@pytest.mark.parametrize("name", [*FORMS])
def test_they_make_what_would_be_made_here(pens, name):
    assert pens.make(name, puppet(30)) == make(name, puppet(30))


def test_of_a_long_dance_they_are_sent_what_they_draw(pens, monkeypatch):
    sent, submit = [], pens._processes.submit

    def watched(make, name, clip, piece, pieces):
        sent.append(len(clip))
        return submit(make, name, clip.cut(0, 2), piece, pieces)

    monkeypatch.setattr(pens._processes, "submit", watched)
    pens.make("dance.gif", puppet(DRAWN + 50))
    pens.make("dance.npy", puppet(DRAWN + 50))
    assert sent == [DRAWN, DRAWN, DRAWN + 50]


def test_others_take_the_place_of_one_that_was_killed(pens):
    pens.make("dance.reel", puppet(30))
    lost, *_ = pens._processes._processes
    os.kill(lost, signal.SIGKILL)
    for _ in range(200):  # the other process may answer before the loss is noticed
        assert pens.make("dance.reel", puppet(30)) == make("dance.reel", puppet(30))
        if lost not in pens._processes._processes:
            return
        time.sleep(0.05)
    pytest.fail("the process that was killed is still counted on")


def test_what_cannot_be_made_is_an_error_and_no_end(pens):
    with pytest.raises(KeyError):
        pens.make("dance.exe", puppet(30))
    assert pens.make("dance.reel", puppet(30))


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="there is no /proc to see processes in")
def test_they_end_with_the_page_that_was_killed(tmp_path):
    script = tmp_path / "page.py"
    script.write_text(PAGE)
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    page = subprocess.Popen([sys.executable, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env, text=True)
    drawing = [int(process) for process in page.stdout.readline().split()]
    assert all(map(_runs, drawing))
    page.kill()
    page.communicate()
    deadline = time.monotonic() + 30
    while any(map(_runs, drawing)):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def _runs(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False
