"""The benchmark: measures against figures known by hand, and what it measures on."""

import json
import re
from itertools import permutations

import numpy as np
import pytest

from motion.canonical import face_forward
from motion.clip import mirror
from train import evaluate, holdout
from train.baselines.chance import Chance
from train.bench import suite
from train.bench.corpus import Corpus
from train.bench.known_rows import _auroc
from train.bench.measure import Measure, right, summary
from train.bench.protocols import protocols
from train.bench.report import table
from train.bench.rows import Rows
from train.bench.studio_rows import compositions, minimal_pairs
from train.caption import Attributes
from train.corpus import studio
from train.encoders import Once
from train.metrics import auroc, both_directions
from train.odd import BROKEN, aimless
from train.studio.choreographer import any_wish, decide
from train.studio.programme import wishes
from train.studio.repertoire import MOVES, load_moves

load_moves()
SMALL = Corpus(40)


@pytest.fixture(autouse=True, scope="module")
def few():
    """Fewer pairs and words, and every fortieth dance of the gallery."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("train.bench.corpus.PAIRS", 8)
        patch.setattr("train.bench.corpus.EACH", 2)
        patch.setattr("train.studio.programme.wishes", lambda seed: wishes(seed)[::40])
        yield


def test_what_is_held_out_is_fixed_and_never_plain():
    rng = np.random.default_rng(0)
    wished = [decide(rng, any_wish(rng)) for _ in range(4000)]
    parts = [holdout.part(wish) for wish in wished]
    assert all(part == holdout.TRAIN for wish, part in zip(wished, parts, strict=True)
               if len(wish.moves) == 1 and not wish.qualities)  # fmt: skip
    assert 0.08 < parts.count(holdout.TEST) / len(parts) < 0.18
    assert 0.03 < parts.count(holdout.VALIDATION) / len(parts) < 0.08
    assert holdout.part(Attributes(("kick",), ("slow",), "left", None, 2)) == holdout.part(
        Attributes(("kick",), ("slow",), "left", "forward", 3)
    ), "times and direction are not part of a composition"
    known = {("walk", "slow", None): "validation", ("walk", "fast", None): "test", ("run", "fast", None): "train",
             ("turn", "slow", "left"): "validation", ("turn", "bouncy", "left"): "test"}  # fmt: skip
    for (move, quality, side), held in known.items():
        assert holdout.part(Attributes((move,), (quality,), side)) == held, "committed weights were trained so"


def test_what_is_held_out_is_in_no_compound_that_is_learned():
    load_moves()
    rng = np.random.default_rng(0)
    learned = [
        wish for wish in (decide(rng, any_wish(rng)) for _ in range(4000)) if holdout.part(wish) == holdout.TRAIN
    ]
    inside = [
        Attributes((move,), wish.qualities, wish.side if MOVES[move].sided else None)
        for wish in learned
        for move in wish.moves
    ]
    assert len(inside) > len(learned)
    assert {holdout.part(each) for each in inside} == {holdout.TRAIN}


@pytest.mark.parametrize("part", [holdout.TRAIN, holdout.VALIDATION, holdout.TEST])
def test_the_studio_dances_only_the_part_it_is_asked_for(part):
    assert {holdout.part(phrase.attributes) for phrase in studio(12, 3, part, workers=1)} == {part}


def test_a_balanced_figure_is_the_mean_over_groups():
    measure = right(["a", "a", "a", "b"], ["a", "a", "a", "a"], balanced=True)
    assert measure.figure == 50
    assert Measure(np.array([1.0, 9.0, 2.0]), median=True).figure == 2
    again = Measure.from_json(json.loads(json.dumps(measure.as_json())))
    assert again.figure == 50


def test_an_interval_holds_the_mean_and_narrows_with_more_items():
    few, many = (summary([Measure(100.0 * (np.arange(n) % 4 > 0))]) for n in (20, 2000))
    assert few["low"] <= few["mean"] == many["mean"] == 75 <= few["high"]
    assert few["high"] - few["low"] > 3 * (many["high"] - many["low"])


def test_items_of_a_cluster_are_drawn_together():
    """Forty items, ten alike each: as uncertain as four."""
    values, names = 100.0 * np.repeat([0, 1, 1, 0], 10), np.repeat(list("abcd"), 10)
    widths = {
        name: found["high"] - found["low"]
        for name, measure in {
            "apart": Measure(values),
            "together": Measure(values, clusters=names),
            "four": Measure(values[::10]),
        }.items()
        if (found := summary([measure]))
    }
    assert widths["together"] == widths["four"] > 2 * widths["apart"]
    stored = Measure.from_json(json.loads(json.dumps(Measure(values, clusters=names).as_json())))
    assert stored.same_items(Measure(values, clusters=names))
    assert not stored.same_items(Measure(values))


def test_groups_that_are_drawn_whole_count_alike():
    """Three right of three and one of two: two items, whatever their repeats."""
    measure = right(["a", "a", "a", "b", "b"], ["a", "a", "a", "b", "a"], True, list("vvwxy"))
    whole = measure.of_groups()
    assert whole.values.tolist() == [100, 50]
    assert whole.clusters.tolist() == ["v, w", "x, y"]
    assert whole.figure == measure.figure == 75
    assert summary([whole])["low"] == 50


def test_an_auroc_is_as_uncertain_as_both_kinds_make_it():
    """Few sound items against many foreign ones, and the other way about, by DeLong's variance."""
    rng = np.random.default_rng(0)
    for sound, foreign in (
        (rng.normal(1, 1, 12), rng.normal(size=3000)),
        (rng.normal(1, 1, 3000), rng.normal(size=12)),
    ):
        measure = _auroc(sound, foreign)
        parts = [[auroc(sound[[i]], foreign) for i in range(len(sound))],
                 [auroc(sound, foreign[[i]]) for i in range(len(foreign))]]  # fmt: skip
        deviation = np.sqrt(sum(np.var(part) / len(part) for part in parts))
        found = summary([measure])
        assert measure.figure == pytest.approx(auroc(sound, foreign))
        assert found["high"] - found["low"] == pytest.approx(2 * 1.96 * deviation, rel=0.2)


