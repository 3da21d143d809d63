"""Composed dances: one body, no jumps, feet that stay, the side, the beat and the length that were asked for."""

import json
import sys
from itertools import pairwise

import numpy as np
import pytest

from demo.compose import composer as composing
from demo.compose.__main__ import main
from demo.compose.arrange import EASY, resized
from demo.compose.clause import Clause
from demo.compose.composer import Composer
from demo.compose.judge import judged
from demo.compose.report import report
from demo.compose.strand import BALLS, Strand, standing
from demo.gallery import Gallery
from demo.index import UNKNOWN, build_gallery
from motion import load
from motion.canonical import FPS, heading
from motion.command import InputError
from motion.pose import Body
from motion.skeleton import BONES, INDEX
from tests.bench.joins import bones_change, naive, peak_jerk, skate
from tests.demo.puppet import puppet

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
        gallery = Gallery(**{**vars_of(left_waves), "attributes": np.array(attributes)})
    composer = Composer(encoders, gallery, labels)
    right, left = (composer.compose(f"wave with the {side} hand") for side in ("right", "left"))
    assert right.parts[0].phrase.mirrored
    assert not left.parts[0].phrase.mirrored
    ways = wrists(right.clip.positions), wrists(left.clip.positions)
    assert ways[0]["right"] > 2 * ways[0]["left"]
    assert ways[1]["left"] > 2 * ways[1]["right"]


def vars_of(gallery: Gallery) -> dict:
    return {name: getattr(gallery, name) for name in Gallery.__dataclass_fields__}


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


@pytest.mark.parametrize("bpm", [90, 128])
def test_steps_fall_on_the_beat(composer, bpm):
    positions = composer.compose("march on the spot, then step touch", bpm=bpm).clip.positions
    stands = standing(positions)
    landings = np.flatnonzero((stands[1:] & ~stands[:-1]).any(axis=1)) + 1
    beat = 60 * FPS / bpm
    off = np.abs((landings + beat / 4) % (beat / 2) - beat / 4)  # beats, or halves of them
    beats = np.abs((landings + beat / 2) % beat - beat / 2)
    assert len(landings) > 6
    assert np.mean(off <= 1.01) > 0.75
    assert np.median(np.minimum(off, beats)) <= 0.7


def test_joins_take_nothing_of_the_lengths_that_are_asked_for(composer):
    made = composer.compose("wave the left hand for 2 seconds, jump for 4 seconds, then march for 5 seconds")
    assert [(stop - start) / FPS for start, stop in made.spans] == pytest.approx([2, 4, 5], abs=0.026)


@pytest.mark.parametrize(("seconds", "bpm"), [(5, None), (8, None), (14.5, None), (8, 110)])
def test_a_length(composer, seconds, bpm):
    made = composer.compose("walk, then clap, then bow", bpm=bpm, seconds=seconds)
    assert made.clip.duration == pytest.approx(seconds, abs=0.026)
    assert made.spans[-1][1] == len(made.clip)
    assert all(start < stop for start, stop in made.spans)


@pytest.mark.parametrize(("bpm", "beat"), [(None, 0.5), (100, 0.6)])
def test_counts_are_a_length(composer, bpm, beat):
    walked, held = composer.compose("walk 8 counts, hold for 4 counts", bpm=bpm).spans
    assert walked[1] / FPS == pytest.approx(8 * beat, abs=0.026)
    assert (held[1] - held[0]) / FPS == pytest.approx(4 * beat, abs=0.026)


@pytest.mark.parametrize("bpm", [40, 90, 100, 128])
def test_counts_begin_and_end_on_the_beat(composer, bpm):
    made = composer.compose("walk for 8 counts, clap for 4 counts, bow, then spin for 4 counts", bpm=bpm)
    beats = np.array(made.spans) / FPS * bpm / 60
    np.testing.assert_allclose(beats, beats.round(), atol=bpm / 60 / FPS)
    assert np.diff(beats).round().ravel()[[0, 1, 3]].tolist() == [8, 4, 4]
    assert [verdict.recognised for verdict in made.verdicts] == [True] * 4


@pytest.mark.parametrize("bpm", [60, 105, 200])
def test_movements_without_counts_begin_and_end_on_the_beat_too(composer, bpm):
    made = composer.compose("walk in, then clap your hands, then kick with the left leg and bow", bpm=bpm)
    beats = np.array(made.spans) / FPS * bpm / 60
    np.testing.assert_allclose(beats, beats.round(), atol=bpm / 60 / FPS)
    assert [verdict.recognised for verdict in made.verdicts] == [True] * 4


def test_the_shortest_movement_takes_as_many_beats_as_make_half_a_second(composer):
    assert composer.compose("jump for half a second", bpm=140).clip.duration == pytest.approx(2 * 60 / 140, abs=0.051)


@pytest.mark.parametrize("bpm", [None, 100])
@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("spin once for 8 counts", 1),
        ("spin twice to the left for 4 counts", 2),
        ("spin counter-clockwise 4 times", 4),
        ("spin three times for 8 counts", 3),
    ],
)
def test_a_count_is_danced_in_its_length(composer, text, turns, bpm):
    turned = np.unwrap(heading(composer.compose(text, bpm=bpm).clip.positions)) / (2 * np.pi)
    assert abs(turned[-1] - turned[0]) == pytest.approx(turns, abs=0.1)


