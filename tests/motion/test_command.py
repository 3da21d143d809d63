"""What every command does with what it is given."""

import argparse
import io
import json
import sys

import pytest

from motion.command import InputError, command


def test_a_byte_that_is_no_text_is_printed_as_an_escape(monkeypatch):
    """As the system hands over a file's name in another encoding, where the output refuses what its own has not; JSON
    gives the very name back."""
    strict = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="strict")
    monkeypatch.setattr(sys, "stdout", strict)
    said = {"file": b"d\xe9nse \xc3\xbc.bvh".decode("utf-8", "surrogateescape")}
    assert command(lambda argv: argparse.Namespace(), lambda args: print(json.dumps(said, ensure_ascii=False))) == 0
    strict.flush()
    printed = strict.buffer.getvalue()
    assert printed == '{"file": "d\\udce9nse ü.bvh"}\n'.encode()
    assert json.loads(printed) == said


@pytest.mark.parametrize("instead", [io.StringIO(), None])
def test_an_output_may_be_anything(monkeypatch, instead):
    monkeypatch.setattr(sys, "stdout", instead)
    assert command(lambda argv: argparse.Namespace(), lambda args: print("dance")) == 0


def test_bad_input_is_a_line_and_a_code(capsys):
    def run(args: argparse.Namespace) -> None:
        raise InputError("found nothing.")

    assert command(lambda argv: argparse.Namespace(), run) == 2
    assert capsys.readouterr().err == "error: found nothing.\n"
