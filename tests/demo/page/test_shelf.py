"""What stays in memory of what was made, by its bytes."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from demo.page.shelf import Shelf


def _counted(room: int) -> tuple[Shelf, list]:
    made = []

    def make(name: str, length: int) -> bytes:
        made.append(name)
        return name.encode() * length

    return Shelf(make, room, ThreadPoolExecutor(2)), made


def test_what_was_made_is_not_made_again():
    shelf, made = _counted(100)
    assert shelf.begin("a", 10).result() == shelf.begin("a", 10).result() == b"a" * 10
    assert made == ["a"]


def test_one_long_file_takes_the_room_of_many():
    shelf, made = _counted(100)
    for name in "abc":
        shelf.begin(name, 20).result()
    shelf.begin("d", 90).result()
    assert made == [*"abcd"]
    shelf.begin("d", 90).result()
    assert made == [*"abcd"]
    shelf.begin("c", 20).result()
    assert made == [*"abcdc"]


def test_what_was_asked_for_last_stays():
    shelf, made = _counted(50)
    for name in "ab":
        shelf.begin(name, 20).result()
    shelf.begin("a", 20).result()
    shelf.begin("c", 20).result()
    shelf.begin("a", 20).result()
    assert made == [*"abc"]
    shelf.begin("b", 20).result()
    assert made == [*"abcb"]


def test_what_is_larger_than_the_room_is_given_and_not_kept():
    shelf, made = _counted(50)
    assert len(shelf.begin("a", 60).result()) == len(shelf.begin("a", 60).result()) == 60
    assert made == ["a", "a"]


def test_many_at_once():
    shelf, _ = _counted(50)
    with ThreadPoolExecutor(8) as people:
        found = list(people.map(lambda number: shelf.begin(str(number % 7), 10).result(), range(500)))
    assert found == [str(number % 7).encode() * 10 for number in range(500)]
    assert shelf._full == sum(map(len, shelf._files.values())) <= 50


def test_nobody_waits_for_what_is_begun_and_it_is_made_once():
    go_on, made = Event(), []

    def make(name: str) -> bytes:
        made.append(name)
        assert go_on.wait(10)
        return name.encode()

    shelf = Shelf(make, 100, ThreadPoolExecutor(2))
    asked = [shelf.begin("a") for _ in range(3)]
    assert not any(each.done() for each in asked)
    go_on.set()
    assert [each.result(10) for each in asked] == [b"a"] * 3
    assert shelf.begin("a").result(0) == b"a"
    assert made == ["a"]


def test_what_could_not_be_made_is_tried_again():
    tries = []

    def make(name: str) -> bytes:
        tries.append(name)
        if len(tries) == 1:
            raise ValueError("no paper")
        return name.encode()

    shelf = Shelf(make, 100, ThreadPoolExecutor(1))
    with pytest.raises(ValueError, match="no paper"):
        shelf.begin("a").result(10)
    assert shelf.begin("a").result(10) == b"a"
