"""Bending, leaning and turning the trunk."""

from train.studio.body import REST
from train.studio.moves.carriage import any_arms, arms, exact
from train.studio.repertoire import Task, Words, move
from train.studio.score import Score

ARMS_DOWN = {
    f"{side}_{name}": REST[f"{side}_{name}"] for side in "LR" for name in ("lift", "plane", "roll", "elbow", "grip")
}


@move(
    "bow",
    Words(
        does=(
            "bows",
            "takes a bow",
            "bends forward from the waist and comes up again",
            "bows to the audience",
            "gives a bow",
            "bows politely",
            "bends the upper body down in thanks",
            "bows in respect",
            "takes a curtain call",
            "bends over at the waist and straightens up",
            "folds forward at the hips and rises",
        ),
        noun=(
            "bow",
            "bow to the audience",
            "polite bow",
            "reverence",
            "bow from the waist",
            "respectful bow",
            "forward bow",
            "stage bow",
            "curtain call",
        ),
        pictures=(
            "the trunk tips ahead, waits and comes up",
            "thank you, thank you, at the end of the show",
            "the curtain call after the performance",
            "as one greets in japan",
            "at your service, my lord",
            "the upper body folds over at the hips and the head goes along",
            "before and after a judo bout",
            "chest and head go down in respect and come up again",
            "folding at the waist before an audience",
            "like a butler receiving guests",
        ),
    ),
    times=(1, 1, 1, 1, 2),
)
def bow(s: Score, do: Task) -> None:
    """The trunk tips ahead, the hips go back, the head follows; a wait below, and up."""
    tip, share = s.pick(24, 105), s.pick(0.35, 0.75)
    if s.chance(0.2):
        s.step("R", 0.9, ahead=-s.pick(0.12, 0.3), out=s.pick(-0.12, 0.05), height=0.05)
        s.hold(0.6)
    s.hold(s.pick(0.0, 0.6))
    for _ in range(do.times):
        down, nod = s.pick(0.8, 3.4), s.pick(-8, 34)
        s.shape(down * s.pick(0.6, 1.0), **exact(s, **_bowing_arms(s, tip)))
        s.shape(down, forth=-s.pick(0.001, 0.0026) * tip * share, drop=s.pick(0.0, 0.07), nod=nod)
        s.to(down, lean=tip * share, bend=tip * (1 - share))
        s.hold(s.pick(0.1, 3.0) / do.times)
        up = s.pick(0.9, 3.0)
        s.shape(up * 1.1, nod=0, drop=0, forth=0)
        s.shape(up, bend=0)
        s.to(up, lean=0, **ARMS_DOWN)
    s.relax(s.pick(0.3, 0.9))


def _bowing_arms(s: Score, tip: float) -> dict[str, float]:
    """Hands hang, stay at the sides, slide to the thighs, open, meet at the chest or lap, or one lies on the belly."""
    way = str(s.rng.choice(["sides", "hanging", "thighs", "open", "back", "prayer", "lap", "belly"]))
    angles = {
        "sides": {"lift": s.pick(2, 20), "plane": s.pick(60, 120), "elbow": s.pick(5, 40)},
        "hanging": {"lift": s.pick(0.6, 1.0) * tip, "plane": s.pick(0, 25), "elbow": s.pick(5, 50)},
        "thighs": {"lift": s.pick(0.35, 0.6) * tip, "plane": s.pick(8, 30), "elbow": s.pick(10, 55)},
        "open": {"lift": s.pick(40, 95), "plane": s.pick(80, 140), "elbow": s.pick(4, 35)},
        "back": {"lift": s.pick(18, 32), "plane": 165, "elbow": s.pick(45, 75), "roll": -55},
    }
    hands = {"prayer": (0.03, s.pick(-0.3, -0.05), 0.5), "lap": (0.04, s.pick(-0.78, -0.6), 0.4)}
    if way in angles:
        return {f"{side}_{name}": angle for side in "LR" for name, angle in angles[way].items()}
    if way in hands:
        out, up, ahead = hands[way]
        return {f"{side}_{name}": to for side in "LR" for name, to in
                {"grip": 1, "hand_out": out, "hand_up": up, "hand_ahead": ahead}.items()}  # fmt: skip
    other = angles[str(s.rng.choice(["back", "open", "sides"]))]
    belly = {"R_lift": 34, "R_plane": s.pick(-5, 20), "R_elbow": s.pick(85, 110), "R_roll": -s.pick(55, 75)}
    return belly | {f"L_{name}": angle for name, angle in other.items()}


