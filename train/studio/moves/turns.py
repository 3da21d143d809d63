"""Turns: written to the right, which is clockwise from above."""

from dataclasses import replace

from train.studio.moves.carriage import any_arms
from train.studio.moves.jumps import spring
from train.studio.moves.locomotion_gait import TRUNK, arrive, beside, draw_walk, occupy, stride
from train.studio.repertoire import TURN, Task, Words, move
from train.studio.score import Score


def over_left(s: Score, beats: float, back: bool = False) -> None:
    """Carry the body's place over the ball of the left foot, about which it can then turn, or back from there."""
    sign = -1 if back else 1
    aside = s.dancer.hip + s.dancer.posture.get("stance", 0.0)
    s.go(beats, left=sign * aside / s.quality.travel, ahead=sign * 0.4 * s.dancer.foot / s.quality.travel)


def pivot_spin(s: Score, beats: float, times: float, **free_leg: float) -> None:
    """Whole turns on the left foot while the right one is off the floor."""
    leg = free_leg or {"R_hip": s.pick(-15, 45), "R_knee": s.pick(25, 105), "R_out": s.pick(0, 25)}
    over_left(s, 0.45)
    s.to(0.5, R_free=1, side=-2, L_heel=s.pick(4, 40), **leg)
    s.pivot("L", beats)
    s.go(beats, turn=-360 * times, ease=s.pick(0.5, 1))
    s.hold(beats)
    over_left(s, 0.5, back=True)
    s.step("R", 0.5, under=0.5, height=0.02)
    s.to(0.5, R_free=0, R_hip=0, R_knee=0, R_out=0, L_heel=0, side=0)


def stepped_spin(s: Score, beats: float, times: float) -> None:
    """Whole turns with the feet close together, stepping from one to the other."""
    steps, beats = round(s.count(5, 6) * times), 1.25 * beats
    s.go(beats, turn=-360 * times, ahead=s.pick(-0.1, 0.1), ease=s.pick(0.2, 0.6))
    for index in range(steps):
        side = "RL"[index % 2]
        s.step(side, beats / steps, out=beside(s, s.pick(-0.02, 0.02)), height=0.04, heel=15)
        s.pivot("LR"[index % 2], beats / steps)
        s.hold(beats / steps)
    s.step("RL"[steps % 2], 0.4, height=0.03)


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
        ),
        noun=("spin", "whirl", "twirl", "full spin"),
        side=TURN,
    ),
    times=(1, 1, 2, 3),
)
def spin(s: Score, do: Task) -> None:
    """Wind up to the left, then whole turns: on one foot, or on both with small steps."""
    low = s.pick(0.02, 0.1)
    s.to(s.pick(0.5, 0.9), twist=s.pick(8, 35), drop=low, **any_arms(s, "low", "second", "hang", "first", "back"))
    beats = do.times * s.pick(1.3, 2.4)
    styles = ("hang", "folded", "second", "low", "high", "first", "fifth", "guard", "hips", "round_low")
    s.shape(0.5, twist=-s.pick(0, 14), drop=s.pick(0.0, 0.05), lean=s.pick(-3, 6), **any_arms(s, *styles))
    s.shape(0.5, head_tilt=s.pick(-10, 10), nod=s.pick(-15, 8))
    (pivot_spin if s.chance(0.5) else stepped_spin)(s, beats, do.times)
    s.shape(0.6, twist=s.pick(0, 8), nod=0, head_tilt=0)
    s.to(s.pick(0.4, 0.8), drop=s.pick(0.0, 0.05), **any_arms(s, "hang", "low", "second"))
    s.hold(s.pick(0.0, 0.6))
    s.relax(s.pick(0.5, 1.2))


@move(
    "turn",
    Words(
        does=("turns", "turns around", "makes a turn", "changes direction", "turns to face another way"),
        noun=("turn", "change of direction", "turn around"),
        side=TURN,
    ),
)
def turn(s: Score, do: Task) -> None:
    """Face another way: on the spot with a few steps, or walking round a bend."""
    (walking_turn if s.chance(0.55) else standing_turn)(s)


