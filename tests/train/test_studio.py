"""The studio's dances obey physics and their own words, move by move and quality by quality."""

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from motion.canonical import FPS, heading
from motion.clip import mirror
from motion.contract import MAX_FRAMES, MIN_FRAMES
from motion.rotation import about, rotate, shortest_arc, unit
from motion.skeleton import BONES, FEET, INDEX
from train.caption import Attributes
from train.studio import choreographer
from train.studio import play as playing
from train.studio.balance import outside
from train.studio.body import LIMITS
from train.studio.choreographer import choreograph, improvise, qualities
from train.studio.dancer import Dancer
from train.studio.quality import NAMES, Quality
from train.studio.repertoire import FIGURES, MOVES, Task, gallery_attributes, load_moves
from train.studio.score import Score

load_moves()
PLAIN = Quality()
SHARP, SMOOTH = Quality(snap=0.7, flow=0.1), Quality(blur=0.14, flow=1.6)
QUALIFIED = sorted(name for name in MOVES if qualities(name))
SIZED = sorted(name for name in MOVES if "big" in qualities(name))
VOCABULARY = Path(__file__).parents[3] / "shared" / "vocabulary.json"


def dance(name: str, quality: Quality = PLAIN, side: str = "right", seed: int = 0) -> np.ndarray:
    """One move by an even-sided dancer who keeps quite still, so that two dancings differ only in what is asked."""
    return played(name, side, seed)["positions"] if quality == PLAIN else danced(name, quality, side, seed)


@cache
def played(name: str, side: str, seed: int) -> dict:
    """A plain dance: its positions, and what the body was told to do: joints, controls and feet."""
    told, solve = {}, playing.solve

    def listen(dancer, control, feet, rise):
        told.update(joints=solve(dancer, control, feet, rise), control=control, feet=feet)
        return told["joints"]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(playing, "solve", listen)
        return {"positions": danced(name, PLAIN, side, seed), **told}


@cache
def danced(name: str, quality: Quality, side: str, seed: int) -> np.ndarray:
    """Danced once, whoever asks."""
    score = Score(np.random.default_rng(seed), Dancer(restlessness=0.0, looseness=0.0), quality)
    score.side = side
    move = MOVES[name]
    move.write(score, Task(side, (*move.directions, None)[0], (*move.times, None)[0]))
    positions = playing.play(score)
    positions.flags.writeable = False
    return positions


def reach(positions: np.ndarray) -> float:
    """How far the body reaches out: the deviation (m) of all joints from their mean places, seen from the dancer."""
    return room(rotate(about("y", -np.degrees(heading(positions)))[:, None], positions - positions[:, :1] * [1, 0, 1]))


def room(positions: np.ndarray) -> float:
    """How much room a dance takes: the deviation (m) of all joints from their mean places in the world."""
    return float(np.sqrt(positions.var(axis=0).sum(axis=-1).mean()))


def mean_speed(positions: np.ndarray) -> float:
    """Of all joints over the whole dance, m/s."""
    return float(np.linalg.norm(np.diff(positions, axis=0), axis=-1).mean() * FPS)


def peak_jerk(positions: np.ndarray) -> float:
    """Largest third derivative of any joint, m/s^3."""
    return float(np.linalg.norm(np.diff(positions, n=3, axis=0), axis=-1).max() * FPS**3)


def out_and_back(positions: np.ndarray, root: str, middle: str, end: str) -> float:
    """Farthest (m) that a knee or elbow is off for one frame about the line from root to end.

    Against the middle of the frames before and after, both carried to this frame's line, as far out as it is now: who
    spins evenly is never off.
    """
    root, middle, end = (positions[:, INDEX[name]].astype(float) for name in (root, middle, end))
    line, out = unit(end - root), middle - root
    out -= (out * line).sum(axis=1, keepdims=True) * line
    around = [rotate(shortest_arc(line[part], line[1:-1]), unit(out[part])) for part in (slice(-2), slice(2, None))]
    off = np.linalg.norm(unit(out[1:-1]) - unit(np.mean(around, axis=0)), axis=1)
    return float((off * np.linalg.norm(out[1:-1], axis=1)).max())


