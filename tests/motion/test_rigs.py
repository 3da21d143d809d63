"""One body under the names of many rigs, under no names at all, and with parts missing."""

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from motion import ClipError
from motion.bvh import read_bvh
from motion.rotation import unit
from motion.skeleton import INDEX, JOINTS, PARENTS
from motion.structure import path_to
from tests.motion.effort import little_effort
from tests.motion.puppet import OFFSETS, dance, truth, write_bvh


def renamed(pattern: str, parts: str) -> list[str]:
    """Names of a rig: `pattern` puts a side ("Left", "L" or "") and a part together, `parts` are in SMPL's order."""
    centre = iter(parts.split("/")[0].split())
    sided = dict(zip(("hip", "knee", "ankle", "foot", "collar", "shoulder", "elbow", "wrist"),
                     parts.split("/")[1].split(), strict=True))  # fmt: skip
    words = []
    for joint in JOINTS:
        side, _, part = joint.rpartition("_")
        words.append(pattern.format(side=side.title(), s=side[:1], part=sided[part]) if side else "")
    return [word or next(centre) for word in words]


RIGS = {
    "Mixamo": renamed(
        "mixamorig:{side}{part}",
        "mixamorig:Hips mixamorig:Spine mixamorig:Spine1 mixamorig:Spine2 mixamorig:Neck mixamorig:Head"
        "/UpLeg Leg Foot ToeBase Shoulder Arm ForeArm Hand",
    ),
    "LAFAN1": renamed(
        "{side}{part}", "Hips Spine Spine1 Spine2 Neck Head/UpLeg Leg Foot Toe Shoulder Arm ForeArm Hand"
    ),
    "Neuron with a prefix": renamed(
        "Robot_{side}{part}",
        "Robot_Hips Robot_Spine Robot_Spine1 Robot_Spine2 Robot_Neck Robot_Head"
        "/UpLeg Leg Foot Toe Shoulder Arm ForeArm Hand",
    ),
    "Rokoko": renamed(
        "{side}{part}", "Hips Spine1 Spine2 Spine3 Neck Head/Thigh Shin Foot Toe Shoulder Arm ForeArm Hand"
    ),
    "Bandai Namco": renamed(
        "{part}_{s}",
        "Hips Spine Chest UpperChest Neck Head/UpperLeg LowerLeg Foot Toes Shoulder UpperArm LowerArm Hand",
    ),
    "Unreal": renamed(
        "{part}_{s}",
        "pelvis spine_01 spine_02 spine_03 neck_01 head/thigh calf foot ball clavicle upperarm lowerarm hand",
    ),
    "Character Creator": renamed(
        "CC_Base_{s}_{part}",
        "CC_Base_Hip CC_Base_Waist CC_Base_Spine01 CC_Base_Spine02 CC_Base_NeckTwist01 CC_Base_Head"
        "/Thigh Calf Foot ToeBase Clavicle Upperarm Forearm Hand",
    ),
    "Biped": renamed(
        "Bip01 {s} {part}",
        "Bip01 Bip01_Spine Bip01_Spine1 Bip01_Spine2 Bip01_Neck Bip01_Head"
        "/Thigh Calf Foot Toe0 Clavicle UpperArm Forearm Hand",
    ),
    "VRM": renamed(
        "J_Bip_{side[0]}_{part}",
        "J_Bip_C_Hips J_Bip_C_Spine J_Bip_C_Chest J_Bip_C_UpperChest J_Bip_C_Neck J_Bip_C_Head"
        "/UpperLeg LowerLeg Foot ToeBase Shoulder UpperArm LowerArm Hand",
    ),
    "MVN": renamed(
        "{side} {part}", "Pelvis L5 L3 T8 Neck Head/UpperLeg LowerLeg Foot Toe Shoulder UpperArm Forearm Hand"
    ),
    "Xsens": renamed(
        "{side}{part}", "Hips Chest Chest2 Chest3 Neck Head/Hip Knee Ankle Toe Collar Shoulder Elbow Wrist"
    ),
    "Daz": renamed(
        "{s}{part}",
        "hip abdomenLower abdomenUpper chestLower neckLower head"
        "/ThighBend Shin Foot Toe Collar ShldrBend ForearmBend Hand",
    ),
    "MakeHuman": renamed(
        "{part}.{s}",
        "root spine05 spine03 spine01 neck01 head"
        "/upperleg01 lowerleg01 foot toe1-1 clavicle upperarm01 lowerarm01 wrist",
    ),
    "mocopi": renamed(
        "{s}_{part}",
        "root torso_1 torso_3 torso_6 neck_1 head/up_leg low_leg foot toes shoulder up_arm low_arm hand",
    ),
    "Blender": renamed(
        "{part}.{s}", "hips spine chest chest.001 neck head/thigh shin foot toe shoulder upper_arm forearm hand"
    ),
}

