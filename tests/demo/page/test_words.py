"""From words to dances, as a visitor has it."""

import re

import numpy as np
import pytest

from tests.demo.page.conftest import LOOKS
from tests.demo.page.walk import EXAMPLE, PLAYER, check_gif, choose, fits, held, plays, search, taken_away, toast


@pytest.mark.parametrize("look", LOOKS)
def test_the_best_at_once_and_the_others_as_a_grid(visit, look):
    page = visit(look)
    search(page, "someone jumps")  # so that the example is not what the page opened with
    search(page, EXAMPLE)
    check_gif(page, ".best img")
    assert page.locator(".best h2").text_content()
    assert page.locator(".best .match").inner_text().endswith("sure")
    assert page.locator(".cards:visible img").count() == 6
    check_gif(page, ".cards img")
    assert page.locator(".cards li:visible").first.inner_text().count("%") == 1
    assert fits(page)


def test_a_long_text_is_seen_whole_on_a_phone(visit):
    page = visit("phone")
    box = page.get_by_label("Movement")
    page.get_by_role("button", name="walk in slowly").click()
    page.wait_for_function("document.querySelector('#ask textarea').value.includes('freeze')")
    assert box.evaluate("it => it.clientWidth") > 300
    page.wait_for_function("(it => it.scrollHeight <= it.clientHeight)(document.querySelector('#ask textarea'))")


def test_why(page):
    search(page, "waltz to the left")
    asked = page.locator(".best .chips .hit").all_text_contents()
    assert "asked for: waltz" in asked
    assert not any("slow" in chip for chip in asked)
    search(page, "a waltz, waltzing, waltzing to the left")
    assert page.locator(".best .chips .hit q").first.inner_text() == "waltzing"
    search(page, "one leg stretched out behind")
    assert page.locator(".best .chips .hit q").first.inner_text()


def test_an_example_is_a_click(page):
    page.get_by_role("button", name="marching on the spot").click()
    page.locator(".best .query").get_by_text("marching on the spot", exact=True).wait_for()
    page.set_viewport_size({"width": 768, "height": 1024})
    go = page.get_by_role("button", name="Show the dance")
    assert go.evaluate("it => it.scrollHeight <= it.clientHeight"), "its words are whole on a tablet"


def test_as_many_as_asked_for(page):
    search(page, EXAMPLE)
    page.get_by_label("Dances", exact=True).fill("3")
    page.wait_for_function("location.search.includes('count=3')")
    assert page.locator(".cards:visible img").count() == 2
    page.get_by_label("Dances", exact=True).fill("99")
    toast(page, "25")


def test_filters(page):
    search(page, "a dance")
    choose(page, "Move", "waltz")
    assert "waltz" in page.locator(".best .chips").inner_text()
    choose(page, "Quality", "slow")
    assert {"waltz", "slow"} <= {chip.split(": ")[-1] for chip in page.locator(".best .chips li").all_text_contents()}
    assert page.get_by_label("Source", exact=True).count() == 0, "all of these dances have the same"
    choose(page, "Move", "any")
    assert "move" not in page.url


def test_more_like_this(page):
    search(page, EXAMPLE)
    caption = page.locator(".cards:visible li p").first.text_content()
    page.get_by_role("button", name="More like this").nth(1).click()
    page.locator(".best .query").get_by_text(f"More like: {caption}", exact=True).wait_for()
    assert page.locator(".best .match").inner_text().endswith("alike")
    assert page.locator(".cards:visible img").count() == 6
    assert "like=" in page.url


@pytest.mark.parametrize("look", ["light", "phone"])
def test_what_is_asked_for_far_below_comes_into_view(visit, look):
    page = visit(look)
    search(page, EXAMPLE)
    assert page.evaluate("scrollY") == 0, "who types sees the text box"
    more = page.get_by_role("button", name="More like this").last
    more.focus()
    page.keyboard.press("Enter")
    page.locator(".best .query").get_by_text("More like").wait_for()
    page.wait_for_function(
        "(top => top >= 0 && top < 100)(document.querySelector('.best').getBoundingClientRect().top)"
    )
    assert page.evaluate("document.activeElement === document.querySelector('.best .picture')")


