"""The player and the map in a browser, on plain pages of the tests' own: no Gradio, no models, nothing from outside."""

import json
import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest

import demo
from demo import camera, figure, inks
from demo.reel import encode
from tests.browser import chromium, opened
from tests.demo.puppet import puppet

STATIC = Path(demo.__file__).parent / "static"
DURATION = 3.0
ATLAS = {
    "families": ["arms", "turns"],
    "x": [0.0, 0.5, 1.0],
    "y": [0.5, 0.4, 0.5],
    "family": [0, 0, 1],
    "id": ["a/1", "b", "c"],
    "caption": ["waves <b>left</b>", "claps", "spins"],
    "names": [{"text": "wave", "count": 2, "family": 0, "x": 0.0, "y": 0.5}],
}
COUNT = """(warm) => {
  const canvas = document.querySelector("dance-player").shadowRoot.querySelector("canvas");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  let count = 0;
  for (let at = 0; at < data.length; at += 4) count += (warm ? 1 : -1) * (data[at] - data[at + 2]) > 80;
  return count;
}"""
SUM = """(host) => {
  const canvas = document.querySelector(host).shadowRoot.querySelector("canvas");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  return data.reduce((sum, value, at) => (sum * 31 + value + at) % 1000003, 7);
}"""


BLINDNESSES = {
    "none": np.eye(3),
    "protan": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deutan": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritan": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
"""What is left of linear RGB: Machado, Oliveira and Fernandes (2009), severity 1."""


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *args) -> None:
        pass


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("elements")
    shutil.copytree(STATIC, folder / "page")
    (folder / "wave.reel").write_bytes(encode(puppet(frames=60, kick=60)))
    (folder / "spin.reel").write_bytes(encode(puppet(frames=90, turn=360, travel=3)))
    (folder / "short.reel").write_bytes(encode(puppet(frames=60))[:-2])
    (folder / "words.reel").write_text("<html>no dance</html>")
    (folder / "atlas.json").write_text(json.dumps(ATLAS))
    return folder


@pytest.fixture(scope="module")
def url(folder):
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def browser():
    with chromium() as browser:
        yield browser


@pytest.fixture
def page(browser, url):
    with opened(browser, url) as page:
        yield page


