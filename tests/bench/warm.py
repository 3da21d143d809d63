"""A warm search: what the server does for one, and what a program waits for through the page."""

import asyncio
from itertools import cycle

import httpx
import numpy as np

from demo.encoders import Encoders
from demo.gallery import Gallery
from demo.render import SIZE, encode_gif
from demo.search import search
from tests.bench.race import Bar, Found, clock, race, rows
from tests.bench.server import EMPTY, PAGE, Server, ask, serve

RESULTS, ROUNDS, WARM = 7, 40, 3


def measure(rounds: int = ROUNDS) -> Found:
    """Each request is a text of its own, so that no picture is there from the one before."""
    encoders, gallery = Encoders(), Gallery.load()
    captions = list(dict.fromkeys(gallery.captions.tolist()))
    texts = [captions[index] for index in np.linspace(0, len(captions) - 1, rounds + WARM).astype(int)]
    turn = cycle(texts)

    def request() -> bytes:
        best = search(next(turn), encoders, gallery, RESULTS)["results"][0]
        return encode_gif(gallery.clip(gallery.index(best["id"])), SIZE)

    (inside,) = race({"encode, search and draw the first GIF": request}, rounds)
    times = {"through the page": [], "through an empty page of Gradio's": []}
    with serve(PAGE) as page, serve(EMPTY) as empty:
        asyncio.run(_ask(dict(zip(times, (page, empty), strict=True)), texts, times))
        memory = page.memory()
    served = rows(times)
    waited, bare = (row.ms.median for row in served)
    return Found(
        "a warm search",
        [inside, *served],
        [
            Bar("ms to encode, search and draw the first GIF", inside.ms.median, 120),
            Bar("ms through the page, of 1.6 times the empty page's and that", waited, 1.6 * bare + inside.ms.median),
            Bar("MB in memory, after the searches", memory, 450),
        ],
    )


async def _ask(servers: dict[str, Server], texts: list[str], times: dict[str, list[float]]) -> None:
    async with httpx.AsyncClient(timeout=60, trust_env=False) as client:
        for number, text in enumerate(texts):
            for name, server in servers.items():
                with clock(times[name] if number >= WARM else []):
                    await ask(client, server, text)
