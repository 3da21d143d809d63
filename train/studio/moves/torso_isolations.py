"""One part of the trunk moves and the rest is still: shoulders, chest, head."""

import numpy as np

from train.studio.moves.carriage import any_arms, exact
from train.studio.repertoire import Task, Words, move
from train.studio.score import Score


@move(
    "shimmy",
    Words(
        does=(
            "shimmies",
            "shakes the shoulders",
            "does a shoulder shimmy",
            "shakes one shoulder forward, then the other",
            "wobbles the upper body by shaking the shoulders",
            "gives a shimmy of the shoulders",
        ),
        noun=("shimmy", "shoulder shimmy", "shaking of the shoulders", "shoulder shake"),
    ),
)
def shimmy(s: Score, do: Task) -> None:
    """Right and left shoulder ahead by turns, several times a second, arms loose or held out."""
    s.shape(1, **exact(s, **any_arms(s, "hang", "low", "low", "second", "second", "second", "hips")))
    s.to(s.pick(0.5, 1.1), drop=s.pick(0, 0.1), bend=s.pick(-8, 12))
    beats = (s.pick(0.2, 0.44) + 3 * s.quality.blur) / max(s.quality.pace, 0.9) ** 0.5
    beats, far, turn = max(beats, 0.1 / s.beat), s.pick(26, 42), s.pick(8, 18)
    lean, bend, rounds = s.pick(-16, 26) * s.chance(0.65), s.pick(-14, 16), s.pick(2, 5) / 0.5
    elbows = {side: s.value(f"{side}_elbow") for side in "LR"}
    s.shape(rounds, lean=lean, bend=bend)
    for index in range(2 * max(3, round(rounds / beats / 2))):
        reach = (1 if index % 2 == 0 else -1) * s.pick(0.8, 1.15)
        s.shape(beats, L_round=far * reach, R_round=-far * reach, twist=-turn * reach)
        s.to(beats, L_elbow=elbows["L"] + 5 * reach, R_elbow=elbows["R"] - 5 * reach)
    s.relax(s.pick(0.6, 1.1))


@move(
    "shoulder_roll",
    Words(
        does=(
            "rolls the shoulders",
            "does shoulder rolls",
            "circles the shoulders",
            "draws circles with the shoulders",
            "rolls the shoulders in rounds",
            "warms up the shoulders with rolls",
        ),
        noun=("shoulder roll", "shoulder circle", "rolling of the shoulders", "shoulder rotation"),
    ),
    directions=("backward", "forward"),
)
def shoulder_roll(s: Score, do: Task) -> None:
    """Shoulders go round, ahead, up, behind and down or the other way; both, by turns, or one alone."""
    s.shape(1, **exact(s, **any_arms(s, "hang", "hang", "hang", "low", "hips", "thighs", "clasped")))
    s.to(s.pick(0.4, 1.0), drop=s.pick(0, 0.03))
    way = str(s.rng.choice(["both", "both", "turns", "one"]))
    beats, high, far = max(s.pick(1.2, 3.4), 0.6 / s.beat), s.pick(14, 28), s.pick(16, 32)
    sense, sides = 1 if do.direction == "forward" else -1, "R" if way == "one" else "LR"
    turn, elbow, ribs = s.pick(0, 9), s.pick(0, 20), s.pick(0, 6)
    late = {"R": 0.0, "L": 180.0 if way == "turns" else s.pick(-15, 15)}
    elbows = {side: s.value(f"{side}_elbow") for side in "LR"}
    for index in range(8 * max(1, round(s.pick(1.8, 6) / (0.5 * beats))) + 1):
        grown = min(1.0, 0.4 + index / 6)
        for side in sides:
            angle = np.radians(45 * index + late[side])
            up, ahead = grown * np.cos(angle), sense * grown * np.sin(angle)
            arm = {f"{side}_elbow": elbows[side] + elbow * max(up, 0)}
            s.shape(beats / 8, **arm, **{f"{side}_shrug": 8 + high * up, f"{side}_round": far * ahead})
        if way == "both":
            s.shape(beats / 8, bend=ribs * ahead, nod=-0.5 * ribs * up)
        else:
            s.shape(beats / 8, twist=turn * ahead, side=0.5 * ribs * up)
        s.hold(beats / 8)
    s.relax(s.pick(0.6, 1.1))


