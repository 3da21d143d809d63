"""Tables of joints under the names of many rigs, and tables that are none."""

import time

import numpy as np
import pytest

from motion import ClipError, load
from motion.recording import Told
from motion.resample import sample
from motion.skeleton import INDEX, JOINTS
from motion.tables import MAX_LINE, joint_columns, read_csv
from tests.motion.c3d_file import plug_in_gait
from tests.motion.puppet import dance, truth
from tests.motion.test_rigs import KEPT, RIGS

LIMBS = [name for name in JOINTS if name.endswith(("hip", "knee", "ankle", "shoulder", "elbow", "wrist"))]
STEADY = np.arange(40) / 60
"""Seconds of 40 rows."""


@pytest.fixture(scope="module")
def body():
    return truth(*dance(40))


def table(tmp_path, body, names=JOINTS, pattern="{}_{}", axes="xyz", before=None, end="\n"):
    """A CSV file of the body, `before` being columns that come first: name -> a value for each frame."""
    before = before or {}
    header = [*before, *(pattern.format(name, axis) for name in names for axis in axes)]
    rows = np.concatenate([np.array([*before.values()]).T.reshape(len(body), -1), body.reshape(len(body), -1)], axis=1)
    lines = [",".join(header), *(",".join(f"{value:.6f}" for value in row) for row in rows)]
    (tmp_path / "a.csv").write_text(end.join(lines) + end, newline="")
    return tmp_path / "a.csv"


def test_columns_of_markers(tmp_path, body):
    points = plug_in_gait(body, medial=True)
    found = load(table(tmp_path, np.stack(list(points.values()), axis=1), points))
    assert f"CSV, 40 frames taken as 30 fps, {len(points)} of {len(points)} markers used" in found.reading


@pytest.mark.parametrize(
    "pattern",
    [
        "{}_{}",
        "{}.{}",
        "{}:{}",
        "{} {}",
        "{}_position_{}",
        "{}.pos.{}",
        "{} ({})",
        '"{}_{}"',
        "{}_{} (m)",
        "{}.{}[mm]",
        "{}_{}_mm",
        "{}_position_{}_m",
        "{}_t{}",
        "{}.translate{}",
        "{1}_{0}",
        "{1} {0}",
    ],
)
@pytest.mark.parametrize("axes", ["xyz", "XYZ"])
def test_columns_may_be_written_in_many_ways(tmp_path, body, pattern, axes):
    found = read_csv(table(tmp_path, body, pattern=pattern, axes=axes))
    assert "22 of 22 matched by SMPL's names" in found.reading
    np.testing.assert_allclose(found.positions, body, atol=1e-6)


def test_an_axis_may_be_but_a_capital(tmp_path, body):
    names = ["".join(word.capitalize() for word in name.split("_")) for name in JOINTS]
    found = read_csv(table(tmp_path, body, names, pattern="{}{}", axes="XYZ"))
    np.testing.assert_allclose(found.positions, body, atol=1e-6)


@pytest.mark.parametrize(
    ("pattern", "start"), [("{1}{0}", 1), ("landmark_{0}_{1}", 0), ("{0}_{1}", 0), ("kp{0}.{1}", 1)]
)
def test_joints_may_be_numbered(tmp_path, body, pattern, start):
    """Written from the last to the first."""
    names = [str(number) for number in range(len(JOINTS) + start - 1, start - 1, -1)]
    found = read_csv(table(tmp_path, body[:, ::-1], names, pattern, before={"time": STEADY}))
    assert (
        found.reading
        == "CSV of numbered joints, array (40, 22, 3), 40 frames of humanml3d rather than lafan1, at 60 fps"
    )
    np.testing.assert_allclose(found.positions, body, atol=1e-6)


