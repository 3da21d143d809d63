"""A pointed foot that writes on the floor."""

import numpy as np

from motion.canonical import SOLE
from train.studio.moves.carriage import any_arms, exact, set_down, stand_on_left, stand_tall, tempo, turn_feet_out
from train.studio.moves.legs_ballet import BALLET
from train.studio.repertoire import LEG, Task, Words, move
from train.studio.score import Score


def aim(angle: float, way: float) -> dict[str, float]:
    """A straight right leg `angle` degrees (to 90) off the vertical; `way`: 0 ahead, 90 aside, 180 behind."""
    angle, way = np.radians(angle), np.radians(way)
    ahead, out = np.sin(angle) * np.cos(way), np.sin(angle) * np.sin(way)
    return {"R_hip": float(np.degrees(np.arcsin(ahead))), "R_out": float(np.degrees(np.arctan2(out, np.cos(angle))))}


def toes_down(s: Score, point: float, fondu: float = 0.0) -> float:
    """How far off the vertical a straight leg is whose toes, pointed so much, touch the floor; fondu: as of `drop`."""
    body, turned = s.dancer, np.radians(point)
    length = body.leg + (body.ankle - SOLE) * np.cos(turned) + body.foot * np.sin(turned)
    return float(np.degrees(np.arccos((body.ankle + body.leg * (0.99 - fondu) - SOLE) / length)))


def slide_out(s: Score, beats: float, way: float, point: float, fondu: float = 0.0) -> None:
    """The right foot brushes out along the floor: first the whole foot, then the heel leaves, last the toes point."""
    angle = toes_down(s, point, fondu) * s.pick(1, 1.05)
    s.shape(0.3 * beats, **stand_on_left(s), R_free=1)
    s.to(0.6 * beats, **exact(s, **aim(0.75 * angle, way)), R_point=0.2 * point, R_knee=0)
    s.to(0.4 * beats, **exact(s, **aim(angle, way)), R_point=point)


def slide_in(s: Score, beats: float, way: float, point: float, fondu: float = 0.0) -> None:
    """The same way back."""
    s.to(0.4 * beats, **exact(s, **aim(0.75 * toes_down(s, point, fondu), way)), R_point=0.2 * point)
    set_down(s, 0.6 * beats)


@move(
    "tendu",
    Words(
        does=(
            "does a tendu",
            "slides a foot along the floor to a pointed toe",
            "stretches a leg out along the floor until just the toes touch",
            "points a foot on the floor with a straight leg and draws it back in",
            "brushes a pointed foot out along the floor and closes it again",
            "brushes one foot out to a point",
            "stretches one foot out along the floor and slides it back",
            "extends a leg with the toes staying on the floor",
            "slides one leg out with the toes on the ground",
        ),
        noun=(
            "tendu",
            "battement tendu",
            "pointed foot slid along the floor",
            "toe point on the floor",
            "sliding toe point",
            "foot stretch along the floor",
            "ballet point of the foot",
            "leg stretched out along the floor",
        ),
        side=LEG,
        pictures=(
            "the toes never leave the floor, the knee never bends",
            "out to a pointed toe and in again",
            "foot slides out, heel lifts, toes point, foot slides home",
            "as at the barre after the pliés",
            "like drawing a line on the floor with one toe",
            "long straight leg, tip of the toes on the floor",
            "brush out, point, brush in",
            "standing tall while one foot points away along the floor",
            "and out, and in, toes on the floor",
            "like polishing the floor with a stretched foot",
        ),
    ),
    times=(1, 2, 2, 3, 4),
)
def tendu(s: Score, do: Task) -> None:
    """Tall on turned-out feet, the right foot slides out until only its pointed toes touch, and slides home."""
    k = tempo(s, 3.2 + 3.2 * do.times)
    turn_feet_out(s, 1.2 * k, s.pick(28, 62))
    s.to(
        k * s.pick(0.6, 1.1),
        **any_arms(s, "second", "second", "low", "round_low", "first", "fifth", "hips"),
        **stand_tall(s),
    )
    wanders, point, rest = s.chance(0.35), s.pick(52, 68) * min(s.quality.size, 1), s.pick(0.1, 0.7)
    way = s.rng.choice([0, 90, 90, 180])
    s.shape(0.5 * k, R_turnout=s.pick(25, 75), nod=-s.pick(0, 8))
    for _ in range(do.times):
        out, way = k * s.pick(0.8, 1.3), s.rng.choice([0, 90, 180]) if wanders else way
        if s.chance(0.2):
            s.shape(out, **any_arms(s, "second", "low", "fifth", "first"))
        s.shape(out, lean=s.pick(0, 8) if way == 180 else 0)
        along = way + s.pick(-12, 12)
        slide_out(s, out, along, point, s.pick(0, 0.02))
        s.hold(k * s.pick(0.4, 1.2))
        s.shape(0.6 * k, lean=0)
        slide_in(s, k * s.pick(0.8, 1.3), along, point)
        s.hold(k * rest)
    s.relax(s.pick(0.6, 1.1))


