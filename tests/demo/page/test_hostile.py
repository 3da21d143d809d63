"""What a visitor should not send: each ends in a message that says what is wrong, and the page goes on."""

import io
import re
import zipfile

import numpy as np
import pytest

from tests.demo.page.walk import EXAMPLE, read, search, toast, upload
from tests.demo.puppet import write_bvh
from tests.motion.pickled import pickled

MARKUP = "<img src=x onerror=alert(1)> ${alert(2)} `kick` {{query}} &amp; <script>alert(3)</script>"
TEXTS = {
    "markup": MARKUP,
    "emoji": "💃🕺✨",
    "another language": "一个人慢慢地转圈并踢腿",
    "another script, right to left": "شخص يرقص ببطء",
    "off topic": "quarterly tax report",
    "sql": "'; DROP TABLE dances; --",
    "template": "{{constructor.constructor('alert(1)')()}}",
    "path": "../../../../etc/passwd",
    "format": "%s%n%x {0.__class__}",
    "long": "kick and spin " * 715,
}
UNKNOWN = ("emoji", "another language", "another script, right to left", "off topic")
"""Texts that are about none of the dances, as far as the encoder can read."""


def test_odd_texts_are_answered_as_text(visit):
    page = visit(query="?text=kick&count=1")
    page.locator(".best .query").get_by_text("kick", exact=True).wait_for()  # or what the link asks for comes last
    for name, text in TEXTS.items():
        search(page, text.strip())
        assert page.locator(".best .query").inner_text() == text.strip()
        assert page.locator(".best .query *").count() == 0, name
        assert page.locator(".best .query").bounding_box()["height"] < 90, "of a long one the beginning is seen"
        told = " ".join(page.locator(".best .none").all_inner_texts())
        assert ("No good match" in told) or name not in UNKNOWN, name
        assert ("Too long to be read whole" in told) == (name == "long"), name


def test_no_text(page):
    for text in ("", "   ", "\u200b"):
        page.get_by_label("Movement").fill(text)
        page.get_by_role("button", name="Show the dance").click()
        toast(page, "This text has no words")
    search(page, EXAMPLE)


def _npy(array: np.ndarray) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, array)
    return buffer.getvalue()


def _bomb() -> bytes:
    """An archive whose array says that it is a thousand times larger than the file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("joints.npy", _npy(np.zeros((200_000, 22, 3), dtype=np.float32)) + bytes(200_000_000))
    return buffer.getvalue()


def _header(shape: str) -> bytes:
    head = f"{{'descr': '<f4', 'fortran_order': False, 'shape': {shape}, }}".ljust(117).encode() + b"\n"
    return b"\x93NUMPY\x01\x00" + len(head).to_bytes(2, "little") + head


def _bvh(tmp_path) -> str:
    return write_bvh(tmp_path / "good").read_text()


FILES = {
    "empty.bvh": lambda folder: b"",
    "notes.bvh": lambda folder: MARKUP.encode(),
    "binary.bvh": lambda folder: bytes(range(256)) * 40,
    "cut.bvh": lambda folder: _bvh(folder)[: len(_bvh(folder)) // 4].encode(),
    "deep.bvh": lambda folder: b"HIERARCHY\nROOT a\n{\nOFFSET 0 0 0\n" + b"JOINT b\n{\nOFFSET 0 0 0\n" * 20_000,
    "million.bvh": lambda folder: _bvh(folder).replace("Frames: 60", "Frames: 999999999").encode(),
    "infinite.bvh": lambda folder: _bvh(folder).replace(_bvh(folder).splitlines()[-1], "inf " * 69).encode(),
    "empty.npy": lambda folder: b"",
    "pickle.npy": lambda folder: _npy(pickled()),
    "huge.npy": lambda folder: _header("(99999999999, 22, 3)"),
    "negative.npy": lambda folder: _header("(-1, 22, 3)"),
    "picture.npy": lambda folder: _npy(np.zeros((480, 640, 3), dtype=np.uint8)),
    "nan.npy": lambda folder: _npy(np.full((60, 22, 3), np.nan)),
    "words.npy": lambda folder: _npy(np.array(["dance"] * 9)),
    "short.npy": lambda folder: _npy(np.random.default_rng(0).normal(size=(3, 22, 3))),
    "bomb.npz": lambda folder: _bomb(),
    "notzip.npz": lambda folder: b"PK\x03\x04 cut",
    "empty.csv": lambda folder: b"",
    "money.csv": lambda folder: b"month,tax\n1,200\n",
    "zeros.c3d": lambda folder: bytes(1024),
    "<b>bold<b>.bvh": lambda folder: b"no dance",
    "..%2f..%2fpasswd.bvh": lambda folder: b"no dance",
}
"""Files by name; each is refused in one sentence that begins with the name and says what was found."""


def test_hostile_files(page, tmp_path):
    """One visitor sends them all, so that each finds the page as the one before left it."""
    for name, make in FILES.items():
        content = make(tmp_path)
        (tmp_path / name).write_bytes(content)
        upload(page, tmp_path / name)
        called = r"\W*".join(re.findall(r"\w+", name)[-2:])  # Gradio leaves signs out of names
        page.get_by_role("alert").filter(has_text=re.compile(f"{called}: found")).wait_for()
        assert page.locator(".timeline").count() == 0, name
    read(page, write_bvh(tmp_path / "puppet.bvh"))


@pytest.mark.parametrize("name", ["dance.exe", "lonely.amc"])
def test_a_file_of_another_kind(page, tmp_path, name):
    """An .amc is one: its .asf can never be beside it."""
    (tmp_path / name).write_bytes(b"MZ")
    upload(page, tmp_path / name)
    toast(page, "file type")
    assert ".amc" not in page.get_by_text(".bvh, .c3d").inner_text()


def test_a_file_too_large(page, tmp_path):
    with (tmp_path / "large.npy").open("wb") as file:
        file.truncate(51 * 2**20)
    upload(page, tmp_path / "large.npy")
    toast(page, "maximum allowed size")
