"""What stays in memory of what was made, by its bytes."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

from demo.page.shelf import Shelf


def _counted(room: int) -> tuple[Shelf, list]:
    made = []

    def make(name: str, length: int) -> bytes:
        made.append(name)
        return name.encode() * length

    return Shelf(make, room), made


def test_what_was_made_is_not_made_again():
    shelf, made = _counted(100)
    assert shelf("a", 10) == shelf("a", 10) == b"a" * 10
    assert made == ["a"]


def test_one_long_file_takes_the_room_of_many():
    shelf, made = _counted(100)
    for name in "abc":
        shelf(name, 20)
    shelf("d", 90)
    assert made == [*"abcd"]
    shelf("d", 90)
    assert made == [*"abcd"]
    shelf("c", 20)
    assert made == [*"abcdc"]


def test_what_was_asked_for_last_stays():
    shelf, made = _counted(50)
    for name in "ab":
        shelf(name, 20)
    shelf("a", 20)
    shelf("c", 20)
    shelf("a", 20)
    assert made == [*"abc"]
    shelf("b", 20)
    assert made == [*"abcb"]


def test_what_is_larger_than_the_room_is_given_and_not_kept():
    shelf, made = _counted(50)
    assert len(shelf("a", 60)) == len(shelf("a", 60)) == 60
    assert made == ["a", "a"]


def test_many_at_once():
    shelf, _ = _counted(50)
    with ThreadPoolExecutor(8) as people:
        found = list(people.map(lambda number: shelf(str(number % 7), 10), range(500)))
    assert found == [str(number % 7).encode() * 10 for number in range(500)]
    assert shelf._full == sum(map(len, shelf._files.values())) <= 50


def test_what_was_begun_ahead_is_waited_for_and_made_once():
    begun, go_on = Event(), Event()
    made = []

    def make(name: str) -> bytes:
        made.append(name)
        begun.set()
        assert go_on.wait(10)
        return name.encode()

    shelf = Shelf(make, 100)
    shelf.ahead("a")
    assert begun.wait(10)
    shelf.ahead("a")
    with ThreadPoolExecutor(2) as people:
        asked = [people.submit(shelf, "a") for _ in range(2)]
        go_on.set()
        assert [each.result() for each in asked] == [b"a", b"a"]
    assert shelf("a") == b"a"
    assert made == ["a"]


def test_what_could_not_be_made_ahead_is_tried_again():
    tries = []

    def make(name: str) -> bytes:
        tries.append(name)
        if len(tries) == 1:
            raise ValueError("no paper")
        return name.encode()

    shelf = Shelf(make, 100)
    shelf.ahead("a")
    shelf._hands.shutdown()
    assert shelf("a") == b"a"