@pytest.mark.parametrize("rig", RIGS)
def test_joints_have_the_names_of_any_rig(tmp_path, body, rig):
    found = read_csv(table(tmp_path, body, RIGS[rig], "{}.{}"))
    np.testing.assert_allclose(found.positions[:, KEPT], body[:, KEPT], atol=1e-6)
    np.testing.assert_allclose(found.positions, body, atol=0.06)


def test_columns_in_any_order_with_others_between(tmp_path, body):
    path = table(tmp_path, body)
    lines = [line.split(",") for line in path.read_text().split()]
    order = np.random.default_rng(0).permutation(len(lines[0]))
    rows = [[*(line[i] for i in order), "left" if row else "label"] for row, line in enumerate(lines)]
    path.write_text("\r\n".join(",".join(row) for row in rows))
    np.testing.assert_allclose(read_csv(path).positions, body, atol=1e-6)


def test_limbs_alone_make_a_body(tmp_path, body):
    limbs = body[:, [INDEX[name] for name in LIMBS]]
    found = read_csv(table(tmp_path, limbs, LIMBS))
    assert "12 of 22 matched" in found.reading
    np.testing.assert_allclose(found.positions, body, atol=0.12)


@pytest.mark.parametrize("ear", ["left_ear", "body_left_ear", "LEAR", "LeftEar"])
def test_between_the_ears_is_the_head(tmp_path, body, ear):
    """As cameras see people; and the toes may be the big ones."""
    other = ear.replace("left", "right").replace("Left", "Right").replace("LE", "RE")
    width = np.array([[[0.08, 0.01, 0.02]]])
    head = body[:, [INDEX["head"]]]
    feet = [INDEX["left_foot"], INDEX["right_foot"]]
    points = [body[:, [INDEX[name] for name in LIMBS]], head + width, head - width, body[:, feet]]
    prefix = "body_" if ear.startswith("body") else ""
    names = [*(prefix + name for name in LIMBS), ear, other, f"{prefix}left_big_toe", f"{prefix}right_big_toe"]
    found = read_csv(table(tmp_path, np.concatenate(points, axis=1), names))
    assert "15 of 22 matched" in found.reading
    np.testing.assert_allclose(found.positions[:, INDEX["head"]], head[:, 0], atol=1e-6)
    np.testing.assert_allclose(found.positions[:, feet], body[:, feet], atol=1e-6)


def test_the_names_of_human36m(tmp_path, body):
    """Whose feet are ankles, whose nose is the head joint, and whose head is its top."""
    parts = {"hip": "Hip", "knee": "Knee", "ankle": "Foot", "shoulder": "Shoulder", "elbow": "Elbow", "wrist": "Wrist"}
    names = {name: name[0].upper() + parts[name.split("_")[1]] for name in LIMBS}
    names |= {"pelvis": "Hip", "spine2": "Spine", "neck": "Thorax", "head": "Nose"}
    top = 2 * body[:, [INDEX["head"]]] - body[:, [INDEX["neck"]]]
    points = np.concatenate([body[:, [INDEX[name] for name in names]], top], axis=1)
    found = read_csv(table(tmp_path, points, [*names.values(), "Head"]))
    assert "14 of 22 matched by the names of Human3.6M" in found.reading
    kept = [INDEX[name] for name in (*LIMBS, "neck", "head")]
    np.testing.assert_allclose(found.positions[:, kept], body[:, kept], atol=1e-6)


def test_ears_that_are_hidden_too_long_are_done_without(tmp_path, body):
    ears = np.repeat(body[:, [INDEX["head"]]], 2, axis=1)
    ears[5:35, 1] = np.nan
    limbs = body[:, [INDEX[name] for name in LIMBS]]
    path = table(tmp_path, np.concatenate([limbs, ears], axis=1), [*LIMBS, "left_ear", "right_ear"])
    assert "12 of 22 matched" in read_csv(path).reading


