"""What the hips do, and the wave that passes through them: sways, circles, body rolls; and the twist of the waist."""

import numpy as np

from train.studio.moves.carriage import any_arms, arms, exact
from train.studio.repertoire import TURN, Task, Words, move
from train.studio.score import Score


@move(
    "hip_sway",
    Words(
        does=(
            "sways the hips",
            "swings the hips from side to side",
            "rocks the hips from one side to the other",
            "pushes the hips out to one side, then the other",
            "wiggles the hips from side to side",
            "does hip sways with a quiet upper body",
            "shakes the hips",
            "moves the hips from side to side",
            "wags the hips",
            "swings the pelvis from side to side",
        ),
        noun=(
            "hip sway",
            "hip swing",
            "side-to-side hip sway",
            "hip wiggle",
            "hip shake",
            "hip wag",
            "swinging of the hips",
            "pelvis sway",
        ),
        pictures=(
            "the hips go from side to side, the chest stays where it is",
            "one hip out, then the other",
            "hips ticking like a pendulum",
            "like a bell swinging below the waist",
            "a hula dancer's hips",
            "the pelvis slides over one foot and then over the other",
            "wagging the behind",
            "the knees give in turn and the hips swing",
            "a sassy swing of the hips",
            "swinging hips",
        ),
    ),
)
def hip_sway(s: Score, do: Task) -> None:
    """The hips go out over one foot and the other, that side high, its other knee soft; the chest stays where it is."""
    if s.chance(0.4):
        s.step("R", 0.8, out=s.pick(0.0, 0.22), height=0.05)
    s.shape(1, **exact(s, **any_arms(s, "hips", "hips", "hang", "low", "second", "folded", "high", "guard")))
    low = s.pick(0.01, 0.12)
    s.to(s.pick(0.4, 1.0), drop=low, bend=s.pick(-6, 8))
    beats = max(s.pick(0.45, 1.7), 0.22 / s.beat)
    far, tip, turn, heel = s.pick(0.05, 0.11) * s.quality.size, s.pick(5, 14), s.pick(-14, 14), s.pick(5, 28)
    doubles, dip = s.chance(0.2), s.pick(0, 0.03)
    for index in range(max(2, round(s.pick(2, 6) / (0.5 * beats)))):
        sign = 1 if index % 2 == 0 else -1
        reach = sign * s.pick(0.85, 1.1)
        for part in (1.0, 0.45, 1.0) if doubles else (1.0,):
            share = beats / (3 if doubles else 1)
            s.shape(share, L_heel=heel * (sign < 0), R_heel=heel * (sign > 0), hip_turn=turn * reach * part)
            s.shape(share, side=1.05 * tip * reach * part, twist=-turn * reach * part)
            s.to(share, sway=far * reach * part, tilt=-tip * reach * part, drop=low + dip * s.pick(0, 1))
    s.relax(s.pick(0.6, 1.1))


@move(
    "hip_circle",
    Words(
        does=(
            "circles the hips",
            "rolls the hips round in a circle",
            "does hip circles",
            "draws circles with the hips, like with a hula hoop",
            "rotates the pelvis in circles",
            "swivels the hips round in circles",
            "makes circles with the hips",
            "gyrates the hips",
            "swings the hips round in circles",
            "moves the pelvis round in circles",
        ),
        noun=(
            "hip circle",
            "circling of the hips",
            "hula hoop circle",
            "hip roll",
            "pelvis circle",
            "hip rotation",
            "pelvic circle",
            "circle of the hips",
            "hip gyration",
        ),
        side=TURN,
        pictures=(
            "hula hooping without the hoop",
            "the pelvis goes round over bent knees",
            "stirring a pot with the hips",
            "rings drawn by the hips",
            "round and round goes the waist",
            "warming up the hips in gym class",
            "the trunk leans one way while the pelvis travels round the other",
            "a belly dancer's circling hips",
            "feet apart, the hips going round and round",
            "circling hips",
        ),
    ),
)
def hip_circle(s: Score, do: Task) -> None:
    """The pelvis goes round, ahead, right, behind, left, the trunk leans the other way over soft knees."""
    s.step("R", 0.8, out=s.pick(0.08, 0.26), height=0.05)
    s.shape(1, **exact(s, **any_arms(s, "hips", "hips", "hips", "hips", "hang", "low", "folded")))
    low, wide, deep = s.pick(0.06, 0.14), s.pick(0.1, 0.15), s.pick(0.12, 0.17)
    s.to(s.pick(0.4, 1.0), drop=low)
    beats, lean, start = max(s.pick(1.8, 4.0), 0.7 / s.beat), s.pick(14, 24), s.count(0, 3) * 90
    for index in range(8 * max(2, round(s.pick(2.5, 6) / (0.5 * beats))) + 1):
        angle, grown = np.radians(start + 45 * index), min(1.0, 0.5 + index / 8)
        aside, ahead = -grown * np.sin(angle), grown * np.cos(angle)
        s.shape(beats / 8, sway=wide * aside, tilt=-0.5 * lean * aside, side=-0.7 * lean * aside)
        s.to(beats / 8, forth=deep * ahead, lean=-lean * ahead, bend=0.7 * lean * ahead, nod=0.3 * lean * ahead)
    s.relax(s.pick(0.6, 1.1))


