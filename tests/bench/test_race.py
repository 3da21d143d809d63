"""The benchmark's own arithmetic: rounds, ratios, what is met, and what is printed."""

import json
import sys

import pytest

from tests.bench import __main__ as programme
from tests.bench import race as room
from tests.bench.race import Bar, Found, Spread, race, rows
from tests.bench.report import table


@pytest.fixture
def machine(monkeypatch):
    """A clock that only rivals move on, and a note of who was called."""
    now, called = [0.0], []
    monkeypatch.setattr(room, "perf_counter", lambda: now[0])

    def rival(name: str, *seconds: float):
        left = list(seconds)

        def call() -> None:
            called.append(name)
            now[0] += left.pop(0) if len(left) > 1 else left[0]

        return call

    return rival, called


def test_rivals_take_turns_and_the_first_call_of_a_round_does_not_count(machine):
    rival, called = machine
    # Each round calls twice: first the one that does not count.
    found = race({"ours": rival("ours", 9, 0.1, 9, 0.2, 9, 0.3), "theirs": rival("theirs", 9, 0.3, 9, 0.4, 9, 0.9)}, 3)
    assert called == ["ours", "ours", "theirs", "theirs"] * 3
    ours, theirs = found
    assert ours.ms.median == pytest.approx(200)
    assert ours.ratio is None
    assert theirs.ms.median == pytest.approx(400)
    assert theirs.ratio.median == pytest.approx(3), "of the rounds' ratios 3, 2 and 3, not of the medians"


def test_a_busy_moment_is_left_out_of_a_median(machine):
    rival, _ = machine
    (row,) = race({"ours": rival("ours", 1, 0.1, 50, 0.1)}, rounds=1, calls=3)
    assert row.ms.median == pytest.approx(100)


def test_spread_is_the_quartiles():
    assert Spread.of([4.0, 1.0, 2.0, 3.0, 5.0]) == Spread(3.0, 2.0, 4.0)


@pytest.mark.parametrize(
    ("value", "at_most", "met"), [(1, True, True), (3, True, False), (1, False, False), (2, False, True)]
)
def test_bars(value, at_most, met):
    bar = Bar("seconds", value, 2, at_most)
    assert bar.met is met
    printed = table(Found("a thing", bars=[bar]))
    assert ("NOT MET" in printed) is not met
    assert ("at most 2" if at_most else "at least 2") in printed


def test_table_and_json_hold_every_rival():
    found = Found(
        "a thing", rows({"ours": [1.0, 2.0], "theirs": [3.0, 8.0]}, {"theirs": {"kB": 7.0}}), facts={"cells": 5.0}
    )
    printed = table(found)
    for word in ("a thing", "ours", "theirs", "3.5 x", "kB 7", "cells"):
        assert word in printed
    assert json.loads(json.dumps(found.json()))["rows"][1]["ratio"] == {"median": 3.5, "low": 3.25, "high": 3.75}


def test_the_command_measures_what_is_asked_for(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr("tests.bench.gif.measure", lambda: Found("pictures", facts={"frames": 3.0}))
    monkeypatch.setattr(sys, "argv", ["bench", "--only", "gif", "--json", "--out", str(tmp_path / "bench.json")])
    assert programme.main() == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["gif"] == [{"title": "pictures", "rows": [], "bars": [], "facts": {"frames": 3.0}}]
    assert json.loads((tmp_path / "bench.json").read_text()) == printed
    assert printed["cores"] >= 1


@pytest.mark.parametrize("argv", [["--only", "nothing"], ["--load", "0"], ["--queries", "nowhere.json"]])
def test_bad_input(monkeypatch, capsys, argv):
    monkeypatch.setattr(sys, "argv", ["bench", *argv])
    with pytest.raises(SystemExit) as ended:
        raise SystemExit(programme.main())
    assert ended.value.code == 2
    assert "error" in capsys.readouterr().err
