"""Rumba and cha-cha, Latin dances of the ballroom that share their breaks and hips."""

from math import copysign

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

BREAKS = {
    "basic": (Pace(1, ahead=0.28), Pace(1, ahead=-0.28)),
    "walks": (Pace(1, ahead=0.38), Pace(1, ahead=0.38)),
    "cucaracha": (Pace(1, out=0.2, cross=-0.1), Pace(1, out=0.2)),
    "new_yorker": (Pace(1, ahead=0.3, turn=-75), Pace(1, ahead=-0.28)),
    "hand_to_hand": (Pace(1, ahead=-0.3, turn=75), Pace(1, ahead=0.28)),
    "spot_turn": (Pace(1, ahead=0.3, turn=-120), Pace(1, ahead=0.15, turn=-150)),
}
"""The first two steps of a bar: onto one foot and back onto the other, or onward."""


def bar(s: Score, name: str, *endings: tuple[Pace, ...]) -> tuple[Pace, ...]:
    """A break and one of the endings, which turns back what the break has turned, or on to the whole turn."""
    begun = sum(pace.turn for pace in BREAKS[name])
    rest = -begun if abs(begun) < 180 else copysign(360, begun) - begun
    ending = endings[s.count(0, len(endings) - 1)]
    return (*BREAKS[name], ending[0]._replace(turn=rest), *ending[1:])


@move(
    "rumba",
    Words(
        does=(
            "dances a rumba",
            "does rumba steps with rolling hips",
            "steps through a rumba and lets the hips settle over each straight leg",
            "steps a rumba with the hips out over each foot",
            "dances the rumba with strong hip action",
            "does Latin ballroom rumba steps",
        ),
        noun=("rumba", "rumba step", "Latin rumba", "rumba with rolling hips"),
    ),
)
def rumba(s: Score, do: Task) -> None:
    """Two quick steps and a slow one on straight legs; after every step the hip rolls out over the foot and waits."""
    count = tempo(s, 84, 120)
    box = (Pace(2, ahead=0.35), Pace(1, out=0.34), Pace(1))
    plan = (("box",), ("basic",), ("walks",), ("basic", "new_yorker", "spot_turn"), (*BREAKS,))[s.count(0, 4)]
    much, long, settle = s.pick(0.5, 1.2), s.pick(0.6, 1.5), s.pick(0.6, 1.0)
    arms, pose = free_arms(s, 0.65), holds(s, "two_hands", "one_hand", "lead", "follow", "low", "second", "hips")
    s.to(s.pick(0.5, 1.1), **poise(s, bend=-s.pick(0, 8)), **pose)
    free, back, coming = "R", s.chance(0.4), s.chance(0.8)
    for _ in range(rounds(s, 4 * count)):
        name = str(s.rng.choice(plan))
        figure = box if name == "box" else bar(s, name, (Pace(2, out=0.34),), (Pace(2, out=0.2),), (Pace(2),))
        if name == "walks":
            figure = (*BREAKS["walks"], Pace(2, ahead=0.4, turn=s.pick(-50, 50)))
        for foot, beats, _ in footwork(s, figure, free, count, long, back, 0.3, 0.5, height=0.03, heel=34, toe=-12):
            s.shape(beats * s.pick(0.6, 1), **arms(foot))
            s.to(settle * beats, **hips_over(s, foot, much))
            s.hold((1 - settle) * beats)
        free, back = OTHER[foot], back != (coming and name != "walks")
    close(s, free, count)


CHASSES = (
    (Pace(0.5, out=0.22), Pace(0.5), Pace(1, out=0.24)),
    (Pace(0.5, ahead=-0.22), Pace(0.5, ahead=-0.06, reach=0.14, cross=0.12), Pace(1, ahead=-0.22)),
    (Pace(0.5, ahead=0.22), Pace(0.5, ahead=0.06, reach=-0.14, cross=0.12), Pace(1, ahead=0.22)),
    (Pace(0.5), Pace(0.5), Pace(1)),
)
"""Cha-cha-cha: to the side, locked behind, locked ahead, on the spot."""


@move(
    "cha_cha",
    Words(
        does=(
            "dances a cha-cha",
            "does the cha-cha-cha",
            "breaks on one foot, then steps cha-cha-cha",
            "steps a cha-cha with five steps to four beats",
            "dances cha-cha steps with swinging hips",
            "does a Latin cha-cha",
        ),
        noun=("cha-cha", "cha-cha-cha", "cha-cha step", "cha-cha basic"),
    ),
)
def cha_cha(s: Score, do: Task) -> None:
    """Two, three: onto one foot and back; four-and-one: three small steps, feet together and out again."""
    count = max(tempo(s, 100, 136), 0.36 / s.beat)
    plan = (("basic",), ("basic", "cucaracha"), ("basic", "new_yorker", "hand_to_hand"), (*BREAKS,))[s.count(0, 3)]
    much, long, back, coming = s.pick(0.3, 0.9), s.pick(0.6, 1.3), s.chance(0.5), s.chance(0.8)
    chasses = CHASSES if s.chance(0.4) else (CHASSES[0],) if s.chance(0.7) else CHASSES[2:]
    arms, pose = free_arms(s, 0.6), holds(s, "two_hands", "one_hand", "lead", "follow", "low", "hips", "second")
    s.to(s.pick(0.4, 1.0), **poise(s, drop=s.pick(0.0, 0.04), bend=s.pick(-6, 6)), **pose)
    free = "R"
    for _ in range(rounds(s, 4 * count, 1.5)):
        figure = bar(s, str(s.rng.choice(plan)), *chasses)
        for foot, beats, pace in footwork(s, figure, free, count, long, back, 0.25, 0.5, height=0.035, heel=28, toe=-8):
            s.shape(beats, **arms(foot) if pace.counts == 1 else {})
            s.to(beats, **hips_over(s, foot, much * (0.6 if pace.counts < 1 else 1)))
        free, back = OTHER[foot], back != coming
    close(s, free, count)
