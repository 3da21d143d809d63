"""Arrays of joints and of markers, and arrays that are neither, some of them hostile."""

import io

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from motion import ClipError, load
from motion.arrays import load_array, read_npy
from motion.markers import INDEX as MARKER
from motion.markers import NAMES, OPTICAL, to_joints
from motion.skeleton import INDEX, JOINTS
from tests.motion.effort import little_effort
from tests.motion.pickled import pickled
from tests.motion.puppet import dance, truth


def save(tmp_path, array, **options):
    np.save(tmp_path / "a.npy", array, **options)
    return tmp_path / "a.npy"


@pytest.fixture(scope="module")
def body():
    return truth(*dance(40))


def markers_on(body: np.ndarray) -> np.ndarray:
    """(55, frames, 3) markers on a Y-up body, raw axes with Z down: pairs around a joint, the others near it."""
    joint = {name: body[:, index] for name, index in INDEX.items()}
    rows = {name: joint["spine3"] for name in NAMES}
    ahead = np.array([0, 0, 0.1])
    for side, name in (("L", "left"), ("R", "right")):
        out = (joint["left_hip"] - joint["right_hip"]) * (1 if side == "L" else -1)
        out = 0.05 * out / np.linalg.norm(out, axis=1, keepdims=True)
        for part, outer, inner in (("knee", "KNE", "KNI"), ("elbow", "ELB", "IEL"), ("wrist", "OWR", "IWR"),
                                   ("shoulder", "FSH", "BSH"), ("foot", "MT5", "MT1")):  # fmt: skip
            rows |= {side + outer: joint[f"{name}_{part}"] + out, side + inner: joint[f"{name}_{part}"] - out}
        waist = joint["pelvis"] + 2.4 * out
        rows |= {
            side + "ANK": joint[f"{name}_ankle"] + 0.8 * out,
            side + "FHD": joint["head"],
            side + "BHD": joint["head"],
        }
        rows |= {side + "FWT": waist + ahead, side + "BWT": waist - ahead}
    rows |= {"C7": joint["neck"] - ahead, "CLAV": joint["neck"] + ahead}
    array = np.stack([rows[name] for name in NAMES])
    return np.stack([array[..., 0], array[..., 2], -array[..., 1]], axis=-1)


def test_joints_at_20_fps(tmp_path, body):
    found = read_npy(save(tmp_path, body.astype(np.float32)))
    assert found.fps == 20
    np.testing.assert_allclose(found.positions, body, atol=1e-6)


@pytest.mark.parametrize("axes", [(0, 1, 2), (1, 0, 2), (1, 2, 0), (2, 0, 1)])
def test_any_order_of_axes_that_is_in_use(tmp_path, body, axes):
    found = read_npy(save(tmp_path, body.transpose(axes)))
    np.testing.assert_allclose(found.positions, body, atol=1e-6)


@pytest.mark.parametrize("dtype", ["<f4", ">f8", "<f2", "<i4"])
@pytest.mark.parametrize("order", ["C", "F"])
def test_any_kind_of_number_and_order(tmp_path, body, dtype, order):
    array = np.asarray(body * 1000, dtype=dtype, order=order)
    assert load(save(tmp_path, array)).positions.shape == (40, 22, 3)


@pytest.mark.parametrize("rows", [55, 53])
def test_markers_at_35_fps(tmp_path, body, rows):
    array = markers_on(body)[range(55) if rows == 55 else OPTICAL]
    clip = load(save(tmp_path, array))
    assert f"40 frames of markers{rows}" in clip.reading
    assert "taken as 35 fps" in clip.reading
    assert "-Z up" in clip.reading
    assert "mirror" not in clip.reading
    assert clip.positions[0, INDEX["left_wrist"], 0] > 0.3
    assert (clip.positions[:, INDEX["head"], 1] > clip.positions[:, 0, 1]).all()


