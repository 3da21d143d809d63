"""Arrays in an archive: the same numbers whether packed or mapped, by our reading and by numpy's."""

import numpy as np
import pytest

from demo import archive
from motion.command import InputError

ARRAYS = {
    "rows": np.random.default_rng(0).standard_normal((50, 7)).astype(np.float32),
    "columns": np.asfortranarray(np.arange(60, dtype=np.int16).reshape(20, 3)),
    "words": np.array(["a", "longer one", "ü"]),
}


@pytest.mark.parametrize("mapped", [False, True])
def test_round_trip(tmp_path, mapped):
    path = tmp_path / "a.npz"
    archive.write(path, ARRAYS, mapped)
    with np.load(path, allow_pickle=False) as file:
        for name, array in ARRAYS.items():
            np.testing.assert_array_equal(file[name], array)
    for later in ((), tuple(ARRAYS)):
        found = archive.read(path, later)
        assert list(found) == list(ARRAYS)
        for name, array in ARRAYS.items():
            np.testing.assert_array_equal(found[name], array)
            assert (found[name].shape, found[name].dtype, len(found[name])) == (array.shape, array.dtype, len(array))
            np.testing.assert_array_equal(found[name][1:3], array[1:3])


def test_mapped_arrays_are_where_numpy_multiplies_them_as_they_stand(tmp_path):
    archive.write(tmp_path / "a.npz", ARRAYS, mapped=True)
    for array in archive.read(tmp_path / "a.npz").values():
        assert isinstance(array, np.memmap)
        assert array.ctypes.data % archive.ALIGN == 0


def test_what_numpy_wrote_is_read(tmp_path):
    """Its arrays lie anywhere, so that some have to be read."""
    np.savez(tmp_path / "a.npz", **ARRAYS)
    for name, array in archive.read(tmp_path / "a.npz").items():
        np.testing.assert_array_equal(array, ARRAYS[name])


def test_the_same_arrays_give_the_same_bytes(tmp_path):
    for name in ("a", "b"):
        archive.write(tmp_path / name, ARRAYS, mapped=True)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_what_is_later_is_not_read_before(tmp_path):
    """A byte in its middle is broken, which only its own numbers tell."""
    path = tmp_path / "a.npz"
    noise = np.random.default_rng(0).integers(0, 255, 10**6).astype(np.uint8)
    archive.write(path, {"noise": noise, **ARRAYS}, mapped=False)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 255
    path.write_bytes(content)
    found = archive.read(path, later=("noise",))
    np.testing.assert_array_equal(found["rows"], ARRAYS["rows"])
    with pytest.raises(InputError, match="its noise cannot be read"):
        np.asarray(found["noise"])


def test_objects_are_refused(tmp_path):
    np.savez(tmp_path / "a.npz", objects=np.array([None]))
    for later in ((), ("objects",)):
        with pytest.raises(ValueError, match="object"):
            archive.read(tmp_path / "a.npz", later)
