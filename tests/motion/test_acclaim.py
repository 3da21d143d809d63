"""The puppet as CMU's two files, against scipy; dialects, and files that are broken or hostile."""

import re

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from motion import ClipError, load
from motion.amc import find_skeleton, pose, read_amc, read_motion
from motion.asf import parse_skeleton
from motion.recording import Told
from motion.skeleton import INDEX, JOINTS, PARENTS
from tests.motion.effort import little_effort
from tests.motion.puppet import OFFSETS, dance, truth

PARTS = {"hip": "hipjoint", "knee": "femur", "ankle": "tibia", "foot": "foot", "collar": "sternum",
         "shoulder": "clavicle", "elbow": "humerus", "wrist": "radius", "spine1": "lowerback", "spine2": "upperback",
         "spine3": "thorax", "neck": "lowerneck", "head": "upperneck"}  # fmt: skip
"""CMU's bone that ends in each of the puppet's joints; the collar's does not exist there."""

METRES = 0.0254 / 0.45
TWIST = (20, -30, 75)
"""Every bone's axis, so that C matters; applied about fixed X, Y, Z."""


def bone(joint: str) -> str:
    side, _, part = joint.rpartition("_")
    return side[:1] + PARTS[part]


def write_asf(length: float = 0.45, angle: str = "deg", offsets: np.ndarray = OFFSETS) -> str:
    per = 1 if angle == "deg" else np.pi / 180
    twist = " ".join(str(a * per) for a in TWIST)
    lines = ["# a puppet", ":version 1.10", ":name puppet", ":units", "  mass 1.0", f"  length {length}"]
    lines += [f"  angle {angle}", ":documentation", "  root begin end", ":root", "   order TX TY TZ RX RY RZ"]
    lines += ["   axis XYZ", "   position 0 0 0", "   orientation 0 0 0", ":bonedata"]
    for i, joint in enumerate(JOINTS[1:], start=1):
        size = np.linalg.norm(offsets[i])
        lines += ["  begin", f"     id {i}", f"     name {bone(joint)}"]
        lines += ["     direction " + " ".join(f"{x:.8f}" for x in offsets[i] / size)]
        lines += [f"     length {size / 0.0254 * length:.8f}", f"     axis {twist}  XYZ"]
        if PARENTS[i] > 0:
            lines += ["    dof rx ry rz", "    limits (-160.0 20.0)", "           (-70.0 70.0)", "           (-60 70)"]
        lines += ["  end"]
    lines += [":hierarchy", "  begin"]
    for i, joint in enumerate(JOINTS):
        children = [bone(JOINTS[c]) for c, parent in enumerate(PARENTS) if parent == i]
        if children:
            lines += ["    " + " ".join([bone(joint) if i else "root", *children])]
    return "\n".join([*lines, "  end", ""])


def write_amc(root: np.ndarray, turns: list[Rotation], length: float = 0.45, radians: bool = False) -> str:
    """A bone turns as the joint that it begins in; the bones of the pelvis turn with the root alone."""
    lines = ["#!OML:ASF puppet.ASF", ":FULLY-SPECIFIED", ":RADIANS" if radians else ":DEGREES"]
    twist = Rotation.from_euler("xyz", TWIST, degrees=True)
    for frame in range(len(root)):
        angles = turns[0][frame].as_euler("xyz", degrees=not radians)
        place = root[frame] / 0.0254 * length
        lines += [str(frame + 1), "root " + " ".join(f"{x:.6f}" for x in (*place, *angles))]
        for i, joint in enumerate(JOINTS[1:], start=1):
            if PARENTS[i] > 0:
                own = twist.inv() * turns[PARENTS[i]][frame] * twist
                lines += [bone(joint) + " " + " ".join(f"{x:.6f}" for x in own.as_euler("xyz", degrees=not radians))]
    return "\n".join([*lines, ""])


@pytest.fixture
def files(tmp_path):
    (tmp_path / "01.asf").write_text(write_asf())
    (tmp_path / "01_02.amc").write_text(write_amc(*dance(30)))
    return tmp_path


