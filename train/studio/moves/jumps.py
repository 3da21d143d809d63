"""Leaving the floor with both feet. Gravity sets the time in the air; the dancer chooses the height."""

from train.studio.moves.carriage import any_arms, exact
from train.studio.moves.locomotion_gait import swing_arm
from train.studio.repertoire import Task, Words, move
from train.studio.score import Score


def spring(
    s: Score, height: float, ahead: float = 0.0, tuck: float = 0.0, turn: float = 0.0, out: float | None = None
) -> None:
    """Both feet leave the floor and land together, each `out` metres outward; the cursor moves to the landing."""
    air = s.fly(height)
    s.go(air, ahead=ahead, turn=turn)
    for side in "LR":
        s.step(side, air, under=air, out=out or 0.0, height=height * 0.8 + tuck, heel=45, toe=-35)
    s.hold(air)


def coil(s: Score, beats: float, depth: float, back: float | None = None) -> None:
    """Sink for a jump, bent at hips and knees; the arms swing `back` degrees behind, if at all."""
    for side in "LR" if back is not None else "":
        swing_arm(s, side, beats, -back, 8)
    s.to(beats, drop=depth, lean=depth * 90, bend=depth * s.pick(20, 80), nod=-depth * 50)


def land(s: Score, depth: float) -> None:
    """Catch the landing in the knees and come up."""
    s.to(s.pick(0.25, 0.4), drop=depth, lean=depth * s.pick(40, 90), bend=depth * s.pick(0, 60))
    s.to(s.pick(0.4, 0.8), drop=0, lean=0, bend=0, nod=0)


@move(
    "jump",
    Words(
        does=(
            "jumps",
            "jumps up",
            "leaps into the air with both feet",
            "springs up",
            "jumps off the ground with both feet",
            "does a jump",
            "jumps off the floor",
            "pushes off the ground with both feet",
            "takes off from both feet and lands on both",
            "goes up into the air and comes down on both feet",
        ),
        noun=(
            "jump",
            "vertical jump",
            "two-footed jump",
            "spring into the air",
            "standing jump",
            "jump with both feet",
            "jump into the air",
            "leap off both feet",
        ),
        pictures=(
            "both feet leave the floor together and land together",
            "the knees bend, the legs stretch, and there is air under both soles",
            "as if to look over a fence",
            "bend, push, fly, land",
            "bend the knees and up",
            "like jumping for joy",
            "both feet off the ground together",
            "airborne for a moment, then caught by bending knees",
            "as a basketball player goes up for the ball",
            "two-footed take-off, two-footed landing",
        ),
    ),
    directions=("in_place", "in_place", "forward"),
    times=(1, 1, 2, 3, 4),
)
def jump(s: Score, do: Task) -> None:
    """Bend, swing the arms or leave them, spring, and take the landing in the knees; the farther, the deeper."""
    style = str(s.rng.choice(["swing", "swing", "open", "still"]))
    back, up, apart = s.pick(10, 60), s.pick(15, 170), s.pick(4, 40)
    bounces = do.times > 1 and s.chance(0.5)
    if style == "still":
        s.shape(0.6, **any_arms(s, "hang", "hips", "low", "second", "guard", "folded", "high"))
    for index in range(do.times):
        depth, height = s.pick(0.10, 0.3), s.pick(0.08, 0.42)
        if bounces:
            depth, height = s.pick(0.05, 0.12), s.pick(0.06, 0.16)
        far = s.pick(0.25, 0.8 if do.times > 1 else 1.7) if do.direction == "forward" else 0.0
        long = max(far - 0.6, 0.0)
        if index == 0 or not bounces:
            coil(s, s.pick(0.5, 1.0), depth, back if style == "swing" else None)
        for side in "LR":
            if style == "swing":
                swing_arm(s, side, 0.5, up, apart)
            elif style == "open":
                s.shape(0.5, **{f"{side}_plane": s.pick(70, 100), f"{side}_lift": up * 0.9})
        s.to(0.25, drop=0, lean=30 * long, forth=0.25 * long, bend=s.pick(-6, 2), nod=s.pick(-8, 2))
        s.shape(0.6, forth=-0.25 * long)
        spring(s, height + 0.1 * long, ahead=far, tuck=s.pick(0, 0.14))
        if style != "still":
            s.shape(0.7, L_lift=s.pick(5, 40), R_lift=s.pick(5, 40))
        if bounces and index < do.times - 1:
            s.to(s.pick(0.3, 0.5), drop=depth, lean=depth * 50)
        else:
            s.shape(0.8, forth=0)
            land(s, s.pick(0.06, 0.22) + 0.16 * long)
    s.relax(s.pick(0.5, 0.9))


@move(
    "star_jump",
    Words(
        does=(
            "does a star jump",
            "does jumping jacks",
            "jumps with all four limbs spread like a star",
            "jumps and spreads all limbs to the sides",
            "leaps into a star shape",
            "jumps the legs apart and throws the arms out to the sides",
            "jumps into a star",
            "jumps into the shape of an x",
            "does a jumping jack",
            "opens all four limbs in a jump and closes them again",
        ),
        noun=(
            "star jump",
            "jumping jack",
            "star-shaped jump",
            "jump with arms and legs spread",
            "starfish jump",
            "side-straddle hop",
            "spread-eagle jump",
            "jump in the shape of an x",
        ),
        pictures=(
            "arms and legs open like an x and close again",
            "limbs spread like the points of a star",
            "feet apart and arms up, feet together and arms down",
            "like a starfish",
            "as in a gym class warm-up",
            "jump, open, close",
            "the legs fly apart while the arms fly out to the sides",
            "like the wooden toy whose string is pulled",
            "arms out and legs out at the same moment",
            "like a cheerleader's jump",
        ),
    ),
    times=(1, 1, 2, 3, 4),
)
def star_jump(s: Score, do: Task) -> None:
    """A star in the air that closes again before landing, or jacks: a jump apart and a jump together."""
    (_jacks if s.chance(0.5) else _stars)(s, do.times)
    s.relax(s.pick(0.5, 0.9))


