"""From controls to joints: the puppet and its strings. Knows nothing of moves, beats or words.

Controls are arrays over frames, named below. Angles are degrees, lengths metres unless a fraction of the leg is said.
The dancer's own frame has +Z ahead, +X to the left, +Y up; `yaw` turns it, growing to the left (counterclockwise from
above). The trunk is posed by angles; arms by angles, or with `grip` by where the hand is; legs that carry weight are
solved by inverse kinematics from where the feet stand, legs that gesture are posed by angles, and `free` passes from
the one to the other.
"""

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import gaussian_filter1d, minimum_filter1d

from motion.canonical import SOLE
from motion.limbs import two_bones
from motion.rotation import about, rotate, unit
from motion.skeleton import INDEX, JOINTS
from train.studio.dancer import Dancer

TRUNK = {
    "x": "place of the body on the floor, metres along world X",
    "z": "the same along world Z",
    "yaw": "where the body faces",
    "sway": "pelvis moved to the left of the body's place, metres",
    "forth": "pelvis moved ahead of it, metres",
    "drop": "pelvis lowered, as a fraction of the leg",
    "lean": "pelvis tipped forward",
    "tilt": "pelvis tipped to the left",
    "hip_turn": "pelvis turned to the left against the heading",
    "bend": "spine bent forward",
    "side": "spine bent to the left",
    "twist": "spine turned to the left",
    "chest": "rib cage pushed ahead of the hips, metres",
    "nod": "head forward",
    "head_tilt": "head to the left",
}
ARM = {
    "lift": "upper arm: 0 hangs, 90 level, 180 overhead",
    "plane": "where it lifts to: 0 ahead, 90 out to the side, 180 behind, below 0 across the body",
    "roll": "turn of the upper arm: at 0 the elbow folds ahead or up, at 90 an arm held out folds upward",
    "elbow": "elbow folded, 0 straight",
    "shrug": "shoulder raised",
    "round": "shoulder drawn forward",
    "grip": "0: the four angles above; 1: the hand is where the next three say, the elbow below it",
    "hand_out": "hand to the side of the breastbone (below 0: across), in arm's lengths",
    "hand_up": "hand above the shoulders, in arm's lengths",
    "hand_ahead": "hand ahead of the breastbone, in arm's lengths",
}
LEG = {
    "free": "0 stands or steps, 1 gestures with the four angles below",
    "hip": "thigh raised ahead (below 0: behind)",
    "out": "thigh raised to the side",
    "turnout": "knee turned outward",
    "knee": "knee folded",
    "point": "toes pointed, in the air",
    "heel": "heel raised, standing",
}
CONTROLS = tuple(TRUNK) + tuple(f"{side}_{name}" for side in "LR" for name in (*ARM, *LEG))

REST = dict.fromkeys(CONTROLS, 0.0)
for _side in "LR":
    REST |= {f"{_side}_lift": 4.0, f"{_side}_plane": 75.0, f"{_side}_point": 20.0}
    REST |= {f"{_side}_hand_out": 0.3, f"{_side}_hand_up": -0.5, f"{_side}_hand_ahead": 0.5}

LIMITS = {
    "drop": (-0.02, 0.62), "lean": (-35, 100), "tilt": (-30, 30), "hip_turn": (-50, 50), "bend": (-40, 95),
    "side": (-45, 45), "twist": (-70, 70), "chest": (-0.1, 0.1), "nod": (-45, 50), "head_tilt": (-40, 40),
    "lift": (-20, 185), "plane": (-50, 190), "roll": (-100, 130), "elbow": (0, 150), "shrug": (-10, 30),
    "round": (-25, 35), "grip": (0, 1), "free": (0, 1), "hip": (-125, 150), "out": (-30, 130), "turnout": (-35, 85),
    "knee": (0, 150), "point": (-25, 70), "heel": (0, 65),
}  # fmt: skip
"""How far a body goes, for every control that has a limit; what a score asks beyond is held there."""

SPINE = {"spine1": 0.215, "spine2": 0.265, "spine3": 0.110, "neck": 0.410}
"""Parts of the line from pelvis to neck, as fractions of `Dancer.spine`."""


@dataclass(frozen=True, eq=False)
class Foot:
    """Where one foot stands or swings: ball of the foot (frames, 3); yaw, pitch (heel raised above 0, toes below 0) in
    degrees (frames,); whether it carries weight (frames,)."""

    ball: np.ndarray
    yaw: np.ndarray
    pitch: np.ndarray
    planted: np.ndarray


