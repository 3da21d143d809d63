"""How a view gets on the page: a component whose value is JSON and whose look is a template in `demo/static`.

So the endpoints answer programs with the same data. Knows nothing of dances.
"""

import html
from pathlib import Path

import gradio as gr

from demo.encoders import encodable
from motion.command import InputError

STATIC = Path(__file__).parents[1] / "static"

PRIVATE = {"api_visibility": "private"}
"""Of events that are no endpoints."""

WORKERS = {"concurrency_limit": 2, "trigger_mode": "always_last"}
"""A visitor who changes their mind gets the last thing asked for."""


def view(name: str, **how) -> gr.HTML:
    """A component that shows JSON by the template `name` and answers programs with the JSON.

    What the template's elements do stands in the script of the same name beside it, if there is one. Not a subclass:
    Gradio writes a stub file beside the source of each.
    """
    render, template = ((STATIC / f"{file}.js").read_text(encoding="utf-8") for file in ("html", name))
    does = STATIC / f"{name}.does.js"
    component = gr.HTML(
        label=name,
        html_template=f"${{({_expression(render)})({template}, value)}}",
        js_on_load=does.read_text(encoding="utf-8") if does.exists() else None,
        apply_default_css=False,
        elem_classes="view",
        **how,
    )
    component.api_info = lambda: {"type": {}, "description": "any valid json"}
    return component


def toast(error: ValueError) -> gr.Error:
    """The error for the reader of the page; Gradio shows it as HTML, and it may quote what a visitor sent."""
    return gr.Error(html.escape(str(error), quote=False), duration=20, print_exception=False)


def told(error: gr.Error) -> dict:
    """An error shown while what is there stays. One that is raised makes Gradio forget what was asked for meanwhile."""
    gr.Warning(error.message, duration=20)
    return gr.skip()


def said(text: str) -> str:
    """A text that a program sent, as one that can be written in UTF-8. Raises InputError for what is none."""
    if not isinstance(text, str):
        raise InputError(f"found {text!r:.40}; accepted is a text.")
    return encodable(text)


def _expression(script: str) -> str:
    """A script without its leading comment lines, so that it is one expression."""
    return "\n".join(line for line in script.splitlines() if not line.startswith("//"))
