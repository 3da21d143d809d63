"""What a visitor does, in steps that wait until the page has answered."""

import io
import re
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Locator, Page

from motion import load
from tests.browser import ANSWER

EXAMPLE = "slow spin with a kick"
PLAYER = "dance-player"


def search(page: Page, text: str) -> None:
    """Type, press Enter, and wait until the best dance for this very text is there."""
    box = page.get_by_label("Movement")
    box.fill(text)
    box.press("Enter")
    page.wait_for_function("text => new URLSearchParams(location.search).get('text') === text", arg=text)
    page.locator(".best .query").get_by_text(text, exact=True).wait_for()


def upload(page: Page, path: Path) -> None:
    """Give a file to the second tab, in the place of any other; what it says is not waited for."""
    page.get_by_role("tab", name="Dance to words").click()
    clear = page.locator("button[aria-label=Clear]:visible")
    if clear.count():
        clear.first.click()
    page.locator("input[type=file]").set_input_files(path)


def read(page: Page, path: Path) -> None:
    """Upload, and wait until it is said what this file dances."""
    upload(page, path)
    page.locator(".best .query:visible").get_by_text(path.name, exact=True).wait_for()


def choose(page: Page, label: str, option: str) -> None:
    """Set a dropdown and wait until the dances have changed with the address."""
    before = page.url
    page.get_by_label(label, exact=True).click()
    page.get_by_role("option", name=option, exact=True).locator("visible=true").last.click()
    page.wait_for_function("before => location.href !== before", arg=before)


def check_gif(page: Page, selector: str) -> None:
    """The picture is loaded, and what the server sent for it moves."""
    picture = page.locator(selector).first
    picture.wait_for()
    page.wait_for_function("selector => document.querySelector(selector).naturalWidth > 0", arg=selector)
    answer = page.request.get(picture.evaluate("picture => picture.src"))
    image = Image.open(io.BytesIO(answer.body()))
    assert answer.headers["content-type"] == "image/gif"
    assert image.n_frames > 1


def plays(player: Locator) -> None:
    """Wait until a player has its dance, and its time goes on; meanwhile the page may put another in its place."""
    player.wait_for()
    end, before = time.monotonic() + ANSWER / 1000, None
    while time.monotonic() < end:
        whole, now = player.evaluate("it => [it.duration, it.time]")
        if whole and before is not None and now != before:
            return
        before = now if whole else None
        player.page.wait_for_timeout(50)
    pytest.fail(f"the dance does not play: it has {whole} seconds, and stands at {now}")


def taken_away(place: Locator, folder: Path, called: str) -> list[np.ndarray]:
    """Download a dance by the links of a place in all its forms; the positions that its BVH and its array hold.

    called: what the name of the files begins with.
    """
    clips = []
    for name in ("BVH", ".npy", "GIF"):
        with place.page.expect_download() as download:
            place.get_by_role("link", name=name, exact=True).click()
        path = folder / download.value.suggested_filename
        assert path.name.startswith(called)
        download.value.save_as(path)
        if name == "GIF":
            assert path.read_bytes().startswith(b"GIF89a")
        else:
            clips.append(load(path).positions)
    return clips


def held(page: Page, after: int = 0) -> Callable[[], None]:
    """Let the next event of a page wait, or the one `after` so many, as on a slow line, until the answer is called."""
    joined = []

    def join(route) -> None:
        joined.append(route)
        if len(joined) != after + 1:
            route.continue_()

    page.route("**/queue/join*", join)

    def release() -> None:
        page.wait_for_timeout(1000)
        joined[after].continue_()

    return release


def fits(page: Page) -> bool:
    """Whether nothing hangs over the side of the window."""
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1")


def toast(page: Page, text: str | re.Pattern) -> None:
    """Wait for a message, and put it away."""
    message = page.get_by_test_id("toast-body").filter(has_text=text)
    message.first.wait_for()
    page.get_by_test_id("toast-close").first.click()
    message.first.wait_for(state="detached")
