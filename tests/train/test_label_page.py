"""The labelling page as a choreographer has it: from the first GIF to labels.csv, stopped and resumed in between."""

import pytest

from tests.browser import chromium, opened, serve
from tests.demo.puppet import write_bvh
from train.label.hand import read_hand
from train.label.table import read_table


@pytest.fixture(scope="module")
def browser():
    with chromium() as browser:
        yield browser


def _shown(page) -> str:
    """Which phrase is on the page, once its picture is loaded."""
    page.wait_for_function("document.querySelector('img[src^=\"data:image/gif\"]')?.naturalWidth > 0")
    return page.locator("img[src^='data:image/gif']").get_attribute("alt")


def _next(page, before: str) -> str:
    """The phrase that follows `before`."""
    page.wait_for_function("before => document.querySelector('img[src^=\"data:\"]')?.alt !== before", arg=before)
    return _shown(page)


def test_from_the_first_picture_to_the_saved_table(browser, tmp_path):
    write_bvh(tmp_path / "long.bvh", frames=400, turn=720, kick=90)
    out = tmp_path / "out"
    command = ["-m", "train.label", str(tmp_path / "long.bvh"), "--out", str(out), "--length", "1s", "--share", "10"]
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    with serve(command, tmp_path / "one") as url, opened(browser, url) as page, opened(browser, url) as other:
        page.get_by_text("0 of 4 phrases").wait_for()
        first = _shown(page)
        key = page.get_by_text("dancer's left")
        assert key.evaluate("it => getComputedStyle(it).display") == "flex", "it has the look of the demo's page"
        assert _shown(other) != first, "two people are shown different phrases"
        page.get_by_label("Or in your own words").fill("my <b>own</b> kick")
        page.get_by_label("Or in your own words").press("Enter")
        second = _next(page, first)
        page.locator("button.name:visible").nth(1).click()
        _next(page, second)
        other_first = _shown(other)
        other.get_by_role("button", name="None of it, next").click()
        _next(other, other_first)
        page.get_by_role("button", name="Take the last one back").click()
        page.wait_for_function("before => document.querySelector('img[src^=\"data:\"]')?.alt === before", arg=second)
    assert sorted(read_hand(out / "hand.csv").values()) == ["?", "my <b>own</b> kick"]
    with serve(command, tmp_path / "two") as url, opened(browser, url) as page:
        page.get_by_text("2 of 4 phrases").wait_for()
        third = _shown(page)
        assert third not in (first, other_first)
        page.get_by_label("Or in your own words").fill("spin")
        page.get_by_label("Or in your own words").press("Enter")
        _next(page, third)
        page.get_by_text("3 of 4 phrases").wait_for()
    rows = read_table(out / "labels.csv")
    assert len(rows) > 35
    assert {row.label for row in rows} == {"?", "my <b>own</b> kick", "spin"}, "what has no name keeps none"
    assert sum(row.by == "hand" for row in rows) == 3
