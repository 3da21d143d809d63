"""One part of the trunk moves and the rest is still: shoulders, chest, head."""

import numpy as np

from train.studio.moves.carriage import any_arms, exact, stand_tall
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
            "shakes the upper body",
            "jiggles the shoulders",
            "rattles the shoulders",
        ),
        noun=(
            "shimmy",
            "shoulder shimmy",
            "shaking of the shoulders",
            "shoulder shake",
            "shoulder jiggle",
            "shoulder rattle",
            "cabaret shimmy",
        ),
        pictures=(
            "one shoulder ahead, the other back, in turn",
            "as if shivering with cold",
            "the shoulders shake while the feet stay",
            "a belly dancer's shoulders",
            "making the fringe of the dress fly",
            "elbows out, shoulders rattling",
            "like a dog shaking off water",
            "a cabaret act, all shoulders",
            "the trunk leans and the shoulders tremble",
            "shaking shoulders",
        ),
    ),
)
def shimmy(s: Score, do: Task) -> None:
    """Right and left shoulder ahead by turns, several times a second, elbows out, the trunk leaning, the feet still."""
    arm = {"lift": s.pick(28, 72), "plane": s.pick(75, 105), "elbow": s.pick(40, 105), "roll": s.pick(-40, 15)}
    held = {f"{side}_{name}": angle + s.pick(-4, 4) for side in "LR" for name, angle in arm.items()}
    if s.chance(0.4):
        s.step("R", 0.8, out=s.pick(0.05, 0.25), height=0.05)
    s.shape(0.8, **exact(s, **held))
    s.to(s.pick(0.5, 1.1), drop=s.pick(0.02, 0.14), bend=s.pick(-4, 6))
    beats = (s.pick(0.2, 0.4) + 3 * s.quality.blur) / max(s.quality.pace, 0.9) ** 0.5
    beats, far, turn, up = max(beats, 0.1 / s.beat), s.pick(26, 35), s.pick(7, 13), s.pick(0, 9)
    rounds, planes = s.pick(2, 5.5) / 0.5, {side: s.value(f"{side}_plane") for side in "LR"}
    tip = (-1 if s.chance(0.4) else 1) * s.pick(16, 30)
    visits = ((tip, 1.0),) if s.chance(0.5) else ((tip, 0.5), (-0.7 * tip, 0.5))
    start = s.now
    for goal, share in visits:
        s.to(share * rounds, lean=0.5 * goal, bend=0.5 * goal, nod=-0.5 * goal, forth=-0.003 * goal)
    end, s.now = s.now, start
    for index in range(2 * max(3, round(rounds / beats / 2))):
        reach = (1 if index % 2 == 0 else -1) * s.pick(0.85, 1.15)
        s.shape(beats, L_round=far * reach, R_round=-far * reach, twist=-turn * reach, hip_turn=0.25 * turn * reach)
        s.shape(beats, L_shrug=up * (1 + reach), R_shrug=up * (1 - reach))
        s.to(beats, L_plane=planes["L"] - 8 * reach, R_plane=planes["R"] + 8 * reach)
    s.now = max(end, s.now)
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
            "rotates the shoulders",
            "shrugs the shoulders in circles",
            "moves the shoulders round in circles",
        ),
        noun=(
            "shoulder roll",
            "shoulder circle",
            "rolling of the shoulders",
            "shoulder rotation",
            "circling of the shoulders",
            "rotation of the shoulders",
            "rolling shrug",
            "shoulder warm-up",
        ),
        pictures=(
            "up towards the ear, round and down goes the shoulder",
            "easing a stiff neck at the desk",
            "the top of the shoulder draws rings",
            "shrugging in circles",
            "a warm-up for stiff shoulders",
            "like a wheel turning at the shoulder",
            "the collarbone lifts and wheels round",
            "a massage for the upper back without hands",
            "shoulder circling",
            "the shoulder goes round, the arm stays out of it",
        ),
    ),
    directions=("backward", "forward"),
)
def shoulder_roll(s: Score, do: Task) -> None:
    """Shoulders go round, ahead, up, behind and down or the other way; both, by turns, or one alone."""
    s.shape(1, **exact(s, **any_arms(s, "hang", "hang", "hang", "low", "hips", "thighs", "clasped")))
    s.to(s.pick(0.4, 1.0), drop=s.pick(0, 0.03))
    way = str(s.rng.choice(["both", "both", "turns", "one"]))
    beats, high, far = max(s.pick(1.6, 3.4), 0.6 / s.beat), s.pick(22, 32), s.pick(26, 40)
    sense, sides = 1 if do.direction == "forward" else -1, "R" if way == "one" else "LR"
    turn, elbow, ribs = s.pick(0, 9), s.pick(8, 30), s.pick(0, 6)
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
            "juts the chest out",
            "pumps the chest",
            "thrusts the ribs out",
            "puffs the chest out and lets it fall in",
        ),
        noun=(
            "chest pop",
            "chest hit",
            "ribcage isolation",
            "chest thrust",
            "pop of the chest",
            "chest isolation",
            "rib pop",
            "chest pump",
            "thrust of the ribcage",
        ),
        pictures=(
            "the rib cage shoots out ahead, the hips stay behind",
            "chest out, chest in",
            "like a heart thumping in a cartoon",
            "as if struck between the shoulder blades",
            "hip hop isolation of the chest",
            "a hit of the chest on the beat",
            "puffed up like a rooster, then let go",
            "shoulders back, ribs out, then hollow again",
            "krump and popping, the chest hitting the beat",
            "chest popping",
        ),
    ),
    times=(1, 2, 3, 4),
)
def chest_pop(s: Score, do: Task) -> None:
    """The rib cage shoots ahead of the hips, the shoulders go back, and it falls in again; the feet stay."""
    if s.chance(0.3):
        s.step("R", 0.8, out=s.pick(0.0, 0.22), height=0.05)
    s.shape(1, **exact(s, **any_arms(s, "hang", "hang", "hang", "low", "guard")))
    low, out, arch = s.pick(0, 0.1), s.pick(0.08, 0.1), s.pick(26, 38)
    hollow, shot, fall = s.pick(16, 32), s.pick(0.3, 0.55), s.pick(0.35, 1.0)
    back = stand_tall(s)["bend"]
    s.to(s.pick(0.4, 1.1), drop=low, bend=back + hollow, chest=-0.002 * hollow, L_round=hollow, R_round=hollow)
    pull, wait, knees = s.pick(12, 34), s.pick(0.2, 1.4) / do.times, s.pick(-0.01, 0.04)
    held = {f"{side}_{name}": s.value(f"{side}_{name}") for side in "LR" for name in ("lift", "plane")}
    drawn = {f"{side}_lift": held[f"{side}_lift"] + pull for side in "LR"} | {"L_plane": 130, "R_plane": 130}
    for _ in range(do.times):
        s.shape(shot, L_round=-25, R_round=-25, **drawn)
        s.to(shot, chest=out, bend=back - arch, lean=0.5 * arch, nod=0.3 * arch, forth=-0.04, drop=max(0, low + knees))
        s.hold(wait)
        s.shape(fall, L_round=hollow, R_round=hollow, **held)
        s.to(fall, chest=-0.002 * hollow, bend=back + hollow, lean=0, nod=-0.4 * hollow, forth=0.02, drop=low)
        s.hold(s.pick(0.1, 0.8))
    s.relax(s.pick(0.4, 1.0))