PLACED = ("pelvis", "spine1", "spine2", "spine3")
KEPT = [INDEX[name] for name in JOINTS if name not in PLACED]


@pytest.fixture(scope="module")
def motion_and_truth():
    root, turns = dance(12)
    return root, turns, truth(root, turns)


def read(tmp_path, text):
    (tmp_path / "a.bvh").write_text(text)
    return read_bvh(tmp_path / "a.bvh")


@pytest.mark.parametrize("rig", RIGS)
def test_every_rig_gives_the_same_body(rig, tmp_path, motion_and_truth):
    root, turns, places = motion_and_truth
    found = read(tmp_path, write_bvh(root, turns, names=RIGS[rig]))
    assert "18 of 22 matched" in found.reading
    np.testing.assert_allclose(found.positions[:, KEPT], places[:, KEPT], atol=2e-5)
    np.testing.assert_allclose(found.positions, places, atol=0.01)


@pytest.mark.parametrize("pattern", ["{}", "skel:{}", "SMPL_{}"])
def test_a_file_with_all_22_joints_is_taken_as_it_is(pattern, tmp_path, motion_and_truth):
    root, turns, places = motion_and_truth
    found = read(tmp_path, write_bvh(root, turns, names=[pattern.format(name) for name in JOINTS]))
    assert "22 of 22 matched by SMPL's names" in found.reading
    np.testing.assert_allclose(found.positions, places, atol=2e-5)


def test_smpls_short_names(tmp_path, motion_and_truth):
    root, turns, places = motion_and_truth
    names = [name.replace("left_", "L_").replace("right_", "R_").title() for name in JOINTS]
    found = read(tmp_path, write_bvh(root, turns, names=names))
    np.testing.assert_allclose(found.positions, places, atol=2e-5)


OWN_ENDS = {
    "Maya's AdvancedSkeleton": renamed(
        "{part}_{s}", "Root_M Spine1_M Spine2_M Chest_M Neck_M Head_M/Hip Knee Ankle Toes Scapula Shoulder Elbow Wrist"
    ),
    "Rigify": renamed(
        "DEF-{part}.{s}",
        "DEF-spine DEF-spine.001 DEF-spine.002 DEF-spine.003 DEF-spine.004 DEF-spine.006"
        "/thigh shin foot toe shoulder upper_arm forearm hand",
    ),
}
"""Rigs whose necks, heads or toes have names of their own, which the shape of the tree finds."""


@pytest.mark.parametrize("rig", OWN_ENDS)
def test_ends_that_names_leave_out_are_seen_in_the_tree(rig, tmp_path, motion_and_truth):
    root, turns, places = motion_and_truth
    found = read(tmp_path, write_bvh(root, turns, names=OWN_ENDS[rig]))
    assert "and the shape of the tree" in found.reading
    ends = [INDEX[name] for name in ("neck", "head", "left_foot", "right_foot", "left_knee", "right_wrist")]
    np.testing.assert_allclose(found.positions[:, ends], places[:, ends], atol=2e-5)


