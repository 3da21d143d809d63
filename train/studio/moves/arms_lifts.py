"""Arms raised and opened."""

from train.studio.moves.arms_ways import at_ease, carry, hang, pull_up
from train.studio.moves.carriage import exact
from train.studio.repertoire import ARM, Task, Words, move
from train.studio.score import Score


@move(
    "raise_arm",
    Words(
        does=(
            "raises an arm",
            "lifts one arm up",
            "puts a hand up",
            "raises a hand",
            "holds one arm up",
            "raises one arm and lowers it again",
            "lifts a hand up and keeps it there",
            "brings one arm up",
            "sticks a hand up",
            "lifts one hand into the air",
        ),
        noun=(
            "arm raise",
            "raise of one arm",
            "lift of one arm",
            "hand raise",
            "single-arm lift",
            "raised arm",
            "raised hand",
            "hand in the air",
            "lifting of one arm",
        ),
        side=ARM,
        pictures=(
            "one hand goes up and stays there",
            "as if asking a question in class",
            "as if hailing a taxi",
            "one arm up, the other at rest",
            "volunteering with one hand",
            "up goes one hand",
            "voting with a raised hand",
            "one hand climbs to the head or higher, waits and sinks",
            "a single arm in the air, kept still",
            "hand up",
        ),
    ),
    times=(1, 1, 1, 2),
)
def raise_arm(s: Score, do: Task) -> None:
    """One arm shoots or floats up, anywhere from straight ahead to the side; stays up there, still; comes down."""
    with at_ease(s, other="L", unrest=0.5):
        for _ in range(do.times):
            beats = s.pick(0.6, 2.4)
            pull_up(s, beats)
            s.shape(beats, side=s.pick(-2, 10), bend=s.pick(-6, 3), R_shrug=s.pick(0, 10))
            carry(s, beats, "R", **up(s))
            s.hold(s.pick(0.9, 4.8) / do.times**0.7 / s.quality.pace**0.3)
            hang(s, s.pick(0.7, 2.0), "R")
    s.relax(s.pick(0.2, 0.8))


@move(
    "raise_both_arms",
    Words(
        does=(
            "raises both arms",
            "lifts both arms up",
            "puts both hands up",
            "raises both hands",
            "holds both arms up",
            "raises both arms and lowers them again",
            "brings both hands up into the air",
            "brings both arms up",
            "puts both arms in the air",
            "sticks both hands up",
        ),
        noun=(
            "raise of both arms",
            "lift of both arms",
            "two-arm raise",
            "raise of both hands",
            "hands-up gesture",
            "double arm raise",
            "lifting of both arms",
            "surrender gesture",
        ),
        pictures=(
            "both hands go up and stay there",
            "hands up",
            "as if surrendering",
            "as a fan does when the goal is scored",
            "touchdown",
            "both arms up in triumph",
            "two arms rise together, wait and come down together",
            "like praising the heavens with both arms",
            "both arms in the air, kept still",
            "don't shoot",
        ),
    ),
    times=(1, 1, 1, 2),
)
def raise_both_arms(s: Score, do: Task) -> None:
    """Both arms go up, to a V, beside the head or folded with the hands at the head; stay; come down."""
    with at_ease(s, unrest=0.5):
        for _ in range(do.times):
            beats, rising = s.pick(0.6, 2.4), s.chance(0.15)
            s.shape(beats, bend=s.pick(-12, 3), nod=s.pick(-20, 5), L_shrug=s.pick(0, 8), R_shrug=s.pick(0, 8))
            pull_up(s, beats)
            if rising:
                s.shape(beats, L_heel=s.pick(15, 40), R_heel=s.pick(15, 40))
            carry(s, beats, "RL", **up(s))
            s.hold(s.pick(0.9, 4.6) / do.times**0.7 / s.quality.pace**0.3)
            s.shape(0.6, bend=0, nod=0, L_heel=0, R_heel=0)
            hang(s, s.pick(0.7, 2.0), "RL")
    s.relax(s.pick(0.2, 0.8))


