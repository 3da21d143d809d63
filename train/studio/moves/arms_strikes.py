"""Force through the arms: punch and push."""

import numpy as np

from train.studio.moves.arms_ways import at_ease, hand, let_go, rhythm, take
from train.studio.moves.carriage import exact
from train.studio.repertoire import Task, Words, move
from train.studio.score import Score


@move(
    "punch",
    Words(
        does=(
            "punches",
            "throws a punch",
            "punches the air",
            "strikes out with the fist",
            "throws a fist forward and pulls it back",
            "jabs at the air with a fist",
            "boxes with the fist",
            "hits out with a fist",
            "strikes with a fist",
            "thrusts a fist out",
            "lashes out with a fist",
        ),
        noun=(
            "punch",
            "boxing punch",
            "fist strike",
            "blow with the fist",
            "boxing blow",
            "jab",
            "fist punch",
            "punching motion",
            "strike with the fist",
            "karate punch",
        ),
        side=("with the {side} hand", "with the {side} arm", "with the {side} fist"),
        pictures=(
            "fists up, one flies out and comes back",
            "like a boxer at the punching bag",
            "shadow boxing",
            "a fighting stance and a blow into thin air",
            "knuckles first, the hip behind them",
            "as if knocking somebody out",
            "take that, with the fist",
            "martial arts practice with a fist",
            "a sparring move against nobody",
            "hands raised to fight, then one fist goes out",
        ),
    ),
    times=(1, 2, 2, 3, 3, 4, 5),
)
def punch(s: Score, do: Task) -> None:
    """A fighter's stance, fists up; one shoots straight out from the shoulder, hip behind it, and is pulled back."""
    at_hip, rear, leap = s.chance(0.15), s.chance(0.65), s.chance(0.3)
    chin = (s.pick(0.12, 0.32), s.pick(-0.22, 0.12), s.pick(0.3, 0.44))
    guard = (s.pick(0.36, 0.46), s.pick(-0.7, -0.5), s.pick(0.0, 0.15)) if at_hip else chin
    way = str(s.rng.choice(["straight"] * 8 + ["hook", "uppercut"]))
    blade, force, low = s.pick(4, 22) * (1 if rear else -1), s.pick(0.7, 1.4), s.pick(0.03, 0.12)
    bent = s.pick(0, 12)
    up, aside, far = s.pick(-0.15, 0.2) + slumped(s, bent), s.pick(-0.05, 0.25), 1.25 * min(s.quality.size, 1) ** 0.5
    front, back = ("L", "R") if rear else ("R", "L")
    with at_ease(s):
        s.shape(1.2, drop=low, bend=bent, nod=s.pick(0, 10), hip_turn=-blade, twist=-0.5 * blade)
        s.step(front, 0.6, ahead=s.pick(0.14, 0.26), out=s.pick(0.0, 0.06))
        s.step(back, 0.6, delay=0.6, ahead=-s.pick(0.1, 0.24), out=s.pick(0.0, 0.1), toe_out=s.pick(20, 50))
        other = (chin[0], chin[1] + s.pick(-0.1, 0.1), chin[2] + s.pick(0.0, 0.12))
        ready = exact(s, **hand("R", *guard), **hand("L", *other))
        take(s, s.pick(0.8, 1.5), **ready)
        s.hold(s.pick(0.2, 0.8))
        for index in range(do.times):
            fling, turn = rhythm(s, s.pick(0.25, 0.5), 0.16), 34 * force if rear else 20 * force
            s.shape(fling, twist=0.7 * turn, hip_turn=0.3 * turn, forth=s.pick(0.03, 0.1), R_round=s.pick(8, 25))
            s.shape(fling, **{f"{back}_heel": s.pick(15, 45) if rear else 10}, drop=low + s.pick(0, 0.04), R_shrug=8)
            if leap and not index:
                s.step(front, fling + 0.2, ahead=0.35, under=0, height=0.05)
            if way == "straight":
                s.to(fling, **exact(s, **hand("R", *ahead_of(s, turn, aside, up, far))))
            else:
                by, end = (
                    ((s.pick(0.8, 1.0), up, 0.45), ahead_of(s, turn, -0.1, up, 0.8))
                    if way == "hook"
                    else ((0.3, s.pick(-0.8, -0.6), 0.45), ahead_of(s, turn, 0.1, s.pick(0.35, 0.6), 0.85))
                )
                s.to(0.5 * fling, **exact(s, **hand("R", *by)))
                s.to(0.5 * fling, **exact(s, **hand("R", *end)))
            s.hold(s.pick(0.35, 0.85) + 0.5 * (do.times == 1))
            pull = rhythm(s, s.pick(0.3, 0.7), 0.2)
            s.shape(pull, **{f"{back}_heel": 0}, drop=low, R_shrug=0, R_round=0)
            s.to(pull, **ready, twist=-0.5 * blade, hip_turn=-blade, forth=0)
            s.hold(s.pick(0.05, 0.45))
        s.hold(s.pick(0.0, 0.8))
        s.shape(0.8, drop=0, bend=0, nod=0, twist=0, hip_turn=0)
        let_go(s, s.pick(0.8, 1.8))
    s.relax(s.pick(0.3, 0.8))


