"""The whole page: its tabs in their order, and the settings that keep a public machine alive."""

import os

import gradio as gr

from demo.page import dances, explore, words
from demo.page.library import Library
from demo.page.view import view

MAX_FILE_SIZE = "50mb"
DELETE_CACHE = (600, 3600)
"""Every ten minutes, files older than an hour are deleted."""

SESSIONS = 100
"""Visits of which Gradio remembers the settings of all components, 90 kB each; what is forgotten is as at first."""

STATISTICS = {"GRADIO_ANALYTICS_MAX_EVENTS": "100", "GRADIO_ANALYTICS_CACHE_FREQUENCY": "100"}
"""Requests that Gradio's /monitoring is about. It would keep 10,000, and after each put them in a table anew."""

SCRIPTS = ("player", "map", "closer.page", "away.page", "timeline.page", "explore.page")
"""Scripts of the whole page, in `demo/static`."""

HEAD = "\n".join(f'<script type="module" src="page/{name}.js"></script>' for name in SCRIPTS)


def build(library: Library) -> gr.Blocks:
    """The page for a library."""
    for name, value in STATISTICS.items():
        os.environ.setdefault(name, value)  # read when the page is made
    with gr.Blocks(title="Dance and Words", analytics_enabled=False, delete_cache=DELETE_CACHE) as page:
        gr.HTML(
            "<h1>Dance and Words</h1><p>Describe a movement and see it danced. Bring a dance and read what it is.</p>",
            elem_classes="masthead",
            apply_default_css=False,
        )
        with gr.Tab("Words to dance"):
            opens = words.build(library)
        with gr.Tab("Dance to words"):
            dances.build(library)
        with gr.Tab("Explore"):
            explore.build(library)
        view("closer", value={})
        opens(page)
    return page
