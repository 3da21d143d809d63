"""Going somewhere: walking and running."""

from dataclasses import replace

from train.studio.moves.locomotion_gait import (
    ASIDE,
    PUMPED,
    TRUNK,
    arrive,
    away,
    beside,
    draw_walk,
    occupy,
    step_beats,
    stride,
    strides,
    swing_arm,
)
from train.studio.repertoire import Task, Words, move
from train.studio.score import OTHER, Score


@move(
    "walk",
    Words(
        does=(
            "walks",
            "takes a walk",
            "strolls",
            "takes walking steps",
            "goes for a walk",
            "steps along at a walk",
            "steps one foot after the other",
            "goes along on foot",
            "walks along",
            "moves along at a walk",
        ),
        noun=(
            "walk",
            "stroll",
            "walking step",
            "ordinary walk",
            "everyday walk",
            "walking gait",
            "pedestrian step",
            "series of walking steps",
        ),
        pictures=(
            "one foot and then the other, with never both off the floor",
            "like somebody strolling through a park",
            "the way people get about on an ordinary day",
            "pedestrian movement, step by step",
            "neither a run nor a dance step, only walking",
            "the legs take turns to carry the body",
            "one step, another step, and on it goes at a walk",
            "like a passer-by in the street",
            "gait cycle of ordinary walking",
            "as on the way to the shops",
        ),
    ),
    directions=("forward", "forward", "forward", "forward", "forward", "in_place", "left", "right"),
)
def walk(s: Score, do: Task) -> None:
    """Foot before foot, one always on the floor, in any mood, the arms swinging or otherwise busy."""
    way, manner = draw_walk(s)
    length, aside = way["length"], s.pick(-0.5, 0.5) * way["length"] if s.chance(0.12) else 0.0
    if do.direction in ASIDE:
        length, aside = away(s, length, do.direction)
    if do.direction == "in_place":
        knees = {"height": s.pick(0.13, 0.24), "trail": s.pick(20, 45), "toe": s.pick(-20, 0), "rise": 0, "bob": 0}
        length, aside, manner = 0.0, 0.0, replace(manner, arms=max(manner.arms, 14), **knees)
    beats = step_beats(s, way["cadence"])
    s.shape(1.2, **{name: way[name] for name in TRUNK})
    taken = occupy(s, 1.0)
    count, foot = strides(s, s.pick(1.6, 6.0), beats), s.count(0, 1)
    with s.without(*taken):
        for index in range(count):
            eager = min(1.0, 0.55 + 0.3 * index) * s.pick(0.95, 1.05)
            stride(s, "RL"[(index + foot) % 2], beats, length * eager, manner=manner, left=aside)
        arrive(s, "RL"[(count + foot) % 2], beats, length * 0.6, manner)
    s.relax(s.pick(0.6, 1.0))


@move(
    "backward_walk",
    Words(
        does=(
            "walks backward",
            "walks backwards",
            "backs away",
            "steps back foot after foot",
            "retreats with backward steps",
            "walks in reverse and keeps facing ahead",
            "backs up",
            "steps backward without turning around",
            "takes steps to the rear",
            "moves back step by step",
        ),
        noun=(
            "backward walk",
            "walk backwards",
            "retreat",
            "reverse walk",
            "backward step",
            "series of backward steps",
            "walk to the rear",
            "backward gait",
        ),
        pictures=(
            "foot behind foot, toes down first",
            "going away back first, chest still turned to the front",
            "like a film of a walk run in reverse",
            "backing off as if from a barking dog",
            "making room for something that comes nearer",
            "each foot reaches behind and takes the weight",
            "like leaving a king without turning the back on him",
            "walking, but to the rear",
            "away from the audience without turning round",
            "in reverse gear, step by step",
        ),
    ),
)
def backward_walk(s: Score, do: Task) -> None:
    """Foot behind foot, the toes down first; now and then a look over the shoulder."""
    way, manner = draw_walk(s)
    lifted = {"height": s.pick(0.07, 0.12), "heel": s.pick(0, 18), "toe": s.pick(-28, -6), "trail": s.pick(0, 10)}
    manner = replace(manner, **lifted, arms=max(manner.arms, 10), drop=manner.drop + s.pick(0.0, 0.02))
    beats, length = step_beats(s, way["cadence"] * s.pick(0.8, 1.05)), way["length"] * s.pick(0.6, 0.9)
    s.shape(1.2, lean=way["lean"] + s.pick(-4, 4), bend=way["bend"], nod=way["nod"])
    taken = occupy(s, 1.0)
    if s.chance(0.25):
        taken = (*taken, "twist", "head_tilt")
        s.shape(1.5, twist=s.pick(25, 50) * s.rng.choice([-1, 1]), head_tilt=s.pick(-8, 8))
    count, foot = strides(s, s.pick(1.6, 6.0), beats), s.count(0, 1)
    with s.without(*taken):
        for index in range(count):
            eager = min(1.0, 0.55 + 0.3 * index) * s.pick(0.9, 1.1)
            stride(s, "RL"[(index + foot) % 2], beats, -length * eager, manner=manner)
        arrive(s, "RL"[(count + foot) % 2], beats, -length * 0.6, manner)
    s.relax(s.pick(0.6, 1.0))


