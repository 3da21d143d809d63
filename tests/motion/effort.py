"""What a hostile file may cost: a reader that takes quadratic time over it would take minutes."""

import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def little_effort(most: float = 5.0) -> Iterator[None]:
    """Whether it takes `most` seconds of this thread's processor time, so that a busy machine fails nothing."""
    start = time.thread_time()
    yield
    assert time.thread_time() - start < most
