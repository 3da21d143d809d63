"""A whole dance in words, and back: the sentence of a dance composed of a text names its moves in order."""

import json
import sys
from itertools import pairwise

import numpy as np
import pytest

from demo.label import SCAN, STEP, per_frame, scan
from demo.manner import MANNERS
from demo.paragraph import TOLD, Step, _lefts, main, runs, sentence, steps
from demo.verbs import VERBS, sided, verb
from motion import ClipError
from motion.canonical import FPS
from motion.phrases import phrase_bounds
from tests.demo.puppet import puppet, write_bvh
from tests.motion.effort import little_effort


def test_every_move_of_the_vocabulary_has_words(labels):
    assert set(VERBS) == set(labels.ids[labels.kinds == "move"].tolist())
    assert all("_" not in verb(move) for move in VERBS)


def test_every_quality_has_words(labels):
    assert set(MANNERS) == set(labels.ids[labels.kinds == "quality"].tolist())


def test_a_label_of_ones_own_is_said_by_its_id():
    assert verb("pas_de_chat") == "pas de chat"
    assert sided("pas_de_chat", "left") == "pas de chat"


def _read(known: bool = True, **qualities: float) -> dict:
    return {"known": known, "qualities": [{"text": text, "score": share} for text, share in qualities.items()]}


@pytest.mark.parametrize(
    ("danced", "expected"),
    [
        ([("walk", None)], "Walks forward."),
        ([("walk", None), ("turn", "left")], "Walks forward, then turns to the left."),
        (
            [("walk", None), ("wave", "right"), ("walk", None)],
            "Walks forward, waves with the right hand, then walks forward again.",
        ),
        ([("kick", "left"), ("kick", "right")], "Kicks with the left leg, then with the right."),
        (
            [("punch", "left"), ("punch", "right"), ("punch", "left")],
            "Punches with the left fist, with the right, then with the left again.",
        ),
        ([("turn", "left"), ("turn", "right")], "Turns to the left, then to the right."),
        ([("plie", None), ("tendu", "left"), ("passe", None)], "Does a plié, a tendu with the left leg, then a passé."),
        ([("salsa", None), ("cha_cha", None)], "Dances salsa, then cha-cha."),
    ],
)
def test_sentence(danced, expected):
    assert sentence([Step(move, side, 0, 1, 0.9) for move, side in danced], _read(slow=0.1)) == expected


@pytest.mark.parametrize(
    ("shares", "read", "expected"),
    [
        ([0.9], _read(slow=0.5, smooth=0.3), "Bows, slowly."),
        ([0.9], _read(slow=0.49, smooth=0.3), "Bows."),
        ([0.3], _read(fast=0.1), "Perhaps bows."),
        ([0.9, 0.3], _read(big=0.6), "Bows, then perhaps bows again; on the whole with big movements."),
        ([0.3, 0.9], _read(known=False, slow=0.1), "No known move; the nearest: bows, then bows again."),
    ],
)
def test_how_surely_and_in_what_manner(shares, read, expected):
    assert sentence([Step("bow", None, 0, 1, share) for share in shares], read) == expected


def test_many_steps_are_counted():
    walk, turn = (Step(move, None, 0, 1, 0.9) for move in ("walk", "turn"))
    assert sentence([walk, turn] * TOLD, _read(slow=0.1)).endswith(f"turns again, then {TOLD} more steps.")


def test_flickers_fall_to_their_neighbours():
    """Three moves over 100 frames; the second leads for five frames only, in the middle of the first."""
    by_frame = np.zeros((100, 3))
    by_frame[:60, 0], by_frame[60:, 2], by_frame[30:35, 1] = 1, 1, 2
    assert runs(np.array(["a", "b", "c"]), by_frame) == [(0, 60, "a"), (60, 100, "c")]


def test_a_flicker_at_an_end_and_a_dance_of_nothing_else():
    by_frame = np.eye(2)[[0] * 3 + [1] * 40]
    assert runs(np.array(["a", "b"]), by_frame) == [(0, 43, "b")]
    assert runs(np.array(["a", "b"]), by_frame[:2]) == [(0, 2, "a")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("march on the spot, then clap, then bow", [("march", None), ("clap", None), ("bow", None)]),
        ("punch with the left hand, then the right", [("punch", "left"), ("punch", "right")]),
    ],
)
def test_there_and_back(composer, encoders, labels, text, expected):
    told = steps(scan(composer.compose(text).clip, encoders), encoders, labels)
    assert [(step.move, step.side) for step in told] == expected
    assert told[0].start == 0
    assert all(0 < step.score <= 1 for step in told)


@pytest.mark.parametrize("windows", [1, 3, 40])
def test_sides_are_heard_in_the_windows_of_a_step_alone(windows):
    """As they are in all windows, of which those that hold none of its frames say nothing."""
    rng = np.random.default_rng(windows)
    bounds, embeddings, way = (
        phrase_bounds(SCAN + STEP * (windows - 1), SCAN, STEP),
        rng.normal(size=(windows, 8)),
        rng.normal(size=8),
    )
    whole = per_frame(1 / (1 + np.exp(-(embeddings @ way)))[:, None], bounds)[:, 0]
    for start, stop in ((0, len(whole)), (0, 1), (9, 10), (10, 31), (len(whole) - 7, len(whole))):
        lefts = _lefts(way, (bounds, embeddings), start, stop, 1.0)
        np.testing.assert_allclose(lefts, whole[start:stop], rtol=1e-6)


def test_a_dance_of_an_hour_costs_little(encoders, labels, studio):
    bounds = phrase_bounds(3600 * FPS, SCAN, STEP)
    danced = np.repeat(np.random.default_rng(0).integers(len(studio), size=len(bounds) // 4 + 1), 4)[: len(bounds)]
    with little_effort():
        assert len(steps((bounds, studio.embeddings[danced]), encoders, labels)) > 1000


def test_steps_cover_the_clip(encoders, labels):
    clip = puppet(190, turn=700, kick=60)
    told = steps(scan(clip, encoders), encoders, labels)
    assert told[0].start == 0
    assert told[-1].end == clip.duration
    assert all(before.end == after.start for before, after in pairwise(told))


def test_too_short(encoders):
    with pytest.raises(ClipError, match="at least"):
        scan(puppet(5), encoders)


def test_command_line(tmp_path, monkeypatch, capsys):
    path = write_bvh(tmp_path / "wave.bvh", frames=100)
    monkeypatch.setattr(sys, "argv", ["paragraph", str(path)])
    assert main() == 0
    said = capsys.readouterr().out.strip()
    assert said.endswith(".")
    monkeypatch.setattr(sys, "argv", ["paragraph", str(path), "--json"])
    assert main() == 0
    told = json.loads(capsys.readouterr().out)
    assert list(told) == ["file", "text", "steps"]
    assert told["text"] == said
    assert list(told["steps"][0]) == ["move", "side", "start", "end", "score", "words"]
