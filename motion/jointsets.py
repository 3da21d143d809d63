"""The joint sets that arrays of positions come in: how many rows, in which order, at which usual frame rate.

A set is a row of `JOINT_SETS`. Rows that are joints of `motion.skeleton` bear our names, the others their own; the rest
of the 22 is a mean of rows or is placed by `motion.anatomy`. Sources of the orders:

- humanml3d: `new_joints` of HumanML3D (Guo et al. 2022), SMPL's first 22. smpl: Loper et al. 2015, and AIST++ at 60.
  smplh, smplx: with hands, and a face (Romero et al. 2017; Pavlakos et al. 2019), as from AMASS's files.
- lafan1: the 22 joints of LAFAN1's BVH files in their order (Harvey et al. 2020).
- kit: KIT-ML's Master Motor Map joints, `mmm_joints` in TEMOS (Petrovich et al. 2022), which also says that BLN is
  SMPL's neck and BUN its head. Its files are in millimetres.
- coco: COCO's keypoints, as `keypoints3d` of AIST++ (Li et al. 2021) has them.
- mediapipe: the 33 landmarks of MediaPipe Pose (BlazePose; use its world landmarks, which are in metres).
- human3.6m: the 17 joints that move, `H36M_NAMES` in 3d-pose-baseline (Martinez et al. 2017) and VideoPose3D. There
  "thorax" lies at the base of the neck, and "nose" is the mocap skeleton's head joint. human3.6m-32: all 32, some of
  them twice in one place.
- body25: OpenPose's BODY_25 (Cao et al. 2019); its neck is the middle of the shoulders.
- kinect: the 25 joints of Kinect v2, `JointType` in its SDK. azure: the 32 of Azure Kinect, `k4abt_joint_id_t`.
- cmu: the 31 joints of the CMU database in its BVH conversion (Hahn), each where its bone begins. cmu-asf: its ASF
  skeletons, each where its bone ends, as AMC parsers give them.
- markers55 and markers53: the notebook's optical markers, see `motion.markers`.
"""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import numpy as np

from motion.anatomy import complete
from motion.markers import FPS as MARKER_FPS
from motion.markers import NAMES, OPTICAL, to_joints
from motion.skeleton import JOINTS


class JointSet(NamedTuple):
    """rows: how many. fps: the usual frame rate. place: (frames, rows, 3) to (frames, 22, 3), same axes and unit.

    confidence: whether the set comes from cameras, which may add a fourth number to each position. features: whether
    the set has any, see `motion.features`.
    """

    rows: int
    fps: float
    place: Callable[[np.ndarray], np.ndarray]
    confidence: bool = False
    features: bool = False

    @cache  # noqa: B019, the sets are constants
    def used(self) -> list[int]:
        """The rows that any joint is made of, since one moves when they do: others may be missing."""
        some = np.random.default_rng(0).normal(size=(1, self.rows, 3))
        moved = [some + np.eye(self.rows)[None, row, :, None] for row in range(self.rows)]
        return [row for row in range(self.rows) if (self.place(moved[row]) != self.place(some)).any()]


def _named(
    fps: float, rows: str, trunk: str = "", confidence: bool = False, features: bool = False, **means: str
) -> JointSet:
    """A set from its rows' names in order, which of them lie between hips and neck, and which joints are means."""
    index = {name: row for row, name in enumerate(rows.split())}
    places = {
        joint: [index[name] for name in means.get(joint, joint).split()] for joint in {*index, *means} & {*JOINTS}
    }
    between = [index[name] for name in trunk.split()]

    def place(points: np.ndarray) -> np.ndarray:
        joints = {joint: points[:, own].mean(axis=1) for joint, own in places.items()}
        return complete(joints, points[:, between])

    return JointSet(len(index), fps, place, confidence, features)


def _begins(rows: int, fps: float) -> JointSet:
    """A set that begins with our joints: SMPL's, whatever hands and faces come after."""
    return JointSet(rows, fps, lambda points: points[:, : len(JOINTS)])