def test_a_head_without_a_neck_is_the_head(tmp_path, motion_and_truth):
    root, turns, _ = motion_and_truth
    keep = [i for i, name in enumerate(JOINTS) if name != "neck"]
    parents = [keep.index(PARENTS[i]) if PARENTS[i] in keep else keep.index(INDEX["spine3"]) for i in keep]
    parents[0], offsets, names = -1, OFFSETS.copy(), [RIGS["LAFAN1"][i] for i in keep]
    offsets[INDEX["head"]] += offsets[INDEX["neck"]]
    body = (root, [turns[i] for i in keep])
    found = read(
        tmp_path, write_bvh(*body, names, parents, offsets[keep], ends={keep.index(INDEX["head"]): (0, 0.2, 0)})
    )
    assert "neck placed by rule" in found.reading
    places = truth(*body, offsets[keep], parents)
    np.testing.assert_allclose(found.positions[:, INDEX["head"]], places[:, keep.index(INDEX["head"])], atol=2e-5)
    assert np.linalg.norm(found.positions[:, INDEX["head"]] - found.positions[:, INDEX["neck"]], axis=1).min() > 0.05


def with_twists(names, turns) -> tuple[list[str], list, list[int], np.ndarray]:
    """A puppet's names, turns, parents and offsets with a joint more half way down each long bone, which turns it."""
    names, turns, parents, offsets = list(names), list(turns), list(PARENTS), list(OFFSETS)
    for part in ("knee", "elbow", "wrist"):
        for joint in (INDEX[f"left_{part}"], INDEX[f"right_{part}"]):
            names.append(f"{names[parents[joint]]}Twist")
            parents.append(parents[joint])
            offsets.append(offsets[joint] / 2)
            turns.append(Rotation.from_rotvec(np.outer(np.linspace(0, 1, len(turns[0])), unit(offsets[joint]))))
            turns[joint] = turns[-1].inv() * turns[joint]
            offsets[joint], parents[joint] = offsets[joint] / 2, len(names) - 1
    order = sorted(range(len(names)), key=lambda joint: (len(path_to(parents, joint)), joint))
    place = {joint: index for index, joint in enumerate(order)}
    links = [place.get(parents[joint], -1) for joint in order]
    return [names[joint] for joint in order], [turns[joint] for joint in order], links, np.array(offsets)[order]


@pytest.mark.parametrize("rig", ["Daz", "MakeHuman", "no names"])
def test_joints_that_twist_a_limb_are_no_joints_of_the_body(rig, tmp_path, motion_and_truth):
    root, turns, places = motion_and_truth
    named = RIGS.get(rig) or [f"bone{i}" for i in range(22)]
    names, turns, parents, offsets = with_twists(named, turns)
    found = read(tmp_path, write_bvh(root, turns, names, parents, offsets))
    limbs = [INDEX[name] for name in JOINTS if name not in PLACED and "collar" not in name]
    np.testing.assert_allclose(found.positions[:, limbs], places[:, limbs], atol=2e-5)


def test_a_leg_that_is_never_bent_has_a_knee(tmp_path):
    root, turns = dance(12)
    turns = [
        Rotation.identity(12) if name.endswith(("knee", "elbow")) else turn
        for name, turn in zip(JOINTS, turns, strict=True)
    ]
    found = read(tmp_path, write_bvh(root, turns, names=[f"bone{i}" for i in range(22)]))
    knees = [INDEX["left_knee"], INDEX["right_knee"]]
    np.testing.assert_allclose(found.positions[:, knees], truth(root, turns)[:, knees], atol=2e-5)


def with_more(text: str, parent: str, names: list[str]) -> str:
    """The text of a BVH file with stiff bones more on a joint."""
    bones = "".join(
        f"JOINT {name}\n{{\nOFFSET 0.1 0.5 -0.2\nCHANNELS 0\nEnd Site\n{{\nOFFSET 0 0.4 0\n}}\n}}\n" for name in names
    )
    at = text.index("CHANNELS", text.index(f" {parent}\n"))
    end = text.index("\n", at) + 1
    return text[:end] + bones + text[end:]


