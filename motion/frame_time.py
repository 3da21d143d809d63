"""The frame rate that a BVH file's frame time means.

Programs cut or round the time to the digits they write, and 60 frames a second become 62.5 in `.016`. A time of few
digits is taken for the usual rate of which it is what is left, unless it is a usual rate's own.
"""

from motion.clip import ClipError
from motion.recording import FPS_RANGE

USUAL = (15, 20, 24, 25, 30, 48, 50, 60, 90, 100, 120, 125, 200, 240, 250)
FEW = (2, 3, 4)
"""How many decimals a time has that may have been cut or rounded."""


def frame_rate_of(word: str) -> float:
    """Frames per second, given the seconds of one as they are written."""
    try:
        fps = _usual(word) or round(1 / float(word), 2)
    except (ValueError, ZeroDivisionError, OverflowError):
        fps = 0.0
    if not FPS_RANGE[0] <= fps <= FPS_RANGE[1]:
        raise ClipError(f"found a frame time of {word[:30]!r}; accepted are 1 to 1/1000 seconds.")
    return fps


def _usual(word: str) -> float | None:
    """The usual rate that a time of few decimals is of, if there is one."""
    decimals = word.partition(".")[2]
    if len(decimals) not in FEW or not decimals.isdecimal():
        return None
    unit = 10 ** len(decimals)
    units = round(float(word) * unit)
    own = [rate for rate in USUAL if units * rate == unit]
    return next((float(rate) for rate in own or USUAL if units in (unit // rate, round(unit / rate))), None)
