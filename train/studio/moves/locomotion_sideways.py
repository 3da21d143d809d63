"""Travelling to the side, always facing ahead: side steps, chasses, grapevines."""

from train.studio.moves.carriage import any_arms
from train.studio.moves.locomotion_gait import beside, occupy, strides, within
from train.studio.repertoire import Task, Words, move
from train.studio.score import GRAVITY, Score

ACROSS = ("to the {side}",)


def sway_arms(s: Score, beats: float, amount: float, right: bool) -> None:
    """Both arms swing over to one side, within what their carriage allows; the cursor stays."""
    sign = 1 if right else -1
    for side, way in (("R", sign), ("L", -sign)):
        s.shape(beats, **{f"{side}_lift": max(4.0, s.value(f"{side}_lift") + way * amount)})


@move(
    "side_step",
    Words(
        does=(
            "steps sideways",
            "side-steps",
            "takes a step to the side and brings the feet together",
            "walks sideways",
            "moves sideways and faces the front",
            "shuffles sideways",
            "takes sidesteps",
            "sidles",
            "moves to one side step by step",
            "steps out to the side and closes the other foot",
        ),
        noun=(
            "side step",
            "sidestep",
            "sideways step",
            "sideways walk",
            "side-together step",
            "step to the side",
            "lateral step",
            "sideways shuffle",
        ),
        side=ACROSS,
        pictures=(
            "side, together, side, together",
            "one foot out, the other follows and closes",
            "like a crab",
            "the chest stays to the front while the feet travel to one side",
            "like edging along a row of seats in the theatre",
            "as a goalkeeper moves along the line",
            "apart and together, always the same way",
            "walking along a ledge with the back to the wall",
            "lateral shuffle as in sports training",
            "moving over to make room",
        ),
    ),
)
def side_step(s: Score, do: Task) -> None:
    """One foot out, the other to it, once or many times, upright or crouched like a guard."""
    beats, length = s.pick(0.6, 1.4), within(s, s.pick(0.22, 0.58) * s.dancer.leg, 0.7)
    low = s.pick(0.06, 0.16) if s.chance(0.2) else s.pick(0.0, 0.02)
    gap = s.pick(0.0, 0.16) if low > 0.05 else s.pick(0.0, 0.03)
    height, even, lag = s.pick(0.06, 0.15), s.pick(0.8, 1.25), s.pick(0.2, 0.45)
    crouch = {"lean": 110 * low, "bend": 60 * low} if low > 0.05 else {"lean": s.pick(-2, 4), "bend": s.pick(-4, 8)}
    s.shape(0.8, drop=low, nod=s.pick(-8, 8), **crouch)
    taken = occupy(s, 0.8) if s.chance(0.6) else ()
    if not taken:
        s.shape(0.8, **any_arms(s, "hang", "hang", "low", "guard", "second"))
    swing, look = s.pick(0, 14), s.pick(-10, 14) if s.chance(0.3) else 0.0
    with s.without(*taken):
        for _ in range(strides(s, s.pick(2.0, 5.0), beats * (1 + even), 2, 8)):
            s.go(beats, left=-length)
            s.step("R", beats * 0.9, under=beats, out=gap, height=height, heel=12, toe=s.pick(-5, 5))
            sway_arms(s, beats, swing, True)
            s.shape(beats, head_tilt=-look, twist=-look)
            s.to(beats, sway=lag * length, tilt=s.pick(0, 3), drop=low + s.pick(0.0, 0.03))
            s.step("L", 0.9 * even * beats, under=0, out=gap, height=height, heel=15)
            sway_arms(s, beats, swing, False)
            s.to(even * beats, sway=0, tilt=0, drop=low)
    if gap > 0.03:
        s.step("L", 0.6, out=0.0, height=0.05)
    s.relax(s.pick(0.7, 1.5))


