"""Knees that rise and feet that strike the floor."""

from train.studio.moves.carriage import any_arms, exact, set_down, stand_on_left, step_in, tempo, within
from train.studio.repertoire import LEG, Task, Words, move
from train.studio.score import Score


@move(
    "knee_lift",
    Words(
        does=(
            "lifts a knee",
            "raises one knee in front",
            "brings a knee up to the waist",
            "draws a knee up toward the chest",
            "pulls one knee up and lets the shin hang",
            "does a knee raise",
            "picks one knee up",
            "lifts one knee toward the waist",
            "raises a bent leg in front",
            "lifts a thigh and lets the lower leg hang",
        ),
        noun=(
            "knee lift",
            "knee raise",
            "raised knee",
            "high knee",
            "knee-up",
            "lift of the knee",
            "bent-leg raise",
            "thigh lift",
        ),
        side=("with the {side} leg", "on the {side}", "with the {side} knee"),
        pictures=(
            "knee up to hip height",
            "thigh lifted in front, lower leg hanging down",
            "like stepping onto a high stair",
            "one knee up, and down",
            "as in aerobics, knee to the waist",
            "foot off the floor, knee in front of the belly",
            "as if to bump a ball with the knee",
            "bent leg raised ahead, no kick of the shin",
            "like a stork about to take a step",
            "warm-up knee raise on one standing leg",
        ),
    ),
    times=(1, 1, 2, 3, 4),
)
def knee_lift(s: Score, do: Task) -> None:
    """The right knee comes up in front with the shin hanging, stays or not, and goes down."""
    k = tempo(s, 1.5 + 2.2 * do.times)
    s.shape(k, **any_arms(s, "hang", "hang", "low", "second", "hips", "guard", "high", "fifth", "folded", "clasped"))
    if s.chance(0.25):
        step_in(s, k * s.pick(0.7, 1.1), s.pick(0.15, 0.5))
    counters, hugs = s.chance(0.35), s.chance(0.15)
    knee, out, point, stay = s.pick(65, 112), s.pick(-12, 30), s.pick(-15, 60), s.pick(0, 1.6) * s.chance(0.6)
    rises, twists = s.pick(10, 45) * s.chance(0.25), s.pick(8, 30) * s.chance(0.25)
    for left in reversed(range(do.times)):
        if counters:
            s.shape(
                k * 0.8, L_lift=s.pick(25, 60), L_plane=15, L_elbow=s.pick(20, 95), R_lift=s.pick(15, 40), R_plane=150
            )
        if hugs:
            s.shape(k * 0.8, L_grip=1, R_grip=1, L_hand_out=0.1, R_hand_out=0.2)
            s.shape(k * 0.8, L_hand_up=-0.62, R_hand_up=-0.6, L_hand_ahead=0.62, R_hand_ahead=0.62)
        s.shape(k * 0.7, L_heel=rises, twist=-twists, lean=s.pick(-6, 4), bend=s.pick(-3, 12), R_turnout=s.pick(-5, 15))
        s.shape(k * 0.35, **stand_on_left(s), R_free=1)
        s.to(k * s.pick(0.6, 1.1), **within(s, 50, 125, R_hip=s.pick(72, 112)), R_knee=knee, R_out=out, R_point=point)
        s.hold(k * (stay + s.pick(0, 0.2)))
        s.shape(k * 0.7, twist=0, lean=0, bend=0, L_heel=0)
        if not left or s.chance(0.75):
            set_down(s, k * s.pick(0.5, 0.95))
        else:
            s.to(k * s.pick(0.5, 0.8), R_hip=s.pick(15, 35), R_knee=s.pick(25, 55))
    s.relax(s.pick(0.4, 0.9))


@move(
    "stomp",
    Words(
        does=(
            "stomps",
            "stomps a foot",
            "stamps on the floor",
            "slams a foot down",
            "brings a foot down hard on the ground",
            "pounds a foot into the floor",
            "lifts a knee and slams the foot down",
            "stamps a foot",
            "bangs a foot on the ground",
            "drives a foot down into the floor",
            "thumps the floor with a foot",
        ),
        noun=(
            "stomp",
            "stamp",
            "foot stomp",
            "stamp of the foot",
            "foot slam",
            "stamping of a foot",
            "thump with the foot",
            "bang of the foot on the floor",
        ),
        side=LEG,
        pictures=(
            "the knee goes up and the whole sole comes down with a bang",
            "as if to squash a beetle",
            "like a child in a tantrum",
            "foot hammered flat onto the floor",
            "the floor shakes under one foot",
            "knee up, bang",
            "as if to put out a fire with one shoe",
            "a foot that makes itself heard",
            "the body sinks as the foot strikes",
            "like a stamp in a haka",
        ),
    ),
    times=(1, 2, 2, 3, 3, 4),
)
def stomp(s: Score, do: Task) -> None:
    """The right knee goes up high, the foot is hammered flat onto the floor, and the whole body sinks with the blow."""
    k = tempo(s, 1.5 + 2.2 * do.times)
    s.shape(k * s.pick(0.5, 1), **any_arms(s, "hang", "hang", "low", "guard", "hips", "folded", "back", "thighs"))
    lift, stance, bent = s.pick(62, 100), s.pick(0, 0.06), s.pick(0, 18)
    throws, sink = s.pick(30, 75) if s.chance(0.4) else 0.0, s.pick(0.1, 0.19)
    ahead, out = s.pick(0, 0.3) * s.chance(0.5), s.pick(0, 0.2) * s.chance(0.4)
    s.shape(k * 0.6, drop=stance, bend=bent, lean=bent / 3)
    for _ in range(do.times):
        up = lift * s.pick(0.9, 1.1)
        if throws:
            s.shape(k * 0.5, L_lift=throws, R_lift=throws, L_elbow=s.pick(60, 110), R_elbow=s.pick(60, 110))
        s.shape(k * 0.4, **stand_on_left(s, 0.8), drop=stance, nod=0, bend=0, lean=-4)
        knee = up * s.pick(0.95, 1.25)
        s.to(k * s.pick(0.5, 0.8), **within(s, 54, 115, R_hip=up), R_free=1, R_knee=knee, R_point=-s.pick(0, 20))
        s.hold(k * s.pick(0.05, 0.3))
        fall = max(k * s.pick(0.2, 0.35), 0.16 / s.beat)
        s.step("R", fall, under=fall, ahead=ahead, out=out, height=0, heel=0)
        if throws:
            s.shape(fall, L_lift=6, R_lift=6, L_elbow=15, R_elbow=15)
        s.shape(
            fall * 1.4,
            **within(s, 0.09, 0.25, drop=stance + sink),
            bend=bent + s.pick(6, 22),
            nod=s.pick(6, 22),
            lean=s.pick(4, 14),
        )
        s.to(fall, R_free=0, R_hip=0, R_knee=0, sway=-s.pick(0, 0.04), side=0)
        s.hold(0.4 * fall + k * s.pick(0.15, 0.6))
        s.to(k * s.pick(0.25, 0.5), drop=stance, bend=bent, nod=0)
    s.hold(k * s.pick(0, 0.8))
    s.relax(s.pick(0.5, 1.0))


