"""Both knees bend: pliés and squats."""

import numpy as np

from train.studio.moves.carriage import any_arms, exact, stand_tall, tempo, turn_feet_out, within
from train.studio.repertoire import Task, Words, move
from train.studio.score import Score

CARRIED = ("round_low", "first", "second", "second", "fifth", "low")


def position(s: Score, k: float, likely: float) -> float:
    """Take the second position (feet apart) or the first (heels together); metres between each foot and its hip."""
    second = s.chance(likely)
    apart = s.dancer.hip + s.pick(0.1, 0.2) * s.dancer.leg / 0.785 if second else s.pick(0.035, 0.06)
    s.shape(k, **any_arms(s, *CARRIED, *(("hips",) if s.chance(0.3) else ())), **stand_tall(s))
    turn_feet_out(s, 1.6 * k if second else 1.2 * k, s.pick(58, 76) if second else s.pick(46, 74), apart)
    return apart - s.dancer.hip if second else 0.0


def sink(s: Score, depth: float, wide: float, low: float, high: float) -> dict[str, float]:
    """`drop` by `depth`, within low and high, below where straight legs would stand with the feet so wide."""
    stretched = 1 - float(np.sqrt(1 - (wide / s.dancer.leg) ** 2))
    return exact(s, drop=float(np.clip(depth * s.quality.size, low, high)) + stretched)


def port_de_bras(s: Score, beats: float, there: str, moving: bool) -> None:
    """The arms go along, if they move at all."""
    if moving:
        s.shape(beats, **any_arms(s, there))


@move(
    "plie",
    Words(
        does=(
            "does a plié",
            "bends the knees outward over the toes with the heels down",
            "does a demi-plié",
            "bends and stretches both knees with the feet turned out",
            "sinks into turned-out knees with an upright back",
            "bends both knees out to the sides",
            "sinks and rises on turned-out legs",
            "opens the knees over the toes and straightens them again",
            "does a ballet knee bend",
        ),
        noun=(
            "plié",
            "plie",
            "demi-plié",
            "knee bend with turned-out feet",
            "turned-out knee bend",
            "ballet plié",
            "ballet knee bend",
            "half plié",
            "bend of the turned-out legs",
        ),
        pictures=(
            "heels down, knees open over the toes, back upright",
            "bend, stretch, with the toes turned out",
            "and bend, two, three, four, and stretch, two, three, four",
            "as in the first exercise at the barre",
            "halfway down and up again, knees over the toes",
            "ballet warm-up for the knees",
            "like an elevator going down half a floor",
            "duck feet, bending knees, upright trunk",
            "heels on the floor while the knees open outward",
            "toes pointing outward, both legs bend and stretch",
        ),
    ),
    times=(1, 2, 2, 3, 4),
)
def plie(s: Score, do: Task) -> None:
    """Feet turned out, heels together or apart: the knees open over the toes, heels down, and stretch again."""
    k = tempo(s, 3 + 2.2 * do.times)
    wide = position(s, k, 0.3)
    moving, rises, depth = s.chance(0.5), s.pick(15, 40) * s.chance(0.2), s.pick(0.13, 0.22)
    for _ in range(do.times):
        down, up = k * s.pick(0.7, 1.4), k * s.pick(0.6, 1.3)
        port_de_bras(s, down, "low" if s.chance(0.5) else "second", moving)
        s.to(down, **sink(s, depth * s.pick(0.9, 1.1), wide, 0.1, 0.24), lean=s.pick(-3, 2), forth=-0.01)
        s.hold(k * s.pick(0, 0.5))
        port_de_bras(s, up, "second" if s.chance(0.5) else "round_low", moving)
        s.to(up, drop=0, lean=0, forth=0)
        if rises:
            s.to(0.6 * k, L_heel=rises, R_heel=rises)
            s.to(0.6 * k, L_heel=0, R_heel=0)
        s.hold(k * s.pick(0, 0.4))
    s.relax(s.pick(0.6, 1.0))


