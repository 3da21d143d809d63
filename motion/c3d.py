"""C3D: the binary format of optical motion capture (c3d.org), read by ezc3d after `motion.c3d_check` has let it pass.

Missing is a point with a negative residual, with a coordinate that is no number, or at the very origin, where some
programs put what they did not see. Points are markers, or else joints if they bear the names of a rig's. Only points
are read; force plates and other analog channels are not.
"""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import ezc3d
import numpy as np

from motion.c3d_check import check
from motion.clip import ClipError
from motion.markers import Choice, choose, joints_from, spell
from motion.named import named_body
from motion.recording import NOTHING, Recording, Told
from motion.repair import mend
from motion.rigs import match
from motion.subjects import fullest

METRES = {"mm": 0.001, "cm": 0.01, "dm": 0.1, "m": 1.0, "in": 0.0254}
SEEN = 0.5
"""A marker seen in a smaller part of the frames in which the dancer is there counts as absent."""

DEAR = 0.1
"""Part of the frames that may be cut at the ends for markers that a body can do without."""


def read_c3d(path: Path, told: Told = NOTHING) -> Recording:
    """The body that the markers or joints of a C3D file draw, in its own axes. Raises ClipError for any other file."""
    check(path)
    labels, points, fps, unit = _read(path)
    fps = told.fps or fps
    joints, found, mended = _body(labels, points, fps)
    words = f"C3D, {len(points)} frames at {fps:g} fps, {found}"
    return Recording(joints * METRES.get(unit, 1.0), fps, f"{words}, {mended}" if mended else words)


def _body(labels: list[str], points: np.ndarray, fps: float) -> tuple[np.ndarray, str, str]:
    """Joints (frames, 22, 3) by markers, or by their own names; words for that, and for what was mended."""
    columns, subject = _of_one_subject(labels)
    seen = _seen(points, list(columns.values()))
    columns = {name: column for (name, column), part in zip(columns.items(), seen, strict=True) if part > SEEN}
    try:
        choice = choose(list(columns), [label for label in labels if not spell(label)])
    except ClipError:
        if not _are_joints(labels, points):
            raise
        joints, matched, mended = named_body(labels, points, fps)
        return joints, f"{len(labels)} joints, {matched}", mended
    choice, points, mended = _mended(choice, points, columns, fps)
    joints = joints_from(dict(zip(choice.markers, np.moveaxis(points, 1, 0), strict=True)), choice)
    words = f"{len(choice.markers)} of {len(labels)} markers used{subject}"
    if choice.estimated():
        words += f" ({', '.join(choice.estimated())} by assumed widths)"
    return joints, words, mended


def _are_joints(labels: list[str], points: np.ndarray) -> bool:
    """Whether these are the names of a rig's joints, as systems of cameras without markers write them."""
    try:
        return bool(labels) and bool(match(labels, [-1] * len(labels), points))
    except ClipError:
        return False


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


def _read(path: Path) -> tuple[list[str], np.ndarray, float, str]:
    """Labels, points (frames, n, 3) with NaN where one is missing, frames per second, and the unit's name."""
    try:
        file = ezc3d.c3d(str(path))
    except Exception as error:  # whatever ezc3d finds wrong, it says by many kinds of exception
        raise ClipError(f"found a C3D file that ezc3d cannot read ({str(error)[:150]}).") from None
    parameters, data = file["parameters"]["POINT"], file["data"]
    parts = ["LABELS", *(f"LABELS{number}" for number in range(2, 257))]
    labels = [label for part in parts for label in _texts(parameters, part)]
    points = data["points"][:3].transpose(2, 1, 0).copy()
    points[(data["meta_points"]["residuals"][0].T < 0) | (points == 0).all(axis=2)] = np.nan
    unit = "".join(_texts(parameters, "UNITS")[:1]).lower()
    return labels[: points.shape[1]], points, file["header"]["points"]["frame_rate"], unit


def _texts(parameters: Mapping, name: str) -> list[str]:
    return [text for text in parameters[name]["value"] if isinstance(text, str)] if name in parameters else []


def _of_one_subject(labels: list[str]) -> tuple[dict[str, int], str]:
    """Column by marker name, of the subject with most known markers, and words where there are several."""
    known = [(column, *found) for column, label in enumerate(labels) if (found := spell(label))]
    taken, words = fullest(Counter(subject for _, subject, _ in known))
    return {name: column for column, subject, name in reversed(known) if subject == taken}, words
