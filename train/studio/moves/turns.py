"""Turns: written to the right, which is clockwise from above."""

from dataclasses import replace

import numpy as np

from train.studio.moves.carriage import any_arms
from train.studio.moves.locomotion_gait import TRUNK, arrive, beside, draw_walk, occupy, step_beats, stride, strides
from train.studio.repertoire import TURN, Task, Words, move
from train.studio.score import Score


def over_left(s: Score, beats: float, back: bool = False) -> None:
    """Carry the body's place over the ball of the left foot, about which it can then turn, or back from there."""
    sign = -1 if back else 1
    aside = s.dancer.hip + s.dancer.posture.get("stance", 0.0)
    s.go(beats, left=sign * aside / s.quality.travel, ahead=sign * 0.4 * s.dancer.foot / s.quality.travel)


def pivot_spin(s: Score, beats: float, times: float, **free_leg: float) -> None:
    """Whole turns on the left foot while the right one is off the floor, low beside it unless told otherwise."""
    leg = free_leg or {"R_hip": s.pick(-14, 20), "R_knee": s.pick(8, 48), "R_out": s.pick(8, 24)}
    over_left(s, 0.45)
    s.to(0.5, R_free=1, side=-2, L_heel=s.pick(4, 40), **leg)
    s.pivot("L", beats)
    s.go(beats, turn=-360 * times, ease=s.pick(0.5, 1))
    s.hold(beats)
    over_left(s, 0.5, back=True)
    s.step("R", 0.5, under=0.5, out=beside(s, 0.02), height=0.02)
    s.to(0.5, R_free=0, R_hip=0, R_knee=0, R_out=0, L_heel=0, side=0)


def stepped_spin(s: Score, beats: float, times: float) -> None:
    """Whole turns stepping from one foot to the other."""
    steps, beats = round(s.pick(4, 5.5) * times), 1.2 * beats
    wide, heel = s.pick(0.05, 0.1), s.pick(0, 30)
    s.shape(0.5, L_heel=heel, R_heel=heel)
    s.go(beats, turn=-360 * times, ahead=s.pick(-0.1, 0.1), ease=s.pick(0.2, 0.6))
    for index in range(steps):
        s.step("RL"[index % 2], 0.94 * beats / steps, under=beats / steps, out=wide, height=0.05, heel=15)
        s.pivot("LR"[index % 2], beats / steps)
        s.hold(beats / steps)
    s.shape(0.4, L_heel=0, R_heel=0)
    s.step("RL"[steps % 2], 0.4, out=beside(s, 0.02), height=0.03)


def paddled_spin(s: Score, beats: float, times: float) -> None:
    """Whole turns on the ball of the left foot, the right one pushing round and round beside it."""
    steps, wide, heel = round(s.pick(3, 4.5) * times), s.pick(0.06, 0.16), s.pick(4, 30)
    over_left(s, 0.45)
    s.to(0.5, L_heel=heel, R_heel=heel)
    s.pivot("L", beats)
    s.go(beats, turn=-360 * times, ease=s.pick(0.1, 0.5))
    for _ in range(steps):
        s.step("R", 0.7 * beats / steps, out=wide, height=s.pick(0.03, 0.07), heel=10)
        s.hold(beats / steps)
    over_left(s, 0.5, back=True)
    s.step("R", 0.5, under=0.5, out=beside(s, 0.02), height=0.03)
    s.to(0.5, L_heel=0, R_heel=0)


@move(
    "spin",
    Words(
        does=(
            "spins",
            "spins around",
            "whirls around",
            "twirls",
            "spins on the spot",
            "rotates all the way round",
            "spins like a top",
            "does a spin",
            "revolves",
            "twirls around",
            "pivots all the way around",
            "goes round in a full circle on the spot",
        ),
        noun=(
            "spin",
            "whirl",
            "twirl",
            "full spin",
            "full turn",
            "360-degree turn",
            "whole turn",
            "twirl on the spot",
        ),
        side=TURN,
        pictures=(
            "all the way round until the chest faces the front again",
            "like a spinning top",
            "the room whirls past",
            "a whole circle on the spot",
            "like a child turning to get dizzy",
            "360 degrees about the body's own axis",
            "like being twirled by a dance partner",
            "winding up one way, then whirling the other",
            "the world goes round and comes back to the front",
            "a complete rotation of the body",
        ),
    ),
    times=(1, 2, 2, 3),
)
def spin(s: Score, do: Task) -> None:
    """Wind up to the left, then whole turns with small steps, on both feet or pivoting with the free foot low."""
    low = s.pick(0.02, 0.1)
    s.to(s.pick(0.5, 0.9), twist=s.pick(8, 35), drop=low, **any_arms(s, "low", "second", "hang", "back"))
    beats = do.times * s.pick(1.1, 2.1)
    styles = ("hang", "folded", "second", "second", "low", "low", "high", "guard", "hips", "back")
    s.shape(0.5, twist=-s.pick(0, 14), drop=s.pick(0.0, 0.05), lean=s.pick(-3, 6), **any_arms(s, *styles))
    s.shape(0.5, head_tilt=s.pick(-10, 10), nod=s.pick(-15, 8))
    way = s.rng.choice([stepped_spin, paddled_spin, pivot_spin], p=[0.4, 0.3, 0.3])
    way(s, beats, do.times)
    s.shape(0.6, twist=s.pick(0, 8), nod=0, head_tilt=0)
    s.to(s.pick(0.4, 0.8), drop=s.pick(0.0, 0.05), **any_arms(s, "hang", "low", "second"))
    s.hold(s.pick(0.0, 0.6))
    s.relax(s.pick(0.5, 1.2))


