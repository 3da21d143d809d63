"""Composed dances: one body, no jumps, feet that stay, the side, the beat and the length that were asked for."""

import json
import sys
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from demo.compose.__main__ import main
from demo.compose.composer import Composer
from demo.compose.judge import judged
from demo.compose.report import report
from demo.compose.strand import BALLS, standing
from demo.gallery import Gallery
from demo.index import UNKNOWN, build_gallery
from motion import load
from motion.canonical import FPS, heading
from motion.skeleton import BONES, INDEX
from tests.bench.joins import bones_change, naive, peak_jerk, skate

TEXT = "walk in slowly, spin twice to the left, then kick with the left leg and freeze"


@pytest.fixture(scope="module")
def made(composer):
    return composer.compose(TEXT)


def test_clauses_follow_each_other_and_are_recognised(made, studio):
    told = report(made, studio)
    assert [clause["text"] for clause in told["clauses"]] == [
        "walk in slowly", "spin twice to the left", "kick with the left leg", "freeze",
    ]  # fmt: skip
    assert told["clauses"][0]["start"] == 0
    assert told["clauses"][-1]["end"] == told["duration"]
    assert all(before["end"] == after["start"] for before, after in pairwise(told["clauses"]))
    assert [clause["recognised"] for clause in told["clauses"]] == [True] * 4
    assert told["clauses"][-1]["id"] is None


def test_bones_are_constant(made):
    assert bones_change(made.clip.positions.astype(np.float64)) < 0.1
    assert min(np.linalg.norm(np.diff(made.clip.positions[0, bone], axis=0)) for bone in BONES) > 0.01


def test_a_dance_is_canonical(made):
    assert made.clip.fps == FPS
    np.testing.assert_allclose(made.clip.positions[0, 0, [0, 2]], 0, atol=1e-6)
    assert heading(made.clip.positions[:1])[0] == pytest.approx(0, abs=1e-6)
    assert made.clip.positions[..., 1].min() > -0.03


def test_joins_are_smoother_than_hard_cuts(made, composer):
    joins = [start for start, _ in made.spans[1:]]
    plain, cuts = naive(made, composer)
    positions = made.clip.positions.astype(np.float64)
    assert sum(peak_jerk(positions, joins)) < 0.5 * sum(peak_jerk(plain, cuts))
    assert sum(skate(positions, joins)) < 0.25 * sum(skate(plain, cuts))
    assert np.linalg.norm(np.diff(positions, axis=0), axis=2).max() < 0.5  # 10 m/s: a kick, but no jump


def test_standing_feet_stay(composer):
    """From clapping to waving nobody has to walk: what stands stays to the millimetre, and something always stands."""
    positions = composer.compose("clap, then wave the right hand").clip.positions
    stands, balls = standing(positions), positions[:, BALLS]
    assert stands.any(axis=1).mean() > 0.95
    moves = np.diff(balls, axis=0)
    rests = stands[1:] & stands[:-1] & (abs(moves[..., 1]) < 0.002)  # one that is put elsewhere rises first
    assert np.linalg.norm(moves[..., [0, 2]], axis=2)[rests].max() < 0.002


def test_a_frozen_dancer_is_still(made):
    start, stop = made.spans[-1]
    assert np.ptp(made.clip.positions[start + 10 : stop], axis=0).max() < 0.01


def balls_at_the_end(composer: Composer, text: str) -> np.ndarray:
    """Metres (2, 3) from the pelvis, but for its height, at which the balls of the feet are in the last frame."""
    positions = composer.compose(text).clip.positions
    return positions[-1, BALLS] - positions[-1, 0] * [1, 0, 1]


@pytest.mark.parametrize(
    ("text", "lifted", "apart"),
    [
        ("arabesque on the right leg, hold for 3 seconds", 0.4, 0.6),
        ("balance on the left leg and hold it for 5 seconds", 0.2, 0),
        ("lunge left and hold for 4 seconds", 0, 0.7),
        ("kick twice and hold", 0.3, 0.5),
    ],
)
def test_a_hold_keeps_the_pose_of_the_movement_before(composer, text, lifted, apart):
    balls = balls_at_the_end(composer, text)
    assert np.ptp(balls[:, 1]) >= lifted
    assert np.linalg.norm(balls[0] - balls[1]) >= apart


