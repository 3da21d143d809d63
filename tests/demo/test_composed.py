"""What the page offers for a text of several movements, without a browser."""

import io

import gradio as gr
import numpy as np
import pytest
from PIL import Image

from demo.page.composed import Composed
from demo.page.forms import DRAWN
from demo.page.library import Library
from demo.page.words import Words
from motion.canonical import FPS

TEXT = "jump, then bow"
MANY = "walk forward, turn around, kick, jump, bow, wave, clap, shimmy, freeze, march, crouch, spin, pirouette"
BOOK = """Alice was beginning to get very tired of sitting by her sister on the bank, and of having nothing to do:
once or twice she had peeped into the book her sister was reading, but it had no pictures or conversations in it, and
what is the use of a book, thought Alice, without pictures or conversations? So she was considering in her own mind, as
well as she could, for the hot day made her feel very sleepy and stupid, whether the pleasure of making a daisy-chain
would be worth the trouble of getting up and picking the daisies, when suddenly a White Rabbit with pink eyes ran."""


@pytest.fixture(scope="module")
def composed() -> Composed:
    return Composed(Library())


def _found(text: str, good: bool = True) -> dict:
    return {"query": text, "good_match": good}


def test_first_that_it_is_on_its_way_then_the_dance(composed):
    waits = composed.offer(_found(TEXT), None)
    assert waits == {"text": TEXT, "waiting": ["jump", "bow"], "bpm": 0}
    told = composed.dance(_found(TEXT), waits)
    assert [clause["text"] for clause in told["clauses"]] == ["jump", "bow"]
    assert told["link"] == "?text=jump%2C+then+bow"


@pytest.mark.parametrize(
    "found",
    [
        None,
        {"like": {"id": "studio-0000"}},
        _found("a high kick"),
        _found("someone jumps up and down"),
        _found("slow spin with a kick"),  # which the gallery has in one
        _found("write the report, then file the taxes", good=False),
        _found(BOOK, good=False),
        _found(BOOK * 9, good=False),
    ],
)
def test_nothing_for_what_is_one_thing_or_no_dance(composed, found):
    assert composed.offer(found, {"text": "another"}) is None
    assert composed.dance(found, None) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("kick and spin " * 80, "1120 characters"),
        ("kick, " * 13 + "bow", "14 movements"),
        ("spin 90 times, then bow", "90 times"),
        (", ".join(["walk for 30 seconds", "run for 30 seconds"] * 3), "up to 120"),
    ],
)
def test_what_cannot_be_one_dance_is_told_why(composed, text, said):
    told = composed.offer(_found(text), None)
    if "waiting" in told:
        told = composed.dance(_found(text), told)
    assert said in told["refused"]


@pytest.mark.parametrize(("text", "said"), [(MANY, "13 movements"), (f"{MANY}. " * 11, "characters")])
def test_it_is_told_though_no_single_dance_is_about_so_much(composed, text, said):
    assert said in composed.offer(_found(text, good=False), None)["refused"]


def test_what_is_there_stays(composed):
    """When only the filters have changed."""
    there = composed.compose(TEXT, 90)
    assert composed.offer(_found(TEXT), there) == gr.skip()
    assert composed.dance(_found(TEXT), there) == gr.skip()


def test_a_dance_that_comes_too_late_gives_way(composed):
    """To that of the search that was quicker, or to nothing."""
    late = composed.compose(TEXT)
    assert composed.dance(_found("clap, then kneel"), late)["text"] == "clap, then kneel"
    assert composed.dance(_found("a high kick"), late) is None


@pytest.mark.parametrize(
    ("link", "bpm"),
    [("jump,+then+bow&bpm=90", 90), ("a+kick&bpm=90", 0), ("jump,+then+bow&bpm=9", 0), ("jump,+then+bow&bpm=x", 0)],
)
def test_a_link_may_say_the_tempo(composed, link, bpm):
    told = composed.dance(_found(TEXT), composed.offer(_found(TEXT), None, f"?text={link}"))
    assert told["bpm"] == bpm
    assert told["link"].endswith("&bpm=90") == bool(bpm)


def test_what_is_too_long_at_its_tempo_is_told_at_once(composed):
    text = "jump, then walk for 12 bars"
    assert "waiting" in composed.offer(_found(text), None)
    assert "48 seconds" in composed.offer(_found(text), None, "?text=jump,+then+walk+for+12+bars&bpm=60")["refused"]


@pytest.mark.parametrize("bpm", [100.5, 39, 241, -100, float("nan"), "fast", [100]])
def test_a_tempo_that_no_file_can_name_is_refused(composed, bpm):
    with pytest.raises(gr.Error, match="whole numbers from 40 to 240"):
        composed.compose(TEXT, bpm)


def test_a_tempo_is_a_whole_number_in_its_link(composed):
    assert composed.compose(TEXT, 100.0)["link"].endswith("&bpm=100")


def test_what_cannot_be_encoded_is_replaced(composed):
    told = composed.compose("\ud800 jump, then bow")
    assert (told["text"], told["link"]) == ("? jump, then bow", "?text=%3F+jump%2C+then+bow")
    found = Words(composed.library).find("\ud800 spin")
    assert (found["query"], found["link"]) == ("? spin", "?text=%3F+spin")


def test_a_file_follows_from_the_words(composed):
    first = composed.form("dance.npy", TEXT, 100)
    composed.library.composed.cache_clear()
    assert composed.form("dance.npy", TEXT, 100) == first
    assert composed.form("dance.npy", TEXT, 0) != first
    assert composed.form("dance.exe", TEXT, 100) is None
    assert composed.form("dance.npy", TEXT, 1000) is None
    assert composed.form("dance.npy", "the stock market fell", 100) is None


def test_what_stays_in_memory_and_what_is_drawn_is_bounded(composed):
    assert composed.library.composed.cache_info().maxsize <= 100
    text = "walk for 20 seconds, then bow"
    assert len(np.load(io.BytesIO(composed.form("dance.npy", text, 0)))) > DRAWN
    picture = Image.open(io.BytesIO(composed.form("small.gif", text, 0)))
    assert picture.n_frames == DRAWN == 20 * FPS
