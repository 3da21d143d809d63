"""C3D files of every kind the format allows, and of every kind it does not."""

import resource
import struct
import subprocess
import sys
from itertools import pairwise

import ezc3d
import numpy as np
import pytest

from motion import ClipError, load
from motion.c3d import read_c3d
from motion.c3d_check import check, read_parameters
from motion.recording import Told
from motion.skeleton import INDEX, JOINTS
from tests.motion.c3d_file import group, parameter, plug_in_gait, texts, write_c3d
from tests.motion.effort import little_effort
from tests.motion.puppet import dance, truth

TRUE = ("left_knee", "right_ankle", "left_wrist", "right_elbow", "left_foot")


@pytest.fixture(scope="module")
def body():
    return truth(*dance(60))


@pytest.fixture(scope="module")
def markers(body):
    """Z up, millimetres, as laboratories have it."""
    named = plug_in_gait(body, medial=True)
    return {name: 1000 * np.stack([m[:, 0], -m[:, 2], m[:, 1]], axis=1) for name, m in named.items()}


def save(tmp_path, markers, prefix="", **options):
    labels = [prefix + name for name in markers]
    (tmp_path / "a.c3d").write_bytes(write_c3d(labels, np.stack(list(markers.values()), axis=1), **options))
    return tmp_path / "a.c3d"


def check_joints(clip, body, tolerance=0.002):
    """Distances between joints, since a clip is moved to the origin and turned."""
    for a, b in pairwise(TRUE):
        found, there = (np.linalg.norm(p[:, INDEX[a]] - p[:, INDEX[b]], axis=1) for p in (clip.positions, body))
        np.testing.assert_allclose(found, there, atol=tolerance)


@pytest.mark.parametrize("prefix", ["", "vskvsk2:", "Subject:", "Anna Maria:", "A:b:", "Anna_"])
@pytest.mark.parametrize("whole", [False, True])
def test_markers_become_the_body(prefix, whole, tmp_path, body, markers):
    clip = load(save(tmp_path, markers, prefix, whole=whole, rate=20.0))
    assert clip.reading.startswith("C3D, 60 frames at 20 fps, ")
    assert clip.reading.endswith("Z up, metres.")
    check_joints(clip, body)


@pytest.mark.parametrize(("unit", "per_mm"), [("mm", 1), ("cm", 0.1), ("m", 0.001), ("furlong", 1)])
def test_units_are_read(unit, per_mm, tmp_path, body, markers):
    path = save(tmp_path, {name: m * per_mm for name, m in markers.items()}, units=unit, rate=20.0)
    check_joints(load(path), body)


def test_the_rate_is_the_files_unless_told(tmp_path, markers):
    path = save(tmp_path, markers, rate=120.0)
    assert read_c3d(path).fps == 120
    assert read_c3d(path, Told(fps=60)).fps == 60


def test_analog_channels_are_passed_over(tmp_path, body, markers):
    check_joints(load(save(tmp_path, markers, channels=3, rate=20.0)), body)


def test_a_file_by_the_readers_own_writer(tmp_path, body, markers):
    file = ezc3d.c3d()
    file["parameters"]["POINT"]["RATE"]["value"] = [20.0]
    file["parameters"]["POINT"]["UNITS"]["value"] = ["mm"]
    file["parameters"]["POINT"]["LABELS"]["value"] = list(markers)
    file["data"]["points"] = np.stack([np.append(m, np.ones((60, 1)), axis=1).T for m in markers.values()], axis=1)
    file.write(str(tmp_path / "a.c3d"))
    check_joints(load(tmp_path / "a.c3d"), body)


@pytest.mark.parametrize("gone", [np.nan, 0.0])
def test_what_was_not_seen_is_filled(gone, tmp_path, body, markers):
    torn = {name: m.copy() for name, m in markers.items()}
    torn["LKNE"][20:28] = gone
    torn["C7"][:5] = gone
    clip = load(save(tmp_path, torn, rate=20.0))
    assert "1 gap of at most 0.40 s filled" in clip.reading
    assert "0.25 s cut at the ends" in clip.reading
    check_joints(clip, body[5:], tolerance=0.02)


def test_markers_away_too_long_are_named(tmp_path, markers):
    torn = {name: m.copy() for name, m in markers.items()}
    for m in torn.values():
        m[20:40] = np.nan
    with pytest.raises(ClipError, match=r"a\.c3d: found LANK missing for 1\.0 s"):
        load(save(tmp_path, torn, rate=20.0))


@pytest.mark.parametrize("gone", [slice(20, 40), slice(35, None)])
def test_a_body_does_without_its_headband(tmp_path, body, markers, gone):
    torn = {name: m.copy() for name, m in markers.items()}
    for name in ("LFHD", "RFHD", "LBHD", "RBHD"):
        torn[name][gone] = np.nan
    clip = load(save(tmp_path, torn, rate=20.0))
    assert "cut" not in clip.reading
    check_joints(clip, body)


