"""One server of the page for all tests of this folder, started as a Space starts it, and a browser."""

from collections.abc import Callable
from contextlib import ExitStack

import pytest

from tests.browser import chromium, opened, serve

LOOKS = {
    "light": {"color_scheme": "light", "viewport": {"width": 1200, "height": 900}},
    "dark": {"color_scheme": "dark", "viewport": {"width": 1200, "height": 900}},
    "phone": {"color_scheme": "light", "viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True},
}


@pytest.fixture(scope="package")
def url(tmp_path_factory):
    with serve(["demo/app.py"], tmp_path_factory.mktemp("page")) as address:
        yield address


@pytest.fixture(scope="package")
def browser():
    with chromium() as browser:
        yield browser


@pytest.fixture
def visit(browser, url) -> Callable:
    """Open the page for another visitor: `visit(look, query)`; looks are those of `LOOKS`.

    Dances stand still, which is quick where a processor has to draw, unless `still` is False.
    """
    with ExitStack() as stack:

        def opens(look: str = "light", query: str = "", still: bool = True):
            motion = "reduce" if still else "no-preference"
            return stack.enter_context(opened(browser, url + query, reduced_motion=motion, **LOOKS[look]))

        yield opens


@pytest.fixture
def page(visit):
    return visit()
