"""Latin dances of the club and the street: salsa stays on its spot, samba bounces."""

from train.studio.moves.carriage import exact, within
from train.studio.moves.steps_footwork import Pace, away, close, footwork, hips_over, poise, rounds, tempo
from train.studio.repertoire import Task, Words, move
from train.studio.score import OTHER, Score

SALSA = {
    "basic": (Pace(1, ahead=0.1, reach=0.15), Pace(1, ahead=-0.1), Pace(2)),
    "behind": (Pace(1, ahead=-0.08, reach=-0.16), Pace(1, ahead=0.08), Pace(2)),
    "turn": (Pace(1, ahead=0.12, turn=-120), Pace(1, ahead=-0.12, turn=-150), Pace(2, turn=-90)),
}
SALSAS = (("basic",), ("basic", "basic", "turn"), ("basic", "behind"), ("basic", "turn"))


@move(
    "salsa",
    Words(
        does=(
            "dances salsa",
            "does salsa steps",
            "steps a salsa, one two three, five six seven",
            "dances a Latin salsa",
            "breaks and replaces the weight in a salsa step, the forearms circling at the waist",
            "steps to a salsa",
            "does the salsa",
            "dances a salsa basic",
            "dances latin salsa steps",
            "dances cuban salsa",
        ),
        noun=(
            "salsa",
            "salsa step",
            "salsa basic",
            "salsa dance",
            "latin salsa",
            "cuban salsa",
            "salsa basic step",
            "salsa footwork",
        ),
        pictures=(
            "one, two, three, hold, five, six, seven, hold",
            "quick, quick, slow, the feet staying near their spot",
            "break, replace, together and wait",
            "a club in havana, congas and cowbell",
            "folded arms going round at the waist, hips over the stepping foot",
            "latin club dance on the spot",
            "three steps and a wait, three steps and a wait",
            "caribbean night, a partner dance without the partner",
            "a foot breaks out, comes home and the other side answers",
            "mambo music, forearms circling",
        ),
    ),
)
def salsa(s: Score, do: Task) -> None:
    """Break, replace, together and wait, ahead and back on the spot; folded arms go round at the waist by turns."""
    count = max(tempo(s, 145, 215), 0.24 / s.beat)
    plan, long, much = SALSAS[s.count(0, len(SALSAS) - 1)], s.pick(0.9, 1.6), s.pick(0.5, 1.1)
    fold, swing, wide, shrug = s.pick(85, 115), s.pick(18, 42), s.pick(30, 60), s.pick(4, 14)
    s.shape(0.6, L_elbow=fold, R_elbow=fold, L_lift=22, R_lift=22, L_roll=-20, R_roll=-20)
    s.to(s.pick(0.4, 0.9), **poise(s, drop=s.pick(0.04, 0.1), bend=s.pick(-4, 10)))
    free, back = "R", s.chance(0.4)
    for index in range(max(2, rounds(s, 4 * count, 2, 5.5))):
        figure = SALSA[plan[index % len(plan)]]
        for foot, beats, pace in footwork(s, figure, free, count, long, back, 0.25, 0.5, height=0.03, heel=26, toe=-6):
            near, far = (
                {"lift": 14 + swing, "plane": wide - 30, "elbow": fold - 20, "roll": -30},
                {"lift": 10 + 0.7 * swing, "plane": wide + 80, "elbow": fold + 12, "roll": -5},
            )
            arms = {
                f"{side}_{part}": at for side, arm in ((OTHER[foot], near), (foot, far)) for part, at in arm.items()
            }
            s.shape(min(beats, 1.2 * count), **arms, **{f"{foot}_shrug": shrug, f"{OTHER[foot]}_shrug": 0})
            s.to(min(1, 1.5 / pace.counts) * beats, **hips_over(s, foot, much))
            s.hold(max(0, 1 - 1.5 / pace.counts) * beats)
        free, back = OTHER[foot], not back
    close(s, free, 1.5 * count)