@move(
    "side_bend",
    Words(
        does=(
            "bends sideways",
            "does a side bend",
            "leans the upper body over sideways from the waist",
            "curves the spine to one side",
            "tips the ribs sideways and stretches the waist",
            "does a lateral bend",
            "bends the torso sideways",
            "tilts the upper body sideways",
            "stretches the side of the body",
            "curves over sideways",
        ),
        noun=(
            "side bend",
            "sideways bend",
            "lateral bend",
            "side stretch",
            "lateral stretch",
            "sideways stretch",
            "flank stretch",
            "sideways lean of the upper body",
        ),
        side=("to the {side}",),
        pictures=(
            "one side of the waist folds, the other grows long",
            "like a teapot pouring",
            "a crescent moon made with the torso",
            "the upper body tips over sideways from the waist",
            "a warm-up stretch for the flank",
            "gym class, bending over to the side",
            "the body shaped like a banana",
            "the ribs open on one side and close on the other",
            "the spine curves sideways and comes up again",
            "stretching the side of the body",
        ),
    ),
    times=(1, 1, 1, 2, 3),
)
def side_bend(s: Score, do: Task) -> None:
    """The spine curves to the right, often with the left arm drawn overhead, while the hips stay or slip left."""
    if s.chance(0.4):
        s.step("R", 0.8, out=s.pick(0.05, 0.3), height=0.05)
    way = str(s.rng.choice(["over", "over", "over", "both", "hips", "hang", "second", "head"]))
    head = {"lift": 105, "plane": 88, "elbow": 128, "roll": 75}
    if way == "over":
        s.shape(1, **{name: to for name, to in any_arms(s, "hips", "hang", "low").items() if name[0] == "R"})
    elif way == "head":
        s.shape(1, **{f"{side}_{name}": angle for side in "LR" for name, angle in head.items()})
    else:
        s.shape(1, **exact(s, **arms(s, "high" if way == "both" else way)))
    s.to(s.pick(0.4, 1.2), drop=s.pick(0, 0.06))
    for _ in range(do.times):
        over, beats = s.pick(24, 44), s.pick(1.1, 2.6)
        if way == "over":
            s.shape(beats, L_lift=s.pick(140, 180), L_plane=s.pick(55, 95), L_elbow=s.pick(5, 60), L_roll=s.pick(0, 60))
        if way == "hang":
            s.shape(
                beats, L_lift=s.pick(0.2, 0.7) * over, L_plane=-s.pick(5, 40), R_lift=s.pick(0, 0.6) * over, R_plane=90
            )
        s.shape(beats, tilt=-s.pick(0, 9), head_tilt=-s.pick(0, 22), sway=s.pick(0.0, 0.08), twist=s.pick(-12, 8))
        s.to(beats, side=-over, bend=s.pick(-4, 12))
        s.hold(s.pick(0.0, 3.0) / do.times)
        s.shape(s.pick(0.8, 2.0), side=0, tilt=0, head_tilt=0, sway=0, twist=0, bend=0)
        if way == "hang" or (way == "over" and s.chance(0.7)):
            s.shape(1.4, **{name: to for name, to in ARMS_DOWN.items() if name[0] == "L" or way == "hang"})
        s.hold(s.pick(0.8, 1.6))
    s.relax(s.pick(0.5, 1.0))


