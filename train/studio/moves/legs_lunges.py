"""Far down on bent knees: lunges and kneeling."""

from train.studio.moves.carriage import any_arms, exact, metres, tempo, within
from train.studio.repertoire import LEG, Task, Words, move
from train.studio.score import Score


def stay_behind(s: Score, side: str, beats: float, ahead: float) -> None:
    """As the other foot lands, the one left `ahead` of the body turns on its ball so that its knee bends straight."""
    straight = s.pick(-6, 4)
    s.step(side, 0.3 * beats, delay=0.7 * beats, under=beats, ahead=ahead, toe_out=straight, height=0, heel=0)


def pulse(s: Score, k: float, drop: float) -> None:
    """Stay down, or spring a little there."""
    s.hold(k * s.pick(0.1, 1.6))
    if s.chance(0.2):
        for _ in range(s.count(1, 3)):
            s.to(0.4 * k, drop=0.75 * drop)
            s.to(0.4 * k, **within(s, 0.12, 0.38, drop=drop))


@move(
    "lunge",
    Words(
        does=(
            "lunges",
            "does a lunge",
            "steps into a lunge",
            "takes a wide step and bends the front knee",
            "sinks into a lunge with one leg far behind the other",
            "goes into a long split stance with a bent front knee",
            "drops into a lunge",
            "bends the front knee in a long stance",
            "goes low in a long stride",
            "takes a long stride and lowers the hips",
        ),
        noun=(
            "lunge",
            "long lunge",
            "split-stance lunge",
            "lunge step",
            "deep lunge",
            "fitness lunge",
            "split squat",
            "long low stride",
        ),
        side=LEG,
        pictures=(
            "one foot far in front of the other, front knee bent, hips low",
            "feet far apart on one line, the front knee folded",
            "gym exercise: long step, bend, push up again",
            "front knee bent, back heel off the floor",
            "long stride, sink, and rise",
            "like a marriage proposal, but the back knee stays off the floor",
            "like stretching the hips before a run",
            "like the warrior pose in yoga",
            "legs far apart, one ahead and one behind, weight low between them",
            "thigh and hip stretch in a long step",
        ),
    ),
    directions=("forward", "forward", "backward"),
    times=(1, 1, 2, 3),
)
def lunge(s: Score, do: Task) -> None:
    """The right foot steps far ahead (or behind), the front knee bends, the heel behind rises."""
    k = tempo(s, 1.5 + 4 * do.times)
    size = metres(s, s.dancer.leg / 0.785) * min(s.quality.size, 1.12)
    ways, styles = 1 if do.direction == "forward" else -1, ("hang", "low", "second", "hips", "guard", "high", "fifth")
    front, rear = ("R", "L") if ways > 0 else ("L", "R")
    s.shape(k * s.pick(0.8, 1.6), **any_arms(s, *styles, "forward", "clasped", "thighs"))
    lean, twist = s.pick(-4, 24), s.pick(-25, 25) * s.chance(0.3)
    for left in reversed(range(do.times)):
        long, short = size * s.pick(0.46, 0.56), size * s.pick(0.34, 0.48)
        length = long + short
        share = (long if ways > 0 else short) / length
        drop, beats = s.pick(0.22, 0.32) - max(s.dancer.posture.get("drop", 0.0), 0.0), k * s.pick(0.8, 1.4)
        s.shape(0.3 * beats, sway=0.05)
        s.go(beats, ahead=ways * share * length, ease=s.pick(0.3, 0.9))
        s.step("R", beats, under=beats, ahead=ways * (1 - share) * length, height=s.pick(0.05, 0.14), toe=12 * ways)
        if ways > 0:
            stay_behind(s, "L", beats, -share * length)
        s.shape(beats, **{f"{rear}_heel": s.pick(20, 48), f"{front}_heel": 0}, lean=lean, twist=twist)
        s.to(0.6 * beats, drop=0.4 * drop)
        s.to(0.7 * beats, **within(s, 0.12, 0.38, drop=drop), sway=0)
        pulse(s, k, drop)
        back, onward = k * s.pick(0.8, 1.3), ways > 0 and s.chance(0.3)
        s.shape(back, drop=0, lean=0, twist=0, L_heel=0, R_heel=0)
        s.shape(0.4 * back, sway=-0.05 if onward else 0.05)
        s.go(back, ahead=(1 - share) * length if onward else -ways * share * length, ease=s.pick(0.3, 0.9))
        s.step("L" if onward else "R", back, under=back, height=0.06)
        s.hold(back)
        s.to(0.3 * k, sway=0)
        s.hold(k * s.pick(0, 0.5) * bool(left))
    s.relax(s.pick(0.5, 1.0))


