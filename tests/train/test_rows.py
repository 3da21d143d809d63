"""Rows that headline figures are taken from, measured of encoders whose every error is known."""

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from motion.command import InputError
from tests.train.oracle import Oracle, numbered, phrase, unit
from train.bench import known_rows
from train.bench.corpus import NOTEBOOK, Pair
from train.bench.known_rows import known
from train.bench.measure import summary
from train.bench.protocols import _apart, protocols
from train.bench.real_rows import actions, captioned, genres
from train.bench.rows import Rows
from train.bench.studio_rows import compositions, minimal_pairs, notebook
from train.caption import Attributes, Caption
from train.config import Config
from train.evaluate import measure_rows
from train.studio.repertoire import MOVES
from train.studio.words import prompts

WALK, RUN = Attributes(("walk",)), Attributes(("run",))
LEFT, RIGHT = (Attributes(("wave",), side=side) for side in ("left", "right"))
SEEN = [  # what is danced, in which style, and as what it is seen
    (WALK, "calm", {"walk": 1}),
    (WALK, "calm", {"run": 3, "walk": 2, "jump": 1}),
    (WALK, "wild", {"spin": 4, "kick": 3, "jump": 2, "walk": 1}),
    (RUN, "calm", {"jump": 2, "run": 1}),
    (RUN, "wild", {"walk": 4, "jump": 3, "spin": 2, "run": 1}),
    (LEFT, "calm", {"wave": 2, "left": 1}),
    (LEFT, "wild", {"wave": 2, "left": 1}),
    (LEFT, "wild", {"wave": 2, "right": 1}),
    (RIGHT, "calm", {"wave": 2, "right": 1}),
    (RIGHT, "wild", {"walk": 4, "jump": 3, "spin": 2, "kick": 1}),
]


def figures(measures: dict) -> dict[str, float]:
    return {name: measure.figure for name, measure in measures.items()}


def test_actions_are_judged_by_what_was_danced():
    phrases = [phrase(number, danced) for number, (danced, _, _) in enumerate(SEEN)]
    encoders = Oracle([unit(seen) for _, _, seen in SEEN])
    found = figures(actions(encoders, phrases, [style for _, style, _ in SEEN]))
    assert found == pytest.approx({
        "choice of actions": 100 * (2 / 3 + 1 / 2 + 2 / 3 + 1 / 2) / 4,
        "first of all moves": 100 * (1 / 3 + 0 / 2 + 4 / 5) / 3,
        "in first three of all moves": 100 * (2 / 3 + 1 / 2 + 4 / 5) / 3,
        "arm or turn side": 100 * (2 / 3 + 1 / 2) / 2,
        "walk against run": 100 * (2 / 3 + 1 / 2) / 2,
        "choice of actions, calm": 100 * (1 / 2 + 1 + 1 + 1) / 4,
        "choice of actions, wild": 100 * (1 + 0 + 1 / 2 + 0) / 4,
    })  # fmt: skip


def test_the_interval_of_a_style_is_over_its_actions():
    """All repeats of an action in a style are taken alike, as nearly the same motion would be."""
    seen = [(WALK, {"walk": 1}), (WALK, {"walk": 1}), (RUN, {"walk": 1}), (RUN, {"walk": 1})]
    phrases = [phrase(number, danced) for number, (danced, _) in enumerate(seen)]
    found = actions(Oracle([unit(weights) for _, weights in seen]), phrases, ["calm"] * 4)
    interval = summary([found["choice of actions, calm"]])
    assert (interval["low"], interval["mean"], interval["high"]) == (0, 50, 100)


