"""The map of all dances, as a visitor has it."""

import pytest

from tests.demo.page.conftest import LOOKS
from tests.demo.page.walk import PLAYER, fits, plays

MAP = "dance-map"
PICK = """it => {
  const detail = { id: "studio-0000", caption: "a <b>dance</b>" };
  it.dispatchEvent(new CustomEvent("pick", { bubbles: true, composed: true, detail }));
}"""


@pytest.fixture
def page(visit):
    page = visit()
    page.get_by_role("tab", name="Explore").click()
    page.locator(MAP).wait_for()
    return page


def _put(page, text: str) -> None:
    box = page.get_by_label("Words on the map")
    box.fill(text)
    box.press("Enter")
    page.locator(".explore .query").get_by_text(text, exact=True).wait_for()


def test_words_on_the_map(page):
    _put(page, "someone jumps")
    jumps = page.locator(MAP).get_attribute("query")
    _put(page, "a slow waltz")
    assert page.locator(MAP).get_attribute("query") != jumps
    there = page.locator(MAP).get_attribute("query")
    assert page.locator(".explore .none").count() == 0
    _put(page, "a slow wlatz")
    assert page.locator(".explore .none").inner_text() == "Read as “a slow waltz”"
    assert page.locator(MAP).get_attribute("query") == there
    _put(page, "quarterly tax report")
    assert "No good match" in page.locator(".explore .none").inner_text()


def test_words_stand_among_the_dances_that_they_describe(page, url):
    """As the map's own data have it."""
    _put(page, "a waltz")
    x, y = (float(number) for number in page.locator(MAP).get_attribute("query").split(","))
    data = page.request.get(f"{url}/map.json").json()
    far = sorted(range(len(data["x"])), key=lambda at: (data["x"][at] - x) ** 2 + (data["y"][at] - y) ** 2)
    assert sum("waltz" in data["caption"][at] for at in far[:10]) >= 3


@pytest.mark.parametrize("look", LOOKS)
def test_a_dance_that_is_picked_plays(visit, look):
    page = visit(look, still=False)
    page.get_by_role("tab", name="Explore").click()
    page.locator(MAP).wait_for()
    assert "Each mark is a dance" in page.locator(".picked").inner_text()
    assert "left" not in page.locator(".picked").inner_text(), "there is no figure yet whose sides were coloured"
    page.locator(MAP).evaluate(PICK)
    plays(page.locator(f".picked {PLAYER}"))
    assert page.locator(".picked h2").text_content() == "a <b>dance</b>"
    assert "dancer's left" in page.locator(".picked").inner_text()
    assert "Each mark" not in page.locator(".picked").inner_text()
    seen = page.locator(f".picked {PLAYER}").bounding_box()
    assert seen["y"] >= 0
    assert seen["y"] + seen["height"] <= page.viewport_size["height"] + 1
    for name in ("GIF", "BVH", ".npy"):
        link = page.locator(".picked").get_by_role("link", name=name, exact=True)
        assert page.request.get(link.evaluate("it => it.href")).ok
    assert fits(page)
    page.locator(".picked").get_by_role("link", name="More like this").click()
    page.locator(".best .query").wait_for()
    assert "like=studio-0000" in page.url


def test_the_maps_data_are_fetched_once_and_when_it_is_opened(visit):
    asked = []
    page = visit()
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.locator(".best .picture").wait_for()
    page.wait_for_load_state("networkidle")
    assert not any("map.json" in url for url in asked)
    page.get_by_role("tab", name="Explore").click()
    page.locator(MAP).get_by_role("button", name="turns").wait_for()
    assert sum("map.json" in url for url in asked) == 1