def test_joints_are_where_scipy_has_them(files):
    """To 2e-5 m, and every bone's far end is the joint that it should be: the trunk by rule, but near."""
    found = read_amc(files / "01_02.amc")
    places = truth(*dance(30))
    assert found.fps == 120
    assert found.reading.startswith("AMC with 01.asf, 30 frames taken as 120 fps, 22 bones, 16 of 22 matched by the na")
    for part in ("hip", "knee", "ankle", "foot", "shoulder", "elbow", "wrist"):
        for side in ("left", "right"):
            joint = INDEX[f"{side}_{part}"]
            np.testing.assert_allclose(found.positions[:, joint], places[:, joint], atol=2e-5, err_msg=part)
    np.testing.assert_allclose(found.positions[:, INDEX["head"]], places[:, INDEX["head"]], atol=2e-5)
    np.testing.assert_allclose(found.positions, places, atol=0.06)


@pytest.mark.parametrize(("length", "angle"), [(0.45, "deg"), (1.0, "deg"), (0.45, "rad")])
def test_units_are_those_of_the_files(length, angle, tmp_path):
    (tmp_path / "a.asf").write_text(write_asf(length, angle))
    (tmp_path / "a.amc").write_text(write_amc(*dance(8), length=length, radians=angle == "rad"))
    clip = load(tmp_path / "a.amc", Told(fps=20))
    assert "8 frames at 20 fps" in clip.reading
    assert clip.reading.endswith("Y up, metres.")


def test_all_bones_and_long_files_in_blocks(files, monkeypatch):
    skeleton = parse_skeleton((files / "01.asf").read_text())
    values = read_motion(files / "01_02.amc", skeleton)
    names = [each.name for each in skeleton.bones]
    found = pose(skeleton, values)
    order = [names.index("root" if i == 0 else bone(joint)) for i, joint in enumerate(JOINTS)]
    np.testing.assert_allclose(found[:, order] * METRES, truth(*dance(30)), atol=2e-5)
    monkeypatch.setattr("motion.blocks.BLOCK", 7)
    np.testing.assert_array_equal(pose(skeleton, values), found)


@pytest.mark.parametrize(
    ("amc", "asf", "taken"),
    [
        ("01_02.amc", ["01.asf", "02.asf"], "01.asf"),
        ("HDM_bd_01-01_01_120.amc", ["HDM_bd.asf", "HDM.asf"], "HDM_bd.asf"),
        ("walk.amc", ["walk.ASF", "run.asf"], "walk.ASF"),
        ("walk.amc", ["anything.asf"], "anything.asf"),
    ],
)
def test_the_skeleton_beside_it_is_found(amc, asf, taken, tmp_path):
    for name in asf:
        (tmp_path / name).write_text("")
    assert find_skeleton(tmp_path / amc).name == taken


@pytest.mark.parametrize("asf", [[], ["02.asf", "03.asf"]])
def test_without_its_skeleton_it_is_refused(asf, tmp_path):
    for name in asf:
        (tmp_path / name).write_text("")
    (tmp_path / "01_02.amc").write_text(write_amc(*dance(2)))
    with pytest.raises(ClipError, match=rf"01_02\.amc: found {len(asf)} skeletons beside it; .* needs its 01\.asf"):
        load(tmp_path / "01_02.amc")


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\n" + text.replace("  ", "\t"),
        lambda text: text.replace(":DEGREES\n", ""),
        lambda text: text.replace("\n1\n", "\n\n1\n# a comment\n"),
    ],
    ids=["crlf", "tabs", "no unit", "comments"],
)
def test_dialects_read_the_same(change, files):
    before = read_amc(files / "01_02.amc").positions
    for name in ("01.asf", "01_02.amc"):
        (files / name).write_bytes(change((files / name).read_text()).encode())
    np.testing.assert_array_equal(read_amc(files / "01_02.amc").positions, before)


def test_a_bone_called_root_makes_no_ring(files):
    (files / "01.asf").write_text((files / "01.asf").read_text().replace("lfemur", "root"))
    one_sentence(files / "01_02.amc", "'root' under :hierarchy twice or without a bone")