def test_the_genre_of_a_file_is_what_its_phrases_are_nearest_to_on_the_whole():
    """In 14 two outweigh one that is surer, in 15 one outweighs two that are hardly sure; 16 is taken for another."""
    seen = [
        ("14", "tango", {"waltz": 1}),
        ("14", "tango", {"tango": 4, "rumba": 3}),
        ("14", "tango", {"tango": 4, "cha_cha": 3}),
        ("15", "cha_cha", {"tango": 4, "rumba": 3, "cha_cha": 3}),
        ("15", "cha_cha", {"tango": 4, "rumba": 3, "cha_cha": 3}),
        ("15", "cha_cha", {"cha_cha": 1}),
        ("16", "waltz", {"waltz": 1, "rumba": 3}),
        ("16", "waltz", {"waltz": 2, "rumba": 2.5}),
    ]
    phrases = [phrase(number, Attributes((dance,)), f"ballroom/{name}") for number, (name, dance, _) in enumerate(seen)]
    measure = genres(Oracle([unit(weights) for _, _, weights in seen]), phrases)["genre of a file"]
    assert measure.values.tolist() == [100, 100, 0]


def test_genres_are_balanced_too_and_of_other_files_in_another_fold():
    """Two rumbas and a tango, all taken for rumbas: two of three files, and half of the balanced figure."""
    rumba, tango, encoders = Attributes(("rumba",)), Attributes(("tango",)), Oracle([unit({"rumba": 1})])
    danced = (("one", rumba), ("other", rumba), ("third", tango))
    first, second = (
        genres(encoders, [phrase(0, dance, f"ballroom/{fold} {name}") for name, dance in danced]) for fold in "ab"
    )
    assert figures(first) == pytest.approx({"genre of a file": 200 / 3, "genre of a file, balanced": 50})
    interval = summary([first["genre of a file, balanced"]])
    assert (interval["low"], interval["high"]) == (0, 100)
    for row, measure in first.items():
        assert measure.same_items(measure)
        assert not measure.same_items(second[row])


def ballroom_and_bandai() -> tuple[dict, Oracle]:
    """Recordings of all thirds, of which the third to choose by is taken for something else and the rest is not."""
    rumba, tango = Attributes(("rumba",)), Attributes(("tango",))
    danced = [
        ("ballroom/14", rumba, "tango"),  # third 0
        ("ballroom/15", rumba, "rumba"),
        ("ballroom/16", tango, "tango"),
        ("bandai set 2/dataset-2_walk_normal_001", WALK, "run"),  # third 0
        ("bandai set 2/dataset-2_run_normal_001", RUN, "walk"),  # third 0
        ("bandai set 2/dataset-2_walk_masculine_001", WALK, "walk"),
        ("bandai set 2/dataset-2_run_youthful_001", RUN, "run"),
        ("bandai set 1/dataset-1_walk_active_001", WALK, "run"),  # third 0
        ("bandai set 1/dataset-1_walk_old_001", WALK, "walk"),
        ("bandai set 1/dataset-1_run_tired_001", RUN, "run"),
    ]
    phrases = [phrase(number, attributes, source) for number, (source, attributes, _) in enumerate(danced)]
    return {"ballroom": phrases[:3], "bandai": phrases[3:]}, Oracle([unit({move: 1}) for _, _, move in danced])


def test_zero_shot_figures_leave_out_the_third_that_choices_were_made_by(monkeypatch):
    recordings, encoders = ballroom_and_bandai()
    asked = []

    def read(name, path, part, fold):
        asked.append((name, part))
        return recordings[name]

    monkeypatch.setattr("train.bench.rows.read", read)
    found = Rows(dict.fromkeys(recordings, Path())).strange(encoders)
    assert asked == [("ballroom", "all"), ("bandai", "all")]
    assert set(figures(found).values()) == {100}
    assert {name: len(measure.values) for name, measure in found.items() if "walk against" not in name} == {
        "ballroom, zero-shot: genre of a file": 2,
        "ballroom, zero-shot: genre of a file, balanced": 2,
        **{f"bandai, zero-shot: set {number}, {row}": 2
           for number in (1, 2)
           for row in ("choice of actions", "first of all moves", "in first three of all moves")},
        "bandai, zero-shot: set 1, choice of actions, old": 1,
        "bandai, zero-shot: set 1, choice of actions, tired": 1,
        "bandai, zero-shot: set 2, choice of actions, masculine": 1,
        "bandai, zero-shot: set 2, choice of actions, youthful": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("learned", "called"),
    [((), "zero-shot"), ((("labelled", 0),), "partly learned, perhaps"), ((("kit", 0),), "partly learned, perhaps"),
     ((("bandai", 0),), "zero-shot"), ((("humanml3d", 0),), "trained"), ((("bandai", 0), ("humanml3d", 0)), "trained"),
     ((("humanml3d", 0), ("kit", 0)), "partly learned, perhaps"),
     ((("humanml3d", 0), ("labelled", 0)), "partly learned, perhaps")],
)  # fmt: skip
def test_what_may_have_been_learned_is_not_called_left_out(monkeypatch, learned, called):
    monkeypatch.setattr(Rows, "studio", lambda rows, encoders: {})
    monkeypatch.setattr("train.bench.rows.read", lambda name, path, part, fold: name)
    monkeypatch.setattr("train.bench.rows._real", lambda encoders, name, phrases, how: {f"{name}, {how}": None})
    found = measure_rows(None, Config(known=learned), {"humanml3d": Path()}, [])
    assert set(found) == {f"humanml3d, {called}"}


