"""From words to dances: the first tab, the endpoints /search and /similar, and the links that reopen them."""

import json
from collections.abc import Callable
from urllib.parse import urlencode

import gradio as gr
import numpy as np

from demo.page.composed import Composed
from demo.page.library import Library
from demo.page.view import PRIVATE, WORKERS, said, toast, told, view
from demo.search import search, similar
from motion.command import InputError

EXAMPLES = [
    "slow spin with a kick",
    "someone jumps up and down",
    "a smooth turn, arms floating up",
    "waves with the left hand",
    "marching on the spot",
    "one leg stretched out behind, balancing",
    "walk in slowly, spin twice to the left, then kick and freeze",
]
SEEN = """async (found, there) => {
  await document.querySelector(".best .picture img")?.decode().catch(() => {});
  return [found, there, location.search];
}"""
"""Lets the first dance that was found be seen before any work is done on one that takes longer; and the page's link."""

FEW, MANY = 7, 25
"""Dances that a search shows, and at most: the best one, and rows of two or three others."""

FILTERS = ("move", "quality", "source")

LINES = 6
"""The text box grows up to these, for several movements, a line each; Enter asks, and Shift+Enter is a line."""

ASKED = """(...asked) => {
  const shown = asked.pop();
  return [...asked.slice(0, -1), window.alike ?? null, window.alike === undefined ? null : shown];
}"""
"""What is asked for beside words and filters, as `demo/static/search.does.js` keeps it; nothing is shown yet where that
is undefined."""

OPENED = f"""(...fields) => {{
  const [link, kinds] = [new URLSearchParams(location.search), KINDS];
  const asks = link.get("text") || link.get("like");
  const opening = !window.opened;
  window.opened = true;
  if (opening && (fields[0] || !asks)) return fields;
  const chosen = {json.dumps(FILTERS)}.map((name, index) => {{
    const said = link.get(name);
    return kinds[index].includes(said) ? said : "";
  }});
  window.alike = asks ? link.get("like") ?? "" : undefined;
  return [link.get("text") ?? "", ...chosen, Math.min(Math.max(parseInt(link.get("count")) || {FEW}, 1), {MANY})];
}}"""
"""The fields as the page's link has them: when the page opens, if it asks for anything and a quick visitor has not
typed yet, or even asked, and when the link has become another one, as by the browser's Back."""


class Words:
    """The functions behind the tab; every result has links to its files."""

    def __init__(self, library: Library) -> None:
        self.library = library

    def find(self, text: str, move: str = "", quality: str = "", source: str = "", count: int | None = FEW) -> dict:
        """The dances that a text describes best, of those with a move, a quality and a source if these are given.

        Each has its caption, how sure the match is (`confidence`, 0 to 1), why it was found (the text's words by the
        dance's attributes), and links to its files, relative to the page. `read_as` is the text as it was read,
        misspelt words set right, and `without` the moves that it says are not to be danced, which no result has.
        """
        library = self.library
        try:
            text = said(text)
            count, keep = some(count), library.gallery.where(move, quality, source)
            found = search(text, library.encoders, library.gallery, count, keep)
        except InputError as error:
            raise toast(error) from error
        library.form(found["results"][0]["id"], "dance.gif")  # is drawn while its reasons are looked for
        if found["good_match"]:
            why = library.why.explain(found["read_as"], found["results"])
            found["results"] = [{**each, "why": one} for each, one in zip(found["results"], why, strict=True)]
        found["unread"] = found["read_as"][library.encoders.reach(found["read_as"]) :].strip()
        return self._linked(found, keep, text=text, move=move, quality=quality, source=source, count=count)

    def alike(self, id: str, move: str = "", quality: str = "", source: str = "", count: int | None = FEW) -> dict:
        """The dances most like a dance of the gallery, by its id, filtered as in a search; `score`: 1 for the same."""
        gallery = self.library.gallery
        try:
            id, count, keep = said(id), some(count), gallery.where(move, quality, source)
            found = similar(id, gallery, count, keep)
        except InputError as error:
            raise toast(error) from error
        return self._linked(found, keep, like=id, move=move, quality=quality, source=source, count=count)

    def ask(
        self,
        text: str,
        move: str,
        quality: str,
        source: str,
        count: int | None,
        like: str | None,
        shown: dict | None,
    ) -> dict:
        """What a visitor asks for: by words, or `like` a dance, by its id; "" for words, None for what is `shown`.

        One event for all ways to ask, so that nothing that was asked for before comes after the last; and all of it
        from inputs, since Gradio repeats an event that had to wait with the inputs of then and the data of the first.
        """
        shown = shown or {}
        if like is None:
            like, text = (shown.get("like") or {}).get("id", ""), text.strip() or shown.get("query") or EXAMPLES[0]
        try:
            if like:
                return self.alike(like, move, quality, source, count)
            return self.find(text, move, quality, source, count)
        except gr.Error as error:
            left = told(error)
            return left if shown else self.find(EXAMPLES[0])

    def _linked(self, found: dict, keep: np.ndarray, **asked: str | int) -> dict:
        """What was found among the dances to `keep`, with links to its files, and one to itself from what was asked."""
        for result in found["results"]:
            result["files"] = self.library.links(result["id"])
        link = {name: value for name, value in asked.items() if value and (name, value) != ("count", FEW)}
        return {
            **found,
            "gallery_size": len(keep),
            "among": int(keep.sum()),
            "filters": [asked[name] for name in FILTERS if asked[name]],
            "link": "?" + urlencode(link),
        }


