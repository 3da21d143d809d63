"""Latin dances of the club and the street: salsa stays on its spot, samba bounces."""

from train.studio.moves.steps_footwork import (
    Pace,
    close,
    footwork,
    free_arms,
    hips_over,
    holds,
    poise,
    rounds,
    tempo,
)
from train.studio.repertoire import Task, Words, move
from train.studio.score import OTHER, Score

SALSA = {
    "basic": (Pace(1, ahead=0.1, reach=0.15), Pace(1, ahead=-0.1), Pace(2)),
    "side": (Pace(1, out=0.12, cross=-0.14), Pace(1, out=0.12), Pace(2)),
    "behind": (Pace(1, ahead=-0.08, reach=-0.14, cross=0.12), Pace(1, ahead=0.08), Pace(2)),
    "turn": (Pace(1, ahead=0.14, turn=-120), Pace(1, turn=-150), Pace(2, turn=-90)),
    "half": (Pace(1, ahead=0.16, turn=-60), Pace(1, ahead=0.12, turn=-90), Pace(2, turn=-30)),
    "travel": (Pace(1, ahead=0.25), Pace(1, ahead=0.22), Pace(2, ahead=0.1)),
    "suzie": (Pace(1, reach=0.08, cross=0.22), Pace(1, out=0.16), Pace(1, reach=0.08, cross=0.22), Pace(1, out=0.12)),
}
SALSAS = (("basic",), ("basic", "turn"), ("side", "behind"), ("basic", "side", "half"), (*SALSA,))


@move(
    "salsa",
    Words(
        does=(
            "dances salsa",
            "does salsa steps",
            "steps a salsa, one two three, five six seven",
            "dances a Latin salsa",
            "breaks and replaces the weight in a salsa step",
            "steps to a salsa",
        ),
        noun=("salsa", "salsa step", "salsa basic", "salsa dance"),
    ),
)
def salsa(s: Score, do: Task) -> None:
    """Break, replace, together and wait, again from the other foot; small steps, elbows up, hips and ribs going."""
    count = tempo(s, 145, 225)
    plan, long, much = SALSAS[s.count(0, len(SALSAS) - 1)], s.pick(0.6, 1.5), s.pick(0.25, 0.9)
    arms, pose = (
        free_arms(s, 0.7, "pump"),
        holds(s, "two_hands", "one_hand", "guard"),
    )
    s.to(s.pick(0.4, 0.9), **poise(s, drop=s.pick(0.02, 0.09), bend=s.pick(-4, 10)), **pose)
    free, back, shrug = "R", s.chance(0.4), s.pick(0, 10)
    for _ in range(rounds(s, 4 * count)):
        figure = SALSA[str(s.rng.choice(plan))]
        for foot, beats, pace in footwork(s, figure, free, count, long, back, 0.25, 0.5, height=0.03, heel=24, toe=-6):
            s.shape(min(beats, 1), **arms(foot), **{f"{foot}_shrug": shrug, f"{OTHER[foot]}_shrug": 0})
            s.to(min(1, 1.5 / pace.counts) * beats, **hips_over(s, foot, much))
            s.hold(max(0, 1 - 1.5 / pace.counts) * beats)
        free, back = OTHER[foot], back != (plan[0] == "basic")
    close(s, free, 1.5 * count)


SAMBA = {
    "whisk": (Pace(0.75, out=0.34), Pace(0.25, reach=-0.18, cross=0.14), Pace(1)),
    "basic": (Pace(0.75, ahead=0.26), Pace(0.25), Pace(1)),
    "side": (Pace(0.75, out=0.3), Pace(0.25), Pace(1, out=0.1)),
    "bota_fogo": (Pace(0.75, ahead=0.34, turn=10), Pace(0.25, out=0.2, cross=-0.1, turn=40),
                  Pace(1, out=0.16, turn=35)),
    "volta": (Pace(0.75, reach=0.1, cross=0.2), Pace(0.25, out=0.2), Pace(0.75, reach=0.1, cross=0.2),
              Pace(0.25, out=0.2), Pace(1, reach=0.1, cross=0.2)),
    "spot_volta": (Pace(0.75, turn=70, reach=0.08, cross=0.16), Pace(0.25, turn=60), Pace(0.75, turn=70, reach=0.08),
                   Pace(0.25, turn=60), Pace(1, turn=100)),
    "walk": (Pace(0.75, ahead=0.36), Pace(0.25, reach=-0.2), Pace(1, ahead=0.06)),
    "no_pe": (Pace(0.5, reach=-0.2), Pace(0.5, reach=0.06), Pace(0.5)),
}  # fmt: skip
SAMBAS = (
    ("whisk",),
    ("basic", "side"),
    ("bota_fogo",),
    ("volta", "whisk"),
    ("walk", "bota_fogo"),
    ("no_pe",),
    (*SAMBA,),
)


@move(
    "samba",
    Words(
        does=(
            "dances a samba",
            "sambas",
            "bounces through samba steps",
            "does samba steps, one-a-two, with knees that give on every step",
            "dances Brazilian samba",
            "rocks the hips in a samba",
        ),
        noun=("samba", "samba step", "samba dance", "Brazilian samba"),
    ),
)
def samba(s: Score, do: Task) -> None:
    """One-a-two: the knees give and stretch on every beat and the pelvis tips with them, forward and back."""
    count = max(tempo(s, 86, 116), 0.42 / s.beat)
    plan, long = SAMBAS[s.count(0, len(SAMBAS) - 1)], s.pick(0.6, 1.4)
    deep, tick, much = s.pick(0.09, 0.16), s.pick(8, 16), s.pick(0.4, 0.9)
    arms, pose = free_arms(s, 0.85, "extend", "across", "float", "crown"), holds(s, "low", "second")
    s.to(s.pick(0.4, 0.9), drop=0.03, bend=s.pick(-6, 6), **pose)
    free, back = "R", s.chance(0.4)
    for _ in range(rounds(s, 2 * count)):
        figure = SAMBA[str(s.rng.choice(plan))]
        for foot, beats, pace in footwork(s, figure, free, count, long, back, 0.3, 0.45, height=0.04, heel=28, toe=-8):
            s.shape(beats, **hips_over(s, foot, much))
            if pace.counts > 0.3:
                s.shape(beats, **arms(foot))
                s.to(0.45 * beats, drop=deep, lean=tick, bend=-0.6 * tick)
                s.to(0.55 * beats, drop=0.02, lean=-0.5 * tick, bend=0.5 * tick)
            else:
                s.hold(beats)
        free, back = OTHER[foot], back != (plan[0] == "basic")
    close(s, free, count)