@move(
    "grand_plie",
    Words(
        does=(
            "does a grand plié",
            "sinks all the way down on turned-out knees with an upright back",
            "bends the turned-out knees as far as they go",
            "lowers into a full plié and rises again",
            "goes down into a deep turned-out knee bend",
            "goes all the way down with the knees wide open",
            "sinks low on turned-out legs with the back upright",
            "sinks to the bottom of a plié and comes back up",
            "does a full plié",
        ),
        noun=(
            "grand plié",
            "grand plie",
            "full plié",
            "deep turned-out knee bend",
            "deep plié",
            "ballet deep knee bend",
            "plié all the way down",
            "full knee bend in turnout",
        ),
        pictures=(
            "all the way down, knees wide open, back upright",
            "like a frog, but with a proud back",
            "seat low between opened knees",
            "as low as turned-out legs will go",
            "through demi-plié down to the bottom and up again",
            "like an elevator going all the way to the basement",
            "knees out like a sumo wrestler's, spine like a ballerina's",
            "hips sink toward the height of the knees",
            "at the barre, the deepest bend of the legs",
            "deep knee bend with the feet turned out",
        ),
    ),
    times=(1, 1, 2, 2),
)
def grand_plie(s: Score, do: Task) -> None:
    """Through the plié all the way down, the knees wide open (the heels rise if together), and up again."""
    k = tempo(s, 4 + 4.5 * do.times)
    wide = position(s, k, 0.15)
    moving, depth = s.chance(0.6), s.pick(0.38, 0.46) if wide else s.pick(0.44, 0.55)
    heels = s.pick(0, 14) if wide else s.pick(32, 52)
    for _ in range(do.times):
        down, up = k * s.pick(1.6, 2.6), k * s.pick(1.4, 2.4)
        port_de_bras(s, down, "round_low" if s.chance(0.6) else "low", moving)
        s.to(0.45 * down, **sink(s, 0.18, wide, 0.1, 0.2))
        s.shape(0.55 * down, L_heel=heels, R_heel=heels, lean=s.pick(-3, 5))
        s.to(0.55 * down, **sink(s, depth, wide, 0.36, 0.57), forth=s.pick(-0.01, 0.03))
        s.hold(k * s.pick(0, 0.8))
        port_de_bras(s, up, str(s.rng.choice(["second", "first", "fifth"])), moving)
        s.shape(0.6 * up, L_heel=0, R_heel=0)
        s.to(0.55 * up, **sink(s, 0.18, wide, 0.1, 0.2))
        s.to(0.45 * up, drop=0, lean=0, forth=0)
        s.hold(k * s.pick(0, 0.5))
    s.relax(s.pick(0.6, 1.0))


@move(
    "squat",
    Words(
        does=(
            "squats",
            "squats down and stands up again",
            "sits back into a squat",
            "lowers the hips as if to sit on a chair",
            "bends both knees and pushes the hips back",
            "crouches down with the feet parallel and leans the chest forward",
            "does a squat",
            "sits down on an invisible chair",
            "goes down on bent legs with the seat behind the heels",
            "lowers into a crouch and straightens the legs again",
        ),
        noun=(
            "squat",
            "squat down",
            "bodyweight squat",
            "crouch",
            "air squat",
            "gym squat",
            "parallel knee bend",
            "sit-down on an invisible chair",
        ),
        pictures=(
            "hips back and down, chest leaning ahead, feet parallel",
            "like sitting down on a chair that is not there",
            "seat back, knees bent, then up",
            "like picking a box up from the floor with bent knees",
            "crouching as if to look under a table",
            "leg day exercise",
            "hips sink behind the heels, the trunk tilts as a counterweight",
            "like a skier in a crouch",
            "gym exercise for the thighs, seat down and up",
            "knees bend straight ahead and the bottom goes back",
        ),
    ),
    times=(1, 1, 2, 3, 4),
)
def squat(s: Score, do: Task) -> None:
    """Feet parallel, the hips go back and down, the trunk leans, the arms often reach ahead for balance."""
    k = tempo(s, 2 + 2.8 * do.times)
    if s.chance(0.6):
        apart, toe_out = s.pick(0.03, 0.16), s.pick(0, 18)
        for side in "RL":
            s.step(side, 0.5 * k, out=apart, toe_out=toe_out, height=0.05)
            s.to(0.5 * k, sway=0.03 if side == "R" else 0)
    style = str(s.rng.choice(["forward", "forward", "forward", "hips", "clasped", "guard", "high", "thighs"]))
    held, depth, lean, deep = s.chance(0.5), s.pick(0.36, 0.54), s.pick(20, 46), s.pick(0, 30) * s.chance(0.2)
    s.shape(k, **any_arms(s, style) if held else {}, **stand_tall(s))
    for _ in range(do.times):
        down, up = k * s.pick(0.8, 1.6), k * s.pick(0.7, 1.4)
        if not held:
            s.shape(down, **any_arms(s, style))
        drop = depth * s.pick(0.92, 1.08)
        s.shape(down, L_heel=deep, R_heel=deep, nod=-s.pick(0, 0.6) * lean)
        s.to(
            down,
            **within(s, 0.27, 0.57, drop=drop),
            forth=-0.3 * drop * (1 - deep / 60),
            lean=lean,
            bend=s.pick(-8, 6),
        )
        s.hold(k * s.pick(0, 1.2))
        if not held:
            s.shape(up, **any_arms(s, "low"))
        s.shape(up, L_heel=0, R_heel=0, nod=0)
        s.to(up, drop=0, forth=0, lean=0, bend=0)
        s.hold(k * s.pick(0, 0.5))
    s.relax(s.pick(0.5, 1.0))