def solve(dancer: Dancer, control: dict[str, np.ndarray], feet: dict[str, Foot], rise: np.ndarray) -> np.ndarray:
    """Joint positions float32 (frames, 22, 3) in the world.

    control: every name of `CONTROLS`, each (frames,). feet: "L" and "R". rise: metres (frames,) that a jump lifts the
    pelvis above where the legs would carry it.
    """
    frames = len(rise)
    joints = np.zeros((frames, len(JOINTS), 3))
    heading = about("y", control["yaw"])
    pelvis_turn = heading @ about("y", control["hip_turn"]) @ about("x", control["lean"]) @ about("z", -control["tilt"])
    ground = np.stack([control["x"], np.zeros(frames), control["z"]], axis=1)
    ground += rotate(heading, np.stack([control["sway"], np.zeros(frames), control["forth"]], axis=1))
    hips = {side: rotate(pelvis_turn, _hip_offset(dancer, side)) for side in "LR"}
    height = _pelvis_height(dancer, control, feet, ground, hips) + rise
    pelvis = ground + np.stack([np.zeros(frames), height, np.zeros(frames)], axis=1)

    joints[:, INDEX["pelvis"]] = pelvis
    chest_turn = _trunk(joints, dancer, control, pelvis_turn)
    for side, name, out in (("L", "left", 1), ("R", "right", -1)):
        _arm(joints, dancer, control, chest_turn, side, name, out)
        _leg(joints, dancer, control, heading, pelvis + hips[side], feet[side], side, name, out)
    return joints.astype(np.float32)


def _hip_offset(dancer: Dancer, side: str) -> np.ndarray:
    return np.array([dancer.hip if side == "L" else -dancer.hip, -dancer.hip_drop, 0.0])


def _level_foot(dancer: Dancer) -> np.ndarray:
    """From ankle to ball of a foot flat on the floor."""
    return np.array([0.0, SOLE - dancer.ankle, dancer.foot])


def _pelvis_height(dancer, control, feet, ground, hips) -> np.ndarray:
    """As high as posture and raised heels ask, and no higher than the legs reach that carry weight."""
    ankles = {side: _planted_ankle(dancer, feet[side]) for side in "LR"}
    carries = {side: feet[side].planted & (control[f"{side}_free"] < 0.5) for side in "LR"}
    base = np.min([np.where(carries[side], ankles[side][:, 1], np.inf) for side in "LR"], axis=0)
    base = gaussian_filter1d(np.where(np.isinf(base), dancer.ankle, base), 1.0, mode="nearest")
    height = base + dancer.leg * (0.995 - control["drop"]) + dancer.hip_drop
    reach = np.full(len(height), np.inf)
    for side in "LR":
        flat = np.linalg.norm((ground + hips[side] - ankles[side])[:, [0, 2]], axis=1)
        limit = ankles[side][:, 1] + np.sqrt(np.maximum((0.995 * dancer.leg) ** 2 - flat**2, 0.01)) - hips[side][:, 1]
        reach = np.where(carries[side], np.minimum(reach, limit), reach)
    held = minimum_filter1d(np.minimum(height, reach), 3, mode="nearest")
    return gaussian_filter1d(held, 0.8, mode="nearest")


def _trunk(joints, dancer, control, pelvis_turn) -> np.ndarray:
    """Place spine, neck and head; return the turn of the chest (frames, 3, 3)."""
    third = about("y", control["twist"] / 3) @ about("x", control["bend"] / 3) @ about("z", -control["side"] / 3)
    # The rib cage glides ahead when the low spine leans one way and the high spine leans back.
    slide = np.degrees(np.arcsin(np.clip(control["chest"] / (0.48 * dancer.spine), -0.6, 0.6)))
    turn, at = pelvis_turn @ about("x", slide), joints[:, INDEX["pelvis"]]
    for name, part in SPINE.items():
        at = at + rotate(turn, np.array([0.0, part * dancer.spine, 0.0]))
        joints[:, INDEX[name]] = at
        if name == "spine2":
            turn = turn @ about("x", -slide)
        if name != "neck":
            turn = turn @ third
    head = turn @ about("x", control["nod"]) @ about("z", -control["head_tilt"])
    joints[:, INDEX["head"]] = at + rotate(head, np.array([0.0, dancer.head * 0.93, dancer.head * 0.36]))
    return turn


