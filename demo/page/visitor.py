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

SHOWN = 400
"""Frames of an uploaded clip that are drawn: 20 seconds. All of it is read, and all of it goes into other files."""


def keep(clip: Clip, name: str) -> dict:
    """A clip as a file of `FORMS`, served until it is cleared."""
    drawn = clip.cut(0, SHOWN) if name.endswith(".gif") else clip
    folder = Path(get_upload_folder())
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{secrets.token_hex(16)}-{name}"
    path.write_bytes(FORMS[name](drawn))
    return gr.FileData(path=str(path), orig_name=name).model_dump()
