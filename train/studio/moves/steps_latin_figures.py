"""Figures of rumba and cha-cha: breaks on two and three, and what fills four and one. Registers no move itself."""

from math import copysign

from train.studio.moves.steps_footwork import Pace

Figure = tuple[Pace, ...]

BREAKS: dict[str, Figure] = {
    "basic": (Pace(1, ahead=0.24, reach=0.1), Pace(1, ahead=-0.24)),
    "cucaracha": (Pace(1, out=0.2, cross=-0.14), Pace(1, out=0.2)),
    "new_yorker": (Pace(1, ahead=0.3, turn=-80), Pace(1, ahead=-0.28)),
    "hand_to_hand": (Pace(1, ahead=-0.3, turn=80), Pace(1, ahead=0.28)),
    "spot_turn": (Pace(1, ahead=0.3, turn=-120), Pace(1, ahead=0.15, turn=-150)),
    "alemana": (Pace(1, ahead=0.34, turn=100), Pace(1, ahead=0.2, turn=130)),
    "fan": (Pace(1, ahead=-0.3), Pace(1, ahead=0.14, turn=85)),
    "hockey_stick": (Pace(1, ahead=0.36, turn=-40), Pace(1, ahead=0.3, turn=-95)),
}
"""The first two steps of a bar: onto one foot and back onto the other, or turning on."""
STAYS = ("fan", "hockey_stick")
"""Breaks after which the dancer goes on facing where they have turned."""


def bar(name: str, ending: Figure) -> Figure:
    """A break and an ending, which turns back what the break has turned, or on to the whole turn."""
    begun = sum(pace.turn for pace in BREAKS[name])
    rest = 0.0 if name in STAYS else -begun if abs(begun) < 180 else copysign(360, begun) - begun
    return (*BREAKS[name], ending[0]._replace(turn=rest), *ending[1:])


RUMBA = {name: bar(name, (Pace(2, out=0.35),)) for name in BREAKS} | {
    "side": (Pace(2, out=0.35), Pace(1), Pace(1)),
    "box": (Pace(2, ahead=0.3, out=0.08), Pace(1, out=0.34), Pace(1)),
    "walks": (Pace(1, ahead=0.42), Pace(1, ahead=0.42), Pace(2, ahead=0.42)),
}
RUMBAS = (
    ("box",),
    ("side", "cucaracha"),
    ("basic", "new_yorker", "spot_turn"),
    ("basic", "fan", "hockey_stick", "alemana"),
    ("new_yorker", "hand_to_hand", "spot_turn"),
    ("walks", "fan", "spot_turn", "basic"),
    tuple(RUMBA),
)

CHASSE = (Pace(0.5, out=0.26), Pace(0.5), Pace(1, out=0.3))
LOCK = (Pace(0.5, ahead=0.28), Pace(0.5, ahead=0.12, reach=-0.14, cross=0.14), Pace(1, ahead=0.3))
CHA_CHA = {name: bar(name, CHASSE) for name in BREAKS} | {
    "lock": bar("basic", tuple(pace._replace(ahead=-pace.ahead, reach=-pace.reach) for pace in LOCK)),
    "walks": (Pace(1, ahead=0.36), Pace(1, ahead=0.36), *LOCK),
}
CHA_CHAS = (
    ("basic",),
    ("basic", "cucaracha"),
    ("basic", "lock", "walks"),
    ("basic", "new_yorker", "spot_turn"),
    ("basic", "fan", "hockey_stick", "alemana"),
    ("new_yorker", "hand_to_hand", "spot_turn"),
    tuple(CHA_CHA),
)
"""What one dancer dances in any order."""
