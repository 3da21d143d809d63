"""Arms that ripple and flap."""

import numpy as np

from train.studio.moves.arms_ways import at_ease, carry, hang, rhythm
from train.studio.moves.carriage import exact
from train.studio.repertoire import Task, Words, move
from train.studio.score import Score


@move(
    "arm_ripple",
    Words(
        does=(
            "does an arm ripple",
            "sends a ripple along the outstretched arm",
            "ripples from joint to joint through the arm",
            "undulates along the arm",
            "makes a snaking arm movement",
            "raises shoulder, elbow, hand one after the other like a ripple in water",
            "snakes the arm",
            "lets a ripple run along the arm",
            "sends a wave along the outstretched arm",
        ),
        noun=(
            "arm ripple",
            "rippling arm movement",
            "snaking arm movement",
            "undulation of the arm",
            "serpentine arm",
            "popping arm wave",
            "ripple along the arm",
            "snake arm",
            "boneless arm movement",
        ),
        pictures=(
            "a ripple travels along the arm, joint after joint",
            "like seaweed in a current",
            "as if the arm had no bones",
            "shoulder, elbow and hand rise and sink, each after its neighbour",
            "like a snake made out of an arm",
            "the arm wave known from popping and hip hop",
            "like a rope shaken at one end",
            "an eel swimming through the arm",
            "an outstretched arm undulates",
            "hula arms, like waves on the sea",
        ),
    ),
)
def arm_ripple(s: Score, do: Task) -> None:
    """Arms out: shoulder, elbow and hand rise and sink one after the other; in both arms, in one, or right through."""
    way = str(s.rng.choice(["together", "through", "through", "in turn", "one"]))
    sides = "R" if way == "one" else "RL"
    level, plane, fold = s.pick(66, 95), s.pick(50, 98), s.pick(14, 40)
    rise, whip = s.pick(14, 30) * s.quality.size, s.pick(42, 80) * s.quality.size
    lag, late = s.pick(60, 125), s.pick(0, 30)
    period, ripples = rhythm(s, s.pick(2.2, 4.4), 1.0), s.count(2, 4)
    ripples = max(1, min(ripples, round(10 / period)))
    phase = {"R": 0.0, "L": {"together": late, "in turn": 180.0, "through": 2 * lag + 40}.get(way, 0.0)}
    order = {"R": -1 if way == "through" else 1, "L": 1}
    with at_ease(s, other="L" if way == "one" else ""):
        carry(s, s.pick(0.8, 2.0), sides, lift=level, plane=plane, elbow=fold, roll=plane - 90)
        for part in range(1, 8 * ripples + 1):
            still = min(1, part / 4, (8 * ripples - part) / 4)
            arms = {}
            for side in sides:
                at = 45 * part - phase[side]
                upper = still * np.sin(np.radians(at))
                hand, shoulder = (still * np.sin(np.radians(at - order[side] * turn)) for turn in (lag, -40))
                arms |= {f"{side}_lift": level + rise * upper, f"{side}_roll": plane - 90 + whip * hand}
                arms |= {f"{side}_elbow": fold + 0.4 * fold * upper, f"{side}_shrug": 6 + 8 * shoulder}
            tip = 5 * still * np.sin(np.radians(45 * part)) * (way in ("through", "in turn"))
            s.to(period / 8, side=tip, **exact(s, **arms))
        hang(s, s.pick(0.8, 2.0), sides)
    s.relax(s.pick(0.4, 1.0))


@move(
    "flap",
    Words(
        does=(
            "flaps the arms",
            "flaps both arms like wings",
            "beats the arms like a bird",
            "flaps the arms up and lets them fall",
            "imitates a flying bird with the arms",
            "beats with both arms as if to fly",
            "moves both arms like wings",
            "beats the air with both arms",
            "pretends to fly",
            "makes wings of the arms and beats them",
        ),
        noun=(
            "flap of the arms",
            "arm flap",
            "wing beat",
            "flapping of both arms",
            "bird-like wing flapping",
            "wing flap",
            "beating of the arms",
            "bird imitation",
            "flapping of wings",
        ),
        pictures=(
            "like a bird taking off",
            "both arms beat like wings at the sides",
            "trying to fly",
            "wings made of arms",
            "up come the arms at the sides, down they beat",
            "a bird that cannot get off the ground",
            "arms rising and falling at the sides like the wings of a goose",
            "playing at being a bird",
            "ready for take-off, both arms beating",
            "bird arms",
        ),
    ),
)
def flap(s: Score, do: Task) -> None:
    """Wings: both arms lift at the sides, elbows first, and beat down, hands last; long like a swan's or folded."""
    short, plane = s.chance(0.3), s.pick(70, 110)
    low, high = (s.pick(10, 35), s.pick(55, 95)) if short else (s.pick(20, 65), s.pick(85, 140))
    low, high = (0.5 * (low + high) + to * min(0.5 * (high - low) * s.quality.size, 60) for to in (-1, 1))
    elbow, droop = (s.pick(95, 135), 0) if short else (s.pick(-10, 25), s.pick(5, 50))
    roll = s.pick(-40, 10) if short else s.pick(-30, 20)
    beats, share, bounce = rhythm(s, s.pick(0.7, 2.6), 0.33), s.pick(0.45, 0.65), s.pick(0, 0.07)
    rises = s.pick(5, 25) * s.chance(0.25)
    with at_ease(s):
        carry(s, s.pick(0.6, 1.6), "RL", lift=low, plane=plane, elbow=elbow, roll=roll)
        for _ in range(max(2, round(s.pick(3, 9) / beats))):
            up = {"lift": high + s.pick(-8, 8), "elbow": elbow + droop, "roll": roll - droop}
            s.shape(share * beats, drop=bounce * 0.2, bend=s.pick(-5, 0), L_heel=rises, R_heel=rises)
            s.to(share * beats, **exact(s, **{f"{side}_{name}": to for side in "LR" for name, to in up.items()}))
            down = {"lift": low + s.pick(-6, 6), "elbow": elbow, "roll": roll + 0.5 * droop}
            s.shape((1 - share) * beats, drop=bounce, bend=s.pick(0, 8), L_heel=0, R_heel=0)
            s.to(
                (1 - share) * beats, **exact(s, **{f"{side}_{name}": to for side in "LR" for name, to in down.items()})
            )
        s.hold(s.pick(0, 0.6))
        hang(s, s.pick(0.6, 1.6), "RL")
    s.relax(s.pick(0.3, 0.8))