@move(
    "body_roll",
    Words(
        does=(
            "does a body roll",
            "rolls the body like a wave",
            "sends a wave through the chest, belly, hips",
            "ripples the torso from one end to the other",
            "ripples through the spine in a body wave",
            "does a wave with the whole torso",
            "undulates the torso",
            "ripples the body",
            "rolls through the spine",
            "lets a wave run through the body",
        ),
        noun=(
            "body roll",
            "body wave",
            "torso wave",
            "rolling wave through the body",
            "snake roll",
            "body ripple",
            "undulation of the torso",
            "torso roll",
            "ripple of the spine",
        ),
        pictures=(
            "a wave runs through the trunk, one part after another",
            "like a cobra swaying up out of its basket",
            "like a dolphin swimming upright",
            "a ripple along the spine",
            "the worm, but standing",
            "the back arches and rounds as a wave passes through it",
            "music video, the chest and belly rolling",
            "like a caterpillar standing on end",
            "each part of the torso goes ahead and falls back in turn",
            "rolling torso",
        ),
    ),
    times=(1, 1, 2, 3, 4),
)
def body_roll(s: Score, do: Task) -> None:
    """Head, chest, belly and hips go ahead one after the other and fall back in that order; or from the hips up."""
    if s.chance(0.3):
        s.step("R", 0.8, out=s.pick(0.0, 0.2), ahead=s.pick(-0.15, 0.1), height=0.05)
    s.shape(1, **exact(s, **any_arms(s, "hang", "hang", "low", "hips", "high", "guard", "second")))
    size, low, upward, base = s.pick(0.95, 1.5), s.pick(0.03, 0.1), s.chance(0.25), s.pick(0.01, 0.05)
    s.to(s.pick(0.3, 0.9), drop=base)
    aside = s.pick(-12, 12) * s.chance(0.3)
    for _ in range(do.times):
        beats = max(s.pick(2.2, 4.6) * (0.8 if do.times > 2 else 1), 0.7 / s.beat)
        poses = [
            {"nod": -22, "chest": 0.04, "bend": -12, "lean": 2, "forth": -0.02, "drop": base},
            {"nod": -8, "chest": 0.1, "bend": -24, "lean": 8, "forth": -0.05, "drop": base + 0.3 * low},
            {"nod": 14, "chest": 0.03, "bend": 10, "lean": -4, "forth": 0.03, "drop": base + 0.8 * low},
            {"nod": 26, "chest": -0.07, "bend": 36, "lean": -22, "forth": 0.09, "drop": base + low},
            {"nod": 12, "chest": -0.05, "bend": 26, "lean": -6, "forth": 0.0, "drop": base + 0.4 * low},
        ]
        for pose in reversed(poses) if upward else poses:
            grown = {name: base + (to - base) if name == "drop" else size * to for name, to in pose.items()}
            s.to(beats / 6, **grown, side=aside)
        s.to(beats / 6, nod=0, chest=0, bend=0, lean=0, forth=0, drop=base, side=0)
        s.hold(s.pick(0, 0.5))
    s.relax(s.pick(0.4, 0.9))


@move(
    "twist",
    Words(
        does=(
            "twists the torso",
            "twists from the waist",
            "turns the upper body from side to side against the hips",
            "does twists of the waist",
            "does the twist",
            "rotates the shoulders against the hips, one way then the other",
            "twists from side to side",
            "swivels at the waist",
            "rotates the torso from side to side",
            "wrings the waist",
        ),
        noun=(
            "twist",
            "torso twist",
            "waist twist",
            "twisting of the upper body",
            "waist rotation",
            "trunk rotation",
            "side-to-side twist",
            "upper body twist",
        ),
        pictures=(
            "the shoulders turn against the hips, to and fro",
            "wringing the waist like a wet towel",
            "like the drum of a washing machine, this way and that",
            "as if drying the back with a towel",
            "let's twist again",
            "the chest turns one way, then the other",
            "a waist exercise, turning from side to side",
            "like a coil wound one way, then the other",
            "the waist screws round and unscrews",
            "torso twisting",
        ),
    ),
)
def twist(s: Score, do: Task) -> None:
    """The shoulders turn against the hips, to and fro; or the dance of that name, on the balls of the feet."""
    if s.chance(0.4):
        s.step("R", 0.8, out=s.pick(0.0, 0.24), height=0.05)
    dances, beats = s.chance(0.55), max(s.pick(0.5, 1.9), 0.25 / s.beat)
    beats = min(beats, 1.0) if dances else beats
    way = "guard" if dances else str(s.rng.choice(["hips", "second", "folded", "hang", "guard", "low", "high"]))
    low, far = s.pick(0.14, 0.28) if dances else s.pick(0.0, 0.06), s.pick(34, 58)
    s.shape(1, **exact(s, **arms(s, way, 12)))
    s.to(s.pick(0.4, 1.0), drop=low, lean=s.pick(-4, 10), L_heel=18 * dances, R_heel=18 * dances)
    hips = s.pick(22, 38) if dances else s.pick(0, 10)
    wait, swing, lean = s.pick(0, 0.5) * s.chance(0.4), s.pick(0, 28), s.pick(-10, 10)
    at, facing = {side: s.value(f"{side}_lift") for side in "LR"}, 0.0
    for index in range(max(2, round(s.pick(2, 6) / (0.5 * beats)))):
        sign = (1 if index % 2 == 0 else -1) * s.pick(0.8, 1.1)
        if dances:
            s.pivot("L", beats)
            s.pivot("R", beats)
            s.go(beats, turn=-hips * sign - facing)
            s.shape(0.5 * beats, drop=low * s.pick(0.7, 1.3))
            facing = -hips * sign
        loose = {f"{side}_lift": at[side] + swing * abs(sign) for side in "LR"} if way in ("hang", "low") else {}
        s.shape(beats, hip_turn=0 if dances else hips * sign, side=lean * sign, **loose)
        s.to(beats, twist=(0.4 * far + 1.1 * hips if dances else far) * sign)
        s.hold(wait)
    if dances:
        s.pivot("L", 1)
        s.pivot("R", 1)
        s.go(1, turn=-facing)
    s.relax(s.pick(1.0, 1.4))
