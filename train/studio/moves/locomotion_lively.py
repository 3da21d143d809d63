"""Steps that are lifted, hopped or danced ahead: march, tiptoe, skip, gallop."""

from dataclasses import replace

from train.studio.moves.carriage import any_arms, stand_tall
from train.studio.moves.locomotion_gait import arrive, beside, draw_walk, occupy, stride, strides, swing_arm, within
from train.studio.repertoire import Task, Words, move
from train.studio.score import GRAVITY, OTHER, Score


def raise_knee(s: Score, side: str, beats: float, hip: float, knee: float, point: float, hold: float = 0.0) -> None:
    """The knee of the stepping leg comes up ahead, stays for a share of the beats, and goes down; the cursor stays."""
    start, moving = s.now, 0.5 * beats * (1 - hold)
    s.to(moving, **{f"{side}_free": 1, f"{side}_hip": hip, f"{side}_knee": knee, f"{side}_point": point})
    s.hold(beats * hold)
    s.to(moving, **{f"{side}_free": 0, f"{side}_hip": 0.2 * hip, f"{side}_knee": 0.2 * knee, f"{side}_point": 10})
    s.now = start


@move(
    "march",
    Words(
        does=(
            "marches",
            "marches like a soldier",
            "marches with the knees lifted high",
            "steps to a beat and lifts the knees one after the other",
            "parades upright with raised knees",
            "does marching steps",
            "lifts each knee in turn and sets the foot down on the beat",
            "drills like a soldier on parade",
            "marches to the beat of a drum",
            "walks like a soldier with high knees",
        ),
        noun=(
            "march",
            "marching step",
            "military march",
            "parade step",
            "soldier's step",
            "high-kneed march",
            "march with lifted knees",
            "drill step",
        ),
        pictures=(
            "back upright, one knee and then the other comes up in front",
            "like a toy soldier",
            "knee up, foot down, other knee up, foot down",
            "as when a brass band comes down the street",
            "one, two, one, two, knees up",
            "in step with a drum",
            "as in a drill on a parade ground",
            "the thighs are lifted in turn to an even beat",
            "like a sentry on duty",
            "hup, two, three, four",
        ),
    ),
    directions=("forward", "forward", "in_place"),
)
def march(s: Score, do: Task) -> None:
    """Upright, knee after knee lifted ahead, the shin hanging, and put down to an even beat, straight arms in time."""
    beats, hold = max(s.pick(0.95, 1.5), 0.4 / s.beat), s.pick(0.12, 0.35)
    length = within(s, s.pick(0.3, 0.75) * s.dancer.leg, 0.8) if do.direction == "forward" else 0.0
    hip, point = s.pick(60, 98), s.pick(-10, 55)
    knee, swing, back = hip + s.pick(-12, 14), s.pick(25, 88), s.pick(0.3, 0.8)
    elbow, apart, upright = s.pick(0, 14), s.pick(2, 10), stand_tall(s)
    s.shape(1.0, **upright, L_elbow=elbow, R_elbow=elbow)
    taken = occupy(s, 1.0)
    count, first = strides(s, s.pick(2.0, 5.5), beats, 4, 14), s.count(0, 1)
    with s.without(*taken):
        for index in range(count):
            side, sign = "RL"[(index + first) % 2], 1 - 2 * ((index + first) % 2)
            s.go(beats, ahead=length)
            s.step(side, 0.9 * beats, height=0.12, heel=20, toe=s.pick(-5, 8))
            raise_knee(s, side, 0.92 * beats, hip + s.pick(-5, 5), knee, point, hold)
            swing_arm(s, side, 0.8 * beats, -swing * back * 0.6, apart)
            swing_arm(s, OTHER[side], 0.8 * beats, swing, apart)
            s.to(beats / 2, sway=0.05 * sign, tilt=-2 * sign, drop=upright["drop"])
            s.to(beats / 2, sway=0.01 * sign, tilt=0, drop=upright["drop"] + s.pick(0.0, 0.02))
        side = "RL"[(count + first) % 2]
        s.go(beats, ahead=0.4 * length)
        s.step(side, beats, under=beats, height=0.1)
        s.to(beats, sway=0)
    s.relax(s.pick(0.6, 1.0))


