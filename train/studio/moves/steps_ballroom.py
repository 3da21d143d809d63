"""Ballroom dances that travel: waltz and tango."""

from train.studio.moves.steps_footwork import Pace, away, close, footwork, holds, over, poise, rounds, tempo
from train.studio.repertoire import Task, Words, move
from train.studio.score import OTHER, Score

WALTZ = {
    "box": (Pace(1, ahead=0.42), Pace(1, out=0.4), Pace(1)),
    "turn": (Pace(1, ahead=0.5, turn=50), Pace(1, out=0.42, turn=70), Pace(1, turn=30)),
    "box_turn": (Pace(1, ahead=0.4, turn=45), Pace(1, out=0.36, turn=40), Pace(1, turn=5)),
    "change": (Pace(1, ahead=0.5), Pace(1, ahead=0.25, out=0.28), Pace(1)),
    "walk": (Pace(1, ahead=0.55), Pace(1, ahead=0.45), Pace(1, ahead=0.35)),
    "whisk": (Pace(1, ahead=0.4), Pace(1, ahead=0.1, out=0.34), Pace(1, reach=-0.16, cross=0.2)),
    "balance": (Pace(1, out=0.42), Pace(1, reach=-0.1, cross=0.08), Pace(1)),
    "chasse": (Pace(1, ahead=0.45), Pace(0.5, out=0.3), Pace(0.5), Pace(1, out=0.3)),
    "hesitation": (Pace(1, ahead=0.45, turn=30), Pace(2, out=0.4, turn=60)),
    "spin": (Pace(1, ahead=0.35, turn=110), Pace(1, ahead=0.1, turn=140), Pace(1, out=0.35, turn=70)),
}
WALTZES = (("box",), ("box", "box_turn"), ("turn",), ("turn", "change", "spin"), ("walk", "whisk", "chasse"), (*WALTZ,))


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
    viennese = s.chance(0.2)
    count = tempo(s, 140, 180) if viennese else tempo(s, 82, 114)
    plan = ("turn", "change") if viennese else WALTZES[s.count(0, len(WALTZES) - 1)]
    long, low, rise = s.pick(0.6, 1.3), s.pick(0.03, 0.09), s.pick(14, 40)
    lean, breath = s.pick(0, 16), s.pick(0, 14)
    pose = holds(s, "lead", "follow", "lead", "follow", "skirt", "low")
    tall = poise(s, bend=-s.pick(0, 10), nod=-s.pick(0, 8))
    low += tall["drop"]
    s.to(s.pick(0.5, 1.2), **(tall | {"drop": low}), head_tilt=s.pick(-12, 12), **pose)
    foot, back = "R", s.chance(0.5)
    for _ in range(rounds(s, 3 * count)):
        figure, first = WALTZ[str(s.rng.choice(plan))], foot
        for index, (foot, beats, _) in enumerate(footwork(s, figure, first, count, long, back, heel=38, toe=10)):
            up = rise * (0.0, 0.8, 1.0, 1.0)[index]
            arms = {f"{side}_lift": pose.get(f"{side}_lift", 4) + breath * (index > 0) for side in "LR"}
            s.shape(
                0.7 * beats,
                drop=low if index == 0 else tall["drop"],
                **{f"{side}_heel": max(up, s.value(f"{side}_heel")) for side in "LR"},
            )
            s.to(beats, sway=over(s, foot), side=away(first) * lean * (0.0, 0.7, 1.0, 0.6)[index], **arms)
        s.now -= 0.35 * beats * s.beat
        s.to(0.35 * beats, L_heel=0, R_heel=0, drop=low)
        foot, back = OTHER[foot], back != (s.chance(0.85) if "box" in plan or "turn" in plan else s.chance(0.3))
    close(s, foot, count)


TANGO = {
    "walks": (Pace(2, ahead=0.52, turn=8), Pace(2, ahead=0.52, turn=8), Pace(1, ahead=0.4), Pace(1, out=0.36), Pace(2)),
    "promenade": (Pace(2, out=0.46), Pace(2, ahead=0.1, reach=0.2, cross=0.3), Pace(1, out=0.42), Pace(1, cross=-0.2),
                  Pace(2, out=0.2)),
    "corte": (Pace(2, ahead=-0.45, reach=-0.15), Pace(2, ahead=0.4), Pace(1, ahead=0.4), Pace(1, out=0.36), Pace(2)),
    "turn": (Pace(2, ahead=0.45), Pace(2, ahead=0.45, turn=30), Pace(1, ahead=0.35, turn=50),
             Pace(1, out=0.35, turn=40), Pace(2)),
}  # fmt: skip
"""Slow, slow, quick, quick, slow; a tap follows."""
TANGOS = (("walks",), ("walks", "promenade"), ("corte", "promenade"), ("walks", "turn"), ("walks", "corte"))


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
    """Walks on deep knees, a partner held close: each foot is placed at once and waits, the head snaps; a tap ends."""
    count = max(tempo(s, 112, 140), 0.36 / s.beat)
    plan, long, low = TANGOS[s.count(0, len(TANGOS) - 1)], s.pick(0.85, 1.3), s.pick(0.13, 0.22)
    attack, snap, back = s.pick(0.3, 0.5), s.pick(24, 42), s.chance(0.25)
    pose = holds(s, "tango", "tango", "tango", "lead", "follow")
    tall = poise(s, drop=low, bend=-s.pick(0, 10), nod=-s.pick(0, 8))
    s.to(s.pick(0.5, 1.1), **tall, **pose)
    free, facing = "R", snap
    s.shape(0.3, twist=0.4 * facing)
    for index in range(max(1, rounds(s, 8 * count, 3, 6.5))):
        name = plan[index % len(plan)]
        for foot, beats, pace in footwork(
            s, TANGO[name], free, count, long, back and name == "walks", 0.3, attack, height=0.05, heel=30, toe=8
        ):
            dips = name == "corte" and pace.reach < 0
            if pace.counts == 2 or dips:
                facing = -facing if s.chance(0.6) else facing
                s.shape(0.3, twist=facing if name == "promenade" else 0.5 * facing, head_tilt=0.6 * facing)
            s.shape(0.6 * min(beats, 1), sway=over(s, foot), lean=-8 if dips else 0)
            s.to(beats, drop=tall["drop"] + (s.pick(0.06, 0.12) if dips else s.pick(-0.01, 0.015)))
        free = OTHER[foot]
        _tap(s, free, count, tall["drop"])
    close(s, free, count)


def _tap(s: Score, foot: str, count: float, low: float) -> None:
    """The foot shoots out to the side to tap the floor, the knee of the other one deep, and waits."""
    s.step(foot, 0.5 * count, under=0.5 * count, out=s.pick(0.16, 0.3), height=0.04, heel=20)
    s.shape(0.4 * count, sway=over(s, OTHER[foot], 1.1), **{f"{foot}_heel": 40})
    s.to(count, drop=low + 0.03)
    s.hold(s.pick(0.3, 1.0) * count)
    s.step(foot, 0.6 * count, under=0.6 * count, height=0.04)
    s.to(0.6 * count, drop=low, **{f"{foot}_heel": 0})