@move(
    "side_lunge",
    Words(
        does=(
            "lunges sideways",
            "does a side lunge",
            "steps wide and bends that knee while the other leg stays straight",
            "sinks over one bent knee with the other leg stretched out sideways",
            "shifts low over one leg in a wide stance",
            "sinks sideways over one knee",
            "does a lateral lunge",
            "steps out wide to one side and bends that knee",
            "drops low to one side with the other leg straight",
        ),
        noun=(
            "side lunge",
            "lateral lunge",
            "sideways lunge",
            "lunge to the side",
            "lunge sideways",
            "cossack lunge",
            "lateral squat",
            "deep step to the side",
        ),
        side=("to the {side}", "with the {side} leg"),
        pictures=(
            "one knee bent, the other leg stretched out sideways",
            "wide step to the side, hips low over one foot",
            "like a speed skater pushing off",
            "inner thigh stretch over one bent knee",
            "gym exercise: step wide, sit over that leg, push back",
            "weight low over one side, the other leg long and straight",
            "like dodging under something to one side",
            "side, bend, and push home",
            "like a goalkeeper going down for a low ball at the side",
            "wide stance, one leg folds, one leg stays straight",
        ),
    ),
    times=(1, 1, 2, 3),
)
def side_lunge(s: Score, do: Task) -> None:
    """The right foot steps wide, its knee bends under the body, the left leg stays long, and the dancer pushes back."""
    k = tempo(s, 1.5 + 4 * do.times)
    size, toe_out = metres(s, s.dancer.leg / 0.785) * min(s.quality.size, 1.12), s.pick(0, 28)
    s.shape(
        k * s.pick(0.8, 1.6), **any_arms(s, "hang", "low", "second", "hips", "guard", "forward", "clasped", "thighs")
    )
    lean, side, twist = s.pick(2, 32), s.pick(-14, 14), s.pick(-15, 10) * s.chance(0.3)
    for left in reversed(range(do.times)):
        shift, beyond = size * s.pick(0.46, 0.62), size * s.pick(0.14, 0.26)
        drop, beats = s.pick(0.22, 0.38), k * s.pick(0.8, 1.4)
        s.shape(0.3 * beats, sway=0.05)
        s.go(beats, left=-shift, ease=s.pick(0.3, 0.9))
        s.step("R", beats, under=beats, out=beyond, height=s.pick(0.05, 0.14), toe_out=toe_out)
        s.shape(1.2 * beats, lean=lean, side=side, twist=twist, forth=-0.1 * drop, nod=-0.4 * lean)
        s.to(0.6 * beats, drop=0.4 * drop)
        s.to(0.7 * beats, **within(s, 0.12, 0.38, drop=drop), sway=0)
        pulse(s, k, drop)
        back = k * s.pick(0.8, 1.3)
        s.shape(back, drop=0, lean=0, side=0, twist=0, forth=0, nod=0)
        s.shape(0.4 * back, sway=0.05)
        s.go(back, left=shift, ease=s.pick(0.3, 0.9))
        s.step("R", back, under=back, height=0.06)
        s.hold(back)
        s.to(0.3 * k, sway=0)
        s.hold(k * s.pick(0, 0.5) * bool(left))
    s.relax(s.pick(0.5, 1.0))


