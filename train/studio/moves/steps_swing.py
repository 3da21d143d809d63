"""Dances of the swing years: swing and charleston."""

from train.studio.moves.carriage import exact
from train.studio.moves.steps_footwork import Pace, away, close, footwork, over, poise, rounds, tempo
from train.studio.repertoire import Task, Words, move
from train.studio.score import OTHER, Score

TRIPLE = (Pace(0.67, out=0.2), Pace(0.33, out=-0.04), Pace(1, out=0.2))
ROCK = (Pace(1, ahead=-0.16, reach=-0.24), Pace(1, ahead=0.16))
SWING = {
    "triples": (*ROCK, *TRIPLE, *TRIPLE),
    "turning": (*ROCK, TRIPLE[0]._replace(turn=40), TRIPLE[1]._replace(turn=40), TRIPLE[2]._replace(turn=30), *TRIPLE),
    "travel": (*ROCK, Pace(0.67, ahead=0.22), Pace(0.33, ahead=0.08), Pace(1, ahead=0.22), Pace(0.67, ahead=-0.22),
               Pace(0.33, ahead=-0.08), Pace(1, ahead=-0.22)),
    "kicks": ROCK,
}  # fmt: skip
SWINGS = (("triples", "kicks"), ("kicks",), ("turning", "kicks"), ("travel", "kicks"), ("kicks", "kicks", "triples"))
HELD_ON = {"grip": 1, "hand_out": 0.14, "hand_up": -0.34, "hand_ahead": 0.46}
"""A hand that holds a partner's between the two, when they are close."""


@move(
    "swing",
    Words(
        does=(
            "dances swing",
            "does swing steps",
            "rocks back on one foot and springs through swing steps",
            "dances a jive",
            "dances the lindy hop",
            "does a jive with a rock step back",
            "does the jitterbug",
            "jives",
            "dances rock'n'roll",
            "dances boogie-woogie",
        ),
        noun=(
            "swing dance",
            "swing step",
            "jive",
            "lindy hop step",
            "swing rock step",
            "jitterbug",
            "lindy hop",
            "rock'n'roll step",
            "boogie-woogie step",
        ),
        pictures=(
            "rock step, away from a partner's hands and in again",
            "jitterbug at a dance hall of the forties",
            "glenn miller on the gramophone",
            "back on one foot, replace, then triple steps or kicks",
            "lindy hop at the savoy",
            "low in the knees, the hands on a partner's",
            "swing era couple dance with a rock step",
            "petticoats and saddle shoes",
            "a stretch away from the held hand, then in towards it",
            "rock around the clock",
        ),
    ),
)
def swing(s: Score, do: Task) -> None:
    """Rock back, away from a partner's hands, and replace; a triple step each way or two kicks, low and springy."""
    count = max(tempo(s, 118, 176), 0.34 / s.beat)
    plan, long, much = SWINGS[s.count(0, len(SWINGS) - 1)], s.pick(0.75, 1.4), s.pick(4, 14)
    deep, far, kick, both = s.pick(0.05, 0.1), s.pick(0.84, 0.97), s.pick(50, 82), s.chance(0.65)
    tall = poise(s, drop=s.pick(0.07, 0.14), bend=s.pick(6, 18), lean=s.pick(6, 16))
    low, held = tall["drop"], {side: HELD_ON for side in ("LR" if both else "L")}
    flung = {} if both else {"R_lift": s.pick(45, 85), "R_plane": s.pick(80, 120), "R_elbow": s.pick(15, 60)}
    near = exact(s, **{f"{side}_{part}": at for side in held for part, at in HELD_ON.items()})
    s.to(s.pick(0.4, 0.9), **tall, **near, **flung)
    free = "R"
    begin = s.count(0, len(plan) - 1)
    for index in range(max(2, rounds(s, 6 * count, 2.5, 6))):
        name = plan[(begin + index) % len(plan)]
        for foot, beats, pace in footwork(
            s, SWING[name], free, count, long, False, 0.25, 0.45, height=0.05, heel=32, toe=-5
        ):
            back = pace.reach < 0
            s.shape(beats, sway=over(s, foot), twist=(away(foot) * 1.6 if back else -away(foot)) * much)
            s.shape(beats, side=away(foot) * 0.5 * much, tilt=-away(foot) * 0.5 * much)
            s.shape(0.7 * beats, **exact(s, **{f"{side}_hand_ahead": far if back else 0.46 for side in held}))
            if back and flung:
                s.shape(0.8 * beats, R_lift=s.pick(60, 100), R_plane=s.pick(90, 140))
            elif flung:
                s.shape(beats, R_lift=s.pick(25, 60), R_plane=s.pick(50, 90))
            if pace.counts > 0.5:
                s.to(0.45 * beats, drop=low + deep * (1.6 if back else 1))
                s.to(0.55 * beats, drop=low)
            else:
                s.hold(beats)
        free = OTHER[foot]
        for _ in range(2 if name == "kicks" else 0):
            _flick(s, free, count, kick, low, deep)
            free = OTHER[free]
    close(s, free, count)


def _flick(s: Score, foot: str, count: float, kick: float, low: float, deep: float) -> None:
    """The foot flicks out low ahead from the knee and steps beside the other, which springs."""
    stand = OTHER[foot]
    s.step(foot, 1.5 * count, under=2 * count, height=0.08, heel=20)
    s.shape(0.35 * count, **{f"{foot}_free": 1, f"{foot}_heel": 0}, sway=over(s, stand), twist=-away(foot) * 8)
    s.to(0.4 * count, drop=low + deep, **_leg(foot, 0.75 * kick, 75, 10))
    s.to(0.4 * count, drop=low, **_leg(foot, kick, 4))
    s.to(0.35 * count, drop=low + 0.5 * deep, **_leg(foot, 0.6 * kick, 60, 10))
    s.shape(0.35 * count, **{f"{foot}_free": 0})
    s.to(0.35 * count, **_leg(foot, 15, 30, 0))
    s.shape(0.5 * count, sway=over(s, foot), drop=low + deep)
    s.to(0.5 * count, drop=low)


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
            "does the charleston",
            "kicks through a charleston",
            "dances like a flapper",
            "dances a jazz-age charleston",
        ),
        noun=(
            "charleston",
            "charleston step",
            "twenties charleston",
            "charleston kick step",
            "flapper dance",
            "jazz-age charleston",
            "charleston dance",
            "charleston basic",
        ),
        pictures=(
            "step, kick, step, kick",
            "the roaring twenties",
            "flapper dresses, beads and a speakeasy",
            "a step ahead and a step back, each with a kick",
            "a foot flicks out after every step while the arms swing",
            "the great gatsby's party",
            "jazz-age dance with kicks",
            "josephine baker on stage",
            "arms swinging against the kicking legs",
            "ragtime kicks, ahead of the step and behind",
        ),
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
