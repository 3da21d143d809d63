"""Dances of the swing years: swing and charleston."""

from train.studio.moves.steps_footwork import Pace, away, close, footwork, over, poise, rounds, tempo
from train.studio.repertoire import Task, Words, move
from train.studio.score import OTHER, Score

TRIPLE = (Pace(0.67, out=0.22), Pace(0.33, out=-0.04), Pace(1, out=0.22))
ROCK = (Pace(1, ahead=-0.24, reach=-0.22), Pace(1, ahead=0.24))
SWING = {
    "triples": (*TRIPLE, *TRIPLE, *ROCK),
    "single": (Pace(1, out=0.26), Pace(1, out=0.26), *ROCK),
    "turning": (TRIPLE[0]._replace(turn=40), TRIPLE[1]._replace(turn=40), TRIPLE[2]._replace(turn=30), *TRIPLE, *ROCK),
    "whirl": (Pace(0.67, ahead=0.1, turn=70), Pace(0.33, turn=50), Pace(1, turn=70), Pace(0.67, turn=70),
              Pace(0.33, turn=40), Pace(1, turn=60), *ROCK),
    "lindy": (*ROCK, Pace(0.67, ahead=0.2, turn=60), Pace(0.33, ahead=0.1, turn=60), Pace(1, ahead=0.1, turn=60),
              Pace(1, ahead=0.2), Pace(1, ahead=0.2)),
}  # fmt: skip
SWINGS = (("triples",), ("triples",), ("triples", "turning"), ("single", "triples"), ("lindy", "triples"), (*SWING,))
TOGETHER = {"hand_ahead": 0.5, "hand_up": -0.4, "hand_out": 0.18}
APART = {"hand_ahead": 0.86, "hand_up": -0.2, "hand_out": 0.1}
"""The hand that a partner holds, in arm's lengths: near, and at the stretch of a rock step."""


@move(
    "swing",
    Words(
        does=(
            "dances swing",
            "does swing steps",
            "does swing triple steps with a rock step",
            "dances a jive",
            "dances the lindy hop",
            "does a jive with a rock step back",
        ),
        noun=("swing dance", "swing step", "jive", "lindy hop step", "swing rock step"),
    ),
)
def swing(s: Score, do: Task) -> None:
    """A triple or slow step each way and a rock step back at arm's length, low and springy, a bounce to each beat."""
    count = tempo(s, 118, 180)
    plan, long, much = SWINGS[s.count(0, len(SWINGS) - 1)], s.pick(0.85, 1.4), s.pick(4, 14)
    deep, low, fling = s.pick(0.05, 0.1), s.pick(0.05, 0.12), s.pick(45, 85)
    hand, free = ("L", "R") if s.chance(0.6) else ("R", "L")
    both = s.chance(0.25)
    bent = {f"{free}_lift": s.pick(20, 40), f"{free}_plane": s.pick(40, 110), f"{free}_elbow": s.pick(70, 105)}
    flung = {f"{free}_lift": fling, f"{free}_plane": s.pick(90, 125), f"{free}_elbow": s.pick(5, 30)}
    tall = poise(s, drop=low, bend=s.pick(6, 18), lean=s.pick(8, 20))
    low = tall["drop"]
    s.to(s.pick(0.4, 0.9), **tall, **_hand(s, hand, TOGETHER), **(_hand(s, free, TOGETHER) if both else bent))
    foot = "R"
    for _ in range(rounds(s, 6 * count)):
        figure, first = SWING[str(s.rng.choice(plan))], foot
        for foot, beats, pace in footwork(
            s, figure, first, count, long, False, 0.25, 0.45, height=0.07, heel=38, toe=-5
        ):
            rocks = pace.reach < 0
            s.shape(beats, sway=over(s, foot), twist=(away(foot) * 2 if rocks else -away(foot)) * much)
            s.shape(
                beats, side=away(foot) * 0.5 * much, tilt=-away(foot) * 0.5 * much, lean=-2 if rocks else tall["lean"]
            )
            if pace.counts > 0.5:
                arm = APART if rocks else TOGETHER
                s.shape(
                    0.8 * beats, **_hand(s, hand, arm), **(_hand(s, free, arm) if both else flung if rocks else bent)
                )
                s.to(0.4 * beats, drop=low + deep)
                s.to(0.6 * beats, drop=low)
            else:
                s.hold(beats)
        foot = OTHER[foot]
    close(s, foot, count)


