"""Processes of their own that draw.

A picture is a tenth of a second of a whole core, and Python lets one thread at a time compute: drawn beside the
searches, it would keep every visitor waiting while the other core is idle.
"""

import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from threading import Lock, Thread

from demo.page.forms import GIFS, held, make
from motion.clip import Clip

PENS = 2
"""Processes, as many as a free Space has cores; a picture is drawn in as many pieces."""

POLITE = 19
"""By so much a pen's priority is below the page's."""


class Pens:
    """Make files of clips, in processes that start with the first of them."""

    def __init__(self) -> None:
        self._processes, self._lock = _start(), Lock()

    def make(self, name: str, clip: Clip) -> bytes:
        """What `forms.make` makes. Where a process was lost, as when memory ran out, others take their place."""
        processes = self._processes
        try:
            return _made(processes, name, clip)
        except BrokenProcessPool:
            with self._lock:
                if self._processes is processes:
                    self._processes = _start()
            return _made(self._processes, name, clip)


def _made(processes: ProcessPoolExecutor, name: str, clip: Clip) -> bytes:
    pieces = PENS if name in GIFS else 1
    part = held(name, clip)  # what is not drawn is not sent either
    begun = [processes.submit(make, name, part, piece, pieces) for piece in range(pieces)]
    return b"".join(each.result() for each in begun)


def _start() -> ProcessPoolExecutor:
    # Not forked: the threads of onnxruntime and Gradio hold locks that a copy of them would wait for.
    return ProcessPoolExecutor(PENS, get_context("spawn"), _begin)


def _begin() -> None:
    """Pens give way to the page, whose answers are a few milliseconds, and end with it: when killed, it cannot tell."""
    if hasattr(os, "nice"):
        os.nice(POLITE)
    page = parent_process()
    Thread(target=lambda: (page.join(), os._exit(0)), daemon=True).start()
