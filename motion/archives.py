"""NumPy archives of arrays, `.npz`: one array of joints in it, or the turns of SMPL's, and perhaps its frame rate.

An archive is a ZIP file, which can promise anything: members are counted before the directory is read, of each only the
header is expanded, and then one array, never beyond the size that was checked. Nothing is unpacked to disk, nothing
unpickled.
"""

import io
import re
import zipfile
from pathlib import Path

import numpy as np

from motion import smpl
from motion.arrays import Header, bounded, read_header, read_numbers
from motion.clip import ClipError
from motion.layout import accepted, to_recording
from motion.recording import MAX_BYTES, NOTHING, Recording, Told

POSITIONS = ("positions", "joints", "keypoints3d", "joints3d", "joints_3d", "motion", "data")
"""Usual names of the array; the first one counts where several arrays could be it."""

ROTATIONS = ("poses", "pose_body", "pose_hand", "body_pose", "fullpose", "smpl_poses")
"""What AMASS and SMPL's programs call rotations, which have the shapes of positions: joints only if nothing else is."""

RATES = ("fps", "framerate", "frame_rate", "mocap_framerate", "mocap_frame_rate")
"""Usual names of frames per second, a single number; the two last are AMASS's and SMPL-X's."""

MAX_MEMBERS = 100
SMALL = 20_000_000
MAX_RATIO = 200
"""Most bytes from one packed byte, above `SMALL`: motion gives ten at most, and only what never moves a thousand."""

ENTRY = b"PK\x01\x02"
"""What every member's entry in the directory begins with."""


def read_npz(path: Path, told: Told = NOTHING) -> Recording:
    """The body in a .npz file, in its own axes and unit. Raises ClipError for any other archive."""
    size = path.stat().st_size
    if not 0 < size <= MAX_BYTES:
        raise ClipError(f"found a file of {size} bytes; a .npz file has 1 to {MAX_BYTES}.")
    packed = path.read_bytes()
    # zipfile makes an object of every entry, however many the file claims to have
    if packed.count(ENTRY) > MAX_MEMBERS:
        raise ClipError(f"found an archive of more than {MAX_MEMBERS} members; that is the limit.")
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            found, rate = _read(archive, told.joints)
    except (ClipError, MemoryError):
        raise
    except Exception as error:  # zipfile and zlib raise many kinds
        raise ClipError(f"found an archive that cannot be read ({str(error)[:80]}); a .npz file is accepted.") from None
    return smpl.to_recording(found, told, rate) if isinstance(found, smpl.Turned) else to_recording(found, told, rate)


def _read(archive: zipfile.ZipFile, joints: str | None) -> tuple[np.ndarray | smpl.Turned, float | None]:
    """The array of joints, or else SMPL's rotations, and frames per second if the archive says them."""
    members = _members(archive)
    headers = {name: _header(archive, member) for name, member in members.items()}

    def numbers(name: str) -> np.ndarray:
        size, packed = members[name].file_size, members[name].compress_size
        if size > SMALL and size > MAX_RATIO * packed:
            raise ClipError(f"found {name} of {size} bytes packed in {packed}; accepted is up to {MAX_RATIO} to one.")
        with archive.open(members[name]) as file:
            return np.atleast_1d(read_numbers(file, headers[name]))

    rates = [name for name in RATES if name in headers and _is_one_number(headers[name])]
    rate = float(numbers(rates[0]).item()) if rates else None
    suited = [name for name, header in headers.items() if header and header.fits(joints)]
    body = smpl.names({name: header.shape for name, header in headers.items() if header and header.numeric})
    # Beside rotations, what has the shape of joints may be a face or markers, unless it is called joints.
    places = [name for name in suited if name in POSITIONS or not (body or name in ROTATIONS)]
    if body and not places and not joints:
        turned = smpl.turned(*({name: numbers(name) for name in part} for part in body))
        return turned._replace(turns=bounded(turned.turns), place=bounded(turned.place)), rate
    suited = places or suited[:1]
    usual = [name for name in POSITIONS if name in suited]
    if len(suited) > 1 and not usual:
        raise ClipError(
            f"found {len(suited)} arrays that could be joints, {', '.join(suited)[:100]}; accepted is one, "
            f"or one that is named {', '.join(POSITIONS)}."
        )
    if not suited:
        words = "; ".join(f"{name} ({header.words if header else 'no array'})" for name, header in headers.items())
        raise ClipError(f"found {words[:300] or 'an empty archive'}; {accepted(joints)}.")
    return bounded(numbers((usual or suited)[0])), rate


def _members(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """The members by name. Raises ClipError for names that are paths, and for packing that could cost any memory."""
    members = {}
    for member in archive.infolist():
        name = member.filename.removesuffix(".npy")
        if not re.fullmatch(r"\w[\w .()+-]{0,99}", name):
            raise ClipError(f"found a member named {member.filename[:40]!r}; accepted are plain names, without a path.")
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise ClipError(
                f"found {name[:40]} packed by method {member.compress_type}; accepted are deflated or stored."
            )
        members[name] = member
    return members


def _header(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Header | None:
    """The header of a member, None for what is no array."""
    with archive.open(member) as file:
        try:
            return read_header(file)
        except ClipError:
            return None


def _is_one_number(header: Header | None) -> bool:
    return header is not None and header.shape in ((), (1,)) and header.dtype.kind in "fiu"