def test_a_folder_that_cannot_be_measured_is_told_before_anything_is(monkeypatch):
    def read(name, path, part, fold):
        raise InputError("found nothing of that part")

    monkeypatch.setattr(Rows, "studio", lambda rows, encoders: pytest.fail("measured first"))
    monkeypatch.setattr("train.bench.rows.read", read)
    with pytest.raises(InputError, match="found nothing"):
        measure_rows(None, Config(), {"captioned": Path()}, [])


def test_trained_figures_are_of_all_that_the_fold_has_left_out(monkeypatch):
    recordings, encoders = ballroom_and_bandai()
    asked = []

    def read(name, path, part, fold):
        asked.append((name, part, fold))
        return recordings[name]

    monkeypatch.setattr("train.bench.rows.read", read)
    found = figures(Rows(dict.fromkeys(recordings, Path())).trained(encoders, 2, {*recordings}))
    assert asked == [("ballroom", "test", 2), ("bandai", "test", 2)]
    assert found["ballroom, trained: genre of a file"] == pytest.approx(200 / 3)
    assert found["bandai, trained: set 2, choice of actions"] == 50
    assert found["bandai, trained: set 1, choice of actions"] == 75


def known_of(monkeypatch, sound: dict[str, float], foreign: dict[str, float]) -> dict[str, float]:
    """The rows of encoders that take what is sound, and what is foreign, for so much of what there is."""
    monkeypatch.setattr(known_rows, "texts", lambda: {
        "movement": [{"text": "swings a leg", "move": "kick"}, {"text": "goes round", "move": "spin"}],
        "off_topic": ["a recipe", "a law"],
        "near_miss": ["kicks a habit"],
    })  # fmt: skip
    kick, spin = (Caption(move, Attributes((move,))) for move in ("kick", "spin"))
    gallery = [phrase(0, kick.claims, captions=(kick,)), phrase(1, spin.claims, captions=(spin,))]
    corpus = SimpleNamespace(
        gallery=(gallery, [{"moves": ["kick"]}, {"moves": ["spin"]}]),
        held_out=[phrase(2, kick.claims), phrase(2, kick.claims)],
        odd={"aimless": [numbered(3)], "broken": [numbered(3), numbered(3)]},
    )
    dances = [unit({"kick": 1}), unit({"spin": 1}), unit(sound), unit(foreign)]
    texts = {"kick": dances[0], "spin": dances[1], "swings a leg": unit(sound), "goes round": unit(sound)}
    texts |= dict.fromkeys(("a recipe", "a law", "kicks a habit"), unit(foreign))
    return figures(known(Oracle(dances, texts), corpus))


