import pytest

from train.bench.queries import right

SPIN = {"moves": ["spin", "kick"], "qualities": ["slow"], "side": "left", "direction": "counterclockwise"}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"any_of": ["spin", "pirouette"]}, True),
        ({"all_of": ["spin", "kick"], "quality": "slow"}, True),
        ({"all_of": ["spin", "jump"]}, False),
        ({"any_of": ["turn"]}, False),
        ({"any_of": ["spin"], "quality": "fast"}, False),
        ({"any_of": ["spin"], "side": "left"}, True),
        ({"any_of": ["spin"], "direction": "clockwise"}, False),
    ],
)
def test_a_hit_is_right_when_it_has_all_that_was_asked(query, expected):
    assert right(query, SPIN) is expected
