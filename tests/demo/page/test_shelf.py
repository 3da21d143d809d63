"""Files that stay in memory."""

from concurrent.futures import ThreadPoolExecutor

from demo.page.shelf import Shelf


def test_what_was_asked_for_last_stays_in_its_room():
    made = []

    def make(name: str, size: int) -> bytes:
        made.append(name)
        return bytes(size)

    shelf = Shelf(make, room=100)
    assert [len(shelf(*asked)) for asked in (("a", 40), ("b", 40), ("a", 40), ("c", 40), ("a", 40))] == [40] * 5
    assert made == ["a", "b", "c"]
    shelf("b", 40)
    assert made == ["a", "b", "c", "b"]  # it made way for c, since a had been asked for again


def test_a_file_larger_than_the_room_is_given_but_does_not_stay():
    shelf = Shelf(bytes, room=10)
    small = shelf(4)
    assert len(shelf(11)) == 11
    assert shelf(11) is not shelf(11)
    assert len(shelf(4)) == len(small)


def test_many_at_once_fill_no_more_than_the_room():
    shelf = Shelf(lambda name: bytes(10), room=50)
    with ThreadPoolExecutor(8) as threads:
        assert all(len(file) == 10 for file in threads.map(shelf, [number % 7 for number in range(700)]))
    assert sum(map(len, shelf._files.values())) == shelf._full <= 50
