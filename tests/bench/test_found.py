"""The measure of order itself, by hand."""

import pytest

from tests.bench.found import in_order


@pytest.mark.parametrize(
    ("expected", "at_once", "ranked", "found"),
    [
        ([["a"], ["b"]], [], [["a"], ["b"]], [True, True]),
        ([["a"], ["b"]], [], [["b"], ["a"]], [True, False]),
        ([["a"], ["b"], ["c"]], [], [["x"], ["c"], ["a"], ["x"], ["b"]], [True, True, False]),
        ([["a", "b"], ["a", "b"]], [], [["b"]], [True, True]),
        ([["a"], ["b"], ["a"]], [], [["a"], ["b"]], [True, True, False]),
        ([["a"], ["b"], ["c"]], [0, 1], [["a", "b"], ["c", "x"]], [True, True, True]),
        ([["a"], ["b"], ["c"]], [0, 1], [["a", "x"], ["x", "c"]], [True, False, False]),
        ([["a"], ["a", "b"]], [], [["a"]], [True, False]),
        ([["a"]], [], [], [False]),
    ],
)
def test_in_order(expected, at_once, ranked, found):
    assert in_order(expected, at_once, ranked) == found
