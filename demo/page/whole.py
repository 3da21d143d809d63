"""The page: the only place that knows the order of things, and that turns an error into a toast.

Each view is a component whose value is JSON (what `demo.search` and `demo.label` give, and GIFs as files) and whose
look is a template in `static/`, so that the endpoints /search and /label answer programs with the same data.
"""

import html
import os
import re
import tempfile
from functools import lru_cache
from pathlib import Path

import gradio as gr
import numpy as np
from gradio.utils import get_upload_folder

from demo.encoders import Encoders
from demo.gallery import Gallery
from demo.label import Labels, embed, label
from demo.render import SIZE, encode_gif
from demo.search import search
from motion import ClipError, load
from motion.canonical import FPS
from motion.command import InputError
from motion.load import ACCEPTED, READERS
from motion.write import write

STATIC = Path(__file__).parent / "static"
STYLE = STATIC / "style.css"
EXAMPLES = [
    "slow spin with a kick",
    "someone jumps up and down",
    "a smooth turn, arms floating up",
    "waves with the left hand",
    "marching on the spot",
    "one leg stretched out behind, balancing",
]
RESULTS, NEAR, LABELS, SAMPLES = 6, 5, 5, 4
SMALL = 180
"""Pixels of a GIF that is not the main one."""

KEPT = 256
"""GIFs of the gallery that stay in memory, about 100 kB each: visitors ask for the same ones."""

SHOWN = 20 * FPS
"""Frames of an uploaded clip that are drawn; all of it is read."""

MAX_FILE_SIZE = "50mb"
DELETE_CACHE = (600, 3600)
"""Every ten minutes, files older than an hour are deleted."""

THEME = gr.themes.Base(
    primary_hue=gr.themes.colors.orange,
    neutral_hue=gr.themes.colors.zinc,
    radius_size=gr.themes.sizes.radius_lg,
    font=["system-ui", "sans-serif"],
    font_mono=["ui-monospace", "monospace"],
).set(
    body_background_fill="#faf9f7",
    body_background_fill_dark="#0c0d12",
    body_text_color_subdued="#6b6b73",
    body_text_color_subdued_dark="#a1a1aa",
    input_background_fill="#fff",
    button_primary_background_fill="#18181b",
    button_primary_background_fill_hover="#3f3f46",
    button_primary_text_color="#fff",
    button_primary_background_fill_dark="#fafafa",
    button_primary_background_fill_hover_dark="#d4d4d8",
    button_primary_text_color_dark="#18181b",
)


