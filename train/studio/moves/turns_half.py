"""The half turn, in several ways: written to the right, which is clockwise from above."""

from train.studio.moves.carriage import any_arms
from train.studio.moves.jumps import spring
from train.studio.moves.locomotion_gait import beside
from train.studio.moves.turns import pivot_spin
from train.studio.repertoire import TURN, Task, Words, move
from train.studio.score import Score


@move(
    "half_turn",
    Words(
        does=(
            "makes a half turn",
            "turns halfway around",
            "turns to face the opposite way",
            "turns 180 degrees",
            "does an about-face",
            "does half a turn",
            "turns around to face the back",
            "turns around",
            "turns to look the other way",
            "turns to show the back",
            "swings round to face the opposite wall",
        ),
        noun=(
            "half turn",
            "about-face",
            "180-degree turn",
            "turn to face the back",
            "about-turn",
            "half rotation",
            "turn to the back",
            "turn halfway round",
        ),
        side=TURN,
        pictures=(
            "front becomes back",
            "halfway round, to face the other wall",
            "about turn, as on a parade ground",
            "like hearing a voice from behind",
            "the chest ends up where the back was",
            "half a circle, no more",
            "like somebody who forgot the keys and turns around",
            "from twelve o'clock to six o'clock",
            "180 degrees about the body's own axis",
            "turning the back on what was ahead",
        ),
    ),
    times=(1, 1, 1, 2),
)
def half_turn(s: Score, do: Task) -> None:
    """Once about to face the back: on both balls after a step, on one foot, in two or three small steps, or hopping."""
    ways = [_step_and_pivot, lambda s: pivot_spin(s, s.pick(0.8, 1.8), 0.5), _in_small_steps, _hop_about]
    way = s.rng.choice(ways, p=[0.45, 0.25, 0.16, 0.14])
    styles = ("hang", "hang", "low", "hips", "second", "guard", "round_low", "first", "folded", "high", "behind")
    s.shape(0.7, lean=s.pick(-2, 5), nod=s.pick(-6, 8), **any_arms(s, *styles))
    for _ in range(do.times):
        s.to(s.pick(0.3, 0.7), twist=s.pick(0, 22), drop=s.pick(0.0, 0.06))
        s.shape(0.5, twist=-s.pick(0, 16))
        way(s)
        s.shape(0.5, twist=0)
        s.hold(s.pick(0.4, 1.3))
    s.relax(s.pick(0.7, 1.5))


def _step_and_pivot(s: Score) -> None:
    """The left foot steps ahead in line with the right, both balls swivel, and the left comes up beside."""
    length, beats, heel = s.pick(0.34, 0.5) * s.dancer.leg, s.pick(0.6, 1.6), s.pick(8, 35)
    aside = (s.dancer.hip + s.dancer.posture.get("stance", 0.0)) / s.quality.travel
    s.go(0.9, ahead=0.5 * length, left=-aside)
    s.step("L", 0.9, under=0.9, ahead=0.5 * length, out=-aside - 0.09, height=0.06)
    s.to(0.9, drop=0.03)
    for side in "LR":
        s.pivot(side, beats)
    s.shape(0.3 * beats, L_heel=heel, R_heel=heel)
    s.go(beats, turn=-180, ease=s.pick(0.4, 1))
    s.to(beats, drop=s.pick(0.0, 0.05))
    s.shape(0.4, L_heel=0, R_heel=0)
    s.hold(s.pick(0.0, 0.5))
    s.go(0.8, ahead=0.5 * length, left=aside)
    s.step("L", 0.8, under=0.8, out=beside(s), height=0.05)
    s.to(0.8, drop=0)


def _in_small_steps(s: Score) -> None:
    steps, beats = s.count(2, 3), s.pick(1.1, 2.2)
    s.go(beats, turn=-180, ease=s.pick(0.2, 1))
    for index in range(steps):
        s.step("RL"[index % 2], 0.9 * beats / steps, under=beats / steps, out=0.06, height=s.pick(0.03, 0.08), heel=18)
        s.pivot("LR"[index % 2], beats / steps)
        s.hold(beats / steps)
    s.step("RL"[steps % 2], 0.5, out=beside(s), height=0.04)
    s.hold(0.5)


def _hop_about(s: Score) -> None:
    depth = s.pick(0.08, 0.18)
    s.to(s.pick(0.4, 0.7), drop=depth, lean=60 * depth)
    s.to(0.2, drop=0, lean=0)
    start = s.now
    spring(s, s.pick(0.05, 0.16), turn=-180)
    landing, s.now = s.now, start
    air = (landing - start) / s.beat
    s.to(0.3 * air, L_free=1, R_free=1, L_hip=12, R_hip=12, L_knee=25, R_knee=25)
    s.hold(0.3 * air)
    s.to(0.35 * air, L_free=0, R_free=0, L_hip=0, R_hip=0, L_knee=0, R_knee=0)
    s.now = landing
    s.to(0.3, drop=depth)
    s.to(0.5, drop=0)