def test_filters_that_leave_no_match_are_named_and_cleared(page):
    search(page, "someone jumps")
    choose(page, "Move", "waltz")
    choose(page, "Quality", "slow")
    told = page.locator(".best .none").inner_text()
    assert re.search(r"among the \d+ dances? that your filters leave \(waltz, slow\)", told)
    assert re.search(r"best of the \d+ dances?", page.locator(".best .facts").last.inner_text())
    page.locator(".best .none").get_by_role("link").click()
    page.locator(".best .none").wait_for(state="detached")
    assert page.locator(".best .query").inner_text() == page.get_by_label("Movement").input_value() == "someone jumps"
    assert page.get_by_label("Move", exact=True).input_value() == "any"
    assert "move" not in page.url
    page.go_back()
    page.locator(".best .none").wait_for()


def test_a_link_opens_the_same_search_again(visit):
    page = visit()
    search(page, "a kick & <b>more</b> + 50%")
    choose(page, "Move", "kick")
    best = page.locator(".best h2").text_content()
    again = visit(query=page.url[page.url.index("?") :])
    again.locator(".best h2").get_by_text(best, exact=True).wait_for()
    assert again.get_by_label("Movement").input_value() == "a kick & <b>more</b> + 50%"
    assert again.get_by_label("Move", exact=True).input_value() == "kick"
    page.get_by_role("button", name="More like this").first.click()
    page.wait_for_function("location.search.includes('like=')")
    heading = page.locator(".best .query").inner_text()
    visit(query=page.url[page.url.index("?") :]).locator(".best .query").get_by_text(heading, exact=True).wait_for()


def test_any_other_link_opens_the_page(page, url):
    for query in ("?move=nothing&count=many", "?like=nobody", "?text=%FF%00&count=0", "?__theme=dark"):
        page.goto(url + query)
        check_gif(page, ".best img")


