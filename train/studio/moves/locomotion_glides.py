"""Feet that stay on the floor: the slide and the moonwalk."""

from train.studio.moves.carriage import any_arms
from train.studio.moves.locomotion_gait import strides, swing_arm, within
from train.studio.moves.locomotion_sideways import ACROSS
from train.studio.repertoire import Task, Words, move
from train.studio.score import OTHER, Score


@move(
    "slide",
    Words(
        does=(
            "slides sideways",
            "slides across the floor",
            "takes a wide step sideways and drags the other foot in",
            "glides to one side with a foot dragging along the floor",
            "does a sideways slide",
            "slides over and draws the feet together",
            "slips sideways over the floor",
            "does a step-and-drag",
            "steps out wide over a bent knee and pulls the other leg in",
            "lets the trailing foot sweep in along the floor",
        ),
        noun=(
            "slide",
            "side slide",
            "sideways slide",
            "step and drag",
            "drag step",
            "slide step",
            "sideways glide",
            "glide to the side",
        ),
        side=ACROSS,
        pictures=(
            "a wide step, then the other foot is dragged in along the floor",
            "the trailing leg, long and straight, brushes in till the feet meet",
            "like skating sideways in socks over a polished floor",
            "step, drag, close",
            "the foot is pulled in without leaving the floor",
            "knee bent over the leading foot, the other leg trailing",
            "like wiping the floor with one shoe",
            "as on ice, off to one side",
            "one foot leaves a trail on the floor as it is drawn in",
            "out over one leg, the other leg gathered in",
        ),
    ),
)
def slide(s: Score, do: Task) -> None:
    """The right foot shoots out over a bent knee, the left leg is drawn in along the floor, long and straight."""
    wide, low = within(s, s.pick(0.75, 1.2) * s.dancer.leg, 1.25), s.pick(0.06, 0.22)
    reach, drag = s.pick(0.6, 1.1), s.pick(1.0, 2.6)
    slip = s.pick(0.0, 0.3) if s.chance(0.5) else 0.0
    lean, tilt, turn = s.pick(-6, 10), s.pick(-8, 14), s.pick(-14, 14)
    lands, draws = ("second", "low", "hang", "hips", "guard", "high"), ("second", "low", "hang", "hips", "high")
    height = s.pick(0.0, 0.03) if slip else s.pick(0.01, 0.08)
    for _ in range(strides(s, s.pick(1.5, 4.5), reach + drag + 0.4, 1, 3)):
        s.to(s.pick(0.4, 0.7), drop=0.6 * low, sway=0.05, lean=lean, **any_arms(s, "hang", "low"))
        s.shape(reach, **any_arms(s, *lands))
        s.go(reach + drag * slip, left=-wide)
        s.step("R", reach + drag * slip, under=reach + drag * slip, height=height, heel=8, toe=-10)
        s.shape(reach, side=-tilt, twist=turn, head_tilt=-0.5 * tilt, L_turnout=s.pick(0, 30), R_turnout=s.pick(0, 30))
        s.to(reach, drop=low, sway=0.45 * wide)
        s.shape(drag, **any_arms(s, *draws))
        s.step("L", drag, under=drag, height=0.006, heel=s.pick(0, 40), toe=-5)
        s.to(0.5 * drag, sway=0.05 * wide, drop=0.8 * low, side=0.4 * tilt)
        s.to(0.5 * drag, sway=0, drop=s.pick(0.0, 0.4) * low, side=0, twist=0)
        s.hold(s.pick(0.0, 0.6))
    s.relax(s.pick(0.9, 1.6))


@move(
    "moonwalk",
    Words(
        does=(
            "moonwalks",
            "does the moonwalk",
            "glides backward on flat feet as if walking ahead",
            "slides one foot back while the other stands on its toes",
            "floats backward in a moonwalk",
            "moonwalks like michael jackson",
            "does the backslide",
            "slides backward with one heel up, the other foot flat",
            "drags one flat foot back past the other",
            "seems to walk ahead and glides backward",
        ),
        noun=(
            "moonwalk",
            "backward glide",
            "moonwalk step",
            "gliding walk backward",
            "backslide",
            "michael jackson step",
            "backward slide on flat feet",
            "sliding walk backward",
        ),
        pictures=(
            "one foot flat and sliding back, the other up on its toes",
            "one heel up, the other down, and the floor seems to run away",
            "like a walk on a conveyor belt that carries backward",
            "as michael jackson did in billie jean",
            "legs that walk ahead, a body that glides back",
            "toe, slide, switch, toe, slide, switch",
            "an illusion: stepping one way, gliding the other way",
            "feet never leaving the floor, the body floating to the rear",
            "the flat foot slips behind, its heel goes up, the other heel goes down",
            "an eighties pop star's trick",
        ),
    ),
)
def moonwalk(s: Score, do: Task) -> None:
    """One foot on its toes with the knee bent, the other flat and sliding back past it; then they change over."""
    beats, length = s.pick(0.8, 1.5), within(s, s.pick(0.26, 0.5) * s.dancer.leg, 0.55)
    heel, low, change = s.pick(44, 62), s.pick(0.02, 0.07), s.pick(0.15, 0.3)
    swing, elbow, nods = s.pick(0, 30), s.pick(0, 50), s.pick(0, 10)
    lean, shrug = s.pick(0, 12), s.pick(0, 12)
    held = any_arms(s, "hang", "low", "hips", "guard") if s.chance(0.4) else {}
    s.shape(1.0, lean=lean, bend=s.pick(-2, 8), nod=s.pick(-5, 15), drop=low, **held)
    if not held:
        s.shape(1.0, L_elbow=elbow, R_elbow=elbow)
    side = str(s.rng.choice(["L", "R"]))
    s.to(0.7, **{f"{OTHER[side]}_heel": heel})
    with s.without(*held):
        for index in range(strides(s, s.pick(2.5, 5.5), beats, 4, 10)):
            other = OTHER[side]
            s.go(beats, ahead=-length)
            s.step(side, (1 - change) * beats, delay=0.7 * change * beats, height=0.004, heel=0, toe=0)
            swing_arm(s, side, beats, swing * 0.8, 6)
            swing_arm(s, other, beats, -swing * 0.5, 6)
            s.shape(beats, **{f"{side}_shrug": shrug, f"{other}_shrug": 0, "nod": nods * (index % 2)})
            s.shape(change * beats, **{f"{side}_heel": 0, f"{other}_heel": heel})
            s.to(beats, sway=0.015 if side == "R" else -0.015)
            side = other
    s.shape(0.7, L_heel=0, R_heel=0)
    s.step(side, 0.8, under=0, height=0.004, heel=0)
    s.relax(s.pick(0.7, 1.1))
