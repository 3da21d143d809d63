"""The page as a visitor has it: Chromium against `python demo/app.py`, started as a Space starts it.

Nothing outside 127.0.0.1 is reached, and the page asks for nothing there.
"""

import io
from pathlib import Path

import pytest
from PIL import Image

from tests.browser import chromium, opened, serve
from tests.demo.puppet import write_bvh

EXAMPLE = "slow spin with a kick"


@pytest.fixture(scope="module")
def url(tmp_path_factory):
    with serve(["demo/app.py"], tmp_path_factory.mktemp("page")) as address:
        yield address


@pytest.fixture(scope="module")
def browser():
    with chromium() as browser:
        yield browser


@pytest.fixture
def page(browser, url):
    with opened(browser, url) as page:
        yield page


def _search(page, text: str) -> None:
    """Type, press Enter, and wait until the best dance for this very text is there."""
    box = page.get_by_label("Movement")
    box.fill(text)
    box.press("Enter")
    page.locator(".best .query").get_by_text(text, exact=True).wait_for()


def _check_gif(page, selector: str) -> None:
    """The picture is loaded, and what the server sent for it moves."""
    picture = page.locator(selector).first
    picture.wait_for()
    page.wait_for_function("selector => document.querySelector(selector).naturalWidth > 0", arg=selector)
    answer = page.request.get(picture.evaluate("picture => picture.src"))
    image = Image.open(io.BytesIO(answer.body()))
    assert answer.headers["content-type"] == "image/gif"
    assert image.n_frames > 1


def _upload(page, path: Path) -> None:
    page.get_by_role("tab", name="Dance to words").click()
    clear = page.locator("button[aria-label=Clear]:visible")
    if clear.count():
        clear.first.click()
    page.locator("input[type=file]").set_input_files(path)


def test_text_to_dance(page):
    _search(page, "someone jumps")  # so that the example is not what the page opened with
    _search(page, EXAMPLE)
    _check_gif(page, ".best img")
    assert page.locator(".best h2").inner_text()
    assert page.locator(".best .match").inner_text().endswith("sure")
    assert page.locator(".cards:visible img").count() == 5
    _check_gif(page, ".cards img")


def test_an_example_is_a_click(page):
    page.get_by_role("button", name="marching on the spot").click()
    page.locator(".best .query").get_by_text("marching on the spot", exact=True).wait_for()


@pytest.mark.parametrize("text", ["<img src=x onerror=alert(1)> ${alert(2)} `kick` {{query}} &amp;"])
def test_text_is_never_markup(page, text):
    _search(page, text)
    assert page.locator(".best .query").inner_text() == text
    assert page.locator(".best .query *").count() == 0


def test_a_text_about_no_dance_is_told_so(page):
    _search(page, "quarterly tax report")
    assert "No good match" in page.locator(".best .none").inner_text()
    _search(page, EXAMPLE)
    assert page.locator(".best .none").count() == 0


def test_empty_text(page):
    page.get_by_label("Movement").fill("   ")
    page.get_by_role("button", name="Show the dance").click()
    page.get_by_text("This text has no words").wait_for()
    _search(page, EXAMPLE)


def test_dance_to_text(page, tmp_path):
    _upload(page, write_bvh(tmp_path / "puppet.bvh", frames=130, turn=720))
    page.locator(".timeline li").first.wait_for()
    assert page.locator(".query:visible").inner_text() == "puppet.bvh"
    assert page.locator("h2:visible").inner_text()
    assert "BVH" in page.locator(".facts:visible").inner_text()
    assert page.locator(".scores:visible").first.locator("li").count() == 5
    _check_gif(page, "[role=tabpanel]:not([style*=none]) .best img")


def test_real_motion(page, mocap):
    _upload(page, mocap / "examples" / "wave_both_hands.bvh")
    page.locator(".timeline li").first.wait_for()
    assert "wave" in page.locator(".scores:visible").first.inner_text()


def test_a_bad_file_is_explained_and_the_page_goes_on(page, tmp_path):
    (tmp_path / "<b>notes.bvh").write_text("<img src=x onerror=alert(1)> these are my notes")
    _upload(page, write_bvh(tmp_path / "puppet.bvh"))
    page.locator(".timeline li").first.wait_for()
    _upload(page, tmp_path / "<b>notes.bvh")
    page.get_by_text("a BVH file begins with HIERARCHY").wait_for()
    assert page.locator(".timeline").count() == 0, "what the last file said is still there"
    _upload(page, write_bvh(tmp_path / "puppet.bvh"))
    page.locator(".timeline li").first.wait_for()
    page.get_by_role("tab", name="Words to dance").click()
    _search(page, EXAMPLE)
    _check_gif(page, ".best img")
