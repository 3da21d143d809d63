"""Forward kinematics against scipy, the dialects of the format, and files that are broken or hostile."""

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from motion import ClipError, load
from motion.bvh import MAX_JOINTS, parse, pose, read_bvh
from motion.skeleton import JOINTS
from tests.motion.effort import little_effort
from tests.motion.puppet import FPS, dance, truth, write_bvh

ONE = "HIERARCHY\nROOT a\n{\nOFFSET 1 2 3\nCHANNELS %s\n%s}\nMOTION\nFrames: %d\nFrame Time: 0.05\n%s\n"


def posed(text: str) -> np.ndarray:
    tree, values, *_ = parse(text)
    return pose(tree, values)


def joints_only(text: str) -> np.ndarray:
    tree, values, *_ = parse(text)
    return pose(tree, values)[:, [i for i, name in enumerate(tree.names) if name]]


def depth_first(places: np.ndarray, text: str) -> np.ndarray:
    """The truth in the order in which the file lists its joints."""
    names = [name for name in parse(text)[0].names if name]
    return places[:, [JOINTS.index(name) for name in names]]


@pytest.mark.parametrize("order", ["XYZ", "XZY", "YXZ", "YZX", "ZXY", "ZYX"])
@pytest.mark.parametrize("moving", [False, True])
def test_kinematics_match_scipy(order, moving):
    """To 2e-5 m: the file has six decimals of a degree."""
    root, turns = dance()
    text = write_bvh(root, turns, orders=order, moving=moving)
    np.testing.assert_allclose(joints_only(text), depth_first(truth(root, turns), text), atol=2e-5)


def test_each_joint_may_have_its_own_order():
    root, turns = dance(seed=3)
    orders = [("XYZ", "XZY", "YXZ", "YZX", "ZXY", "ZYX")[i % 6] for i in range(len(JOINTS))]
    text = write_bvh(root, turns, orders=orders)
    np.testing.assert_allclose(joints_only(text), depth_first(truth(root, turns), text), atol=2e-5)


def test_joints_may_have_no_rotation_or_one():
    text = ONE % (
        "1 Zrotation",
        "JOINT b\n{\nOFFSET 1 0 0\nCHANNELS 0\nJOINT c\n{\nOFFSET 1 0 0\nCHANNELS 1 Yrotation\n"
        "End Site\n{\nOFFSET 1 0 0\n}\n}\n}\n",
        1,
        "90 90",
    )
    places = posed(text)[0]
    turn = Rotation.from_euler("Z", 90, degrees=True)
    np.testing.assert_allclose(places[1], [1, 3, 3], atol=1e-9)
    np.testing.assert_allclose(places[2], [1, 4, 3], atol=1e-9)
    bent = turn * Rotation.from_euler("Y", 90, degrees=True)
    np.testing.assert_allclose(places[3], np.array([1, 4, 3]) + bent.apply([1, 0, 0]), atol=1e-9)


def test_position_channels_replace_the_offset_axis_by_axis():
    text = ONE % ("1 Yposition", "JOINT b\n{\nOFFSET 5 6 7\nCHANNELS 2 Zposition Xposition\n}\n", 2, "9 1 2 9 3 4")
    np.testing.assert_allclose(posed(text)[0], [[1, 9, 3], [3, 15, 4]])
    np.testing.assert_allclose(posed(text)[1], [[1, 9, 3], [5, 15, 6]])


def test_position_channels_that_are_never_used_leave_the_offset():
    text = ONE % (
        "3 Xposition Yposition Zposition",
        "JOINT b\n{\nOFFSET 5 6 7\nCHANNELS 3 Xposition Yposition Zposition\n}\n",
        1,
        "0 0 0 0 0 0",
    )
    np.testing.assert_allclose(posed(text)[0], [[0, 0, 0], [5, 6, 7]])


@pytest.mark.parametrize("tremble", [1e-6, 0.002])
def test_position_channels_that_only_tremble_are_added_to_the_offset(tremble):
    root, turns = dance()
    tree, values, *_ = parse(write_bvh(root, turns, moving=True))
    still = values.copy()
    inner = [i for i in range(6, values.shape[1]) if i % 6 < 3]  # below the root: three places, three angles a joint
    still[:, inner] = 0
    values[:, inner] = np.random.default_rng(0).normal(size=(len(values), len(inner))) * tremble
    np.testing.assert_allclose(pose(tree, values), pose(tree, still), atol=15 * tremble)