def stands(planted: np.ndarray) -> list[tuple[int, int]]:
    """Where runs of True begin and end."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], planted, [False]]).astype(int)))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def mean_of(measure, name: str, quality: Quality, seeds: int = 4) -> float:
    return float(np.mean([measure(dance(name, quality, seed=seed)) for seed in range(seeds)]))


@pytest.fixture(scope="module")
def phrases():
    rng = np.random.default_rng(11)
    return [improvise(rng, 2) for _ in range(300)]


def test_bones_keep_their_length(phrases):
    for phrase in phrases:
        lengths = np.stack([np.linalg.norm(phrase.positions[:, a] - phrase.positions[:, b], axis=1) for a, b in BONES])
        assert np.ptp(lengths, axis=1).max() < 1e-4, phrase.attributes


def test_no_foot_goes_under_the_floor(phrases):
    assert min(phrase.positions[:, FEET, 1].min() for phrase in phrases) > -0.01


def test_nobody_moves_faster_than_people_do(phrases):
    hardest = []
    for phrase in phrases:
        velocity = np.diff(phrase.positions, axis=0) * FPS
        fastest = np.linalg.norm(velocity, axis=-1).max()
        hardest.append(np.linalg.norm(np.diff(velocity, axis=0), axis=-1).max() * FPS)
        assert fastest < 18, f"{phrase.attributes}: a trained kicker's foot reaches 15 m/s, a run adds its own speed"
        assert hardest[-1] < 500, f"{phrase.attributes}: m/s^2, of a foot kicked in a fast spin"
    assert np.quantile(hardest, 0.99) < 400, "m/s^2, of a kicked foot or a thrown punch"


@pytest.mark.parametrize("limb", [("hip", "knee", "ankle"), ("shoulder", "elbow", "wrist")])
def test_no_knee_or_elbow_flips_to_the_other_side_for_a_frame(phrases, limb):
    for phrase in phrases:
        for side in ("left", "right"):
            joints = (f"{side}_{joint}" for joint in limb)
            assert out_and_back(phrase.positions, *joints) < 0.15, f"{phrase.attributes}: m"


@pytest.mark.parametrize("name", ["pirouette", "spin"])
def test_a_foot_in_the_air_does_not_wind_up_and_unwind(name):
    for seed in range(12):
        told = played(name, "right", seed)
        body = np.abs(np.diff(told["control"]["yaw"])).max()
        for foot in told["feet"].values():
            assert np.abs(np.diff(foot.yaw)).max() < body + 45, "degrees a frame"


@pytest.mark.parametrize("seconds", [0.2, 0.33, 1.0])
def test_a_whole_turn_is_even_however_brief(seconds):
    score = Score(np.random.default_rng(0), Dancer(), PLAIN)
    score.go(seconds / score.beat, turn=360, ease=1)
    sweep = np.diff(score.curves("yaw")["yaw"](np.linspace(0, seconds, 41)))
    assert sweep.min() >= 0
    assert sweep.sum() == pytest.approx(360)
    assert sweep.max() < 2 * 360 / 40


def test_lengths_suit_the_encoder(phrases):
    assert all(MIN_FRAMES <= len(phrase.positions) <= MAX_FRAMES for phrase in phrases)


@pytest.mark.parametrize("name", sorted(MOVES))
def test_a_body_keeps_within_its_limits_and_its_feet_where_they_stand(name):
    for seed in range(3):
        told = played(name, "right", seed)
        for control, values in told["control"].items():
            low, high = LIMITS.get(control.removeprefix("L_").removeprefix("R_"), (-np.inf, np.inf))
            assert values.min() >= low - 1e-6, control
            assert values.max() <= high + 1e-6, control
        for side, joint in (("L", "left_foot"), ("R", "right_foot")):
            foot, ball = told["feet"][side], told["joints"][:, INDEX[joint]]
            flat = foot.planted & (told["control"][f"{side}_free"] < 0.01) & (foot.pitch > -0.5)
            for start, stop in stands(flat):
                slid = np.linalg.norm((ball[start:stop] - np.median(ball[start:stop], axis=0))[:, [0, 2]], axis=1)
                assert slid.max() < 0.02, f"{joint} at {start / FPS:.2f} s"


@pytest.mark.parametrize("name", ["arabesque", "passe", "develope", "balance", "kick", "wave", "raise_arm", "tendu"])
def test_standing_balance_holds(name):
    for seed in range(3):
        told = played(name, "right", seed)
        carries = {side: told["feet"][side].planted & (told["control"][f"{side}_free"] < 0.5) for side in ("L", "R")}
        assert np.percentile(np.linalg.norm(outside(told["joints"], carries), axis=1), 90) < 0.05


@pytest.mark.parametrize("name", sorted(MOVES))
def test_left_is_the_mirror_of_right(name):
    np.testing.assert_allclose(dance(name, side="left"), mirror(dance(name, side="right")), atol=1e-4)


@pytest.mark.parametrize("name", QUALIFIED)
def test_slow_is_slower_and_fast_is_faster(name):
    fast, plain, slow = (mean_of(mean_speed, name, Quality(pace=pace)) for pace in (0.6, 1.0, 2.0))
    assert fast > 1.05 * plain
    assert slow < 0.8 * plain


@pytest.mark.parametrize("name", QUALIFIED)
def test_sharp_has_a_higher_peak_of_jerk_than_smooth(name):
    assert mean_of(peak_jerk, name, SHARP) > 1.15 * mean_of(peak_jerk, name, SMOOTH)


@pytest.mark.parametrize("name", SIZED)
def test_big_spans_more_than_small(name):
    grown = [
        mean_of(measure, name, Quality(size=1.5)) / mean_of(measure, name, Quality(size=0.5))
        for measure in (reach, room)
    ]
    assert max(grown) > 1.1


def test_heavy_stands_lower_than_light():
    for name in ("walk", "step_touch", "sway", "turn"):
        heavy, light = (
            mean_of(lambda p: float(np.median(p[:, 0, 1])), name, Quality(weight=weight)) for weight in (1.0, -1.0)
        )
        assert light > heavy + 0.04, name


def test_bouncy_goes_up_and_down():
    def bob(positions):
        return float(np.abs(np.diff(positions[:, 0, 1])).sum() / len(positions))

    for name in ("walk", "wave", "sway"):
        assert mean_of(bob, name, Quality(bounce=0.06), 16) > 1.5 * mean_of(bob, name, PLAIN, 16)


def test_arms_do_not_tell_a_walk_from_a_run():
    """Nor in recordings: how elbows are folded, and how far they fold and unfold, is drawn alike for both."""

    def elbows(name, seed):
        middle = slice(20, -20)
        positions = dance(name, seed=seed)[middle]
        shoulder, elbow, wrist = (positions[:, INDEX[f"left_{part}"]] for part in ("shoulder", "elbow", "wrist"))
        cos = (unit(elbow - shoulder) * unit(wrist - elbow)).sum(axis=-1)
        return np.degrees(np.arccos(np.clip(cos, -1, 1)))

    for measure in (np.mean, np.ptp):
        walks, runs = ([measure(elbows(name, seed)) for seed in range(60)] for name in ("walk", "run"))
        assert 0.25 < np.mean(np.array(walks)[:, None] < np.array(runs)) < 0.75


def test_a_right_hand_wave_raises_the_right_hand():
    highest = dance("wave", side="right")[:, [INDEX["left_wrist"], INDEX["right_wrist"]], 1].max(axis=0)
    assert highest[1] > highest[0] + 0.15


@pytest.mark.parametrize("name", ["jump", "leap", "hop", "star_jump", "tuck_jump", "run", "skip"])
def test_what_leaves_the_floor(name):
    feet = np.concatenate([dance(name, seed=seed)[:, FEET, 1].min(axis=1) for seed in range(4)])
    assert np.percentile(feet, 98) > 0.05


@pytest.mark.parametrize("name", ["walk", "march", "tango", "wave", "plie", "lunge", "turn"])
def test_what_does_not(name):
    feet = np.concatenate([dance(name, seed=seed)[:, FEET, 1].min(axis=1) for seed in range(4)])
    assert np.percentile(feet, 99) < 0.05


def test_a_run_has_more_steps_a_second_than_a_walk_in_every_mood():
    def cadence(name: str, seed: int) -> float:
        score = Score(np.random.default_rng(seed), Dancer(), PLAIN)
        MOVES[name].write(score, Task("right", "forward", None))
        lands = sorted(step.land for step in score.steps)
        return float(1 / np.median(np.diff(lands)))

    walks, runs = ([cadence(name, seed) for seed in range(30)] for name in ("walk", "run"))
    assert np.percentile(runs, 5) > np.percentile(walks, 90)


@pytest.mark.parametrize(("names", "least"), [(("slow",), 1.7), (("smooth",), 0.9), ((), 0.7)])
def test_what_is_too_long_is_not_danced_in_another_quality(monkeypatch, names, least):
    """It is danced again with other counts, in no less than this share of a plain dancer's beat."""
    paces, dance = [], choreographer._dance

    def watched(rng, attributes, dancer, quality):
        paces.append(quality.pace)
        return dance(rng, attributes, dancer, quality)

    monkeypatch.setattr(choreographer, "_dance", watched)
    for seed, name in enumerate(("rumba", "hip_circle", "wave")):
        phrase = choreograph(np.random.default_rng(seed), Attributes((name,), names), 1, longest=100)
        assert len(phrase.positions) <= MAX_FRAMES
        assert paces[-1] >= least
    assert len(paces) > 6, "some were too long"


