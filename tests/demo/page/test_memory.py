"""What is free again goes back to the system, wherever it lies."""

import ctypes
import sys
from pathlib import Path

import pytest

from demo.page.memory import give_back

GLIBC = sys.platform == "linux" and hasattr(ctypes.CDLL(None), "malloc_trim")
PAGE = 4096


def _resident() -> float:
    """MB of this process."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE / 1e6


@pytest.mark.skipif(not GLIBC, reason="only glibc is asked to")
def test_gaps_are_given_back():
    blocks = [b"x" * 8000 for _ in range(10_000)]
    full = _resident()
    del blocks[:-1]  # the last one keeps all below it from being taken off the end
    give_back()
    assert _resident() < full - 60


def test_asking_is_safe_anywhere():
    give_back()
    give_back()
