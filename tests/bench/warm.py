"""A warm search: what the server does for one, and what a program waits for through the page.

The page's own function says why each dance was found too, and begins to draw the first one meanwhile.
"""

import asyncio
from pathlib import Path

import httpx
import numpy as np

from demo.page.library import Library
from demo.page.words import FEW, Words
from demo.search import search
from tests.bench.asked import read
from tests.bench.race import Bar, Found, clock, rows
from tests.bench.server import EMPTY, PAGE, Server, ask, serve

CAPTIONS, WARM = 43, 3
INSIDE, LEAST = "find, and draw the first GIF", "encode, search, and draw the first GIF"
FIND, BARE = "find alone", "through an empty page of Gradio's"
THROUGH, SHOWN = "through the page", "through the page, with the first GIF"
FIRST = "dance.gif"


def measure(queries: Path | None = None) -> Found:
    """Each request is a text of its own, so that few pictures are there from one before: `queries`, or captions of the
    gallery, which are two or three times as long."""
    library = Library()
    words, captions = Words(library), list(dict.fromkeys(library.gallery.captions.tolist()))
    spread = np.linspace(0, len(captions) - 1, CAPTIONS).astype(int)

    def draw(id: str) -> bytes:
        return library.pens.make(FIRST, library.gallery.clip(library.gallery.index(id)))

    texts = read(queries) or [captions[index] for index in spread]
    times = {INSIDE: [], LEAST: [], FIND: [], THROUGH: [], SHOWN: [], BARE: []}
    for number, text in enumerate(texts):
        counts = {name: each if number >= WARM else [] for name, each in times.items()}
        with clock(counts[INSIDE]):
            with clock(counts[FIND]):
                best = words.find(text)["results"][0]
            library.form(best["id"], FIRST).result()
        with clock(counts[LEAST]):
            draw(search(text, library.encoders, library.gallery, FEW)["results"][0]["id"])
    with serve(PAGE) as page, serve(EMPTY) as empty:
        asyncio.run(_ask(page, empty, texts, times))
        memory = page.memory()
    found = rows(times)
    inside, least, find, waited, shown, bare = (row.ms.median for row in found)
    return Found(
        f"a warm search, {len(texts) - WARM} {'queries' if queries else 'captions'}",
        found,
        [
            Bar("ms to encode, search, and draw the first GIF", least, 120),
            Bar("ms to find, and draw the first GIF", inside, 120),
            Bar("ms through the page, of 1.6 times the empty page's and find", waited, 1.6 * bare + find),
            Bar("ms with the first GIF, of 1.6 times the empty page's and that", shown, 1.6 * bare + inside),
            Bar("MB in memory, after the searches", memory, 450),
        ],
    )


async def _ask(page: Server, empty: Server, texts: list[str], times: dict[str, list[float]]) -> None:
    """The page's answer, and then its first picture, as a browser asks for it."""
    async with httpx.AsyncClient(timeout=60, trust_env=False) as client:
        for number, text in enumerate(texts):
            counts = {name: each if number >= WARM else [] for name, each in times.items()}
            with clock(counts[SHOWN]):
                with clock(counts[THROUGH]):
                    (found,) = await ask(client, page, text)
                picture = f"{page.address}/{found['results'][0]['files'][FIRST]}"
                (await client.get(picture)).raise_for_status()
            with clock(counts[BARE]):
                await ask(client, empty, text)
