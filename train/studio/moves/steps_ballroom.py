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
        ),
        noun=("waltz", "waltz step", "ballroom waltz", "waltz in three-four time"),
    ),
)
def waltz(s: Score, do: Task) -> None:
    """One goes down and away, two goes aside and up, three closes on the toes and comes down; turning or not."""
    viennese = s.chance(0.2)
    count = tempo(s, 140, 180) if viennese else tempo(s, 82, 114)
    plan = ("turn", "change") if viennese else WALTZES[s.count(0, len(WALTZES) - 1)]
    long, low, rise = s.pick(0.55, 1.65), s.pick(0.03, 0.09), s.pick(14, 40)
    lean, breath = s.pick(0, 16), s.pick(0, 14)
    pose = holds(s, "lead", "follow", "lead", "follow", "practice", "second", "low", "skirt")
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
    "walks": (Pace(2, ahead=0.5, turn=8), Pace(2, ahead=0.5, turn=8)),
    "link": (Pace(1, ahead=0.45), Pace(1, reach=-0.1, out=0.12, turn=-50)),
    "basic": (Pace(2, ahead=0.5), Pace(2, ahead=0.5), Pace(1, ahead=0.4), Pace(1, out=0.35), Pace(2)),
    "side_close": (Pace(1, ahead=0.4), Pace(1, out=0.32), Pace(2)),
    "open_turn": (Pace(1, ahead=0.42, turn=60), Pace(1, out=0.35, turn=60), Pace(2, ahead=-0.3, turn=30)),
    "promenade": (Pace(2, out=0.4), Pace(1, ahead=0.15, cross=0.24, reach=0.18), Pace(1, out=0.4, turn=-25), Pace(2)),
    "rock": (Pace(1, ahead=0.3), Pace(1, ahead=-0.3), Pace(2, ahead=0.3, turn=30)),
    "corte": (Pace(2, ahead=-0.4, reach=-0.1), Pace(2, ahead=0.35)),
    "pivots": (Pace(1, ahead=0.3, turn=150), Pace(1, ahead=0.2, turn=150), Pace(2, ahead=0.3, turn=60)),
}
TANGOS = (("basic",), ("walks", "basic"), ("walks", "link", "promenade"), ("walks", "open_turn", "rock"), (*TANGO,))


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
        ),
        noun=("tango", "tango walk", "ballroom tango", "tango step"),
    ),
)
def tango(s: Score, do: Task) -> None:
    """Walks on bent knees, level as a table: every foot is placed at once and waits; the head snaps on the corners."""
    count = tempo(s, 108, 136)
    plan, long, low = TANGOS[s.count(0, len(TANGOS) - 1)], s.pick(0.8, 1.6), s.pick(0.07, 0.15)
    attack, snap, back = s.pick(0.25, 0.45), s.pick(18, 38), s.chance(0.25)
    pose = holds(s, "lead", "follow")
    tall = poise(s, drop=low, bend=-s.pick(-2, 12), nod=-s.pick(0, 8))
    s.to(s.pick(0.5, 1.1), **tall, side=s.pick(-8, 8), **pose)
    foot, facing = "R", s.pick(-14, 14)
    s.shape(0.3, twist=facing)
    for _ in range(rounds(s, 5 * count)):
        figure, first = TANGO[str(s.rng.choice(plan))], foot
        for foot, beats, pace in footwork(
            s, figure, first, count, long, back, 0.3, attack, height=0.05, heel=30, toe=8
        ):
            if abs(pace.turn) > 20 or s.chance(0.15):
                facing = (1 if facing < 0 else -1) * snap
                s.shape(0.3, twist=facing, head_tilt=0.5 * facing)
            s.shape(0.6 * min(beats, 1), sway=over(s, foot))
            s.to(beats, drop=tall["drop"] + s.pick(-0.01, 0.015))
        foot, back = OTHER[foot], back != s.chance(0.25)
    close(s, foot, count)
