"""Files that stay in memory after they were made, as many as there is room for. Knows nothing of what is in them."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Executor, Future
from threading import Lock


class Shelf:
    """What `make` made of its arguments, as bytes; of those, what was asked for last, in `room` bytes together.

    What is bounded is bytes and not files, since one file may be twenty times as long as another. hands: who makes
    them; a file that several ask for at once is made once.
    """

    def __init__(self, make: Callable[..., bytes], room: int, hands: Executor) -> None:
        self._make, self._room, self._hands = make, room, hands
        self._files: OrderedDict[Hashable, bytes] = OrderedDict()
        self._begun: dict[Hashable, Future] = {}
        self._lock, self._full = Lock(), 0

    def begin(self, *asked: Hashable) -> Future:
        """What will be there in a moment, or is: nobody has to wait for it who has something else to do."""
        with self._lock:
            if asked in self._files:
                self._files.move_to_end(asked)
                there: Future = Future()
                there.set_result(self._files[asked])
                return there
            if asked not in self._begun:
                self._begun[asked] = self._hands.submit(self._put, asked)
            return self._begun[asked]

    def _put(self, asked: Hashable) -> bytes:
        try:
            made = self._make(*asked)  # outside of the lock: whoever asks for what is there does not wait
            with self._lock:
                self._full += len(made)
                self._files[asked] = made
                while self._full > self._room:
                    self._full -= len(self._files.popitem(last=False)[1])
            return made
        finally:
            with self._lock:
                del self._begun[asked]
