"""A server of plain pages that have the elements, and a browser that looks at them."""

import json
import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

import demo
from demo.reel import encode
from tests.browser import chromium, opened
from tests.demo.puppet import puppet

STATIC = Path(demo.__file__).parent / "static"
ATLAS = {
    "families": ["arms", "turns"],
    "x": [0.0, 0.5, 1.0],
    "y": [0.5, 0.4, 0.5],
    "family": [0, 0, 1],
    "id": ["a/1", "b", "c"],
    "caption": ["waves <b>left</b>", "claps", "spins"],
    "names": [{"text": "wave", "count": 2, "family": 0, "x": 0.0, "y": 0.5}],
}


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