@move(
    "chasse",
    Words(
        does=(
            "chasses",
            "does a chasse",
            "dances step-together-step sideways",
            "steps to the side and lets the other foot chase the first",
            "glides sideways in side-close-side steps",
            "does chasse steps across the floor",
            "goes side-close-side across the room",
            "takes sideways chasse steps",
            "sashays sideways",
            "travels sideways with one foot chasing the other",
        ),
        noun=(
            "chasse",
            "chasse step",
            "side-close-side step",
            "step-together-step",
            "sashay",
            "sideways chasse",
            "side-together-side step",
            "chasing step to the side",
        ),
        side=ACROSS,
        pictures=(
            "side, close, side",
            "one foot chases the other away to the side",
            "one and two, one and two, travelling sideways",
            "feet that meet and part again on the way to the side",
            "as ballet pupils cross the studio sideways",
            "the legs come together for a moment and open again",
            "the trailing foot knocks the leading foot out of its place",
            "sideways over the floor, the same foot always leading",
            "open, closed, open, along a line to the side",
            "like a sideways gallop in ballet class",
        ),
    ),
)
def chasse(s: Score, do: Task) -> None:
    """Side, the other foot chases it with a spring, side again, and again; the last step is held, then gathered in."""
    seconds = s.pick(0.5, 0.85) * min(max(s.quality.pace, 0.8), 1.5)
    beats, length = seconds / s.beat, within(s, s.pick(0.5, 1.05) * s.dancer.leg, 1.1)
    springs = s.chance(0.85)
    off, on = 0.38 * seconds, s.pick(0.62, 0.68) * seconds
    turned, tilt, high = s.pick(0, 14), s.pick(-3, 8), s.pick(8, 28)
    s.shape(1.0, bend=s.pick(-8, 0), nod=s.pick(-10, 2))
    s.shape(1.0, **any_arms(s, "second", "second", "low", "hips", "hang", "high"))
    s.to(s.pick(0.5, 0.9), drop=s.pick(0.06, 0.15), sway=0.04, head_tilt=-tilt, L_turnout=turned, R_turnout=turned)
    rounds = s.count(1, 2)
    for _ in range(rounds):
        s.go(0.7 * beats, left=-0.4 * length)
        s.step("R", 0.65 * beats, under=1.0 * beats, height=0.05, heel=25, toe=-25)
        s.to(0.7 * beats, drop=s.pick(0.06, 0.14), sway=0, side=-tilt)
        for _ in range(s.count(2, 4) if rounds == 1 else s.count(1, 2)):
            s.go(beats, left=-length)
            light = {"out": beside(s), "height": 0.05, "heel": 30, "toe": -25}
            s.step("L", (on - 0.03) / s.beat, delay=0.03 / s.beat, under=0.5 * beats, **light)
            s.step("R", (seconds - off) / s.beat, delay=off / s.beat, under=1.45 * beats, **light)
            if springs:
                s.flights.append((s.now + off, s.now + on, s.pick(1.5, 2.6) * GRAVITY * (on - off) ** 2 / 8))
            s.to(0.5 * beats, drop=0.0, L_heel=high * (not springs), R_heel=high * (not springs))
            s.to(0.5 * beats, drop=s.pick(0.06, 0.14), L_heel=0, R_heel=0)
        s.go(0.8, left=-0.3 * length)
        s.step("L", 0.8, delay=s.pick(0.2, 0.4), under=0.8, out=beside(s), height=0.03, heel=35, toe=-20)
        s.to(s.pick(1.2, 1.6), drop=s.pick(0.0, 0.06), side=0)
    s.step("R", 0.6, under=0, height=0.03)
    s.relax(s.pick(0.8, 1.6))


@move(
    "grapevine",
    Words(
        does=(
            "does a grapevine",
            "dances a grapevine",
            "steps sideways and crosses the other foot now behind, now in front",
            "travels sideways with crossing steps",
            "does a vine step",
            "steps out to the side and crosses behind and steps out and crosses in front",
            "weaves the feet on a path to the side",
            "dances sideways with crossover steps",
            "travels sideways with one foot weaving around the other",
            "crosses one foot by turns behind, by turns in front of the other",
        ),
        noun=(
            "grapevine",
            "vine step",
            "grapevine step",
            "sideways step with crossing feet",
            "vine",
            "weaving side step",
            "crossover step to the side",
            "braided step",
        ),
        side=ACROSS,
        pictures=(
            "side, behind, side, front",
            "feet that braid as they travel sideways",
            "the hips swivel with every crossing",
            "as in a line dance or a circle dance",
            "like a plait laid along the floor",
            "crossing and uncrossing legs along a line",
            "sideways travel, the trailing leg now in back, now in front",
            "legs that scissor past each other on the way to the side",
            "step out, cross behind, step out, cross in front",
            "the step of folk dancers in a ring",
        ),
    ),
)
def grapevine(s: Score, do: Task) -> None:
    """Right foot out, left behind it, right out, left before it, and on; the hips turn with every crossing."""
    beats, length = s.pick(0.7, 1.25), within(s, s.pick(0.36, 0.55) * s.dancer.leg, 0.55)
    out, cross, deep = s.pick(0.03, 0.1), s.pick(0.03, 0.11), s.pick(0.26, 0.35)
    hips, share, height = s.pick(8, 38), s.pick(0.3, 1.0), s.pick(0.03, 0.09)
    low, bob = s.pick(0.0, 0.06), s.pick(0.0, 0.04)
    stance = (s.dancer.hip + s.dancer.posture.get("stance", 0.0)) / s.quality.travel
    s.shape(0.9, drop=low, lean=s.pick(-2, 6), bend=s.pick(-5, 6), nod=s.pick(-6, 10))
    s.shape(0.9, **any_arms(s, "second", "second", "low", "hang", "hips", "guard", "high"))
    waves, first = s.pick(0, 16), s.count(0, 1)
    for index in range(2 * strides(s, s.pick(2.4, 5.0), 2 * beats, 2, 5)):
        s.go(beats, left=-length)
        sway_arms(s, beats, waves, index % 2 == 0)
        if index % 2 == 0:
            s.step("R", 0.92 * beats, under=beats, out=out, height=height, heel=22, toe=-5)
            s.to(beats, hip_turn=0, twist=0, drop=low + bob, sway=0.2 * length)
        else:
            behind = 1 if (index // 2 + first) % 2 == 0 else -1
            over = {"out": length - cross - out - 2 * stance, "ahead": -behind * deep}
            s.step("L", 0.92 * beats, under=beats, **over, height=height + 0.03, heel=30, toe=-10)
            s.to(beats, hip_turn=behind * hips, twist=-behind * hips * share, drop=low + 0.02, sway=0.1 * length)
    s.go(beats, left=-length)
    s.step("R", 0.9 * beats, under=beats, height=height, heel=22)
    s.to(beats, hip_turn=0, twist=0, drop=low, sway=0.5 * length)
    s.step("L", 0.9 * beats, under=0, height=height, heel=20)
    s.to(beats, sway=0)
    s.relax(s.pick(0.8, 1.6))
