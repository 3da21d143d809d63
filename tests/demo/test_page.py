"""The page without a browser: what it shows as HTML, and the settings that keep a public machine alive."""

import pytest

from demo.page import DELETE_CACHE, STATIC, _toast, view
from motion.command import InputError


@pytest.mark.parametrize("name", ["search", "label"])
def test_views_hold_no_handlebars(name):
    """Gradio runs the output of a Handlebars template as code: with {{query}} a visitor's ${...} would be evaluated."""
    template = view(name).html_template
    assert "{{" not in template
    assert template.startswith("${(")


def test_a_toast_is_escaped():
    """Gradio shows an error as HTML, and the message may quote a file's name or content."""
    message = _toast(InputError("<img src=x onerror=alert(1)>.bvh: no dance")).message
    assert "<" not in message
    assert "no dance" in message


def test_files_go():
    frequency, age = DELETE_CACHE
    assert 0 < frequency <= age <= 24 * 3600


def test_nothing_is_fetched_from_elsewhere():
    for path in STATIC.iterdir():
        assert "//" not in path.read_text().replace("\n// ", "").removeprefix("// "), path
