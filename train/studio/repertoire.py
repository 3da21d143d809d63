"""The repertoire: what a move is, and the register of all moves and figures.

A move is a function that writes on a score, with the words for it beside it, so that dance and words are kept in one
place. A figure dances two or more moves at once, as one thing ("spin with a kick").
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules

from train.caption import Attributes
from train.studio import moves
from train.studio.score import Score

LEG = ("with the {side} leg", "with the {side} foot")
ARM = ("with the {side} hand", "with the {side} arm")
ROTATION = {"left": "counterclockwise", "right": "clockwise"}
TURN = ("to the {side}", "{rotation}")


@dataclass(frozen=True)
class Task:
    """What one dancing of a move is asked to be; None where the move has no such choice."""

    side: str | None = None
    direction: str | None = None
    times: int | None = None


@dataclass(frozen=True)
class Words:
    """How people speak of a move.

    does: in the third person ("throws a kick"). noun: with no article ("kick"). side: how a side is said, with
    {side}, and {rotation} for (counter)clockwise. pictures: what stands by itself and names nobody, as teachers count
    and people describe who do not know the name ("one leg sweeps up ahead").
    """

    does: tuple[str, ...]
    noun: tuple[str, ...]
    side: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True)
class Move:
    """id and family are those of the vocabulary. directions, times: what a task may ask for, empty if nothing.

    sized: whether it can be seen to be done big or small; hands that clap meet in the same place either way.
    """

    id: str
    family: str
    write: Callable[[Score, Task], None]
    words: Words
    directions: tuple[str, ...] = ()
    times: tuple[int, ...] = ()
    sized: bool = True

    @property
    def sided(self) -> bool:
        return bool(self.words.side)


MOVES: dict[str, Move] = {}
FIGURES: dict[tuple[str, ...], Callable[[Score, Task], None]] = {}


def move(name: str, words: Words, directions: tuple[str, ...] = (), times: tuple[int, ...] = (), sized: bool = True):
    """Register the decorated function as the way to dance `name`; its module's name begins with its family."""

    def register(write):
        family = write.__module__.rsplit(".", 1)[1].split("_")[0]
        MOVES[name] = Move(name, family, write, words, directions, times, sized)
        return write

    return register


def figure(*names: str):
    """Register the decorated function as a way to dance all of `names` at once."""

    def register(write):
        FIGURES[names] = write
        return write

    return register


def gallery_attributes(attributes: Attributes) -> dict:
    """The attributes of the gallery's contract. Where a side is a way to go or to turn, it is the direction too."""
    known = attributes.as_json()
    for sayings in (" ".join(MOVES[name].words.side) for name in attributes.moves):
        if attributes.side and known["direction"] is None and "{rotation}" in sayings:
            known["direction"] = ROTATION[attributes.side]
        elif attributes.side and known["direction"] is None and "to the {side}" in sayings:
            known["direction"] = attributes.side
    if known["side"] is None and any("both" in name for name in attributes.moves):
        known["side"] = "both"
    return known


def load_moves() -> dict[str, Move]:
    """Import every module of moves and return the moves by id, in the order of the alphabet."""
    for module in sorted(info.name for info in iter_modules(moves.__path__)):
        import_module(f"train.studio.moves.{module}")
    for name in sorted(MOVES):
        MOVES[name] = MOVES.pop(name)
    return MOVES
