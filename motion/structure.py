"""Which joint is which by the shape of the tree alone, for rigs whose names say nothing.

A body is a tree with five far ends: the joint where three of them part is the chest, the nearest of these is the head,
the other two are hands; the two ends left over are feet. In a limb, the two long bones in a row are thigh and shin, or
upper arm and forearm. Left is where knees and toes, pointing ahead, say it is. Does not read names, and expects a root
that lies in the pelvis or under it.
"""

from typing import NamedTuple

import numpy as np

from motion.anatomy import complete
from motion.likeness import some, unlikeness
from motion.orient import mirrored

LIMBS = (("hip", "knee", "ankle", "foot"), ("shoulder", "elbow", "wrist"))


class Match(NamedTuple):
    """Which source joint is where: joint name -> index, the trunk's indices from hips to neck, matched by what, and of
    which body if there are several, in words."""

    places: dict[str, int]
    trunk: list[int]
    how: str
    whose: str = ""

    def within(self, own: list[int]) -> "Match":
        """The same match in a file of which these joints are a part."""
        places = {joint: own[index] for joint, index in self.places.items()}
        return self._replace(places=places, trunk=[own[index] for index in self.trunk])

    @property
    def used(self) -> list[int]:
        """The source's joints that have a place, in its order."""
        return sorted({*self.places.values(), *self.trunk})


def by_structure(parents: list[int], points: np.ndarray, lengths: np.ndarray) -> Match | None:
    """A match for a tree that is a body, else None.

    Of two, with and without joints at which no bone ever bends, as rigs have for the twist of a limb, the one that is
    more like a body: a leg that is never bent has a knee all the same.

    parents: index of each joint's parent, which comes before it; -1 for the root. points: (frames, joints, 3).
    lengths: (joints,) from each joint to its parent.
    """
    found = [_of_tree(parents, points, lengths)]
    bent = [joint for joint in range(len(parents)) if not _straight(joint, parents, points)]
    if len(bent) < len(parents):
        place = {joint: index for index, joint in enumerate(bent)}
        above = [[each for each in path_to(parents, joint)[:-1] if each in place] for joint in bent]
        links = [place[path[-1]] if path else -1 for path in above]
        far = [sum(lengths[each] for each in path_to(parents, joint)) for joint in bent]
        spans = np.array([length - far[link] if link >= 0 else 0.0 for length, link in zip(far, links, strict=True)])
        without = _of_tree(links, points[:, bent], spans)
        found.append(without and without.within(bent))
    return min(found, key=lambda match: _look(match, points))


def _straight(joint: int, parents: list[int], points: np.ndarray) -> bool:
    """Whether a joint lies between its parent and its only child in every frame."""
    children = [child for child, parent in enumerate(parents) if parent == joint]
    if len(children) != 1 or parents[joint] < 0:
        return False
    before, after = points[:, joint] - points[:, parents[joint]], points[:, children[0]] - points[:, joint]
    lengths = [np.linalg.norm(each, axis=1) for each in (before, after)]
    whole = np.linalg.norm(before + after, axis=1)
    return bool(min(each.min() for each in lengths) > 0 and (whole > (1 - 1e-6) * sum(lengths)).all())


def _look(match: Match | None, points: np.ndarray) -> float:
    if match is None:
        return np.inf
    joints = {name: points[:, index] for name, index in match.places.items()}
    return unlikeness(some(complete(joints, points[:, match.trunk])))


def _of_tree(parents: list[int], points: np.ndarray, lengths: np.ndarray) -> Match | None:
    """The match of `by_structure` with all of a tree's joints."""
    reach = np.zeros(len(parents))
    for joint, parent in enumerate(parents[1:], start=1):
        reach[joint] = reach[parent] + lengths[joint]
    paths = {end: path_to(parents, end) for end in set(range(len(parents))) - set(parents)}
    ends = _far_ends(paths, reach)
    parting = [joint for joint in range(len(parents)) if sum(joint in paths[end] for end in ends) == 3]
    if len(ends) < 5 or not parting:
        return None
    chest = parting[-1]
    head, *hands = sorted((end for end in ends if chest in paths[end]), key=lambda end: reach[end])
    feet = [end for end in ends if chest not in paths[end]]
    pelvis = common(paths[feet[0]], paths[feet[1]])[-1]
    legs = [_limb(paths[end], pelvis, lengths) for end in feet]
    arms = [_limb(paths[end], chest, lengths) for end in hands]
    neck = [joint for joint in paths[head][paths[head].index(chest) + 1 :] if lengths[joint] > 0]
    if pelvis not in paths[head] or min(map(len, legs + arms)) < 3 or not neck:
        return None
    if (_between(points, legs) * _between(points, arms)).sum() < 0:
        arms = arms[::-1]
    trunk = paths[head][paths[head].index(pelvis) : paths[head].index(chest) + 1]
    match = Match(_name(legs, arms, neck), trunk, "the shape of the tree")
    if len({*match.places.values()}) < len(match.places):  # one limb twice, by its own end and that of a sword
        return None
    joints = complete({name: points[:, joint] for name, joint in match.places.items()}, points[:, trunk])
    return match._replace(places=_name(legs[::-1], arms[::-1], neck)) if mirrored(joints) else match


def path_to(parents: list[int], joint: int) -> list[int]:
    """Indices from the root to a joint, both included."""
    path = []
    while joint >= 0:
        path.append(joint)
        joint = parents[joint]
    return path[::-1]


def common(a: list[int], b: list[int]) -> list[int]:
    """Where two paths from the root still run together."""
    return [i for i, j in zip(a, b, strict=False) if i == j]


def _far_ends(paths: dict[int, list[int]], reach: np.ndarray) -> list[int]:
    """Five ends of the tree, each as far along the tree as can be from those before: fingers of one hand count once."""
    ends = [max(paths, key=lambda end: reach[end])]
    gap = dict.fromkeys(paths, np.inf)
    while len(ends) < min(5, len(paths)):
        for end, path in paths.items():
            away = reach[end] + reach[ends[-1]] - 2 * reach[common(path, paths[ends[-1]])[-1]]
            gap[end] = min(gap[end], away)
        ends.append(max(gap, key=gap.get))
    return ends


def _limb(path: list[int], start: int, lengths: np.ndarray) -> list[int]:
    """Joints of a limb from the one where its two long bones begin, outward."""
    nodes = [joint for joint in path[path.index(start) + 1 :] if lengths[joint] > 1e-6 * lengths.max()]
    bones = lengths[nodes]
    pairs = np.minimum(bones[1:-1], bones[2:])
    return nodes[int(pairs.argmax()) :] if len(pairs) else []


def _between(points: np.ndarray, limbs: list[list[int]]) -> np.ndarray:
    """From the root of one limb to that of its pair, (frames, 3)."""
    return points[:, limbs[0][0]] - points[:, limbs[1][0]]


def _name(legs: list[list[int]], arms: list[list[int]], neck: list[int]) -> dict[str, int]:
    """Places by name, the first of each pair of limbs being the left."""
    places = dict(zip(("neck", "head"), neck, strict=False))
    for pair, parts in zip((legs, arms), LIMBS, strict=True):
        for side, limb in zip(("left", "right"), pair, strict=True):
            places |= {f"{side}_{part}": joint for part, joint in zip(parts, limb, strict=False)}
    return places
