"""From cold: the search command and the page, against the mere import of Gradio."""

import subprocess
import sys

from tests.bench.race import Bar, Found, clock, rows
from tests.bench.server import PAGE, ROOT, serve

ROUNDS = 5
COMMANDS = {
    "python -m demo.search": ["-m", "demo.search", "slow spin with a kick", "--json"],
    "python -c 'import gradio'": ["-c", "import gradio"],
}


def measure(rounds: int = ROUNDS) -> Found:
    """The page counts until it answers for the first time. Files are in the system's cache, as after a deployment."""
    times: dict[str, list[float]] = {name: [] for name in (*COMMANDS, "the page, until it answers")}
    memory = []
    for _ in range(rounds):
        for name, command in COMMANDS.items():
            with clock(times[name]):
                subprocess.run([sys.executable, *command], cwd=ROOT, check=True, capture_output=True)
        with serve(PAGE) as server:
            times["the page, until it answers"].append(server.ms)
            memory.append(server.memory())
    found = rows(times)
    search, gradio, page = (row.ms.median for row in found)
    return Found(
        "from cold",
        found,
        [
            Bar("seconds of python -m demo.search", search / 1000, 1.2),
            Bar("seconds of the page, of 1.4 times Gradio's import and one", page / 1000, (1.4 * gradio) / 1000 + 1),
            Bar("MB in memory, the page just started", max(memory), 450),
        ],
    )
