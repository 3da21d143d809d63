"""Set-up poses at the start are left out; a person who stands with arms out is not."""

import numpy as np
import pytest

from motion.orient import upright
from motion.recording import Recording
from motion.rig_pose import held_pose, starts_apart
from motion.rotation import about
from motion.skeleton import INDEX
from tests.motion.puppet import OFFSETS, dance, truth

FPS = 30


@pytest.fixture(scope="module")
def body():
    return truth(*dance(40))


def rig(degrees: float = 0, elbow: float = 0) -> np.ndarray:
    """The puppet's rest pose (22, 3), arms lowered from a T, elbows bent ahead."""
    pose = np.array(truth(*dance(1))[0])
    for joint, parent in enumerate((-1, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9, 12, 13, 14, 16, 17, 18, 19)):
        pose[joint] = OFFSETS[joint] + (pose[parent] if parent >= 0 else [0, 0.93, 0])
    for side, sign in (("left", -1), ("right", 1)):
        shoulder, joint, wrist = (pose[INDEX[f"{side}_{part}"]] for part in ("shoulder", "elbow", "wrist"))
        fore = about("y", sign * elbow) @ (wrist - joint)
        joint[:] = shoulder + about("z", sign * degrees) @ (joint - shoulder)
        wrist[:] = joint + about("z", sign * degrees) @ fore
    return pose


def begun(pose: np.ndarray, seconds: float, body: np.ndarray, sway: float = 0) -> np.ndarray:
    """A pose held for some time, with every joint swaying by some metres, then the dance."""
    frames = round(seconds * FPS)
    time = np.arange(frames)[:, None, None]
    return np.concatenate([pose + sway * np.sin(time * 0.3 + np.arange(22)[:, None]), body])


@pytest.mark.parametrize(("degrees", "name"), [(0, "T-pose"), (10, "T-pose"), (45, "A-pose")])
def test_a_rigs_pose_is_cut_and_said(degrees, name, body):
    recording = begun(rig(degrees), 1.0, body)
    assert held_pose(recording, FPS) == (30, name)
    clip = upright(Recording(recording * 100, FPS, "BVH"))
    assert len(clip) == len(body)
    assert f", 1.00 s of {name} at the start left out, centimetres." in clip.reading


@pytest.mark.parametrize("degrees", [30, 45, 55])
def test_shoulders_may_be_much_broader_than_hips(degrees, body):
    pose = rig(degrees)
    for side, out in (("left", 0.06), ("right", -0.06)):
        pose[[INDEX[f"{side}_{part}"] for part in ("shoulder", "elbow", "wrist")]] += [out, 0, 0]
    assert held_pose(begun(pose, 0.5, body), FPS) == (15, "A-pose")


@pytest.mark.parametrize("fps", [24, 30, 60, 120])
@pytest.mark.parametrize("frames", [2, 5])
@pytest.mark.parametrize(("degrees", "name"), [(0, "T-pose"), (45, "A-pose")])
def test_a_few_frames_of_a_rigs_pose_are_cut_where_the_dance_jumps_from_them(degrees, name, frames, fps):
    body = truth(*dance(round(40 / FPS * fps))) + np.array([0, 0, 0.3])
    recording = begun(rig(degrees), frames / FPS, body)
    assert held_pose(recording, fps) == (frames, name)
    clip = upright(Recording(recording, fps, "BVH"))
    assert len(clip) == len(body)
    assert f", {frames / fps:.2f} s of {name} at the start left out" in clip.reading


def test_a_single_frame_of_a_rigs_pose_is_cut_at_a_high_rate():
    """16 mm, then 4 mm a frame: at 240 frames a second, nothing goes far in one."""
    places = np.array([0, *range(4, 200)])[:, None, None] * [0.004, 0, 0]
    assert held_pose(rig() + places, 240) == (1, "T-pose")
    assert not starts_apart(rig() + places)


@pytest.mark.parametrize("frames", [1, 5, 7])
@pytest.mark.parametrize("seconds", [0.2, 0.5])
def test_a_dance_that_moves_out_of_a_t_pose_keeps_it(frames, seconds, body):
    """Arms lowered at up to 4 m/s, at once, from a pose as still as a picture."""
    lowering = [rig(degrees) for degrees in np.linspace(0, 80, round(seconds * FPS))]
    recording = np.stack([rig()] * (frames - 1) + lowering + [rig(80)] * 10)
    assert held_pose(recording, FPS) == (0, "")
    assert len(upright(Recording(recording, FPS, "BVH"))) == len(recording)


@pytest.mark.parametrize(
    "recording",
    [
        lambda body: begun(rig(), 1.0, body, sway=0.002),
        lambda body: begun(rig(), 0.2, body),
        lambda body: begun(rig(85), 1.0, body),
        lambda body: begun(rig(-40), 1.0, body),
        lambda body: begun(rig(0, elbow=40), 1.0, body),
        lambda body: begun(rig(), 1.0, body[:0]),
        lambda body: begun(body[10], 1.0, body),
        lambda body: body,
    ],
    ids=["a person's", "too short", "arms hang", "arms raised", "elbows bent", "nothing else", "another pose", "none"],
)
def test_what_may_be_dance_stays(recording, body):
    assert held_pose(recording(body), FPS) == (0, "")


def test_a_first_frame_that_jumps_is_left_out(body):
    posed = np.concatenate([truth(*dance(40, seed=9))[20:21] + np.array([0.3, 0, 0]), body[10:]])
    assert starts_apart(posed)
    assert not starts_apart(body)
    assert not starts_apart(body[::6])
    clip = upright(Recording(posed, FPS, "array"))
    assert "calibration" in clip.reading
    assert len(clip) == 30
