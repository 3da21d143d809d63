"""Markers on the puppet and C3D files byte by byte, so that a test can break any of them.

Written from the format's description (c3d.org), not with the reader's own writer.
"""

import struct

import numpy as np

from motion.skeleton import INDEX

CENTRES = {"hip": "HJC", "knee": "KJC", "ankle": "AJC", "shoulder": "SJC", "elbow": "EJC", "wrist": "WJC"}


def plug_in_gait(body: np.ndarray, medial: bool = False, centres: bool = False) -> dict[str, np.ndarray]:
    """Markers on a body (frames, 22, 3), metres, Y up: on the skin, 2 to 6 cm from the joints."""
    joint = {name: body[:, index] for name, index in INDEX.items()}
    left = joint["left_hip"] - joint["right_hip"]
    left /= np.linalg.norm(left, axis=1, keepdims=True)
    ahead = np.cross(left, joint["neck"] - joint["pelvis"])
    ahead /= np.linalg.norm(ahead, axis=1, keepdims=True)
    up = np.cross(ahead, left)
    middle = (joint["left_hip"] + joint["right_hip"]) / 2
    m = {"C7": joint["neck"] - 0.06 * ahead, "CLAV": joint["neck"] + 0.06 * ahead}
    m |= {"T10": joint["spine3"] - 0.1 * ahead, "STRN": joint["spine3"] + 0.1 * ahead}
    for side, name, out in (("L", "left", left), ("R", "right", -left)):
        part = {key.removeprefix(f"{name}_"): value for key, value in joint.items() if key.startswith(name)}
        m[side + "ASI"] = middle + 0.12 * out + 0.0456 * ahead + 0.072 * up  # Bell's regression, turned round
        m[side + "PSI"] = m[side + "ASI"] - 0.07 * out - 0.17 * ahead
        m[side + "KNE"], m[side + "ANK"] = part["knee"] + 0.055 * out, part["ankle"] + 0.04 * out
        m[side + "HEE"], m[side + "TOE"] = part["ankle"] - 0.05 * ahead - 0.05 * up, part["foot"]
        m[side + "SHO"] = part["shoulder"] + 0.04 * up
        m[side + "WRA"], m[side + "WRB"] = part["wrist"] + 0.03 * up, part["wrist"] - 0.03 * up
        m[side + "ELB"] = part["elbow"] + 0.04 * up
        m[side + "FHD"], m[side + "BHD"] = (joint["head"] + s * 0.09 * ahead + 0.07 * out for s in (1, -1))
        if medial:
            m |= {side + "KNM": part["knee"] - 0.055 * out, side + "MED": part["ankle"] - 0.04 * out}
            m[side + "ELM"] = part["elbow"] - 0.04 * up
        if centres:
            m |= {side + name: part[joint] for joint, name in CENTRES.items()}
    return m


def parameter(name: str, group: int, kind: int, dims: list[int], data: bytes) -> bytes:
    """An entry of the parameter block; kind is -1 text, 1 bytes, 2 words, 4 floats."""
    content = struct.pack("bB", kind, len(dims)) + bytes(dims) + data + b"\0"
    return struct.pack("bb", len(name), group) + name.encode() + struct.pack("<H", len(content) + 2) + content


def group(name: str, number: int) -> bytes:
    """A group's entry."""
    return struct.pack("bb", len(name), -number) + name.encode() + struct.pack("<H", 3) + b"\0"


def texts(name: str, group: int, values: list[str]) -> bytes:
    """An entry of strings, padded to the longest."""
    width = max(map(len, values))
    return parameter(name, group, -1, [width, len(values)], "".join(v.ljust(width) for v in values).encode())


def write_c3d(
    labels: list[str],
    points: np.ndarray,
    /,
    rate: float = 100.0,
    units: str = "mm",
    whole: bool = False,
    channels: int = 0,
    **words: int | float,
) -> bytes:
    """A C3D file of points (frames, n, 3) in its unit; NaN has residual -1 and lies at the origin.

    whole: 16-bit integers in steps of 0.1 in place of floats. channels: analog ones, two samples a frame. words: other
    words for the header (points, analog, first, last, scale, start, samples) or parameters (USED, RATE, SCALE, FRAMES).
    """
    frames, n = points.shape[:2]
    scale = 0.1 if whole else -0.1
    said = {"USED": n, "RATE": rate, "SCALE": scale, "FRAMES": frames} | words
    entries = group("POINT", 1) + group("ANALOG", 2)
    entries += parameter("USED", 1, 2, [], struct.pack("<h", said["USED"]))
    entries += parameter("FRAMES", 1, 2, [], struct.pack("<H", said["FRAMES"]))
    entries += parameter("RATE", 1, 4, [], struct.pack("<f", said["RATE"]))
    entries += parameter("SCALE", 1, 4, [], struct.pack("<f", said["SCALE"]))
    entries += texts("LABELS", 1, labels) + texts("UNITS", 1, [units])
    entries += parameter("USED", 2, 2, [], struct.pack("<h", channels))
    entries += parameter("RATE", 2, 4, [], struct.pack("<f", 2 * rate if channels else 0))
    if channels:
        entries += parameter("SCALE", 2, 4, [channels], struct.pack("<f", 1.0) * channels)
        entries += parameter("OFFSET", 2, 2, [channels], bytes(2 * channels))
    blocks = -(-(4 + len(entries) + 2) // 512)
    head = {"points": n, "analog": 2 * channels, "first": 1, "last": frames, "scale": scale, "start": 2 + blocks}
    head = head | {"samples": 2 * bool(channels)} | {key: value for key, value in words.items() if key.islower()}
    header = b"\x02\x50" + struct.pack(
        "<HHHHHfHHf", *(head[key] for key in ("points", "analog", "first", "last")), 10,
        *(head[key] for key in ("scale", "start", "samples")), rate,
    )  # fmt: skip
    gone = ~np.isfinite(points).all(axis=2, keepdims=True)
    packed = np.concatenate([np.where(gone, 0, points), np.where(gone, -1, 0)], axis=2)
    if whole:
        data = np.concatenate([packed[..., :3] / scale, packed[..., 3:] * 256], axis=2).round().astype("<i2")
    else:
        data = packed.astype("<f4")
    data = np.concatenate([data.reshape(frames, -1), np.zeros((frames, 2 * channels), data.dtype)], axis=1)
    block = bytes([1, 0x50, blocks, 84]) + entries
    return header.ljust(512, b"\0") + block.ljust(512 * blocks, b"\0") + data.tobytes()
