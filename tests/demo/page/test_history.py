"""The browser's Back and Forward, as a visitor has them: each search that was asked for is a step."""

from tests.demo.page.walk import EXAMPLE, PLAYER, choose, held, search

TEXT = "march on the spot, then bow"


def _shows(page, heading: str) -> None:
    page.locator(".best .query").get_by_text(heading, exact=True).wait_for()


def _held_back(page, release) -> None:
    """Let what was asked for before come, and see that it stays away."""
    release()
    page.wait_for_timeout(1500)


def test_back_and_forward_bring_a_search_again(page):
    search(page, "a waltz")
    choose(page, "Move", "waltz")
    caption = page.locator(".cards:visible li p").first.text_content()
    page.get_by_role("button", name="More like this").nth(1).click()
    _shows(page, f"More like: {caption}")
    search(page, "someone jumps")
    page.go_back()
    _shows(page, f"More like: {caption}")
    assert page.get_by_label("Movement").input_value() == ""
    assert page.get_by_label("Move", exact=True).input_value() == "waltz"
    page.go_back()
    _shows(page, "a waltz")
    assert page.get_by_label("Movement").input_value() == "a waltz"
    assert page.locator(".best .facts").last.inner_text().count("your filters leave (waltz)") == 1
    page.go_back()
    page.locator(".best .facts").last.get_by_text("best of 1,").wait_for()
    assert page.get_by_label("Move", exact=True).input_value() == "any"
    page.go_forward()
    page.go_forward()
    _shows(page, f"More like: {caption}")


def test_back_leads_to_what_the_page_opened_with_and_then_away(page, url):
    page.goto("about:blank")
    page.goto(url)
    search(page, "someone jumps")
    page.get_by_role("tab", name="Explore").click()
    page.go_back()
    _shows(page, EXAMPLE)
    assert page.url == f"{url}/"
    assert page.get_by_label("Movement").input_value() == ""
    page.go_forward()
    _shows(page, "someone jumps")
    page.go_back()
    _shows(page, EXAMPLE)
    page.go_back()
    assert page.url == "about:blank"


def test_steps_that_are_quicker_than_their_answers(page):
    for text in ("a waltz", "someone jumps", "a high kick"):
        search(page, text)
    release = held(page)
    page.get_by_label("Movement").fill("a slow spin")
    page.get_by_label("Movement").press("Enter")
    page.go_back()
    page.go_back()
    _held_back(page, release)
    _shows(page, "a waltz")
    assert "text=a+waltz" in page.url
    page.go_forward()
    _shows(page, "someone jumps")


def test_who_asks_while_a_step_is_on_its_way_keeps_what_was_there(page):
    search(page, "a waltz")
    search(page, "someone jumps")
    release = held(page)
    page.go_back()
    page.get_by_label("Movement").fill("a high kick")
    page.get_by_label("Movement").press("Enter")
    release()
    _shows(page, "a high kick")
    page.wait_for_timeout(1000)
    _shows(page, "a high kick")
    page.go_back()
    _shows(page, "a waltz")


def test_a_composed_dance_comes_back_at_its_tempo(page):
    search(page, TEXT)
    page.get_by_label("Tempo").fill("90")
    page.get_by_label("Tempo").press("Enter")
    page.wait_for_function("location.search.includes('bpm=90')")
    search(page, "a high kick")
    page.locator(".composed").wait_for(state="detached")
    page.go_back()
    page.locator(f".composed {PLAYER}").wait_for()
    page.wait_for_function("document.querySelector('.composed [name=bpm]')?.value === '90'")
    assert "bpm=90" in page.url


def test_back_leaves_a_closer_look(page):
    search(page, "a waltz")
    search(page, EXAMPLE)
    steps = page.evaluate("history.length")
    dialog = page.get_by_role("dialog")
    for leave in (page.go_back, lambda: page.keyboard.press("Escape"), dialog.get_by_label("Close").click):
        page.locator(".best .picture").click()
        dialog.locator(PLAYER).wait_for()
        leave()
        dialog.wait_for(state="hidden")
        page.wait_for_function("!history.state?.look")
        _shows(page, EXAMPLE)
    assert page.evaluate("history.length") == steps + 1
    page.go_back()
    _shows(page, "a waltz")
