"""The 22-joint body everyone in this project means by "a dancer".

Joint order is SMPL's first 22, as HumanML3D stores them. The frame is right-handed, metres, Y up; a dancer who
faces +Z has the left side at +X. (Rejected: Z up, as Blender and most optical systems have it.)
"""

JOINTS = (
    "pelvis", "left_hip", "right_hip", "spine1", "left_knee", "right_knee", "spine2", "left_ankle", "right_ankle",
    "spine3", "left_foot", "right_foot", "neck", "left_collar", "right_collar", "head", "left_shoulder",
    "right_shoulder", "left_elbow", "right_elbow", "left_wrist", "right_wrist",
)  # fmt: skip

PARENTS = (-1, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9, 12, 13, 14, 16, 17, 18, 19)

INDEX = {name: index for index, name in enumerate(JOINTS)}

BONES = tuple((parent, joint) for joint, parent in enumerate(PARENTS) if parent >= 0)

MIRROR = tuple(
    INDEX[name.replace("left", "right") if "left" in name else name.replace("right", "left")] for name in JOINTS
)
"""For each joint, the index of its counterpart on the other side of the body."""

FEET = tuple(INDEX[name] for name in ("left_ankle", "right_ankle", "left_foot", "right_foot"))
