"""A score is played: curves become a body that keeps its balance, breathes, and is never quite still."""

import numpy as np
from scipy.ndimage import gaussian_filter1d

from motion.canonical import FPS
from train.studio.balance import correction
from train.studio.body import CONTROLS, LIMITS, solve
from train.studio.score import PATH, Score, short

DRIFTING = ("lean", "bend", "side", "twist", "nod", "head_tilt", "lift", "plane", "roll", "elbow")
"""Controls in which nobody is ever quite still."""


def play(score: Score) -> np.ndarray:
    """The whole dance: float32 (frames, 22, 3) at 20 fps, in the world."""
    times = np.arange(int(score.now * FPS) + 1) / FPS
    control = {name: curve(times) for name, curve in score.curves(*CONTROLS).items()}
    _season(score, control, times)
    for name, values in control.items():
        if short(name) in LIMITS:
            np.clip(values, *LIMITS[short(name)], out=values)
    feet = {side: score.footwork(side).foot(times, control[f"{side}_heel"]) for side in "LR"}
    rise = _rise(score, times)
    joints = solve(score.dancer, control, feet, rise)
    carries = {side: feet[side].planted & (control[f"{side}_free"] < 0.5) for side in "LR"}
    shift = correction(joints, carries)
    control["x"] += shift[:, 0]
    control["z"] += shift[:, 1]
    return solve(score.dancer, control, feet, rise)


def _season(score: Score, control: dict[str, np.ndarray], times: np.ndarray) -> None:
    """Posture, breath, small drifts, and the smoothing that flow asks for."""
    for name, offset in score.dancer.posture.items():
        if name in CONTROLS:
            control[name] += offset
    width = score.quality.blur * FPS
    for name, values in control.items():
        if width > 0.2 and name not in PATH and not name.endswith("free"):
            values[:] = gaussian_filter1d(values, width, mode="nearest")
        if short(name) in DRIFTING:
            values += _drift(score, times)
    score.quality.season(control, times, [step.land for step in score.steps], score.beat)
    breath = score.dancer.restlessness * np.sin(2 * np.pi * (times / score.pick(2.8, 4.5) + score.pick(0, 1)))
    control["bend"] -= 0.8 * breath
    control["L_shrug"] += 0.6 * breath
    control["R_shrug"] += 0.6 * breath


def _drift(score: Score, times: np.ndarray) -> np.ndarray:
    wave = sum(np.sin(2 * np.pi * (times * score.pick(0.1, 0.6) + score.pick(0, 1))) for _ in range(2))
    return 0.7 * score.dancer.restlessness * wave


def _rise(score: Score, times: np.ndarray) -> np.ndarray:
    """Metres (frames,) that jumps lift the body above where its legs would carry it."""
    rise = np.zeros(len(times))
    for start, end, height in score.flights:
        part = np.clip((times - start) / (end - start), 0, 1)
        rise += 4 * height * part * (1 - part)
    return rise