def _hand(s: Score, side: str, place: dict[str, float]) -> dict[str, float]:
    """Controls that bring a hand to a place, a little different each time."""
    return {f"{side}_grip": 1.0} | {f"{side}_{name}": value + s.pick(-0.05, 0.05) for name, value in place.items()}


@move(
    "charleston",
    Words(
        does=(
            "dances the charleston",
            "does charleston steps",
            "does charleston kick steps with swinging arms",
            "steps forward with a kick, then back with a kick, in the charleston",
            "dances a twenties charleston",
            "flicks the feet and swings the arms in a charleston",
        ),
        noun=("charleston", "charleston step", "twenties charleston", "charleston kick step"),
    ),
)
def charleston(s: Score, do: Task) -> None:
    """Step and kick ahead, step back and kick behind, heels twisting out and in, the arms swinging against the legs."""
    count = max(tempo(s, 160, 240), 0.27 / s.beat)
    basic, sway_arms = s.chance(0.65), s.chance(0.35)
    kick, fold, swivel, swing = s.pick(46, 82), s.pick(0, 28), s.pick(0, 32) * s.chance(0.7), s.pick(20, 65)
    low, travel, elbow = s.pick(0.02, 0.1), s.pick(0.08, 0.22), s.pick(5, 80)
    tall = poise(s, drop=low, lean=s.pick(0, 12), bend=s.pick(0, 14))
    low = tall["drop"]
    s.to(s.pick(0.4, 0.9), **tall, L_elbow=elbow, R_elbow=elbow)
    foot, ahead = "R", s.chance(0.7)
    for _ in range(2 * rounds(s, 4 * count)):
        kicker, behind = OTHER[foot], basic and not ahead
        high = s.pick(0.85, 1.15) * (-0.8 * min(kick, 40) if behind else kick)
        s.step(foot, 0.85 * count, under=count, height=0.05, heel=20, toe_out=swivel)
        s.go(count, ahead=travel if ahead else -travel)
        s.shape(count, **_swung(foot, swing, sway_arms), twist=away(foot) * 8)
        s.shape(0.55 * count, **_leg(kicker, -8 if behind else 40, 76, -10))
        s.to(0.55 * count, sway=over(s, foot), **{f"{kicker}_heel": 25})
        s.step(kicker, count, under=1.45 * count, height=0.08, toe_out=-0.6 * swivel)
        s.shape(0.4 * count, **{f"{kicker}_free": 1, f"{kicker}_heel": 0})
        s.hold(0.4 * count)
        s.shape(0.7 * count, **_swung(kicker, swing, sway_arms), twist=-away(foot) * 8)
        s.to(0.5 * count, drop=low + 0.03, **_leg(kicker, high, 45 + fold if behind else fold))
        s.shape(0.8 * count, **{f"{kicker}_free": 0})
        s.to(0.55 * count, drop=low, **_leg(kicker, 0.4 * high, fold + 42, 0))
        foot, ahead = kicker, not ahead
    close(s, foot, 2 * count)


def _leg(side: str, hip: float, knee: float, point: float = 35.0) -> dict[str, float]:
    return {f"{side}_hip": hip, f"{side}_knee": knee, f"{side}_point": point}


def _swung(foot: str, swing: float, across: bool) -> dict[str, float]:
    """Arms swung ahead on the side away from `foot` and back on its own; or both across towards `foot`."""
    other, near, far = OTHER[foot], (100.0, -35.0) if across else (165.0, 15.0), 0.8 * swing
    return {f"{foot}_lift": far, f"{foot}_plane": near[0], f"{other}_lift": swing, f"{other}_plane": near[1]}