def test_a_hold_comes_after_all_that_was_counted(composer):
    made = composer.compose("kick twice and hold")
    kicking = np.ptp(made.clip.positions[:, BALLS, 1], axis=1) > 0.25
    assert np.sum(kicking[1:] & ~kicking[:-1]) == 2
    assert kicking[-1]


@pytest.mark.parametrize("text", ["squat down and stay there for 3 seconds", "kneel on one knee and hold"])
def test_whoever_stays_down_stays_down(composer, text):
    height = composer.compose(text, seconds=6).clip.positions[:, 0, 1]
    assert height[-1] < 0.7 * height[0]


@pytest.mark.parametrize(
    "text",
    [
        "walk 5 steps then stop",
        "run 4 steps and stop",
        "kick with the right leg and stop",
        "balance on the left leg, hold, then stand still",
        "kneel on one knee, stand up",
    ],
)
def test_whoever_stops_closes_the_feet_and_stands(composer, text):
    balls, height = balls_at_the_end(composer, text), composer.compose(text).clip.positions[:, 0, 1]
    assert balls[:, 1].max() < 0.05
    assert np.linalg.norm(balls[0] - balls[1]) < 0.35
    assert height[-1] > 0.85 * height.max()


def test_a_count_and_a_direction(made):
    start, stop = made.spans[1]
    turned = np.unwrap(heading(made.clip.positions))[[start, stop - 1]]
    assert 4 * np.pi - 1 < np.ptp(turned) < 4 * np.pi + 1
    assert turned[1] > turned[0]  # to the left


def wrists(positions: np.ndarray) -> dict[str, float]:
    """Metres that each wrist goes as seen from the pelvis."""
    seen = positions - positions[:, :1]
    ways = np.linalg.norm(np.diff(seen, axis=0), axis=2).sum(axis=0)
    return {side: ways[INDEX[f"{side}_wrist"]] for side in ("left", "right")}


@pytest.fixture(scope="module")
def left_waves(studio, encoders) -> Gallery:
    """Waves with the left hand, of which nothing but a caption without a side is known."""
    wanted = {"moves": ["wave"], "side": "left"}
    left = [i for i in range(len(studio)) if wanted.items() <= studio.entry(i)["attributes"].items()][:4]
    clips = [studio.clip(index) for index in left]
    return build_gallery(clips, [["waves a hand"]] * 4, [UNKNOWN] * 4, ["own"] * 4, list("abcd"), encoders)


@pytest.mark.parametrize("known", [True, False])
def test_mirrored_for_the_side_asked(known, left_waves, studio, encoders, labels):
    gallery = left_waves
    if known:
        attributes = [json.dumps({**UNKNOWN, "moves": ["wave"], "side": "left"})] * 4
        gallery = replace(left_waves, attributes=np.array(attributes))
    composer = Composer(encoders, gallery, labels)
    right, left = (composer.compose(f"wave with the {side} hand") for side in ("right", "left"))
    assert right.parts[0].phrase.mirrored
    assert not left.parts[0].phrase.mirrored
    ways = wrists(right.clip.positions), wrists(left.clip.positions)
    assert ways[0]["right"] > 2 * ways[0]["left"]
    assert ways[1]["left"] > 2 * ways[1]["right"]


def test_the_other_side_of_what_has_none_is_its_mirror_image(composer):
    before, after = composer.compose("kick ball change, then the other side").parts
    assert before.phrase.index == after.phrase.index
    assert (before.phrase.mirrored, after.phrase.mirrored) == (False, True)


def test_the_upper_body_of_one_over_the_legs_of_another(composer):
    made = composer.compose("march on the spot while waving the right hand")
    positions = made.clip.positions
    assert len({span for span in made.spans}) == 1
    raised = positions[:, INDEX["right_wrist"], 1] - positions[:, INDEX["right_shoulder"], 1]
    assert np.median(raised) > -0.1  # the hand that waves is beside the shoulder or higher, while
    knees = positions[:, [INDEX["left_knee"], INDEX["right_knee"]], 1]
    assert np.ptp(knees, axis=0).min() > 0.1  # both knees come up in turn


def test_two_movements_of_the_legs_take_a_phrase_of_both_or_turns(composer):
    both = composer.compose("spin with a kick").parts
    assert [part.phrase.index for part in both] == [both[0].phrase.index]
    assert composer.pool.moves(both[0].phrase) >= {"spin", "kick"}
    turns = composer.compose("kneel while running").parts
    assert [part.clause.group for part in turns] == [0, 1]


