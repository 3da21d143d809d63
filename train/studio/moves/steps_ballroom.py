"""Ballroom dances that travel: waltz and tango."""

from train.studio.moves.steps_ballroom_figures import TANGO, WALTZ, of_figures, turned
from train.studio.moves.steps_footwork import away, close, footwork, holds, over, poise, rounds, shod, tempo
from train.studio.repertoire import Task, Words, move
from train.studio.score import OTHER, Score


@move(
    "waltz",
    Words(
        does=(
            "goes waltzing",
            "dances a waltz",
            "dances waltz steps in three-four time",
            "rises and falls through the steps of a waltz",
            "does ballroom waltz steps, one two three",
            "sweeps through a waltz",
            "waltzes",
            "waltzes around the ballroom",
            "dances in three-four time",
            "dances as if at a vienna ball",
        ),
        noun=(
            "waltz",
            "waltz step",
            "ballroom waltz",
            "waltz in three-four time",
            "waltz dance",
            "waltz figure",
            "dance in triple time",
            "ballroom dance in three-four time",
        ),
        pictures=(
            "one, two, three, one, two, three",
            "rise and fall in three-four time",
            "oom-pah-pah, oom-pah-pah",
            "down on one, up on two and three",
            "a ball in vienna, gowns and chandeliers",
            "to the blue danube",
            "cinderella and the prince at the ball",
            "the body sinks on the first beat and rises to the toes on the next",
            "ballroom dance in threes",
            "old-time couple dance with three beats to the bar",
        ),
    ),
)
def waltz(s: Score, do: Task) -> None:
    """One goes down and away, two goes aside and up, three closes on the toes and comes down; turning or not."""
    shod(s)
    viennese, social = s.chance(0.12), s.chance(0.15)
    count = tempo(s, 140, 180) if viennese else tempo(s, 80, 108)
    plan = ["box", "box_turn"] if social else ["turn", "turn", "change"]
    if not (viennese or social):
        plan = of_figures(s, WALTZ, "turn", "turn", "spin", "walk")
    long, low, rise, much = s.pick(0.8, 1.5), s.pick(0.04, 0.13), s.pick(16, 45), s.pick(0.6, 1.2)
    lean, breath, swing = s.pick(2, 20), s.pick(0, 8), s.pick(0, 16)
    pose = holds(s, *("lead", "follow") * 3, "loose", *("skirt", "low") * social)
    tall = poise(s, bend=-s.pick(0, 16), nod=-s.pick(0, 10))
    low += tall["drop"]
    s.to(s.pick(0.5, 1.2), **(tall | {"drop": low}), head_tilt=s.pick(-18, 18), **pose)
    start, foot, back = s.now, "R", s.chance(0.5)
    for _ in range(rounds(s, 3 * count, 2.5, 6.5)):
        name, first = str(s.rng.choice(plan)), foot
        figure = turned(WALTZ[name], much)
        turns = abs(sum(pace.turn for pace in figure)) > 60
        for index, (foot, beats, pace) in enumerate(
            footwork(s, figure, first, count, long, back, stride=0.82, heel=38, toe=10)
        ):
            line = name == "oversway" and pace.counts > 2
            up = 0 if line else rise * (0.0, 0.8, 1.0, 1.0)[index]
            sway = 1.5 * lean if line else lean * (0.0, 0.8, 1.0, 0.6)[index]
            sway *= away(first) * (-1 if line else 1)
            arms = {f"{side}_lift": pose.get(f"{side}_lift", 4) + breath * (index > 0) for side in "LR"}
            s.shape(
                0.7 * beats,
                drop=low + 0.08 * line if index == 0 or line else tall["drop"],
                twist=(-1 if back else 1) * away(first) * swing * ((index == 0) + 2 * line),
                **{f"{side}_heel": max(up, s.value(f"{side}_heel")) for side in "LR"},
            )
            s.to(beats, sway=over(s, foot), side=sway, tilt=0.35 * sway, **arms)
        s.now -= 0.35 * count * s.beat
        s.to(0.35 * count, L_heel=0, R_heel=0, drop=low)
        foot, back = OTHER[foot], back != (s.chance(0.9) if turns or social else s.chance(0.25))
    _leave(s, foot, count, start)