@move(
    "run",
    Words(
        does=(
            "runs",
            "jogs",
            "runs along",
            "goes running",
            "goes for a run",
            "takes springing running steps",
            "goes jogging",
            "jogs along",
            "runs like a jogger",
            "springs from foot to foot at a run",
            "runs with both feet off the floor between steps",
        ),
        noun=(
            "run",
            "jog",
            "running step",
            "jogging step",
            "running stride",
            "jogging stride",
            "series of running steps",
            "runner's step",
        ),
        pictures=(
            "both feet leave the floor between one step and the next",
            "like jogging in a park",
            "the heels swing up behind and the body flies from foot to foot",
            "as on a treadmill",
            "from foot to foot through the air, never both on the floor together",
            "like an athlete in training",
            "a stride with a moment of flight",
            "airborne between footfalls",
            "running shoes on and off we go",
            "legs cycling under the body, heel to seat, knee to the front",
        ),
    ),
    directions=("forward", "forward", "forward", "forward", "forward", "in_place", "in_place", "left", "right"),
)
def run(s: Score, do: Task) -> None:
    """Springing from foot to foot, both off the floor between, the arms folded or loose against the legs."""
    seconds = s.pick(0.31, 0.44) * min(max(s.quality.pace, 0.85), 1.2)
    flight = s.pick(0.28, 0.5) * seconds
    beats, length = seconds / s.beat, s.pick(0.8, 2.15) * s.dancer.leg * (flight / seconds + 0.5)
    length = 0.0 if do.direction == "in_place" else length / max(s.quality.pace, 1.0) ** 0.5
    length, aside = away(s, length, do.direction) if do.direction in ASIDE else (length, 0.0)
    lean = s.pick(2, 14) if length else s.pick(-2, 6)
    if s.chance(PUMPED):
        fold, loose, swing, centre, apart = s.pick(0, 40), s.pick(0, 20), s.pick(8, 40), s.pick(-16, 8), s.pick(2, 16)
    else:
        fold, loose, swing, centre, apart = (
            s.pick(28, 105),
            s.pick(8, 42),
            s.pick(18, 52),
            s.pick(-30, -2),
            s.pick(5, 22),
        )
    hips, shoulders, bob = s.pick(3, 14), s.pick(5, 16), s.pick(0.04, 0.1)
    heel, knee, back = s.pick(80, 132), s.pick(32, 52), s.pick(-24, -6)
    if not length:
        knee, back = s.pick(35, 75), s.pick(5, 25)
    low = -0.01 + 0.4 * (0.5 * length * (1 - flight / seconds) / s.dancer.leg) ** 2
    s.shape(1, lean=lean, bend=s.pick(-4, 8), nod=s.pick(-8, 4), L_elbow=fold, R_elbow=fold)
    taken = occupy(s, 1.0) if s.chance(0.25) else ()
    count, first = strides(s, s.pick(1.8, 5.0), beats, 5, 15), s.count(0, 1)
    with s.without(*taken):
        for index in range(count):
            side, sign = "RL"[(index + first) % 2], 1 - 2 * ((index + first) % 2)
            late, growing = 0.22 * seconds, min(1.0, (index + 1) / 2.5)
            foot = {"height": 0.17, "heel": 50, "toe": 5, "out": beside(s, -0.03), "ahead": -0.09 * min(length, 1)}
            s.step(side, beats + flight / s.beat, delay=(late - flight) / s.beat, **foot)
            s.go(beats, ahead=length * growing, left=aside * growing)
            s.flights.append((s.now + late - flight, s.now + late + 0.02, s.pick(0.2, 0.4) * flight**2 * 9.81))
            swing_leg(s, side, late - flight, beats, heel * growing, knee * growing, back * growing)
            swing_arm(s, side, beats, centre - swing, apart)
            swing_arm(s, OTHER[side], beats, centre + swing, apart)
            s.shape(beats, hip_turn=sign * hips, twist=-sign * (hips + shoulders))
            s.shape(beats, **{f"{side}_elbow": fold - loose, f"{OTHER[side]}_elbow": fold + loose / 2})
            s.to(0.55 * beats, drop=low + bob, sway=sign * s.pick(0.0, 0.02))
            s.to(0.45 * beats, drop=low)
        for index in range(count, count + 2):
            stride(s, "RL"[(index + first) % 2], beats, length * (0.55 - 0.2 * (index - count)), swing=swing * 0.4)
        arrive(s, "RL"[(count + first) % 2], beats, length * 0.2)
    s.relax(s.pick(0.4, 1.0) / max(s.quality.pace, 1.0))


def swing_leg(s: Score, side: str, lift: float, beats: float, heel: float, knee: float, back: float) -> None:
    """From `lift` seconds on the thigh stays at `back`, the heel comes up behind, the knee passes, the shin reaches
    down to land; the cursor stays."""
    start, s.now = s.now, max(s.now + lift, 0.0)
    for share, free, hip, fold in (
        (0.24, 1, back, 0.45 * heel),
        (0.2, 1, 0.7 * back + 0.3 * knee, 0.8 * heel),
        (0.18, 1, 0.1 * back + 0.9 * knee, heel),
        (0.22, 0.5, knee, 0.75 * heel),
        (0.22, 0, 0.8 * knee, 0.35 * heel),
    ):
        s.to(share * beats, **{f"{side}_free": free, f"{side}_hip": hip, f"{side}_knee": fold, f"{side}_point": 25})
    s.now = start
