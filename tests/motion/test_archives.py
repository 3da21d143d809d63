"""Archives with a dance in them, and archives that are traps."""

import io
import struct
import time
import tracemalloc
import zipfile

import numpy as np
import pytest

from motion import ClipError, load
from motion.archives import MAX_MEMBERS, read_npz
from motion.recording import Told
from tests.motion.pickled import pickled
from tests.motion.puppet import dance, truth


@pytest.fixture(scope="module")
def body():
    return truth(*dance(40)).astype(np.float32)


def npz(tmp_path, **arrays):
    np.savez(tmp_path / "a.npz", **arrays)
    return tmp_path / "a.npz"


def packed(tmp_path, members: dict[str, bytes], method=zipfile.ZIP_DEFLATED):
    with zipfile.ZipFile(tmp_path / "a.npz", "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return tmp_path / "a.npz"


def npy(array: np.ndarray, **options) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, array, **options)
    return buffer.getvalue()


def header(shape: tuple, descr: str = "<f4") -> bytes:
    buffer = io.BytesIO()
    np.lib.format.write_array_header_1_0(buffer, {"descr": descr, "fortran_order": False, "shape": shape})
    return buffer.getvalue()


def test_the_only_array_that_could_be_joints(tmp_path, body):
    found = read_npz(npz(tmp_path, anything=body, betas=np.zeros(10), gender=np.array("female")))
    assert found.fps == 20
    np.testing.assert_array_equal(found.positions, body)


def test_a_usual_name_decides(tmp_path, body):
    found = read_npz(npz(tmp_path, rest=body + 1, joints=body, velocities=np.diff(body, axis=0)))
    np.testing.assert_array_equal(found.positions, body)


def test_two_arrays_without_a_usual_name_are_named(tmp_path, body):
    with pytest.raises(ClipError, match=r"found 2 arrays that could be joints, one, two; .*positions, joints"):
        load(npz(tmp_path, one=body, two=body))


@pytest.mark.parametrize("name", ["fps", "mocap_framerate", "framerate"])
@pytest.mark.parametrize("rate", [np.float64(24.5), np.array(24.5), np.array([24.5], dtype=np.float32)])
def test_the_frame_rate_in_the_file(tmp_path, body, name, rate):
    path = npz(tmp_path, positions=body, **{name: rate})
    assert read_npz(path).fps == 24.5
    assert "at 24.5 fps" in read_npz(path).reading
    assert read_npz(path, Told(fps=60)).fps == 60


@pytest.mark.parametrize("rate", [0, -1, np.nan, np.inf, 1e300])
def test_a_frame_rate_that_cannot_be_is_refused(tmp_path, body, rate):
    with pytest.raises(ClipError, match="frames per second"):
        load(npz(tmp_path, positions=body, fps=rate))


def test_compressed_and_in_fortran_order(tmp_path, body):
    np.savez_compressed(tmp_path / "a.npz", data=np.asfortranarray(body.transpose(1, 0, 2)))
    np.testing.assert_array_equal(read_npz(tmp_path / "a.npz").positions, body)


def test_a_body_that_stands_still_is_no_bomb(tmp_path, body):
    np.savez_compressed(tmp_path / "a.npz", np.repeat(body[:1], 5000, axis=0))
    assert len(read_npz(tmp_path / "a.npz").positions) == 5000


def test_joints_beside_rotations_are_the_joints(tmp_path, body):
    poses = np.random.default_rng(0).normal(size=(len(body), 156))
    found = read_npz(npz(tmp_path, poses=poses, pose_body=poses[:, 3:66], Jtr=body))
    np.testing.assert_array_equal(found.positions, body)


def test_places_that_are_nowhere_are_refused_as_in_arrays(tmp_path, body):
    for value in (np.inf, 1e30):
        array = body.copy()
        array[3:6, 4] = value
        with pytest.raises(ClipError, match="3 places"):
            load(npz(tmp_path, joints=array))


def refused(path, match: str = "found") -> None:
    """One sentence, soon, and within 30 MB."""
    tracemalloc.start()
    start = time.process_time()
    try:
        with pytest.raises(ClipError, match=match) as caught:
            load(path)
        assert time.process_time() - start < 1
        assert tracemalloc.get_traced_memory()[1] < 30e6
    finally:
        tracemalloc.stop()
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 1000


