"""Joint centres from the 53 optical markers of the notebook's layout (35 fps, metres, Z pointing down).

A joint is the middle of its markers where they lie on two sides of it, and otherwise moved in by an assumed half-width,
as said below. The raw axes need no flip: a rotation brings Y up (`motion.orient`), and left stays left. (Rejected: the
published loaders' flip of Z alone, a reflection, after which left is right.)
"""

import numpy as np

from motion.anatomy import complete
from motion.rotation import unit

FPS = 35

NAMES = (
    "ARIEL", "C7", "CLAV", "LANK", "LBHD", "LBSH", "LBWT", "LELB", "LFHD", "LFRM", "LFSH", "LFWT", "LHEL", "LIEL",
    "LIHAND", "LIWR", "LKNE", "LKNI", "LMT1", "LMT5", "LOHAND", "LOWR", "LSHN", "LTHI", "LTOE", "LUPA",
    "LabelingHips", "MBWT", "MFWT", "RANK", "RBHD", "RBSH", "RBWT", "RELB", "RFHD", "RFRM", "RFSH", "RFWT", "RHEL",
    "RIEL", "RIHAND", "RIWR", "RKNE", "RKNI", "RMT1", "RMT5", "ROHAND", "ROWR", "RSHN", "RTHI", "RTOE", "RUPA",
    "STRN", "SolvingHips", "T10",
)  # fmt: skip
"""The order of the 55 rows. Two of them, computed by the capture software, are not optical."""

OPTICAL = [i for i, name in enumerate(NAMES) if name not in ("LabelingHips", "SolvingHips")]
INDEX = {NAMES[i]: row for row, i in enumerate(OPTICAL)}

ANKLE = 0.4
"""From the lateral marker to the ankle's centre, as a part of the foot's width (from MT5 inward to MT1)."""

HIP = {"out": 0.30, "back": 0.35, "down": 0.30}
"""Hip joints from the middle of the front waist markers, as parts of their distance: Bell's regression
(0.36, 0.19, 0.30) moved halfway to where the thighs of a recording keep their length."""

HEAD = 0.62
"""The head joint on the way from neck to the middle of the headband."""


def to_joints(markers: np.ndarray) -> np.ndarray:
    """Joints (frames, 22, 3) from optical markers (frames, 53, 3), in the same axes and unit."""
    m = {name: markers[:, row] for name, row in INDEX.items()}
    neck = (m["C7"] + m["CLAV"]) / 2
    headband = (m["LFHD"] + m["RFHD"] + m["LBHD"] + m["RBHD"]) / 4
    points = {"neck": neck, "head": neck + HEAD * (headband - neck)} | _hips(m, neck)
    for name, side in (("left", "L"), ("right", "R")):
        points |= {
            f"{name}_knee": (m[side + "KNE"] + m[side + "KNI"]) / 2,
            f"{name}_ankle": m[side + "ANK"] + ANKLE * (m[side + "MT1"] - m[side + "MT5"]),
            f"{name}_foot": (m[side + "MT1"] + m[side + "MT5"]) / 2,
            f"{name}_shoulder": (m[side + "FSH"] + m[side + "BSH"]) / 2,
            f"{name}_elbow": (m[side + "ELB"] + m[side + "IEL"]) / 2,
            f"{name}_wrist": (m[side + "IWR"] + m[side + "OWR"]) / 2,
        }
    waist = (m["LFWT"] + m["RFWT"] + m["LBWT"] + m["RBWT"]) / 4
    trunk = np.stack([waist, (m["T10"] + m["STRN"]) / 2], axis=1)
    return complete(points, trunk)


def _hips(m: dict[str, np.ndarray], neck: np.ndarray) -> dict[str, np.ndarray]:
    front, back = (m["LFWT"] + m["RFWT"]) / 2, (m["LBWT"] + m["RBWT"]) / 2
    width = np.median(np.linalg.norm(m["LFWT"] - m["RFWT"], axis=1))
    out = unit(m["LFWT"] - m["RFWT"])
    behind = unit(back - front - ((back - front) * out).sum(axis=1, keepdims=True) * out)
    down = np.cross(out, behind)
    down *= np.sign(((front - neck) * down).sum())  # so that a mirrored array keeps its hips below the waist
    middle = front + width * (HIP["back"] * behind + HIP["down"] * down)
    return {"left_hip": middle + HIP["out"] * width * out, "right_hip": middle - HIP["out"] * width * out}
