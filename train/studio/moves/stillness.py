"""Staying where one is."""

import numpy as np

from train.studio.moves.carriage import any_arms
from train.studio.repertoire import Task, Words, move
from train.studio.score import Score


@move(
    "pause",
    Words(
        does=(
            "pauses",
            "stands still",
            "freezes",
            "holds still",
            "stops and waits",
            "does not move",
            "stays put",
            "keeps still",
            "waits without moving",
            "comes to a standstill",
            "stands there and does nothing",
        ),
        noun=(
            "pause",
            "freeze",
            "moment of stillness",
            "standstill",
            "halt",
            "rest",
            "wait",
            "motionless stand",
        ),
        pictures=(
            "nothing moves but the breath",
            "like waiting for a bus",
            "standing about, doing nothing",
            "a rest in the music",
            "as if someone had pressed the pause button",
            "motionless, feet on the floor",
            "no movement at all, only standing",
            "idle stance before the next cue",
            "wait, two, three, four",
            "the music goes on and the body waits",
        ),
    ),
)
def pause(s: Score, do: Task) -> None:
    """Settle, on both feet or more on one, then nothing but breath."""
    beats = s.pick(0.3, 0.9)
    if s.chance(0.3):
        out, ahead = s.pick(-0.03, 0.2), s.pick(-0.15, 0.15)
        s.step("R", s.pick(0.6, 1.0), out=out, ahead=ahead, under=0, height=0.04, heel=10)
        s.go(0.6, left=-0.5 * out, ahead=0.5 * ahead)
    rests = {"sway": s.pick(0.03, 0.09), "tilt": -s.pick(0, 6), "R_heel": s.pick(0, 22)} if s.chance(0.25) else {}
    looks = {"twist": s.pick(-20, 20), "head_tilt": s.pick(-10, 10)} if s.chance(0.3) else {}
    styles = ("hang", "hang", "hang", "hang", "hang", "hips", "folded", "low", "behind", "clasped")
    s.shape(beats, **any_arms(s, *styles), drop=s.pick(0, 0.01))
    s.to(beats, lean=s.pick(-3, 5), bend=s.pick(-5, 10), nod=s.pick(-8, 14), **rests, **looks)
    s.hold(s.pick(3.0, 10.0) / max(s.quality.pace, 0.7))


@move(
    "balance",
    Words(
        does=(
            "balances on one leg",
            "stands on one foot and keeps the balance",
            "keeps the balance with one foot off the floor",
            "holds a one-legged stand",
            "stays up on a single leg",
            "stands on a single foot",
            "stands like a flamingo",
            "lifts one foot and holds the balance",
            "stays on one leg without falling",
        ),
        noun=(
            "balance on one leg",
            "one-legged balance",
            "balance",
            "stand on one leg",
            "single-leg stand",
            "stork stand",
            "flamingo stand",
            "balance on a single foot",
        ),
        side=("on the {side} leg", "on the {side} foot"),
        pictures=(
            "all the weight on one foot, the other in the air",
            "like a stork in a pond",
            "as on a tightrope with one foot lifted",
            "trying not to put the other foot down",
            "one foot up, and stay",
            "balance exercise as in physiotherapy",
            "the standing ankle works to keep the body upright",
            "no hopping, no turning, only one foot on the floor",
            "the lifted foot is held clear of the floor",
            "how long without falling over",
        ),
    ),
)
def balance(s: Score, do: Task) -> None:
    """All the weight on the right foot, the left held up before, behind or beside, and struggles to stay there."""
    leg, lean = _free_leg(s)
    rise = s.pick(15, 40) if s.chance(0.2) else 0.0
    styles = (
        "second",
        "second",
        "second",
        "low",
        "high",
        "hips",
        "guard",
        "hang",
        "forward",
        "first",
        "fifth",
        "folded",
    )
    s.shape(s.pick(0.8, 2.0), **any_arms(s, *styles))
    s.to(s.pick(0.4, 0.8), sway=-(s.dancer.hip + s.dancer.posture.get("stance", 0.0)), drop=s.pick(0.0, 0.06))
    held = {"free": 1, "point": s.pick(0, 55)} | leg
    s.to(s.pick(0.7, 1.6), lean=lean, R_heel=rise, **{f"L_{name}": value for name, value in held.items()})
    poise = {name: s.value(name) for name in ("side", "tilt", "twist", "L_lift", "R_lift", "L_hip", "L_out")}
    wobble = s.pick(0.0, 1.0) if s.chance(0.7) else 0.0
    until = s.now + s.pick(1.6, 5.0) * min(max(s.quality.pace, 0.8), 1.3)
    while s.now < until:
        push = s.rng.normal(0, wobble)
        sizes = {"side": 3, "tilt": -2, "twist": 3, "L_lift": 8, "R_lift": -8, "L_hip": 4, "L_out": 3}
        s.to(s.pick(0.4, 1.1), **{name: poise[name] + push * size for name, size in sizes.items()})
    down = {"free": 0, "hip": 0, "out": 0, "turnout": 0, "knee": 0, "point": 20}
    s.shape(0.8, lean=0, R_heel=0, side=0, tilt=0, twist=0)
    s.to(s.pick(0.6, 1.2), sway=0, **{f"L_{name}": value for name, value in down.items()})
    s.relax(s.pick(0.5, 1.0))


