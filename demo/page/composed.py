"""A dance of several movements, composed for a text: above the dances that the first tab found, and at /compose.

It follows from its words and its tempo alone. So its files are links that say these two, nothing of it is on the disk,
the last few are in memory, and who does not know the words cannot ask for it.
"""

from urllib.parse import parse_qs, urlencode

import gradio as gr

from demo.compose.clause import Clause
from demo.compose.clauses import clauses, several
from demo.compose.composer import BPM, Composition
from demo.compose.part import parts
from demo.compose.report import report
from demo.page.forms import DRAWN, FORMS
from demo.page.library import Library
from demo.page.view import said, toast, told
from motion.canonical import FPS
from motion.command import InputError


class Composed:
    """The functions behind it; `bpm` is beats a minute, or 0 for the tempo of the dances themselves."""

    def __init__(self, library: Library) -> None:
        self.library = library

    def compose(self, text: str, bpm: int = 0) -> dict:
        """One continuous dance for a text such as "walk in slowly, spin twice to the left, then kick and freeze".

        For each clause, in time: what was asked, `start` and `end` in seconds, the gallery's dance that it is from
        (`id` and `caption`, null for stillness), and whether the dance encoder recognises it there. `ignored` are
        clauses that are about no dance. `files` are links, relative to the page. `bpm` from 40 to 240 puts the steps on
        a beat.
        """
        try:
            return self._told(text, bpm)
        except InputError as error:
            raise toast(error) from error

    def offer(self, found: dict | None, there: dict | None, link: str = "") -> dict | None:
        """What stands above what was `found`, where `there` stands now: that a dance is on its way, or why none is.

        Nothing where dances were not found by words, or by such as ask for one thing. link: of the page, for its tempo.
        """
        text = (found or {}).get("query") or ""
        if there and there.get("text") == text:
            return gr.skip()
        if not several(text):
            return None
        bpm = _tempo(link, text)
        try:
            pool = self.library.composer.pool
            asked, unmatched = parts(clauses(pool.spelt(text), bpm), pool)
        except InputError as error:
            return self._refused(found, error)
        if len(asked) + len(unmatched) < 2:  # one dance does both, as in "spin with a kick"
            return None
        return {"text": text, "waiting": [part.clause.text for part in asked], "bpm": bpm}

    def dance(self, found: dict | None, there: dict | None) -> dict | None:
        """The dance that is on its way; where another search was quicker, what is to stand above that one."""
        asked = there if there and there.get("text") == (found or {}).get("query") else self.offer(found, None)
        if not asked or "waiting" not in asked:
            return gr.skip() if asked and asked is there else asked
        try:
            return self._told(asked["text"], asked["bpm"])
        except InputError as error:
            return self._refused(found, error)

    def at_tempo(self, there: dict, bpm: int) -> dict:
        """What is `there` at another tempo."""
        try:
            return self.compose(there["text"], bpm)
        except gr.Error as error:
            return told(error)

    def form(self, name: str, text: str, bpm: int) -> bytes | None:
        """A dance as the bytes of a file of `FORMS`; nothing where there is no such form, or no such dance."""
        if name not in FORMS:
            return None
        try:
            clip = self._made(text, bpm).clip
        except InputError:
            return None
        return self.library.pens.make(name, clip)

    def _refused(self, found: dict, error: InputError) -> dict | None:
        """Why words are not danced as one; nothing where they are about no dance, which the search has said."""
        text = found["query"]
        return {"text": text, "refused": str(error)} if found.get("good_match") or self._danced(text) else None

    def _danced(self, text: str) -> bool:
        """Whether a text that cannot be danced as one is about dances all the same, as most of its beginning is."""
        asked = _beginning(text)
        try:
            known, unmatched = parts(asked, self.library.composer.pool) if asked else ([], [])
        except InputError:
            return False
        return len(known) > 2 * len(unmatched)

    def _made(self, text: str, bpm: int) -> Composition:
        low, high = BPM
        if bpm and bpm not in range(low, high + 1):
            raise InputError(f"found a tempo of {bpm} beats a minute; accepted are whole numbers from {low} to {high}.")
        return self.library.composed(text, bpm or None)

    def _told(self, text: str, bpm: int) -> dict:
        """A dance as JSON, with links to its files, and one to the page that shows it."""
        text = said(text)
        made = self._made(text, bpm)
        asked = urlencode({"text": text, **({"bpm": int(bpm)} if bpm else {})})
        return {
            **report(made, self.library.gallery),
            "bpm": bpm,
            "link": f"?{asked}",
            "files": {name: f"composed/{name}?{asked}" for name in FORMS},
            "drawn": DRAWN / FPS,
        }


def _beginning(text: str) -> list[Clause]:
    """The clauses of as much of a text as can be read as one dance."""
    try:
        return clauses(text)
    except InputError:
        return _beginning(text[: len(text) // 2]) if text else []


def _tempo(link: str, text: str) -> int:
    """The tempo that a link asks for, if it is one, and for this text."""
    asked = {name: values[0] for name, values in parse_qs(link.removeprefix("?")).items()}
    said = asked.get("bpm", "0") if asked.get("text") == text else "0"
    bpm = int(said) if said.isdecimal() and len(said) < 4 else 0
    return bpm if BPM[0] <= bpm <= BPM[1] else 0
