"""Optical markers: what they are called, of which of them a joint is made, and the layout of the notebook's arrays.

Labels become names of plug-in-gait (the conventional gait model of Davis et al. 1991), whichever laboratory wrote them.
A joint is made in the first of its `WAYS` for which both sides have the markers: taken over if the file has a computed
centre, else the middle of markers on two sides of it, else moved in from one, as `motion.centres` says. A new marker
set is new spellings, or a new way.

The notebook's array: 53 optical markers, 35 fps, metres, Z pointing down. These axes need no flip: a rotation brings Y
up (`motion.orient`), and left stays left. (Rejected: the published loaders' flip of Z alone, a reflection, after which
left is right.)
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from motion.anatomy import complete
from motion.centres import Side, ankle, ankle_by_foot, elbow, hip, knee, middle, shoulder
from motion.clip import ClipError

FPS = 35

NAMES = (
    "ARIEL", "C7", "CLAV", "LANK", "LBHD", "LBSH", "LBWT", "LELB", "LFHD", "LFRM", "LFSH", "LFWT", "LHEL", "LIEL",
    "LIHAND", "LIWR", "LKNE", "LKNI", "LMT1", "LMT5", "LOHAND", "LOWR", "LSHN", "LTHI", "LTOE", "LUPA",
    "LabelingHips", "MBWT", "MFWT", "RANK", "RBHD", "RBSH", "RBWT", "RELB", "RFHD", "RFRM", "RFSH", "RFWT", "RHEL",
    "RIEL", "RIHAND", "RIWR", "RKNE", "RKNI", "RMT1", "RMT5", "ROHAND", "ROWR", "RSHN", "RTHI", "RTOE", "RUPA",
    "STRN", "SolvingHips", "T10",
)  # fmt: skip
"""The order of the array's 55 rows. Two of them, computed by the capture software, are not optical."""

OPTICAL = [i for i, name in enumerate(NAMES) if name not in ("LabelingHips", "SolvingHips")]
INDEX = {NAMES[i]: row for row, i in enumerate(OPTICAL)}

SIDED = {
    "ASI": "FWT ASIS IAS",
    "PSI": "BWT PSIS IPS",
    "KNE": "FLE KNEE KNEEOUT",
    "KNM": "KNI MKNE KNEM FME KNEEIN",
    "ANK": "FAL ANKLE ANKLEOUT",
    "MED": "MANK ANKM ANM TAM ANKLEIN",
    "HEE": "HEL HEEL FCC HEELBACK",
    "TOE": "FM2 MT2 TOETIP",
    "MT1": "FM1 FOREFOOTIN TOEIN",
    "MT5": "FM5 FOREFOOTOUT TOEOUT",
    "FHD": "",
    "BHD": "",
    "SHO": "ACR SAE SHOULDERTOP",
    "FSH": "",
    "BSH": "",
    "ELB": "HLE ELBOWOUT",
    "ELM": "IEL MELB ELBM HME ELBOWIN",
    "WRA": "IWR RSP WRISTIN",
    "WRB": "OWR USP WRISTOUT",
    "WRI": "WRIST",
    "HJC": "FEP",
    "KJC": "FEO",
    "AJC": "TIO",
    "SJC": "",
    "EJC": "",
    "WJC": "",
}
"""Plug-in-gait's names without their side, and other spellings: CMU's and the notebook's, the landmarks of van Sint Jan
(2007) that the Rizzoli sets wear, OptiTrack's and Qualisys' (KneeOut, WaistLFront), common names of medial markers
(KNM, MED and ELM here), and computed centres, among them the ends of plug-in-gait's femur (FEP, FEO) and tibia
(TIO)."""

CENTRAL = {"C7": "SPINETOP BACKTOP", "CLAV": "SJN", "T10": "T8", "STRN": "SXS", "SACR": "SACRUM WAISTBACK"}

SPELLINGS = {
    prefix + spelling: prefix + name
    for prefix, names in (("", CENTRAL), ("L", SIDED), ("R", SIDED))
    for name, others in names.items()
    for spelling in (name, *others.split())
} | {f"WAIST{side}{end}": side + name for side in "LR" for end, name in (("FRONT", "ASI"), ("BACK", "PSI"))}

Place = Callable[[Side, list[str]], np.ndarray]

WAYS: dict[str, dict[str, Place]] = {
    "hip": {"HJC": middle, "ASI PSI": hip, "ASI SACR": hip},
    "foot": {"MT1 MT5": middle, "TOE": middle},
    "ankle": {"AJC": middle, "ANK MED": middle, "ANK MT1 MT5": ankle_by_foot, "ANK KNE": ankle},
    "knee": {"KJC": middle, "KNE KNM": middle, "KNE": knee},
    "shoulder": {"SJC": middle, "FSH BSH": middle, "SHO": shoulder},
    "wrist": {"WJC": middle, "WRA WRB": middle, "WRI": middle},
    "elbow": {"EJC": middle, "ELB ELM": middle, "ELB": elbow},
}
"""For each joint, the markers and what is done with them, in order of preference. A joint may build on those above."""

MAY_HELP = ("C7", "CLAV", "T10", "STRN", "FHD", "BHD", "HEE", "ASI", "PSI")
"""Markers that make neck, head and trunk truer, but may be missing."""

MANY = {"foot": "feet"}