def test_ears_beside_a_head_are_not_needed(tmp_path, body):
    lost = np.full((len(body), 2, 3), np.nan)
    names = [*(name for name in JOINTS if name != "spine2"), "left_ear", "right_ear"]
    points = np.concatenate([np.delete(body, INDEX["spine2"], axis=1), lost], axis=1)
    np.testing.assert_allclose(read_csv(table(tmp_path, points, names)).positions[:, KEPT], body[:, KEPT], atol=1e-6)


@pytest.mark.parametrize("mark", [":", "_"])
@pytest.mark.parametrize("lacking", [0, 3])
def test_of_two_people_the_fullest_is_read(tmp_path, body, mark, lacking):
    """Never parts of both: what Anna lacks is not Ben's."""
    names = [f"Anna{mark}{name}" for name in JOINTS[lacking:]] + [f"Ben{mark}{name}" for name in JOINTS]
    beside = body + np.array([2, 0, 1])
    found = read_csv(table(tmp_path, np.concatenate([body[:, lacking:], beside], axis=1), names))
    name, place = ("Ben", beside) if lacking else ("Anna", body)
    assert f"22 of 22 matched by SMPL's names of '{name}', the fullest of 2 subjects" in found.reading
    np.testing.assert_allclose(found.positions, place, atol=1e-6)


def test_of_people_with_rows_of_their_own_one_is_read(tmp_path, body):
    """Turn about, Ben being away for two frames; and each with times."""
    rows = np.repeat(body, 2, axis=0) + np.tile([[[0, 0, 0]], [[2, 0, 1]]], (40, 1, 1))
    kept = np.delete(np.arange(80), [11, 13])
    whose = {"person_id": np.tile([7, 3], 40)[kept], "time": np.repeat(np.arange(40) / 24, 2)[kept]}
    found = read_csv(table(tmp_path, rows[kept], before=whose))
    assert "CSV, 40 frames at 24 fps" in found.reading
    assert "of '7.000000', the fullest of 2 subjects" in found.reading
    np.testing.assert_allclose(found.positions, body, atol=1e-6)


def test_a_body_may_have_joints_in_two_namespaces(tmp_path, body):
    names = [("hand:" if name.endswith("wrist") else "body:") + name for name in JOINTS]
    np.testing.assert_allclose(read_csv(table(tmp_path, body, names)).positions, body, atol=1e-6)


@pytest.mark.parametrize("name", ["time", "Time (s)", "timestamp", "t", "time_sec"])
def test_times_give_the_frame_rate(tmp_path, body, name):
    path = table(tmp_path, body, before={"Frame": np.arange(40), name: 7 + np.arange(40) / 24})
    found = read_csv(path)
    assert found.fps == pytest.approx(24, abs=0.01)
    assert "at 24 fps" in found.reading
    assert read_csv(path, Told(fps=50)).fps == 50


@pytest.mark.parametrize(
    ("name", "times"),
    [(name, 1000 * STEADY) for name in ("time_ms", "Time (ms)", "time [msec]", "TimeMilliseconds", "ms", "timestamp")]
    + [("timestamp", 1.7e9 + STEADY), ("timestamp", 1.7e12 + 1000 * STEADY), ("timestamp", 1e6 * STEADY)]
    + [("timestamp", 1.7e18 + 1e9 * STEADY), ("timestamp_ns", 1e9 * STEADY), ("timestamps", 1000 * STEADY)]
    + [("elapsed_time", STEADY), ("Elapsed (ms)", 1000 * STEADY), ("times", STEADY)]
    + [("timestamp_us", 1e6 * STEADY), ("time", (1.7e9 + STEADY).round(2)), ("time", STEADY.round(2))],
)
def test_times_in_any_unit_and_rounded(tmp_path, body, name, times):
    found = read_csv(table(tmp_path, body, before={name: times}))
    assert found.fps == pytest.approx(60, rel=0.01)
    assert "even" not in found.reading
    np.testing.assert_allclose(found.positions, body, atol=1e-6)


@pytest.fixture(scope="module")
def long_body():
    return truth(*dance(240))