def _leave(s: Score, foot: str, count: float, start: float) -> None:
    """The feet close and the hold is let go; a recording may begin once it is taken up, and end before."""
    danced = s.now
    close(s, foot, count)
    s.spare = (1.3 * start, 1.4 * (s.now - danced) + s.pick(0.1, 0.8))


@move(
    "tango",
    Words(
        does=(
            "dances a tango",
            "tangos",
            "stalks through tango steps",
            "does tango steps on bent knees",
            "dances the figures of a ballroom tango",
            "steps a tango, each foot placed at once",
            "prowls through a tango",
            "walks a tango",
            "strides through tango figures",
            "does a ballroom tango",
        ),
        noun=(
            "tango",
            "tango walk",
            "ballroom tango",
            "tango step",
            "tango dance",
            "tango figure",
            "dramatic tango",
        ),
        pictures=(
            "slow, slow, quick, quick, slow",
            "low over bent knees, the feet placed like a cat's and the head snapping round",
            "a close embrace, a stalking walk and a dead stop",
            "t, a, n, g, o",
            "buenos aires, a rose between the teeth",
            "a stealthy walk on bent knees that ends in a tap",
            "like a panther stalking its prey",
            "ballroom dance without rise and fall, the knees kept low",
            "the drama of argentina, partners held chest to chest",
            "the bandoneon plays and the feet creep and strike",
        ),
    ),
)
def tango(s: Score, do: Task) -> None:
    """Walks on deep knees, a partner held close: each foot is placed at once and waits, the head snaps; often a tap."""
    shod(s)
    count = max(tempo(s, 112, 142), 0.36 / s.beat)
    plan, long, low = (
        of_figures(s, TANGO, "turn", "pivots", "fallaway", "corte"),
        s.pick(1.0, 1.5),
        s.pick(0.02, 0.12),
    )
    attack, snap, back, much = s.pick(0.3, 0.5), s.pick(24, 44), s.chance(0.25), s.pick(0.6, 1.4)
    against = s.pick(-0.9, 0.9)
    taps, tilt = s.pick(0.1, 0.7), s.pick(0, 7)
    pose = holds(s, "lead", "follow", "lead", "follow", "tango", "embraced")
    tall = poise(s, drop=low, bend=-s.pick(0, 14), nod=-s.pick(0, 8))
    s.to(s.pick(0.5, 1.1), **tall, **pose)
    start, free, facing = s.now, "R", snap
    s.shape(0.3, twist=0.4 * facing)
    for _ in range(max(1, rounds(s, 8 * count, 3, 7.5))):
        name = str(s.rng.choice(plan))
        for foot, beats, pace in footwork(
            s,
            turned(TANGO[name], much),
            free,
            count,
            long,
            back and name in ("walks", "turn"),
            0.3,
            attack,
            0.82,
            height=0.05,
            heel=30,
            toe=8,
        ):
            dips, lunges = name == "corte" and pace.reach < 0, name == "lunge" and pace.counts > 2
            opens = name in ("promenade", "fallaway")
            if pace.counts > 1 or dips:
                facing = away(foot) * snap if opens or lunges else -facing if s.chance(0.5) else facing
                far = 1.0 if opens or lunges else 0.5
                s.shape(0.3, twist=far * facing, hip_turn=against * far * facing, head_tilt=0.6 * facing)
            side = -away(foot) * (14 if lunges else 0)
            s.shape(0.6 * min(beats, 1), sway=over(s, foot), tilt=-away(foot) * tilt, side=side, lean=-8 if dips else 0)
            s.to(beats, drop=tall["drop"] + (s.pick(0.06, 0.14) if dips or lunges else s.pick(-0.015, 0.02)))
        free = OTHER[foot]
        if s.chance(taps):
            _tap(s, free, count, tall["drop"])
    _leave(s, free, count, start)


def _tap(s: Score, foot: str, count: float, low: float) -> None:
    """The foot shoots out to the side to tap the floor, the knee of the other one deep, and waits."""
    s.step(foot, 0.5 * count, under=0.5 * count, out=s.pick(0.16, 0.3), height=0.04, heel=20)
    s.shape(0.4 * count, sway=over(s, OTHER[foot], 1.1), **{f"{foot}_heel": 40})
    s.to(count, drop=low + 0.03)
    s.hold(s.pick(0.3, 1.0) * count)
    s.step(foot, 0.6 * count, under=0.6 * count, height=0.04)
    s.to(0.6 * count, drop=low, **{f"{foot}_heel": 0})