def _mount(page, url: str, body: str, ready: bool = True, style: str = "") -> None:
    """Show a page with these elements; `ready` waits until the first has something to show."""
    html = (
        f"<!doctype html><meta charset=utf-8><style>body {{ margin: 0; width: 480px; {style} }}</style>{body}"
        "<script type=module src=page/map.js></script>"
    )
    page.route(f"{url}/test.html", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(f"{url}/test.html")
    if ready:
        page.wait_for_function(
            "() => { const first = document.body.querySelector('dance-player, dance-map');"
            "return first.duration > 0 || first.shadowRoot?.querySelector('.legend button'); }"
        )


def _player(page, url: str, how: str = "src=wave.reel label='a wave'") -> None:
    """A player that stands still, half a second into its dance, and whose view goes where it is asked to at once."""
    page.emulate_media(reduced_motion="reduce")
    _mount(page, url, f"<dance-player {how}></dance-player>")
    page.evaluate("document.querySelector('dance-player').time = 0.5")
    _settle(page)


def _settle(page) -> None:
    """Wait until what was asked for is painted: with less motion asked for, that is the next picture."""
    page.evaluate(
        """async () => {
          for (let at = 0; at < 3; at++) await new Promise(requestAnimationFrame);
        }"""
    )


def _sum(page, host: str = "dance-player") -> int:
    """A number that differs where the picture does."""
    return page.evaluate(SUM, host)


def _count(page, warm: bool) -> int:
    """Pixels of the dancer's left limbs, which are orange, or of the right ones, which are blue."""
    return page.evaluate(COUNT, warm)


def _get(page, name: str):
    return page.evaluate(f"document.querySelector('dance-player').{name}")


def test_the_figure_is_that_of_the_pictures(page, url):
    _mount(page, url, "", ready=False)
    here = page.evaluate("""async () => ({ ...await import("./page/figure.js"), ...await import("./page/ink.js") })""")
    names = ("left", "right", "body", "hair", "stage", "grid", "shadow")
    colours = {name: tuple(bytes.fromhex(here["COLOURS"][name][1:])) for name in names}
    assert colours == {name: getattr(inks, name.upper()) for name in names}
    assert (tuple(here["LEG"]), tuple(here["ARM"])) == (figure.LEG, figure.ARM)
    assert (here["OUTLINE"], here["DARKEST"]) == (figure.OUTLINE, inks.DARKEST)
    assert (here["SKULL"], here["FACE"]) == (camera.SKULL, camera.FACE)


def test_the_view_at_rest_is_that_of_the_pictures(page, url):
    clip = puppet(frames=60, kick=60, travel=3)
    shot = camera.film(clip, 400)
    _mount(page, url, "", ready=False)
    seen, centres = page.evaluate(
        """async (bytes) => {
          const { Reel } = await import("./page/reel.js");
          const { View } = await import("./page/view.js");
          const reel = new Reel(new Uint8Array(bytes).buffer);
          const view = new View();
          view.eye = 0; // the pictures look at the spot on the floor
          view.now.metre = 100;
          view.look(reel.centre(1));
          return [reel.pose(1).map((place) => view.see(place)),
                  [0, 1, 2.5].map((time) => reel.centre(time))];
        }""",
        list(encode(clip)),
    )
    expected = (shot.joints[20, :15, :2] - shot.offset) / shot.zoom * 100  # without the head, which is raised there
    origin = [240 / 240 / 2, 0.5]
    for joint, (x, y) in enumerate(expected.tolist()):
        assert seen[joint]["x"] - origin[0] == pytest.approx(x, abs=0.3)
        assert seen[joint]["y"] - origin[1] == pytest.approx(y, abs=0.3)
    for centre, frame in zip(centres, (0, 20, 50), strict=True):
        assert centre == pytest.approx(shot.centre[frame].tolist(), abs=2e-3)


def test_a_dance_goes_through_its_frames(page, url):
    clip = puppet(frames=60, kick=60)
    _mount(page, url, "", ready=False)
    poses = page.evaluate(
        """async () => {
          const { Reel } = await import("./page/reel.js");
          const reel = await Reel.fetch("wave.reel");
          return [0, 17, 17.5, 18, 59, 80].map((frame) => reel.pose(frame / reel.fps));
        }"""
    )
    for place, frame in ((0, 0), (1, 17), (3, 18), (4, 59), (5, 59)):
        assert np.ravel(poses[place]) == pytest.approx(clip.positions[frame].ravel().tolist(), abs=6e-4)
    halfway = (clip.positions[17] + clip.positions[18]) / 2
    assert np.ravel(poses[2]) == pytest.approx(halfway.ravel().tolist(), abs=0.02)


def test_it_draws_both_sides_and_plays(page, url):
    _mount(page, url, "<dance-player src=wave.reel></dance-player>")
    assert _get(page, "playing")
    page.wait_for_function("document.querySelector('dance-player').time > 0.3")
    before = _sum(page)
    page.wait_for_function(f"(before) => ({SUM})('dance-player') !== before", arg=before)
    assert _get(page, "duration") == DURATION
    _player(page, url)
    assert _count(page, warm=True) > 1000
    assert _count(page, warm=False) > 1000


def test_it_stops_and_goes_on(page, url):
    _player(page, url)
    page.get_by_role("button", name="Play").click()
    page.wait_for_function("document.querySelector('dance-player').time > 0.8")
    page.get_by_role("button", name="Pause").click()
    _settle(page)
    assert not _get(page, "playing")
    page.locator("canvas").press("Space")
    assert _get(page, "playing")


def test_a_page_that_colours_everything_leaves_its_parts_readable(page, url):
    page.emulate_media(reduced_motion="reduce")
    _mount(page, url, "<dance-player src=wave.reel></dance-player>", style="} * { color: #000; ")
    button = page.get_by_role("button", name="Trails")
    assert button.evaluate("button => getComputedStyle(button).color") == "rgb(240, 235, 226)"
    for playing in (False, True):
        assert page.locator(".play .when-playing").is_visible() == playing
        assert page.locator(".play .when-paused").is_visible() != playing
        page.locator(".play").click()


def test_it_is_scrubbed_and_says_where_it_is(page, url):
    _player(page, url)
    before = _sum(page)
    page.get_by_role("slider", name="Time").fill("2")
    _settle(page)
    assert _get(page, "time") == pytest.approx(2)
    assert _sum(page) != before
    assert page.get_by_role("slider", name="Time").get_attribute("aria-valuetext") == "2.0 of 3.0 seconds"


def test_speed(page, url):
    _mount(page, url, "<dance-player src=spin.reel></dance-player>")
    rates = []
    for speed in ("0.25", "2"):
        page.get_by_label("Speed").select_option(speed)
        rates.append(
            page.evaluate(
                """async () => {
                  const player = document.querySelector("dance-player");
                  player.time = 0;
                  await new Promise((done) => setTimeout(done, 400));
                  return player.time;
                }"""
            )
        )
    assert 0 < 3 * rates[0] < rates[1]


@pytest.mark.parametrize("key", ["ArrowLeft", "ArrowUp", "+", "-"])
def test_it_turns_and_zooms_by_keys_and_returns(page, url, key):
    _player(page, url)
    before = _sum(page)
    page.locator("canvas").press(key)
    _settle(page)
    turned = _sum(page)
    page.locator("canvas").press("0")
    _settle(page)
    assert turned != before == _sum(page)


def test_it_turns_by_hand_and_zooms_by_wheel_once_chosen(page, url):
    _player(page, url)
    before = _sum(page)
    page.mouse.move(200, 200)
    page.mouse.wheel(0, -300)
    _settle(page)
    assert _sum(page) == before, "a wheel that only passes by scrolls the page"
    page.mouse.down()
    page.mouse.move(320, 200, steps=4)
    page.mouse.up()
    _settle(page)
    turned = _sum(page)
    assert turned != before
    assert not _get(page, "playing"), "a drag is no tap"
    page.mouse.wheel(0, -300)
    _settle(page)
    assert _sum(page) != turned


def test_a_ghost_dances_in_step_and_can_be_sent_away(page, url):
    _player(page, url)
    alone = _sum(page)
    assert page.get_by_role("button", name="Ghost").count() == 0
    _player(page, url, "src=wave.reel ghost=spin.reel")
    beside = _sum(page)
    page.get_by_role("button", name="Beside").click()
    _settle(page)
    behind = _sum(page)
    page.get_by_role("button", name="Ghost").click()
    _settle(page)
    assert len({alone, beside, behind}) == 3
    assert _sum(page) == alone
    assert page.get_by_role("button", name="Beside").count() == 0


@pytest.mark.parametrize("name", ["Trails", "Follow"])
def test_what_can_be_switched_off_shows(page, url, name):
    _player(page, url, "src=spin.reel")
    before = _sum(page)
    button = page.get_by_role("button", name=name)
    assert button.get_attribute("aria-pressed") == "true"
    button.click()
    _settle(page)
    assert button.get_attribute("aria-pressed") == "false"
    assert _sum(page) != before


def test_the_loop_has_no_jump(page, url):
    """From picture to picture, a sixtieth of a second apart, the dissolve changes less than the dance itself does."""
    _mount(page, url, "", ready=False)
    dance, seam = page.evaluate(
        """async () => {
          const { Reel } = await import("./page/reel.js");
          const { Scene } = await import("./page/scene.js");
          const { View } = await import("./page/view.js");
          const { COLOURS, mix } = await import("./page/ink.js");
          const canvas = Object.assign(document.createElement("canvas"), { width: 160, height: 160 });
          const [scene, view, inks] = [new Scene(canvas), new View(), mix(COLOURS)];
          scene.reel = await Reel.fetch("spin.reel");
          scene.shows.trails = false;
          scene.fit(view, 160, 160);
          view.settle();
          const picture = (time) => {
            scene.draw(view, inks, time % scene.cycle, 1);
            return scene.pen.getImageData(0, 0, 160, 160).data;
          };
          const step = (time) => {
            const [before, after] = [picture(time), picture(time + 1 / 60)];
            return before.reduce((sum, value, at) => sum + Math.abs(value - after[at]), 0);
          };
          const steps = (from, to) =>
            Array.from({ length: Math.round(30 * (to - from)) }, (_, at) => step(from + at / 30));
          const end = scene.reel.duration;
          return [steps(0.5, end - 0.5), steps(end - 0.1, scene.cycle + 0.1)];
        }"""
    )
    assert max(seam) < 1.5 * max(dance)


@pytest.mark.parametrize(
    ("src", "said"),
    [
        ("words.reel", "not a dance"),
        ("short.reel", "cut short"),
        ("none.reel", "could not be fetched"),
        ("", "no dance"),
    ],
)
def test_a_bad_file_is_told_in_a_sentence(page, url, src, said):
    _mount(page, url, f"<dance-player src='{src}'></dance-player>", ready=False)
    page.get_by_text(said).wait_for()
    page.evaluate("document.querySelector('dance-player').setAttribute('src', 'wave.reel')")
    page.wait_for_function("document.querySelector('dance-player').duration > 0")
    assert page.get_by_text(said).count() == 0


def test_a_ghost_that_is_missing_leaves_the_dance(page, url):
    _mount(page, url, "<dance-player src=wave.reel ghost=none.reel></dance-player>")
    page.get_by_text("It would be the ghost").wait_for()
    assert _get(page, "duration") == DURATION


def test_who_wants_less_motion_starts_it(page, url):
    page.emulate_media(reduced_motion="reduce")
    _mount(page, url, "<dance-player src=wave.reel></dance-player>")
    assert not _get(page, "playing")
    assert _get(page, "time") == 0
    page.get_by_role("button", name="Play").click()
    page.wait_for_function("document.querySelector('dance-player').time > 0")


def test_out_of_sight_it_rests(page, url):
    _mount(page, url, "<dance-player src=spin.reel></dance-player><div style='height: 5000px'></div>")
    page.wait_for_function("document.querySelector('dance-player').time > 0")
    page.evaluate("scrollTo(0, 4000)")
    page.wait_for_timeout(300)
    resting = _get(page, "time")
    page.wait_for_timeout(300)
    assert _get(page, "time") == resting
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_function("(time) => document.querySelector('dance-player').time !== time", arg=resting)


def test_it_is_sharp_and_fits_a_phone(browser, url):
    page = browser.new_page(viewport={"width": 390, "height": 800}, device_scale_factor=3)
    _mount(page, url, "<dance-player src=wave.reel ghost=spin.reel></dance-player>", style="width: auto")
    wide, drawn = page.locator("canvas").evaluate("canvas => [canvas.clientWidth, canvas.width]")
    assert drawn == 3 * wide
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.close()


def _map(page, url: str, how: str = "", style: str = "") -> None:
    page.emulate_media(reduced_motion="reduce")
    _mount(page, url, f"<dance-map src=atlas.json reels='wave.reel?{{id}}' {how}></dance-map>", style=style)
    page.evaluate("picked = []; document.addEventListener('pick', (event) => picked.push(event.detail.id))")
    _settle(page)


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


def test_the_map_is_walked_by_keys(page, url):
    _map(page, url, "query='0.1 0.5' words='a query'")
    canvas = page.locator("dance-map canvas").first
    for key in ("ArrowRight", "ArrowRight", "Enter", "ArrowLeft", "Enter"):
        canvas.press(key)
    assert page.evaluate("picked") == ["c", "b"]
    assert page.locator("dance-map .spoken").inner_text() == "claps"
    before = _sum(page, "dance-map")
    canvas.press("+")
    _settle(page)
    assert _sum(page, "dance-map") != before


def test_the_legend_filters(page, url):
    _map(page, url)
    before = _sum(page, "dance-map")
    turns = page.get_by_role("button", name="turns 1")
    assert page.locator(".legend button").count() == 2
    turns.click()
    _settle(page)
    assert turns.get_attribute("aria-pressed") == "true"
    assert _sum(page, "dance-map") != before
    canvas = page.locator("dance-map canvas").first
    canvas.press("ArrowLeft")
    canvas.press("Enter")
    assert page.evaluate("picked") == [], "a family that is not shown cannot be walked to"
    turns.click()
    _settle(page)
    assert _sum(page, "dance-map") == before


def test_a_query_is_put_on_the_map_and_pulses(page, url):
    _map(page, url)
    before = _sum(page, "dance-map")
    page.evaluate("document.querySelector('dance-map').setAttribute('query', '0.5 0.45')")
    _settle(page)
    marked = _sum(page, "dance-map")
    assert marked != before
    page.emulate_media(reduced_motion="no-preference")
    page.evaluate("document.querySelector('dance-map').setAttribute('words', 'spin')")
    page.wait_for_function(
        f"async () => {{ const before = ({SUM})('dance-map');"
        f"await new Promise((done) => setTimeout(done, 100)); return before !== ({SUM})('dance-map'); }}"
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
    _mount(page, url, "", ready=False)
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
    _mount(page, url, "<dance-map src=none.json></dance-map>", ready=False)
    page.get_by_text("The map could not be drawn").wait_for()
