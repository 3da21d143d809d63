"""Who cannot see well, or has no mouse: axe-core on every view in every look, a reader's own colours, a low window, and
the page by keyboard alone."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.demo.page.conftest import LOOKS
from tests.demo.page.walk import EXAMPLE, PLAYER, read, search
from tests.demo.puppet import write_bvh

GRADIO: dict[str, set[str]] = {}
"""Rules that components of Gradio itself break, by a part of the elements' HTML: none that this page can mend."""

SETTLED = "[...document.querySelectorAll('.view .html-container')].every((it) => getComputedStyle(it).opacity === '1')"
"""Whether every view stands there in full: it is faded while it waits."""


def _check(page) -> None:
    """No serious violation, of any element that is not Gradio's own."""
    page.wait_for_function(SETTLED)
    found = Axe().run(page).response["violations"]
    broken = [
        f"{rule['id']}: {node['html'][:160]} {node['failureSummary']}"
        for rule in found
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
        if not any(part in node["html"] for part in GRADIO.get(rule["id"], ()))
    ]
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize("look", LOOKS)
def test_no_serious_violation(visit, tmp_path, look):
    page = visit(look)
    search(page, EXAMPLE)
    _check(page)
    page.locator(".best .picture").click()
    page.get_by_role("dialog").locator(PLAYER).wait_for()
    _check(page)
    page.keyboard.press("Escape")
    search(page, "march and wave the right hand, calculate a mortgage, then bow")
    page.locator(f".composed {PLAYER}").wait_for()
    _check(page)
    search(page, "quarterly tax report")
    _check(page)
    read(page, write_bvh(tmp_path / "puppet.bvh", frames=130, turn=720))
    _check(page)
    page.get_by_role("tab", name="Explore").click()
    page.get_by_label("Words on the map").fill("a waltz")
    page.get_by_label("Words on the map").press("Enter")
    page.locator(".explore .query").wait_for()
    _check(page)


def test_by_keyboard_alone(page):
    page.keyboard.press("Tab")
    page.get_by_label("Movement").focus()
    page.keyboard.type("a high kick")
    page.keyboard.press("Enter")
    page.locator(".best .query").get_by_text("a high kick", exact=True).wait_for()
    wanted = {"Show the dance", "Look closer", "More like this", "Copy link", "BVH"}
    for _ in range(60):
        page.keyboard.press("Tab")
        reached = page.evaluate("document.activeElement.innerText ?? ''").strip()
        ring = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        if reached in wanted:
            assert ring != "none", f"{reached} does not show that it is reached"
            wanted.discard(reached)
        if not wanted:
            break
    assert not wanted, f"never reached by Tab: {wanted}"
    page.get_by_label("Move", exact=True).focus()
    ring = "getComputedStyle(document.activeElement.closest('.wrap')).outlineStyle"
    assert page.evaluate(ring) == "solid", "a list shows that it is reached, around its whole field"


def test_colours_of_the_readers_own_leave_what_is_filled(visit):
    page = visit()
    page.emulate_media(forced_colors="active")
    search(page, "a waltz to the left")
    colours = page.evaluate(
        """() => Object.fromEntries(
          [".key .left", ".key .right", ".chips .hit", ".chips li:not(.hit)", ".match .bar", ".match .bar span"].map(
            (selector) => [selector, getComputedStyle(document.querySelector(".best " + selector)).backgroundColor]
          )
        )"""
    )
    assert colours[".key .left"] != colours[".key .right"]
    assert colours[".chips .hit"] != colours[".chips li:not(.hit)"]
    assert colours[".match .bar"] != colours[".match .bar span"]


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (640, 360), (844, 390)])
def test_a_closer_look_in_a_low_window(page, width, height):
    page.set_viewport_size({"width": width, "height": height})
    search(page, EXAMPLE)
    page.locator(".best .picture").click()
    dialog = page.get_by_role("dialog")
    dialog.locator(PLAYER).wait_for()
    if height >= 720:
        assert dialog.evaluate("it => it.scrollHeight <= it.clientHeight"), "all of it is seen at once"
    dialog.get_by_role("link", name="BVH").scroll_into_view_if_needed()
    dialog.get_by_label("Close").click(timeout=5000)
    dialog.wait_for(state="hidden")