@pytest.mark.parametrize(
    ("sound", "foreign", "figure"),
    [
        ({"kick": 1}, {"kick": 1, "left": 1}, 100),
        ({"kick": 1, "left": 1}, {"kick": 1}, 0),
        ({"kick": 1}, {"kick": 1}, 50),
    ],
)
def test_the_auroc_rows_are_of_sound_items_above_foreign_ones(monkeypatch, sound, foreign, figure):
    assert known_of(monkeypatch, sound, foreign) == pytest.approx({
        "other people's words, move right": 50,  # both are taken for kicks, and one is
        "text refused, off topic": figure,
        "text refused, near miss": figure,
        "dance refused, aimless": figure,
        "dance refused, broken": figure,
    })  # fmt: skip


def test_of_the_dance_found_each_attribute_is_judged_by_itself():
    """Each among all texts that ask for one; the last text finds the dance that it was written for."""
    slow_kick, fast_kick = (Attributes(("kick",), (quality,), "left") for quality in ("slow", "fast"))
    asked_and_found = [
        (Attributes(("kick",)), fast_kick),  # silent about quality and side
        (slow_kick, slow_kick),
        (slow_kick, fast_kick),
        (slow_kick, Attributes(("kick",), ("slow",), "right")),
        (slow_kick, Attributes(("wave",), ("slow",), "left")),
        (slow_kick, Attributes(("wave",), (), "left")),
        (Attributes(("walk", "wave"), at_once=True), Attributes(("walk", "wave"))),
        (Attributes(("walk", "wave")), Attributes(("wave", "walk"))),
        (slow_kick, None),
    ]
    count = len(asked_and_found)
    rows = np.eye(2 * count)
    wants, hits = zip(*asked_and_found, strict=True)
    asked = [phrase(number, want, captions=(Caption(str(number), want),)) for number, want in enumerate(wants)]
    others = [phrase(count + number, hit or Attributes(("bow",))) for number, hit in enumerate(hits)]
    texts = {str(number): rows[count + number if hit else number] for number, hit in enumerate(hits)}
    corpus = SimpleNamespace(held_out=asked, others=others)
    found = figures(compositions(Oracle(list(rows), texts), corpus, np.eye(count)))
    assert {name: figure for name, figure in found.items() if name.startswith("top hit")} == pytest.approx({
        "top hit, move right": 100 * 5 / 9,
        "top hit, quality right": 100 * 4 / 6,
        "top hit, side right": 100 * 5 / 6,
        "top hit, move, quality and side right": 100 * 3 / 9,
    })  # fmt: skip


def test_the_notebooks_words_are_one_choice():
    qualities = [word for word in NOTEBOOK if word not in MOVES]
    others = dict(zip(qualities, (name for name in MOVES if name not in NOTEBOOK), strict=False))
    directions = {word: unit({others.get(word, word): 1}) for word in NOTEBOOK}
    texts = {text: directions[word] for word in qualities for text in prompts(Attributes((), (word,)))}
    seen = [("kick", "kick"), ("kick", "spin"), ("spin", "spin"), ("slow", "slow"), ("slow", "slow"), ("slow", "kick")]
    corpus = SimpleNamespace(notebook=[(truth, numbered(number)) for number, (truth, _) in enumerate(seen)])
    found = notebook(Oracle([directions[answer] for _, answer in seen], texts), corpus)
    assert figures(found) == {"notebook's ten words": pytest.approx(100 * (1 / 2 + 1 + 2 / 3) / 3)}


def test_of_a_minimal_pair_each_text_and_each_dance_prefers_its_own():
    """The first pair is told apart, the second taken for each other, of the third both texts prefer the first dance."""
    kick, spin = unit({"kick": 1}), unit({"spin": 1})
    dances = [kick, spin, spin, kick, kick, spin]
    texts = {"kicks": kick, "spins": spin, "kicks, then spins": unit({"kick": 2, "spin": 1})}
    said = [("kicks", "spins"), ("kicks", "spins"), ("kicks", "kicks, then spins")]
    pairs = [
        Pair((numbered(2 * index), numbered(2 * index + 1)), each, f"move {index}") for index, each in enumerate(said)
    ]
    found = minimal_pairs(Oracle(dances, texts), SimpleNamespace(pairs={"order": pairs}))
    assert found["order told apart"].values.tolist() == [100, 0, 75]


