"""Whose joints are read where a file holds several bodies: one dancer's, never parts of two."""

import re
from collections.abc import Mapping


def fullest(sizes: Mapping[str, int]) -> tuple[str, str]:
    """The subject of which there is most, the first among equals, and words where there are several."""
    taken = max(sizes, key=sizes.get, default="")
    return taken, f" of {taken[:30]!r}, the fullest of {len(sizes)} subjects" if len(sizes) > 1 else ""


def by_namespace(names: list[str]) -> dict[str, list[int]]:
    """Indices of joints that bear one namespace (`Anna:left_knee`) or one first word (`Anna_left_knee`)."""
    groups: dict[str, list[int]] = {}
    for index, name in enumerate(names):
        space = name.rpartition(":")[0] or re.split(r"[\W_]", name)[0]
        groups.setdefault(space, []).append(index)
    return groups


def by_branch(names: list[str], parents: list[int]) -> dict[str, list[int]]:
    """Indices of all joints of each branch where a tree first parts, by the name of the branch's first joint."""
    parting = 0
    while parents.count(parting) == 1:
        parting = parents.index(parting)
    branch: dict[int, list[int]] = {}
    for joint, parent in enumerate(parents):
        if parent == parting or parent in branch:
            branch[joint] = branch.get(parent, [])
            branch[joint].append(joint)
    starts = [joint for joint, own in branch.items() if own[0] == joint]
    alike = {names[start] for start in starts if names.count(names[start]) > 1}
    return {names[start] + (f" {start}" if names[start] in alike else ""): branch[start] for start in starts}