@pytest.mark.parametrize(
    ("rig", "parent", "names"),
    [
        ("Neuron with a prefix", "Robot_Head", ["Hair_01"]),
        ("Neuron with a prefix", "Robot_RightHand", ["Prop_Stick"]),
        ("Neuron with a prefix", "Robot_Hips", ["Skirt_F", "Skirt_B", "LeftFoot"]),
        ("VRM", "J_Bip_C_Hips", [f"J_Sec_{side}_SkirtFront0_0{i}" for side in "LR" for i in (1, 2)]),
        ("VRM", "J_Bip_C_Head", ["J_Adj_L_FaceEye", *(f"J_Sec_Hair{i}_01" for i in range(60))]),
        ("LAFAN1", "LeftHand", [f"LeftHandFinger{i}" for i in range(30)]),
    ],
)
def test_bones_of_other_names_hide_no_prefix(rig, parent, names, tmp_path, motion_and_truth):
    root, turns, places = motion_and_truth
    found = read(tmp_path, with_more(write_bvh(root, turns, names=RIGS[rig]), parent, names))
    assert "18 of 22 matched by the names" in found.reading
    np.testing.assert_allclose(found.positions[:, KEPT], places[:, KEPT], atol=2e-5)


def test_a_joint_on_its_parent_is_no_place(tmp_path, motion_and_truth):
    """As in CMU's files, where Neck, LHipJoint and LeftShoulder turn their parent and Neck1 is the neck."""
    root, turns, places = motion_and_truth
    names, parents, offsets, turned = list(RIGS["LAFAN1"]), list(PARENTS), OFFSETS.tolist(), list(turns)
    neck = INDEX["neck"]
    names[neck] = "Neck1"
    names.append("Neck")
    parents.append(parents[neck])
    parents[neck] = len(names) - 1
    offsets.append([0, 0, 0])
    turned.append(turns[0] * turns[0].inv())
    text = write_bvh(root, turned, names, parents, np.array(offsets))
    np.testing.assert_allclose(read(tmp_path, text).positions[:, KEPT], places[:, KEPT], atol=2e-5)


@pytest.mark.parametrize("prefixes", [("Anna_", "Ben_"), ("Anna:", "Ben:"), ("", "")])
@pytest.mark.parametrize("lacking", [0, 1])
def test_of_two_bodies_under_one_root_the_fullest_is_read(prefixes, lacking, tmp_path, motion_and_truth):
    root, turns, places = motion_and_truth
    keep = list(range(22 - lacking))  # without a hand, which no end site stands in for
    names = ["Scene", *(prefixes[0] + JOINTS[i] for i in keep), *(prefixes[1] + name for name in JOINTS)]
    parents = [
        -1,
        *(PARENTS[i] + 1 for i in keep),
        *(1 + len(keep) + parent if parent >= 0 else 0 for parent in PARENTS),
    ]
    offsets = np.concatenate([np.zeros((1, 3)), OFFSETS[keep], OFFSETS + np.eye(22, 1) * [3, 0, 0]])
    turned = [turns[0] * turns[0].inv(), *(turns[i] for i in keep), *turns]
    found = read(tmp_path, write_bvh(root, turned, names, parents, offsets))
    assert f"of '{prefixes[lacking] or 'pelvis'}" in found.reading
    assert "the fullest of 2 subjects" in found.reading
    np.testing.assert_allclose(found.positions, places + lacking * np.array([3, 0, 0]), atol=2e-5)


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_names_that_say_nothing_leave_the_shape(seed, tmp_path):
    root, turns = dance(12, seed)
    places = truth(root, turns)
    found = read(tmp_path, write_bvh(root, turns, names=[f"bone{i}" for i in range(22)]))
    assert "shape of the tree" in found.reading
    limbs = [INDEX[name] for name in JOINTS if name not in PLACED and "collar" not in name]
    np.testing.assert_allclose(found.positions[:, limbs], places[:, limbs], atol=2e-5)