@move(
    "tiptoe",
    Words(
        does=(
            "tiptoes",
            "walks on tiptoe",
            "walks on the balls of the feet",
            "steps along with both heels off the floor",
            "creeps on the toes",
            "goes up on tiptoe and steps about",
            "walks with the heels lifted",
            "walks about on the toes",
            "steps without letting a heel touch the floor",
            "pads about on tiptoe",
        ),
        noun=(
            "tiptoe walk",
            "walk on tiptoe",
            "tiptoe step",
            "step on the toes",
            "walk on the balls of the feet",
            "heels-up walk",
            "demi-pointe walk",
            "step with lifted heels",
        ),
        pictures=(
            "heels never touch the floor",
            "up on the balls of the feet, step after step",
            "as if not to wake a sleeping child",
            "like walking in invisible high heels",
            "heels up, only the front of the foot touches down",
            "as at night along a creaking corridor",
            "walking with the weight on the toes",
            "like stepping over cold wet tiles",
            "so that nobody hears the footsteps",
            "ballet feet at a walk, heels off the floor",
        ),
    ),
    directions=("forward", "forward", "forward", "backward", "in_place"),
)
def tiptoe(s: Score, do: Task) -> None:
    """Up on the balls of the feet, tall or creeping, then short steps without ever letting a heel down."""
    _, manner = draw_walk(s, "plain", "proud", "careful", "feminine", "merry")
    creeps = s.chance(0.3)
    low, heel, height = s.pick(0.06, 0.13), s.pick(42, 60), s.pick(0.14, 0.24) if creeps else s.pick(0.05, 0.12)
    carried = {"lean": 90 * low, "bend": 130 * low, "drop": low} if creeps else stand_tall(s)
    level = {"drop": carried["drop"], "bob": 0, "rise": 0, "hips": 2, "shoulders": 2, "list": 1, "sway": 0.025}
    manner = replace(manner, height=height, heel=0, trail=0, toe=-15, arms=s.pick(0, 14), **level)
    beats = max(s.pick(0.9, 1.6) if creeps else s.pick(0.55, 1.1), 0.3 / s.beat)
    sense = {"forward": 1.0, "backward": -1.0, "in_place": 0.0}[do.direction]
    length, styles = sense * s.pick(0.2, 0.45) * s.dancer.leg, ("hang", "low", "second", "hips", "high", "round_low")
    held = any_arms(s, *(("guard", "forward", "low") if creeps else styles)) if s.chance(0.7) else {}
    s.shape(0.8, **{"nod": s.pick(-10, 10)} | carried)
    s.to(s.pick(0.6, 1.2), L_heel=heel, R_heel=heel, **held)
    count, first = strides(s, s.pick(1.8, 5.0), beats, 4, 18), s.count(0, 1)
    with s.without(*held):
        for index in range(count):
            stride(s, "RL"[(index + first) % 2], beats, length * min(1.0, 0.6 + 0.3 * index), manner=manner)
        arrive(s, "RL"[(count + first) % 2], beats, length * 0.5, manner)
    s.hold(s.pick(0.0, 0.8))
    s.relax(s.pick(0.8, 1.5))


@move(
    "skip",
    Words(
        does=(
            "skips",
            "skips along",
            "skips like a child",
            "steps and hops on one foot then the other",
            "does step-hops from foot to foot",
            "skips with the knees coming up",
            "goes skipping",
            "skips as children do in the schoolyard",
            "hops on each foot in turn with the other knee lifted",
            "steps and hops and changes feet",
        ),
        noun=(
            "skip",
            "skipping step",
            "series of step-hops",
            "step-hop",
            "skipping hop",
            "children's skip",
            "skip with a lifted knee",
            "alternating step-hop",
        ),
        pictures=(
            "step, hop, step, hop",
            "like a child on the way to the playground",
            "a hop on each foot in turn, the other knee lifted",
            "one knee flies up as the standing foot hops",
            "as if through a meadow in spring",
            "uneven rhythm, long short, long short, from foot to foot",
            "a step, a hop, and the legs change over",
            "as in a children's dance, hopping now on one foot, now on the other",
            "schoolyard skipping without a rope",
            "and one, and two, a hop on every foot",
        ),
    ),
    directions=("forward", "forward", "forward", "in_place"),
)
def skip(s: Score, do: Task) -> None:
    """Step, hop on it with the other knee up, step on the other, hop on that."""
    seconds = s.pick(0.55, 0.82) * min(max(s.quality.pace, 0.85), 1.3)
    air = s.pick(0.36, 0.45) * seconds
    beats, push = seconds / s.beat, 0.42 * seconds - 0.1 * air
    length = s.pick(0.7, 1.5) * s.dancer.leg if do.direction == "forward" else 0.0
    hip, knee, point, spring = s.pick(62, 100), s.pick(70, 115), s.pick(10, 55), s.pick(1.1, 1.6)
    swing, elbow, both = s.pick(15, 75), s.pick(5, 60), s.chance(0.2)
    s.shape(1.0, lean=s.pick(0, 6), bend=s.pick(-5, 4), nod=s.pick(-8, 4), L_elbow=elbow, R_elbow=elbow)
    taken = occupy(s, 1.0)
    count, first = strides(s, s.pick(2.2, 5.0), beats, 3, 8), s.count(0, 1)
    with s.without(*taken):
        stride(s, "LR"[first], 0.7 * beats, 0.3 * length, swing=10)
        for index in range(count):
            side, sign = "LR"[(index + first) % 2], 1 - 2 * ((index + first) % 2)
            other = OTHER[side]
            s.go(beats, ahead=length)
            s.step(side, air / s.beat, delay=push / s.beat, out=beside(s), height=0.06, heel=40, toe=-25)
            s.step(other, 0.86 * beats, delay=0.12 * beats, out=beside(s), height=0.1, heel=30, toe=-10)
            s.flights.append((s.now + push, s.now + push + air, spring * GRAVITY * air**2 / 8))
            raise_knee(s, other, beats, hip + s.pick(-8, 8), knee, point, 0.1)
            for each in "LR":
                ahead = each == side or both
                swing_arm(s, each, 0.6 * beats, swing if ahead else -0.6 * swing, 8)
            s.to(0.25 * beats, drop=s.pick(0.06, 0.13), sway=0.03 * sign)
            s.to(0.3 * beats, drop=0.0)
            if both:
                for each in "LR":
                    swing_arm(s, each, 0.45 * beats, -0.4 * swing, 8)
            s.to(0.45 * beats, drop=0.05, sway=0)
        arrive(s, "LR"[(count + first + 1) % 2], 0.8 * beats, 0.3 * length)
    s.relax(s.pick(0.5, 0.9))