def test_what_else_counts_as_found():
    """Texts 0, 2 and 4 find the dance of the next one, and the other way round.

    The captions 0 and 1 say almost the same, 2 and 3 only nearly; 4 is true of dance 5, but 5 is not of dance 4.
    """
    dance, text = np.eye(8), np.eye(8)[[1, 0, 3, 2, 5, 4, 6, 7]]
    meaning = np.eye(8)
    for cosine, row in ((0.91, 1), (0.89, 3)):
        meaning[row] = cosine * meaning[row - 1] + (1 - cosine**2) ** 0.5 * meaning[row]
    true = np.eye(8, dtype=bool)
    true[4, 5] = True
    own = np.eye(8, dtype=bool)
    found = {
        name: each.values.tolist()
        for name, each in protocols(text, dance, meaning, true, own, np.arange(len(text))).items()
    }
    right, wrong = 100, 0
    assert found["text to dance, all, R@1"] == [wrong] * 6 + [right] * 2
    assert found["text to dance, threshold, R@1"] == [right] * 2 + [wrong] * 4 + [right] * 2
    assert found["dance to text, threshold, R@1"] == found["text to dance, threshold, R@1"]
    assert found["text to dance, true, R@1"] == [wrong] * 4 + [right, wrong] + [right] * 2
    assert found["dance to text, true, R@1"] == [wrong] * 5 + [right] * 3, "text 4 is true of dance 5"


def test_pieces_of_one_clip_are_found_by_each_others_captions(monkeypatch):
    """The pieces of a are taken for each other, which is right; so are b and c, which is not."""
    monkeypatch.setattr("train.bench.real_rows.sentence_embeddings", lambda texts: np.eye(len(texts)))
    a, b, c = (Attributes((name,), own_words=True) for name in "abc")
    two = (Caption("a", a), Caption("also a", a))
    phrases = [phrase(0, a, "a", two), phrase(1, a, "a", two)]
    phrases += [phrase(2, b, "b", (Caption("b", b),)), phrase(3, c, "c", (Caption("c", c),))]
    rows = dict(zip(("a", "also a", "b", "c"), np.eye(4), strict=True))
    found = captioned(Oracle([rows["also a"], rows["a"], rows["c"], rows["b"]], rows), phrases)
    for direction in ("text to dance", "dance to text"):
        assert found[f"{direction}, all, R@1"].values.tolist() == [100, 100, 0, 0]
        for protocol in ("threshold", "true", "dissimilar", "batches"):
            assert sorted(found[f"{direction}, {protocol}, R@1"].values) == [0, 0, 100, 100], protocol


def test_dissimilar_pairs_are_of_captions_far_from_each_other(monkeypatch):
    """Of three kinds of captions one each: dances mistaken within a kind cost nothing, between kinds everything."""
    monkeypatch.setattr("train.bench.protocols.APART", 3)
    meaning, dance = np.repeat(np.eye(3), 3, axis=0), np.eye(9)
    within = 0.6 * dance + 0.8 * dance[[1, 2, 0, 4, 5, 3, 7, 8, 6]]
    between = meaning[:, [2, 0, 1]] @ meaning.T / 3**0.5
    for text, figure in ((within, 100), (between, 0)):
        found = protocols(text, dance, meaning, np.eye(9, dtype=bool), np.eye(9, dtype=bool), np.arange(9))
        assert found["text to dance, all, R@1"].figure == 0
        assert found["text to dance, dissimilar, R@1"].values.tolist() == [figure] * 3


def test_the_text_least_like_all_is_chosen_first_then_what_is_farthest():
    angle = np.radians([0, 10, 20, 90])
    directions = np.stack([np.cos(angle), np.sin(angle)], axis=1)
    assert _apart(directions @ directions.T, 3).tolist() == [3, 0, 2]


def test_no_pair_is_chosen_twice_where_captions_are_the_same():
    meaning = np.repeat(np.eye(2), 3, axis=0)
    assert sorted(_apart(meaning @ meaning.T, 6)) == [0, 1, 2, 3, 4, 5]