@move(
    "rond_de_jambe",
    Words(
        does=(
            "does a rond de jambe",
            "draws a half circle with the pointed toes",
            "circles a straight leg around the body from the hip",
            "sweeps a stretched leg round in a semicircle",
            "traces an arc with one foot while standing on the other",
            "traces a half circle with the foot",
            "carries a straight leg around in a half circle",
            "moves a straight leg in an arc about the hip",
            "circles one leg like a pair of compasses",
        ),
        noun=(
            "rond de jambe",
            "leg circle",
            "half circle of the leg",
            "semicircle drawn with the foot",
            "ronde de jambe",
            "leg arc",
            "ballet leg circle",
            "semicircle of the leg",
            "arc drawn with a straight leg",
        ),
        side=LEG,
        pictures=(
            "the toes draw a half circle",
            "like a pair of compasses drawing an arc",
            "a straight leg goes round between front and back by way of the side",
            "as if stirring a pot with one leg",
            "one leg stands, the other describes a semicircle",
            "front, side, back, or back, side, front",
            "a leg that sweeps a fan shape",
            "the letter d drawn with a foot",
            "leg circling round from the hip, knee straight",
            "half a ring around the standing leg",
        ),
    ),
    times=(1, 1, 2, 3),
)
def rond_de_jambe(s: Score, do: Task) -> None:
    """The straight right leg sweeps half circles, on the floor or in the air."""
    k = tempo(s, 3.5 + 4.3 * do.times)
    if s.chance(0.5):
        turn_feet_out(s, 1.2 * k, s.pick(15, 50))
    tall = stand_tall(s)
    s.to(k * s.pick(0.5, 1), **any_arms(s, *BALLET), **tall)
    inward, closes = s.chance(0.4), s.chance(0.4)
    point, fondu, ways = s.pick(48, 68), s.pick(0.04, 0.1) * s.chance(0.5), np.linspace(0, 180, 7)
    angle = toes_down(s, point, fondu) * s.pick(1, 1.06)
    if s.chance(0.5):
        angle = max(angle, min(s.pick(38, 68) * s.quality.size, 78))
    s.shape(0.5 * k, R_turnout=s.pick(10, 65))
    for left in reversed(range(do.times)):
        start, *others = ways[::-1] if inward else ways
        s.shape(0.6 * k, drop=tall["drop"] + exact(s, drop=fondu)["drop"])
        slide_out(s, k * s.pick(0.7, 1.1), start, point, fondu)
        s.to(0.4 * k, **exact(s, **aim(angle, start)))
        s.hold(k * s.pick(0, 0.3))
        beats = k * s.pick(1.3, 2.6)
        s.shape(beats, lean=-4 if inward else 0.3 * angle)
        for way in others:
            s.to(beats / 6, **exact(s, **aim(angle, way)))
        s.hold(k * s.pick(0, 0.5))
        s.shape(0.8 * k, lean=0)
        if closes or not left:
            slide_in(s, k * s.pick(0.6, 1.1), others[-1], point, fondu)
        else:
            s.to(k * s.pick(0.4, 0.6), R_hip=0, R_out=2, R_point=10)
    s.relax(s.pick(0.6, 1.1))
