"""Many people at once on the page: how long they wait, how many are served, and what the page holds in memory.

A person asks, waits for the answer and for its first picture, looks at it for 1 to 5 seconds, and asks for another, all
in one session, as a browser and Gradio's client do.
"""

import asyncio
from collections.abc import Iterator
from time import perf_counter

import httpx
import numpy as np

from demo.gallery import Gallery
from tests.bench.race import Bar, Found, Row, Spread
from tests.bench.server import PAGE, Server, ask, serve

PEOPLE = (1, 10, 50)
FIRST = "dance.gif"
LOOKS = (1.0, 5.0)
"""Seconds between an answer and the next question."""

EVERY = 5.0
"""Seconds between looks at the memory."""


class Crowd:
    """What happens to some people in some minutes on a page of their own."""

    def __init__(self, server: Server, texts: list[str], people: int, seconds: float) -> None:
        self.server, self.texts, self.people, self.seconds = server, texts, people, seconds
        self.waits: list[float] = []
        self.pictures: list[float] = []
        self.errors: list[str] = []
        self.memory: list[tuple[float, float]] = []
        self.beside: list[float] = []
        self.start = 0.0

    def left(self) -> float:
        return self.start + self.seconds - perf_counter()

    async def stay(self) -> None:
        self.start = perf_counter()
        limits = httpx.Limits(max_connections=None)
        async with httpx.AsyncClient(timeout=120, trust_env=False, limits=limits) as client:
            await asyncio.gather(self._watch(), *(self._person(client, number) for number in range(self.people)))

    async def _person(self, client: httpx.AsyncClient, number: int) -> None:
        rng = np.random.default_rng(number)
        await asyncio.sleep(rng.uniform(0, LOOKS[1]))
        while self.left() > 0:
            asked = perf_counter()
            try:
                text = self.texts[rng.integers(len(self.texts))]
                (found,) = await ask(client, self.server, text, f"person {number}")
                self.waits.append(1000 * (perf_counter() - asked))
                picture = f"{self.server.address}/{found['results'][0]['files'][FIRST]}"
                (await client.get(picture)).raise_for_status()
                self.pictures.append(1000 * (perf_counter() - asked))
            except (httpx.HTTPError, RuntimeError) as error:
                self.errors.append(f"{type(error).__name__}: {error}")
            await asyncio.sleep(rng.uniform(*LOOKS))

    async def _watch(self) -> None:
        while self.left() > 0:
            self.memory.append((perf_counter() - self.start, self.server.memory()))
            self.beside.append(self.server.beside())
            await asyncio.sleep(EVERY)


def measure(minutes: float, people: tuple[int, ...] = PEOPLE) -> Iterator[Found]:
    texts = list(dict.fromkeys(Gallery.load().captions.tolist()))
    return (_measure(texts, each, 60 * minutes) for each in people)


def _measure(texts: list[str], people: int, seconds: float) -> Found:
    with serve(PAGE) as server:
        crowd = Crowd(server, texts, people, seconds)
        asyncio.run(crowd.stay())
    waits, pictures = (each or [float("inf")] for each in (crowd.waits, crowd.pictures))
    # Growth is of the last fifth over the first, both after the first minute, or the first fifth of a shorter time.
    settled = [mb for at, mb in crowd.memory if at >= min(60, seconds / 5)]
    fifth = max(1, len(settled) // 5)
    growth = float(np.median(settled[-fifth:]) - np.median(settled[:fifth])) if settled else 0.0
    pen = crowd.beside[len(crowd.beside) // 5 :]
    facts = {
        "answers a second": len(crowd.waits) / seconds,
        "ms at the 95th percentile": float(np.percentile(waits, 95)),
        "ms at worst": float(max(waits)),
        "ms to the first picture, at the 95th percentile": float(np.percentile(pictures, 95)),
        "MB in memory, at most": max(mb for _, mb in crowd.memory),
        "MB beside it, of the pens, early and late": f"{pen[0]:.0f}, {pen[-1]:.0f}",
        "memory over time, MB": ", ".join(
            f"{at:.0f} s {mb:.0f}" for at, mb in crowd.memory[:: max(1, len(crowd.memory) // 8)]
        ),
    }
    facts |= {"first error": crowd.errors[0]} if crowd.errors else {}
    return Found(
        f"{people} people for {seconds / 60:g} minutes, {len(crowd.waits)} answers",
        [Row("an answer", Spread.of(waits)), Row("an answer and its first picture", Spread.of(pictures))],
        [
            Bar("errors", len(crowd.errors), 0),
            Bar("MB of growth after the first minute", growth, 4),
            Bar("MB in memory, at most", facts["MB in memory, at most"], 450),
        ],
        facts,
    )