def some(count: int | None) -> int:
    """How many dances are shown. Raises InputError for too few or too many."""
    if count is not None and not (isinstance(count, int) and 1 <= count <= MANY):
        raise InputError(f"found {count!r} as the number of dances; accepted are whole numbers from 1 to {MANY}.")
    return FEW if count is None else count


def build(library: Library) -> Callable[[gr.Blocks], None]:
    """The tab's components; returns what is to be done when the page opens."""
    words, composed, kinds = Words(library), Composed(library), library.gallery.kinds
    with gr.Row(elem_id="ask"):
        text = gr.Textbox(
            placeholder=EXAMPLES[0],
            show_label=False,
            label="Movement",
            container=False,
            max_lines=LINES,
            scale=5,
            autofocus=True,
        )
        go = gr.Button("Show the dance", variant="primary", scale=1, min_width=200, elem_id="go")
    tries = gr.Dataset(components=[text], samples=[[each] for each in EXAMPLES], label="Try", elem_id="texts")
    with gr.Row(elem_id="filters"):
        move, quality, source = (
            gr.Dropdown(
                [("any", ""), *((id.replace("_", " "), id) for id in ids)],
                value="",
                label=name,
                min_width=130,
                visible=len(ids) > 1,
            )
            for name, ids in (("Move", kinds["moves"]), ("Quality", kinds["qualities"]), ("Source", kinds["source"]))
        )
        count = gr.Number(FEW, precision=0, step=1, label="Dances", min_width=90)
    one = view("composed", elem_id="composed")
    dances = view("search", value=words.find(EXAMPLES[0]) | {"link": ""})
    asked = [text, move, quality, source, count]
    # What was composed of the last text goes at once, and what follows comes after the dances that were found.
    gr.on([text.submit, go.click, dances.submit], None, None, one, js="() => null", **PRIVATE)
    chosen = tries.click(None, tries, text, js=f"(index) => {json.dumps(EXAMPLES)}[index]", **PRIVATE)
    chosen.then(None, js="() => document.getElementById('go').click()", **PRIVATE)

    like, bpm, link = gr.Textbox(visible=False), gr.Number(visible=False), gr.Textbox(visible=False)
    asking = [text.submit, go.click, *(each.input for each in asked[1:]), dances.submit]
    found = gr.on(asking, words.ask, [*asked, like, dances], dances, js=ASKED, **PRIVATE, **WORKERS)
    # For programs: nobody clicks it, and what they send is checked as the page's own fields are.
    gr.Button(visible=False).click(words.find, asked, dances, api_name="search", **WORKERS)
    gr.api(words.alike, api_name="similar", concurrency_limit=2)
    gr.api(composed.compose, api_name="compose", concurrency_limit=2)
    quietly = {"show_progress": "hidden", **PRIVATE}
    offered = found.success(composed.offer, [dances, one, link], one, js=SEEN, **quietly, **WORKERS)
    offered.success(composed.dance, [dances, one], one, **quietly, **WORKERS)
    tempo = one.apply(composed.at_tempo, [one, bpm], one, js="(there) => [there, window.tempo]", **PRIVATE, **WORKERS)
    tempo.then(None, js="() => window.tempoTold()", **PRIVATE)
    opened = OPENED.replace("KINDS", json.dumps([kinds[name] for name in ("moves", "qualities", "source")]))

    def opens(page: gr.Blocks) -> None:
        linked = gr.on([page.load, dances.apply], None, asked, asked, js=opened, **PRIVATE)
        linked.then(None, js="() => window.askLinked?.()", **PRIVATE)

    return opens
