"""C3D: the binary format of optical motion capture (c3d.org), read by ezc3d after `motion.c3d_check` has let it pass.

Missing is a point with a negative residual, with a coordinate that is no number, or at the very origin, where some
programs put what they did not see. Only points are read (`motion.marked`); force plates and other analog channels are
not.
"""

from collections.abc import Mapping
from pathlib import Path

import ezc3d
import numpy as np

from motion.c3d_check import check
from motion.clip import ClipError
from motion.marked import body_of
from motion.recording import NOTHING, Recording, Told

METRES = {"mm": 0.001, "cm": 0.01, "dm": 0.1, "m": 1.0, "in": 0.0254}


def read_c3d(path: Path, told: Told = NOTHING) -> Recording:
    """The body that the markers or joints of a C3D file draw, in its own axes. Raises ClipError for any other file."""
    check(path)
    labels, points, fps, unit = _read(path)
    fps = told.fps or fps
    joints, found, mended = body_of(labels, points, fps, optical=True)
    words = f"C3D, {len(points)} frames at {fps:g} fps, {found}"
    return Recording(joints * METRES.get(unit, 1.0), fps, f"{words}, {mended}" if mended else words)


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
