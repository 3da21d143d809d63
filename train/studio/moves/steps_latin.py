"""Rumba and cha-cha, Latin dances of the ballroom that share their breaks and hips."""

from math import copysign

from train.studio.moves.carriage import exact
from train.studio.moves.steps_footwork import Pace, away, close, footwork, hips_over, poise, rounds, tempo
from train.studio.repertoire import Task, Words, move
from train.studio.score import OTHER, Score

BREAKS = {
    "basic": (Pace(1, ahead=0.24, reach=0.1), Pace(1, ahead=-0.24)),
    "cucaracha": (Pace(1, out=0.2, cross=-0.14), Pace(1, out=0.2)),
    "new_yorker": (Pace(1, ahead=0.3, turn=-75), Pace(1, ahead=-0.28)),
    "hand_to_hand": (Pace(1, ahead=-0.3, turn=75), Pace(1, ahead=0.28)),
    "spot_turn": (Pace(1, ahead=0.3, turn=-120), Pace(1, ahead=0.15, turn=-150)),
}
"""The first two steps of a bar: onto one foot and back onto the other."""


def bar(name: str, ending: tuple[Pace, ...]) -> tuple[Pace, ...]:
    """A break and an ending, which turns back what the break has turned, or on to the whole turn."""
    begun = sum(pace.turn for pace in BREAKS[name])
    rest = -begun if abs(begun) < 180 else copysign(360, begun) - begun
    return (*BREAKS[name], ending[0]._replace(turn=rest), *ending[1:])


RUMBA = {name: bar(name, (Pace(2, out=0.35),)) for name in BREAKS} | {
    "side": (Pace(2, out=0.35), Pace(1), Pace(1)),
    "box": (Pace(2, ahead=0.3, out=0.08), Pace(1, out=0.34), Pace(1)),
}
RUMBAS = (("box",), ("side",), ("box", "side"), ("side", "cucaracha"), ("side", "basic", "new_yorker"))
CLOSED = {"lift": 34, "plane": 30, "roll": -45, "elbow": 100, "grip": 0}
"""An arm drawn in before the waist, from which it opens."""
RESTS = (
    CLOSED,
    {"lift": 38, "plane": 105, "elbow": 92, "roll": -68, "grip": 0},
    {"lift": 36, "plane": 85, "elbow": 20, "roll": 0, "grip": 0},
)
"""What the other arm does: before the waist too, on the hip, a little way off the body."""


@move(
    "rumba",
    Words(
        does=(
            "dances a rumba",
            "does rumba steps with rolling hips",
            "steps through a rumba and lets the hips settle over each straight leg",
            "opens one arm to the side over a hip that settles in a rumba",
            "dances the rumba with strong hip action",
            "does Latin ballroom rumba steps",
            "dances rumba",
            "does a ballroom rumba",
            "rolls the hips in rumba steps",
            "dances a cuban rumba",
        ),
        noun=(
            "rumba",
            "rumba step",
            "Latin rumba",
            "rumba with rolling hips",
            "rumba dance",
            "cuban rumba",
            "ballroom rumba",
            "latin dance of love",
        ),
        pictures=(
            "slow, quick, quick, and the hip settles",
            "the latin dance of love",
            "a hip settling over each straightened leg",
            "a long step, a hip that rolls out, an arm that opens",
            "cuban motion on long steps",
            "sultry ballroom dance from cuba",
            "weight poured from one hip to the other, an arm opening to the side",
            "romance on the latin floor",
            "latin ballroom, a bolero feeling, hips all the way",
            "the hip goes out and back over the leg that has just stepped",
        ),
    ),
)
def rumba(s: Score, do: Task) -> None:
    """Slow, quick, quick: a long step whose hip settles far out while the arm on that side opens, out and up."""
    count = max(tempo(s, 74, 104), 0.4 / s.beat)
    plan, much, long = RUMBAS[s.count(0, len(RUMBAS) - 1)], s.pick(1.1, 1.6), s.pick(0.85, 1.2)
    high, wide, rest = s.pick(95, 150), s.pick(65, 100), RESTS[s.count(0, len(RESTS) - 1)]
    s.to(s.pick(0.5, 1.1), **poise(s, bend=-s.pick(0, 8)), **exact(s, **_arm("L", rest), **_arm("R", rest)))
    free, back = "R", s.chance(0.4)
    for index in range(max(2, rounds(s, 4 * count, 2.5, 6))):
        figure = RUMBA[plan[index % len(plan)]]
        for foot, beats, pace in footwork(s, figure, free, count, long, back, 0.2, 0.4, height=0.03, heel=34, toe=-12):
            slow = pace.counts == 2
            opened = {"lift": high * s.pick(0.9, 1.1), "plane": wide, "elbow": s.pick(4, 24), "roll": 0, "grip": 0}
            s.shape(0.85 * beats, **exact(s, **_arm(foot, opened if slow else CLOSED), **_arm(OTHER[foot], rest)))
            s.shape(0.85 * beats, head_tilt=away(foot) * 10 * slow)
            s.to(0.8 * beats, **hips_over(s, foot, much * (1 if slow else 0.6)))
            s.hold(0.2 * beats)
        free, back = OTHER[foot], not back
    close(s, free, count)


