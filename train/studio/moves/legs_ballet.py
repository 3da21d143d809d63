"""The working leg of ballet: drawn up, unfolded, held behind."""

import numpy as np

from train.studio.moves.carriage import (
    any_arms,
    exact,
    set_down,
    stand_on_left,
    stand_tall,
    step_in,
    tempo,
    turn_feet_out,
    within,
)
from train.studio.repertoire import LEG, Task, Words, move
from train.studio.score import Score

BALLET = ("low", "second", "hips", "high", "round_low", "first", "fifth")


def draw_up(s: Score, below: float, opened: float) -> dict[str, float]:
    """Controls that fold the right leg so that its pointed toes touch the left one `below` metres under the hip.

    opened: degrees that the knee is turned out from straight ahead.
    """
    thigh, shin = s.dancer.thigh, s.dancer.shin + s.dancer.foot
    line = np.array([2 * s.dancer.hip - 0.05, -below, 0.035])
    reach = float(np.linalg.norm(line))
    line /= reach
    ahead = np.array([-np.sin(np.radians(opened)), 0.0, np.cos(np.radians(opened))])
    ahead -= (ahead @ line) * line
    ahead /= np.linalg.norm(ahead)
    at_hip = np.arccos((thigh**2 + reach**2 - shin**2) / (2 * thigh * reach))
    at_knee = np.arccos((thigh**2 + shin**2 - reach**2) / (2 * thigh * shin))
    x, y, z = toward = np.cos(at_hip) * line + np.sin(at_hip) * ahead
    across = np.array([-y, x, 0.0]) / np.hypot(x, y)
    angles = {
        "R_hip": np.arcsin(z),
        "R_out": np.arctan2(-x, -y),
        "R_turnout": np.arctan2(line @ across, -line @ np.cross(toward, across)),
        "R_knee": np.pi - at_knee,
    }
    return exact(s, **{name: float(np.degrees(angle)) for name, angle in angles.items()})


def up_the_leg(s: Score, beats: float, opened: float, knee: float) -> None:
    """The right toes slide up the standing leg as far as `knee` metres above the knee."""
    s.shape(0.4 * beats, **stand_on_left(s), R_free=1, R_point=s.pick(45, 65))
    s.to(0.45 * beats, **draw_up(s, s.dancer.leg * s.pick(0.85, 0.95), opened))
    s.to(0.55 * beats, **draw_up(s, s.dancer.thigh - knee, opened), bend=-s.pick(0, 6))


@move(
    "passe",
    Words(
        does=(
            "draws the toes up to the other knee",
            "does a passé",
            "stands in a passé with the toes at the other knee",
            "lifts one foot to the opposite knee and turns the bent leg outward",
            "makes a figure four with the legs",
            "brings a pointed foot up along the standing leg",
            "slides the toes up the standing leg to the knee",
            "pulls one foot up to the knee of the standing leg",
            "folds one leg so that the toes touch the other knee",
            "makes a triangle with the lifted leg",
        ),
        noun=(
            "passé",
            "retiré",
            "passe",
            "retiré with the toes at the knee",
            "figure four of the legs",
            "ballet passé",
            "toe-to-knee position",
            "foot-to-knee balance",
            "triangle of the lifted leg",
        ),
        side=LEG,
        pictures=(
            "toes at the other knee, the bent knee turned out",
            "the legs make a figure four",
            "the lifted leg makes a triangle against the other leg",
            "like the tree pose in yoga, foot by the knee",
            "pointed toes climb the shin as far as the knee",
            "on one leg, the other folded with its toes at the knee",
            "the position of a pirouette without the turn",
            "coupé, passé, and down",
            "foot drawn up the calf to the knee, then down again",
            "ballet barre exercise, toe to knee",
        ),
    ),
    times=(1, 1, 2, 3),
)
def passe(s: Score, do: Task) -> None:
    """The right toes slide up to the left knee, stay there in balance, and slide down again."""
    k = tempo(s, 2.5 + 3.6 * do.times)
    if s.chance(0.4):
        turn_feet_out(s, 1.2 * k, s.pick(20, 50))
    elif s.chance(0.3):
        step_in(s, k * s.pick(0.7, 1.1), s.pick(0.15, 0.4))
    s.shape(k * s.pick(0.8, 1.5), **any_arms(s, *BALLET, "hang"), **stand_tall(s))
    opened, knee, rises, moves = s.pick(38, 80), s.pick(-0.12, 0.03), s.chance(0.35), s.chance(0.4)
    straight = stand_tall(s)["drop"]
    for _ in range(do.times):
        if s.chance(0.4):
            s.to(0.5 * k, drop=s.pick(0.05, 0.13))
        if moves:
            s.shape(k * s.pick(0.9, 1.5), **any_arms(s, "first", "fifth", "second", "high"))
        s.shape(1.2 * k, drop=straight, L_heel=s.pick(20, 50) if rises else 0)
        up_the_leg(s, k * s.pick(0.8, 1.8), opened, knee)
        s.hold(k * s.pick(0.1, 2.2))
        s.shape(0.8 * k, bend=0)
        s.to(k * s.pick(0.3, 0.6), **draw_up(s, s.dancer.leg * 0.9, opened))
        set_down(s, k * s.pick(0.3, 0.7))
        s.hold(k * s.pick(0, 0.5))
    s.relax(s.pick(0.6, 1.1))


