"""Search, and its command line."""

import json
import sys

import numpy as np
import pytest
from PIL import Image

from demo import search as module
from demo.calibration import FAINT
from demo.compose.clause import read
from demo.search import main, search, similar
from motion import load
from motion.canonical import canonical
from motion.command import InputError
from tests.demo.conftest import DANCES

RESULT = {"rank", "id", "caption", "score", "confidence", "duration", "source", "attributes"}


def test_result(encoders, gallery):
    found = search("a puppet", encoders, gallery, 3)
    assert set(found) == {"query", "read_as", "without", "good_match", "faint", "results", "timing_ms"}
    assert all(set(result) == RESULT for result in found["results"])
    assert [result["rank"] for result in found["results"]] == [1, 2, 3]
    scores = [result["score"] for result in found["results"]]
    assert scores == sorted(scores, reverse=True)


def test_more_asked_than_there_is(encoders, gallery):
    assert len(search("a puppet", encoders, gallery, 99)["results"]) == len(DANCES)


def test_dances_like_a_dance(gallery):
    found = similar("spin", gallery, 99)
    assert found["like"]["id"] == "spin"
    assert {result["id"] for result in found["results"]} == set(DANCES) - {"spin"}
    scores = gallery.embeddings @ gallery.embeddings[gallery.index("spin")]
    for result in found["results"]:
        assert result["score"] == pytest.approx(scores[gallery.index(result["id"])], abs=1e-4)
    assert [each["rank"] for each in similar("spin", gallery, 2)["results"]] == [1, 2]
    kept = similar("spin", gallery, 9, gallery.where(move="kick"))
    assert [result["id"] for result in kept["results"]] == ["kick"]
    with pytest.raises(InputError, match="No other dance"):
        similar("spin", gallery, 9, gallery.where(move="spin"))
    with pytest.raises(InputError, match="no dance called 'nobody'"):
        similar("nobody", gallery, 9)


@pytest.fixture
def run(gallery, tmp_path, monkeypatch, capsys):
    """Run the command line against the tiny gallery: exit code, standard output, standard error."""
    gallery.save(tmp_path / "gallery.npz")

    def run(*argv: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["search", *argv, "--gallery", str(tmp_path / "gallery.npz")])
        code = main()
        return code, *capsys.readouterr()

    return run


def test_json(run, tmp_path):
    code, out, _ = run("a kick", "--json", "--top-k", "2", "--gif", str(tmp_path / "best.gif"))
    found = json.loads(out)
    assert code == 0
    assert found["query"] == "a kick"
    assert len(found["results"]) == 2
    assert set(found["timing_ms"]) == {"encode", "search", "render"}
    frames = round(found["results"][0]["duration"] * 20)
    assert Image.open(tmp_path / "best.gif").n_frames == frames


def test_the_best_dance_is_taken_away(run, gallery, tmp_path):
    paths = [tmp_path / f"best{ending}" for ending in (".bvh", ".npy", ".GIF")]
    options = (f"--{path.suffix[1:].lower()}={path}" for path in paths)
    found = json.loads(run("a walk", "--move", "walk", "--json", *options)[1])
    best = gallery.clip(gallery.index(found["results"][0]["id"]))
    for path in paths[:2]:
        np.testing.assert_allclose(load(path).positions, canonical(best).positions, atol=0.01)
    assert Image.open(paths[2]).n_frames == len(best)


def test_table(run):
    code, out, _ = run("a kick")
    assert code == 0
    assert sum("a puppet does" in line for line in out.splitlines()) == len(DANCES)


def test_only_some_dances(run):
    for option, value in (("--move", "spin"), ("--source", "puppet")):
        found = json.loads(run("a kick", "--json", option, value)[1])["results"]
        assert {result["id"] for result in found} == ({"spin"} if option == "--move" else set(DANCES))
    code, out, err = run("a kick", "--move", "waltz")
    assert (code, out) == (2, "")
    assert "kick, spin, still, walk, wave" in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("argv", [("",), ("a kick", "--gif", "/nowhere/at/all.gif")])
