"""Who dances: proportions, posture and habits, drawn at random. Knows nothing of moves.

Lengths are metres of a grown person about 1.7 m tall (SMPL's mean shape, rounded), then varied.
"""

from dataclasses import dataclass, field

import numpy as np


@dataclass(frozen=True)
class Dancer:
    """One body. Lengths in metres; `posture` is added to the controls of `train.studio.body`, in degrees."""

    thigh: float = 0.385
    shin: float = 0.400
    ankle: float = 0.085
    foot: float = 0.130
    hip: float = 0.085
    spine: float = 0.51
    shoulder: float = 0.180
    upper_arm: float = 0.265
    forearm: float = 0.250
    head: float = 0.115
    posture: dict[str, float] = field(default_factory=dict)
    looseness: float = 0.5
    """0: every joint moves at once; 1: spine, elbows and head trail behind like a relaxed person's."""
    restlessness: float = 1.0
    """Size of breathing and of the small drifts of stillness; 1 is an ordinary person."""

    @property
    def leg(self) -> float:
        return self.thigh + self.shin

    @property
    def hip_drop(self) -> float:
        """How far the hip joints lie below the pelvis joint."""
        return 0.11 * self.spine / 0.51 * 0.8


def cast(rng: np.random.Generator) -> Dancer:
    """Draw a dancer: height 1.45 to 1.95 m, limbs and trunk varied on their own, one of a few ways to carry oneself."""
    height = np.clip(rng.normal(1.0, 0.06), 0.85, 1.15)

    def length(name: str, spread: float = 0.05) -> float:
        return float(getattr(Dancer, name) * height * np.clip(rng.normal(1, spread), 1 - 2 * spread, 1 + 2 * spread))

    legs = np.clip(rng.normal(1, 0.04), 0.92, 1.08)
    carriage = rng.choice(["plain", "proud", "tired", "crouched", "stiff"], p=[0.4, 0.17, 0.17, 0.13, 0.13])
    return Dancer(
        thigh=length("thigh", 0.03) * legs,
        shin=length("shin", 0.03) * legs,
        ankle=length("ankle"),
        foot=length("foot", 0.1),
        hip=length("hip", 0.1),
        spine=length("spine"),
        shoulder=length("shoulder", 0.08),
        upper_arm=length("upper_arm"),
        forearm=length("forearm"),
        head=length("head", 0.1),
        posture=_posture(rng, str(carriage)),
        looseness=float(rng.uniform(0.0, 1.0) * (0.2 if carriage == "stiff" else 1)),
        restlessness=float(rng.uniform(0.4, 1.8)),
    )


def _posture(rng: np.random.Generator, carriage: str) -> dict[str, float]:
    """Offsets of the controls at rest: degrees, and fractions of the leg for `drop`."""
    bend, nod, drop = {
        "plain": (2, 8, 0.012),
        "proud": (-6, -4, 0.004),
        "tired": (15, 22, 0.03),
        "crouched": (16, 2, 0.09),
        "stiff": (0, 4, 0.005),
    }[carriage]
    toe_out = rng.normal(8, 8)
    arm_out, elbow = abs(rng.normal(8, 6)), abs(rng.normal(16, 12))
    posture = {
        "bend": rng.normal(bend, 4),
        "lean": rng.normal(1, 2) + (8 if carriage == "crouched" else 0),
        "nod": rng.normal(nod, 6),
        "drop": drop * rng.uniform(0.5, 1.4) + rng.uniform(0, 0.035),
        "toe_out": toe_out,
        "stance": rng.uniform(-0.03, 0.06) + 0.0015 * max(toe_out, 0),
    }
    for side in "LR":
        posture |= {
            f"{side}_lift": arm_out + rng.normal(0, 2),
            f"{side}_elbow": elbow + rng.normal(0, 4),
            f"{side}_roll": rng.normal(-12, 10),
        }
    return {name: float(value) for name, value in posture.items()}