def test_a_root_near_its_place_is_where_its_channels_say():
    text = ONE % ("3 Xposition Yposition Zposition", "", 1, "0.1 0.2 0.3")
    np.testing.assert_allclose(posed(text)[0], [[0.1, 0.2, 0.3]])


def test_long_files_are_posed_in_blocks(monkeypatch):
    root, turns = dance(50)
    text = write_bvh(root, turns)
    whole = posed(text)
    monkeypatch.setattr("motion.blocks.BLOCK", 7)
    np.testing.assert_array_equal(posed(text), whole)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\n\n" + text.replace("\t", "    "),
        lambda text: text.replace("{", " {").replace("\n{", "{").replace("\n\t{", "{"),
        lambda text: text.replace("Frames: ", "Frames:\t").replace("Frame Time: ", "Frame Time:\t"),
        lambda text: text.replace("rotation", "ROTATION"),
        lambda text: text[: text.index("Time") + 20] + text[text.index("Time") + 20 :].replace(" ", "\n"),
        lambda text: text.replace(" 0.000000 ", " 0.0e-007 "),
    ],
    ids=["crlf", "spaces", "brace on the line", "tabs", "capitals", "one number a line", "exponents"],
)
def test_dialects_read_the_same(change):
    root, turns = dance(4)
    text = write_bvh(root, turns)
    np.testing.assert_allclose(posed(change(text)), posed(text))


@pytest.mark.parametrize("letters", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_no_obstacle(tmp_path, letters):
    root, turns = dance(4)
    (tmp_path / "a.bvh").write_text(write_bvh(root, turns), encoding=letters)
    assert len(read_bvh(tmp_path / "a.bvh").positions) == 4


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r"),
        lambda text: text.replace(".", ","),
        lambda text: text.replace("0.0333333", "0,0333333"),
        str.lower,
        str.upper,
    ],
    ids=["carriage returns", "commas", "a comma in the frame time", "lower case", "upper case"],
)
def test_dialects_of_a_file_read_the_same(change, tmp_path):
    text = write_bvh(*dance(12))
    found = []
    for each in (text, change(text)):
        (tmp_path / "a.bvh").write_bytes(each.encode())
        found.append(read_bvh(tmp_path / "a.bvh"))
    assert found[0].fps == found[1].fps == FPS
    np.testing.assert_array_equal(found[0].positions, found[1].positions)


def test_names_may_hold_spaces():
    root, turns = dance(2)
    text = write_bvh(root, turns, names=[f"Bip01 {name}" for name in JOINTS])
    assert parse(text)[0].names[0] == "Bip01 pelvis"


def test_frame_time_gives_the_rate():
    root, turns = dance(2)
    assert parse(write_bvh(root, turns))[2] == FPS
    assert parse(write_bvh(root, turns).replace("0.0333333", ".0083333"))[2] == 120


@pytest.mark.parametrize(
    ("times", "fps"),
    [
        (".016 0.017 0.0166 0.0167 0.01667", 60),
        ("0.03 0.033 0.0333 0.033333", 30),
        ("0.041 0.042 0.0416 0.0417", 24),
        ("0.011 0.0111", 90),
        ("0.0083", 120),
        ("0.0041 0.0042", 240),
        ("0.04 0.040", 25),
        ("0.05 .05", 20),
        ("0.02", 50),
        ("0.01", 100),
        ("0.008", 125),
        ("0.004", 250),
        ("0.1", 10),
        ("0.013", 76.92),
        ("0.0334", 29.94),
        ("0.03336667", 29.97),
        ("0.0166833", 59.94),
    ],
)
def test_a_frame_time_of_few_digits_is_a_usual_rates(times, fps):
    """Cut or rounded, of no usual rate, or its own; to 0.01 frames a second."""
    for time in times.split():
        assert parse(GOOD.replace("0.05", time))[2] == pytest.approx(fps, abs=0.01), time