@move(
    "head_nod",
    Words(
        does=(
            "nods",
            "nods the head",
            "nods yes",
            "moves the head up, then down, in agreement",
            "gives a nod",
            "nods in agreement",
            "says yes with the head",
            "dips the chin and lifts it",
            "moves the head up-and-down",
            "nods along to the music",
            "dips the head to the beat",
        ),
        noun=(
            "nod",
            "head nod",
            "head bob",
            "nod of the head",
            "yes nod",
            "affirmative nod",
            "nodding of the head",
            "dip of the chin",
        ),
        pictures=(
            "yes, yes, yes",
            "the chin drops and lifts, all the rest is still",
            "only the head moves, up and down",
            "saying yes without a word",
            "like a nodding dog in the rear window of a car",
            "as if listening to music on headphones",
            "keeping the beat with nothing but the head",
            "the chin goes down to the chest and up again",
            "uh-huh",
            "in agreement, with the head alone",
        ),
    ),
    sized=False,
)
def head_nod(s: Score, do: Task) -> None:
    """The head drops and comes up, again and again; the back and all the rest are still."""
    s.shape(1, **exact(s, **any_arms(s, "hang", "hang", "hang", "hips", "folded", "behind")))
    s.to(s.pick(0.3, 1.0), sway=s.pick(-0.04, 0.04), nod=s.pick(-6, 6))
    beats, down, up, neck = max(s.pick(0.45, 1.5), 0.2 / s.beat), s.pick(32, 50), s.pick(12, 28), s.pick(0, 3)
    wait, tilt = s.pick(0, 0.6) * s.chance(0.3), s.pick(-5, 5)
    for _ in range(max(2, round(s.pick(1.5, 5.5) / (0.5 * beats) / 2))):
        s.to(s.pick(0.8, 1.0) * beats, nod=down * s.pick(0.85, 1.1), bend=neck, head_tilt=tilt)
        s.to(s.pick(0.9, 1.1) * beats, nod=-up, bend=-0.4 * neck)
        s.hold(wait)
    s.relax(s.pick(0.4, 0.9))
