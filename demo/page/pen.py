"""A process of its own that draws.

A picture is a tenth of a second of a whole core, and Python lets one thread at a time compute: drawn beside the
searches, it would keep every visitor waiting while the other core is idle.
"""

import os
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from threading import Lock, Thread

from demo.page.forms import make
from motion.clip import Clip


class Pen:
    """Makes files of clips, one after the other, in a process that starts with the first of them."""

    def __init__(self) -> None:
        self._process, self._lock = _start(), Lock()

    def make(self, name: str, clip: Clip) -> bytes:
        """What `forms.make` makes. Where the process was lost, as when memory ran out, another one takes its place."""
        process = self._process
        try:
            return process.submit(make, name, clip).result()
        except BrokenProcessPool:
            with self._lock:
                if self._process is process:
                    self._process = _start()
            return self._process.submit(make, name, clip).result()


def _start() -> ProcessPoolExecutor:
    # Not forked: the threads of onnxruntime and Gradio hold locks that a copy of them would wait for.
    return ProcessPoolExecutor(1, get_context("spawn"), _end_with_the_page)


def _end_with_the_page() -> None:
    """A page that is killed cannot tell its pen."""
    page = parent_process()
    Thread(target=lambda: (page.join(), os._exit(0)), daemon=True).start()