def test_the_link_is_copied(visit):
    page = visit()
    search(page, EXAMPLE)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("link", name="Copy link").click()
    page.get_by_role("link", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_the_link_is_shown_where_it_cannot_be_copied(visit):
    page = visit()
    search(page, EXAMPLE)
    page.evaluate("void (navigator.clipboard.writeText = () => Promise.reject())")
    page.get_by_role("link", name="Copy link").click()
    page.get_by_role("link", name=page.url).wait_for()


@pytest.mark.parametrize(("still", "file"), [(True, "still.gif"), (False, "dance.gif")])
def test_who_wants_less_motion_sees_one_moment(visit, still, file):
    page = visit(still=still)
    search(page, EXAMPLE)
    shown = page.locator(".best .picture img").evaluate("(img) => img.decode().then(() => img.currentSrc)")
    assert shown.endswith(file)


def test_an_empty_count_is_as_many_as_ever(page):
    page.get_by_label("Dances").fill("")
    search(page, "a waltz")
    assert page.locator(".cards li").count() == 6


QUICK = """new MutationObserver((_, observer) => {
  const box = document.querySelector("#ask textarea");
  if (!box || !document.querySelector(".best .picture img")) return;
  observer.disconnect();
  box.value = "a waltz";
  box.dispatchEvent(new Event("input", { bubbles: true }));
  const enter = { key: "Enter", bubbles: true };
  for (const kind of ["keydown", "keypress"]) box.dispatchEvent(new KeyboardEvent(kind, enter));
}).observe(document, { childList: true, subtree: true });"""
"""Asks as soon as there is a box to type in, which is before the page has opened."""


def test_who_asks_before_the_page_has_opened_keeps_the_words(browser, url):
    page = browser.new_page()
    page.add_init_script(QUICK)
    page.goto(url)
    page.locator(".best .query").get_by_text("a waltz", exact=True).wait_for()
    page.wait_for_load_state("networkidle")
    assert page.get_by_label("Movement").input_value() == "a waltz"
    page.close()


def asked_by_words(page):
    page.get_by_label("Movement").fill("a waltz")
    page.get_by_label("Movement").press("Enter")


def asked_by_example(page):
    page.get_by_role("button", name="marching on the spot").click()


def asked_by_likeness(page):
    page.get_by_role("button", name="More like this").first.click()


def asked_for_two(page):
    page.get_by_label("Dances").fill("2")


def asked_for_too_many(page):
    page.get_by_label("Dances").fill("99")


@pytest.mark.parametrize(
    ("first", "second", "heading", "others"),
    [
        (asked_for_two, asked_by_words, "a waltz", 1),
        (asked_by_likeness, asked_by_words, "a waltz", 6),
        (asked_by_words, asked_by_likeness, "More like", 6),
        (asked_by_words, asked_by_example, "marching on the spot", 6),
        (asked_for_too_many, asked_for_two, EXAMPLE, 1),
    ],
)
def test_what_was_asked_for_last_stays_whatever_comes_first(page, first, second, heading, others):
    search(page, EXAMPLE)
    release = held(page)
    first(page)
    second(page)
    release()
    page.wait_for_function(
        "([heading, others]) => document.querySelector('.best .query').innerText.startsWith(heading)"
        " && document.querySelectorAll('.cards li').length === others",
        arg=[heading, others],
    )
    page.wait_for_timeout(1000)
    assert page.locator(".best .query").inner_text().startswith(heading)
    assert page.locator(".cards li").count() == others


def test_what_else_a_link_says_stays(visit):
    page = visit(query="?__theme=dark")
    search(page, "a waltz")
    assert "__theme=dark" in page.url


def test_the_dance_is_taken_away(page, tmp_path):
    search(page, EXAMPLE)
    caption = page.locator(".best h2").text_content().lower()
    bvh, array = taken_away(page.locator(".best"), tmp_path, "-".join(caption.split()[:3]))
    np.testing.assert_allclose(bvh, array, atol=0.02)


def test_a_closer_look_by_keyboard(visit):
    page = visit(still=False)
    search(page, EXAMPLE)
    page.locator(".best .picture").focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    plays(dialog.locator(PLAYER))
    assert dialog.get_by_role("heading").text_content() == page.locator(".best h2").text_content()
    page.keyboard.press("Escape")
    dialog.wait_for(state="hidden")
    page.locator(f"dialog {PLAYER}").wait_for(state="detached")
    assert page.evaluate("document.activeElement.classList.contains('picture')"), "focus is back where it was"


def test_a_dance_goes_on_when_the_cable_is_pulled(visit):
    page = visit(still=False)
    search(page, EXAMPLE)
    page.locator(".best .picture").click()
    player = page.get_by_role("dialog").locator(PLAYER)
    plays(player)
    page.context.set_offline(True)
    plays(player)
    page.context.set_offline(False)


def test_what_is_found_is_told_to_who_does_not_see_it(page):
    search(page, EXAMPLE)
    said = page.get_by_role("status").filter(has_text=EXAMPLE)
    assert page.locator(".best h2").text_content() in said.inner_text()
    for picture in page.locator(".view img:visible").all():
        assert picture.get_attribute("alt").startswith("A figure dances: ")


def test_a_misspelt_word_is_set_right_and_said(page):
    search(page, "mrach on the spot")
    assert page.locator(".best .none").inner_text() == "Read as “march on the spot”"
    assert "asked for: march" in page.locator(".best .chips .hit").all_text_contents()
    search(page, EXAMPLE)
    assert page.locator(".best .none").count() == 0


def test_a_faint_match_is_said(page):
    search(page, "cartwheel, then bow")
    page.locator(".clauses b").first.wait_for()
    seen = page.locator(".clauses b").all_inner_texts()
    assert seen == ["≈ no such movement here: this is the nearest", "✓ recognised"]
    search(page, "cartwheel")
    assert page.locator(".best .none").inner_text().startswith("A faint match")


def test_what_is_not_to_be_danced_is_said(page):
    search(page, "kick without an arm swing")
    assert page.locator(".best .none").inner_text() == "Read as “kick”, without arm swing"


def test_a_text_about_no_dance_is_told_so(page):
    search(page, "quarterly tax report")
    told = page.locator(".best > div").inner_text()
    assert told.index("No good match") < told.index(page.locator(".best h2").inner_text()), "first of all"
    assert "sure" not in told + page.locator(".cards").first.inner_text()
    assert page.locator(".cards:visible img").count() == 6, "the nearest are there all the same"
    search(page, EXAMPLE)
    assert page.locator(".best .none").count() == 0
