"""BVH files out: places, as an independent reader sees them, and rotations that a body could make."""

import bvhio
import numpy as np
import pytest

from demo.gallery import Gallery
from motion import Clip, load
from motion.bvh import parse, pose
from motion.canonical import canonical
from motion.joint_rotations import joint_rotations
from motion.rest_pose import CHILDREN, NAMES, rest_offsets
from motion.skeleton import BONES, INDEX, JOINTS
from motion.stiffen import stiffen
from motion.write_bvh import write_bvh
from tests.motion.puppet import OFFSETS, dance, truth
from train.studio.choreographer import improvise
from train.studio.repertoire import load_moves

EXAMPLES = (
    "cmu_walk.bvh", "dab.bvh", "jumping.bvh", "marker_array_55.npy", "pybvh_test1.bvh", "wave_both_hands.bvh",
    "zombie.bvh",
)  # fmt: skip

KNEES_AND_ELBOWS = {
    "left_knee": (1, 0, 0), "right_knee": (1, 0, 0), "left_elbow": (0, -1, 0), "right_elbow": (0, 1, 0),
}  # fmt: skip
"""The axis in the T-pose about which each folds."""


def written(clip: Clip, path) -> Clip:
    write_bvh(clip, path / "a.bvh")
    return load(path / "a.bvh")


def off(clip: Clip, path) -> np.ndarray:
    """Metres (frames, 22) between a clip and what is read back of it."""
    back = written(clip, path)
    assert len(back) == len(clip)
    assert back.reading.endswith("23 joints, 22 of 22 matched by SMPL's names, Y up, metres.")
    return np.linalg.norm(back.positions - clip.positions, axis=2)


def turns(clip: Clip) -> tuple[np.ndarray, np.ndarray]:
    """The stiff places (frames, 22, 3) of a clip and the rotations (frames, 23, 3, 3) of its joints."""
    positions = clip.positions.astype(float)
    offsets = rest_offsets(positions)
    positions = stiffen(positions, offsets)
    return positions, joint_rotations(positions, offsets)


def angle(matrices: np.ndarray) -> np.ndarray:
    return np.degrees(np.arccos(np.clip((np.trace(matrices, axis1=-2, axis2=-1) - 1) / 2, -1, 1)))


@pytest.fixture(scope="module")
def dances() -> list[Clip]:
    """Every fortieth dance of the gallery, on the floor where `load` finds it: under some leaps that is elsewhere."""
    gallery = Gallery.load()
    return [canonical(gallery.clip(index)) for index in range(0, len(gallery), 40)]


def test_gallery_dances_come_back(dances, tmp_path):
    """Within 5 mm; 407 of 1,625 measured once: 1.9. (A gallery's places are rounded to a millimetre.)"""
    assert max(off(clip, tmp_path).max() for clip in dances) < 0.005


def test_studio_phrases_come_back(tmp_path):
    """Within a millimetre; 200 measured once: 0.3. The studio's bones are stiff."""
    load_moves()
    rng = np.random.default_rng(0)
    phrases = [Clip(improvise(rng, 1).positions, 20) for _ in range(15)]
    assert max(off(canonical(phrase), tmp_path).max() for phrase in phrases) < 0.001


@pytest.mark.parametrize("name", EXAMPLES)
def test_real_motion_comes_back(name, mocap, tmp_path):
    """Within half a centimetre; the worst measured is 4.6 mm."""
    assert off(load(mocap / "examples" / name), tmp_path).max() < 0.005


def test_bones_that_are_not_stiff_come_back_exactly(tmp_path):
    """Markers sit on skin: a recorded thigh was up to 35 mm longer or shorter than usual."""
    positions = canonical(Clip(truth(*dance(60)), 30)).positions.copy()
    positions[:, INDEX["left_knee"]] += 0.03 * np.sin(np.linspace(0, 9, len(positions)))[:, None]
    clip = canonical(Clip(positions, 20))
    assert off(clip, tmp_path).max() < 0.001
    theirs = seen_by_bvhio(tmp_path / "a.bvh", range(0, len(clip), 5))
    np.testing.assert_allclose(theirs, clip.positions[::5], atol=1e-3)


def seen_by_bvhio(path, frames) -> np.ndarray:
    """Places (len(frames), 22, 3) in the world, by a reader that shares nothing with this project."""
    hierarchy = bvhio.readAsHierarchy(str(path))
    places = []
    for frame in frames:
        hierarchy.loadPose(frame)
        joints = {joint.Name: np.array(joint.PositionWorld) for joint, _, _ in hierarchy.layout()}
        places.append([joints[name] for name in JOINTS])
    return np.array(places)


def test_an_independent_reader_sees_the_same_places(dances, tmp_path):
    for clip in dances[::6]:
        assert off(clip, tmp_path).max() < 0.005
        frames = range(0, len(clip), 5)
        theirs = seen_by_bvhio(tmp_path / "a.bvh", frames)
        tree, values, fps, _ = parse((tmp_path / "a.bvh").read_text())
        ours = pose(tree, values)[:, [tree.names.index(name) for name in JOINTS]]
        assert (fps, len(values)) == (20, len(clip))
        np.testing.assert_allclose(theirs, ours[list(frames)], atol=1e-5)


