"""ASF: the skeleton of Acclaim's two files, as CMU's and HDM05's libraries hold it. `motion.amc` reads the motion.

Conventions (Schafer, ASF definition 1.10): a bone has a direction in the skeleton's own space, a length, and an axis
about whose angles its degrees of freedom turn; angles are applied in the order listed about fixed axes. A bone is named
for what it is (`lfemur`), so its far end is the next joint (the knee). Lengths are inches over the unit of length (0.45
at CMU). Bones that move or stretch against their parent are refused.
"""

from typing import NamedTuple

import numpy as np

from motion.clip import ClipError
from motion.recording import FARTHEST
from motion.rotation import euler, unit

MAX_BONES = 1_000
INCH = 0.0254
TURNS, MOVES = ("rx", "ry", "rz"), ("tx", "ty", "tz")


class Bone(NamedTuple):
    """parent: index, -1 for the root. offset: (3,) from start to end. axis: C, (3, 3). dofs: what a frame gives."""

    name: str
    parent: int
    offset: np.ndarray
    axis: np.ndarray
    dofs: tuple[str, ...]


class Skeleton(NamedTuple):
    """bones: the root first (its offset is the skeleton's position), parents before their children. metres: a length's
    unit. degrees: whether angles are."""

    bones: list[Bone]
    metres: float
    degrees: bool


def parse_skeleton(text: str) -> Skeleton:
    """The skeleton in the text of an ASF file."""
    units, root, bones, children, section, bone = {}, {}, {}, [], "", {}
    words: list[str] = []
    try:
        for line in text.splitlines():
            words = line.split("#")[0].replace("(", " ").replace(")", " ").replace(",", " ").split()
            key = words[0].lower() if words else ""
            if key.startswith(":"):
                section = key
            elif section == ":units" and key:
                units[key] = words[1].lower()
            elif section == ":root" and key:
                root[key] = words[1:]
            elif section == ":bonedata" and key == "begin":
                bone = {}
            elif section == ":bonedata" and key == "end":
                if len(bones) == MAX_BONES or bone["name"][0] in bones:
                    raise ClipError(f"found {bone['name'][0][:30]!r} after {len(bones)} bones, twice or too many.")
                bones[bone["name"][0]] = bone
            elif section == ":bonedata" and key:
                bone[key] = words[1:]
            elif section == ":hierarchy" and key not in ("", "begin", "end"):
                children.extend((child, words[0]) for child in words[1:])
        words = []
        return _skeleton(units, root, bones, children)
    except ClipError:
        raise
    except (KeyError, ValueError, IndexError, ZeroDivisionError):
        found = f"the line {' '.join(words)[:50]!r}" if words else "something missing or no number"
        raise ClipError(
            f"found {found} among {len(bones)} bones; each has a name, a direction, a length and an axis, and the "
            ":root an order, an axis, a position and an orientation."
        ) from None


def _skeleton(units: dict, root: dict, bones: dict, children: list[tuple[str, str]]) -> Skeleton:
    """The bones in order, from the words of the file's sections."""
    degrees = not units.get("angle", "deg").startswith("rad")
    hung: set[str] = set()
    below: dict[str, list[str]] = {}
    for child, parent in children:
        if child in hung or child not in bones or child == "root":
            raise ClipError(f"found {child[:30]!r} under :hierarchy twice or without a bone; each bone hangs from one.")
        hung.add(child)
        below.setdefault(parent, []).append(child)
    turned = _turn(root["axis"][0], _three(root["orientation"]), degrees)
    ordered = [Bone("root", -1, _three(root["position"]), turned, _dofs(root["order"], TURNS + MOVES))]
    for index, parent in enumerate(ordered):  # grows as it goes: parents before children
        for name in below.get(parent.name, []):
            bone = bones[name]
            offset = unit(_three(bone["direction"])) * float(bone["length"][0])
            axis = _turn(bone["axis"][3], _three(bone["axis"]), degrees)
            ordered.append(Bone(name, index, offset, axis, _dofs(bone.get("dof", []), TURNS)))
    if len(ordered) != len(bones) + 1 or len(bones) < 1:
        raise ClipError(f"found {len(bones)} bones of which {len(ordered) - 1} hang from the root; all of them must.")
    metres = INCH / float(units.get("length", 1))
    if not all(np.isfinite(bone.offset).all() and np.isfinite(bone.axis).all() for bone in ordered) or not metres > 0:
        raise ClipError("found a length, direction or axis that is not a finite number, or no unit of length above 0.")
    return Skeleton(ordered, metres, degrees)


def _turn(order: str, angles: np.ndarray, degrees: bool) -> np.ndarray:
    """C: the turn (3, 3) by three angles about fixed axes in an order like XYZ, the first applied first."""
    if sorted(order.lower()) != ["x", "y", "z"]:
        raise ValueError
    return euler(order.lower()[::-1], (angles if degrees else np.degrees(angles))[::-1])


def _three(words: list[str]) -> np.ndarray:
    """Three numbers, NaN for one that is beyond all bounds."""
    numbers = np.array([float(words[axis]) for axis in range(3)])
    return np.where(np.abs(numbers) < FARTHEST, numbers, np.nan)


def _dofs(words: list[str], accepted: tuple[str, ...]) -> tuple[str, ...]:
    dofs = tuple(word.lower() for word in words)
    if not set(dofs) <= set(accepted) or len(set(dofs)) != len(dofs):
        raise ClipError(f"found degrees of freedom {' '.join(words)[:50]!r}; accepted are {', '.join(accepted)}, once.")
    return dofs
