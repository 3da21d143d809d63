"""A text of several movements as one dance, as a visitor has it."""

import re
from itertools import pairwise

import numpy as np
import pytest

from tests.demo.page.walk import EXAMPLE, PLAYER, choose, fits, held, plays, search, taken_away, toast

TEXT = "march on the spot, then clap twice and bow & freeze"


def test_one_dance_of_several_movements(visit, tmp_path):
    """One visit from the words to the file, on the phone, where there is the least room."""
    page = visit("phone", still=False)
    release = held(page, 2)
    search(page, TEXT)
    one = page.locator(".composed")
    coming = one.get_by_text("Putting your dance together")
    coming.wait_for()
    room = coming.bounding_box()["height"]
    release()
    player = one.locator(PLAYER)
    player.wait_for()
    assert player.bounding_box()["height"] == pytest.approx(room, abs=1), "nothing below it jumps"
    plays(player)
    asked = one.locator(".clauses button")
    assert [each.split("\n")[0] for each in asked.all_inner_texts()] == [
        "march on the spot", "clap twice", "bow", "freeze",
    ]  # fmt: skip
    spans = asked.evaluate_all("all => all.map((it) => [Number(it.dataset.from), Number(it.dataset.to)])")
    assert all(before[1] == after[0] for before, after in pairwise(spans))
    assert one.get_by_text("recognised", exact=False).count() >= 3
    assert "One dance of 4 movements" in one.get_by_role("status").inner_text()
    assert page.locator(".best .query").inner_text() == TEXT, "what was found is below it"
    assert fits(page)

    asked.nth(2).focus()
    page.keyboard.press("Enter")
    assert player.evaluate("it => it.time") >= spans[2][0]
    page.locator(".clauses button[aria-current=true]", has_text="bow").wait_for()

    tempo = one.get_by_label("Tempo")
    tempo.fill("10")
    tempo.press("Enter")
    toast(page, "from 40 to 240")
    assert tempo.input_value() == "", "the dance's own is danced still"
    player.get_by_role("button", name="Pause").click()
    tempo.fill("90")
    tempo.press("Enter")
    page.wait_for_function("location.search.includes('bpm=90')")
    assert player.get_by_role("button", name="Play").is_visible(), "it stands still as before"
    again = visit(query=page.url[page.url.index("?") :], still=False)
    plays(again.locator(f".composed {PLAYER}"))
    assert again.get_by_label("Tempo").input_value() == "90"
    assert again.locator(f".composed {PLAYER}").get_attribute("src") == player.get_attribute("src")

    bvh, array = taken_away(again.locator(".composed"), tmp_path, "march-on-the-spot-then-clap-twice-and-bow-freeze.")
    np.testing.assert_allclose(bvh, array, atol=0.02)

    tempo = again.get_by_label("Tempo")
    tempo.fill("300")
    tempo.press("Enter")
    toast(again, "from 40 to 240")
    assert tempo.input_value() == "90"

    search(again, EXAMPLE)
    one = again.locator(".composed")
    one.wait_for(state="detached")
    search(again, re.sub("bow", "calculate the interest rate of a mortgage", TEXT))
    assert "calculate" in one.locator(".none").inner_text()


def test_one_link_holds_words_filters_and_tempo(page):
    search(page, TEXT)
    page.locator(f".composed {PLAYER}").wait_for()
    choose(page, "Quality", "slow")
    page.get_by_label("Tempo").fill("90")
    page.get_by_label("Tempo").press("Enter")
    page.wait_for_function("location.search.includes('bpm=90')")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("link", name="Copy link").click()
    page.get_by_role("link", name="Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "quality=slow" in copied
    assert "bpm=90" in copied


def test_lines_are_movements(page):
    box = page.get_by_label("Movement")
    box.fill("walk forward\nspin to the left")
    box.press("Shift+Enter")
    page.keyboard.type("clap twice")
    assert box.evaluate("it => it.scrollHeight <= it.clientHeight"), "all of them are seen"
    box.press("Enter")
    asked = page.locator(".clauses button")
    asked.nth(2).wait_for()
    texts = [each.split("\n")[0] for each in asked.all_inner_texts()]
    assert texts == ["walk forward", "spin to the left", "clap twice"]


def test_too_many_movements_are_told_and_not_that_the_words_are_about_no_dance(page):
    search(page, ", ".join(["walk forward", "turn around", "kick", "jump", "bow", "wave", "clap"] * 2))
    page.locator(".composed .none").get_by_text("14 movements").wait_for()
    assert not page.locator(".best .unlike").is_visible()
