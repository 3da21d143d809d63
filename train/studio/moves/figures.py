"""Figures: moves danced at once. Some are things of their own; the rest lay a gesture of the arms over footwork."""

from train.studio.body import ARM, LEG, TRUNK
from train.studio.moves.carriage import any_arms
from train.studio.moves.turns import pivot_spin
from train.studio.repertoire import MOVES, Move, Task, figure
from train.studio.score import Score

ARMS = tuple(f"{side}_{name}" for side in "LR" for name in ARM)
REST_OF_BODY = ("feet", *TRUNK, *(f"{side}_{name}" for side in "LR" for name in LEG))


@figure("spin", "kick")
def spin_with_a_kick(s: Score, do: Task) -> None:
    """Whole turns on the left foot with the right leg thrown out straight."""
    s.to(s.pick(0.5, 0.9), twist=s.pick(8, 28), drop=s.pick(0.03, 0.1), **any_arms(s, "low", "second"))
    s.shape(0.5, twist=-s.pick(0, 12), drop=0.0, **any_arms(s, "second", "low", "high"))
    start, turns = s.now, s.count(1, 2)
    beats, height = turns * s.pick(1.9, 2.7), s.pick(60, 95)
    pivot_spin(s, beats, turns, R_hip=8, R_knee=45, R_out=10)
    end, s.now = s.now, start + (0.5 + s.pick(0.15, 0.6) * (beats - 1.4)) * s.beat
    s.to(0.6, R_hip=height, R_knee=s.pick(0, 12), R_point=45, lean=-6)
    s.hold(s.pick(0.1, 0.4))
    s.to(0.5, R_hip=10, R_knee=40, lean=0)
    s.now = end
    s.relax(s.pick(0.6, 1.0))


def lay_over(s: Score, under: tuple[Move, Task], over: tuple[Move, Task]) -> None:
    """Dance `under` with the arms of `over`: one arm where that is all it needs."""
    start, (move, task) = s.now, over
    mine = tuple(name for name in ARMS if name.startswith("R_") or not move.sided)
    with s.without(*mine):
        under[0].write(s, under[1])
    end, s.now = s.now, start + s.pick(0.0, 0.8)
    with s.without(*REST_OF_BODY, *(name for name in ARMS if name not in mine)):
        move.write(s, task)
    s.now = max(end, s.now)


def can_lie_over(under: str, over: str) -> bool:
    """Whether a body can dance both at once: footwork that leaves the arms alone, and a gesture of the arms."""
    return MOVES[over].family == "arms" and under in FOOTWORK


FOOTWORK = (
    "walk", "backward_walk", "run", "march", "tiptoe", "side_step", "step_touch", "turn", "grapevine", "skip", "sway",
    "hip_sway", "squat", "hop", "jump", "lunge", "side_lunge", "kneel", "plie", "half_turn", "stomp", "tap",
)  # fmt: skip