def test_the_two_markers_that_are_not_optical_are_dropped():
    assert [NAMES[i] for i in (26, 53)] == ["LabelingHips", "SolvingHips"]
    assert len(OPTICAL) == 53
    assert not {26, 53} & set(OPTICAL)


def test_joint_centres_lie_between_their_markers(body):
    raw = markers_on(body)[OPTICAL].transpose(1, 0, 2)
    joints = to_joints(raw)
    joints = np.stack([joints[..., 0], -joints[..., 2], joints[..., 1]], axis=-1)
    for name in ("left_knee", "right_elbow", "left_wrist", "right_shoulder", "left_ankle", "right_foot", "neck"):
        np.testing.assert_allclose(joints[:, INDEX[name]], body[:, INDEX[name]], atol=1e-9)
    for name in ("left_hip", "right_hip", "pelvis", "spine2"):
        assert np.linalg.norm(joints[:, INDEX[name]] - body[:, INDEX[name]], axis=1).max() < 0.08
    assert MARKER["T10"] == 52


def test_a_flip_of_z_alone_is_undone(tmp_path, body):
    """The published loaders mirror the dancer; the knees give it away."""
    raw = markers_on(body)
    clip, flipped = load(save(tmp_path, raw)), load(save(tmp_path, raw * [1, 1, -1]))
    assert "mirrored axes undone" in flipped.reading
    np.testing.assert_allclose(flipped.positions, clip.positions, atol=1e-4)


def test_55_frames_of_22_joints_are_joints(tmp_path):
    assert read_npy(save(tmp_path, truth(*dance(55)))).fps == 20


@pytest.mark.parametrize(
    "shape", [(40, 22), (40, 23, 3), (54, 9, 3), (40, 22, 2), (40, 3, 22), (0, 22, 3), (55, 0, 3), (5, 22, 3, 1), ()]
)
def test_other_shapes_are_refused(tmp_path, shape):
    with pytest.raises(ClipError, match=r"\(frames, joints, 3\).*humanml3d \(22\).*markers55 \(55\)"):
        load(save(tmp_path, np.zeros(shape)))


@pytest.mark.parametrize("dtype", [object, complex, "U4", bool, [("x", float)], "M8[s]"])
def test_what_is_no_number_is_refused(tmp_path, dtype):
    with pytest.raises(ClipError, match="accepted are numbers"):
        load(save(tmp_path, np.zeros((5, 22, 3), dtype=dtype), allow_pickle=True))


def test_a_pickle_is_not_opened(tmp_path):
    with pytest.raises(ClipError):
        load(save(tmp_path, pickled(), allow_pickle=True))


def test_places_that_are_nowhere_are_counted(tmp_path, body):
    array = body.copy()
    for value in (np.inf, -1e300):
        array[3:6, 4] = value
        with pytest.raises(ClipError, match="3 places"):
            load(save(tmp_path, array))


def test_short_gaps_are_filled_and_long_ones_refused(tmp_path, body):
    whole, array = load(save(tmp_path, body)), body.copy()
    array[10:14, 20] = np.nan
    clip = load(save(tmp_path, array))
    assert "1 gap of at most 0.20 s filled" in clip.reading
    np.testing.assert_allclose(clip.positions, whole.positions, atol=0.03)
    array[2:-2, 20] = np.nan
    with pytest.raises(ClipError, match="row 20 of humanml3d missing for"):
        load(save(tmp_path, array))


def test_a_header_that_promises_too_much_costs_nothing(tmp_path):
    buffer = io.BytesIO()
    np.lib.format.write_array_header_1_0(buffer, {"descr": "<f8", "fortran_order": False, "shape": (10**9, 22, 3)})
    (tmp_path / "a.npy").write_bytes(buffer.getvalue())
    with little_effort(), pytest.raises(ClipError, match="1000000000"):
        load_array(tmp_path / "a.npy")
    (tmp_path / "a.npy").write_bytes(b"\x93NUMPY\x02\x00\xff\xff\xff\xff" + b"{" * 99)
    with little_effort(), pytest.raises(ClipError, match="no NumPy header"):
        load_array(tmp_path / "a.npy")


