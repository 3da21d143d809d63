"""From a dance to words, as a visitor has it."""

import numpy as np
import pytest

from motion import load
from tests.demo.page.conftest import LOOKS
from tests.demo.page.walk import PLAYER, fits, held, plays, read, taken_away, upload
from tests.demo.puppet import write_bvh


@pytest.mark.parametrize("look", LOOKS)
def test_what_a_file_dances(visit, tmp_path, look):
    page = visit(look, still=False)
    read(page, write_bvh(tmp_path / "puppet.bvh", frames=130, turn=720))
    best = page.locator(".best:visible")
    assert best.locator("h2").inner_text().endswith(".")
    assert "BVH" in best.locator(".facts").inner_text()
    assert 1 <= best.locator(".scores").first.locator("li").count() <= 5
    assert " 0%" not in " ".join(best.locator(".scores").all_inner_texts()).replace("\n", " ")
    plays(best.locator(PLAYER))
    assert page.locator(".timeline li").count() >= 1
    assert page.locator(".cards:visible img").count() == 6


def test_an_example_is_a_click_and_so_is_a_step_of_it(visit):
    page = visit(still=False)
    page.get_by_role("tab", name="Dance to words").click()
    assert not any("..." in name for name in page.locator("#files button").all_inner_texts()), "named in full"
    page.locator("#files button").first.click()
    step = page.locator(".timeline button").last
    step.click()  # perhaps before the dance itself is there
    player = page.locator(f".best:visible {PLAYER}")
    plays(player)
    assert player.evaluate("it => it.time") >= float(step.get_attribute("data-from"))
    words = step.locator("span").first.inner_text()
    assert words in page.locator(".best:visible h2").inner_text().lower()


def test_every_step_can_be_read(page, tmp_path):
    page.set_viewport_size({"width": 1024, "height": 768})
    read(page, write_bvh(tmp_path / "puppet.bvh", frames=600, turn=2000, kick=90))
    assert page.locator(".timeline li").count() > 1
    for step in page.locator(".timeline button > span:first-child").all():
        assert step.evaluate("it => it.scrollWidth <= it.clientWidth"), step.inner_text()
    assert fits(page)


def test_side_by_side(visit, tmp_path):
    page = visit(still=False)
    read(page, write_bvh(tmp_path / "puppet.bvh"))
    page.locator(".cards:visible .picture").first.click()
    player = page.get_by_role("dialog").locator(PLAYER)
    player.wait_for()
    own = page.locator(f".best:visible {PLAYER}").get_attribute("src")
    assert player.get_attribute("ghost") == own
    assert player.get_attribute("src") != own
    plays(player)
    assert player.get_by_role("button", name="Ghost").is_visible(), "there is a second dancer"


def test_the_dance_is_taken_away(page, tmp_path):
    path = write_bvh(tmp_path / "puppet.bvh", frames=70, kick=90)
    read(page, path)
    for positions in taken_away(page.locator(".actions:visible"), tmp_path, "puppet."):
        np.testing.assert_allclose(positions, load(path).positions, atol=0.03)


def test_real_motion(page, mocap):
    read(page, mocap / "examples" / "wave_both_hands.bvh")
    assert "wave" in page.locator(".scores:visible").first.inner_text()
    assert "wave" in page.locator(".best:visible h2").inner_text().lower()


def test_a_file_that_follows_a_bad_one_is_read(page, tmp_path):
    (tmp_path / "notes.bvh").write_text("these are my notes")
    release = held(page)
    upload(page, tmp_path / "notes.bvh")
    page.wait_for_timeout(1000)
    upload(page, write_bvh(tmp_path / "puppet.bvh"))
    release()
    page.locator(".best .query:visible").get_by_text("puppet.bvh", exact=True).wait_for()


def test_what_was_taken_away_meanwhile_is_not_said(page, tmp_path):
    release = held(page)
    upload(page, write_bvh(tmp_path / "puppet.bvh"))
    page.wait_for_timeout(1000)
    page.locator("button[aria-label=Clear]:visible").first.click()
    release()
    page.wait_for_timeout(3000)
    assert page.locator(".timeline").count() == 0


def test_a_bad_file_is_explained_and_the_page_goes_on(page, tmp_path):
    (tmp_path / "<b>notes.bvh").write_text("<img src=x onerror=alert(1)> these are my notes")
    read(page, write_bvh(tmp_path / "puppet.bvh"))
    upload(page, tmp_path / "<b>notes.bvh")
    told = page.get_by_role("alert").filter(has_text="a BVH file begins with HIERARCHY")
    told.wait_for()
    assert page.locator(".timeline").count() == 0, "what the last file said is still there"
    assert "'<img src=x onerror=a'" in told.inner_text(), "as text"
    assert page.get_by_test_id("toast-body").count() == 0, "it is said once, where it stays"
    read(page, write_bvh(tmp_path / "puppet.bvh"))