def test_no_interval_of_an_auroc_goes_beyond_what_there_is():
    """Of six sound items one is below one of six foreign ones."""
    sound, foreign = np.array([0, 2, 2, 2, 2, 2]), np.array([1, -1, -1, -1, -1, -1])
    most, least = _auroc(sound, foreign), _auroc(foreign, sound)
    assert (summary([most])["high"], summary([least])["low"]) == (100, 0)
    again = Measure.from_json(json.loads(json.dumps(most.as_json())))
    assert again.figure == most.figure == pytest.approx(100 * 35 / 36)


def test_seeds_that_agree_narrow_no_interval():
    one = Measure(100.0 * (np.arange(100) % 2))
    alone, copies = summary([one]), summary([one] * 9)
    assert copies["high"] - copies["low"] > 0.8 * (alone["high"] - alone["low"])
    others = summary([one, *(Measure(100.0 * (np.arange(100 + n) % 2)) for n in range(1, 9))])
    assert others["high"] - others["low"] < 0.6 * (alone["high"] - alone["low"]), "of other items"


def test_what_is_no_number_earns_nothing():
    nothing = np.full((5, 8), np.nan)
    assert both_directions(nothing, nothing, np.eye(5, dtype=bool))["text_to_dance"]["R@1"] == 0


def test_protocols_on_answers_known_by_hand():
    rng = np.random.default_rng(0)
    dance = np.linalg.qr(rng.normal(size=(64, 64)))[0]
    text = dance.copy()
    text[[0, 1]] = text[[1, 0]]  # two captions that find each other's dance
    meaning = np.linalg.qr(rng.normal(size=(64, 64)))[0]
    meaning[1] = meaning[0]  # but say the same
    own = np.eye(64, dtype=bool)
    found = {
        name: each.figure for name, each in protocols(text, dance, meaning, own, own, np.arange(len(text))).items()
    }
    assert found["text to dance, all, R@1"] == pytest.approx(100 * 62 / 64)
    assert found["text to dance, threshold, R@1"] == 100
    assert found["text to dance, all, MedR"] == 1
    assert found["dance to text, batches, R@1"] == pytest.approx(100 * 62 / 64)
    shuffled = protocols(rng.normal(size=(64, 64)), rng.normal(size=(64, 64)), meaning, own, own, np.arange(64))
    assert shuffled["text to dance, all, R@1"].figure < 10


def test_auroc_counts_pairs():
    assert auroc(np.array([3.0, 2.0]), np.array([1.0, 2.0])) == 87.5


