"""How long, how far and which way composed dances go: beats, counts, turns, lengths."""

import numpy as np
import pytest

from demo.compose import composer as composing
from demo.compose.arrange import EASY, resized
from demo.compose.clause import Clause
from demo.compose.strand import BALLS, Strand, standing
from motion.canonical import FPS, heading
from motion.command import InputError
from motion.pose import Body
from tests.demo.puppet import puppet


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
    alone = composer.compose("kick right while calculating the interest rate of a mortgage")
    assert alone.clip.duration == composer.compose("kick right").clip.duration


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
    (_, spin), (_, clap), (_, walk) = resized([(clause, strand) for clause in asked], 120, 180, body)
    assert spin is clap is strand
    assert len(walk) == pytest.approx(180 / EASY[1] - 60, abs=1)
