"""From a wish (moves, quality, side...) or from none to a phrase: dance and captions together, decided by the seed."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from motion.canonical import FPS, face_forward
from motion.contract import MAX_FRAMES
from train.caption import Attributes, Phrase
from train.studio.dancer import cast
from train.studio.moves.figures import FOOTWORK, can_lie_over, lay_over
from train.studio.play import play
from train.studio.quality import NAMES, Quality, draw, quickest
from train.studio.repertoire import FIGURES, MOVES, Task
from train.studio.score import Score
from train.studio.words import describe

SHORTEST = 1.5
"""Seconds."""
TRIES = 12
"""Times that a dance is danced again, with other counts and lengths, until it is short enough."""
FLOWING = ("locomotion", "steps")
"""Families whose moves go on and on, so that a recording may begin and end in the middle of them."""
UNQUALIFIED = ("pause", "pose", "balance")
"""Stillness has no tempo to show."""
ENTRIES = ("walk", "run", "skip", "chasse", "gallop")
ACCENTS = ("leap", "jump", "spin", "pirouette", "kick", "turn", "tuck_jump", "high_kick", "arabesque", "body_roll")
ENDINGS = ("pause", "pose", "bow")
"""What dances of three moves are made of: a way in, an accent, an ending."""


def choreograph(rng: np.random.Generator, wish: Attributes, captions: int = 6, longest: int = MAX_FRAMES) -> Phrase:
    """Dance what is wished for; side, direction and times left open are chosen here.

    A dance of more than `longest` frames is danced again, a little faster each time; where it would then no longer be
    slow, though that is wished for, it may be as long as a phrase can be. Raises ValueError where it would be longer.
    """
    for frames in (longest, longest, *TRIES * [MAX_FRAMES]):
        if phrase := _perform(rng, decide(rng, wish), captions, frames):
            return phrase
    raise ValueError(f"{wish} cannot be danced in {MAX_FRAMES} frames")


def improvise(
    rng: np.random.Generator, captions: int = 6, wanted: Callable[[Attributes], bool] = lambda attributes: True
) -> Phrase:
    """Any phrase of the repertoire: mostly single moves, some at once, some one after the other.

    wanted: which phrases will do; others are not danced. What is too long as it is wished for is not danced either.
    """
    while True:
        attributes = decide(rng, any_wish(rng))
        if wanted(attributes) and (phrase := _perform(rng, attributes, captions, MAX_FRAMES)):
            return phrase


def _perform(rng: np.random.Generator, attributes: Attributes, captions: int, longest: int) -> Phrase | None:
    """A phrase of `longest` frames at most, danced again until it is, as quickly as its qualities may be; or none."""
    dancer, quality = cast(rng), draw(rng, attributes.qualities)
    for _ in range(TRIES):
        if len(positions := _dance(rng, attributes, dancer, quality)) <= longest:
            return Phrase(face_forward(positions), attributes, describe(rng, attributes, captions))
        quality = replace(quality, pace=max(0.85 * quality.pace, min(quality.pace, quickest(attributes.qualities))))
    return None


def any_wish(rng: np.random.Generator) -> Attributes:
    """What one might wish for: moves, and often a quality that suits them."""
    moves, at_once = _any_moves(rng)
    names = qualities(*moves)
    return Attributes(moves, (str(rng.choice(names)),) if names and rng.random() < 0.6 else (), at_once=at_once)


def qualities(*moves: str) -> tuple[str, ...]:
    """The qualities in which these moves, danced as one phrase, can be seen to be done."""
    if set(moves) <= set(UNQUALIFIED):
        return ()
    unseen = {"slow"} if len(moves) > 2 else set()
    if not any(MOVES[name].sized for name in moves):
        unseen |= {"big", "small"}
    return tuple(name for name in NAMES if name not in unseen)


def _any_moves(rng: np.random.Generator) -> tuple[tuple[str, ...], bool]:
    kind = rng.choice(["single", "figure", "overlay", "two", "three"], p=[0.62, 0.04, 0.12, 0.15, 0.07])
    if kind == "figure":
        return list(FIGURES)[int(rng.integers(len(FIGURES)))], True
    if kind == "overlay":
        over = [name for name in MOVES if MOVES[name].family == "arms"]
        return (str(rng.choice([name for name in FOOTWORK if name in MOVES])), str(rng.choice(over))), True
    if kind == "three":
        groups = ([name for name in group if name in MOVES] for group in (ENTRIES, ACCENTS, ENDINGS))
        return tuple(str(rng.choice(group)) for group in groups), False
    return tuple(str(name) for name in rng.choice(list(MOVES), size=1 + (kind == "two"), replace=False)), False


def decide(rng: np.random.Generator, wish: Attributes) -> Attributes:
    """The wish with its open choices made, for single moves; compounds name moves, quality and side alone."""
    moves = [MOVES[name] for name in wish.moves]
    side = wish.side or (str(rng.choice(["left", "right"])) if any(move.sided for move in moves) else None)
    if len(moves) > 1:
        return replace(wish, side=side)
    (move,) = moves
    direction = wish.direction or (str(rng.choice(move.directions)) if move.directions else None)
    times = wish.times or (int(rng.choice(move.times)) if move.times else None)
    return replace(wish, side=side, direction=direction, times=times)


def _dance(rng: np.random.Generator, attributes: Attributes, dancer, quality: Quality) -> np.ndarray:
    score = Score(rng, dancer, quality)
    score.side = attributes.side if attributes.side in ("left", "right") else str(rng.choice(["left", "right"]))
    _idle(score)
    tasks = [(MOVES[name], _task(attributes, name, score.side)) for name in attributes.moves]
    if attributes.moves in FIGURES and attributes.at_once:
        FIGURES[attributes.moves](score, tasks[0][1])
    elif attributes.at_once and can_lie_over(*attributes.moves):
        lay_over(score, *tasks)
    else:
        for move, task in tasks:
            move.write(score, task)
            score.gather()
    _idle(score)
    score.now = max(score.now, SHORTEST + score.pick(0.0, 0.6))
    first, last = attributes.moves[0], attributes.moves[-1]
    spare = score.spare if len(attributes.moves) == 1 else (0.0, 0.0)
    return _trim(rng, play(score), spare if any(spare) else (1.1 * _flows(first), 1.4 * _flows(last)))


def _task(attributes: Attributes, name: str, side: str) -> Task:
    move = MOVES[name]
    direction = attributes.direction or (move.directions[0] if move.directions else None)
    return Task(side, direction, attributes.times or (min(move.times) if move.times else None))


def _idle(score: Score) -> None:
    """Often a moment of standing before and after, as recordings have."""
    if score.chance(0.5):
        score.now += score.pick(0.05, 0.9)


def _trim(rng: np.random.Generator, positions: np.ndarray, spare: tuple[float, float]) -> np.ndarray:
    """Now and then begin or end in the middle of what goes on and on. spare: seconds that may go at either end."""
    start, stop = (int(rng.uniform(0.2, 1) * part * FPS) if rng.random() < 0.65 else 0 for part in spare)
    if len(positions) - start - stop < SHORTEST * FPS:
        return positions
    return positions[start : len(positions) - stop]


def _flows(name: str) -> bool:
    return MOVES[name].family in FLOWING and not MOVES[name].times
