"""What the page holds: big blocks go back to the system, and the words are read before anybody says one."""

import ctypes
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc and glibc")

TABLE = 30522 * 384 * 2
"""Bytes of the table of words: BERT's vocabulary, 384 half floats each."""

BLOCKS = """
import ctypes, sys
from demo.page.memory import settle

class Info(ctypes.Structure):
    names = "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost"
    _fields_ = [(name, ctypes.c_size_t) for name in names.split()]

mapped = ctypes.CDLL(None).mallinfo2
mapped.restype = Info
if sys.argv[1] == "settled":
    settle()
del (first := {"big": bytearray(8_000_000)})["big"]  # from here on glibc keeps what is smaller than that, if left alone
before = mapped().hblks
halves = [bytearray(60_000) for _ in range(200)]  # the first may fit where something was free
print(mapped().hblks - before)
"""

WORDS = """
import re
from pathlib import Path
from demo.encoders import Encoders

def read():
    parts = re.findall(r"text_encoder\\.stem\\n(?:.*\\n)*?Rss: +(\\d+)", Path("/proc/self/smaps").read_text())
    return sum(map(int, parts)) * 1024

encoders = Encoders()
encoders.encode_text(["a kick"])
print(read())
encoders.read_words()
print(read())
"""


def printed(program: str, *args: str) -> list[int]:
    run = subprocess.run([sys.executable, "-c", program, *args], capture_output=True, text=True, check=True)
    return [int(line) for line in run.stdout.split()]


def test_half_a_picture_is_a_block_of_its_own():
    if not hasattr(ctypes.CDLL(None), "mallinfo2"):
        pytest.skip("wants glibc 2.33 or later")
    (settled,), (alone,) = printed(BLOCKS, "settled"), printed(BLOCKS, "left alone")
    assert settled > 100
    assert alone == 0


def test_all_words_are_read():
    before, after = printed(WORDS)
    assert before < 0.1 * TABLE
    assert after >= TABLE
