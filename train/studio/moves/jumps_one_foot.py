"""Leaving the floor from one foot: to the same one a hop, to the other a leap."""

from train.studio.moves.carriage import any_arms
from train.studio.moves.locomotion_gait import beside, stride, within
from train.studio.repertoire import Task, Words, move
from train.studio.score import Score


@move(
    "hop",
    Words(
        does=(
            "hops",
            "hops on one foot",
            "hops on one leg",
            "jumps on one foot and lands on the same one",
            "springs along on one leg",
            "springs up from one foot with the other held off the floor",
            "jumps on one leg",
            "hops on a single foot",
            "hops with one foot held up",
            "springs on one foot while the other leg is held up",
        ),
        noun=(
            "hop",
            "one-footed hop",
            "hop on one leg",
            "one-legged jump",
            "single-leg hop",
            "hop on one foot",
            "hopscotch hop",
            "jump on a single leg",
        ),
        side=("on the {side} foot", "on the {side} leg"),
        pictures=(
            "one foot held up, the other springs off the floor and lands again",
            "like a child playing hopscotch",
            "as if the other foot were hurt",
            "take-off and landing on the same foot",
            "one leg does all the work, the other stays off the floor",
            "as after stubbing a toe",
            "a standing leg that jumps and a bent leg carried along",
            "balancing on one leg, but jumping",
            "hop and hop on a single leg",
            "like a pogo stick on one foot",
        ),
    ),
    directions=("in_place", "in_place", "forward", "forward", "backward"),
    times=(2, 3, 3, 4, 5, 6),
)
def hop(s: Score, do: Task) -> None:
    """Weight on the right foot, the left held up before or behind, and spring after spring on the right alone."""
    front = s.chance(0.45)
    held = (
        {"hip": s.pick(35, 95), "knee": s.pick(60, 115)} if front else {"hip": s.pick(-15, 20), "knee": s.pick(60, 115)}
    )
    over = -(s.dancer.hip + s.dancer.posture.get("stance", 0.0)) * s.pick(0.75, 1.0)
    sense = {"forward": s.pick(0.15, 0.6), "backward": -s.pick(0.1, 0.35), "in_place": 0.0}[do.direction]
    swings, height, depth = s.pick(0, 45), s.pick(0.09, 0.22), s.pick(0.09, 0.18)
    lean, rest = s.pick(-2, 8), s.pick(0.2, 0.5)
    carriage = any_arms(s, "hang", "low", "low", "second", "guard", "hips", "high")
    s.shape(s.pick(1.0, 1.5), lean=lean, bend=s.pick(-4, 8), side=s.pick(-2, 6), **carriage)
    held |= {"free": 1, "out": s.pick(-4, 14), "point": s.pick(0, 50)}
    s.to(s.pick(0.6, 1.0), sway=over, **{f"L_{name}": value for name, value in held.items()})
    for _ in range(do.times):
        high = height * s.pick(0.8, 1.25)
        s.shape(rest, L_lift=max(4, s.value("L_lift") - swings), R_lift=max(4, s.value("R_lift") - swings))
        s.to(rest, drop=depth, L_hip=held["hip"] - s.pick(0, 15))
        s.shape(0.4, L_lift=carriage.get("L_lift", 4) + swings, R_lift=carriage.get("R_lift", 4) + swings)
        s.to(0.22, drop=0, L_hip=held["hip"] + s.pick(0, 12))
        air = s.fly(high)
        s.go(air, ahead=sense)
        for side in "LR":
            s.step(side, air, under=air, out=beside(s), height=high * 0.8, heel=42, toe=-32)
        s.hold(air)
        s.to(s.pick(0.2, 0.35), drop=depth)
    s.to(0.5, drop=0)
    s.to(s.pick(0.5, 0.8), L_free=0, L_hip=0, L_knee=0, L_out=0, L_point=20, sway=0)
    s.relax(s.pick(0.7, 1.4))


