"""Figures of waltz and tango, written for one who goes ahead; danced backward they turn on the same way.

Registers no move itself.
"""

import numpy as np

from train.studio.moves.steps_footwork import Pace
from train.studio.score import Score

Figure = tuple[Pace, ...]

WALTZ: dict[str, Figure] = {
    "box": (Pace(1, ahead=0.42), Pace(1, out=0.4), Pace(1)),
    "box_turn": (Pace(1, ahead=0.4, turn=45), Pace(1, out=0.36, turn=40), Pace(1, turn=5)),
    "turn": (Pace(1, ahead=0.55, turn=50), Pace(1, out=0.46, turn=70), Pace(1, turn=25)),
    "spin": (Pace(1, ahead=0.35, turn=110), Pace(1, ahead=0.1, turn=140), Pace(1, out=0.35, turn=70)),
    "wing": (Pace(1, ahead=0.4, turn=-20), Pace(1, ahead=0.12, turn=-70), Pace(1, ahead=0.08, turn=-60)),
    "change": (Pace(1, ahead=0.5), Pace(1, ahead=0.25, out=0.28), Pace(1)),
    "walk": (Pace(1, ahead=0.55), Pace(1, ahead=0.45), Pace(1, ahead=0.35)),
    "weave": (Pace(1, ahead=0.5, turn=30), Pace(1, ahead=-0.4, turn=40), Pace(1, ahead=-0.4)),
    "whisk": (Pace(1, ahead=0.4), Pace(1, ahead=0.1, out=0.34), Pace(1, reach=-0.16, cross=0.2)),
    "balance": (Pace(1, out=0.42), Pace(1, reach=-0.1, cross=0.08), Pace(1)),
    "chasse": (Pace(1, ahead=0.45), Pace(0.5, out=0.34), Pace(0.5), Pace(1, out=0.34)),
    "hesitation": (Pace(1, ahead=0.45, turn=40), Pace(2, out=0.4, turn=60)),
    "oversway": (Pace(1, ahead=0.45, turn=-30), Pace(3, out=0.5, turn=-25), Pace(1, turn=20), Pace(1)),
}
"""One, two, three; of an oversway the two is a line that is held."""

TANGO: dict[str, Figure] = {
    "walks": (Pace(2, ahead=0.52, turn=20), Pace(2, ahead=0.52, turn=20), Pace(1, ahead=0.4, turn=20),
              Pace(1, out=0.36, turn=10), Pace(2)),
    "promenade": (Pace(2, out=0.5, turn=40), Pace(1, ahead=0.1, reach=0.2, cross=0.3, turn=-20),
                  Pace(1, out=0.45, turn=-60), Pace(2, cross=-0.2)),
    "fallaway": (Pace(2, out=0.46), Pace(1, ahead=0.3, turn=40), Pace(1, ahead=-0.35, turn=50), Pace(1, ahead=-0.3),
                 Pace(1, out=0.36, turn=60), Pace(2)),
    "corte": (Pace(2, ahead=-0.45, reach=-0.15, turn=-25), Pace(2, ahead=0.4, turn=45), Pace(1, ahead=0.4, turn=30),
              Pace(1, out=0.36, turn=30), Pace(2)),
    "rocks": (Pace(1, ahead=-0.2, reach=-0.15), Pace(1, ahead=0.2, turn=25), Pace(2, ahead=-0.4, turn=25),
              Pace(1, ahead=-0.35, turn=40), Pace(1, out=0.36, turn=40), Pace(2)),
    "turn": (Pace(1, ahead=0.42, turn=60), Pace(1, out=0.4, turn=60), Pace(2, turn=20), Pace(1, ahead=-0.4, turn=60),
             Pace(1, out=0.4, turn=60), Pace(2, turn=20)),
    "pivots": (Pace(2, ahead=0.45, turn=20), Pace(1, ahead=0.3, turn=120), Pace(1, ahead=-0.3, turn=130),
               Pace(2, out=0.45, turn=20)),
    "five_step": (Pace(1, ahead=0.42, turn=-30), Pace(1, out=0.3), Pace(1, ahead=-0.36), Pace(1, ahead=-0.3, turn=-50),
                  Pace(2, out=0.1)),
    "lunge": (Pace(2, ahead=0.45, turn=20), Pace(3, out=0.55), Pace(1, out=0.3), Pace(2, turn=30)),
}  # fmt: skip
"""Slow of two counts, quick of one."""


def of_figures(s: Score, figures: dict[str, Figure], *always: str) -> list[str]:
    """The names of what one dancer dances: one of `always`, and two to four more."""
    more = s.rng.choice(list(figures), size=s.count(2, 4), replace=False)
    return [str(s.rng.choice(always)), *map(str, more)]


def turned(figure: Figure, much: float) -> Figure:
    """The figure with so many times the turn."""
    return tuple(pace._replace(turn=float(np.clip(much * pace.turn, -150, 150))) for pace in figure)