JOINT_SETS = {
    "humanml3d": JointSet(len(JOINTS), 20, lambda points: points, features=True),
    "smpl": _begins(24, 30),
    "smplh": _begins(52, 30),
    "smplx": _begins(55, 30),
    "lafan1": _named(
        30,
        "pelvis left_hip left_knee left_ankle left_foot right_hip right_knee right_ankle right_foot spine1 spine2 "
        "spine3 neck head left_collar left_shoulder left_elbow left_wrist right_collar right_shoulder right_elbow "
        "right_wrist",
    ),
    "kit": _named(
        12.5,
        "root BP BT neck head left_shoulder left_elbow left_wrist right_shoulder right_elbow right_wrist "
        "left_hip left_knee left_ankle LMrot left_foot right_hip right_knee right_ankle RMrot right_foot",
        trunk="BP BT",
        features=True,
    ),
    "coco": _named(
        60,
        "nose left_eye right_eye left_ear right_ear left_shoulder right_shoulder left_elbow right_elbow left_wrist "
        "right_wrist left_hip right_hip left_knee right_knee left_ankle right_ankle",
        head="left_ear right_ear",
        confidence=True,
    ),
    "mediapipe": _named(
        30,
        "nose left_eye_inner left_eye left_eye_outer right_eye_inner right_eye right_eye_outer left_ear right_ear "
        "mouth_left mouth_right left_shoulder right_shoulder left_elbow right_elbow left_wrist right_wrist left_pinky "
        "right_pinky left_index right_index left_thumb right_thumb left_hip right_hip left_knee right_knee left_ankle "
        "right_ankle left_heel right_heel left_foot right_foot",
        head="left_ear right_ear",
        confidence=True,
    ),
    "human3.6m": _named(
        50,
        "hips right_hip right_knee right_ankle left_hip left_knee left_ankle spine neck head head_top left_shoulder "
        "left_elbow left_wrist right_shoulder right_elbow right_wrist",
        trunk="spine",
    ),
    "human3.6m-32": _named(
        50,
        "hips right_hip right_knee right_ankle right_foot right_toes left_hip left_knee left_ankle left_foot left_toes "
        "hips_again spine neck head head_top left_clavicle left_shoulder left_elbow left_wrist left_wrist_again "
        "left_thumb left_hand left_hand_again right_clavicle right_shoulder right_elbow right_wrist right_wrist_again "
        "right_thumb right_hand right_hand_again",
        trunk="spine",
    ),
    "body25": _named(
        30,
        "nose neck right_shoulder right_elbow right_wrist left_shoulder left_elbow left_wrist hips right_hip "
        "right_knee right_ankle left_hip left_knee left_ankle right_eye left_eye right_ear left_ear left_foot "
        "left_small_toe left_heel right_foot right_small_toe right_heel",
        head="left_ear right_ear",
        confidence=True,
    ),
    "kinect": _named(
        30,
        "hips middle neck head left_shoulder left_elbow left_wrist left_hand right_shoulder right_elbow right_wrist "
        "right_hand left_hip left_knee left_ankle left_foot right_hip right_knee right_ankle right_foot chest "
        "left_fingers left_thumb right_fingers right_thumb",
        trunk="middle",
    ),
    "azure": _named(
        30,
        "hips navel chest neck left_clavicle left_shoulder left_elbow left_wrist left_hand left_fingers left_thumb "
        "right_clavicle right_shoulder right_elbow right_wrist right_hand right_fingers right_thumb left_hip left_knee "
        "left_ankle left_foot right_hip right_knee right_ankle right_foot head nose left_eye left_ear right_eye "
        "right_ear",
        trunk="navel chest",
    ),
    "cmu": _named(
        120,
        "Hips LHipJoint left_hip left_knee left_ankle left_foot RHipJoint right_hip right_knee right_ankle right_foot "
        "LowerBack Spine Spine1 Neck neck head LeftShoulder left_shoulder left_elbow left_wrist LeftFingerBase "
        "LeftHandIndex1 LThumb RightShoulder right_shoulder right_elbow right_wrist RightFingerBase RightHandIndex1 "
        "RThumb",
        trunk="Hips Spine Spine1",
    ),
    "cmu-asf": _named(
        120,
        "root left_hip left_knee left_ankle left_foot ltoes right_hip right_knee right_ankle right_foot rtoes "
        "lowerback upperback thorax neck head head_top left_shoulder left_elbow left_wrist lwrist lhand lfingers "
        "lthumb right_shoulder right_elbow right_wrist rwrist rhand rfingers rthumb",
        trunk="root lowerback upperback thorax",
    ),
    "markers55": JointSet(len(NAMES), MARKER_FPS, lambda points: to_joints(points[:, OPTICAL])),
    "markers53": JointSet(len(OPTICAL), MARKER_FPS, to_joints),
}
"""A new set is a new row."""