def test_the_rest_pose_is_a_t_pose_with_the_clips_bones():
    offsets = rest_offsets(truth(*dance(60)))
    for joint in range(1, len(JOINTS)):
        assert np.linalg.norm(offsets[joint]) == pytest.approx(np.linalg.norm(OFFSETS[joint]), abs=1e-4), JOINTS[joint]
    along = {"left_wrist": (1, 0, 0), "right_elbow": (-1, 0, 0), "left_knee": (0, -1, 0), "spine2": (0, 1, 0)}
    for name, axis in along.items():
        np.testing.assert_allclose(
            offsets[INDEX[name]], np.linalg.norm(offsets[INDEX[name]]) * np.array(axis), atol=1e-9
        )
    left, right = (offsets[INDEX[f"{side}_hip"]] for side in ("left", "right"))
    np.testing.assert_allclose(left, right * [-1, 1, 1], atol=0.002)
    assert left[0] > 0.05


def test_the_text_is_what_importers_expect(tmp_path):
    """Blender's reads line by line: a brace, the OFFSET and the CHANNELS on lines of their own, in this order."""
    write_bvh(canonical(Clip(truth(*dance(30)), 30)), tmp_path / "a.bvh")
    lines = (tmp_path / "a.bvh").read_text().splitlines()
    assert lines[:2] == ["HIERARCHY", "ROOT pelvis"]
    assert lines[4] == "\tCHANNELS 6 Xposition Yposition Zposition Zrotation Xrotation Yrotation"
    words = [line.split() for line in lines[: lines.index("MOTION")]]
    joints = [index for index, word in enumerate(words) if word[0] in ("ROOT", "JOINT")]
    assert sorted(words[index][1] for index in joints) == sorted(NAMES)
    for index in joints:
        assert [words[index + row][0] for row in (1, 2, 3)] == ["{", "OFFSET", "CHANNELS"]
    assert sum(word == ["End", "Site"] for word in words) == 5
    start = lines.index("MOTION")
    assert lines[start + 1 : start + 3] == ["Frames: 20", "Frame Time: 0.050000"]
    assert {len(line.split()) for line in lines[start + 3 :]} == {3 + 3 * len(NAMES)}
    assert not any(word.startswith("-0.0") and not float(word) for line in lines for word in line.split())


def test_rotations_do_not_flip(dances):
    """Where no bone near a joint swings by more than 25 degrees in a frame, no joint turns by more than 70; of all
    turns that the gallery's snappiest dances ask for, 99.9 % are under 45."""
    steps = []
    for clip in dances:
        positions, local = turns(clip)
        step = angle(np.swapaxes(local[:-1], -1, -2) @ local[1:])
        bones = np.zeros((len(positions), len(NAMES), 3))
        for parent, joint in BONES:
            bones[:, joint] = positions[:, joint] - positions[:, parent]
        bones /= np.maximum(np.linalg.norm(bones, axis=2, keepdims=True), 1e-9)
        swing = np.degrees(np.arccos(np.clip((bones[1:] * bones[:-1]).sum(axis=2), -1, 1)))
        swing[:, [0, -1]] = 0  # the pelvis and the lower back in it are at the end of no bone
        for joint in range(len(NAMES)):
            near = [joint, *CHILDREN[joint], *(below for child in CHILDREN[joint] for below in CHILDREN[child])]
            calm = swing[:, near].max(axis=1) < 25
            assert step[calm, joint].max(initial=0) < 70, NAMES[joint]
        steps.append(step.ravel())
    assert np.percentile(np.concatenate(steps), 99.9) < 45


def test_knees_and_elbows_fold_about_one_axis(dances):
    """Thighs and upper arms turn about themselves for it, as in a plié; so skin on this skeleton bends where it can."""
    for clip in dances:
        _, local = turns(clip)
        for name, axis in KNEES_AND_ELBOWS.items():
            matrices = local[:, NAMES.index(name)]
            bent = (angle(matrices) > 35) & (angle(matrices) < 150)
            about = np.stack(
                [matrices[:, (i + 2) % 3, (i + 1) % 3] - matrices[:, (i + 1) % 3, (i + 2) % 3] for i in range(3)],
                axis=1,
            )
            cos = about[bent] @ np.array(axis) / np.linalg.norm(about[bent], axis=1)
            assert cos.min(initial=1) > np.cos(np.radians(20)), name


def test_a_still_body_does_not_turn():
    clip = Clip(np.repeat(truth(*dance(3))[1:2], 40, 0), 20)
    _, local = turns(clip)
    np.testing.assert_allclose(local, np.tile(local[:1], (40, 1, 1, 1)), atol=1e-6)


def test_a_leg_that_swings_through_the_opposite_of_its_rest_does_not_flip():
    """A straight leg all round through overhead, a little to the side: the shortest arc would turn it by 180."""
    positions = np.repeat(truth(*dance(1)), 73, 0)
    circle = np.radians(np.arange(0, 365, 5))
    down = np.stack([np.full(73, 0.02), -np.cos(circle), np.sin(circle)], axis=1)
    for length, name in ((0.385, "left_knee"), (0.785, "left_ankle"), (0.9, "left_foot")):
        positions[:, INDEX[name]] = positions[:, INDEX["left_hip"]] + length * down
    _, local = turns(Clip(positions, 20))
    assert angle(np.swapaxes(local[:-1], -1, -2) @ local[1:])[:, INDEX["left_hip"]].max() < 15


def test_a_pelvis_between_its_hips_is_turned_by_the_spine():
    """As in rigs whose root lies on the line through the hip joints, about which those say nothing."""
    positions = truth(*dance(60))
    positions[:, 0] = (positions[:, INDEX["left_hip"]] + positions[:, INDEX["right_hip"]]) / 2
    _, local = turns(Clip(positions, 20))
    assert angle(np.swapaxes(local[:-1], -1, -2) @ local[1:])[:, 0].max() < 10