@move(
    "gallop",
    Words(
        does=(
            "gallops",
            "gallops like a horse",
            "gallops with the same foot always in front",
            "bounds ahead with one foot always leading",
            "leaps along and lets the back foot catch up with the front one",
            "does gallop steps",
            "canters",
            "rides an imaginary horse",
            "springs ahead with the same leg first at every stride",
        ),
        noun=(
            "gallop",
            "galloping step",
            "horse gallop",
            "gallop step",
            "canter",
            "pony gallop",
            "hobby-horse gallop",
            "gallop with the same foot leading",
        ),
        side=("with the {side} foot leading", "with the {side} leg in front"),
        pictures=(
            "one foot always in front, the other always catching it up",
            "like a child playing horse",
            "the back foot chases the front foot off the floor",
            "as if on a hobby horse",
            "clip-clop, clip-clop, the same leg leading",
            "front, close, front, close, with a spring in between",
            "long short, long short, never changing the leading leg",
            "pony steps across the room",
            "a leading leg and a chasing leg, straight ahead",
            "a canter on two legs",
        ),
    ),
    directions=("forward",),
)
def gallop(s: Score, do: Task) -> None:
    """The right foot reaches ahead, the left one chases it off the floor, and the right reaches again."""
    seconds = s.pick(0.44, 0.66) * min(max(s.quality.pace, 0.85), 1.3)
    beats, length = seconds / s.beat, s.pick(0.6, 1.45) * s.dancer.leg
    apart, spring, knee = s.pick(0.12, 0.2), s.pick(0.9, 2.2), s.pick(25, 75)
    off, on = 0.36 * seconds, s.pick(0.62, 0.7) * seconds
    s.shape(1.0, lean=s.pick(0, 10), hip_turn=s.pick(0, 22), twist=-s.pick(0, 15), nod=s.pick(-8, 4))
    swing, held = s.pick(12, 55), any_arms(s, "guard", "low", "second", "hips", "hang") if s.chance(0.6) else {}
    s.shape(1.0, **held)
    s.go(0.8, ahead=0.4 * length)
    s.step("R", 0.8, ahead=apart, height=0.08, heel=20)
    s.hold(0.8)
    with s.without(*held):
        for _ in range(strides(s, s.pick(1.8, 4.5), beats, 3, 9)):
            s.go(beats, ahead=length)
            s.step("L", (on - 0.04) / s.beat, delay=0.04 / s.beat, ahead=-apart, height=0.07, heel=40, toe=-15)
            s.step("R", (seconds - off) / s.beat, delay=off / s.beat, ahead=apart, height=0.1, heel=35, toe=5)
            s.flights.append((s.now + off, s.now + on, spring * GRAVITY * (on - off) ** 2 / 8))
            for side in "LR":
                swing_arm(s, side, 0.4 * beats, -0.5 * swing, 8)
            s.to(0.36 * beats, drop=s.pick(0.06, 0.12))
            raise_knee(s, "R", 0.62 * beats, knee, 0.9 * knee, s.pick(10, 45))
            for side in "LR":
                swing_arm(s, side, 0.6 * beats, swing, 8)
            s.to(0.26 * beats, drop=0.0)
            s.to(0.38 * beats, drop=0.05)
        arrive(s, "L", 0.8, 0.3 * length)
    s.relax(s.pick(0.5, 0.9))
