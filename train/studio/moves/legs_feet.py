"""Knees that rise and feet that strike the floor."""

from train.studio.moves.carriage import any_arms, set_down, stand_on_left, step_in, tempo, within
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
        ),
        noun=("knee lift", "knee raise", "raised knee", "high knee"),
        side=("with the {side} leg", "on the {side}", "with the {side} knee"),
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
        ),
        noun=("stomp", "stamp", "foot stomp", "stamp of the foot"),
        side=LEG,
    ),
    times=(1, 1, 2, 3, 4),
)
def stomp(s: Score, do: Task) -> None:
    """The right foot is lifted, slammed flat onto the floor, and the body feels it."""
    k = tempo(s, 1.5 + 1.9 * do.times)
    s.shape(k * s.pick(0.5, 1), **any_arms(s, "hang", "hang", "low", "guard", "hips", "folded", "back", "second"))
    lift, stance, bent = s.pick(22, 80), s.pick(0, 0.06), s.pick(0, 22)
    throws = s.pick(15, 70) if s.chance(0.35) else 0.0
    ahead, out = s.pick(0, 0.3) * s.chance(0.5), s.pick(0, 0.15) * s.chance(0.4)
    s.shape(k * 0.6, drop=stance, bend=bent, lean=bent / 3)
    for _ in range(do.times):
        up = lift * s.pick(0.9, 1.15)
        if throws:
            s.shape(k * 0.5, L_lift=throws, R_lift=throws, L_elbow=s.pick(10, 70), R_elbow=s.pick(10, 70))
        s.shape(k * 0.4, **stand_on_left(s, 0.8), drop=stance, nod=0)
        s.to(k * s.pick(0.5, 0.8), R_free=1, R_hip=up, R_knee=up * s.pick(1.1, 1.6), R_point=s.pick(-10, 15))
        s.hold(k * s.pick(0, 0.25))
        fall = max(k * s.pick(0.2, 0.4), 0.15)
        s.step("R", fall, under=fall, ahead=ahead, out=out, height=0, heel=0)
        if throws:
            s.shape(fall, L_lift=10, R_lift=10)
        s.to(fall, R_free=0, R_hip=0, R_knee=0, sway=-s.pick(0, 0.03), side=0)
        s.to(max(k * 0.25, 0.2), drop=stance + s.pick(0.03, 0.13), nod=s.pick(0, 16), bend=bent + s.pick(0, 8))
        s.hold(k * s.pick(0, 0.4))
    s.hold(k * s.pick(0, 0.8))
    s.relax(s.pick(0.5, 1.0))


@move(
    "tap",
    Words(
        does=(
            "taps a foot",
            "taps the floor with the toes",
            "taps a foot on the ground",
            "gives the floor a tap with one foot",
            "touches the toes to the floor and lifts them again",
        ),
        noun=("tap", "toe tap", "foot tap", "tap of the foot"),
        side=("with the {side} foot", "on the {side}"),
    ),
    times=(1, 2, 2, 3, 4, 6),
)
def tap(s: Score, do: Task) -> None:
    """The weight stays on the left while the right foot strikes the floor: somewhere near, or on its heel."""
    k = tempo(s, 2 + 1.2 * do.times)
    s.shape(k * s.pick(0.5, 1), **any_arms(s, "hang", "hang", "low", "second", "hips", "folded", "clasped", "behind"))
    s.to(k * s.pick(0.4, 0.7), **stand_on_left(s, s.pick(0.5, 0.9)), nod=s.pick(0, 20))
    rest, sunk, bounces = s.pick(0.1, 0.7), s.pick(0, 0.05), s.pick(0, 0.03)
    where = "heel" if s.chance(0.25) else "toe"
    ahead, out = (s.pick(0.12, 0.35), s.pick(-0.1, 0.1)) if s.chance(0.45) else (s.pick(-0.3, 0.1), s.pick(-0.05, 0.3))
    high = s.pick(0.02, 0.09)
    for _ in range(do.times):
        beats = max(k * s.pick(0.4, 0.65), 0.3)
        if where == "heel":
            s.step("R", beats, height=0, heel=0, toe=s.pick(22, 38))
        else:
            s.step("R", beats, under=beats, ahead=ahead, out=out, height=high, heel=10, toe=-10)
            s.shape(beats, R_heel=s.pick(20, 45))
        s.hold(beats)
        s.to(k * rest, drop=sunk + bounces)
        s.shape(beats, drop=sunk)
        if where == "toe" and s.chance(0.3):
            s.step("R", beats, under=beats, height=0.6 * high, heel=10)
            s.shape(beats, R_heel=0)
            s.hold(beats + k * s.pick(0, 0.3))
    s.shape(0.6, R_heel=0)
    if where == "toe":
        s.step("R", 0.6, under=0.6, height=0.05)
    s.relax(s.pick(0.6, 1.0))