@move(
    "chest_pop",
    Words(
        does=(
            "pops the chest",
            "does a chest pop",
            "thrusts the chest out and lets it drop back",
            "isolates the chest with pops",
            "jolts the ribcage forward",
            "hits the beat with the chest",
        ),
        noun=("chest pop", "chest hit", "ribcage isolation", "chest thrust", "pop of the chest"),
    ),
    times=(1, 2, 3, 4),
)
def chest_pop(s: Score, do: Task) -> None:
    """The rib cage shoots ahead of the hips, the shoulders go back, and it falls in again."""
    if s.chance(0.3):
        s.step("R", 0.8, out=s.pick(0.0, 0.22), height=0.05)
    s.shape(1, **exact(s, **any_arms(s, "hang", "hang", "low", "hips", "guard", "second", "back")))
    low, out, arch = s.pick(0, 0.12), s.pick(0.06, 0.1), s.pick(10, 26)
    hollow, shot, fall = s.pick(0, 24), s.pick(0.3, 0.65), s.pick(0.35, 1.3)
    s.to(s.pick(0.4, 1.1), drop=low, bend=hollow, chest=-0.002 * hollow, L_round=hollow, R_round=hollow)
    lifts, wait, knees = s.pick(0, 18), s.pick(0, 1.0) / do.times, s.pick(-0.02, 0.04)
    held = {side: s.value(f"{side}_lift") for side in "LR"}
    for _ in range(do.times):
        s.shape(shot, L_round=-24, R_round=-24, L_lift=held["L"] + lifts, R_lift=held["R"] + lifts)
        s.to(shot, chest=out, bend=-arch, lean=0.3 * arch, nod=-s.pick(0, 14), drop=max(0, low + knees))
        s.hold(wait)
        s.shape(fall, L_round=hollow, R_round=hollow, L_lift=held["L"], R_lift=held["R"])
        s.to(fall, chest=-0.002 * hollow, bend=hollow, lean=0, nod=s.pick(0, 10), drop=low)
        s.hold(s.pick(0, 0.8))
    s.relax(s.pick(0.4, 1.0))


@move(
    "head_nod",
    Words(
        does=(
            "nods",
            "nods the head",
            "nods yes",
            "bobs the head to the beat",
            "moves the head up, then down, in agreement",
            "gives a nod",
        ),
        noun=("nod", "head nod", "head bob", "nod of the head"),
    ),
)
def head_nod(s: Score, do: Task) -> None:
    """The head drops and comes up, again and again; the neck joins in, the rest is at ease."""
    s.shape(1, **exact(s, **any_arms(s, "hang", "hang", "hang", "low", "hips", "folded", "clasped", "behind")))
    s.to(s.pick(0.3, 1.0), sway=s.pick(-0.05, 0.05), nod=s.pick(-6, 6))
    beats, down, up, neck = max(s.pick(0.45, 1.6), 0.2 / s.beat), s.pick(20, 46), s.pick(0, 18), s.pick(0, 10)
    knees, wait, tilt = s.pick(0, 0.05) * s.chance(0.4), s.pick(0, 0.6) * s.chance(0.3), s.pick(-8, 8)
    for _ in range(max(1, round(s.pick(1.5, 5.5) / (0.5 * beats) / 2))):
        drop = s.pick(0.75, 1.1) * down
        s.to(s.pick(0.8, 1.0) * beats, nod=drop, bend=neck, drop=knees, head_tilt=tilt)
        s.to(s.pick(0.9, 1.1) * beats, nod=-up, bend=-0.4 * neck, drop=0)
        s.hold(wait)
    s.relax(s.pick(0.4, 0.9))
