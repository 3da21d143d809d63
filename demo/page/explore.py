"""Explore: the third tab, the map of all dances, on which words can be put."""

import gradio as gr

from demo.page.library import Library
from demo.page.view import PRIVATE, WORKERS, toast, told, view
from demo.search import search
from motion.command import InputError


class Explore:
    """The functions behind the tab."""

    def __init__(self, library: Library) -> None:
        self.library = library

    def place(self, text: str) -> dict:
        """Where a text stands on the map, and the caption of the dance nearest to it."""
        library = self.library
        try:
            found = search(text, library.encoders, library.gallery, 1)
        except InputError as error:
            return told(toast(error))
        x, y = library.atlas.place(library.encoders.encode_text([found["read_as"]])[0])
        return {
            **{name: found[name] for name in ("query", "read_as", "without", "good_match", "faint")},
            "place": f"{x},{y}",
            "near": found["results"][0]["caption"],
        }


def build(library: Library) -> None:
    """The tab's components."""
    explore = Explore(library)
    with gr.Row(elem_id="put"):
        text = gr.Textbox(
            placeholder="Put your words on the map",
            show_label=False,
            label="Words on the map",
            container=False,
            max_lines=1,
            scale=5,
        )
        go = gr.Button("Show where", scale=1, min_width=160)
    with gr.Row(elem_id="explore"):
        map = view("explore", value={})
        view("picked", value={})
    gr.on([text.submit, go.click], explore.place, text, map, **PRIVATE, **WORKERS)
