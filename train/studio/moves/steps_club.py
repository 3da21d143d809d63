"""Steps of clubs and parties, danced to a beat: step touch, running man, disco point."""

from train.studio.moves.carriage import any_arms, exact, metres
from train.studio.moves.steps_footwork import away, close, free_arms, over, rounds
from train.studio.repertoire import ARM, Task, Words, move
from train.studio.score import OTHER, Score


@move(
    "step_touch",
    Words(
        does=(
            "does step touches",
            "steps to the side and touches the other foot beside it",
            "step-touches from side to side",
            "steps side to side, tapping one foot next to the other",
            "takes a step to each side with a touch of the other foot",
            "two-steps from side to side to the beat",
            "does the side-to-side two-step",
            "steps out and taps the other foot in",
            "moves side to side with a tap of the foot",
        ),
        noun=(
            "step touch",
            "side-to-side step touch",
            "step and touch",
            "two-step",
            "step-tap",
            "side touch",
            "aerobics step touch",
            "party two-step",
        ),
        pictures=(
            "step, touch, step, touch",
            "side, touch, and back the other way",
            "what aerobics class begins with",
            "the party step of people who do not dance",
            "like the backing singers behind the star",
            "one foot goes out, the other comes in to tap beside it",
            "side to side with a touch of the free foot",
            "the two-step at a school disco",
            "out to one side and tap, out to the other and tap",
            "motown backing group steps",
        ),
    ),
)
def step_touch(s: Score, do: Task) -> None:
    """Step out, bring the other foot to touch beside it without weight, and back the other way, the knees in time."""
    beats = max(s.pick(0.7, 1.5), 0.3 / s.beat)
    wide = min(s.pick(0.26, 0.38), metres(s, 0.5 * s.dancer.leg))
    deep, turn = s.pick(0.03, 0.1), s.pick(5, 20) * s.chance(0.25)
    twist, lean, behind, lift = s.pick(-14, 14), s.pick(-8, 8), s.pick(-0.06, 0.06), s.pick(0.08, 0.14)
    arms, claps, doubles = free_arms(s, 0.35), s.chance(0.45), s.chance(0.15)
    s.shape(1, **exact(s, **any_arms(s, "hang", "hang", "low", "guard", "hips")))
    foot, facing = "R", 0.0
    for _ in range(2 * max(2, rounds(s, 4 * beats))):
        goal = away(foot) * turn
        for again in (False, True) if doubles else (False,):
            s.step(foot, 0.75 * beats, under=beats, height=lift)
            s.go(beats, left=away(foot) * wide, turn=goal - facing)
            s.pivot(OTHER[foot], beats)
            s.shape(beats, **exact(s, **_clap(False)) if claps else arms(foot))
            s.shape(0.5 * beats, drop=deep, twist=away(foot) * twist, side=away(foot) * lean)
            s.to(beats, drop=0.01, sway=over(s, foot), **{f"{OTHER[foot]}_heel": 15})
            s.step(OTHER[foot], 0.5 * beats, under=0.5 * beats, ahead=behind, out=-0.03, height=lift)
            s.shape(0.5 * beats, **{f"{OTHER[foot]}_heel": 48.0 * (not (doubles and not again))})
            s.shape(0.5 * beats, drop=0.6 * deep, **exact(s, **_clap(True)) if claps else {})
            s.to(beats, drop=0.01)
            s.shape(0.5 * beats, **{f"{OTHER[foot]}_heel": 0})
            facing = goal
        foot = OTHER[foot]
    close(s, foot)


def _clap(shut: bool) -> dict[str, float]:
    out = 0.01 if shut else 0.34
    return {f"{side}_{name}": value for side in "LR" for name, value in
            {"grip": 1, "hand_out": out, "hand_up": -0.1, "hand_ahead": 0.62}.items()}  # fmt: skip


