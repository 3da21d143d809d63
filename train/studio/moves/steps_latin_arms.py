"""Arms of the Latin dances of the ballroom, open and closing, and the poses that begin and end them.

Registers no move itself.
"""

from train.studio.moves.carriage import exact
from train.studio.moves.steps_footwork import away, over
from train.studio.score import OTHER, Score

Angles = dict[str, float]

ARMS: dict[str, Angles] = {
    "out": {"lift": 80, "plane": 86, "elbow": 2, "roll": 8, "grip": 0},
    "low": {"lift": 46, "plane": 92, "elbow": 14, "roll": 0, "grip": 0},
    "off": {"lift": 36, "plane": 85, "elbow": 20, "roll": 0, "grip": 0},
    "up": {"lift": 155, "plane": 70, "elbow": 2, "roll": 0, "grip": 0},
    "slanted": {"lift": 118, "plane": 80, "elbow": 2, "roll": 0, "grip": 0},
    "ahead": {"lift": 72, "plane": 22, "elbow": 14, "roll": -10, "grip": 0},
    "behind": {"lift": 62, "plane": 118, "elbow": 8, "roll": 0, "grip": 0},
    "closed": {"lift": 34, "plane": 30, "roll": -45, "elbow": 100, "grip": 0},
    "chest": {"lift": 62, "plane": 60, "roll": -62, "elbow": 118, "grip": 0},
    "hip": {"lift": 38, "plane": 105, "elbow": 92, "roll": -68, "grip": 0},
    "held": {"grip": 1, "hand_out": 0.22, "hand_up": -0.4, "hand_ahead": 0.66},
}
"""Ways of one arm: out to the side at several heights, before the body, on the hip, or in a partner's hand."""
OPENED = (
    ("out", "out"), ("out", "out"), ("out", "low"), ("out", "hip"), ("out", "closed"), ("out", "held"),
    ("slanted", "low"), ("up", "out"), ("up", "hip"), ("slanted", "closed"), ("ahead", "behind"), ("ahead", "out"),
)  # fmt: skip
"""What the arms open to, on the side of the foot that takes the weight and on the other."""
GATHERED = (
    ("closed", "closed"),
    ("closed", "low"),
    ("chest", "closed"),
    ("chest", "out"),
    ("held", "held"),
    ("closed", "hip"),
)
"""What they come in to in between."""
POSES = (("up", "hip"), ("up", "out"), ("out", "out"), ("slanted", "low"), ("up", "off"), ("out", "hip"))


def paired(s: Score, foot: str, ways: tuple[str, str], vary: float = 7.0) -> Angles:
    """Controls that bring the arm on the side of `foot` to the first of `ways` and the other arm to the second."""
    posed = {}
    for side, way in zip((foot, OTHER[foot]), ways, strict=True):
        for name, value in ARMS[way].items():
            spread = 0 if name == "grip" else 0.06 if name.startswith("hand") else vary
            posed[f"{side}_{name}"] = value + s.pick(-spread, spread)
    return exact(s, **posed)


def some_of(s: Score, ways: tuple[tuple[str, str], ...], most: int = 3) -> list[tuple[str, str]]:
    """The few ways that one dancer has."""
    return [ways[index] for index in s.rng.integers(len(ways), size=s.count(1, most))]


def one_of(s: Score, ways: list[tuple[str, str]]) -> tuple[str, str]:
    return ways[s.count(0, len(ways) - 1)]


def strike(s: Score, foot: str, count: float, drawn_up: float = 0.05) -> None:
    """A pose: `foot` points away, drawn up so many metres before; the other carries the weight, the arms a line."""
    ways, stand = one_of(s, list(POSES)), OTHER[foot]
    s.step(
        foot, 0.8 * count, under=0.8 * count, out=s.pick(0.0, 0.28), ahead=s.pick(-0.12, 0.26), height=drawn_up, toe=-12
    )
    s.shape(count, **paired(s, str(s.rng.choice(["L", "R"])), ways), twist=away(foot) * s.pick(-25, 25))
    s.shape(count, sway=over(s, stand, 1.1), tilt=-away(stand) * s.pick(2, 12), side=away(stand) * s.pick(0, 10))
    s.to(count, **{f"{foot}_heel": s.pick(20, 45)})
    s.hold(s.pick(0.3, 2.0) * count)
