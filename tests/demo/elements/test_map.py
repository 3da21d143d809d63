"""The map in a browser, on plain pages of the tests' own: no Gradio, no models, nothing from outside."""

import numpy as np
import pytest

from tests.demo.elements.stand import CHECKSUM, checksum, mount, settle

BLINDNESSES = {
    "none": np.eye(3),
    "protan": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deutan": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritan": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
"""What is left of linear RGB: Machado, Oliveira and Fernandes (2009), severity 1."""


def _map(page, url: str, how: str = "", style: str = "") -> None:
    page.emulate_media(reduced_motion="reduce")
    mount(page, url, f"<dance-map src=atlas.json reels='wave.reel?{{id}}' {how}></dance-map>", style=style)
    page.evaluate("picked = []; document.addEventListener('pick', (event) => picked.push(event.detail.id))")
    settle(page)


def test_a_dance_that_is_pointed_at_shows_and_a_click_picks_it(page, url):
    _map(page, url)
    box = page.locator("dance-map canvas").first.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2 - 10)
    page.mouse.move(box["x"] + box["width"] * 0.04, box["y"] + box["height"] / 2 + 20)
    card = page.locator("dance-map .card")
    card.get_by_text("waves <b>left</b>", exact=True).wait_for()
    page.wait_for_function("document.querySelector('dance-map').shadowRoot.querySelector('dance-player').duration > 0")
    assert page.evaluate("picked") == []
    page.mouse.down()
    page.mouse.up()
    assert page.evaluate("picked") == ["a/1"]
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 5)
    card.wait_for(state="hidden")


def test_a_map_that_is_on_its_way_says_so(page, url):
    waiting = []
    page.route("**/atlas.json", lambda route: waiting.append(route))
    mount(page, url, "<dance-map src=atlas.json></dance-map>", ready=False)
    said = page.locator("dance-map .say").first
    said.get_by_text("on its way").wait_for()
    waiting[0].continue_()
    said.wait_for(state="hidden")


def test_the_map_is_walked_by_keys(page, url):
    _map(page, url, "query='0.1 0.5' words='a query'")
    canvas = page.locator("dance-map canvas").first
    for key in ("ArrowRight", "ArrowRight", "Enter", "ArrowLeft", "Enter"):
        canvas.press(key)
    assert page.evaluate("picked") == ["c", "b"]
    assert page.locator("dance-map .spoken").inner_text() == "claps"
    before = checksum(page, "dance-map")
    canvas.press("+")
    settle(page)
    assert checksum(page, "dance-map") != before


def test_the_dance_that_was_picked_stays_marked_and_is_named(page, url):
    _map(page, url)
    page.evaluate("document.addEventListener('pick', (event) => (named = event.detail.caption))")
    before = checksum(page, "dance-map")
    canvas = page.locator("dance-map canvas").first
    for key in ("ArrowLeft", "Enter", "Escape"):
        canvas.press(key)
    settle(page)
    assert checksum(page, "dance-map") != before
    assert page.evaluate("named") == "waves <b>left</b>"


def test_the_legend_filters(page, url):
    _map(page, url)
    before = checksum(page, "dance-map")
    turns = page.get_by_role("button", name="turns 1")
    assert page.locator(".legend button").count() == 2
    turns.click()
    settle(page)
    assert turns.get_attribute("aria-pressed") == "true"
    assert checksum(page, "dance-map") != before
    canvas = page.locator("dance-map canvas").first
    canvas.press("ArrowLeft")
    canvas.press("Enter")
    assert page.evaluate("picked") == [], "a family that is not shown cannot be walked to"
    turns.click()
    settle(page)
    assert checksum(page, "dance-map") == before


def test_a_query_is_put_on_the_map_and_pulses(page, url):
    _map(page, url)
    before = checksum(page, "dance-map")
    page.evaluate("document.querySelector('dance-map').setAttribute('query', '0.5 0.45')")
    settle(page)
    marked = checksum(page, "dance-map")
    assert marked != before
    page.emulate_media(reduced_motion="no-preference")
    page.evaluate("document.querySelector('dance-map').setAttribute('words', 'spin')")
    page.wait_for_function(
        f"async () => {{ const before = ({CHECKSUM})('dance-map');"
        f"await new Promise((done) => setTimeout(done, 100)); return before !== ({CHECKSUM})('dance-map'); }}"
    )


def _lab(linear: np.ndarray) -> np.ndarray:
    """Linear sRGB (n, 3) -> CIE L*a*b* under D65."""
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    x, y, z = np.cbrt(np.clip(linear, 1e-4, 1) @ to_xyz.T / [0.9505, 1, 1.089]).T
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)


@pytest.mark.parametrize("blindness", BLINDNESSES)
@pytest.mark.parametrize(("ground", "least"), [(0, 4.5), (1, 3)])
def test_families_differ_under_every_colour_blindness(page, url, blindness, ground, least):
    """By 17 steps of CIE76 at least, and from the ground as WCAG asks of graphics, 3 to 1."""
    mount(page, url, "", ready=False)
    look = page.evaluate("""async () => ({ ...await import("./page/map.look.js") })""")
    assert len(set(look["SHAPES"])) > len(look["HUES"]) == 8
    colours = [look["HUES"][family][ground] for family in range(8)] + [("#13151d", "#ffffff")[ground]]
    channels = np.array([list(bytes.fromhex(colour[1:])) for colour in colours]) / 255
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    lab = _lab(linear[:-1] @ np.array(BLINDNESSES[blindness]).T)
    apart = np.linalg.norm(lab[:, None] - lab, axis=-1)
    assert apart[~np.eye(8, dtype=bool)].min() > 17
    light = linear @ [0.2126, 0.7152, 0.0722] + 0.05
    assert (np.maximum(light[:-1], light[-1]) / np.minimum(light[:-1], light[-1])).min() > least


def test_light_and_dark_follow_the_page(page, url):
    _map(page, url, style="color: #222")
    assert page.locator("dance-map .map.dark").count() == 0
    _map(page, url, style="color: #eee; background: #111")
    assert page.locator("dance-map .map.dark").count() == 1


def test_a_map_that_cannot_be_drawn_says_so(page, url):
    mount(page, url, "<dance-map src=none.json></dance-map>", ready=False)
    page.get_by_text("The map could not be drawn").wait_for()