@move(
    "tap",
    Words(
        does=(
            "taps a foot",
            "taps the floor",
            "taps a foot on the ground",
            "taps one foot repeatedly with the weight on the other",
            "touches the floor with one foot again and again",
            "keeps tapping the floor with one foot",
            "beats time with a foot",
            "pats the floor with a foot",
            "taps along to the music with one foot",
            "knocks on the floor with one foot",
        ),
        noun=(
            "tap",
            "foot tap",
            "tap of the foot",
            "repeated foot tapping",
            "tapping foot",
            "foot pat",
            "touch of the foot on the floor",
            "tapping of a foot",
        ),
        side=("with the {side} foot", "on the {side}"),
        pictures=(
            "one foot beats time on the floor while the other carries the weight",
            "tap, tap, tap, with no weight on it",
            "like waiting impatiently",
            "as listeners do when the band plays",
            "touch and lift, touch and lift",
            "like a drummer's foot on the pedal",
            "knocking on the floor with a foot",
            "one foot stays, the other keeps touching down and lifting",
            "keeping time with one shoe",
            "foot on and off the floor without a step",
        ),
    ),
    times=(3, 3, 4, 4, 6, 8),
)
def tap(s: Score, do: Task) -> None:
    """The weight stays on the bent left leg; the right foot touches the floor again and again, toes or heel first."""
    k = tempo(s, 2 + 1.2 * do.times)
    s.shape(k * s.pick(0.5, 1), **any_arms(s, "hang", "hang", "low", "hips", "hips", "folded", "behind", "guard"))
    sunk, bounce = s.pick(0.03, 0.1), s.pick(0, 0.04)
    s.to(k * s.pick(0.4, 0.7), **stand_on_left(s, s.pick(0.7, 1)), nod=s.pick(0, 20), bend=s.pick(0, 10), drop=sunk)
    rest, wanders, heel = s.pick(0.05, 0.4), s.chance(0.25), s.chance(0.3)
    place, high, tempi = spot(s), s.pick(0.07, 0.16), s.pick(0.4, 0.65)
    for _ in range(do.times):
        beats = max(k * tempi * s.pick(0.9, 1.1), 0.3)
        place = spot(s) if wanders else place
        if heel:
            dug = {"R_hip": s.pick(24, 30), "R_knee": 0, "R_point": -22}
            s.shape(0.5 * beats, drop=sunk - bounce, R_free=1)
            s.to(0.5 * beats, **exact(s, R_hip=dug["R_hip"] + 180 * high, R_knee=260 * high), R_point=-10)
            s.shape(0.5 * beats, drop=sunk)
            s.to(0.5 * beats, **exact(s, **dug))
        else:
            s.step("R", beats, under=beats, height=high, heel=10, toe=-10, **place)
            s.shape(0.5 * beats, drop=sunk - bounce)
            s.shape(beats, R_heel=s.pick(28, 50))
            s.hold(0.5 * beats)
            s.to(0.5 * beats, drop=sunk)
        s.hold(k * rest)
    s.shape(0.6, R_heel=0, drop=0)
    set_down(s, 0.6)
    s.relax(s.pick(0.6, 1.0))


def spot(s: Score) -> dict[str, float]:
    """Where toes tap: ahead, beside, or behind and across."""
    ahead, out = {
        "ahead": (s.pick(0.14, 0.32), s.pick(-0.12, 0.1)),
        "beside": (s.pick(-0.05, 0.1), s.pick(0.08, 0.3)),
        "behind": (-s.pick(0.15, 0.32), s.pick(-0.2, 0.1)),
    }[str(s.rng.choice(["ahead", "ahead", "beside", "behind"]))]
    return {"ahead": ahead, "out": out}
