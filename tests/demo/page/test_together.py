"""Two visitors at once: each gets what they asked for, and neither what is the other's."""

from urllib.parse import quote

from tests.demo.page.walk import PLAYER, read, search, upload
from tests.demo.puppet import write_bvh


def test_two_searches_at_once(visit):
    one, two = visit(), visit("phone")
    for page, text in ((one, "someone jumps"), (two, "a slow waltz")):
        page.get_by_label("Movement").fill(text)
        page.get_by_label("Movement").press("Enter")
    for page, text in ((one, "someone jumps"), (two, "a slow waltz")):
        page.locator(".best .query").get_by_text(text, exact=True).wait_for()
    assert one.locator(".best h2").text_content() != two.locator(".best h2").inner_text()


def test_files_of_one_name_stay_apart(visit, tmp_path):
    one, two = visit(), visit("dark")
    paths = []
    for name, how in (("one", {"kick": 100}), ("two", {"frames": 200, "turn": 720})):
        (tmp_path / name).mkdir()
        paths.append(write_bvh(tmp_path / name / "dance.bvh", **how))
    for page, path in zip((one, two), paths, strict=True):
        upload(page, path)
    lengths, reels = [], []
    for page in (one, two):
        page.locator(".timeline li").first.wait_for()
        lengths.append(page.locator("h3:visible", has_text="Over its").inner_text())
        reels.append(page.locator(f".best:visible {PLAYER}").get_attribute("src"))
    assert lengths == ["Over its 3.0 s", "Over its 10.0 s"]
    assert reels[0] != reels[1]


def test_a_search_between_uploads(visit, tmp_path):
    one, two = visit(), visit()
    upload(one, write_bvh(tmp_path / "puppet.bvh"))
    search(two, "a high kick")
    one.locator(".timeline li").first.wait_for()
    read(one, write_bvh(tmp_path / "another.bvh", kick=90))


def test_no_request_reaches_what_was_not_given_to_it(page, url, tmp_path):
    read(page, write_bvh(tmp_path / "puppet.bvh"))
    reel = page.locator(f".best:visible {PLAYER}").evaluate("it => new URL(it.getAttribute('src'), location).href")
    assert page.request.get(reel).ok
    name = reel.split("/")[-2]
    another = name[:-1] + ("0" if name[-1] != "0" else "1")
    for path in (
        reel.replace(name, another),
        reel.replace(name, name[:-1]),
        reel.replace(name, "*"),
        reel.replace(name, f"..%2F{name}"),
        reel.replace("dance.reel", ""),
        reel.replace("dance.reel", "..%2Fdance.npy"),
        url + "/gradio_api/file=" + quote(__file__),
        url + "/gradio_api/file=/etc/passwd",
        url + "/dances/..%2F..%2Fmodels/contract.json",
        url + "/dances/studio-0000/..%2Fcontract.json",
        url + "/page/..%2Fapp.py",
        url + "/page/style.css%00.js",
    ):
        assert page.request.get(path).status in (403, 404, 405), path
