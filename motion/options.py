"""The options by which every command takes what the user knows of a motion file."""

import argparse

from motion.jointsets import JOINT_SETS
from motion.orient import TO_Y_UP
from motion.recording import FPS_RANGE, Told


def add_told(parser: argparse.ArgumentParser) -> None:
    """Add --joints, --fps and --up to a command that reads motion files."""
    group = parser.add_argument_group("what is known of the files", "Whatever is left out is found out.")
    group.add_argument(
        "--joints", choices=JOINT_SETS, metavar="NAME", help=f"the joint set of arrays: {', '.join(JOINT_SETS)}"
    )
    group.add_argument("--fps", type=_fps, metavar="N", help="frames per second")
    group.add_argument(
        "--up",
        type=str.upper,
        choices=TO_Y_UP,
        metavar="AXIS",
        help="the axis that points up, exactly: X, Y, Z or --up=-Z",
    )


def told(args: argparse.Namespace) -> Told:
    """What the user said."""
    return Told(args.joints, args.fps, args.up)


def _fps(text: str) -> float:
    try:
        fps = float(text)
    except ValueError:
        fps = 0.0
    if not FPS_RANGE[0] <= fps <= FPS_RANGE[1]:
        raise argparse.ArgumentTypeError(f"{text!r} is no frame rate from {FPS_RANGE[0]} to {FPS_RANGE[1]}")
    return fps