def test_without_toes_knees_say_what_is_left(tmp_path):
    root, turns = dance(12)
    places = truth(root, turns)
    keep = [i for i, name in enumerate(JOINTS) if "foot" not in name]
    parents = [keep.index(PARENTS[i]) if PARENTS[i] >= 0 else -1 for i in keep]
    text = write_bvh(root, [turns[i] for i in keep], [f"bone{i}" for i in keep], parents, OFFSETS[keep])
    found = read(tmp_path, text).positions
    for name in ("left_knee", "right_wrist"):
        np.testing.assert_allclose(found[:, INDEX[name]], places[:, INDEX[name]], atol=2e-5)
    for side in ("left", "right"):
        off = found[:, INDEX[f"{side}_foot"]] - places[:, INDEX[f"{side}_foot"]]
        assert np.linalg.norm(off, axis=1).max() < 0.1


def test_end_sites_stand_in_for_hands_and_toes(tmp_path):
    root, turns = dance(12)
    places = truth(root, turns)
    gone = ("foot", "wrist")
    keep = [i for i, name in enumerate(JOINTS) if not name.endswith(gone)]
    parents = [keep.index(PARENTS[i]) if PARENTS[i] >= 0 else -1 for i in keep]
    ends = {keep.index(PARENTS[i]): OFFSETS[i] for i, name in enumerate(JOINTS) if name.endswith(gone)}
    names = [RIGS["LAFAN1"][i] for i in keep]
    found = read(tmp_path, write_bvh(root, [turns[i] for i in keep], names, parents, OFFSETS[keep], ends=ends))
    np.testing.assert_allclose(found.positions[:, KEPT], places[:, KEPT], atol=2e-5)


def test_a_tree_that_is_no_body_is_named(tmp_path):
    root, turns = dance(3)
    keep = [i for i, name in enumerate(JOINTS) if not name.endswith(("elbow", "wrist"))]
    parents = [keep.index(PARENTS[i]) if PARENTS[i] >= 0 else -1 for i in keep]
    names = [RIGS["LAFAN1"][i] for i in keep]
    with pytest.raises(ClipError, match=r"Hips.*without left_elbow, right_elbow, left_wrist, right_wrist"):
        read(tmp_path, write_bvh(root, [turns[i] for i in keep], names, parents, OFFSETS[keep]))


def test_a_snake_is_no_body(tmp_path):
    root, turns = dance(3)
    text = write_bvh(root, turns[:9], [f"link{i}" for i in range(9)], range(-1, 8), np.ones((9, 3)))
    with pytest.raises(ClipError, match="two legs, two arms and a head"):
        read(tmp_path, text)


def test_a_sword_is_no_arm(tmp_path):
    """Nothing names it, and its point and the hand's end would be both hands of one arm."""
    root, turns = dance(12)
    turns = [*turns, *[Rotation.identity(12)] * 2]
    parents, offsets = [*PARENTS, INDEX["left_wrist"], 22], np.concatenate([OFFSETS, [[0.1, 0.2, 0], [0, 1.2, 0]]])
    names, ends = [f"bone{i}" for i in range(24)], {INDEX["left_wrist"]: (0.1, 0, 0)}
    with pytest.raises(ClipError, match="two legs, two arms and a head"):
        read(tmp_path, write_bvh(root, turns, names, parents, offsets, ends=ends))


def test_names_that_begin_alike_in_hundreds_of_ways_cost_little(tmp_path):
    """Nearly as many joints and end sites as a file may have, each name beginning with the one before."""
    names = ["ppp" + "q" * i for i in range(490)]
    offsets = np.array([[i, 1.0, 0] for i in range(490)])
    text = write_bvh(*(np.zeros((2, 3)), [Rotation.identity(2)] * 490), names, [-1, *[0] * 489], offsets)
    with little_effort(), pytest.raises(ClipError, match="two legs, two arms and a head"):
        read(tmp_path, text)
