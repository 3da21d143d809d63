"""The page without a browser: what it shows as HTML, and the settings that keep a public machine alive."""

import asyncio
import io
import re

import numpy as np
import pytest
from gradio.processing_utils import async_move_files_to_cache
from gradio.route_utils import delete_files_created_by_app
from PIL import Image

from demo.page import forms, visitor
from demo.page.library import Library
from demo.page.view import STATIC, toast, view
from demo.page.whole import DELETE_CACHE, SCRIPTS, STATISTICS, build
from motion.command import InputError
from tests.demo.puppet import puppet

VIEWS = ("search", "composed", "label", "closer")


@pytest.mark.parametrize("name", VIEWS)
def test_views_hold_no_handlebars(name):
    """Gradio runs the output of a Handlebars template as code: with {{query}} a visitor's ${...} would be evaluated."""
    template = view(name).html_template
    assert "{{" not in template
    assert template.startswith("${(")


def test_a_toast_is_escaped():
    """Gradio shows an error as HTML, and the message may quote a file's name or content."""
    message = toast(InputError("<img src=x onerror=alert(1)>.bvh: no dance")).message
    assert "<" not in message
    assert "no dance" in message


def test_nothing_is_fetched_from_elsewhere():
    for path in STATIC.iterdir():
        assert not re.search(r"""\w://|["'`(]//""", path.read_text()), path


def test_every_script_is_there():
    assert all((STATIC / f"{name}.js").is_file() for name in SCRIPTS)


def test_a_visitors_files_are_cleared(tmp_path, monkeypatch):
    """As Gradio does it: what a view returned is the view's, and goes when it is old."""
    monkeypatch.setenv("GRADIO_TEMP_DIR", str(tmp_path))
    frequency, age = DELETE_CACHE
    assert 0 < frequency <= age <= 24 * 3600
    page = build(Library())
    shown = next(block for block in page.blocks.values() if getattr(block, "label", "") == "label")
    (one, links), (two, _) = visitor.keep(puppet(30)), visitor.keep(puppet(30))
    assert one["path"] != two["path"]
    name = links["dance.gif"].split("/")[1]
    assert visitor.form(name, "dance.gif").startswith(b"GIF89a")
    shown.GRADIO_CACHE = str(tmp_path)
    asyncio.run(async_move_files_to_cache({"clip": [one, two]}, shown, postprocess=True))
    assert len(list(tmp_path.rglob("*-dance.npy"))) == 2
    delete_files_created_by_app(page, age)
    assert len(list(tmp_path.rglob("*-dance.npy"))) == 2, "not yet old"
    delete_files_created_by_app(page, None)
    assert not list(tmp_path.rglob("*-dance.npy"))
    assert visitor.form(name, "dance.gif") is None


def test_statistics_are_of_few_requests(monkeypatch):
    for name in STATISTICS:
        monkeypatch.delenv(name, raising=False)
    queue = build(Library())._queue
    assert queue.ANALYTICS_MAX_EVENTS == queue.ANAYLTICS_CACHE_FREQUENCY == 100, "Gradio reads other names now"


def test_what_is_kept_of_a_visitor_is_bounded(tmp_path, monkeypatch):
    monkeypatch.setenv("GRADIO_TEMP_DIR", str(tmp_path))
    monkeypatch.setattr(visitor, "KEPT", 50)
    monkeypatch.setattr(forms, "DRAWN", 20)
    name = visitor.keep(puppet(70))[1]["dance.npy"].split("/")[1]
    assert len(np.load(io.BytesIO(visitor.form(name, "dance.npy")))) == 50
    assert Image.open(io.BytesIO(visitor.form(name, "dance.gif"))).n_frames == 20


@pytest.mark.parametrize("name", ["", "..", "0" * 31, "../" + "0" * 29, "0" * 32])
def test_only_a_visitors_name_opens_what_is_kept(tmp_path, monkeypatch, name):
    monkeypatch.setenv("GRADIO_TEMP_DIR", str(tmp_path))
    visitor.keep(puppet(30))
    assert visitor.form(name, "dance.npy") is None