def _arm(side: str, angles: dict[str, float]) -> dict[str, float]:
    return {f"{side}_{name}": angle for name, angle in angles.items()}


CHASSE = (Pace(0.5, out=0.26), Pace(0.5), Pace(1, out=0.3))
CHA_CHAS = (
    ("basic",),
    ("basic", "cucaracha"),
    ("basic", "new_yorker"),
    ("basic", "hand_to_hand"),
    ("basic", "basic", "spot_turn"),
)
BENT = {"plane": 78, "grip": 0}
"""Arms out at the sides, from where the forearms fold ahead."""


@move(
    "cha_cha",
    Words(
        does=(
            "dances a cha-cha",
            "does the cha-cha-cha",
            "breaks on one foot and steps cha-cha-cha to the side",
            "steps a cha-cha with five steps to four beats",
            "dances cha-cha steps with swinging hips",
            "does a Latin cha-cha",
            "dances the cha-cha",
            "does cha-cha steps",
            "dances a cuban cha-cha",
            "rocks on one foot and steps a cha-cha-cha aside",
        ),
        noun=(
            "cha-cha",
            "cha-cha-cha",
            "cha-cha step",
            "cha-cha basic",
            "latin cha-cha",
            "cuban cha-cha",
            "cha-cha dance",
            "ballroom cha-cha",
        ),
        pictures=(
            "one, two, cha-cha-cha",
            "two, three, four-and-one",
            "a rock step and three chasing steps to the side",
            "five steps in four beats",
            "cuban dance with a triple step",
            "break, replace, side, close, side",
            "elbows out, forearms pumping, hips swinging",
            "cheeky latin dance in four-four time",
            "two steps on the beat, then three in two beats",
            "oye como va",
        ),
    ),
)
def cha_cha(s: Score, do: Task) -> None:
    """Two, three: onto one foot and back; four-and-one: side, together, side; elbows out, forearms before them."""
    count = max(tempo(s, 100, 132), 0.36 / s.beat)
    plan, much, long, back = CHA_CHAS[s.count(0, len(CHA_CHAS) - 1)], s.pick(0.6, 1.1), s.pick(0.8, 1.35), s.chance(0.5)
    elbow, push, shrug = s.pick(65, 105), s.pick(15, 45), s.pick(2, 9)
    bent = BENT | {"lift": s.pick(48, 80), "roll": s.pick(-10, 35)}
    pushed, drawn = bent | {"elbow": elbow - push}, bent | {"elbow": elbow + 0.5 * push}
    tall = poise(s, drop=s.pick(0.0, 0.03), bend=-s.pick(0, 8))
    s.to(s.pick(0.4, 1.0), **tall, **exact(s, **_arm("L", pushed), **_arm("R", drawn)))
    free = "R"
    for index in range(max(2, rounds(s, 4 * count, 2.5, 6))):
        figure = bar(plan[index % len(plan)], CHASSE)
        for foot, beats, pace in footwork(s, figure, free, count, long, back, 0.2, 0.5, height=0.035, heel=28, toe=-8):
            s.shape(beats, **exact(s, **_arm(OTHER[foot], pushed), **_arm(foot, drawn)))
            s.shape(beats, **{f"{foot}_shrug": shrug, f"{OTHER[foot]}_shrug": 0})
            s.to(beats, **hips_over(s, foot, much * (0.7 if pace.counts < 1 else 1)))
        free, back = OTHER[foot], not back
    close(s, free, count)