def test_the_labels_of_optitrack(tmp_path, body, markers):
    theirs = {"KNE": "KneeOut", "ANK": "AnkleOut", "TOE": "ToeTip", "HEE": "HeelBack", "SHO": "ShoulderTop",
              "ELB": "ElbowOut", "WRA": "WristIn", "WRB": "WristOut"}  # fmt: skip
    waist = {f"{side}{pelvis}": f"Waist{side}{end}" for side in "LR" for pelvis, end in
             (("ASI", "Front"), ("PSI", "Back"))}  # fmt: skip
    named = waist | {f"{side}{ours}": f"{side}{name}" for side in "LR" for ours, name in theirs.items()}
    clip = load(save(tmp_path, {named[name]: m for name, m in markers.items() if name in named}, "Q_", rate=20.0))
    check_joints(clip, body, tolerance=0.08)


def test_a_marker_hardly_ever_seen_is_no_marker(tmp_path, markers):
    torn = {name: m.copy() for name, m in markers.items()}
    torn["LKNM"][5:] = np.nan
    assert "knee" in read_c3d(save(tmp_path, torn)).reading


@pytest.mark.parametrize("ghost", [False, True])
def test_a_dancer_may_enter_late_and_leave_early(ghost, tmp_path, body, markers):
    """There for a third of the take; a marker that was seen for a moment before changes nothing."""
    away = np.full((60, 3), np.nan)
    torn = {name: np.concatenate([away, m, away]) for name, m in markers.items()}
    if ghost:
        torn["LKNE"][3] = 0.5
    clip = load(save(tmp_path, torn, rate=20.0))
    assert "6.00 s cut at the ends" in clip.reading
    check_joints(clip, body)


def test_a_file_without_any_marker_in_any_frame_is_refused(tmp_path, markers):
    gone = {name: np.full_like(m, np.nan) for name, m in markers.items()}
    with pytest.raises(ClipError, match=r"found 0 known markers; .*, feet \("):
        load(save(tmp_path, gone))


def test_one_of_several_subjects(tmp_path, body, markers):
    both = {f"Ben:{name}": m + 900 for name, m in list(markers.items())[:20]}
    both |= {f"Ada:{name}": m for name, m in markers.items()}
    clip = load(save(tmp_path, both, rate=20.0))
    assert "of 'Ada', the fullest of 2 subjects" in clip.reading
    check_joints(clip, body)


def test_labels_that_make_no_body_are_named(tmp_path, markers):
    legs = {name: m for name, m in markers.items() if name[1:] in ("ASI", "PSI", "KNE", "ANK", "TOE", "HEE")}
    with pytest.raises(ClipError, match=r"LANK, .*shoulders \(LSJC, RSJC or .* or LSHO, RSHO\), wrists"):
        load(save(tmp_path, legs))
    with pytest.raises(ClipError, match=r"found 0 known markers among \*0, \*1, .*; a body also needs"):
        load(save(tmp_path, {f"*{i}": m for i, m in enumerate(markers.values())}))


@pytest.mark.parametrize(
    "pattern", ["{side}_{part}", "{SIDE}_{PART}", "{S}_{PART}", "{Side}{Part}", "{S}{Part}", "Anna:{Side}{Part}"]
)
def test_joints_may_have_the_names_of_a_rig(pattern, tmp_path, body):
    """As systems of cameras without markers write them; one is lost for a while."""
    sided = [name for name in JOINTS if name.endswith(("hip", "knee", "ankle", "foot", "shoulder", "elbow", "wrist"))]
    points = {}
    for name in sided:
        side, part = name.split("_")
        words = {"side": side, "part": part, "SIDE": side.upper(), "PART": part.upper(), "S": side[0].upper()}
        points[pattern.format(**words, Side=side.title(), Part=part.title())] = 1000 * body[:, INDEX[name]]
    whole = load(save(tmp_path, points, rate=20.0))
    assert whole.reading.startswith("C3D, 60 frames at 20 fps, 14 joints, 14 of 22 matched by the names of SMPL")
    check_joints(whole, body)
    next(iter(points.values()))[20:24] = np.nan
    assert "1 gap of at most 0.20 s filled" in load(save(tmp_path, points, rate=20.0)).reading