def test_a_pickle_is_not_opened(tmp_path):
    refused(packed(tmp_path, {"positions.npy": npy(pickled(), allow_pickle=True)}), "array of object")


def test_a_bomb_is_refused_before_it_is_expanded(tmp_path):
    frames = 150_000
    archive = zipfile.ZipFile(tmp_path / "a.npz", "w", zipfile.ZIP_DEFLATED)
    with archive, archive.open("positions.npy", "w") as member:
        member.write(header((frames, 22, 3)))
        for _ in range(frames // 1000):
            member.write(bytes(22 * 3 * 4 * 1000))
    refused(tmp_path / "a.npz", "packed in")


@pytest.mark.parametrize("size", [10, 2**31])
def test_a_size_that_lies(tmp_path, body, size):
    """The directory and the member say less, or more, than there is."""
    path = packed(tmp_path, {"positions.npy": npy(body)})
    content, real = path.read_bytes(), struct.pack("<I", len(npy(body)))
    assert content.count(real) == 2
    path.write_bytes(content.replace(real, struct.pack("<I", size)))
    refused(path)


def test_a_header_that_lies(tmp_path, body):
    numbers = body.tobytes()
    refused(packed(tmp_path, {"joints.npy": header((700_000, 22, 3)) + numbers}), "700000")
    refused(packed(tmp_path, {"joints.npy": header((10**30, 22, 3)) + numbers}), "22, 3")
    refused(packed(tmp_path, {"joints.npy": header((100_000, 22, 3)) + numbers}), "damaged")
    refused(packed(tmp_path, {"joints.npy": header((39, 22, 3)) + numbers}), "more than")
    long = b"\x93NUMPY\x02\x00\xff\xff\xff\xff" + b"{" * 10_000_000
    refused(packed(tmp_path, {"joints.npy": long}, zipfile.ZIP_STORED), r"joints \(no array\)")


@pytest.mark.parametrize("part", [0, 1, 0.1, 0.5, 0.9, 0.99])
def test_a_cut_archive(tmp_path, body, part):
    path = npz(tmp_path, positions=body)
    path.write_bytes(path.read_bytes()[: int(part if part == 1 else part * path.stat().st_size)])
    refused(path)


def test_damaged_numbers(tmp_path, body):
    path = packed(tmp_path, {"positions.npy": npy(body)})
    content = bytearray(path.read_bytes())
    content[500:600] = bytes(100)
    path.write_bytes(content)
    refused(path, "cannot be read")


def test_thousands_of_members(tmp_path):
    path = packed(tmp_path, {f"a{i}.npy": b"" for i in range(20_000)}, zipfile.ZIP_STORED)
    refused(path, f"more than {MAX_MEMBERS} members")


@pytest.mark.parametrize("name", ["../positions.npy", "/etc/positions.npy", "a\\b.npy", "C:x.npy", "a\nb.npy", ".."])
def test_names_with_a_path(tmp_path, body, name, monkeypatch):
    monkeypatch.chdir(tmp_path)
    refused(packed(tmp_path, {name: npy(body)}), "plain names")
    assert [path.name for path in tmp_path.iterdir()] == ["a.npz"]


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_other_methods_of_packing(tmp_path, body, method):
    refused(packed(tmp_path, {"positions.npy": npy(body)}, method), "by method")


def test_an_encrypted_member(tmp_path, body):
    path = packed(tmp_path, {"positions.npy": npy(body)})
    content = bytearray(path.read_bytes())
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    refused(path, "cannot be read")


@pytest.mark.parametrize("members", [{}, {"readme.txt": b"hello"}, {"positions.npy": b""}, {"x.npy": b"\x93NUMPY"}])
def test_nothing_in_it(tmp_path, members):
    refused(packed(tmp_path, members), "accepted are numbers")


@pytest.mark.parametrize("content", [b"", b"HIERARCHY", b"\x93NUMPY\x01\x00", b"PK\x05\x06" + bytes(18) * 9])
def test_other_files(tmp_path, content):
    (tmp_path / "a.npz").write_bytes(content)
    refused(tmp_path / "a.npz")