@move(
    "running_man",
    Words(
        does=(
            "does the running man",
            "dances the running man",
            "lifts one knee after the other and slides the standing foot back",
            "does the hip-hop running man on the spot",
            "hops through the running man with pumping arms",
            "pumps the knees and slides the feet back",
            "shuffles on the spot in the running man",
            "does the nineties running man",
            "does the shuffle dance",
        ),
        noun=(
            "running man",
            "hip-hop running man",
            "running man step",
            "running man dance",
            "old-school running man",
            "party shuffle",
            "running man shuffle",
            "shuffle dance step",
        ),
        pictures=(
            "running without getting anywhere, a foot slipping back under each knee",
            "knee up, slide back, knee up, slide back",
            "early nineties hip hop",
            "like jogging on an icy treadmill",
            "one knee comes up while the other foot slips back",
            "mc hammer and party rock",
            "a step and a slide that cancel out",
            "folded arms pumping, feet sliding back on the spot",
            "as if the floor were pulled away backward at each step",
            "the shuffle dancers' first step",
        ),
    ),
)
def running_man(s: Score, do: Task) -> None:
    """A knee comes up, stamps down ahead while the other foot slides back, and that one's knee comes up in turn."""
    beats = max(s.pick(0.55, 0.95), 0.26 / s.beat)
    knee, split, low, hop = s.pick(50, 100), s.pick(0.16, 0.3), s.pick(0.05, 0.13), s.pick(0.0, 0.05)
    fold, swing, both = s.pick(60, 120), s.pick(12, 45), s.chance(0.35)
    s.to(s.pick(0.4, 0.9), drop=low, lean=s.pick(2, 16), L_elbow=fold, R_elbow=fold, L_lift=20, R_lift=20)
    up = "R"
    for _ in range(2 * rounds(s, 4 * beats, 1.5, 4.5)):
        stand = OTHER[up]
        s.step(stand, 0.8 * beats, under=beats, height=0.0, heel=12)
        s.step(up, beats, under=beats, ahead=split, height=0.1)
        s.shape(0.4 * beats, sway=over(s, stand), **{f"{up}_free": 1})
        s.shape(beats, **_pump(stand, swing, both), bend=s.pick(6, 14))
        bent = {f"{up}_hip": knee, f"{up}_knee": 1.1 * knee, f"{up}_point": 15.0}
        s.to(beats, drop=low - 0.5 * hop, **bent, **{f"{stand}_heel": 12})
        s.step(stand, beats, under=beats, ahead=-split, height=0.0, heel=20)
        s.shape(0.75 * beats, **{f"{up}_hip": 20, f"{up}_knee": 25, f"{up}_free": 0, f"{stand}_heel": 32})
        s.shape(beats, **_pump(up, swing, both), bend=s.pick(0, 8))
        s.to(beats, drop=low + hop, sway=0.3 * over(s, up))
        up = stand
    s.shape(0.4, **{f"{side}_{part}": 0 for side in "LR" for part in ("hip", "knee", "heel")})
    close(s, up)


def _pump(back: str, swing: float, both: bool) -> dict[str, float]:
    """Folded arms: the one on the side `back` drawn back, the other ahead; or both pulled back and pushed ahead."""
    pulled = {f"{back}_lift": swing, f"{back}_plane": 160.0}
    if both:
        pulls = back == "L"
        return {f"{side}_{name}": value for side in "LR" for name, value in
                {"lift": swing, "plane": 160.0 if pulls else 15.0}.items()}  # fmt: skip
    return pulled | {f"{OTHER[back]}_lift": 1.3 * swing, f"{OTHER[back]}_plane": 15.0}


@move(
    "disco_point",
    Words(
        does=(
            "does the disco point",
            "points up to the sky, then down across the body",
            "points a finger up diagonally, then down to the opposite hip",
            "strikes the Saturday Night Fever point",
            "does the John Travolta disco move, pointing up then down",
            "does a disco dance with one arm pointing high, then low",
            "dances like in saturday night fever",
            "points to the ceiling, then across to the hip",
            "points one finger at the mirror ball, then at the floor",
        ),
        noun=(
            "disco point",
            "Saturday Night Fever point",
            "disco pointing move",
            "Travolta point",
            "seventies disco move",
            "diagonal disco point",
            "john travolta move",
            "disco dance move",
        ),
        side=ARM,
        pictures=(
            "up to the sky, then down across the body",
            "saturday night fever",
            "stayin' alive, stayin' alive",
            "one finger to the mirror ball, then to the floor",
            "white suit, mirror ball and a pointing finger",
            "one arm draws a diagonal from high outside to low across",
            "point up, point down, the hips going the other way",
            "the seventies, one arm up and out, then down to the opposite hip",
            "from the corner of the ceiling to the far hip",
            "travolta on the disco floor",
        ),
    ),
)
def disco_point(s: Score, do: Task) -> None:
    """The right arm shoots up and out, the hip the other way; then down across to the left hip; again and again."""
    beats = max(s.pick(0.7, 1.5), 0.28 / s.beat)
    high, plane, low, across = s.pick(135, 168), s.pick(60, 100), s.pick(18, 55), s.pick(-45, -15)
    hip, deep, bent = s.pick(0.03, 0.1), s.pick(0.02, 0.12), s.pick(0, 30)
    rest = exact(s, **any_arms(s, "hips", "hips", "hang", "low"))
    s.shape(1, **{name: value for name, value in rest.items() if name.startswith("L_")})
    wide = s.pick(0.0, 0.22)
    s.step("R", 0.7, out=wide, height=0.06)
    s.to(s.pick(0.5, 0.9), drop=deep, sway=-hip, R_elbow=40)
    stays, taps = s.pick(0.15, 0.6), s.chance(0.4)
    for _ in range(rounds(s, 2 * beats, 1.5, 5)):
        go = min(1 - stays, 0.8)
        s.shape(go * beats, R_lift=high, R_plane=plane, R_elbow=s.pick(0, 12), R_roll=0, twist=-s.pick(0, 18))
        s.shape(go * beats, sway=hip, tilt=-6, side=s.pick(-4, 10), nod=-s.pick(0, 18), R_heel=30 * taps)
        s.to(beats, drop=0.3 * deep)
        s.shape(go * beats, R_lift=low, R_plane=across, R_elbow=bent, twist=s.pick(4, 25), nod=s.pick(0, 15))
        s.to(beats, sway=-hip, tilt=6, side=-s.pick(0, 8), drop=deep, R_heel=0, bend=s.pick(0, 12))
    s.relax(s.pick(0.5, 1.0))
