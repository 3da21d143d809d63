"""Which joint of a file is which: a hierarchy of any names to the joints of `motion.skeleton`.

Each family of rigs is a row of `RIGS`; where no row fits, `motion.structure` looks at the tree's shape. Joints that sit
on their parent turn it but are no places, and their names do not count (CMU's Neck lies in the chest; its Neck1 is the
neck). What a rig has between hips and neck is passed on as its trunk. Knows nothing of files or axes.
"""

import os
import re

import numpy as np

from motion.anatomy import complete
from motion.clip import ClipError
from motion.skeleton import JOINTS
from motion.structure import Match, by_structure, common, path_to
from motion.subjects import by_branch, by_namespace, fullest

PARTS = ("hip", "knee", "ankle", "foot", "collar", "shoulder", "elbow", "wrist", "neck", "head")

RIGS = {
    "Mixamo, CMU, LAFAN1 or Neuron": "upleg leg foot toebase|toe shoulder arm forearm hand neck|neck1 head",
    "Bandai Namco, Unity, VRM or MVN": (
        "upperleg lowerleg foot toes|toe|toebase shoulder upperarm lowerarm|forearm hand neck head"
    ),
    "Rokoko or Blender": "thigh shin foot toe shoulder arm|upperarm forearm hand neck head",
    "Daz": "thighbend|thigh shin foot toe collar shldrbend|shldr forearmbend|forearm hand necklower|neck head",
    "MakeHuman": "upperleg01 lowerleg01 foot toe11 clavicle upperarm01 lowerarm01 wrist neck01 head",
    "Unreal, Biped or Character Creator": (
        "thigh calf foot ball|toe0|toe|toebase clavicle upperarm lowerarm|forearm hand neck|neck01|necktwist01 head"
    ),
    "SMPL, Xsens or Biovision": (
        "hip knee ankle foot|toe|footindex|bigtoe collar|clavicle shoulder elbow wrist neck head"
    ),
    "mocopi": "upleg lowleg foot toes shoulder uparm lowarm hand neck1|neck head",
    "Human3.6M": "hip knee foot - - shoulder elbow wrist thorax nose|head",
    "CMU's ASF": "hipjoint femur tibia foot - clavicle humerus radius lowerneck upperneck",
}
"""What each family calls `PARTS`: names without side and prefix, lower case, letters and digits only, alternatives in
order of preference, - for none. A new rig is a new row. The bones of an ASF file stand for their far ends, so that the
femur is the knee."""

EARS = ("left_ear", "right_ear")
"""Between them is the head of those whom cameras see."""

MAY_LACK = ("foot", "collar", "neck", "head", "ear")
"""Parts for which an end site does, or `motion.anatomy`."""

OFTEN_ELSE = ("neck", "head", "left_foot", "right_foot")
"""Joints that rigs call by many names, and that the tree's shape finds as well."""

FEWEST = 12
"""Joints, end sites included, that make a body: two for each of its joints that `MAY_LACK` does not name."""

PREFIXES = 32
"""Beginnings of names that are tried. (A body with 350 bones of hair, clothes and hands has 19, its own the third.)"""

LOOKED_AT = 1000
"""Frames, spread over the whole, of which bones are measured."""


def to_body(names: list[str], parents: list[int], points: np.ndarray) -> tuple[np.ndarray, str]:
    """Joints (frames, 22, 3) and a few words on how they were found, from a hierarchy of any names.

    names: one a joint, "" for an end site. parents: index of the parent, which comes before; -1 for the root, and for
    all joints of a table, which has no tree.
    points: (frames, joints, 3). Raises ClipError, naming what is missing, if this is not a body.
    """
    found = match(names, parents, points)
    there = {name: points[:, index] for name, index in found.places.items()}
    if "head" not in there and EARS[0] in there:
        there["head"] = sum(there[ear] for ear in EARS) / 2
    joints = complete(there, points[:, found.trunk])
    placed = [name for name in JOINTS if name not in there]
    words = f"{len(JOINTS) - len(placed)} of {len(JOINTS)} matched by {found.how}{found.whose}"
    return joints, words + (f" ({', '.join(placed)} placed by rule)" if placed else "")


