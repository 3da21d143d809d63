"""The leg is thrown: kicks."""

from train.studio.moves.carriage import any_arms, set_down, stand_on_left, step_in, tempo, within
from train.studio.repertoire import LEG, Task, Words, move
from train.studio.score import Score


def ready(s: Score, k: float, *styles: str) -> None:
    """Take the arms up, often with a step of the standing foot; many dancers rise or sink a little on it."""
    s.shape(k * s.pick(0.6, 1.2), **any_arms(s, *styles))
    if s.chance(0.35):
        step_in(s, k * s.pick(0.7, 1.1), s.pick(0.15, 0.45))
    s.shape(k, drop=s.pick(0, 0.06), L_heel=s.pick(10, 40) if s.chance(0.15) else 0)


def against(s: Score, beats: float, reach: float) -> None:
    """The arms swing against the right leg: the left one ahead, the right one behind."""
    s.shape(beats, L_lift=reach, L_plane=s.pick(-5, 40), R_lift=reach * s.pick(0.4, 0.9), R_plane=s.pick(120, 160))


@move(
    "kick",
    Words(
        does=(
            "kicks",
            "throws a kick",
            "swings a leg up in a kick",
            "kicks forward",
            "kicks out in front",
            "kicks at something in front",
            "shoots a leg out ahead",
            "does a front kick",
            "kicks a leg out",
            "kicks as if at a football",
            "throws one foot out in front",
            "lets a leg fly out ahead",
        ),
        noun=(
            "kick",
            "leg kick",
            "front kick",
            "forward kick",
            "football kick",
            "kick of the leg",
            "kick to the front",
            "kick out ahead",
        ),
        side=LEG,
        pictures=(
            "the leg shoots out in front and comes back",
            "like kicking a ball",
            "as if kicking a door open",
            "one leg flies up ahead, the knee straightening",
            "martial arts front kick",
            "one foot leaves the floor and strikes out ahead",
            "like kicking a tin can along the street",
            "foot thrown out in front of the body",
            "and kick, and down",
            "a leg thrown to the front, no higher than the hip",
        ),
    ),
    times=(1, 1, 2, 3),
)
def kick(s: Score, do: Task) -> None:
    """Weight to the left, the right thigh comes up, the shin shoots out, and all of it comes back."""
    k = tempo(s, 2 + 2.7 * do.times)
    ready(s, k, "hang", "low", "second", "guard", "hips", "back", "forward", "round_low")
    folds, swings, counters = s.chance(0.6), s.pick(5, 35), s.chance(0.4)
    point, out, turnout = s.pick(-15, 60), s.pick(-8, 16), s.pick(-5, 30)
    for left in reversed(range(do.times)):
        height, knee = s.pick(50, 80), s.pick(60, 110) if folds else s.pick(5, 30)
        s.shape(k * 0.7, R_turnout=turnout, R_out=out, R_point=point)
        s.to(
            k * s.pick(0.4, 0.9),
            **stand_on_left(s),
            R_free=1,
            R_hip=5 if folds else -swings,
            R_knee=s.pick(40, 75) if folds else s.pick(8, 38),
        )
        if counters:
            against(s, 0.7 * k, s.pick(15, 65))
        if folds:
            s.to(k * s.pick(0.35, 0.6), **within(s, 32, 90, R_hip=height * s.pick(0.8, 1.05)), R_knee=knee, lean=-2)
        s.to(
            max(k * s.pick(0.45, 0.7), 0.26 / s.beat),
            **within(s, 32, 90, R_hip=height),
            R_knee=s.pick(0, 14),
            lean=-height * 0.12,
            bend=height * 0.1,
        )
        s.hold(k * s.pick(0.0, 0.5))
        s.to(k * s.pick(0.3, 0.6), R_hip=s.pick(5, 40), R_knee=s.pick(30, 90) if folds else 15, lean=0, bend=0)
        if not left or s.chance(0.7):
            set_down(s, k * s.pick(0.35, 0.7))
    s.relax(s.pick(0.4, 0.9))