def test_what_cannot_be_short_enough_is_said(monkeypatch):
    monkeypatch.setattr(choreographer, "_dance", lambda *how: np.zeros((MAX_FRAMES + 1, 22, 3)))
    with pytest.raises(ValueError, match="cannot be danced in 200 frames"):
        choreograph(np.random.default_rng(0), Attributes(("walk",), ("slow",)), 1)


def test_duration_does_not_give_the_label_away(phrases):
    rng = np.random.default_rng(5)
    medians, spreads = [], []
    for name in rng.choice(QUALIFIED, 20, replace=False):
        seconds = [len(choreograph(rng, Attributes((str(name),)), 1).positions) / FPS for _ in range(10)]
        medians.append(np.median(seconds))
        spreads.append(np.std(seconds))
    assert np.mean(spreads) > 0.5 * np.std(medians)


def test_the_same_seed_dances_the_same():
    one, two = (choreograph(np.random.default_rng(3), Attributes(("kick",), ("slow",), "left")) for _ in range(2))
    np.testing.assert_array_equal(one.positions, two.positions)
    assert one.captions == two.captions


@pytest.mark.skipif(not VOCABULARY.exists(), reason=f"no vocabulary at {VOCABULARY}")
def test_the_repertoire_is_the_vocabulary():
    vocabulary = json.loads(VOCABULARY.read_text())
    families = {move: family for family, moves in vocabulary["moves"].items() for move in moves}
    assert {name: move.family for name, move in MOVES.items()} == families
    assert set(NAMES) == {name for group in vocabulary["qualities"].values() for name in group}