def up(s: Score) -> dict[str, float]:
    """An arm held up: beside the ear, aslant, ahead and a little across, or folded with the hand by the head."""
    way = str(s.rng.choice(["high", "high", "high", "high", "aslant", "across", "folded", "folded", "folded"]))
    if s.quality.size > 1.25 or s.quality.size < 0.75:
        way = "high" if s.quality.size > 1 else "folded"
    plane = s.pick(-25, 15) if way == "across" else s.pick(-5, 105)
    if way == "folded":
        lift = s.pick(12, 60) if s.chance(0.2) else s.pick(70, 130)
        elbow, roll = min(max(s.pick(140, 190) - lift, 20), 138), plane + s.pick(-30, 25)
    else:
        lift = s.pick(145, 180) if way == "high" else s.pick(112, 145)
        elbow, roll = s.pick(-15, 35), plane + s.pick(-40, 25)
    return {"lift": lift, "plane": plane, "elbow": elbow, "roll": roll}


@move(
    "open_arms",
    Words(
        does=(
            "opens the arms wide",
            "opens both arms to the sides",
            "spreads the arms apart",
            "stretches both arms out sideways",
            "opens the arms as if to welcome someone",
            "spreads both arms wide at the sides",
            "unfolds both arms to the sides",
            "extends both arms sideways",
            "parts both arms and opens the chest",
        ),
        noun=(
            "opening of the arms",
            "spreading of both arms",
            "opening of both arms to the sides",
            "spread of the arms",
            "open-arms gesture",
            "arm opening",
            "arm spread",
            "welcoming gesture",
        ),
        pictures=(
            "both arms part to the sides and the chest opens",
            "welcome, come in",
            "ta-da, with both arms",
            "like a pair of curtains drawn apart",
            "like the statue of christ above rio",
            "as at the bow of the titanic, arms out at the sides",
            "as if to show how much room there is",
            "both arms travel outward and end spread at the sides",
            "presenting the whole stage with both arms",
            "arms spread out",
        ),
    ),
    times=(1, 1, 1, 2),
)
def open_arms(s: Score, do: Task) -> None:
    """From before the chest, crossed, or simply hanging, both arms part to the sides; the chest opens with them."""
    with at_ease(s):
        for _ in range(do.times):
            start = str(s.rng.choice(["hanging", "chest", "ahead", "crossed"]))
            close = {
                "chest": {"lift": s.pick(30, 75), "plane": s.pick(10, 40), "elbow": s.pick(70, 120), "roll": -45},
                "ahead": {"lift": s.pick(45, 95), "plane": s.pick(-5, 25), "elbow": s.pick(0, 35), "roll": -30},
                "crossed": {"lift": s.pick(25, 70), "plane": s.pick(-15, 5), "elbow": s.pick(40, 85), "roll": -70},
            }
            if start in close:
                s.shape(0.8, bend=s.pick(0, 14), nod=s.pick(0, 15))
                carry(s, s.pick(0.7, 1.8), "RL", **close[start])
                s.hold(s.pick(0, 0.6))
            beats = s.pick(0.6, 2.6)
            s.shape(beats, bend=-s.pick(0, 16), nod=-s.pick(0, 15), L_round=-s.pick(0, 18), R_round=-s.pick(0, 18))
            parted(s, beats)
            s.hold(s.pick(0.3, 4.0) / do.times / s.quality.pace**0.3)
            s.shape(0.6, bend=0, nod=0, L_round=0, R_round=0)
            hang(s, s.pick(0.7, 2.2), "RL")
    s.relax(s.pick(0.4, 1.0))


def parted(s: Score, beats: float) -> None:
    """Both arms arrive out to the sides, the elbows leading or not."""
    more = s.quality.size - 1
    lift, plane = s.pick(68, 112) + 30 * min(more, 0.4), s.pick(72, 112) + 10 * more
    elbow, roll = s.pick(-15, 42) - 110 * more, s.pick(-35, 45)
    lead = s.pick(0.5, 1.0)
    for side in "LR":
        out = {f"{side}_lift": lift + s.pick(-4, 4), f"{side}_plane": plane + s.pick(-4, 4)}
        s.shape(beats * lead, **exact(s, **out))
        s.shape(beats, **exact(s, **{f"{side}_elbow": elbow + s.pick(-4, 4), f"{side}_roll": roll}))
    s.hold(beats)