GOOD = ONE % ("3 Zrotation Xrotation Yrotation", "", 2, "1 2 3 4 5 6")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("hello\n" * 9, "begins with HIERARCHY"),
        ("", "begins with HIERARCHY"),
        (GOOD.split("MOTION")[0], "without a MOTION block"),
        (GOOD.replace("Frames: 2", "Frames: two"), "Frames: <number>"),
        (GOOD.replace("Frames: 2", "Frames: 0"), "found 0 frames"),
        (GOOD.replace("Frames: 2", "Frames: 999999999"), "found 999999999 frames"),
        (GOOD.replace("Frames: 2", "Frames: 4"), "6 numbers.*need 12"),
        (GOOD.replace("4 5 6", "4 5"), "5 numbers.*need 6"),
        (GOOD.replace("4 5 6", "4 x 6"), "numbers only"),
        (GOOD.replace("1 2 3 4 5 6", "nan 2 3 4 nan 6"), "2 values that are not finite"),
        (GOOD.replace("4 5 6", "4 1e999 6"), "not finite"),
        (GOOD.replace("0.05", "0"), "frame time of '0'"),
        (GOOD.replace("0.05", "nan"), "frame time of 'nan'"),
        (GOOD.replace("0.05", "soon"), "frame time of 'soon'"),
        (GOOD.replace("0.05", "1e-320"), "frame time"),
        (GOOD.replace("OFFSET 1 2 3", "OFFSET 1 2"), "'OFFSET'"),
        (GOOD.replace("OFFSET 1 2 3", "OFFSET 1 2 inf"), "OFFSET that is not a finite"),
        (GOOD.replace("Yrotation", "Yscale"), "channel 'Yscale'"),
        (GOOD.replace("CHANNELS 3", "CHANNELS 99"), "channel '}'"),
        (GOOD.replace("CHANNELS 3 ", "LIMITS "), "'LIMITS'"),
        (GOOD.replace("CHANNELS 3 Zrotation Xrotation Yrotation", ""), "0 channels"),
        (GOOD.replace("}", ""), "cut short"),
        (GOOD.replace("}", "}}"), "'}'"),
        (GOOD.replace("}", "}\nROOT b\n{\n}"), "second ROOT"),
        (GOOD.replace("ROOT a\n{", "ROOT a"), "cut short"),
        ("HIERARCHY\nMOTION\nFrames: 1\nFrame Time: 1\n", "cut short"),
    ],
)
def test_broken_files_say_what_is_wrong(text, says):
    with pytest.raises(ClipError, match=says) as caught:
        parse(text)
    assert "\n" not in str(caught.value)
    assert str(caught.value).endswith(".")


def test_any_cut_of_a_file_is_refused():
    root, turns = dance(3)
    text = write_bvh(root, turns).rstrip()
    last = len(text) - len(text.split()[-1])
    for end in range(0, last, 97):
        with pytest.raises(ClipError):
            parse(text[:end])


def test_a_deep_hierarchy_needs_no_recursion():
    deep = "".join(f"JOINT j{i}\n{{\nOFFSET 0 1 0\n" for i in range(10_000)) + "}\n" * 10_000
    with pytest.raises(ClipError, match=f"more than {MAX_JOINTS} joints"):
        parse(ONE % ("1 Xrotation", deep, 1, "0"))


