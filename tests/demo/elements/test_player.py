"""The player in a browser, on plain pages of the tests' own: no Gradio, no models, nothing from outside."""

import numpy as np
import pytest

from demo import camera, figure, inks
from demo.reel import encode
from tests.demo.elements.stand import CHECKSUM, checksum, mount, settle
from tests.demo.puppet import puppet

DURATION = 3.0
COUNT = """(warm) => {
  const canvas = document.querySelector("dance-player").shadowRoot.querySelector("canvas");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  let count = 0;
  for (let at = 0; at < data.length; at += 4) count += (warm ? 1 : -1) * (data[at] - data[at + 2]) > 80;
  return count;
}"""


def _player(page, url: str, how: str = "src=wave.reel label='a wave'") -> None:
    """A player that stands still, half a second into its dance, and whose view goes where it is asked to at once."""
    page.emulate_media(reduced_motion="reduce")
    mount(page, url, f"<dance-player {how}></dance-player>")
    page.evaluate("document.querySelector('dance-player').time = 0.5")
    settle(page)


def _count(page, warm: bool) -> int:
    """Pixels of the dancer's left limbs, which are orange, or of the right ones, which are blue."""
    return page.evaluate(COUNT, warm)


def _get(page, name: str):
    return page.evaluate(f"document.querySelector('dance-player').{name}")


def test_the_figure_is_that_of_the_pictures(page, url):
    mount(page, url, "", ready=False)
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
    mount(page, url, "", ready=False)
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


@pytest.mark.parametrize("travel", [0, 3, 12])
@pytest.mark.parametrize("follow", [True, False])
def test_the_whole_dance_is_in_the_picture_from_everywhere(page, url, travel, follow):
    mount(page, url, "", ready=False)
    places = page.evaluate(
        """async ([bytes, follow]) => {
          const { Reel } = await import("./page/reel.js");
          const { Scene } = await import("./page/scene.js");
          const { View } = await import("./page/view.js");
          const [scene, view] = [new Scene(document.createElement("canvas")), new View()];
          scene.reel = new Reel(new Uint8Array(bytes).buffer);
          scene.shows.follow = follow;
          return [[0, 0], [60, 0], [130, 20], [0, 75]].map(([turn, tilt]) => {
            view.ask({ turn, tilt });
            scene.fit(view, 400, 300);
            view.settle();
            return Array.from({ length: scene.reel.frames }, (_, frame) => frame / scene.reel.fps).flatMap((time) => {
              view.look(follow ? scene.reel.centre(time) : scene.reel.middle);
              return scene.reel.pose(time).map((place) => view.see(place)).map(({ x, y }) => [x / 400, y / 300]);
            });
          });
        }""",
        [list(encode(puppet(frames=90, travel=travel))), follow],
    )
    for seen in np.array(places):
        low, high = seen.min(0), seen.max(0)
        assert (low > 0.01).all()
        assert (high < 0.99).all()
        assert (high - low).max() > 0.7 or follow or travel < 12, "it is no farther away than it must be"


def test_a_dance_goes_through_its_frames(page, url):
    clip = puppet(frames=60, kick=60)
    mount(page, url, "", ready=False)
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
    mount(page, url, "<dance-player src=wave.reel></dance-player>")
    assert _get(page, "playing")
    page.wait_for_function("document.querySelector('dance-player').time > 0.3")
    before = checksum(page)
    page.wait_for_function(f"(before) => ({CHECKSUM})('dance-player') !== before", arg=before)
    assert _get(page, "duration") == DURATION
    _player(page, url)
    assert _count(page, warm=True) > 1000
    assert _count(page, warm=False) > 1000


def test_it_stops_and_goes_on(page, url):
    _player(page, url)
    page.get_by_role("button", name="Play").click()
    page.wait_for_function("document.querySelector('dance-player').time > 0.8")
    page.get_by_role("button", name="Pause").click()
    settle(page)
    assert not _get(page, "playing")
    page.locator("canvas").press("Space")
    assert _get(page, "playing")


def test_a_page_that_colours_everything_leaves_its_parts_readable(page, url):
    page.emulate_media(reduced_motion="reduce")
    mount(page, url, "<dance-player src=wave.reel></dance-player>", style="} * { color: #000; ")
    button = page.get_by_role("button", name="Trails")
    assert button.evaluate("button => getComputedStyle(button).color") == "rgb(240, 235, 226)"
    for playing in (False, True):
        assert page.locator(".play .when-playing").is_visible() == playing
        assert page.locator(".play .when-paused").is_visible() != playing
        page.locator(".play").click()


def test_it_is_scrubbed_and_says_where_it_is(page, url):
    _player(page, url)
    before = checksum(page)
    page.get_by_role("slider", name="Time").fill("2")
    settle(page)
    assert _get(page, "time") == pytest.approx(2)
    assert checksum(page) != before
    assert page.get_by_role("slider", name="Time").get_attribute("aria-valuetext") == "2.0 of 3.0 seconds"


def test_it_is_stepped_through_on_the_slider_by_keys(page, url):
    _player(page, url)
    slider = page.get_by_role("slider", name="Time")
    for key, time in (("ArrowRight", 0.55), ("ArrowUp", 0.6), ("ArrowLeft", 0.55), ("Home", 0), ("ArrowLeft", 0)):
        slider.press(key)
        assert _get(page, "time") == pytest.approx(time)
    slider.press("Space")
    assert _get(page, "playing")
    slider.press("ArrowRight")
    assert not _get(page, "playing")