def build() -> gr.Blocks:
    """The page, its models loaded and its first search made."""
    encoders, gallery, labels = Encoders(), Gallery.load(), Labels.load()
    # Both encoders load now, so that no visitor waits for them.
    encoders.encode_text(EXAMPLES)
    encoders.encode_dance([gallery.clip(0).positions])

    @lru_cache(maxsize=KEPT)
    def gallery_gif(index: int, size: int) -> bytes:
        return encode_gif(gallery.clip(index), size)

    def find(text: str) -> dict:
        """The dances that fit a text best, each with an animated GIF."""
        try:
            found = search(text, encoders, gallery, RESULTS)
        except InputError as error:
            raise _toast(error) from error
        for result in found["results"]:
            index = gallery.index(result["id"])
            result["gif"] = _file(gallery_gif(index, SIZE if result["rank"] == 1 else SMALL))
        return {**found, "gallery_size": len(gallery)}

    def read(file: str) -> dict:
        """What a motion file dances: moves, qualities, segments and the dances nearest to it."""
        try:
            clip = load(file)
            known = label(clip, encoders, labels, gallery, LABELS)
        except ClipError as error:
            raise _toast(error) from error
        indices, scores = gallery.search(embed(clip, encoders), NEAR)
        near = [
            {**gallery.entry(index), "score": float(score), "gif": _file(gallery_gif(index, SMALL))}
            for index, score in zip(indices.tolist(), scores, strict=True)
        ]
        shown = clip.cut(0, SHOWN)
        gif = _file(encode_gif(shown, SIZE))
        return {"file": Path(file).name, **known, "near": near, "shown": shown.duration, "gif": gif}

    with gr.Blocks(title="Dance and Words", analytics_enabled=False, delete_cache=DELETE_CACHE) as page:
        gr.HTML(
            "<h1>Dance and Words</h1><p>Describe a movement and see it danced. Bring a dance and read what it is.</p>",
            elem_classes="masthead",
            apply_default_css=False,
        )
        with gr.Tab("Words to dance"):
            with gr.Row():
                text = gr.Textbox(
                    placeholder=EXAMPLES[0], show_label=False, label="Movement", container=False, max_lines=1, scale=5
                )
                go = gr.Button("Show the dance", variant="primary", scale=1, min_width=160)
            texts = gr.Examples(EXAMPLES, text, label="Try", elem_id="texts")
            dances = view("search", find(EXAMPLES[0]))
        with gr.Tab("Dance to words"):
            file = gr.File(label=f"A motion file: {ACCEPTED}", file_types=list(READERS), height=150)
            ours = np.linspace(0, len(gallery) - 1, min(SAMPLES, len(gallery))).astype(int).tolist()
            files = gr.Examples(
                _motion_files(gallery, ours),
                file,
                label="Or one of ours",
                elem_id="files",
                example_labels=[gallery.entry(index)["caption"] for index in ours],
            )
            words = view("label")
        searching = {"fn": find, "inputs": text, "outputs": dances, "concurrency_limit": 2}
        gr.on([text.submit, go.click], api_name="search", **searching)
        texts.load_input_event.then(api_visibility="private", **searching)
        reading = {"fn": read, "inputs": file, "outputs": words, "concurrency_limit": 2}
        # What was read of the last file goes at once, and is not left standing if the next one cannot be read.
        gr.on([file.upload, file.clear], None, None, words, js="() => null", api_visibility="private")
        file.upload(api_name="label", **reading)
        files.load_input_event.then(api_visibility="private", **reading)
    return page


def view(name: str, value: dict | None = None) -> gr.HTML:
    """A component that shows JSON by the template `name` and answers programs with the JSON.

    Not a subclass: Gradio writes a stub file beside the source of each.
    """
    render, template = ((STATIC / f"{file}.js").read_text() for file in ("html", name))
    component = gr.HTML(
        value,
        label=name,
        html_template=f"${{({_expression(render)})({template}, value)}}",
        apply_default_css=False,
        elem_classes="view",
    )
    component.api_info = lambda: {"type": {}, "description": "any valid json"}
    return component


def _motion_files(gallery: Gallery, indices: list[int]) -> list[str]:
    """Dances of the gallery as motion files, for who has none at hand."""
    folder = Path(tempfile.mkdtemp())
    paths = [folder / (re.sub(r"[^\w-]+", "_", gallery.entry(index)["id"]) + ".npy") for index in indices]
    for path, index in zip(paths, indices, strict=True):
        write(gallery.clip(index), path)
    return [str(path) for path in paths]


def _file(gif: bytes) -> dict:
    """A GIF as a file of its own, in the folder that Gradio serves and clears."""
    folder = Path(get_upload_folder())
    folder.mkdir(parents=True, exist_ok=True)
    handle, path = tempfile.mkstemp(suffix=".gif", dir=folder)
    with os.fdopen(handle, "wb") as file:
        file.write(gif)
    return gr.FileData(path=path, mime_type="image/gif").model_dump()


def _toast(error: ValueError) -> gr.Error:
    """The error for the reader of the page; Gradio shows it as HTML, and it may quote what a visitor sent."""
    return gr.Error(html.escape(str(error), quote=False), duration=20, print_exception=False)


def _expression(script: str) -> str:
    """A script without its leading comment lines, so that it is one expression."""
    return "\n".join(line for line in script.splitlines() if not line.startswith("//"))