def test_a_way_to_go_or_turn_is_a_direction_too():
    assert gallery_attributes(Attributes(("spin",), side="left"))["direction"] == "counterclockwise"
    assert gallery_attributes(Attributes(("side_lunge",), side="right"))["direction"] == "right"
    assert gallery_attributes(Attributes(("kick",), side="right"))["direction"] is None


@pytest.mark.parametrize("name", [name for name in MOVES if "left" in MOVES[name].directions])
@pytest.mark.parametrize("seed", range(3))
def test_who_goes_aside_goes_there_and_faces_the_front(name, seed):
    for direction, sign in (("left", 1), ("right", -1)):
        positions = choreograph(np.random.default_rng(seed), Attributes((name,), direction=direction), 1).positions
        gone = positions[-1, 0] - positions[0, 0]
        aside = sign * np.degrees(np.arctan2(gone[0], gone[2]))
        assert 10 < aside < 75
        assert np.abs(np.degrees(heading(positions))).max() < 45


def test_a_figure_is_both_of_its_moves():
    rng = np.random.default_rng(1)
    for names in FIGURES:
        phrase = choreograph(rng, Attributes(names, at_once=True))
        assert phrase.attributes == replace(phrase.attributes, moves=names, at_once=True)
        assert len(phrase.positions) >= MIN_FRAMES