def _free_leg(s: Score) -> tuple[dict[str, float], float]:
    """Angles of the leg off the floor, and how far the trunk leans against it."""
    where = str(s.rng.choice(["before", "behind", "beside", "low", "straight"]))
    if where == "before":
        return {"hip": s.pick(40, 95), "knee": s.pick(45, 115), "out": s.pick(-3, 15)}, s.pick(-6, 3)
    if where == "behind":
        return {"hip": s.pick(-22, 12), "knee": s.pick(55, 115), "out": s.pick(-3, 12)}, s.pick(0, 14)
    if where == "beside":
        return {"hip": s.pick(0, 25), "out": s.pick(30, 58), "knee": s.pick(15, 75)}, s.pick(-3, 5)
    if where == "low":
        return {"hip": s.pick(28, 48), "knee": s.pick(60, 95), "out": s.pick(0, 15)}, s.pick(-3, 6)
    return {"hip": s.pick(45, 75), "knee": s.pick(0, 15), "out": s.pick(0, 20)}, s.pick(-10, 0)


ARM_SHAPES = {
    "up": {"lift": (140, 178), "plane": (15, 95), "elbow": (0, 30)},
    "out": {"lift": (70, 105), "plane": (50, 100), "elbow": (0, 25)},
    "ahead": {"lift": (75, 105), "plane": (-5, 25), "elbow": (0, 25)},
    "hip": {"lift": (34, 42), "plane": (98, 112), "elbow": (86, 98), "roll": (-74, -62)},
    "head": {"lift": (92, 122), "plane": (60, 90), "elbow": (118, 142), "roll": (70, 100)},
    "flexed": {"lift": (72, 98), "plane": (70, 95), "elbow": (90, 130), "roll": (75, 105)},
    "chest": {"lift": (24, 42), "plane": (10, 30), "elbow": (105, 130), "roll": (-60, -30)},
    "chin": {"lift": (30, 48), "plane": (8, 28), "elbow": (128, 145), "roll": (-15, 10)},
    "behind": {"lift": (28, 62), "plane": (130, 165), "elbow": (0, 20)},
    "down": {"lift": (12, 35), "plane": (70, 100), "elbow": (0, 25)},
}
BOLD = ("up", "out", "ahead", "hip", "head", "flexed", "behind")
"""Of these every pose has one."""


@move(
    "pose",
    Words(
        does=(
            "strikes a pose",
            "poses",
            "poses for a photo",
            "takes up a pose and holds it",
            "poses like a statue",
            "makes a shape with the whole body and stays in it",
            "does a pose",
            "models for a picture",
            "takes a stance for the camera",
            "holds a shape like a statue",
        ),
        noun=(
            "pose",
            "held pose",
            "statue pose",
            "photo pose",
            "pose for the camera",
            "held shape",
            "model's pose",
            "tableau",
            "sculpture of the body",
        ),
        pictures=(
            "a shape of the whole body, struck and held",
            "like a statue on its pedestal",
            "as for the cover of a magazine",
            "hold that for the photographer",
            "limbs arranged as in a picture, then held",
            "like the final picture of a show, held for applause",
            "like a mannequin in a shop window",
            "strike it and hold it",
            "as at the end of the catwalk",
            "a freeze-frame in a striking shape",
        ),
    ),
    times=(1, 1, 1, 2, 3),
)
def pose(s: Score, do: Task) -> None:
    """A shape of the whole body struck at once and held; sometimes one more, and another."""
    for _ in range(do.times):
        beats = s.pick(0.5, 1.5)
        _stance(s, beats)
        bold, any_shape = str(s.rng.choice(BOLD)), str(s.rng.choice(list(ARM_SHAPES)))
        for side, shape in {"R": bold, "L": bold if s.chance(0.35) else any_shape}.items():
            angles = {"roll": 0.0, "grip": 0.0} | {name: s.pick(*span) for name, span in ARM_SHAPES[shape].items()}
            s.shape(beats * s.pick(0.8, 1.1), **{f"{side}_{name}": angle for name, angle in angles.items()})
        turned, aside = s.pick(-28, 28), s.pick(-16, 16)
        s.shape(beats, bend=s.pick(-12, 10), nod=s.pick(-18, 14), head_tilt=s.pick(-14, 14), lean=s.pick(-5, 8))
        s.to(beats, twist=turned, side=aside)
        s.hold(s.pick(1.8, 5.0) if do.times == 1 else s.pick(1.2, 2.6))
    s.relax(s.pick(0.7, 1.3))


def _stance(s: Score, beats: float) -> None:
    """Where the feet of a pose are: together, wide, one ahead, the weight on one and the other on its toes."""
    kind = str(s.rng.choice(["together", "wide", "stride", "hip", "toe", "crossed"]))
    low = s.pick(0, 0.03) if s.chance(0.6) else s.pick(0.05, 0.2)
    reach = s.pick(0.25, 0.6) * s.dancer.leg
    out, ahead, centre = {
        "together": (0.0, 0.0, 0.0),
        "wide": (reach, s.pick(-0.1, 0.1), 0.5),
        "stride": (s.pick(0.0, 0.08), s.rng.choice([-1, 1]) * reach, 0.5),
        "hip": (s.pick(0.04, 0.16), s.pick(0.0, 0.15), 0.1),
        "toe": (s.pick(0.0, 0.25), s.pick(-0.2, 0.32), 0.1),
        "crossed": (-2.4 * s.dancer.hip, s.pick(0.16, 0.24), 0.3),
    }[kind]
    on_left = kind in ("hip", "toe", "crossed")
    if kind != "together" or s.chance(0.3):
        s.step("R", beats, out=float(out), ahead=float(ahead), under=0, height=s.pick(0.03, 0.08), heel=15)
    s.shape(beats, sway=-centre * out + 0.06 * on_left, forth=float(centre * ahead), drop=low)
    s.shape(beats, tilt=-s.pick(3, 11) * on_left, R_heel=s.pick(20, 50) if kind == "toe" else 8.0 * on_left)
    s.shape(beats, R_turnout=float(np.clip(s.pick(-10, 40), 0, 40)), hip_turn=s.pick(-15, 15))