@pytest.mark.parametrize("kept", ["four of five", "by chance", "all but 0.3 s", "at two rates"])
def test_rows_that_are_missing_shift_no_time(tmp_path, long_body, kept):
    """Of four seconds at 60 fps: what is read lies where the body then was, to 5 mm."""
    frames = np.arange(240)
    keep = {
        "four of five": frames % 5 > 0,
        "by chance": np.random.default_rng(0).random(240) > 0.3,
        "all but 0.3 s": abs(frames - 100) > 9,
        "at two rates": (frames < 120) | (frames % 3 == 0),
    }[kept]
    found = read_csv(table(tmp_path, long_body[keep], before={"time": frames[keep] / 60}))
    assert "fps, put on even times, 22 joints" in found.reading
    assert ("1 gap" in found.reading or "22 gaps" in found.reading) == (kept == "all but 0.3 s")
    assert len(found.positions) / found.fps == pytest.approx(4, abs=0.1)
    there = frames[keep][0] + np.arange(len(found.positions)) * 60 / found.fps
    expected = sample(long_body, np.minimum(there, 239))
    np.testing.assert_allclose(found.positions, expected, atol=0.005)


def test_rows_at_uneven_times(tmp_path):
    """Each up to a third of a step early or late, to a millisecond."""
    late = np.random.default_rng(0).uniform(-1 / 3, 1 / 3, 240)
    times = ((np.arange(240) + late - late[0]) / 60).round(3)
    root, turns = dance(2400)
    fine = truth(root[::2], [turn[::2] for turn in turns])
    found = read_csv(table(tmp_path, fine[(times * 300).round().astype(int)], before={"time": times}))
    expected = sample(fine, np.linspace(0, times[-1] * 300, 240))
    np.testing.assert_allclose(found.positions, expected, atol=0.005)


def test_a_long_hole_in_the_rows_is_refused(tmp_path, long_body):
    keep = abs(np.arange(240) - 100) > 30
    with pytest.raises(ClipError, match=r"missing for 1\.0 s; a gap of up to 0\.5 s"):
        load(table(tmp_path, long_body[keep], before={"time": np.flatnonzero(keep) / 60}))


def test_times_that_go_back_are_refused(tmp_path, long_body):
    times = np.arange(240) / 60
    times[100:] -= 1
    with pytest.raises(ClipError, match="times that go back"):
        load(table(tmp_path, long_body, before={"time": times}))


def test_without_times_a_rate_is_assumed(tmp_path, body):
    found = read_csv(table(tmp_path, body, before={"frame": np.arange(40)}))
    assert found.fps == 30
    assert "taken as 30 fps" in found.reading


def test_through_the_door(tmp_path, body):
    np.save(tmp_path / "a.npy", body)
    clip = load(table(tmp_path, 1000 * body[..., [0, 2, 1]] * [1, -1, 1], before={"time": np.arange(40) / 20}))
    assert clip.reading.startswith("CSV, 40 frames at 20 fps, 22 joints, 22 of 22 matched")
    assert "Z up, millimetres" in clip.reading
    np.testing.assert_allclose(clip.positions, load(tmp_path / "a.npy").positions, atol=1e-4)


def test_rotations_are_not_positions():
    names = [f"Knee_{kind}{axis}" for kind in ("", "rotation_", "position_") for axis in "xy"]
    assert joint_columns([*names, "Knee_z", "Knee_rotation_z"]) == {"Knee": [0, 1, 6], "Knee_rotation": [2, 3, 7]}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda text: "", "0 bytes"),
        (lambda text: "file,caption\na.bvh,a walk\n", "columns 'file, caption'; accepted are three columns a joint"),
        (lambda text: "\n\n\n", "columns"),
        (lambda text: text.splitlines()[0], "without rows"),
        (lambda text: text.replace("left_knee", "port_knee"), "without left_knee"),
        (lambda text: text.replace(",", "|"), "three columns a joint"),
        (lambda text: text[: len(text) // 2].rsplit(",", 3)[0], "cells in row"),
        (lambda text: text.replace("0.0", "zero", 1), r"found 'zero.*' for \w+_[xyz] in row \d+; accepted are numbers"),
        (lambda text: text.replace("0.0", '"0.0', 1), "no row of a table"),
    ],
)
def test_what_is_no_table_of_joints_is_refused(tmp_path, body, change, says):
    path = table(tmp_path, body)
    path.write_text(change(path.read_text()), newline="")
    with pytest.raises(ClipError, match=says) as caught:
        load(path)
    assert "\n" not in str(caught.value)


