"""Servers of their own process: the page, and an empty page of Gradio's to compare it with."""

import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

import httpx

from motion.command import InputError

ROOT = Path(__file__).parents[2]
PAGE = ("demo/app.py",)
EMPTY = ("-c", "import gradio; gradio.Interface(lambda text: text, 'text', 'text', api_name='search').launch()")
"""One that gives back what it is given."""

START = 120
"""Seconds until a server is up, on a busy machine."""


class Server:
    """A running server: its address, its process, and the milliseconds until it answered for the first time."""

    def __init__(self, address: str, process: int, ms: float) -> None:
        self.address, self.process, self.ms = address, process, ms

    @cached_property
    def rest(self) -> list:
        """What a search is told beside the text where nobody says otherwise."""
        info = httpx.get(f"{self.address}/gradio_api/info", timeout=60, trust_env=False).raise_for_status().json()
        return [each["parameter_default"] for each in info["named_endpoints"]["/search"]["parameters"][1:]]

    def memory(self) -> float:
        """What the process has in memory, MB."""
        return _resident(self.process)

    def beside(self) -> float:
        """What the processes that it started have in memory, MB; libraries that all of them have count for each."""
        return sum(map(_resident, _children(self.process)))


@contextmanager
def serve(command: tuple[str, ...]) -> Iterator[Server]:
    """A server started by `python COMMAND` on a free port. Raises InputError when it does not start."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder, (Path(folder) / "log").open("w+") as log:
        env = {**os.environ, "GRADIO_SERVER_NAME": "127.0.0.1", "GRADIO_SERVER_PORT": str(port)}
        env |= {"GRADIO_TEMP_DIR": folder, "GRADIO_ANALYTICS_ENABLED": "False", "no_proxy": "127.0.0.1"}
        start = time.perf_counter()
        process = subprocess.Popen([sys.executable, *command], cwd=ROOT, env=env, stdout=log, stderr=log)
        address = f"http://127.0.0.1:{port}"
        try:
            while not _answers(address):
                if process.poll() is not None or time.perf_counter() - start > START:
                    log.seek(0)
                    raise InputError(f"the server did not start: {log.read()[-1000:]}")
                time.sleep(0.01)
            yield Server(address, process.pid, 1000 * (time.perf_counter() - start))
        finally:
            process.terminate()
            process.wait(20)


def _children(process: int) -> list[int]:
    threads = Path(f"/proc/{process}/task").glob("*/children")
    own = [int(child) for path in threads for child in path.read_text().split()]
    return own + [other for child in own for other in _children(child)]


def _resident(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) * 1024 / 1e6


def _answers(address: str) -> bool:
    try:
        return httpx.get(address, timeout=5, trust_env=False).status_code == 200
    except httpx.TransportError:
        return False


async def ask(client: httpx.AsyncClient, server: Server, text: str, visitor: str = "a program") -> object:
    """One search through Gradio's queue, in the visitor's session. Raises RuntimeError for an error of the page's."""
    call = f"{server.address}/gradio_api/call/search"
    asked = {"data": [text, *server.rest], "session_hash": visitor}
    event = (await client.post(call, json=asked)).raise_for_status().json()["event_id"]
    kind = ""
    async with client.stream("GET", f"{call}/{event}") as answer:
        async for line in answer.aiter_lines():
            name, _, value = line.partition(": ")
            if name == "event":
                kind = value
            elif name == "data" and kind == "complete":
                return json.loads(value)
            elif name == "data" and kind == "error":
                raise RuntimeError(f"the page answered {text!r} with an error: {value}")
    raise RuntimeError(f"the page left {text!r} unanswered")