@pytest.mark.parametrize("filler", ["\n", " ", "\t\n", "{", "}", "MOTIONS "])
def test_hostile_filler_costs_linear_time(filler):
    """Half a megabyte each; a quadratic parser would take minutes."""
    with little_effort(), pytest.raises(ClipError):
        parse("HIERARCHY\n" + filler * (500_000 // len(filler)))


@pytest.mark.parametrize("content", [b"", b"\x00" * 64, b"\x89PNG\r\n\x1a\n" + bytes(200), "ÿ".encode("utf-16")])
def test_files_that_are_no_text_are_refused(tmp_path, content):
    (tmp_path / "a.bvh").write_bytes(content)
    with pytest.raises(ClipError):
        read_bvh(tmp_path / "a.bvh")


def test_file_size_is_bounded(tmp_path, monkeypatch):
    root, turns = dance(2)
    (tmp_path / "a.bvh").write_text(write_bvh(root, turns))
    monkeypatch.setattr("motion.bvh.MAX_BYTES", 100)
    with pytest.raises(ClipError, match="100"):
        read_bvh(tmp_path / "a.bvh")


def test_a_block_of_more_numbers_than_it_says_is_not_read(tmp_path):
    text = write_bvh(*dance(2)).split("MOTION")[0] + "MOTION\nFrames: 1000\nFrame Time: 0.03\n" + "0 " * 5_000_000
    (tmp_path / "a.bvh").write_text(text)
    with little_effort(1), pytest.raises(ClipError, match="found 5000000 numbers"):
        load(tmp_path / "a.bvh")


@pytest.mark.parametrize("promised", [1, 2, 3])
def test_a_frame_more_or_less_than_promised_is_read(promised):
    _, values, _, said = parse(GOOD.replace("Frames: 2", f"Frames: {promised}"))
    assert values.tolist() == [[1, 2, 3], [4, 5, 6]]
    assert said == promised


@pytest.mark.parametrize("time", ["0", "33.333", "0,0333", "nan"])
def test_a_frame_rate_that_is_told_counts(time):
    assert parse(GOOD.replace("0.05", time), fps=30)[2] == 30


def test_what_stands_after_the_last_number_is_passed_over(tmp_path):
    text = write_bvh(*dance(12))
    found = []
    for end in ("", "\r\n\x1a\0"):
        (tmp_path / "a.bvh").write_text(text + end)
        found.append(read_bvh(tmp_path / "a.bvh").positions)
    np.testing.assert_array_equal(*found)


@pytest.mark.parametrize("lost", ["0.0", "nan", "-nan(ind)"])
@pytest.mark.parametrize("frames", [1, 6])
def test_lost_frames_are_filled(lost, frames, tmp_path):
    """Up to a fifth of a second, to 2 cm; the legs are in mid-swing."""
    root, turns = dance(60)
    lines = write_bvh(root, turns).rstrip().split("\n")
    for line in range(-20, -20 + frames):
        lines[line] = " ".join(lost for _ in lines[line].split())
    (tmp_path / "a.bvh").write_text("\n".join(lines))
    found = read_bvh(tmp_path / "a.bvh")
    assert f"of at most {frames / FPS:.2f} s filled" in found.reading
    np.testing.assert_allclose(found.positions, truth(root, turns), atol=0.02)


def test_a_frame_of_which_a_number_is_lost_is_lost(tmp_path):
    root, turns = dance(60)
    lines = write_bvh(root, turns).rstrip().split("\n")
    lines[-20] = lines[-20].rsplit(" ", 1)[0] + " nan"
    (tmp_path / "a.bvh").write_text("\n".join(lines))
    assert "22 gaps" in read_bvh(tmp_path / "a.bvh").reading


def test_frames_lost_at_the_end_are_cut_and_too_many_refused(tmp_path):
    lines = write_bvh(*dance(60)).rstrip().split("\n")
    noughts = " ".join("0" for _ in lines[-1].split())
    (tmp_path / "a.bvh").write_text("\n".join([*lines[:-6], *[noughts] * 6]))
    assert "0.20 s cut at the ends" in read_bvh(tmp_path / "a.bvh").reading
    (tmp_path / "a.bvh").write_text("\n".join([*lines[:-26], *[noughts] * 20, *lines[-6:]]))
    with pytest.raises(ClipError, match=r"missing for 0\.7 s"):
        read_bvh(tmp_path / "a.bvh")


def test_noughts_at_the_start_are_the_pose_of_a_rig(tmp_path):
    """Not lost, but for `motion.rig_pose` to judge."""
    root, turns = dance(60)
    lines = write_bvh(0 * root, turns).rstrip().split("\n")
    lines[-60:-54] = [" ".join("0" for _ in lines[-1].split())] * 6
    (tmp_path / "a.bvh").write_text("\n".join(lines))
    found = read_bvh(tmp_path / "a.bvh")
    assert len(found.positions) == 60
    assert "gap" not in found.reading


def test_noughts_after_nothing_but_a_lost_frame_are_a_pose_too(tmp_path):
    lines = write_bvh(*dance(60)).rstrip().split("\n")
    count = len(lines[-1].split())
    lines[-60:] = [" ".join(["nan"] * count), *[" ".join(["0"] * count)] * 59]
    (tmp_path / "a.bvh").write_text("\n".join(lines))
    found = read_bvh(tmp_path / "a.bvh")
    assert len(found.positions) == 59
    assert "cut at the ends" in found.reading
