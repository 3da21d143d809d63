"""A straight leg swung from the hip: high kicks and pendulums."""

from train.studio.moves.carriage import any_arms, set_down, stand_on_left, tempo, within
from train.studio.moves.legs_kicks import ready
from train.studio.repertoire import LEG, Task, Words, move
from train.studio.score import Score


@move(
    "high_kick",
    Words(
        does=(
            "kicks high",
            "kicks a straight leg up to head height",
            "throws a leg up past the waist",
            "does a grand battement",
            "swings the foot up to the face",
            "kicks up to the sky",
            "kicks above the waist",
            "flings a straight leg up high",
            "does a can-can kick",
            "kicks like a showgirl",
        ),
        noun=(
            "high kick",
            "grand battement",
            "can-can kick",
            "head-high kick",
            "kick up to the face",
            "showgirl kick",
            "chorus-line kick",
            "straight-leg high kick",
            "kick up to the ceiling",
        ),
        side=LEG,
        pictures=(
            "a straight leg flies up in front, the foot high above the waist",
            "toes toward the ceiling",
            "like a showgirl in a chorus line",
            "as in the can-can",
            "leg thrown up in front as far as it goes",
            "foot up toward the face",
            "and up to the sky, and down",
            "the leg goes past the horizontal with a straight knee",
            "like a cheerleader's kick",
            "as if to knock a hat off with a foot",
        ),
    ),
    times=(1, 1, 2, 3),
)
def high_kick(s: Score, do: Task) -> None:
    """The right leg flies up in front as high as it goes; the chest gives way a little."""
    k = tempo(s, 2 + 2.8 * do.times)
    ready(s, k, "hang", "low", "second", "guard", "hips", "high", "fifth", "round_low", "forward")
    chambers, reaches, behind = s.chance(0.12), s.chance(0.3), s.pick(0, 35)
    turnout, point, brushes = s.pick(0, 50), s.pick(0, 65), s.chance(0.6)
    for left in reversed(range(do.times)):
        height, lean = s.pick(120, 145), s.pick(-14, 2)
        s.shape(k * 0.7, R_turnout=turnout, R_out=s.pick(-6, 4), R_point=point)
        s.to(k * s.pick(0.5, 0.9), **stand_on_left(s), R_free=1, R_hip=-behind, R_knee=5 if brushes else s.pick(10, 40))
        if reaches:
            s.shape(0.8 * k, L_lift=s.pick(80, 115), L_plane=s.pick(-10, 15), L_elbow=10, twist=-s.pick(5, 25))
        if chambers:
            s.to(k * s.pick(0.5, 0.7), R_hip=s.pick(90, 115), R_knee=s.pick(80, 120))
        s.shape(k * 0.4, tilt=s.pick(0, 6), L_heel=s.pick(0, 25))
        s.to(
            max(k * s.pick(0.65, 0.95), 0.36 / s.beat),
            **within(s, 108, 148, R_hip=height),
            R_knee=s.pick(0, 14),
            lean=lean,
            bend=s.pick(0, 22),
            nod=s.pick(-8, 5),
        )
        s.hold(k * s.pick(0.1, 0.45))
        s.to(
            max(k * s.pick(0.55, 0.9), 0.32 / s.beat),
            R_hip=s.pick(0, 20),
            R_knee=s.pick(0, 40),
            lean=0,
            bend=0,
            twist=0,
            tilt=0,
            nod=0,
        )
        if not left or s.chance(0.6):
            set_down(s, k * s.pick(0.35, 0.7))
    s.relax(s.pick(0.4, 1.0))


@move(
    "leg_swing",
    Words(
        does=(
            "swings a leg like a pendulum",
            "swings a leg back-and-forth",
            "lets a leg swing from the hip",
            "stands on one leg and swings the other",
            "swings one leg this way, then that way",
            "swings a leg like the clapper of a bell",
            "lets one leg swing like a pendulum",
            "warms up the hip with leg swings",
            "swings one leg to and fro",
        ),
        noun=(
            "leg swing",
            "pendulum swing of the leg",
            "swinging leg",
            "back-and-forth swing of the leg",
            "leg pendulum",
            "swing of the leg",
            "hanging leg swing",
            "warm-up leg swing",
        ),
        side=LEG,
        pictures=(
            "the leg hangs from the hip and swings like a pendulum",
            "like the clapper of a bell",
            "to and fro, to and fro, on one standing leg",
            "as runners loosen their hips before a race",
            "swing, and back, and swing, and back",
            "one foot stands, the other sweeps there and back",
            "like the pendulum of a grandfather clock",
            "like a gate on its hinge",
            "back and forth from the hip, the foot off the floor",
            "warm-up swings of one leg",
        ),
    ),
)
def leg_swing(s: Score, do: Task) -> None:
    """The right leg hangs from the hip and swings like a pendulum, ahead and behind or across and out."""
    swings = s.count(4, 9)
    k = tempo(s, 2 + swings)
    s.shape(k, **any_arms(s, "hang", "hang", "low", "second", "hips", "forward", "high"))
    s.shape(k * 0.6, drop=s.pick(0, 0.04), R_turnout=s.pick(0, 35), R_point=s.pick(0, 55))
    ahead, behind, rest = s.pick(45, 85), s.pick(30, 58), s.pick(0, 14)
    across, counters, beats = s.chance(0.25), s.chance(0.45), max(k * s.pick(0.75, 1.15), 0.36 / s.beat)
    s.to(k * 0.7, **stand_on_left(s), R_free=1, R_hip=12, R_knee=rest)
    for index in range(swings):
        forth, growth = index % 2 == 0, s.pick(0.85, 1.05) * min(1, 0.8 + 0.2 * index)
        if across:
            s.shape(beats, R_out=growth * (-s.pick(18, 28) if forth else 0.7 * ahead), tilt=-2 if forth else 6)
        else:
            s.shape(beats, **within(s, -60, 95, R_hip=growth * (ahead if forth else -behind)))
            s.shape(beats, lean=-5 if forth else 0.3 * behind)
        if counters:
            s.shape(beats, L_plane=25 if forth else 150, R_plane=150 if forth else 25, L_lift=25, R_lift=25)
        s.to(beats, R_knee=rest + (0 if forth else s.pick(0, 25)), drop=s.pick(0, 0.02))
    s.shape(0.7 * k, lean=0)
    set_down(s, k * s.pick(0.6, 0.9))
    s.relax(s.pick(0.4, 0.9))
