"""An array that must not be unpickled."""

import numpy as np
import pytest


class Trap:
    """Fails the test in which it is unpickled."""

    def __reduce__(self):
        return (pytest.fail, ("unpickled",))


def pickled() -> np.ndarray:
    """Traps in the shape of a dance, (5, 22, 3)."""
    return np.full((5, 22, 3), Trap(), dtype=object)
