"""From a dance to words: the second tab and the endpoint /label."""

import re
from pathlib import Path

import gradio as gr
import numpy as np

from demo.label import embed, label_scanned, scan
from demo.page import visitor
from demo.page.forms import DRAWN
from demo.page.library import Library
from demo.page.view import PRIVATE, WORKERS, toast, view
from demo.paragraph import paragraph
from motion import ClipError, load
from motion.canonical import FPS
from motion.command import InputError
from motion.jointsets import JOINT_SETS
from motion.load import ALONE, listed
from motion.orient import TO_Y_UP
from motion.recording import Told
from motion.write import write

LABELS, NEAR, SAMPLES = 5, 6, 4
NAMED = 50
"""Letters of the longest caption that is a sample's name; Gradio would cut those of 60."""


class Dances:
    """The functions behind the tab."""

    def __init__(self, library: Library) -> None:
        self.library = library

    def read(self, file: str, up: str = "", fps: float = 0, joints: str = "") -> dict:
        """What a motion file dances: moves, qualities, a sentence and its steps, and the dances most like it.

        `clip` is the dance in its canonical form, and `files` are links to it in others, relative to the page. What is
        known of the file may be told: the axis that points up, such as Z or -Z, frames a second, and the joint set of
        an array; "" or 0 is found out.
        """
        library = self.library
        try:
            if not file:
                raise InputError(f"found no file; accepted are {listed(ALONE)}.")
            clip = load(file, Told(joints or None, fps or None, up or None))
            scanned = scan(clip, library.encoders)
            known = label_scanned(clip, scanned, library.encoders, library.labels, library.gallery, LABELS)
        except (ClipError, InputError) as error:
            raise toast(error) from error
        said = paragraph(scanned, known, library.encoders, library.labels)
        indices, scores = library.gallery.search(embed(clip, library.encoders), NEAR)
        near = [
            {**library.gallery.entry(index), "score": round(float(score), 4)}
            for index, score in zip(indices.tolist(), scores, strict=True)
        ]
        kept, files = visitor.keep(clip)
        return {
            "file": Path(file).name,
            **known,
            "sentence": said["text"],
            "steps": said["steps"],
            "near": [{**each, "files": library.links(each["id"])} for each in near],
            "clip": kept,
            "files": files,
            "seconds": {"drawn": DRAWN / FPS, "kept": visitor.KEPT / FPS},
        }

    def show(self, file: str | None, up: str, fps: float, joints: str) -> dict | None:
        """What the file dances that is there now, or why it cannot be read; nothing where there is none."""
        try:
            return self.read(file, up, fps, joints) if file else None
        except gr.Error as error:
            return {"refused": str(error.__cause__)}


def build(library: Library) -> None:
    """The tab's components."""
    dances, gallery = Dances(library), library.gallery
    file = gr.File(label="Your dance", file_types=ALONE, height=150)
    # Not in the label: one of two lines would cover the icon.
    read = f"Motion capture, as {listed(ALONE)}; a video cannot be read."
    gr.HTML(f'<p class="facts">{read}</p>', elem_classes="view", elem_id="kinds")
    letters = np.char.str_len(gallery.captions)
    named = np.flatnonzero(letters <= max(NAMED, letters.min()))
    ours = named[np.linspace(0, len(named) - 1, min(SAMPLES, len(named))).astype(int)].tolist()
    examples = gr.Examples(
        _motion_files(library, ours),
        file,
        label="Or one of ours",
        elem_id="files",
        example_labels=[gallery.entry(index)["caption"] for index in ours],
    )
    with gr.Accordion("Read wrongly? Say what is known of the file", open=False, elem_id="told"), gr.Row():
        up, joints = (
            gr.Dropdown([("found out", ""), *known], value="", label=label, min_width=150)
            for label, known in (("Axis that points up", TO_Y_UP), ("Joints of an array", JOINT_SETS))
        )
        fps = gr.Number(0, minimum=0, label="Fps (0: found out)", min_width=150)
        again = gr.Button("Read it so", min_width=120)
    words = view("label")
    asked = [file, up, fps, joints]
    # What was read of the last file goes at once, and is not left standing if the next one cannot be read.
    gr.on([file.upload, file.clear], None, None, words, js="() => null", **PRIVATE)
    # One event, so that no reading of a file comes after that of the next one.
    reading = [file.upload, file.clear, again.click, words.submit]
    gr.on(reading, dances.show, asked, words, **PRIVATE, **WORKERS)
    examples.load_input_event.then(None, js="() => window.readChosen()", **PRIVATE)
    gr.Button(visible=False).click(dances.read, asked, words, api_name="label", **WORKERS)


def _motion_files(library: Library, indices: list[int]) -> list[str]:
    """Dances of the gallery as motion files, for who has none at hand."""
    folder = Path(library.folder.name)
    paths = [folder / (re.sub(r"[^\w-]+", "_", library.gallery.entry(index)["id"]) + ".npy") for index in indices]
    for path, index in zip(paths, indices, strict=True):
        write(library.gallery.clip(index), path)
    return [str(path) for path in paths]