@pytest.mark.parametrize("cut", [0, 5, 9, 40, 127, 200, -8])
def test_a_cut_file_is_refused(tmp_path, body, cut):
    path = save(tmp_path, body)
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises(ClipError):
        load_array(path)


BRACKETS = b"\x93NUMPY\x01\x00\xff\xff" + b"(" * 70_000
OPEN_BRACKET = b"\x93NUMPY\x01\x00\x76\x00{(" + b" " * 116
VERSION_9 = b"\x93NUMPY\x09\x09" + bytes(99)


@pytest.mark.parametrize("content", [b"", b"HIERARCHY", b"PK\x03\x04" + bytes(99), BRACKETS, OPEN_BRACKET, VERSION_9])
def test_other_files_are_refused(tmp_path, content):
    (tmp_path / "a.npy").write_bytes(content)
    with pytest.raises(ClipError, match="no NumPy header"):
        load_array(tmp_path / "a.npy")


@pytest.mark.parametrize("lost", [slice(0, 20), slice(1, 40, 2), slice(4, 40, 3)])
def test_frames_written_as_noughts_say_nothing_of_the_layout(tmp_path, body, lost):
    """Whatever their share: of forty frames twenty are lost at the start, or every second or third."""
    array = body.copy()
    array[lost] = 0
    recording = read_npy(save(tmp_path, array))
    start = lost.stop if lost.step is None else 0
    kept = body[start : start + len(recording.positions)]
    assert len(kept) >= 19
    np.testing.assert_allclose(recording.positions, kept, atol=0.03)


def test_joints_written_as_noughts_say_nothing_of_the_body(tmp_path, body):
    """Each is lost for a tenth of a second, another one in nearly every frame."""
    array = body.copy()
    for joint in range(len(JOINTS)):
        start = 1 + 17 * joint % 36
        array[start : start + 2, joint] = 0
    recording = read_npy(save(tmp_path, array))
    assert "22 gaps of at most 0.10 s filled" in recording.reading
    np.testing.assert_allclose(recording.positions, body, atol=0.03)


@pytest.mark.parametrize("axis", ["x", "z"])
def test_who_turns_over_is_a_body(tmp_path, axis):
    """Somebody who lies and spins, and a cartwheel: the head is on every side of the feet."""
    root, turns = dance(60)
    angles = np.interp(np.arange(60), [10, 50], [0, 360])[:, None]
    turned = Rotation.from_euler("z", angles, degrees=True)
    if axis == "x":
        turned = Rotation.from_euler("y", 3 * angles, degrees=True) * Rotation.from_euler("x", -85, degrees=True)
    turns[0] = turned
    places = truth(root, turns)
    np.testing.assert_allclose(read_npy(save(tmp_path, places)).positions, places, atol=1e-6)


def test_a_row_that_is_never_there_is_named(tmp_path, body):
    array = body.copy()
    array[:, INDEX["head"]] = np.nan
    with pytest.raises(ClipError, match="found no place of row 15 of humanml3d in any frame"):
        load(save(tmp_path, array))


def test_markers_of_which_some_are_always_away(tmp_path, body):
    """No frame has all of them: one is there in the first half and another in the second."""
    array = markers_on(np.concatenate([body] * 5))
    array[NAMES.index("LBHD"), :110], array[NAMES.index("RKNI"), 100:] = np.nan, np.nan
    assert "markers55 rather than" in load(save(tmp_path, array)).reading


@pytest.mark.parametrize("frames", [2, 3, 5, 20])
def test_noise_is_no_body_however_short(tmp_path, frames):
    for seed in range(10):
        noise = np.random.default_rng(seed).normal(size=(frames, 22, 3))
        with pytest.raises(ClipError, match="bones that are no body's"):
            load(save(tmp_path, noise))
