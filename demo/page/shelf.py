"""Files that stay in memory after they were made, as many as there is room for. Knows nothing of what is in them."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock

HANDS = 1
"""Files made at once of those that are made ahead."""


class Shelf:
    """What `make` made of its arguments, as bytes; of those, what was asked for last, in `room` bytes together.

    What is bounded is bytes and not files, since one file may be twenty times as long as another.
    """

    def __init__(self, make: Callable[..., bytes], room: int) -> None:
        self._make, self._room = make, room
        self._files: OrderedDict[Hashable, bytes] = OrderedDict()
        self._begun: dict[Hashable, Future] = {}
        self._lock, self._full = Lock(), 0
        self._hands = ThreadPoolExecutor(HANDS)

    def __call__(self, *asked: Hashable) -> bytes:
        with self._lock:
            if asked in self._files:
                self._files.move_to_end(asked)
                return self._files[asked]
            begun = self._begun.get(asked)
        return begun.result() if begun else self._put(asked)

    def ahead(self, *asked: Hashable) -> None:
        """Begin to make what will be asked for in a moment, while something else is done."""
        with self._lock:
            if asked not in self._files and asked not in self._begun:
                self._begun[asked] = self._hands.submit(self._put, asked)

    def _put(self, asked: Hashable) -> bytes:
        try:
            made = self._make(*asked)  # outside of the lock: whoever asks for what is there does not wait
            with self._lock:
                self._full += len(made) - len(self._files.pop(asked, b""))
                self._files[asked] = made
                while self._full > self._room:
                    self._full -= len(self._files.popitem(last=False)[1])
            return made
        finally:
            with self._lock:
                self._begun.pop(asked, None)
