"""Memory that is free again goes back to the system.

What requests leave free lies in gaps of the C heap. glibc keeps these for the next ones, they fit less and less well,
and the page would grow for hours.
"""

import ctypes
import sys
import time
from threading import Thread

EVERY = 10.0
"""Seconds from one time to the next."""


def keep_small() -> None:
    """Give back what is free now and then, as long as the page runs."""
    Thread(target=_again_and_again, daemon=True).start()


def give_back() -> None:
    """Give back what is free now; elsewhere than on glibc, nothing."""
    libc = ctypes.CDLL(None) if sys.platform == "linux" else None
    if hasattr(libc, "malloc_trim"):
        libc.malloc_trim(0)


def _again_and_again() -> None:
    while True:
        time.sleep(EVERY)
        give_back()
