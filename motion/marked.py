"""A body from points that bear names: of optical markers, or else of the joints of a rig.

Does not know where the points come from: `motion.c3d` and `motion.tables` do.
"""

from collections import Counter

import numpy as np

from motion.clip import ClipError
from motion.markers import Choice, choose, joints_from, spell
from motion.named import named_body
from motion.repair import mend
from motion.rigs import match
from motion.subjects import fullest

SEEN = 0.5
"""A marker seen in a smaller part of the frames in which the dancer is there counts as absent."""

DEAR = 0.1
"""Part of the frames that may be cut at the ends for markers that a body can do without."""


def body_of(labels: list[str], points: np.ndarray, fps: float, optical: bool) -> tuple[np.ndarray, str, str]:
    """Joints (frames, 22, 3), perhaps fewer frames, from points (frames, n, 3), NaN where one is missing; words for how
    they were found, and for what was mended.

    optical: whether markers are rather to be expected than joints. Raises ClipError for names that make no body, in
    words about what is to be expected or most of them are called like, and for gaps too long.
    """
    try:
        choice, columns, subject = _chosen(labels, points)
    except ClipError as unmarked:
        optical |= 2 * sum(spell(label) is not None for label in labels) > len(labels)
        return _joints(labels, points, fps, unmarked if optical else None)
    choice, points, mended = _mended(choice, points, columns, fps)
    joints = joints_from(dict(zip(choice.markers, np.moveaxis(points, 1, 0), strict=True)), choice)
    words = f"{len(choice.markers)} of {len(labels)} markers used{subject}"
    if choice.estimated():
        words += f" ({', '.join(choice.estimated())} by assumed widths)"
    return joints, words, mended


def _joints(
    labels: list[str], points: np.ndarray, fps: float, instead: ClipError | None
) -> tuple[np.ndarray, str, str]:
    """The same of points that are no markers. Raises ClipError, another one `instead` where there is one and the names
    are no joints'."""
    if not labels and instead:
        raise instead
    try:
        match(labels, [-1] * len(labels), points)
    except ClipError as unnamed:
        raise instead or unnamed from None
    joints, matched, mended = named_body(labels, points, fps)
    return joints, f"{len(labels)} joints, {matched}", mended


def _chosen(labels: list[str], points: np.ndarray) -> tuple[Choice, dict[str, int], str]:
    """How joints are made of the markers of one subject, the column of each, and words where there are several."""
    columns, subject = _of_one_subject(labels)
    seen = _seen(points, list(columns.values()))
    columns = {name: column for (name, column), part in zip(columns.items(), seen, strict=True) if part > SEEN}
    return choose(list(columns), [label for label in labels if not spell(label)]), columns, subject


def _of_one_subject(labels: list[str]) -> tuple[dict[str, int], str]:
    """Column by marker name, of the subject with most known markers, and words where there are several."""
    known = [(column, *found) for column, label in enumerate(labels) if (found := spell(label))]
    taken, words = fullest(Counter(subject for _, subject, _ in known))
    return {name: column for column, subject, name in reversed(known) if subject == taken}, words


def _seen(points: np.ndarray, columns: list[int]) -> np.ndarray:
    """In which part of the frames each column is seen, (columns,), from the first to the last frame with half as many
    markers as there are in the fullest: a dancer may enter late."""
    there = np.isfinite(points[:, columns, 0])
    count = there.sum(axis=1)
    full = np.flatnonzero(count >= count.max() / 2)
    return there[full[0] : full[-1] + 1].mean(axis=0)


def _mended(choice: Choice, points: np.ndarray, columns: dict[str, int], fps: float) -> tuple[Choice, np.ndarray, str]:
    """How joints are made then, and the markers (frames, n, 3) for it without gaps. Markers that only make a body truer
    are done without where they cannot be mended, or where that would cost more than `DEAR` of the dance."""

    def attempt(choice: Choice) -> tuple[Choice, np.ndarray, str]:
        return choice, *mend(points[:, [columns[name] for name in choice.markers]], fps, choice.markers)

    try:
        with_all = attempt(choice)
    except ClipError:
        return attempt(choice.bare())
    if len(with_all[1]) > (1 - DEAR) * len(points):
        return with_all
    bare = attempt(choice.bare())
    return bare if len(bare[1]) - len(with_all[1]) > DEAR * len(points) else with_all