@move(
    "kneel",
    Words(
        does=(
            "kneels",
            "kneels down",
            "goes down to kneel on the floor",
            "lowers a knee to the ground",
            "drops to the knees and gets up again",
            "sinks into a kneel and stands back up",
            "takes a knee",
            "genuflects",
            "goes down on bended knee",
            "puts a knee on the floor and rises again",
        ),
        noun=(
            "kneel",
            "kneeling pose",
            "genuflection",
            "kneel on the floor",
            "knee to the floor",
            "kneeling position",
            "descent onto a knee",
            "kneel as in a proposal",
        ),
        side=("on the {side} knee", "{side} knee first"),
        pictures=(
            "a knee on the floor, then up again",
            "like a knight before a king",
            "as in a marriage proposal",
            "like tying a shoelace",
            "as before the altar in a church",
            "down on a knee and back to standing",
            "a shin along the floor, then rising",
            "down onto the knee, stay, get up",
            "as if to look at something on the ground",
            "close to the ground, resting on a knee",
        ),
    ),
    sized=False,
)
def kneel(s: Score, do: Task) -> None:
    """A step back or ahead, the right knee goes down to the floor, perhaps the left one too, and the dancer rises."""
    k = tempo(s, 7)
    body, both = s.dancer, s.chance(0.2)
    down = 0.995 - (body.thigh + 0.05 - body.ankle) / body.leg - body.posture.get("drop", 0.0)
    down -= s.quality.bounce + 0.05 * max(s.quality.weight, 0)
    behind = metres(s, -0.95 * body.shin - 0.55 * body.foot)
    front = metres(s, s.pick(0.8, 1.05) * body.thigh + 0.45 * body.foot)
    styles = ("hang", "low", "hips", "clasped", "guard", "second", "thighs", "folded", "high")
    s.shape(k * s.pick(1, 2), **any_arms(s, *styles))
    first, steps_back, lean = k * s.pick(0.8, 1.3), s.chance(0.6), s.pick(0, 15)
    path = -front if steps_back else -behind
    s.shape(0.3 * first, sway=0.05 if steps_back else -0.05)
    s.go(first, ahead=path, ease=0.5)
    s.step(
        "R" if steps_back else "L", first, under=first, ahead=behind if steps_back else front, toe_out=0, height=0.08
    )
    if not steps_back:
        stay_behind(s, "R", first, behind)
    s.shape(first, R_heel=60, lean=lean)
    s.to(first, **exact(s, drop=0.3 * down))
    s.to(k * s.pick(0.6, 1.3), **exact(s, drop=down), sway=0, lean=s.pick(-3, 10), bend=s.pick(-4, 12))
    if both:
        s.shape(0.3 * k, L_free=1, R_free=1)
        s.to(0.5 * k, **exact(s, R_hip=0, R_knee=96, L_hip=50, L_knee=125), R_point=60)
        s.to(0.5 * k, **exact(s, L_hip=0, L_knee=96), L_point=60)
    s.hold(k * s.pick(0.4, 3))
    if both:
        s.to(0.5 * k, **exact(s, L_hip=50, L_knee=125), L_point=0, R_point=0)
        s.to(0.5 * k, **exact(s, L_hip=85, L_knee=90), L_free=0, R_free=0)
    last, over_left = k * s.pick(0.9, 1.4), s.chance(0.65)
    s.go(1.4 * last, ahead=front if over_left else behind, ease=0.6)
    s.shape(0.7 * last, sway=0.04 if over_left else -0.04, lean=lean)
    s.to(0.7 * last, **exact(s, drop=0.45 * down))
    s.step("R" if over_left else "L", 0.7 * last, under=0.7 * last, height=0.08)
    s.relax(0.9 * last)