@pytest.mark.parametrize("bpm", [None, 110])
@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("turn 90 degrees to the left", 0.25),
        ("half turn to the right", -0.5),
        ("spin one and a half turns to the left for 8 counts", 1.5),
        ("quarter turn right, then another quarter turn right", -0.5),
        ("turn 180 degrees to the left while waving", 0.5),
        ("walk in a circle", 1),
        ("run in a half circle clockwise for 8 counts", -0.5),
        ("walk in a circle twice, fast", 2),
        ("waltz in a circle to the right", -1),
        ("walk forward for 4 counts, turn 180 degrees right for 4 counts", -0.5),
        ("one and a half turns right for 4 counts, then bow", -1.5),
        ("jump 360", 1),
        ("turn 90 degrees left, 180 right", -0.25),
    ],
)
def test_turns_go_as_far_as_is_asked_for(composer, text, turns, bpm):
    turned = np.unwrap(heading(composer.compose(text, bpm=bpm).clip.positions)) / (2 * np.pi)
    assert turned[-1] - turned[0] == pytest.approx(turns, abs=0.06)


def gone(positions: np.ndarray) -> float:
    """Metres that the pelvis goes over the floor."""
    return float(np.linalg.norm(np.diff(positions[:, 0, [0, 2]], axis=0), axis=1).sum())


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("turn 180 degrees", 0.5),
        ("turn left", 0.25),
        ("turn to face the back", 0.5),
        ("jump, turn around, clap", 0.5),
        ("turn left, turn right, repeat", 0),
        ("turn in place", 0.25),
    ],
)
def test_who_only_turns_stays_on_the_spot_and_ends_the_turn(composer, text, turns):
    made = composer.compose(text)
    turned = np.unwrap(heading(made.clip.positions)) / (2 * np.pi)
    assert abs(turned[-1] - turned[0]) == pytest.approx(turns, abs=0.03)
    assert all(gone(made.clip.positions[start:stop]) < 1 for start, stop in made.spans)


