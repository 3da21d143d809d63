"""A page in a browser: servers of the project on a free port, and Chromium, which reaches nothing but them.

Without Chromium or Playwright these tests are skipped; where CI is set they fail instead.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

import pytest

ROOT = Path(__file__).parents[1]
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --blink-settings=imageAnimationPolicy=2"
)
START, ANSWER = 120, 20_000
"""Seconds until a page is up, milliseconds until it answers; both for a busy machine."""


def _missing(what: str) -> None:
    (pytest.fail if os.environ.get("CI") else pytest.skip)(f"{what} is not installed, so the page cannot be tested")


@contextmanager
def chromium() -> Iterator:
    """Playwright's browser."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _missing("Playwright")
    path = shutil.which("chromium") or _missing("Chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS.split())
        yield browser
        browser.close()


@contextmanager
def serve(
    command: list[str], folder: Path, python: Path = Path(sys.executable), cwd: Path = ROOT, **how: str
) -> Iterator[str]:
    """The address of a server of its own, started by `python COMMAND` on a free port; its log goes to `folder`.

    python, cwd: another interpreter and the folder that it starts in. how: environment variables.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    env = {**os.environ, "GRADIO_SERVER_NAME": "127.0.0.1", "GRADIO_SERVER_PORT": str(port)}
    env |= {"GRADIO_TEMP_DIR": str(folder / "gradio"), "no_proxy": "127.0.0.1", **how}
    with (folder / "log").open("w") as log:
        server = subprocess.Popen([python, *command], cwd=cwd, env=env, stdout=log, stderr=log)
    address, end = f"http://127.0.0.1:{port}", time.monotonic() + START
    try:
        while True:
            try:
                urllib.request.urlopen(address, timeout=5).close()
                break
            except (URLError, OSError):
                if server.poll() is not None or time.monotonic() > end:
                    pytest.fail(f"the page did not start:\n{(folder / 'log').read_text()}")
                time.sleep(0.2)
        yield address
    finally:
        server.terminate()
        server.wait(20)


@contextmanager
def opened(browser, url: str, **how) -> Iterator:
    """A page of a visitor of its own, opened; it must neither ask another host for anything nor log an error.

    how: of the visitor's browser, such as viewport and color_scheme.
    """
    page = browser.new_page(**how)
    page.set_default_timeout(ANSWER)
    outside, errors = [], []

    def route(route) -> None:
        if route.request.url.startswith((url.split("?")[0], "data:", "blob:")):
            route.continue_()
        else:
            outside.append(route.request.url)
            route.abort()

    page.route("**/*", route)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("dialog", lambda dialog: (errors.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.goto(url)
    yield page
    page.close()
    assert not outside
    assert not errors
