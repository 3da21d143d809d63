"""Rumba and cha-cha, Latin dances of the ballroom that share their breaks and hips."""

from train.studio.moves.steps_footwork import (
    Pace,
    away,
    close,
    footwork,
    hips_over,
    poise,
    rounds,
    tempo,
)
from train.studio.repertoire import Task, Words, move
from train.studio.score import OTHER, Score

BREAKS = {
    "basic": (Pace(1, ahead=0.34), Pace(1, ahead=-0.34)),
    "cucaracha": (Pace(1, out=0.2, cross=-0.1), Pace(1, out=0.2)),
    "new_yorker": (Pace(1, ahead=0.3, turn=-75), Pace(1, ahead=-0.28)),
    "hand_to_hand": (Pace(1, ahead=-0.3, turn=75), Pace(1, ahead=0.28)),
}
"""The first two steps of a bar: onto one foot and back onto the other."""


def bar(s: Score, name: str, *endings: tuple[Pace, ...]) -> tuple[Pace, ...]:
    """A break and one of the endings, which turns back what the break has turned."""
    rest = -sum(pace.turn for pace in BREAKS[name])
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
    """Two quick steps and a slow one on straight legs; on the slow one the hip rolls out and an arm opens and waits."""
    count = tempo(s, 76, 100)
    box = (Pace(2, ahead=0.3), Pace(1, out=0.3), Pace(1))
    plan = (("box",), ("basic",), ("basic", "cucaracha"), ("cucaracha",), ("basic", "hand_to_hand"))[s.count(0, 4)]
    much, long, settle = s.pick(1.0, 1.5), s.pick(0.6, 1.2), s.pick(0.6, 0.9)
    high, near = s.pick(70, 150), s.pick(15, 40)
    held = {"lift": near, "plane": s.pick(30, 70), "elbow": s.pick(60, 105), "roll": s.pick(-50, -20)}
    s.to(s.pick(0.5, 1.1), **poise(s, bend=-s.pick(0, 8)), **_both(held))
    free, back, coming = "R", s.chance(0.4), s.chance(0.8)
    for _ in range(rounds(s, 4 * count, 2.5, 6.0)):
        name = str(s.rng.choice(plan))
        figure = box if name == "box" else bar(s, name, (Pace(2, out=0.28),), (Pace(2, out=0.2),), (Pace(2),))
        for foot, beats, pace in footwork(s, figure, free, count, long, back, 0.3, 0.5, height=0.03, heel=34, toe=-12):
            opens = pace.counts > 1
            open_arm = {"lift": high, "plane": s.pick(75, 100), "elbow": s.pick(5, 20), "roll": 0.0}
            for side in "LR":
                pose = open_arm if opens and side == foot else held
                s.shape(beats * s.pick(0.7, 1), **{f"{side}_{part}": angle for part, angle in pose.items()})
            s.shape(beats, head_tilt=away(foot) * 6 * opens)
            s.to(settle * beats, **hips_over(s, foot, much))
            s.hold((1 - settle) * beats)
        free, back = OTHER[foot], back != coming
    close(s, free, count)


def _both(pose: dict[str, float]) -> dict[str, float]:
    """Controls for both arms alike."""
    return {f"{side}_{part}": angle for side in "LR" for part, angle in pose.items()}


CHASSE = (Pace(0.5, out=0.3), Pace(0.5), Pace(1, out=0.34))
TURNING_CHASSE = (Pace(0.5, out=0.12), Pace(0.5), Pace(1, out=0.26))
"""Cha-cha-cha, to the side; the shorter one comes out of a turn."""


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
    """Two, three: onto one foot and back; cha-cha-cha: side, together, side, the elbows out and the forearms going."""
    count = max(tempo(s, 96, 126), 0.4 / s.beat)
    plan = (("basic",), ("basic",), ("basic", "cucaracha"), ("basic", "new_yorker"), ("hand_to_hand",))[s.count(0, 4)]
    much, long, back, coming = s.pick(0.4, 0.8), s.pick(0.85, 1.25), s.chance(0.5), s.chance(0.85)
    lift, plane, elbow, reach = s.pick(28, 55), s.pick(70, 95), s.pick(70, 100), s.pick(0, 30)
    s.to(
        s.pick(0.4, 1.0), **poise(s, drop=s.pick(0.0, 0.04), bend=s.pick(-6, 6)), **_elbows(lift, plane, elbow, 0, "R")
    )
    free = "R"
    for _ in range(rounds(s, 4 * count, 2.5, 6.0)):
        name = str(s.rng.choice(plan))
        figure = bar(s, name, TURNING_CHASSE if BREAKS[name][0].turn else CHASSE)
        for foot, beats, pace in footwork(s, figure, free, count, long, back, 0.25, 0.5, height=0.045, heel=30, toe=-8):
            s.shape(beats, **_elbows(lift, plane, elbow, reach if pace.counts == 1 else 0.6 * reach, foot))
            s.to(beats, **hips_over(s, foot, much * (0.6 if pace.counts < 1 else 1)))
        free, back = OTHER[foot], back != coming
    close(s, free, count)


def _elbows(lift: float, plane: float, elbow: float, reach: float, foot: str) -> dict[str, float]:
    """Elbows out to the sides, forearms ahead; the arm away from `foot` goes out as the other comes in."""
    pose = _both({"lift": lift, "plane": plane, "elbow": elbow, "roll": -5.0})
    return pose | {f"{OTHER[foot]}_elbow": elbow - reach, f"{foot}_elbow": min(elbow + reach, 125)}