def one_sentence(path, says):
    with little_effort(), pytest.raises(ClipError, match=says) as caught:
        read_amc(path)
    assert "\n" not in str(caught.value)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("name lfemur", "name", "in its skeleton 01.asf, found the line 'end' among 3 bones"),
        ("name lfemur", "name ltibia", "twice or too many"),
        ("    lfemur ltibia", "    lfemur", "of which .* hang from the root"),
        ("    lfemur ltibia", "    lfemur ltibia ltibia", "twice or without a bone"),
        ("    lfemur ltibia", "    lfemur root", "twice or without a bone"),
        ("    root lhipjoint", "    lfoot lhipjoint", "of which .* hang from the root"),
        ("length 0.45", "length 0", "something missing or no number"),
        ("length 0.45", "length nan", "no unit of length"),
        ("direction", "direction x", "something missing or no number among 21"),
        ("     axis 20", "     axis nan", "not a finite number"),
        ("     axis 20", "     axis 1e300", "not a finite number"),
        ("XYZ\n    dof", "XXX\n    dof", "missing or no number"),
        ("dof rx ry rz", "dof rx rx", "degrees of freedom 'rx rx'; accepted are rx, ry, rz"),
        ("dof rx ry rz", "dof rx l", "accepted are rx, ry, rz"),
        ("position 0 0 0", "position 0 0", "missing or no number"),
        (":bonedata", ":bones", "twice or without a bone"),
        (":hierarchy", ":tree", "0 hang from the root"),
    ],
)
def test_broken_skeletons_say_what_is_wrong(old, new, says, files):
    text = (files / "01.asf").read_text()
    assert old in text
    (files / "01.asf").write_text(text.replace(old, new, 1))
    one_sentence(files / "01_02.amc", says)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda text: "", "0 bytes"),
        (lambda text: ":DEGREES\n", "no frames"),
        (lambda text: text.replace("lfemur", "wing", 1), "'wing .*' in the motion; 'wing' has 0 degrees"),
        (lambda text: text.replace("\nltibia ", "\nltibia 1 ", 1), "'ltibia' has 3 degrees of freedom"),
        (lambda text: text.replace("\nltibia ", "\nltibia x", 1), "'ltibia' has 3 degrees"),
        (lambda text: re.sub(r"\nltibia \S+", "\nltibia nan", text, count=1), "no finite numbers"),
        (lambda text: text[: text.rindex("ltibia")], "differs from the first in"),
        (lambda text: text[:-30], "degrees of freedom"),
        (lambda text: "x" * 1_000_000, "in the motion"),
        (lambda text: "1 " * 1_000_000, "in the motion"),
        (lambda text: "\x00\xff" * 1000, "in the motion"),
    ],
)
def test_broken_motions_say_what_is_wrong(change, says, files):
    (files / "01_02.amc").write_text(change((files / "01_02.amc").read_text()))
    one_sentence(files / "01_02.amc", says)


def test_sizes_are_bounded(files, monkeypatch):
    monkeypatch.setattr("motion.amc.MAX_FILE_FRAMES", 10)
    one_sentence(files / "01_02.amc", "more than 10 frames")
    monkeypatch.setattr("motion.amc.MAX_BYTES", 100)
    one_sentence(files / "01_02.amc", "1 to 100")
    monkeypatch.setattr("motion.amc.MAX_SKELETON", 100)
    one_sentence(files / "01_02.amc", "up to 100")


def test_a_long_chain_of_bones_needs_no_recursion(files):
    head = write_asf().split(":bonedata")[0]
    body = "begin\nname b%d\ndirection 0 1 0\nlength 1\naxis 0 0 0 XYZ\nend\n"
    text = head + ":bonedata\n" + "".join(body % i for i in range(900)) + ":hierarchy\nbegin\nroot b0\n"
    (files / "01.asf").write_text(text + "".join(f"b{i} b{i + 1}\n" for i in range(899)) + "end\n")
    (files / "01_02.amc").write_text("1\nroot 0 0 0 0 0 0\n")
    one_sentence(files / "01_02.amc", "two legs, two arms and a head")