@move(
    "side_kick",
    Words(
        does=(
            "kicks to the side",
            "kicks sideways",
            "throws a leg out to the side",
            "does a side kick",
            "shoots a leg out sideways",
            "kicks a foot out to the side and leans away from it",
            "strikes out sideways with a foot",
            "sends one foot out to the side",
            "flings a leg out sideways",
            "does a karate kick to the side",
        ),
        noun=(
            "side kick",
            "sideways kick",
            "lateral kick",
            "kick to the side",
            "karate side kick",
            "kick out sideways",
            "lateral leg kick",
            "leg thrown out to the side",
        ),
        side=LEG,
        pictures=(
            "leg out to the side, trunk leaning the other way",
            "like a karate kick at someone standing beside",
            "a foot shoots out sideways and comes back",
            "as if slamming a car door shut with one foot",
            "the body leans away from the kicking leg",
            "one foot strikes out beside the body",
            "sideways kick from the hip",
            "martial arts kick to the flank",
            "and kick to the side, and down",
            "leg thrown out beside, foot off the floor",
        ),
    ),
    times=(1, 2, 2, 3),
)
def side_kick(s: Score, do: Task) -> None:
    """The right leg shoots out sideways, from a folded knee or straight; the trunk leans away."""
    k = tempo(s, 2 + 2.7 * do.times)
    ready(s, k, "hang", "low", "guard", "guard", "guard", "hips", "folded")
    chambers, turnout, point = s.chance(0.65), s.pick(-25, 30), s.pick(-22, 40)
    for left in reversed(range(do.times)):
        height = s.pick(55, 92)
        away = height * s.pick(0.25, 0.5)
        s.shape(k * 0.6, R_turnout=turnout, R_point=point)
        if chambers:
            s.to(
                k * s.pick(0.35, 0.7),
                **stand_on_left(s),
                R_free=1,
                R_hip=s.pick(45, 85),
                R_knee=s.pick(85, 120),
                R_out=20,
            )
        else:
            s.to(
                k * s.pick(0.4, 0.8), **stand_on_left(s), R_free=1, R_out=-s.pick(0, 15), R_hip=12, R_knee=s.pick(5, 40)
            )
        s.shape(k * 0.55, tilt=away * 0.5, side=away * 0.6, head_tilt=-away * s.pick(0, 0.6))
        s.to(
            max(k * s.pick(0.35, 0.55), 0.27 / s.beat),
            **within(s, 30, 95, R_out=height),
            R_hip=s.pick(-8, 14),
            R_knee=s.pick(0, 12),
            lean=s.pick(-4, 10),
        )
        s.hold(k * s.pick(0.1, 0.4))
        s.shape(k * 0.5, tilt=0, side=0, head_tilt=0, lean=0)
        s.to(
            k * s.pick(0.3, 0.5),
            R_out=s.pick(5, 25),
            R_hip=s.pick(5, 40) if chambers else 5,
            R_knee=90 if chambers else 12,
        )
        if not left or s.chance(0.7):
            set_down(s, k * s.pick(0.4, 0.7))
    s.relax(s.pick(0.4, 0.9))


@move(
    "back_kick",
    Words(
        does=(
            "kicks backward",
            "kicks back",
            "kicks a leg out behind",
            "throws a leg up behind the body",
            "does a donkey kick",
            "kicks behind and tips the chest forward",
            "does a back kick",
            "kicks out like a mule",
            "strikes out behind with one heel",
            "flings a leg out behind",
        ),
        noun=(
            "back kick",
            "backward kick",
            "donkey kick",
            "rear kick",
            "kick behind the body",
            "mule kick",
            "horse kick",
            "kick to the rear",
            "leg thrown back",
        ),
        side=LEG,
        pictures=(
            "one leg shoots out behind, the trunk tips against it",
            "like a horse or a mule lashing out",
            "heel thrown out to the rear",
            "as if kicking a door shut behind the back",
            "the foot flies up behind, the chest goes down in front",
            "a kick at somebody standing behind",
            "backward strike with the foot",
            "and kick behind, and down",
            "leg thrown back off the floor and brought in again",
            "foot out behind, like scattering gravel",
        ),
    ),
    times=(1, 1, 2, 3),
)
def back_kick(s: Score, do: Task) -> None:
    """The right leg shoots out behind, from a raised knee or straight; the trunk tips forward against it."""
    k = tempo(s, 2 + 2.6 * do.times)
    ready(s, k, "hang", "low", "second", "guard", "hips", "forward", "first", "thighs")
    chambers, turnout, bent = s.chance(0.45), s.pick(-5, 40), s.pick(0, 12) if s.chance(0.75) else s.pick(12, 45)
    looks = s.pick(-35, 0) if s.chance(0.3) else 0.0
    for left in reversed(range(do.times)):
        height = s.pick(42, 85)
        s.shape(k * 0.6, R_turnout=turnout, R_point=s.pick(-15, 60))
        hip, knee = (s.pick(25, 75), s.pick(70, 115)) if chambers else (s.pick(5, 25), s.pick(10, 45))
        s.to(k * s.pick(0.4, 0.8), **stand_on_left(s), R_free=1, R_hip=hip, R_knee=knee)
        s.shape(k * 0.55, lean=height * s.pick(0.25, 0.7), bend=-s.pick(0, 18), nod=s.pick(-18, 5), twist=looks)
        s.to(
            max(k * s.pick(0.45, 0.7), 0.26 / s.beat),
            **within(s, -100, -26, R_hip=-height),
            R_knee=bent,
            R_out=s.pick(-4, 12),
            drop=s.pick(0, 0.07),
        )
        s.hold(k * s.pick(0.0, 0.4))
        s.shape(k * 0.5, lean=0, bend=0, nod=0, twist=0)
        s.to(k * s.pick(0.35, 0.7), R_hip=-s.pick(0, 15), R_knee=s.pick(15, 60), R_out=0)
        if not left or s.chance(0.7):
            set_down(s, k * s.pick(0.35, 0.7))
    s.relax(s.pick(0.4, 0.9))