def test_minimal_pairs_differ_in_one_thing():
    pairs = SMALL.pairs
    assert {name: len(some) for name, some in pairs.items()} == {"order": 8, "side": 8, "quality": 8}
    for pair in pairs["side"]:
        assert pair.dances[0].shape == pair.dances[1].shape
        assert pair.texts[0] != pair.texts[1]
        np.testing.assert_allclose(face_forward(mirror(pair.dances[0])), pair.dances[1], atol=1e-4)
        assert {"left", "right"} <= set(re.findall("left|right", " ".join(pair.texts))) or "clockwise" in pair.texts[0]
    for pair in pairs["order"]:
        assert np.abs(pair.dances[0][:20] - pair.dances[1][:20]).max() > 0.02, "they begin differently"
        for moves in permutations(pair.of.split()):
            assert holdout.part(Attributes(moves)) == holdout.TEST, "no weights were chosen by it"
    chance = minimal_pairs(Chance(), SMALL)["side told apart"].figure
    assert 15 < chance < 85


def test_dances_that_are_none_are_sound_arrays():
    rng = np.random.default_rng(0)
    phrase = studio(1, 5, workers=1)[0].positions
    for broken in (*(breaker(rng, phrase) for breaker in BROKEN), aimless(rng)):
        assert broken.dtype == np.float32
        assert broken.shape[1:] == (22, 3)
        assert np.isfinite(broken).all()
    for breaker in BROKEN:
        changed = breaker(rng, phrase)
        assert changed.shape == phrase.shape
        assert np.abs(changed - phrase).max() > 0.3, breaker.__name__


def test_chance_finds_nothing_and_attributes_are_judged_by_what_is_claimed():
    meaning = np.linalg.qr(np.random.default_rng(0).normal(size=(40, 40)))[0]
    found = compositions(Chance(), SMALL, meaning)
    assert found["text to dance, all, R@1"].figure < 15


def test_a_stopped_comparison_goes_on_and_ends_in_a_table(tmp_path, monkeypatch):
    monkeypatch.setattr(suite, "Rows", lambda *folders: Rows(*folders, SMALL))
    plan = suite.Plan(out=tmp_path, methods=(suite.CHANCE, suite.CHANCE), seeds=2)
    first = suite.compare(plan)
    monkeypatch.setattr(Rows, "studio", None)  # nothing is measured twice
    again = suite.compare(plan)
    assert again == first == json.loads((tmp_path / "suite.json").read_text())
    assert first["studio: text to dance, all, R@1"][suite.CHANCE]["seeds"] == 2
    assert "studio: order told apart" in table(first)


def test_all_methods_that_are_level_are_marked():
    means = {"R@1": (0.1 + 0.2, 0.3, 0.2), "MedR": (4.0, 3.0, 3.0)}
    found = {
        row: {str(index): {"mean": mean, "low": 0.0, "high": 9.0} for index, mean in enumerate(each)}
        for row, each in means.items()
    }
    rows = table(found).splitlines()[1:]
    assert [["*" in cell for cell in re.split("  +", row)[1:]] for row in rows] == [
        [True, True, False],
        [False, True, True],
    ]


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_a_comparison_says_what_its_seeds_have_in_common(monkeypatch, capsys, options):
    found = {"studio: side told apart": {suite.CHANCE: {"mean": 50.0, "low": 40.0, "high": 60.0, "seeds": 2}}}
    monkeypatch.setattr(evaluate, "compare", lambda plan: found)
    evaluate.run(evaluate.parse_args(["--suite", *options]))
    said = capsys.readouterr().out
    if options:
        assert json.loads(said) == found
    else:
        assert said == f"{table(found)}\n\n{suite.SEEDS}\n"


def test_every_dance_is_embedded_once():
    asked = []

    class Counting(Chance):
        def encode_dance(self, phrases):
            asked.extend(phrases)
            return super().encode_dance(phrases)

    dances = [np.full((20, 22, 3), number, dtype=np.float32) for number in range(4)]
    once = Once(Counting())
    first, again = once.encode_dance(dances[:3]), once.encode_dance([dances[3], dances[1]])
    assert len(asked) == 4
    np.testing.assert_array_equal(again[1], first[1])
    assert not np.array_equal(again[0], first[0])