def broken(markers) -> dict[str, bytes]:
    labels, points = list(markers), np.stack(list(markers.values()), axis=1)
    good = write_c3d(labels, points)
    rate = good.index(b"RATE")
    used = good.index(b"USED")
    huge = struct.pack("<f", 1e30)
    cases = {
        "empty": b"",
        "text": b"HIERARCHY\n" * 100,
        "zeros": bytes(4096),
        "header only": good[:512],
        "no parameters": good[:600],
        "another processor": good[:515] + b"\x56" + good[516:],
        "last byte gone": good[:-1],
        "half": good[: len(good) // 2],
        "no points at all": good[: 512 * 3],
        "a name without end": good[:516] + b"\x7f" + good[517:],
        "a rate of no size": good[: rate + 7] + b"\x01\x00" + good[rate + 8 :],
        "a rate of seven dimensions": good[: rate + 7] + b"\x07" + b"\xff" * 7 + good[rate + 15 :],
        "a huge rate": good[: rate + 8] + huge + good[rate + 12 :],
        "a rate that is no number": good[: rate + 8] + struct.pack("<f", np.nan) + good[rate + 12 :],
        "an endless description": good[: used + 10] + b"\xff" + good[used + 11 :],
        "an unknown type": good[: used + 6] + b"\x09" + good[used + 7 :],
        "an offset that jumps": good[: used + 4] + b"\xff\x7f" + good[used + 6 :],
        "an offset that goes round": good[: used + 4] + b"\x01\x00" + good[used + 6 :],
        "a group of no number": good[: used - 1] + b"\x00" + good[used:],
    }
    for name, words in {
        "more points than there are": {"points": 60000},
        "both say more points": {"points": 30000, "USED": 30000},
        "negative points": {"points": 65535, "USED": -1},
        "no points": {"points": 0, "USED": 0},
        "frames that are not there": {"FRAMES": 60000, "last": 60000},
        "frames that run backward": {"first": 9, "last": 2, "FRAMES": 0},
        "points before the parameters": {"start": 1},
        "points beyond the end": {"start": 60000},
        "analog values of nothing": {"analog": 60000, "samples": 2},
        "scales that disagree": {"SCALE": 0.1},
        "a scale of zero": {"SCALE": 0.0, "scale": 0.0},
        "no rate": {"RATE": 0.0},
    }.items():
        cases[name] = write_c3d(labels, points, **words)
    return cases


def entries_after(extra: bytes) -> bytes:
    """A parameter block with more in it, as the reader gets it."""
    entries = group("POINT", 1) + parameter("USED", 1, 2, [], b"\1\0") + extra
    return bytes([1, 0x50, 1, 84]) + entries + bytes(64)


def test_broken_files_are_one_sentence_before_the_reader_sees_them(tmp_path, markers):
    for name, content in broken(markers).items():
        (tmp_path / "a.c3d").write_bytes(content)
        says = ""
        with little_effort():
            try:
                check(tmp_path / "a.c3d")
            except ClipError as error:
                says = str(error)
        assert says.startswith("found"), name
        assert says.endswith("."), name
        assert name != "empty" or "a file of 0 bytes" in says
        assert "\n" not in says, name


@pytest.mark.parametrize(
    "extra",
    [
        group("POINT", 2),
        group("OTHER", 1),
        parameter("USED", 1, 2, [], b"\1\0"),
        parameter("TEXT", 1, -1, [], b"a"),
        parameter("DEEP", 1, 1, [1] * 8, b"a"),
        parameter("WIDE", 1, 4, [255, 255, 255], b"a"),
    ],
    ids=["same name", "same number", "twice", "text without size", "eight dimensions", "beyond the block"],
)
def test_parameters_that_mislead_the_reader_are_refused(extra):
    assert read_parameters(entries_after(b""))["POINT"]["USED"] == [1]
    assert read_parameters(entries_after(texts("LABELS", 1, ["a", "b"])))["POINT"]["LABELS"].size == 2
    with pytest.raises(ClipError, match="bytes in"):
        read_parameters(entries_after(extra))


def test_a_lying_file_costs_little_memory(tmp_path, markers):
    labels, points = list(markers), np.stack(list(markers.values()), axis=1)
    (tmp_path / "a.c3d").write_bytes(write_c3d(labels, points, FRAMES=65000, last=65000))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(ClipError, match="65000 frames"):
        read_c3d(tmp_path / "a.c3d")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50_000


FUZZ = """
import sys, random
from pathlib import Path
from motion import ClipError, load
good = bytearray(Path(sys.argv[1]).read_bytes())
path = Path(sys.argv[1] + ".c3d")
rng = random.Random(0)
start = 512 * (int.from_bytes(good[16:18], "little") - 1)
for _ in range(300):
    bad = bytearray(good)
    for _ in range(rng.randint(1, 4)):
        at = rng.choice([rng.randrange(20), rng.randrange(512, start)])
        bad[at] = rng.choice([0, 1, 127, 128, 255, rng.randrange(256)])
    path.write_bytes(bad)
    try:
        load(path)
    except ClipError:
        pass
"""


def test_random_damage_never_kills_the_process(tmp_path, markers):
    """In a process of its own, of 1 GB: the reader is C++."""
    path = save(tmp_path, {name: m[:20] for name, m in markers.items()}, channels=2)
    code = "import resource; resource.setrlimit(resource.RLIMIT_DATA, (1 << 30, 1 << 30))\n" + FUZZ
    run = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stderr[-2000:]
