"""Tables of markers and key points as OpenSim's programs write them."""

import numpy as np
import pytest

from motion import ClipError, load
from motion.skeleton import BONES, INDEX
from tests.motion.c3d_file import plug_in_gait
from tests.motion.puppet import dance, truth

KEY_POINTS = {"Neck": "neck"} | {
    f"{side[0].upper()}{called}": f"{side}_{joint}"
    for side in ("left", "right")
    for called, joint in (("Shoulder", "shoulder"), ("Elbow", "elbow"), ("Wrist", "wrist"), ("Hip", "hip"),
                          ("Knee", "knee"), ("Ankle", "ankle"), ("BigToe", "foot"))
}  # fmt: skip
"""Of OpenCap's, what they are here."""


@pytest.fixture(scope="module")
def body():
    return truth(*dance(60))


def written(points: dict[str, np.ndarray], fps: int = 100, unit: str = "mm") -> str:
    """A TRC file of points, each (frames, 3)."""
    frames = len(next(iter(points.values())))
    lines = [
        "PathFileType\t4\t(X/Y/Z)\ta.trc",
        "DataRate\tCameraRate\tNumFrames\tNumMarkers\tUnits",
        f"{fps}\t{fps}\t{frames}\t{len(points)}\t{unit}",
        "Frame#\tTime\t" + "\t\t\t".join(points) + "\t\t",
        "\t\t" + "\t".join(f"X{n}\tY{n}\tZ{n}" for n in range(1, len(points) + 1)),
        "",
    ]
    for frame, row in enumerate(np.concatenate(list(points.values()), axis=1)):
        lines.append("\t".join([str(frame + 1), f"{frame / fps:.5f}", *(f"{value:.4f}" for value in row), ""]))
    return "\n".join(lines)


def bones(positions: np.ndarray) -> np.ndarray:
    return np.stack([np.linalg.norm(positions[:, a] - positions[:, b], axis=1).mean() for a, b in BONES])


def test_markers(tmp_path, body):
    points = {name: 1000 * place for name, place in plug_in_gait(body, medial=True).items()}
    points["LASI"][10:14] = np.nan
    (tmp_path / "a.trc").write_text(written(points).replace("nan", ""))
    found = load(tmp_path / "a.trc")
    assert found.reading.startswith("TRC, 60 frames at 100 fps, ")
    assert "markers used" in found.reading
    assert found.reading.endswith("Y up, millimetres.")
    np.testing.assert_allclose(
        bones(found.positions), bones(body), atol=0.045, err_msg="m; the head is by the markers' middle"
    )


def test_key_points(tmp_path, body):
    points = {called: body[:, INDEX[joint]] for called, joint in KEY_POINTS.items()}
    (tmp_path / "a.trc").write_text(written(points, 60, "m"))
    found = load(tmp_path / "a.trc")
    assert "60 fps, 15 joints, 15 of 22 matched" in found.reading
    assert "Y up, metres." in found.reading


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "a file of 0 bytes"),
        ("time\tknee\n0\t1\n", "'time knee' at the start; a TRC file begins with PathFileType and has a line of"),
        ("PathFileType\t4\nDataRate\n60\n", "'PathFileType 4' at the start"),
        (written({"A": np.zeros((3, 3)), "B": np.full((3, 3), 2)}), "joints named A, B"),
        (written({f"{s}ASI": np.full((3, 3), 2) for s in "LR"}), "2 known markers: LASI, RASI; a body also needs"),
    ],
)
def test_other_files_are_refused(tmp_path, content, says):
    (tmp_path / "a.trc").write_text(content)
    with pytest.raises(ClipError, match=says):
        load(tmp_path / "a.trc")
