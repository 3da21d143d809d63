"""Force through the arms: punch and push."""

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
            "boxes with the fist",
            "hits out with a fist",
        ),
        noun=("punch", "boxing punch", "fist strike", "blow with the fist", "boxing blow"),
        side=("with the {side} hand", "with the {side} arm", "with the {side} fist"),
    ),
    times=(1, 1, 2, 3, 4),
)
def punch(s: Score, do: Task) -> None:
    """Fists up; one shoots out straight, round, from below or into the air, hip and shoulder behind it; and back."""
    guard = {
        "chin": (s.pick(0.1, 0.4), s.pick(-0.15, 0.15), s.pick(0.28, 0.48)),
        "chest": (s.pick(0.2, 0.45), s.pick(-0.5, -0.2), s.pick(0.2, 0.45)),
        "hip": (s.pick(0.35, 0.5), s.pick(-0.8, -0.6), s.pick(0.0, 0.2)),
    }[str(s.rng.choice(["chin", "chin", "chest", "hip"]))]
    way = str(s.rng.choice(["straight", "straight", "straight", "hook", "uppercut", "up", "aside", "down"]))
    by, end, turn, rise = {
        "straight": ((0.3, s.pick(-0.3, 0.0), 0.6), (s.pick(-0.1, 0.3), s.pick(-0.35, 0.25), 0.97), 24, 0),
        "hook": ((s.pick(0.75, 0.95), s.pick(-0.1, 0.1), 0.35), (s.pick(-0.25, 0.05), s.pick(-0.1, 0.2), 0.7), 34, 0),
        "uppercut": ((0.25, s.pick(-0.8, -0.5), 0.4), (s.pick(-0.05, 0.2), s.pick(0.15, 0.55), 0.6), 22, -8),
        "up": ((0.3, 0.1, 0.3), (s.pick(0.1, 0.45), 0.95, s.pick(0.05, 0.35)), 8, -10),
        "aside": ((0.5, s.pick(-0.1, 0.1), 0.3), (1.3, s.pick(-0.2, 0.3), s.pick(0.0, 0.4)), -14, 0),
        "down": ((0.3, s.pick(0.1, 0.4), 0.45), (s.pick(0.0, 0.3), s.pick(-0.9, -0.6), 0.65), 18, 22),
    }[way]
    stance, other_guards, force = s.chance(0.55), s.chance(0.7), s.pick(0.4, 1.3)
    with at_ease(s, other="" if other_guards else "L"):
        if stance:
            s.step("L", 0.7, ahead=s.pick(0.1, 0.3), out=s.pick(0, 0.08))
            s.step("R", 0.6, delay=0.7, ahead=-s.pick(0.0, 0.18), out=s.pick(0, 0.08), toe_out=s.pick(15, 45))
            s.hold(0.5)
        other = hand("L", guard[0], guard[1] + s.pick(-0.1, 0.1), guard[2] + 0.05) if other_guards else {}
        ready = exact(s, **hand("R", *guard))
        take(s, s.pick(0.6, 1.4), **ready, **exact(s, **other))
        s.shape(0.4, drop=s.pick(0, 0.08) * (1 + stance), twist=-s.pick(0, 12))
        s.hold(0.2)
        for _ in range(do.times):
            s.hold(s.pick(0, 0.6))
            wind, strike = rhythm(s, s.pick(0.2, 0.6), 0.1), rhythm(s, s.pick(0.22, 0.55), 0.18)
            s.to(wind, twist=-s.pick(2, 16) * force, hip_turn=-4 * force, R_hand_ahead=ready["R_hand_ahead"] - 0.05)
            body = {"twist": turn * force, "hip_turn": turn * force / 4, "bend": rise * force, "forth": 0.03 * force}
            s.shape(strike, **body, R_round=s.pick(4, 22))
            s.to(strike * 0.4, **hand("R", *by))
            s.to(strike * 0.6, **hand("R", *end))
            s.hold(s.pick(0.0, 0.7))
            back = s.pick(0.35, 0.9)
            s.to(back, **ready, twist=0, hip_turn=0, bend=0, forth=0, R_round=0)
        s.hold(s.pick(0.0, 1.2))
        s.shape(0.6, drop=0)
        let_go(s, s.pick(0.8, 1.8))
    s.relax(s.pick(0.3, 0.8))


@move(
    "push",
    Words(
        does=(
            "pushes",
            "pushes something away",
            "shoves something away",
            "presses the palms away from the body",
            "pushes against something",
            "gives a push with the hands",
        ),
        noun=("push", "shove", "push with the palms", "pressing away of the hands", "two-handed push"),
    ),
    times=(1, 1, 1, 2, 3),
)
def push(s: Score, do: Task) -> None:
    """Both hands gather at the chest and press out against something, the body's weight behind them."""
    out, up, ahead, body = {
        "ahead": (s.pick(0.1, 0.4), s.pick(-0.3, 0.2), 0.95, {"lean": 12, "bend": 10, "forth": 0.05}),
        "apart": (1.3, s.pick(-0.2, 0.3), s.pick(0.1, 0.5), {"bend": -4, "drop": 0.04}),
        "up": (s.pick(0.2, 0.5), 1.05, s.pick(0.0, 0.3), {"bend": -6, "nod": -14}),
        "down": (s.pick(0.3, 0.5), -0.85, s.pick(0.3, 0.5), {"bend": 16, "drop": 0.06}),
    }[way := str(s.rng.choice(["ahead", "ahead", "ahead", "ahead", "apart", "up", "down"]))]
    lunges, effort = way == "ahead" and s.chance(0.4), s.pick(0.2, 1.4)
    foot, chest = "RL"[s.count(0, 1)], (s.pick(0.2, 0.4), s.pick(-0.4, 0.0), s.pick(0.2, 0.34))
    at_chest = exact(s, **hand("R", *chest), **hand("L", *chest))
    with at_ease(s):
        if lunges:
            body |= {"forth": 0.13, "drop": s.pick(0.03, 0.12)}
        for index in range(do.times):
            s.shape(0.8, lean=-2, bend=s.pick(-2, 8), drop=s.pick(0, 0.06))
            if index == 0:
                take(s, s.pick(0.6, 1.5), **at_chest)
            else:
                s.to(s.pick(0.6, 1.2), **at_chest)
            s.hold(s.pick(0.0, 0.5))
            beats = s.pick(0.4, 1.0) if s.chance(0.5) else s.pick(1.0, 3.0)
            if lunges:
                s.step(foot, min(beats, 0.9), under=0, ahead=s.pick(0.25, 0.45))
            s.shape(beats, **{name: effort * most for name, most in body.items()})
            s.shape(beats, L_round=15 * effort * (way == "ahead"), R_round=15 * effort * (way == "ahead"))
            s.to(beats, **hand("R", out, up, ahead), **hand("L", out, up + s.pick(-0.06, 0.06), ahead))
            s.hold(s.pick(0.1, 1.6))
            if lunges:
                s.step(foot, 0.7, delay=0.15, under=0.8)
            s.shape(0.8, **dict.fromkeys(body, 0.0), L_round=0, R_round=0)
            if s.chance(0.5):
                s.to(s.pick(0.5, 1.0), **at_chest)
        let_go(s, s.pick(0.8, 1.8))
    s.relax(s.pick(0.3, 0.8))