SAMBA = {
    "whisk": (Pace(0.75, out=0.34), Pace(0.25, reach=-0.24, cross=0.2), Pace(1)),
    "bota_fogo": (Pace(0.75, ahead=0.3, cross=0.14, turn=-20), Pace(0.25, out=0.24, turn=45), Pace(1, turn=20)),
    "volta": (Pace(0.75, reach=0.14, cross=0.24), Pace(0.25, out=0.24), Pace(0.75, reach=0.14, cross=0.24),
              Pace(0.25, out=0.24), Pace(1, reach=0.14, cross=0.24)),
}  # fmt: skip
SAMBAS = (("whisk",), ("whisk", "whisk", "volta"), ("bota_fogo", "bota_fogo", "whisk", "whisk"))


@move(
    "samba",
    Words(
        does=(
            "dances a samba",
            "sambas",
            "bounces through samba steps that cross behind",
            "does samba steps, one-a-two, with knees that give on every step",
            "dances Brazilian samba",
            "rocks the hips in a samba",
            "does a brazilian samba",
            "does samba whisks",
            "dances carnival samba",
            "dances a latin samba",
        ),
        noun=(
            "samba",
            "samba step",
            "samba dance",
            "Brazilian samba",
            "latin samba",
            "carnival samba",
            "samba whisk",
            "rio samba",
        ),
        pictures=(
            "one-a-two, one-a-two",
            "carnival in rio",
            "the knees give on every beat, the pelvis rocks",
            "drums, feathers and sequins",
            "three weight changes in two beats",
            "one foot crosses the other while the knees give and straighten",
            "long arms swung over to one side, then to the other",
            "brazilian party dance",
            "hips ticking to a brazilian drum",
            "latin ballroom dance from brazil, the feet crossing",
        ),
    ),
)
def samba(s: Score, do: Task) -> None:
    """One-a-two: aside, cross behind, replace, the knees giving deep on every beat, the pelvis and long arms swung."""
    count = max(tempo(s, 86, 112), 0.46 / s.beat)
    plan, long = SAMBAS[s.count(0, len(SAMBAS) - 1)], s.pick(0.8, 1.15)
    deep, tick, much, tip = s.pick(0.15, 0.24), s.pick(8, 18), s.pick(0.4, 0.9), s.pick(5, 16)
    high, level, low = s.pick(105, 150), s.pick(70, 95), s.pick(-20, 10)
    s.to(s.pick(0.4, 0.9), **poise(s, drop=0.05, bend=s.pick(-4, 6)), **exact(s, **_swung("R", high, level, low)))
    free = "R"
    for index in range(max(3, rounds(s, 2 * count, 2.2, 5.5))):
        figure, first = SAMBA[plan[index % len(plan)]], free
        s.shape(0.75 * count, **exact(s, **_swung(first, high, level, low)))
        for foot, beats, pace in footwork(s, figure, free, count, long, False, 0.3, 0.45, height=0.05, heel=34, toe=-8):
            s.shape(beats, **(hips_over(s, foot, much) | {"side": away(first) * tip}))
            if pace.counts > 0.3:
                s.to(0.45 * beats, **within(s, 0.12, 0.26, drop=deep), lean=tick, bend=-0.6 * tick)
                s.to(0.55 * beats, drop=0.03, lean=-0.7 * tick, bend=0.7 * tick)
            else:
                s.hold(beats)
        free = OTHER[foot]
    close(s, free, count)


def _swung(first: str, high: float, level: float, low: float) -> dict[str, float]:
    """Long arms swung over to the side that `first` steps to: one out and up, the other level across the body."""
    far, near = {"lift": high, "plane": 84, "elbow": 14}, {"lift": level, "plane": low, "elbow": 34}
    return {f"{side}_{part}": at for side, arm in ((OTHER[first], far), (first, near)) for part, at in arm.items()}
