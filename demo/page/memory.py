"""What the page's process holds stays what it is, however many people come."""

import ctypes
import sys

BIG = 32 * 1024
"""Bytes from which on a block goes back to the system when it is free, such as half a picture from a pen."""

MMAP_THRESHOLD, ARENA_MAX = -3, -8
"""Of malloc.h: M_MMAP_THRESHOLD, M_ARENA_MAX."""


def settle() -> None:
    """Let glibc keep no big block, and the small ones of all threads in one place; other systems are left as they are.

    Left alone, it keeps blocks of up to 32 MB once one of them was freed, and cuts them up; and each of the threads
    that serve visitors has its own. What is in use stays the same then, and what lies free between grows for minutes.
    Pens, which want a canvas of the same size again and again, are other processes and not concerned.

    Source: mallopt(3) of the Linux manual.
    """
    if sys.platform != "linux":
        return
    if mallopt := getattr(ctypes.CDLL(None), "mallopt", None):
        mallopt(MMAP_THRESHOLD, BIG)
        mallopt(ARENA_MAX, 1)