@pytest.mark.parametrize(
    "text", ["a walking turn", "turn the corner", "spin across the room", "chaine turns to the left"]
)
def test_a_turn_that_is_to_go_goes(composer, text):
    assert gone(composer.compose(text).clip.positions) > 2


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("run to the left then to the right", [90, -90]),
        ("gallop right, then bow, then gallop forward", [-90, None, 0]),
        ("march to the left while clapping", [90, 90]),
        ("walk diagonally", [45]),
        ("walk forward diagonally to the right", [-45]),
        ("chasse to the left", [90]),
        ("run, left leg first", [0]),
        ("run to the left, turn around, run forward", [90, None, -90]),
        ("kick to the left, run", [None, 0]),
    ],
)
def test_the_side_to_go_to_is_seen_from_the_front(composer, text, ways):
    """Degrees to the left of where the dance began, in the second half of each movement."""
    made = composer.compose(text)
    root = made.clip.positions[:, 0]
    for (start, stop), wanted in zip(made.spans, ways, strict=True):
        x, _, z = root[stop - 1] - root[(start + stop) // 2]
        assert wanted is None or np.degrees(np.arctan2(x, z)) == pytest.approx(wanted, abs=10)
    assert np.abs(np.diff(np.unwrap(heading(made.clip.positions)))).max() < np.radians(25)


@pytest.mark.parametrize(
    ("text", "seconds"), [("walk forward 4 steps", 3), ("march x8", 7), ("4 walks back", 4), ("hip circles x4", 9)]
)
def test_steps_and_rounds_are_counted_and_not_phrases(composer, text, seconds):
    assert composer.compose(text).clip.duration < seconds


def test_a_movement_is_danced_once_where_nobody_says_how_often(composer):
    assert composer.compose("kick right, kick left, kick right, kick left").clip.duration < 9


def test_a_circle_ends_near_where_it_began(composer):
    root = composer.compose("walk in a circle").clip.positions[:, 0, [0, 2]]
    assert np.linalg.norm(root[-1] - root[0]) < 0.5
    assert np.ptp(root, axis=0).min() > 1


def test_whoever_turns_around_keeps_the_legs(composer):
    assert [part.clause.group for part in composer.compose("jump with a half turn").parts] == [0, 1]


def test_of_what_is_danced_at_once_the_longest_length_counts(composer):
    made = composer.compose("march for 8 counts while waving for 4 counts, then bow", bpm=100)
    assert made.spans[:2] == [(0, 96), (0, 96)]
    made = composer.compose("clap three times while marching for 8 counts, then bow")
    assert made.spans[:2] == [(0, 80), (0, 80)]


def test_a_count_ends_on_the_floor(composer):
    assert composer.compose("jump three times").clip.positions[-1, BALLS, 1].min() < 0.1


def test_a_whole_length_leaves_the_lengths_of_parts(composer):
    assert composer.compose("walk for 3 seconds, then bow", seconds=9).spans == [(0, 60), (60, 180)]


def test_a_length_in_which_the_beat_leaves_no_time_for_all_is_refused(composer):
    with pytest.raises(InputError, match="on this beat these movements take 17"):
        composer.compose("walk for 8 counts, spin for 8 counts, then bow", bpm=60, seconds=10)
    with pytest.raises(InputError, match="seconds or more"):
        composer.compose("walk, spin twice and bow", seconds=1)


def test_what_is_not_to_be_danced_is_left_out(composer):
    made = composer.compose("don't spin, just walk")
    assert [part.clause.text for part in made.parts] == ["just walk"]
    assert [clause.text for clause in made.unmatched] == ["don't spin"]
    with pytest.raises(InputError, match="No good match"):
        composer.compose("never jump")
    made = composer.compose("walk in slowly but don't spin, then bow")
    assert [part.clause.text for part in made.parts] == ["walk in slowly", "bow"]


@pytest.mark.parametrize("gesture", ["waving", "punching", "raising both arms"])
def test_a_gesture_over_steps_is_recognised_where_it_is_and_not_in_steps_alone(composer, gesture):
    made, plain = (composer.compose(text) for text in (f"walk forward while {gesture}", "walk forward"))
    assert [verdict.recognised for verdict in made.verdicts] == [True, True]
    spans = [(0, len(plain.clip))] * 2
    steps, waves = judged(plain.clip, made.parts, spans, composer.encoders, composer.labels)
    assert (steps.recognised, waves.recognised) == (True, False)


def test_misspelt_words_are_read_as_in_a_search(composer):
    made = composer.compose("wlak forward, jmup twice, then spinn to the left")
    assert [part.clause.text for part in made.parts] == ["walk forward", "jump twice", "spin to the left"]


def test_what_is_hardly_a_movement_is_left_out_where_others_are(composer):
    made = composer.compose("chorus: march, breathe in, then spin")
    assert [part.clause.text for part in made.parts] == ["march", "spin"]
    assert [clause.text for clause in made.unmatched] == ["chorus", "breathe in"]
    assert composer.compose("cartwheel").parts[0].faint


def test_the_same_text_gives_the_same_dance(composer, made):
    np.testing.assert_array_equal(composer.compose(TEXT).clip.positions, made.clip.positions)


def test_what_is_no_dance_is_left_out(composer, studio):
    told = report(composer.compose("jump, calculate the interest rate of a mortgage, then bow"), studio)
    assert [clause["text"] for clause in told["clauses"]] == ["jump", "bow"]
    assert told["ignored"] == ["calculate the interest rate of a mortgage"]


def test_what_has_no_word_that_is_known_is_left_out(composer, studio):
    told = report(composer.compose("spin, 慢慢旋转, then freeze"), studio)
    assert [clause["text"] for clause in told["clauses"]] == ["spin", "freeze"]
    assert told["ignored"] == ["慢慢旋转"]


def test_stillness_may_come_first(composer):
    made = composer.compose("stand still, then clap")
    assert made.parts[0].choices
    assert made.verdicts[0].recognised


def test_stillness_after_what_is_no_dance(composer):
    made = composer.compose("cook spaghetti, freeze, then spin")
    assert [clause.text for clause in made.unmatched] == ["cook spaghetti"]
    assert [part.clause.text for part in made.parts] == ["freeze", "spin"]


def test_a_slow_beat_makes_no_dance_longer_than_the_longest(composer, monkeypatch):
    text = "march, then walk, then run"
    plain = composer.compose(text).clip.duration
    lengths = {bpm: composer.compose(text, bpm=bpm).clip.duration for bpm in range(60, 120, 10)}
    slow, longer = max(lengths.items(), key=lambda item: item[1])
    assert longer > plain + 0.2
    monkeypatch.setattr(composing, "LONGEST", plain + 0.1)
    composer.compose(text)
    with pytest.raises(InputError, match=r"found movements of \d+ seconds; one dance lasts up to"):
        composer.compose(text, bpm=slow)


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


def test_a_length_beyond_reach_is_said(composer):
    with pytest.raises(InputError, match="or more"):
        composer.compose("jump five times, then spin three times", seconds=1)
    with pytest.raises(InputError, match="up to 120"):
        composer.compose(", ".join(["walk for 30 seconds", "run for 30 seconds"] * 3))
    with pytest.raises(InputError, match="up to 120"):
        composer.compose(", ".join(["walk for 12 bars", "run for 12 bars"] * 3))


def test_what_is_danced_at_once_leaves_no_less_time_to_the_rest():
    """Three seconds of two bound movements at once, and three that are open: of 9 s, the last takes what is left."""
    body = Body.of([puppet(60).positions])
    strand = Strand.of(puppet(60, travel=1).positions, body)
    asked = [Clause("spin", times=2), Clause("clap", times=4), Clause("walk", group=1)]
    spin, clap, walk = resized(asked, [strand] * 3, 120, 180, body)
    assert spin is clap is strand
    assert len(walk) == pytest.approx(180 / EASY[1] - 60, abs=1)
