"""Turns of the dance class, to the right: the pirouette on one foot, the chaines along a line."""

import numpy as np

from train.studio.moves.carriage import any_arms, exact, stand_tall
from train.studio.moves.legs_ballet import draw_up
from train.studio.moves.locomotion_gait import beside
from train.studio.moves.turns import over_left
from train.studio.repertoire import TURN, Task, Words, move
from train.studio.score import Score


@move(
    "pirouette",
    Words(
        does=(
            "does a pirouette",
            "pirouettes",
            "turns on one leg with the other foot at the knee",
            "turns on the ball of one foot with the other leg drawn up to the knee",
            "pushes off from a plié and turns on one leg in passé",
            "does a ballet turn on one leg",
            "does a ballet spin",
            "does a passé turn",
            "spins on one leg with the toes at the knee",
            "whirls on one foot like a ballerina",
        ),
        noun=(
            "pirouette",
            "ballet pirouette",
            "turn in passé",
            "turn on one leg in retiré",
            "ballet spin",
            "passé turn",
            "ballerina spin",
            "spin with the foot at the knee",
        ),
        side=TURN,
        pictures=(
            "round on one foot, the toes of the other at the knee",
            "like the ballerina in a music box",
            "fourth position, plié, turn, land",
            "legs in the shape of a figure four, turning",
            "as in ballet class: prepare, plié, and turn",
            "the bent knee stays open while the standing leg turns like an axle",
            "a turn about one leg with the other drawn up",
            "the body rotates over a single foot",
            "ballet turn en dehors",
            "like a figure skater's spin, one foot at the knee",
        ),
    ),
    times=(1, 1, 2, 3),
)
def pirouette(s: Score, do: Task) -> None:
    """Fourth position and a bend, up on the ball of the left foot, right toes at its knee, round, and down again."""
    ready, rounding = ("first", "second", "second", "round_low"), ("first", "first", "fifth", "round_low")
    back, depth, opened = s.pick(0.14, 0.36), s.pick(0.12, 0.2), s.pick(50, 82)
    rise = 0 if s.chance(0.1) else s.pick(28, 60)
    turning, holding = do.times * s.pick(1.25, 2.1), s.pick(0.0, 0.9)
    s.shape(0.8, **stand_tall(s))
    s.step("R", 0.9, under=0.9, ahead=-back, out=beside(s, 0.03), height=0.03, toe_out=s.pick(5, 30))
    s.to(s.pick(0.9, 1.4), L_turnout=s.pick(10, 30), R_turnout=s.pick(10, 30), **any_arms(s, *ready))
    s.to(s.pick(0.6, 1.1), drop=depth, twist=s.pick(0, 18), forth=-0.3 * back)
    over_left(s, 0.55)
    s.shape(0.6, **any_arms(s, *rounding))
    s.shape(0.5, R_free=1, R_point=60, forth=0, twist=-s.pick(0, 8), **draw_up(s, s.dancer.leg * 0.8, opened))
    s.to(0.55, L_heel=rise, **exact(s, drop=0.0))
    s.pivot("L", turning)
    s.go(turning, turn=-360 * do.times, ease=s.pick(0.25, 0.8))
    s.shape(0.4, **draw_up(s, s.dancer.thigh + s.pick(-0.05, 0.12), opened))
    s.hold(turning)
    s.hold(holding)
    landing = s.pick(0.05, 0.35)
    over_left(s, 0.6, back=True)
    s.step("R", 0.6, under=0.6, ahead=-landing, out=beside(s, 0.03), height=0.02, toe_out=s.pick(5, 30))
    straight = {"R_free": 0, "R_hip": 0, "R_knee": 0, "R_out": 0, "R_turnout": 15, "R_point": 20, "L_heel": 0}
    s.to(0.6, drop=s.pick(0.04, 0.14), **straight)
    s.shape(0.8, **any_arms(s, "second", "low", "high", "first"))
    s.to(s.pick(0.6, 1.2), drop=0)
    s.relax(s.pick(0.8, 1.5))


@move(
    "chaine_turn",
    Words(
        does=(
            "does chaîné turns",
            "does chaines",
            "turns again after every step along a line",
            "travels across the floor turning on both feet",
            "chains turns together and travels in a straight line",
            "steps through a row of turns with the feet close together",
            "turns across the floor on both feet",
            "whirls along a straight line",
            "travels along a line with half a turn on every step",
            "strings turn after turn along a line",
        ),
        noun=(
            "chaîné turn",
            "chaine turn",
            "row of travelling turns",
            "chain of turns",
            "travelling turn",
            "row of turns",
            "turn along a line",
            "series of travelling turns",
        ),
        side=TURN,
        pictures=(
            "half a turn on every step along one line",
            "turn upon turn across the studio, feet close together",
            "like a chain laid link after link over the floor",
            "like a coin rolling along",
            "spinning from one end of the room to the other",
            "as in ballet class, turning across the floor",
            "face, back, face, back, always going the same way",
            "turning and travelling at the same time",
            "step, turn, step, turn, on a straight path",
            "up on the balls of the feet, turning along a line",
        ),
    ),
)
def chaine_turn(s: Score, do: Task) -> None:
    """High on the balls of both feet, half a turn on every step, always along one line."""
    beats, far, heel = s.pick(0.62, 1.15), s.pick(0.24, 0.48) * s.dancer.leg, s.pick(15, 55)
    faces, opens = s.chance(0.4), s.chance(0.45)
    along = s.value("yaw") + (s.pick(-15, 15) if faces else s.pick(-110, -70))
    close = -(0.55 * s.dancer.foot + 0.06) / s.quality.travel
    s.shape(0.9, **stand_tall(s))
    s.to(s.pick(0.8, 1.2), drop=s.pick(0.03, 0.1), **any_arms(s, "second", "first", "low", "round_low"))
    closed = any_arms(s, "first", "first", "round_low", "fifth", "hips", "low", "high", "folded")
    s.shape(0.8, L_heel=heel, R_heel=heel, L_turnout=15, R_turnout=15, **closed, **exact(s, drop=0.0))
    _along(s, 0.8, far, along)
    s.step("R", 0.8, under=0.9, ahead=close, height=0.03, heel=0, toe=-15)
    s.hold(0.8)
    for index in range(2 * s.count(2, 4)):
        side, other = ("L", "R") if index % 2 == 0 else ("R", "L")
        _along(s, beats, far, along, turn=-90 if faces and index == 0 else -180)
        s.step(side, 0.9 * beats, under=beats, out=beside(s, 0.02), ahead=close, height=0.04, heel=0, toe=-20)
        s.pivot(other, beats)
        if opens:
            s.shape(0.8 * beats, **(any_arms(s, "second") if index % 2 else closed))
        s.hold(beats)
    s.shape(0.6, L_heel=0, R_heel=0, **any_arms(s, "second", "low", "high"))
    _along(s, 0.7, 0.4 * far, along)
    s.to(0.7, drop=s.pick(0.03, 0.1))
    s.step("L", 0.7, under=0, out=beside(s), height=0.03)
    s.to(0.8, drop=0)
    s.relax(s.pick(0.8, 1.5))


def _along(s: Score, beats: float, far: float, toward: float, turn: float = 0.0) -> None:
    """Carry the body `far` metres in the direction `toward` (a yaw) while it turns; the cursor stays."""
    far, angle = far * s.quality.travel, np.radians(toward)
    x, z = s.value("x") + far * np.sin(angle), s.value("z") + far * np.cos(angle)
    s.shape(beats, x=float(x), z=float(z), yaw=s.value("yaw") + turn)