def ahead_of(s: Score, turn: float, out: float, up: float, ahead: float) -> tuple[float, float, float]:
    """The place, for `hand`, that lies so much out and ahead of the hips while the chest is turned left by `turn`."""
    turn = 0.0 if "twist" in s.locked else turn
    cos, sin = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    return float(out * cos + ahead * sin), up, float(ahead * cos - out * sin)


def slumped(s: Score, bent: float) -> float:
    """How much higher, for `hand`, what is straight ahead lies for a chest bent forward, by habit or as written."""
    habit = s.dancer.posture.get("bend", 0.0) + s.dancer.posture.get("lean", 0.0)
    return float(np.sin(np.radians(habit + (0.0 if "lean" in s.locked else bent))))


@move(
    "push",
    Words(
        does=(
            "pushes",
            "pushes something away",
            "shoves something away",
            "presses both palms forward from the chest",
            "stretches both bent arms forward against a resistance",
            "pushes against something",
            "gives a push with the hands",
            "shoves with both hands",
            "pushes with both hands",
            "leans in and shoves",
            "presses against an unseen wall",
        ),
        noun=(
            "push",
            "shove",
            "push with the palms",
            "pressing away of the hands",
            "two-handed push",
            "push with both hands",
            "two-handed shove",
            "pushing motion",
            "palm press",
        ),
        pictures=(
            "both palms press away from the chest until the arms are straight",
            "as if shoving a stalled car",
            "the whole body leans after two flat hands",
            "like opening a vault door with both hands",
            "go away, with both palms",
            "hands at the chest, then pressed out ahead",
            "as if keeping somebody off with both hands",
            "leaning into an invisible wall",
            "as if moving a piano",
            "shoving with both hands",
        ),
    ),
    times=(1, 1, 1, 2, 3),
)
def push(s: Score, do: Task) -> None:
    """Both palms gather at the chest and press out ahead to straight arms, the whole weight going after them."""
    lunges, effort, foot = s.chance(0.75), s.pick(0.6, 1.4), "RL"[s.count(0, 1)]
    rear = "L" if foot == "R" else "R"
    chest = (s.pick(0.22, 0.42), s.pick(-0.4, -0.12), s.pick(0.18, 0.3))
    out, up, aside = s.pick(0.15, 0.36), s.pick(-0.25, 0.15), s.pick(-25, 25) * s.chance(0.3)
    at_chest = exact(s, **hand("R", *chest), **hand("L", *chest))
    far, deep = (s.pick(0.38, 0.58), s.pick(0.06, 0.2)) if lunges else (0.0, s.pick(0.02, 0.1))
    body = {"lean": 16 * effort, "bend": s.pick(2, 10), "forth": 0.6 * far or 0.06, "drop": deep, "twist": aside}
    up += slumped(s, body["lean"] + body["bend"])
    straight = exact(s, **hand("R", out, up, 1.1), **hand("L", out, up + s.pick(-0.06, 0.06), 1.1))
    beats, stays = s.pick(0.5, 1.0) if s.chance(0.5) else s.pick(1.2, 3.0), s.chance(0.5)
    with at_ease(s):
        for index in range(do.times):
            s.shape(0.8, lean=-6, bend=s.pick(0, 10), drop=0.5 * deep, forth=-0.04, twist=0)
            if index == 0:
                take(s, s.pick(0.7, 1.5), **at_chest)
            else:
                s.to(s.pick(0.7, 1.3), **at_chest)
            s.hold(s.pick(0.3, 0.9))
            if lunges and (index == 0 or not stays):
                s.step(foot, min(beats, 0.9), under=0, ahead=far, height=0.05)
            s.shape(beats, L_round=15 * effort, R_round=15 * effort, nod=-s.pick(0, 12))
            s.shape(beats, **exact(s, **body), **{f"{rear}_heel": s.pick(20, 45) if lunges else s.pick(0, 25)})
            s.to(beats, **straight)
            s.hold(s.pick(0.5, 2.0) / do.times**0.5)
            if lunges and (index == do.times - 1 or not stays):
                s.step(foot, 0.8, delay=0.2, under=1.0)
            s.shape(1.0, **dict.fromkeys(body, 0.0), L_round=0, R_round=0, nod=0, L_heel=0, R_heel=0)
        if s.chance(0.6):
            s.to(s.pick(0.7, 1.1), **at_chest)
        let_go(s, s.pick(0.8, 1.8))
    s.relax(s.pick(0.3, 0.8))
