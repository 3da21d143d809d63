"""What is a visitor's own: the dance that was uploaded, for its reader alone.

It lies as one array in the folder that Gradio clears, by a name of 128 random bits, and is drawn or written in other
forms when these are asked for. Whoever does not know the name finds nothing.
"""

import re
import secrets
from collections.abc import Callable
from pathlib import Path

import gradio as gr
import numpy as np
from gradio.utils import get_upload_folder

from demo.page.forms import FORMS, make
from motion import Clip
from motion.canonical import FPS

KEPT = 300 * FPS
"""Frames of an uploaded clip that are kept; all of it is read."""

NAME = "dance.npy"


def keep(clip: Clip) -> tuple[dict, dict[str, str]]:
    """The beginning of a clip as a file of Gradio's, and links to all its forms, relative to the page."""
    name = secrets.token_hex(16)
    path = _path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(make(NAME, clip.cut(0, KEPT)))
    file = gr.FileData(path=str(path), orig_name=NAME).model_dump()
    return file, {form: f"visitors/{name}/{form}" for form in FORMS}


def form(name: str, kind: str, made: Callable[[str, Clip], bytes] = make) -> bytes | None:
    """A kept clip as a file of `FORMS`, by who makes them; nothing where there is none of this name, or no longer."""
    if kind not in FORMS or not re.fullmatch("[0-9a-f]{32}", name) or not _path(name).is_file():
        return None
    return made(kind, Clip(np.load(_path(name), allow_pickle=False), FPS))


def _path(name: str) -> Path:
    return Path(get_upload_folder()) / f"{name}-{NAME}"