def standing_turn(s: Score) -> None:
    """The head and chest lead, the feet follow in two to seven steps."""
    angle = s.pick(200, 340) if s.chance(0.2) else s.pick(45, 160)
    steps = max(2, round(angle / s.pick(25, 60)))
    beats, height = steps * s.pick(0.6, 1.2), s.pick(0.03, 0.1)
    s.shape(0.6, drop=s.pick(0.0, 0.05), lean=s.pick(-2, 6), nod=s.pick(-6, 12))
    s.shape(0.6, twist=-s.pick(5, 28), **any_arms(s, "hang", "hang", "low", "hips", "folded", "guard", "behind"))
    s.go(beats, turn=-angle, ahead=s.pick(-0.15, 0.25), left=s.pick(-0.15, 0.15), ease=s.pick(0.3, 1))
    first = s.count(0, 1)
    for index in range(steps):
        sign = 1 - 2 * ((index + first) % 2)
        s.step("RL"[(index + first) % 2], beats / steps * 0.85, out=beside(s, 0.02), height=height, heel=20)
        s.to(0.5 * beats / steps, sway=0.03 * sign)
        s.to(0.5 * beats / steps, sway=0)
    s.shape(0.5, twist=0)
    s.step("RL"[(steps + first) % 2], 0.6, out=beside(s), height=0.05)
    s.relax(s.pick(0.6, 1.1))


def walking_turn(s: Score) -> None:
    """A few steps ahead, a bend, a few steps on, in any mood of walking."""
    way, manner = draw_walk(s)
    angle, before, after = s.pick(60, 190), s.count(0, 5), s.count(0, 5)
    bend = max(2, round(angle / s.pick(22, 50)))
    beats, tight = max(2.0 / way["cadence"], 0.42 / s.beat), s.pick(0.45, 1.0)
    s.shape(1.2, **{name: way[name] for name in TRUNK})
    wider = replace(manner, shoulders=manner.shoulders + s.pick(4, 12), out=max(manner.out, 0.01))
    with s.without(*occupy(s, 1.0)):
        feet = "RL" * 12 if s.chance(0.5) else "LR" * 12
        for index in range(before + bend + after):
            bending = before <= index < before + bend
            length = way["length"] * (tight if bending else 1) * min(1.0, 0.6 + 0.3 * index)
            s.shape(beats, lean=way["lean"], head_tilt=-s.pick(0, 6) * bending)
            stride(s, feet[index], beats, length, -angle / bend * bending, manner=wider if bending else manner)
        arrive(s, feet[before + bend + after], beats, 0.5 * way["length"], manner)
    s.relax(s.pick(0.5, 1.0))


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
        ),
        noun=("half turn", "about-face", "180-degree turn", "turn to face the back"),
        side=TURN,
    ),
    times=(1, 1, 1, 2),
)
def half_turn(s: Score, do: Task) -> None:
    """Once about to face the back: on both balls after a step, on one foot, in two or three small steps, or hopping."""
    ways = [_step_and_pivot, lambda s: pivot_spin(s, s.pick(0.8, 1.8), 0.5), _in_small_steps, _hop_about]
    way = s.rng.choice(ways, p=[0.35, 0.25, 0.28, 0.12])
    styles = ("hang", "hang", "low", "hips", "second", "guard", "round_low", "first", "folded", "high", "behind")
    s.shape(0.7, lean=s.pick(-2, 5), nod=s.pick(-6, 8), **any_arms(s, *styles))
    for _ in range(do.times):
        s.to(s.pick(0.3, 0.7), twist=s.pick(0, 22), drop=s.pick(0.0, 0.06))
        s.shape(0.5, twist=-s.pick(0, 16))
        way(s)
        s.shape(0.5, twist=0)
        s.hold(s.pick(0.0, 0.9))
    s.relax(s.pick(0.7, 1.5))


def _step_and_pivot(s: Score) -> None:
    """The left foot steps ahead in line with the right, both balls swivel, and the left comes up beside."""
    length, beats, heel = s.pick(0.25, 0.5) * s.dancer.leg, s.pick(0.6, 1.6), s.pick(8, 35)
    aside = (s.dancer.hip + s.dancer.posture.get("stance", 0.0)) / s.quality.travel
    s.go(0.9, ahead=0.5 * length, left=-aside)
    s.step("L", 0.9, under=0.9, ahead=0.5 * length, out=-aside, height=0.06)
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
    steps, beats, first = s.count(3, 5), s.pick(1.4, 2.8), s.count(0, 1)
    s.go(beats, turn=-180, ease=s.pick(0.2, 1))
    for index in range(steps):
        s.step("RL"[(index + first) % 2], 0.9 * beats / steps, out=beside(s, 0.02), height=s.pick(0.03, 0.08), heel=18)
        s.pivot("LR"[(index + first) % 2], beats / steps)
        s.hold(beats / steps)
    s.step("RL"[(steps + first) % 2], 0.5, out=beside(s), height=0.04)
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