@move(
    "sway",
    Words(
        does=(
            "sways",
            "sways from side to side",
            "rocks the whole body from one foot to the other",
            "sways like a tree in the wind",
            "shifts the weight from side to side with the whole body",
            "swings the body from side to side in place",
            "rocks from side to side",
            "leans from side to side",
            "sways to the music",
            "moves like a reed in the wind",
        ),
        noun=(
            "sway",
            "side-to-side sway",
            "swaying of the body",
            "body sway",
            "swaying motion",
            "side-to-side rocking",
            "rocking from foot to foot",
            "weight shift from side to side",
        ),
        pictures=(
            "the weight over one foot, then the other, the whole body leaning along",
            "like a reed in the wind",
            "like a ship's mast in a swell",
            "as a crowd does during a love song",
            "feet planted, the body tipping from side to side",
            "like a metronome, the whole body from side to side",
            "rocking like a boat at anchor",
            "as a choir does to a gospel song",
            "the whole body leans one way, then the other",
            "swaying",
        ),
    ),
)
def sway(s: Score, do: Task) -> None:
    """The weight goes from foot to foot and the whole body leans after it like a tree, feet where they are."""
    wide = s.pick(0.06, 0.26)
    s.step("R", 0.8, out=wide, height=0.05)
    way = str(s.rng.choice(["hang", "hang", "low", "second", "high", "high", "high"]))
    s.shape(1.2, **exact(s, **arms(s, way, 12)))
    s.to(s.pick(0.3, 0.9), drop=s.pick(0.0, 0.04))
    beats, far, lean = s.pick(0.9, 2.4), s.pick(0.08, 0.12) + 0.4 * wide, s.pick(18, 30)
    trail, dip, heel = s.pick(4, 26), s.pick(0, 0.05), s.pick(0, 22)
    held = {side: s.value(f"{side}_lift") for side in "LR"}
    for index in range(max(2, round(s.pick(2, 6) / (0.5 * beats)))):
        sign = 1 if index % 2 == 0 else -1
        reach = s.pick(0.85, 1.1) * sign
        raised = {"L_lift": held["L"] + reach * trail, "R_lift": held["R"] - reach * trail}
        s.shape(0.5 * beats, drop=dip)
        s.shape(beats, sway=far * reach, side=0.7 * lean * reach, tilt=0.3 * lean * reach, **raised)
        s.to(beats, head_tilt=0.5 * lean * reach, L_heel=heel * (sign < 0), R_heel=heel * (sign > 0))
        s.shape(0.5 * beats, drop=0)
    s.relax(s.pick(0.7, 1.3))


@move(
    "contraction",
    Words(
        does=(
            "contracts the torso",
            "does a contraction",
            "hollows the belly and rounds the spine in a C-curve",
            "curls the torso in around the stomach",
            "pulls the stomach in as if punched",
            "does a Graham contraction",
            "scoops out the belly",
            "caves in at the stomach",
            "rounds the back and tucks the pelvis",
        ),
        noun=(
            "contraction",
            "torso contraction",
            "Graham contraction",
            "hollowing of the torso",
            "contraction and release",
            "c-curve of the spine",
            "stomach contraction",
            "inward curl of the torso",
        ),
        pictures=(
            "the belly hollows and the back makes a c",
            "as if punched in the stomach",
            "an exercise of martha graham's",
            "pelvis tucked, spine rounded, shoulders curling over",
            "the breath goes out and the middle of the body caves in",
            "modern dance class, contract and release",
            "the navel drawn back to the spine",
            "the trunk curls in on itself, waits and lengthens again",
            "like a shell closing around the stomach",
            "the front of the body scooped out",
        ),
    ),
    times=(1, 1, 2, 3),
)
def contraction(s: Score, do: Task) -> None:
    """The pelvis tucks, the belly hollows back, the spine makes a C over it and waits; a release lengthens it again."""
    if s.chance(0.4):
        s.step("R", 0.8, out=s.pick(0.0, 0.28), ahead=s.pick(-0.1, 0.1), height=0.05)
    s.shape(1, **any_arms(s, "hang", "low", "second", "second"))
    s.to(s.pick(0.5, 1.2), drop=s.pick(0.0, 0.08))
    way, low = str(s.rng.choice(["curve", "curve", "cross", "belly"])), s.pick(0.04, 0.14)
    for _ in range(do.times):
        into, deep = s.pick(0.5, 1.8), s.pick(54, 78)
        if way == "curve":
            arm = {"lift": s.pick(55, 90), "plane": s.pick(5, 30), "elbow": s.pick(30, 75), "roll": -s.pick(20, 60)}
            s.shape(into, **{f"{side}_{name}": angle for side in "LR" for name, angle in arm.items()})
        else:
            out, up = (-0.14, -0.05) if way == "cross" else (0.06, -0.5)
            hands = {"grip": 1, "hand_out": out, "hand_up": up, "hand_ahead": 0.34}
            s.shape(into, **{f"{side}_{name}": to for side in "LR" for name, to in hands.items()})
        s.shape(into, lean=-s.pick(14, 26), chest=-s.pick(0.05, 0.1), forth=-s.pick(0.0, 0.04), L_round=30, R_round=30)
        s.to(into, bend=deep, nod=s.pick(10, 36), drop=low)
        s.hold(s.pick(0.8, 2.6) / do.times)
        out = s.pick(0.6, 1.8)
        s.shape(out, lean=0, chest=0, forth=0, nod=0, L_round=-5, R_round=-5)
        s.to(out, bend=0, drop=0.3 * low, **(ARMS_DOWN | any_arms(s, "low", "second", "hang")))
        s.hold(s.pick(0.0, 0.5))
    s.relax(s.pick(0.6, 1.2))