def test_key_points_of_a_picture_are_refused(tmp_path, body):
    with pytest.raises(ClipError, match="two-dimensional key points"):
        load(table(tmp_path, body * [1, 1, 0]))


def with_cells(path, value: str):
    """The table with `value` in the first cell of its third and fourth frames."""
    lines = path.read_text().split("\n")
    lines[3:5] = [value + line[line.index(",") :] for line in lines[3:5]]
    path.write_text("\n".join(lines))
    return path


@pytest.mark.parametrize("value", ["inf", "1e300", "1e999"])
def test_places_that_are_nowhere_are_counted(tmp_path, body, value):
    with pytest.raises(ClipError, match="2 places"):
        load(with_cells(table(tmp_path, body), value))


@pytest.mark.parametrize("value", ["", "nan", "NA", "null", "None", " - "])
def test_empty_cells_are_filled(tmp_path, body, value):
    assert "1 gap of at most 0.07 s filled" in load(with_cells(table(tmp_path, body), value)).reading


@pytest.mark.parametrize("mark", [";", "\t"])
def test_cells_may_end_otherwise(tmp_path, body, mark):
    path = table(tmp_path, body)
    path.write_text(path.read_text().replace(",", mark).replace(".", ","))
    np.testing.assert_allclose(read_csv(path).positions, body, atol=1e-6)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
def test_tables_in_other_letters(tmp_path, body, encoding):
    """As spreadsheets save them, with tabs."""
    path = table(tmp_path, body)
    mark = "\ufeff" if encoding == "utf-16-be" else ""
    path.write_text(mark + path.read_text().replace(",", "\t"), encoding=encoding)
    np.testing.assert_allclose(read_csv(path).positions, body, atol=1e-6)


def test_what_makes_no_joint_may_be_missing(tmp_path, body):
    """A thumb that was hardly seen refuses no dance, and cuts nothing off."""
    thumb = np.full((len(body), 1, 3), np.nan)
    thumb[-5:] = body[-5:, -1:]
    found = read_csv(table(tmp_path, np.concatenate([body, thumb], axis=1), (*JOINTS, "left_thumb")))
    np.testing.assert_allclose(found.positions, body, atol=1e-6)


@pytest.mark.parametrize("times", [np.zeros(40), -np.arange(40), np.arange(40) * 1e12, np.full(40, np.nan)])
def test_times_that_are_none_are_refused_unless_the_rate_is_told(tmp_path, body, times):
    path = table(tmp_path, body, before={"time": times})
    with pytest.raises(ClipError, match=r"times that do not grow|frames per second in the file"):
        load(path)
    assert len(load(path, Told(fps=20))) == 40


@pytest.mark.parametrize(
    "content",
    ["," * 5_000_000, "x" * 5_000_000, "_" * (MAX_LINE - 1), "a_x," * 20_000, '"' + "\n" * 5_000_000, "\n" * 5_000_000,
     "a_x,a_y,a_z\n" + "1,2,3\n" * 250_000, '"a",' * 20_000 + "\n"],
)  # fmt: skip
def test_hostile_tables_cost_little(tmp_path, content):
    (tmp_path / "a.csv").write_text(content)
    start = time.process_time()
    with pytest.raises(ClipError):
        load(tmp_path / "a.csv")
    assert time.process_time() - start < 3