def _arm(joints, dancer, control, chest, side, name, out) -> None:
    lift, plane, roll, elbow, shrug, forward, grip, *hand = (control[f"{side}_{part}"] for part in ARM)
    raised = np.clip(lift - 60, 0, 120) * 0.12 * (1 - grip) + shrug
    collar = joints[:, INDEX["spine3"]] + rotate(chest, np.array([out * 0.4 * dancer.shoulder, 0.20 * dancer.spine, 0]))
    girdle = chest @ about("y", -out * forward) @ about("z", out * raised)
    shoulder = collar + rotate(girdle, np.array([out * 0.6 * dancer.shoulder, 0.03, 0]))
    swing = about("y", out * plane) @ about("x", -lift) @ about("y", -out * plane)
    upper = chest @ swing @ about("y", out * roll)
    fore = upper @ about("x", -elbow)
    at_elbow = shoulder + rotate(upper, np.array([0, -dancer.upper_arm, 0]))
    wrist = at_elbow + rotate(fore, np.array([0, -dancer.forearm, 0]))

    arm = dancer.upper_arm + dancer.forearm
    place = np.stack([out * hand[0] * arm, hand[1] * arm, hand[2] * arm], axis=1)
    place[:, 1] += 0.20 * dancer.spine + 0.03
    target = joints[:, INDEX["spine3"]] + rotate(chest, place)
    target += rotate(chest, _detour(dancer, rotate(np.swapaxes(chest, 1, 2), target - shoulder)))
    high = np.clip(hand[1] / 0.8, 0, 1)  # the elbow of a hand overhead points out and ahead instead of down
    below = rotate(chest, np.stack([out * (0.5 + 0.5 * high), high - 1, 0.7 * high - 0.3], axis=1))
    grip_elbow, grip_wrist = two_bones(shoulder, target, below, dancer.upper_arm, dancer.forearm)
    weight = np.clip(grip, 0, 1)[:, None]
    wrist = (1 - weight) * wrist + weight * grip_wrist
    ahead = (1 - weight) * (at_elbow - shoulder) + weight * (grip_elbow - shoulder)
    at_elbow, wrist = two_bones(shoulder, wrist, ahead, dancer.upper_arm, dancer.forearm)
    for joint, at in (("collar", collar), ("shoulder", shoulder), ("elbow", at_elbow), ("wrist", wrist)):
        joints[:, INDEX[f"{name}_{joint}"]] = at


def _detour(dancer: Dancer, hand: np.ndarray) -> np.ndarray:
    """What leads a hand (frames, 3), seen from its shoulder in the chest's frame, past the shoulder in front of it.

    No hand comes closer than the elbow folds: it goes over a ball about the shoulder, from behind on a steep cone.
    """
    upper, lower, fold = dancer.upper_arm, dancer.forearm, np.radians(LIMITS["elbow"][1])
    closest = np.sqrt(upper**2 + lower**2 + 2 * upper * lower * np.cos(fold))
    aside = np.linalg.norm(hand[:, :2], axis=1)
    cone, ball = np.sqrt(5) * closest - 2 * aside, np.sqrt(np.maximum(closest**2 - aside**2, 0))
    front = np.where(aside < 2 / np.sqrt(5) * closest, ball, cone)
    return np.maximum(front - hand[:, 2], 0)[:, None] * [0, 0, 1]


def _planted_ankle(dancer: Dancer, foot: Foot) -> np.ndarray:
    raised = about("y", foot.yaw) @ about("x", np.maximum(foot.pitch, 0))
    return foot.ball - rotate(raised, _level_foot(dancer))


def _leg(joints, dancer, control, heading, hip, foot, side, name, out) -> None:
    free, flex, abduct, turnout, fold, point, _ = (control[f"{side}_{part}"] for part in LEG)
    free = np.clip(free, 0, 1)[:, None]
    thigh = heading @ about("z", out * abduct) @ about("x", -flex) @ about("y", out * turnout)
    shin = thigh @ about("x", fold)
    gesture = hip + rotate(thigh, np.array([0, -dancer.thigh, 0])) + rotate(shin, np.array([0, -dancer.shin, 0]))
    stand = about("y", foot.yaw)
    ankle = (1 - free) * _planted_ankle(dancer, foot) + free * gesture
    out_of_line = rotate(thigh @ about("x", fold / 2), np.array([0, 0, 1.0]))  # square to hip and ankle, however folded
    ahead = unit((1 - free) * rotate(stand, np.array([0, 0, 1.0])) + free * out_of_line)
    sole = (1 - free) * rotate(stand @ about("x", foot.pitch), _level_foot(dancer))
    sole = sole + free * rotate(shin @ about("x", point), _level_foot(dancer))
    sole = unit(sole) * np.linalg.norm(_level_foot(dancer))
    lowest = np.minimum(ankle[:, 1] - 0.5 * SOLE, (ankle + sole)[:, 1]) - SOLE
    ankle[:, 1] -= np.minimum(lowest, 0)
    knee, ankle = two_bones(hip, ankle, ahead, dancer.thigh, dancer.shin)
    for joint, place in (("hip", hip), ("knee", knee), ("ankle", ankle), ("foot", ankle + sole)):
        joints[:, INDEX[f"{name}_{joint}"]] = place