HEAD = 0.62
"""The head joint on the way from neck to the middle of the headband."""


class Choice(NamedTuple):
    """ways: for each joint, its markers and what is done with them. markers: all that are needed, with their sides."""

    ways: dict[str, tuple[list[str], Place]]
    markers: list[str]

    def estimated(self) -> list[str]:
        """The joints that do not lie between their markers."""
        return [joint for joint, (_, place) in self.ways.items() if place is not middle]

    def bare(self) -> "Choice":
        """The same without markers that may be missing."""
        wanted = {_sided(name, side) for way, _ in self.ways.values() for name in way for side in "LR"}
        return self._replace(markers=[name for name in self.markers if name in wanted])


def spell(label: str) -> tuple[str, str] | None:
    """The subject and the marker's name here: ("vskvsk2", "LASI"); None for what is no marker of a joint."""
    subject, _, word = label.strip().rpartition(":")
    for before, after in ((subject, word), word.rpartition("_")[::2]):
        if after.upper() in SPELLINGS:
            return before, SPELLINGS[after.upper()]
    return None


def choose(names: list[str], unknown: list[str] | tuple[str, ...] = ()) -> Choice:
    """How joints are made of the markers there are. Raises ClipError, naming the joints that cannot be, and the unknown
    labels if there are no others."""
    there = set(names)
    ways, lacking = {}, []
    for joint, each in WAYS.items():
        possible = [way.split() for way in each if all({_sided(n, "L"), _sided(n, "R")} <= there for n in way.split())]
        if possible:
            ways[joint] = possible[0], each[" ".join(possible[0])]
        else:
            lacking.append(f"{MANY.get(joint, joint + 's')} ({' or '.join(_both(way) for way in each)})")
    if lacking:
        some = ": " * bool(there) or " among " * bool(unknown)
        raise ClipError(
            f"found {len(there)} known markers{some}{', '.join(sorted(there) or unknown)[:200]}; "
            f"a body also needs markers for {', '.join(lacking)}."
        )
    wanted = {_sided(n, side) for way, _ in ways.values() for n in (*way, *MAY_HELP) for side in "LR"}
    return Choice(ways, sorted(wanted & there))


def to_joints(markers: np.ndarray) -> np.ndarray:
    """Joints (frames, 22, 3) from the notebook's optical markers (frames, 53, 3), in the same axes and unit."""
    found = {spell(name): row for name, row in INDEX.items()}
    points = {known[1]: markers[:, row] for known, row in found.items() if known}
    return joints_from(points, choose(list(points)))


def joints_from(points: dict[str, np.ndarray], choice: Choice) -> np.ndarray:
    """Joints (frames, 22, 3) from named markers, each (frames, 3), in the same axes and unit."""
    central = {name: points[name] for name in CENTRAL if name in points}
    markers = {side: central | {n[1:]: points[n] for n in points if n[0] == side and n[1:] in SIDED} for side in "LR"}
    joints: dict[str, dict[str, np.ndarray]] = {"L": {}, "R": {}}
    hand = 0
    for joint, (way, place) in choice.ways.items():
        if joint == "ankle":
            hand = _hand(joints, {side: markers[side][way[0]] for side in "LR"})
        for side, other, turn in (("L", "R", hand), ("R", "L", -hand)):
            joints[side][joint] = place(Side(markers[side], markers[other], joints[side], turn), way)
        if joint == "hip":
            joints["L"]["waist"] = joints["R"]["waist"] = (joints["L"]["hip"] + joints["R"]["hip"]) / 2
    named = {f"{word}_{joint}": joints[word[0].upper()][joint] for word in ("left", "right") for joint in WAYS}
    return complete(named | _neck_and_head(points), _trunk(points))


def _hand(joints: dict[str, dict[str, np.ndarray]], ankles: dict[str, np.ndarray]) -> int:
    """1 in right-handed axes, -1 in left-handed ones: by where the feet point from the ankles."""
    across = joints["L"]["hip"] - joints["R"]["hip"]
    up = joints["L"]["waist"] - (ankles["L"] + ankles["R"]) / 2
    ahead = sum(joints[side]["foot"] - ankles[side] for side in "LR")
    return 1 if (np.cross(across, up) * ahead).sum() > 0 else -1


def _neck_and_head(points: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    if not {"C7", "CLAV"} <= set(points):
        return {}
    neck = (points["C7"] + points["CLAV"]) / 2
    band = [points[name] for name in ("LFHD", "RFHD", "LBHD", "RBHD") if name in points]
    return {"neck": neck} | ({"head": neck + HEAD * (sum(band) / 4 - neck)} if len(band) == 4 else {})


def _trunk(points: dict[str, np.ndarray]) -> np.ndarray:
    """What markers say of the trunk between hips and neck, (frames, n, 3), upward: the waist and the chest."""
    waist, chest = ("LASI", "RASI", "LPSI", "RPSI"), ("T10", "STRN")
    lines = [sum(points[n] for n in row) / len(row) for row in (waist, chest) if set(row) <= set(points)]
    return np.stack(lines, axis=1) if lines else np.empty((len(next(iter(points.values()))), 0, 3))


def _sided(name: str, side: str) -> str:
    return name if name in CENTRAL else side + name


def _both(way: str) -> str:
    return " and ".join(name if name in CENTRAL else f"L{name}, R{name}" for name in way.split())