@move(
    "leap",
    Words(
        does=(
            "leaps",
            "does a grand jete",
            "does a split leap",
            "leaps from one foot to the other with the legs split",
            "takes off from one foot and flies ahead in a split",
            "bounds through the air with one leg ahead, one behind",
            "takes a flying leap",
            "does a grand jeté",
            "flies through the air in the splits",
            "jumps from one foot to the other with stretched legs",
        ),
        noun=(
            "leap",
            "grand jete",
            "split leap",
            "flying leap",
            "grand jeté",
            "ballet leap",
            "split jump",
            "jump in the splits",
        ),
        side=("with the {side} leg in front", "leading with the {side} leg"),
        pictures=(
            "legs split in the air, one ahead and one behind",
            "like a deer over a fence",
            "as ballet dancers fly across the stage",
            "off one foot, over, down on the other",
            "the splits, but in mid-air",
            "a step, a push and a flight with the legs apart",
            "as if over a brook",
            "one leg thrown ahead, the other trailing behind, both feet off the floor",
            "like clearing a hurdle with both legs stretched",
            "long flight from one foot to the other",
        ),
    ),
    times=(1, 1, 1, 2),
)
def leap(s: Score, do: Task) -> None:
    """A run-up, off the left foot, the right leg thrown ahead and the left behind, down on the right foot."""
    step, length = max(s.pick(0.62, 0.95), 0.3 / s.beat), within(s, s.pick(0.6, 1.0) * s.dancer.leg, 1.0)
    front, behind, knee, lean = (
        s.pick(64, 100) / max(1, s.quality.size / 1.15),
        s.pick(36, 50),
        s.pick(0, 18),
        s.pick(2, 18),
    )
    height = s.pick(0.24, 0.42)
    far = within(s, s.pick(1.0, 1.9), 2.1)
    for time in range(do.times):
        feet = "RL" if time else "LRLRL"[2 * s.count(0, 2) :]
        for index, foot in enumerate(feet):
            s.shape(step, drop=0.03 + 0.06 * (index == len(feet) - 1))
            stride(s, foot, step, length * min(1.0, 0.5 + 0.4 * (index + 2 * time)), swing=s.pick(10, 40))
        s.go(0.35, ahead=0.3 * length)
        _fly_split(s, height, far, front, behind, knee, lean)
    s.step("R", 0.5, under=0, height=0.03)
    s.relax(s.pick(0.8, 1.5))


def _fly_split(s: Score, height: float, far: float, front: float, behind: float, knee: float, lean: float) -> None:
    """Off the left, over, down on the right, and the left steps through; the cursor moves to where it stands."""
    s.shape(max(0.6, 0.34 / s.beat), **any_arms(s, "second", "second", "low", "high"))
    s.to(0.1 / s.beat, drop=0.0, R_free=1, R_knee=40, L_heel=20, hip_turn=0, twist=0)
    for share in (0.35, 0.7):
        s.to(max(0.18, 0.11 / s.beat), R_hip=share * front, R_knee=40 - 30 * share)
    air = s.fly(height)
    s.go(air, ahead=far)
    s.step("R", air, under=air, ahead=0.1, out=beside(s, -0.03), height=0.3, heel=0, toe=-25)
    s.step("L", air + 1.2, height=0.08, heel=50)
    s.shape(0.45 * air, R_hip=front, R_knee=knee, R_point=55, L_free=1, L_knee=knee, L_point=60, lean=lean)
    for share in (0.5, 1):
        s.to(0.225 * air, L_hip=-share * behind)
    s.hold(0.1 * air)
    s.shape(0.45 * air, L_hip=-behind * 0.8, L_knee=s.pick(5, 45), L_heel=0, R_point=20)
    s.to(0.27 * air, R_hip=0.6 * front)
    s.to(0.18 * air, R_free=0, R_hip=30, R_knee=10)
    s.go(1.2, ahead=0.35, ease=0.3)
    s.to(0.4, drop=s.pick(0.08, 0.2), lean=lean + s.pick(0, 8))
    s.shape(0.8, drop=0.02, R_hip=0, R_knee=0, lean=0, L_lift=25, R_lift=25)
    s.to(0.55, L_hip=-5, L_knee=25, L_point=10)
    s.to(0.25, L_free=0, L_hip=0, L_knee=0, L_point=20)