@move(
    "turn",
    Words(
        does=(
            "turns",
            "makes a turn",
            "changes direction",
            "turns to face another way",
            "turns the whole body in a new direction",
            "turns with a few steps",
            "steps round to a new direction",
            "takes a new heading",
            "alters course",
            "steps round to face elsewhere",
            "steps round till the chest points another way",
        ),
        noun=(
            "turn",
            "change of direction",
            "turn in a few steps",
            "turn in a new direction",
            "change of facing",
            "new heading",
            "turn to face elsewhere",
            "stepped turn",
        ),
        side=TURN,
        pictures=(
            "at the end the chest faces another wall",
            "shoulders first, then the feet step after",
            "like going round a corner",
            "a new direction, taken in steps",
            "as if someone called from over there",
            "not all the way round, only to face somewhere else",
            "the feet follow the chest into a new direction",
            "like following a bend in the path",
            "stepping round to look elsewhere",
            "a different heading than before",
        ),
    ),
)
def turn(s: Score, do: Task) -> None:
    """Face another way: walking round a bend, or on the spot with a few steps."""
    (walking_turn if s.chance(0.75) else standing_turn)(s)


def standing_turn(s: Score) -> None:
    """The head and chest lead, the feet follow in two to six steps."""
    angle = s.pick(70, 150)
    steps = max(2, round(angle / s.pick(25, 45)))
    beats, height = steps * s.pick(0.6, 1.2), s.pick(0.03, 0.1)
    s.shape(0.6, drop=s.pick(0.0, 0.05), lean=s.pick(-2, 6), nod=s.pick(-6, 12))
    s.shape(0.6, twist=-s.pick(5, 28), **any_arms(s, "hang", "hang", "low", "hips", "folded", "guard", "behind"))
    s.go(beats, turn=-angle, ahead=s.pick(-0.15, 0.25), left=s.pick(-0.15, 0.15), ease=s.pick(0.3, 1))
    first = int(s.chance(0.25))
    for index in range(steps):
        sign = 1 - 2 * ((index + first) % 2)
        s.pivot("LR"[(index + first) % 2], beats / steps)
        s.step("RL"[(index + first) % 2], 0.85 * beats / steps, under=beats / steps, out=0.05, height=height, heel=20)
        s.to(0.5 * beats / steps, sway=0.03 * sign)
        s.to(0.5 * beats / steps, sway=0)
    s.shape(0.5, twist=0)
    s.step("RL"[(steps + first) % 2], 0.6, out=beside(s), height=0.05)
    s.relax(s.pick(0.6, 1.1))


def walking_turn(s: Score) -> None:
    """A walk ahead, one bend without stopping, shoulders first, and a walk on, in any mood of walking."""
    way, manner = draw_walk(s)
    angle = s.pick(80, 110) if s.chance(0.7) else s.pick(60, 180)
    beats, tight = step_beats(s, way["cadence"]), s.pick(0.8, 1.0)
    before, after = (strides(s, s.pick(0.5, 2.6), beats, 1, 6) for _ in range(2))
    bend = max(3, round(angle / 90 * s.pick(2.8, 6.2)))
    lead, inside, drift = s.pick(2, 12), s.pick(1, 8), np.radians(s.pick(0, 15))
    s.shape(1.2, **{name: way[name] for name in TRUNK})
    feet = "RL" * 14 if s.chance(0.5) else "LR" * 14
    with s.without(*occupy(s, 1.0)):
        for index in range(before + bend + after):
            if index == before:
                s.spare = (s.now, 0.0)
            bent = np.sin(np.pi * np.clip((index - before + 0.5) / bend, 0, 1))
            length = way["length"] * min(1.0, 0.6 + 0.3 * index) * (1 - (1 - tight) * bent)
            wide = manner.out + ((0.12 if feet[index] == "L" else 0.03) - manner.out) * bent
            curved = replace(manner, lead=-lead * bent, inside=-inside * bent, out=wide)
            turn = -angle * bent * np.sin(0.5 * np.pi / bend)
            ahead, left = length * np.cos(drift * bent), length * np.sin(drift * bent)
            stride(s, feet[index], beats, ahead, turn, manner=curved, left=left)
        bent_by = s.now - after * beats * s.beat
        arrive(s, feet[before + bend + after], beats, 0.5 * way["length"], manner)
    s.relax(s.pick(0.5, 1.0))
    s.spare = (s.spare[0], s.now - bent_by)
