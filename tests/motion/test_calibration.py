"""Set-up poses at the start are left out; a person who stands with arms out is not."""

import numpy as np
import pytest

from motion.calibration import held_pose, starts_apart
from motion.orient import upright
from motion.recording import Recording
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
    assert f", 1.0 s of {name} at the start left out, centimetres." in clip.reading


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
    clip = upright(Recording(posed, FPS, "array"))
    assert "calibration" in clip.reading
    assert len(clip) == 30