def match(names: list[str], parents: list[int], points: np.ndarray) -> Match:
    """The places of `to_body`, before anything is put in between. Of a table, points may be missing."""
    tree = max(parents) >= 0
    lengths = np.ones(len(names))
    if tree:
        some = points[:: len(points) // LOOKED_AT + 1]
        lengths = np.median(np.linalg.norm(some - some[:, np.maximum(parents, 0)], axis=2), axis=0)  # 0 for the root
    apart = (lengths > 1e-6 * lengths.max()) | (np.array(parents) < 0)
    places = [name if far else "" for name, far in zip(names, apart, strict=True)]
    by_name = _of_one_subject(names, places, parents) or _by_name(places, parents)
    if isinstance(by_name, Match) and not (tree and any(part not in by_name.places for part in OFTEN_ELSE)):
        return by_name
    by_shape = by_structure(parents, points, lengths) if tree else None
    if isinstance(by_name, Match):
        return _with_ends(by_name, by_shape)
    if by_shape is None:
        some = ", ".join(name[:30] for name in names if name)[:200]
        shape = " or a tree shaped like a body, with two legs, two arms and a head" if tree else ""
        raise ClipError(f"found joints named {some}; accepted are the names of known rigs (nearest: {by_name}){shape}.")
    return by_shape


def _with_ends(by_name: Match, by_shape: Match | None) -> Match:
    """A match by names with the neck, head and toes that only the tree's shape shows, where it agrees on all else. What
    has a name is nothing else: of a rig without a neck, the first joint above the chest is the head."""
    if by_shape is None or any(
        by_shape.places.get(joint) != index for joint, index in by_name.places.items() if _part(joint) not in MAY_LACK
    ):
        return by_name
    more = {joint: index for joint, index in by_shape.places.items() if index not in by_name.places.values()}
    return by_name._replace(places=more | by_name.places, how=f"{by_name.how} and {by_shape.how}")


def _of_one_subject(names: list[str], places: list[str], parents: list[int]) -> Match | None:
    """The match of joints that belong together and are a body by themselves; of the fullest, if several are.

    places: the names, "" for what lies on its parent, where the first joint of a body may lie."""
    groups = by_branch(names, parents) if max(parents) >= 0 else by_namespace(names)
    found, sizes = {}, {}
    for subject, own in groups.items():
        if len(own) >= FEWEST:
            index = {joint: i for i, joint in enumerate(own)}
            spoken = [names[own[0]], *(places[joint] for joint in own[1:])]
            match = _by_name(spoken, [index.get(parents[joint], -1) for joint in own])
            found[subject] = match.within(own) if isinstance(match, Match) else None
            sizes[subject] = len(match.places) if isinstance(match, Match) else 0
    taken, words = fullest(sizes)
    return found[taken]._replace(whose=words) if found.get(taken) else None


def _by_name(names: list[str], parents: list[int]) -> Match | str:
    """A match, or the nearest rig and what it lacks, in words."""
    spelled = [re.sub("[^a-z0-9]", "", name.rsplit(":", 1)[-1].lower()) for name in names]
    plain = {name: i for i, name in reversed(list(enumerate(spelled))) if name}
    ends, nearest = _end_sites(names, parents), []
    for prefix in _prefixes(list(filter(None, spelled))):
        bare = {name.removeprefix(prefix): i for name, i in plain.items() if name.startswith(prefix)}
        found = _by_rig(plain | bare, ends, parents)
        if isinstance(found, Match):
            return found
        nearest.append(found)
    return min(nearest, key=len)


def _by_rig(index: dict[str, int], ends: dict[int, int], parents: list[int]) -> Match | str:
    """The same for joints by their letters, and end sites by their parent."""
    if all(_find(index, joint, _part(joint)) is not None for joint in JOINTS):
        return Match({joint: _find(index, joint, _part(joint)) for joint in JOINTS}, [], "SMPL's names")
    nearest, fewest = "", len(JOINTS)
    for rig, row in RIGS.items():
        aliases = dict(zip(PARTS, row.split(), strict=True))
        wanted = [joint for joint in JOINTS if _part(joint) in aliases]
        found = {joint: _find(index, joint, aliases[_part(joint)]) for joint in wanted}
        if found["head"] is None and None not in (ears := [_find(index, ear, "ear") for ear in EARS]):
            found |= zip(EARS, ears, strict=True)
        places = _with_end_sites({joint: i for joint, i in found.items() if i is not None}, ends)
        missing = [joint for joint in wanted if joint not in places and _part(joint) not in MAY_LACK]
        if not missing:
            return Match(places, _trunk(places, parents), f"the names of {rig}")
        if len(missing) < fewest:
            nearest, fewest = f"{rig}, without {', '.join(missing)}", len(missing)
    return nearest


def _prefixes(names: list[str]) -> list[str]:
    """None, and what as many joints as a body has begin with, the shortest first. Others may begin otherwise: hair,
    skirts, eyes, what is carried."""
    names = sorted(names)
    ends = zip(names, names[FEWEST - 1 :], strict=False)
    found = {os.path.commonprefix(pair) for pair in ends}  # noqa: RUF071, letters are meant
    return ["", *sorted((prefix for prefix in found if len(prefix) > 2), key=len)[:PREFIXES]]


def _part(joint: str) -> str:
    return joint.removeprefix("left_").removeprefix("right_")


def _find(index: dict[str, int], joint: str, aliases: str) -> int | None:
    """Index of "left_foot" with aliases "foot|ball", however the side is written: LeftFoot, foot_l, l_ball.

    VRM writes a c where there is none.
    """
    side = joint.split("_")[0] if "_" in joint else "c"
    for alias in aliases.split("|"):
        sided = (side + alias, alias + side, side[:1] + alias, alias + side[:1])
        for spelling in sided if "_" in joint else (alias, side + alias):
            if spelling in index:
                return index[spelling]
    return None


def _end_sites(names: list[str], parents: list[int]) -> dict[int, int]:
    """The end site of each joint that has one."""
    inner = set(parents)
    return {parent: i for i, parent in enumerate(parents) if not names[i] and i not in inner}


def _with_end_sites(places: dict[str, int], ends: dict[int, int]) -> dict[str, int]:
    """A rig without hands or toes still says where forearm and foot end."""
    for side in ("left", "right"):
        for joint, before in ((f"{side}_wrist", f"{side}_elbow"), (f"{side}_foot", f"{side}_ankle")):
            if joint not in places and places.get(before) in ends:
                places = places | {joint: ends[places[before]]}
    return places


def _trunk(places: dict[str, int], parents: list[int]) -> list[int]:
    """Joints from where the legs part up to the neck, or to where the arms part."""
    pelvis = common(path_to(parents, places["left_hip"]), path_to(parents, places["right_hip"]))
    top = path_to(parents, places["neck"])[:-1] if "neck" in places else None
    top = top or common(path_to(parents, places["left_shoulder"]), path_to(parents, places["right_shoulder"]))
    return top[top.index(pelvis[-1]) :] if pelvis and pelvis[-1] in top else []