def test_bad_input(run, argv):
    code, out, err = run(*argv)
    assert code == 2
    assert not out
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("top_k", ["0", "-1", "many"])
def test_bad_arguments(top_k, capsys):
    with pytest.raises(SystemExit) as error:
        module.parse_args(["a kick", "--top-k", top_k])
    assert error.value.code == 2
    assert "--top-k" in capsys.readouterr().err


@pytest.mark.parametrize(("option", "file"), [("--bvh", "best.gif"), ("--gif", "best"), ("--npy", "best.npz")])
def test_the_ending_is_the_options(option, file, capsys):
    with pytest.raises(SystemExit) as error:
        module.parse_args(["a kick", option, file])
    assert error.value.code == 2
    assert f"'{file}' does not end in .{option[2:]}" in capsys.readouterr().err


def test_shipped_gallery_answers_its_example(encoders):
    best = search("slow spin with a kick", encoders, module.Gallery.load(), 5)["results"]
    assert any({"spin", "kick"} <= set(result["attributes"]["moves"]) for result in best)


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("slow spin with a kick", True),
        ("someone jumps", True),
        ("quarterly tax report", False),
        ("sql query", False),
        ("💃", False),
        ("12:30", False),
        ("xyz", False),
        ("sashay", True),
    ],
)
def test_a_text_about_no_dance_has_no_good_match(encoders, text, good):
    found = search(text, encoders, module.Gallery.load(), 3)
    assert found["good_match"] == good
    assert ("No good match" in module.table(found)) != good
    sure = [result["confidence"] for result in found["results"]]
    assert sure == sorted(sure, reverse=True)
    assert (sure[0] > 0.5) == good


@pytest.mark.parametrize(
    ("text", "read_as", "move"),
    [
        ("mrach", "march", "march"),
        ("a person is jupming", "a person is jumping", "jump"),
        ("walking bacwards, slowly", "walking backwards, slowly", "backward_walk"),
        ("walz", "waltz", "waltz"),
        ("Grand pliés, hula hooping, zumba", "Grand pliés, hula hooping, zumba", None),
        ("jive", "jive", "swing"),
    ],
)
def test_a_misspelt_word_is_read_as_a_word_of_the_captions(encoders, studio, text, read_as, move):
    found = search(text, encoders, studio, 3)
    assert (found["query"], found["read_as"]) == (text, read_as)
    assert move in (None, *found["results"][0]["attributes"]["moves"])
    assert (f"Read as: {read_as}" in module.table(found).splitlines()) == (read_as != text)


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("MARCH for 8 counts", "MARCH"),
        ("5, 6, 7, 8! kick ball change", "kick ball change"),
        ("hold a balance for three seconds, then bow", "hold a balance, then bow"),
        ("a second kick", "a second kick"),
        ("8 counts", "8 counts"),
    ],
)
def test_what_is_said_of_a_length_finds_nothing_else(encoders, studio, text, read_as):
    found = search(text, encoders, studio, 3)
    assert found["read_as"] == read_as
    assert found["results"] == search(read_as, encoders, studio, 3)["results"]


def test_a_gallery_of_few_words_takes_no_other_for_its_own(encoders, gallery):
    for text in ("stomp", "kneels", "a zumba", "💃 \ud800", "a kick " * 500):
        assert search(text, encoders, gallery, 1)["read_as"] == text
    assert search("a pupet jupming", encoders, gallery, 1)["read_as"] == "a puppet jumping"