@move(
    "develope",
    Words(
        does=(
            "unfolds a leg into the air",
            "does a développé",
            "draws the foot up the leg and unfolds it into a long line",
            "extends a leg from a bent knee and holds it high",
            "stretches a leg out to full length in the air",
            "lifts a foot to the knee and stretches the leg out from there",
            "unfolds one leg from the knee",
            "opens a folded leg to its full length in the air",
            "raises a bent leg and straightens it in the air",
            "draws a knee up and unfolds the leg",
        ),
        noun=(
            "développé",
            "develope",
            "unfolding of the leg",
            "leg extension in the air",
            "développé of the leg",
            "unfolding leg",
            "ballet extension",
            "leg extension from the knee",
            "leg unfolded into the air",
        ),
        side=LEG,
        pictures=(
            "first the toes at the knee, then the whole leg stretched out in the air",
            "a leg opens like a pocket knife",
            "knee up, then the foot travels out to a long line",
            "passé, unfold, hold, lower",
            "like a telescope drawn out to its full length",
            "ballet exercise: foot to knee, leg out into the air",
            "a bent leg becomes a straight leg, off the floor",
            "no kick, but an unfolding from the knee",
            "the thigh rises first, the shin follows, the line is held",
            "the foot leaves the standing knee and reaches out into space",
        ),
    ),
)
def develope(s: Score, do: Task) -> None:
    """Through the passé the right thigh rises, the shin unfolds ahead or aside, the line is held."""
    k = tempo(s, 7)
    if s.chance(0.4):
        turn_feet_out(s, 1.2 * k, s.pick(20, 50))
    s.shape(k * s.pick(0.8, 1.5), **any_arms(s, *BALLET, "hang"), **stand_tall(s))
    aside, height = s.chance(0.5), s.pick(68, 122)
    turnout = s.pick(55, 85) if aside else s.pick(10, 60)
    line = {"R_hip": s.pick(0, 20)} if aside else {"R_out": s.pick(-4, 10)}
    line |= within(s, 45, 135, **{"R_out" if aside else "R_hip": height})
    up_the_leg(s, k * s.pick(1.2, 2.2), s.pick(40, 75), s.pick(-0.08, 0.04))
    s.hold(k * s.pick(0, 0.4))
    s.shape(k * s.pick(1.4, 2.2), **any_arms(s, "second", "fifth", "high", "second", "hips"), R_turnout=turnout)
    s.shape(1.8 * k, lean=s.pick(-12, 2), side=s.pick(2, 14) if aside else 0, tilt=s.pick(2, 10), L_heel=0)
    s.to(k * s.pick(0.6, 1), **{name: 0.9 * angle for name, angle in line.items()}, R_knee=s.pick(70, 105))
    s.to(k * s.pick(0.8, 1.5), **line, R_knee=s.pick(0, 8))
    s.hold(k * s.pick(0.2, 1.8))
    s.shape(1.2 * k, lean=0, tilt=0)
    s.to(k * s.pick(0.8, 1.5), R_hip=8, R_out=s.pick(15, 28) if aside else 0, side=0)
    set_down(s, k * s.pick(0.5, 0.9))
    s.relax(s.pick(0.7, 1.2))


