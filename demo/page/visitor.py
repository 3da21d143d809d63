"""What is a visitor's own: files of the dance that was uploaded, for its reader alone.

They lie in the folder that Gradio serves and clears, each by a name that nobody can guess. Nothing is looked up by
what a request says, so that none can reach another's.
"""

import secrets
from pathlib import Path

import gradio as gr
from gradio.utils import get_upload_folder

from demo.page.library import FORMS
from motion import Clip
from motion.canonical import FPS

DRAWN, KEPT = 20 * FPS, 300 * FPS
"""Frames of an uploaded clip that go into a GIF, and into any other file; all of it is read."""


def keep(clip: Clip, name: str) -> dict:
    """The beginning of a clip as a file of `FORMS`, served until it is cleared."""
    part = clip.cut(0, DRAWN if name.endswith(".gif") else KEPT)
    folder = Path(get_upload_folder())
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{secrets.token_hex(16)}-{name}"
    path.write_bytes(FORMS[name](part))
    return gr.FileData(path=str(path), orig_name=name).model_dump()