@pytest.mark.parametrize(
    ("text", "read_as", "without", "move"),
    [
        ("turn without jumping", "turn", ["jump"], "turn"),
        ("kick but don't spin", "kick", ["spin"], "kick"),
        ("jump instead of a turn, with no hurry", "jump, with no hurry", ["turn"], "jump"),
        ("do not wave, then bow", "then bow", ["wave"], "bow"),
        ("a jump without turning or kicking", "a jump", ["turn", "kick"], "jump"),
        ("kick without a spinn", "kick", ["spin"], "kick"),
        (" , turn without jumping, not a kick", "turn", ["jump", "kick"], "turn"),
        ("walk without travelling", "walk without travelling", [], None),
        ("not too slow a spin", "not too slow a spin", [], "spin"),
        ("never stop spinning", "never stop spinning", [], "spin"),
        ("anything except walking, such as a kick", "anything, such as a kick", ["walk"], None),
        ("kick no higher than the hip", "kick no higher than the hip", [], None),
        ("why don't you kick", "why don't you kick", [], "kick"),
        ("without moving the feet wave both hands", "without moving the feet wave both hands", [], None),
        ("spin counter clockwise (R)", "spin counterclockwise right", [], "spin"),
        ("wave but not with the left hand", "wave but not with the left hand", [], "wave"),
    ],
)
def test_what_is_not_to_be_danced_is_in_no_result(encoders, studio, text, read_as, without, move):
    found = search(text, encoders, studio, 50)
    assert (found["read_as"], found["without"]) == (read_as, without)
    moves = [result["attributes"]["moves"] for result in found["results"]]
    assert move is None or move in moves[0]
    assert all(set(without).isdisjoint(each) for each in moves)
    assert (f"Read as: {', without '.join([read_as, *without])}" in module.table(found)) == (read_as != text)


def test_a_book_is_no_count(encoders, studio, monkeypatch):
    seen = []
    monkeypatch.setattr(module, "read", lambda words: seen.append(words) or read(words))
    search("the " * 25000 + "spin 2 times", encoders, studio, 1)
    search("spin 2 times, " + "the " * 25000, encoders, studio, 1)
    assert [len(words) <= 1000 for words in seen] == [True]


def test_a_faint_match_is_said(encoders, studio):
    faint = search("cartwheel", encoders, studio, 1)
    assert faint["good_match"]
    assert faint["faint"]
    assert faint["results"][0]["confidence"] < FAINT
    assert "A faint match" in module.table(faint)
    assert "A faint match" not in module.table(search("kick", encoders, studio, 1))


def test_only_what_is_not_to_be_danced(encoders, studio):
    with pytest.raises(InputError, match="only what is not to be danced"):
        search("Don't jump!", encoders, studio, 3)
    with pytest.raises(InputError, match="No such dance of the gallery is without spin"):
        search("kick, no spinning", encoders, studio, 3, studio.where(move="spin"))


@pytest.mark.parametrize(
    ("text", "times"), [("jump twice", 2), ("Punch, 3 times!", 3), ("hop x4", 4), ("two kicks", 2), ("stomp once", 1)]
)
def test_the_count_that_is_said_comes_first(encoders, studio, text, times):
    found = search(text, encoders, studio, 3)["results"]
    plain = studio.search(encoders.encode_text([text])[0], len(studio), module.BY_CAPTION)
    assert studio.entry(plain[0][0])["attributes"]["times"] != times, "the score alone hears another count"
    assert found[0]["attributes"]["times"] == times
    assert found[0]["attributes"]["moves"] == studio.entry(plain[0][0])["attributes"]["moves"]
    only = studio.where(move=found[0]["attributes"]["moves"][0])
    assert search(text, encoders, studio, 1, only)["results"][0]["id"] == found[0]["id"]
    scores = dict(zip(studio.ids[plain[0]].tolist(), plain[1].tolist(), strict=True))
    for result in found:
        assert result["score"] == pytest.approx(scores[result["id"]], abs=1e-4)


def test_a_count_beyond_all_dancing_is_not_read(encoders, studio):
    assert search("clap 100 times", encoders, studio, 1)["results"]