@pytest.mark.parametrize("playing", [True, False])
def test_another_dance_in_its_place_plays_if_it_did(page, url, playing):
    mount(page, url, "<dance-player src=wave.reel></dance-player>")
    if not playing:
        page.get_by_role("button", name="Pause").click()
    page.evaluate("document.querySelector('dance-player').setAttribute('src', 'spin.reel')")
    page.wait_for_function("document.querySelector('dance-player').duration > 4")
    assert _get(page, "playing") == playing


def test_colours_of_the_readers_own_leave_what_is_pressed(page, url):
    _player(page, url)
    page.emulate_media(forced_colors="active")
    follow = page.get_by_role("button", name="Follow")
    colour = "it => getComputedStyle(it).backgroundColor"
    pressed = follow.evaluate(colour)
    follow.click()
    page.mouse.move(0, 0)
    assert follow.evaluate(colour) != pressed


def test_what_was_chosen_holds_for_the_next_player(page, url):
    _player(page, url)
    assert page.get_by_text("Drag to turn").is_visible()
    page.locator("canvas").press("ArrowLeft")
    assert not page.get_by_text("Drag to turn").is_visible()
    page.get_by_label("Speed").select_option("0.5")
    page.evaluate("document.querySelector('dance-player').outerHTML = '<dance-player src=spin.reel></dance-player>'")
    page.wait_for_function("document.querySelector('dance-player').duration > 4")
    assert page.get_by_label("Speed").input_value() == "0.5"
    assert not page.get_by_text("Drag to turn").is_visible()


def test_speed(page, url):
    mount(page, url, "<dance-player src=spin.reel></dance-player>")
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
    before = checksum(page)
    page.locator("canvas").press(key)
    settle(page)
    turned = checksum(page)
    page.locator("canvas").press("0")
    settle(page)
    assert turned != before == checksum(page)


def test_it_turns_by_hand_and_zooms_by_wheel_once_chosen(page, url):
    _player(page, url)
    before = checksum(page)
    page.mouse.move(200, 200)
    page.mouse.wheel(0, -300)
    settle(page)
    assert checksum(page) == before, "a wheel that only passes by scrolls the page"
    page.mouse.down()
    page.mouse.move(320, 200, steps=4)
    page.mouse.up()
    settle(page)
    turned = checksum(page)
    assert turned != before
    assert not _get(page, "playing"), "a drag is no tap"
    page.mouse.wheel(0, -300)
    settle(page)
    assert checksum(page) != turned


def test_a_ghost_dances_in_step_and_can_be_sent_away(page, url):
    _player(page, url)
    alone = checksum(page)
    assert page.get_by_role("button", name="Ghost").count() == 0
    _player(page, url, "src=wave.reel ghost=spin.reel")
    beside = checksum(page)
    page.get_by_role("button", name="Beside").click()
    settle(page)
    behind = checksum(page)
    page.get_by_role("button", name="Ghost").click()
    settle(page)
    assert len({alone, beside, behind}) == 3
    assert checksum(page) == alone
    assert page.get_by_role("button", name="Beside").count() == 0


@pytest.mark.parametrize("name", ["Trails", "Follow"])
def test_what_can_be_switched_off_shows(page, url, name):
    _player(page, url, "src=spin.reel")
    before = checksum(page)
    button = page.get_by_role("button", name=name)
    assert button.get_attribute("aria-pressed") == "true"
    assert button.get_attribute("title")
    button.click()
    settle(page)
    assert button.get_attribute("aria-pressed") == "false"
    assert checksum(page) != before


def test_the_loop_has_no_jump(page, url):
    """From picture to picture, a sixtieth of a second apart, the dissolve changes less than the dance itself does."""
    mount(page, url, "", ready=False)
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
    mount(page, url, f"<dance-player src='{src}'></dance-player>", ready=False)
    page.get_by_text(said).wait_for()
    page.evaluate("document.querySelector('dance-player').setAttribute('src', 'wave.reel')")
    page.wait_for_function("document.querySelector('dance-player').duration > 0")
    assert page.get_by_text(said).count() == 0


def test_a_ghost_that_is_missing_leaves_the_dance(page, url):
    mount(page, url, "<dance-player src=wave.reel ghost=none.reel></dance-player>")
    page.get_by_text("It would be the ghost").wait_for()
    assert _get(page, "duration") == DURATION


def test_who_wants_less_motion_starts_it(page, url):
    page.emulate_media(reduced_motion="reduce")
    mount(page, url, "<dance-player src=wave.reel></dance-player>")
    assert not _get(page, "playing")
    assert _get(page, "time") == 0
    page.get_by_role("button", name="Play").click()
    page.wait_for_function("document.querySelector('dance-player').time > 0")


def test_out_of_sight_it_rests(page, url):
    mount(page, url, "<dance-player src=spin.reel></dance-player><div style='height: 5000px'></div>")
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
    mount(page, url, "<dance-player src=wave.reel ghost=spin.reel></dance-player>", style="width: auto")
    wide, drawn = page.locator("canvas").evaluate("canvas => [canvas.clientWidth, canvas.width]")
    assert drawn == 3 * wide
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.close()


def test_a_dance_that_is_on_its_way_is_not_called_none(page, url):
    mount(page, url, "<dance-player label='none yet'></dance-player>", ready=False)
    said = page.locator("dance-player .say")
    said.get_by_text("There is no dance to show.").wait_for()
    page.route("**/wave.reel", lambda route: None)  # as slow as can be
    page.evaluate("document.querySelector('dance-player').setAttribute('src', 'wave.reel')")
    page.wait_for_timeout(100)
    assert said.text_content() == ""