def _stars(s: Score, times: int) -> None:
    up, elbow, plane, out = s.pick(95, 150), s.pick(0, 20), s.pick(75, 95), s.pick(28, 58)
    for _ in range(times):
        coil(s, s.pick(0.5, 0.9), s.pick(0.14, 0.32), None if s.chance(0.3) else s.pick(5, 30))
        s.shape(0.6, L_plane=plane, R_plane=plane, L_lift=up * 0.5, R_lift=up * 0.5)
        s.to(0.22, drop=0, lean=0, bend=0, nod=0)
        start, height = s.now, s.pick(0.24, 0.5)
        spring(s, height)
        landing, s.now = s.now, start
        air = (landing - start) / s.beat
        pose = {"free": 1, "out": out, "point": 50, "turnout": s.pick(0, 35), "lift": up, "elbow": elbow}
        s.to(0.42 * air, **{f"{side}_{name}": value for side in "LR" for name, value in pose.items()})
        s.hold(0.1 * air)
        close = {"free": 0, "out": 0, "point": 20, "turnout": 0}
        s.shape(0.43 * air, **{f"{side}_{name}": value for side in "LR" for name, value in close.items()})
        s.shape(0.8 * air, L_lift=s.pick(5, 50), R_lift=s.pick(5, 50), L_elbow=0, R_elbow=0)
        s.now = landing
        land(s, s.pick(0.1, 0.22))


def _jacks(s: Score, times: int) -> None:
    wide, up, plane = s.pick(0.16, 0.36), s.pick(85, 178), s.pick(78, 96)
    elbow, dip, height = s.pick(0, 35), s.pick(0.03, 0.1), s.pick(0.05, 0.12)
    rest = s.pick(0.15, 0.6)
    s.to(0.5, drop=dip, lean=s.pick(0, 6))
    for _ in range(times):
        for out, lift in ((wide, up), (0.0, s.pick(4, 14))):
            arms = {"plane": plane, "lift": lift, "elbow": elbow if out else 5}
            s.shape(0.75, **{f"{side}_{name}": value for side in "LR" for name, value in arms.items()})
            s.to(0.15, drop=0)
            spring(s, height, out=out)
            s.to(rest, drop=dip)
    s.to(0.5, drop=0, lean=0)


@move(
    "tuck_jump",
    Words(
        does=(
            "does a tuck jump",
            "jumps and pulls the knees up to the chest",
            "jumps with both knees tucked",
            "leaps up and draws both knees in",
            "jumps into a tuck",
            "jumps up with the knees drawn to the chest",
            "springs up and folds both legs under the body",
            "brings both knees up in the air",
            "jumps like a cannonball",
        ),
        noun=(
            "tuck jump",
            "knees-to-chest jump",
            "tucked jump",
            "jump with both knees up",
            "cannonball jump",
            "knee-tuck jump",
            "knees-up jump",
            "jump with tucked legs",
        ),
        pictures=(
            "both knees to the chest at the top of the jump",
            "in the air the legs fold up under the body",
            "like a cannonball into a pool",
            "like jumping over a high box",
            "curled up in mid-air, legs down for the landing",
            "heels to the seat and knees to the chest, all in the air",
            "up, tuck, stretch, land",
            "thighs pulled up against the belly while airborne",
            "as in plyometric training, jump and tuck",
            "like a ball in the air",
        ),
    ),
    times=(1, 2, 2, 3),
)
def tuck_jump(s: Score, do: Task) -> None:
    """Deep bend, a high spring, both knees to the chest at the top, legs down for the landing."""
    hip, fold, back = s.pick(116, 142), s.pick(112, 142), s.pick(10, 60)
    reach = {"lift": s.pick(20, 60), "plane": s.pick(5, 30), "elbow": s.pick(10, 70), "roll": s.pick(-20, 10)}
    if s.chance(0.3):
        reach = {"lift": s.pick(60, 120), "plane": s.pick(30, 95), "elbow": s.pick(0, 40), "roll": 0}
    for _ in range(do.times):
        coil(s, s.pick(0.5, 1.0), s.pick(0.16, 0.34), back if s.chance(0.8) else None)
        for side in "LR":
            swing_arm(s, side, 0.5, s.pick(30, 140), 10)
        s.to(0.25, drop=0, lean=0, bend=0, nod=0)
        start = s.now
        spring(s, s.pick(0.4, 0.62), ahead=s.pick(-0.05, 0.2))
        landing, s.now = s.now, start
        air = (landing - start) / s.beat
        pose = {"free": 1, "hip": hip, "knee": fold, "point": s.pick(10, 50), "out": s.pick(0, 12)} | reach
        s.to(
            0.38 * air,
            **exact(s, **{f"{side}_{name}": value for side in "LR" for name, value in pose.items()}),
            bend=s.pick(8, 30),
        )
        s.hold(0.2 * air)
        down = {"free": 0, "hip": 10, "knee": 20, "point": 20, "out": 0}
        s.shape(0.4 * air, **{f"{side}_{name}": value for side in "LR" for name, value in down.items()}, bend=5)
        s.now = landing
        s.shape(0.8, L_lift=s.pick(5, 50), R_lift=s.pick(5, 50))
        land(s, s.pick(0.12, 0.26))
        s.shape(0.1, L_hip=0, R_hip=0, L_knee=0, R_knee=0)
    s.relax(s.pick(0.5, 0.9))