@move(
    "arabesque",
    Words(
        does=(
            "holds an arabesque",
            "stands on one leg with the other stretched out behind",
            "raises a straight leg behind and balances",
            "extends one leg backward in a long line and holds it",
            "does an arabesque",
            "tips into an arabesque with a leg lifted behind",
            "poses in arabesque",
            "lifts a stretched leg behind and stands on the other",
            "balances on one leg with the other straight behind",
            "raises one leg to the rear and holds it there",
        ),
        noun=(
            "arabesque",
            "arabesque balance",
            "balance with a leg stretched behind",
            "arabesque line",
            "ballet arabesque",
            "arabesque pose",
            "rear leg extension held in balance",
            "pose on one leg with the other behind",
        ),
        side=LEG,
        pictures=(
            "one leg stretched behind in the air, the other standing",
            "like a figure skater gliding on one foot",
            "like an aeroplane on one leg",
            "the classical picture of a ballerina on one leg",
            "a long line from the head to the toes behind",
            "leg up behind and hold",
            "the trunk tips, the leg behind rises, the balance holds",
            "straight leg to the rear, foot off the floor, held",
            "like the warrior three pose in yoga",
            "no throw of the leg, but a line held behind",
        ),
    ),
)
def arabesque(s: Score, do: Task) -> None:
    """The right leg rises straight behind, the chest stays up against it or tips over, the arms lengthen the line."""
    k = tempo(s, 6.5)
    if s.chance(0.5):
        step_in(s, k * s.pick(0.8, 1.4), s.pick(0.2, 0.6))
    elif s.chance(0.5):
        turn_feet_out(s, 1.2 * k, s.pick(15, 45))
    s.shape(k * s.pick(0.8, 1.5), **any_arms(s, "low", "first", "round_low", "hang"), **stand_tall(s))
    height, beats = s.pick(48, 112), k * s.pick(1.2, 2.4)
    s.to(0.7 * k, **stand_on_left(s), R_free=1, R_hip=-s.pick(15, 28), R_turnout=s.pick(5, 60), R_point=60)
    if s.chance(0.65):
        one, other = s.rng.permutation(["L", "R"])
        line = {f"{one}_lift": s.pick(85, 135), f"{one}_plane": s.pick(-5, 35), f"{one}_elbow": s.pick(0, 20)}
        line |= {f"{other}_lift": s.pick(55, 100), f"{other}_plane": s.pick(75, 135), f"{other}_elbow": s.pick(0, 20)}
        s.shape(beats, **line, L_roll=0, R_roll=0)
    else:
        s.shape(beats, **any_arms(s, "forward", "second", "fifth", "high", "back"))
    s.shape(beats, lean=height * s.pick(0.3, 0.75), bend=-s.pick(0, 22), nod=-s.pick(0, 15), forth=s.pick(-0.03, 0.02))
    s.shape(beats, L_heel=s.pick(20, 45) if s.chance(0.2) else 0)
    s.to(
        beats, **within(s, -120, -38, R_hip=-height), R_knee=s.pick(0, 14), R_out=s.pick(-5, 8), hip_turn=-s.pick(0, 14)
    )
    s.hold(k * s.pick(0.5, 3))
    s.shape(1.2 * k, **any_arms(s, "low", "second", "round_low"), lean=0, bend=0, nod=0, forth=0, hip_turn=0)
    s.to(k * s.pick(0.7, 1.2), R_hip=-12)
    set_down(s, k * s.pick(0.5, 0.9))
    s.relax(s.pick(0.6, 1.1))
