"""The labelling page: one phrase after the other, as a GIF, with names to choose from and room for others."""

import base64
import html
from collections.abc import Callable
from pathlib import Path

import gradio as gr

from demo.page.look import STYLE, THEME
from demo.render import encode_gif
from motion import Clip
from motion.canonical import FPS
from train.label.session import SKIPPED, Session

SIZE = 384
SUGGESTED = 6
KEY = '<p class="key"><i class="left"></i>dancer\'s left <i class="right"></i>dancer\'s right</p>'


def build(session: Session, suggest: Callable[[int], list[str]]) -> gr.Blocks:
    """suggest: names for a phrase by number, likeliest first, of which SUGGESTED are shown."""

    def show(request: gr.Request, before: int | None = None) -> tuple:
        """What the page shows next: state, picture, words about it, buttons, an empty field, progress."""
        index = session.next(request.session_hash) if before is None else before
        if index is None:
            return (None, "", "Every phrase has a label. Stop the command with Ctrl-C.", *_buttons([]), "", progress())
        window = session.windows[index]
        gif = base64.b64encode(encode_gif(Clip(window.positions, FPS), SIZE)).decode()
        where = f"{window.file.name}, {window.start / FPS:.1f} to {window.stop / FPS:.1f} s"
        picture = f'<img src="data:image/gif;base64,{gif}" width="{SIZE}" height="{SIZE}" alt="{html.escape(where)}">'
        return index, picture + KEY, html.escape(where), *_buttons(names(index)), "", progress()

    def names(index: int) -> list[str]:
        """What people have called phrases like this one, if that is sure, then what the encoders would call it."""
        found, likely = session.spread(), suggest(index)
        own = [] if found is None else [str(found.label[index])]
        ahead = 0 if found is not None and not found.unsure[index] else 1
        return list(dict.fromkeys([*likely[:ahead], *own, *likely[ahead:]]))[:SUGGESTED]

    def save(label: str, index: int | None, last: int | None, request: gr.Request) -> tuple:
        """Store the label, if there is one, and show the next phrase."""
        if index is None or not label.strip():
            return (last, *show(request, index))
        session.answer(index, label, request.session_hash)
        return (index, *show(request))

    def pass_over(index: int | None, last: int | None, request: gr.Request) -> tuple:
        """Store that the phrase has no name, and show the next one."""
        return save(SKIPPED, index, last, request)

    def take_back(last: int | None, index: int | None, request: gr.Request) -> tuple:
        """Show the last phrase again, without its label."""
        if last is None:
            return (None, *show(request, index))
        session.answer(last, "", request.session_hash)
        return (None, *show(request, last))

    def progress() -> str:
        done = session.by_hand
        first = sum(index in done for index in session.asked)
        if first < len(session.asked):
            return f"{first} of {len(session.asked)} phrases to label, {len(session.windows)} in all."
        found = session.spread()
        unsure = len(session.windows) if found is None else int(found.unsure.sum())
        return (
            f"{len(done)} labelled; every phrase has a label now, {unsure} of {len(session.windows)} unsure. Those "
            "come next, or stop the command with Ctrl-C."
        )

    with gr.Blocks(title="Label dances", analytics_enabled=False) as page:
        gr.HTML("<h1>What is this?</h1>", elem_classes="masthead", apply_default_css=False)
        told = gr.Markdown()
        index, last = gr.State(), gr.State()
        with gr.Row():
            with gr.Column(scale=1, min_width=SIZE):
                picture = gr.HTML(elem_classes="view", apply_default_css=False)
                where = gr.Markdown()
            with gr.Column(scale=2):
                buttons = [gr.Button(visible=False, elem_classes="name") for _ in range(SUGGESTED)]
                field = gr.Textbox(label="Or in your own words, then Enter", max_lines=1, elem_id="words")
                with gr.Row():
                    back = gr.Button("Take the last one back", size="sm")
                    skip = gr.Button("None of it, next", size="sm")
        shown = [index, picture, where, *buttons, field, told]
        page.load(show, None, shown)
        field.submit(save, [field, index, last], [last, *shown])
        for button in buttons:
            button.click(save, [button, index, last], [last, *shown])
        skip.click(pass_over, [index, last], [last, *shown])
        back.click(take_back, [last, index], [last, *shown])
    return page


def _buttons(names: list[str]) -> list[gr.Button]:
    return [
        gr.Button(name.replace("_", " "), visible=True) if name else gr.Button(visible=False)
        for name in [*names, *[""] * SUGGESTED][:SUGGESTED]
    ]


def launch(page: gr.Blocks, folder: Path, port: int | None) -> None:
    """Serve until the command is stopped."""
    print(f"labels go to {folder}; stop with Ctrl-C, and go on with the same command")
    page.launch(server_port=port, share=False, ssr_mode=False, theme=THEME, css_paths=STYLE, footer_links=[])