@pytest.mark.parametrize(
    ("text", "danced", "left_out"),
    [
        ("don't spin, just walk", ["just walk"], ["don't spin"]),
        ("walk in slowly but don't spin, then bow", ["walk in slowly", "bow"], ["don't spin"]),
        ("chorus: march, breathe in, then spin", ["march", "spin"], ["chorus", "breathe in"]),
        ("breathe in, freeze, then spin", ["freeze", "spin"], ["breathe in"]),
        ("jump, calculate the interest rate of a mortgage", ["jump"], ["calculate the interest rate of a mortgage"]),
        ("spin, 慢慢旋转, then freeze", ["spin", "freeze"], ["慢慢旋转"]),
        ("cook spaghetti, freeze, then spin", ["freeze", "spin"], ["cook spaghetti"]),
        ("wlak forward, jmup twice, then spinn left", ["walk forward", "jump twice", "spin left"], []),
    ],
)
def test_what_is_no_dance_or_not_to_be_danced_is_left_out(composer, studio, text, danced, left_out):
    told = report(composer.compose(text), studio)
    assert [clause["text"] for clause in told["clauses"]] == danced
    assert told["ignored"] == left_out


def test_what_is_hardly_a_movement_is_danced_where_nothing_else_is(composer):
    assert composer.compose("cartwheel").parts[0].faint


@pytest.mark.parametrize("gesture", ["waving", "punching", "raising both arms"])
def test_a_gesture_over_steps_is_recognised_where_it_is_and_not_in_steps_alone(composer, gesture):
    made, plain = (composer.compose(text) for text in (f"walk forward while {gesture}", "walk forward"))
    assert [verdict.recognised for verdict in made.verdicts] == [True, True]
    spans = [(0, len(plain.clip))] * 2
    steps, waves = judged(plain.clip, made.parts, spans, composer.encoders, composer.labels)
    assert (steps.recognised, waves.recognised) == (True, False)


def test_the_same_text_gives_the_same_dance(composer, made):
    np.testing.assert_array_equal(composer.compose(TEXT).clip.positions, made.clip.positions)


def test_stillness_may_come_first(composer):
    made = composer.compose("stand still, then clap")
    assert made.parts[0].choices
    assert made.verdicts[0].recognised


def test_a_gallery_of_ones_own(gallery, encoders, labels):
    """Five dances of a puppet, with captions and no known side."""
    made = Composer(encoders, gallery, labels).compose("wave, then kick")
    assert bones_change(made.clip.positions.astype(np.float64)) < 0.1
    assert {gallery.ids[part.phrase.index] for part in made.parts} <= set(gallery.ids.tolist())


def test_command_line(tmp_path, monkeypatch, capsys):
    out = tmp_path / "dance.bvh"
    monkeypatch.setattr(sys, "argv", ["compose", "jump, then bow", "--out", str(out), "--length", "6", "--json"])
    assert main() == 0
    told = json.loads(capsys.readouterr().out)
    assert list(told) == ["file", "text", "duration", "clauses", "ignored", "timing_ms"]
    assert list(told["clauses"][0]) == [
        "text", "start", "end", "id", "caption", "mirrored", "faint", "recognised", "score", "read_as",
    ]  # fmt: skip
    assert told["duration"] == 6
    assert load(out).duration == pytest.approx(6, abs=0.06)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no movement"),
        ("the stock market fell sharply", "No good match"),
        ("never jump", "No good match"),
        ("慢慢旋转", "No good match"),
        ("慢慢旋转, 踢", "No good match"),
        ("x" * 10000, "10000 characters"),
        ("jump and " * 100, "100 movements"),
    ],
)
def test_bad_texts_get_one_line(tmp_path, monkeypatch, capsys, text, message):
    monkeypatch.setattr(sys, "argv", ["compose", text, "--out", str(tmp_path / "a.npy")])
    assert main() == 2
    out, err = capsys.readouterr()
    assert not out
    assert len(err.splitlines()) == 1
    assert message in err
    assert len(err) < 300
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("options", [["--bpm", "5"], ["--bpm", "nan"], ["--length", "0"], ["--length", "x"], []])
def test_bad_options(tmp_path, monkeypatch, capsys, options):
    out = ["--out", str(tmp_path / "a.npy")] if options else []
    monkeypatch.setattr(sys, "argv", ["compose", "walk", *out, *options])
    with pytest.raises(SystemExit) as stopped:
        main()
    assert stopped.value.code == 2
    assert "error:" in capsys.readouterr().err
