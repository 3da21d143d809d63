"""Ways to hold and carry oneself that many moves share."""

import numpy as np

from train.studio.body import REST
from train.studio.score import Score

ARMS = {
    "hang": {},
    "low": {"lift": 28, "plane": 70, "elbow": 25},
    "second": {"lift": 80, "plane": 80, "elbow": 18, "roll": 0},
    "guard": {"lift": 35, "plane": 20, "elbow": 115, "roll": -10},
    "hips": {"lift": 38, "plane": 105, "elbow": 92, "roll": -68},
    "folded": {"lift": 32, "plane": 15, "elbow": 95, "roll": -70},
    "high": {"lift": 160, "plane": 70, "elbow": 20, "roll": 0},
    "forward": {"lift": 82, "plane": 14, "elbow": 10, "roll": 0},
    "round_low": {"lift": 22, "plane": 40, "elbow": 38, "roll": -60},
    "first": {"lift": 55, "plane": 42, "elbow": 58, "roll": -75},
    "fifth": {"lift": 150, "plane": 78, "elbow": 50, "roll": 62},
    "back": {"lift": 35, "plane": 140, "elbow": 8, "roll": 0},
    "clasped": {"grip": 1, "hand_out": 0.05, "hand_up": -0.4, "hand_ahead": 0.48},
    "behind": {"grip": 1, "hand_out": 0.06, "hand_up": -0.72, "hand_ahead": -0.25},
    "thighs": {"grip": 1, "hand_out": 0.32, "hand_up": -0.75, "hand_ahead": 0.42},
}
"""Where both arms are held; "hang" leaves them as they are."""

HANDS = 0.004
"""Arm's lengths by which a hand's place varies for every degree that an angle does."""


def arms(s: Score, style: str, vary: float = 8.0) -> dict[str, float]:
    """Controls that hold both arms in one of `ARMS`, each angle varied by about `vary` degrees, not quite evenly."""
    held = {name: angle + s.pick(-vary, vary) * _spread(name) for name, angle in ARMS[style].items()}
    loose = {"grip": 0.0} if held else {}
    return {
        f"{side}_{name}": angle + 0.5 * s.pick(-vary, vary) * _spread(name)
        for side in "LR"
        for name, angle in (loose | held).items()
    }


def _spread(name: str) -> float:
    return {"grip": 0.0, "hand_out": 0.5 * HANDS}.get(name, HANDS if name.startswith("hand") else 1.0)


def any_arms(s: Score, *styles: str) -> dict[str, float]:
    """Controls for one of the named carriages of the arms (any, if none is named); now and then one for each arm."""
    styles = styles or tuple(ARMS)
    one, other = (str(style) for style in s.rng.choice(styles, 2))
    if s.chance(0.75) or "grip" in ARMS[one] or "grip" in ARMS[other]:
        return arms(s, one, s.pick(4, 14))
    left, right = arms(s, one), arms(s, other)
    return {
        name: value for side, held in (("L", left), ("R", right)) for name, value in held.items() if name[0] == side
    }


def stand_on_left(s: Score, share: float = 1.0) -> dict[str, float]:
    """Controls that bring the weight over the left foot, so that the right is free to leave the floor."""
    return {"sway": share * (s.dancer.hip + s.dancer.posture.get("stance", 0.0)), "side": -3.0 * share}


def stand_tall(s: Score) -> dict[str, float]:
    """Controls that pull a bad posture up, knees fully and the back for the most part."""
    share, posture = s.pick(0.4, 1), s.dancer.posture
    pulled = {name: -share * max(posture.get(name, 0.0), 0.0) for name in ("bend", "lean", "nod")}
    return exact(s, drop=-max(posture.get("drop", 0.0), 0.0), **pulled)


def step_in(s: Score, beats: float, length: float) -> None:
    """The left foot steps ahead and takes the weight; the right one comes off the floor behind."""
    s.shape(0.4 * beats, sway=-0.04)
    s.go(beats, ahead=length, ease=s.pick(0.3, 0.8))
    s.step("L", beats, under=beats)
    s.to(0.5 * beats, R_heel=min(120 * length, 60))
    s.to(0.5 * beats, **stand_on_left(s, 0.8), R_free=1, R_hip=-45 * length, R_knee=25, R_point=50)


def set_down(s: Score, beats: float) -> None:
    """The right foot comes back to the floor beside the left one, and the weight between them."""
    s.step("R", beats, under=beats, height=0.02, heel=0)
    gesture = {f"R_{part}": REST[f"R_{part}"] for part in ("free", "hip", "out", "turnout", "knee", "point", "heel")}
    s.to(beats, **gesture, L_heel=0, sway=0, side=0, tilt=0)


def turn_feet_out(s: Score, beats: float, angle: float, apart: float = 0.045) -> None:
    """Both feet, one after the other, point `angle` degrees outward, the ankles `apart` metres from the middle."""
    foot, place = s.dancer.foot, s.dancer.hip + s.dancer.posture.get("stance", 0.0)
    turned = np.radians(angle)
    out, ahead = apart + foot * np.sin(turned) - place, foot * (np.cos(turned) - 1)
    for side, sway in (("R", 0.04), ("L", -0.04)):
        s.shape(0.25 * beats, sway=sway)
        s.step(
            side,
            0.5 * beats,
            out=metres(s, out),
            ahead=metres(s, ahead),
            toe_out=angle,
            height=s.pick(0.02, 0.06),
            heel=12,
        )
        s.hold(0.5 * beats)
    s.shape(0.4 * beats, sway=0)


def tempo(s: Score, beats: float, most: float = 8.0) -> float:
    """A factor on all beats of a phrase of about `beats`: the dancer's own tempo, of about 2 to `most` seconds."""
    seconds = beats * s.beat
    return min(max(s.pick(0.75, 1.4), 2.1 * s.quality.pace**0.75 / seconds), most / seconds)


def exact(s: Score, **controls: float) -> dict[str, float]:
    """Controls that come to these very values in a small dance as in a big one."""
    return {name: REST[name] + (value - REST[name]) / s.quality.size_of(name) for name, value in controls.items()}


def within(s: Score, low: float, high: float, **controls: float) -> dict[str, float]:
    """Controls that are less in a small dance and more in a big one, but stay where the move keeps its name."""
    return exact(s, **{name: float(np.clip(value * s.quality.size, low, high)) for name, value in controls.items()})


def metres(s: Score, length: float) -> float:
    """A way over the floor that fits this body, in a small dance as in a big one."""
    return length / s.quality.travel
