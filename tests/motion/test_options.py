import argparse

import pytest

from motion.options import add_told, told
from motion.recording import NOTHING, Told


def parse(*argv: str) -> Told:
    parser = argparse.ArgumentParser()
    add_told(parser)
    return told(parser.parse_args(argv))


def test_nothing_is_told_by_default():
    assert parse() == NOTHING


@pytest.mark.parametrize("up", ["--up=-Z", "--up=-z"])
def test_all_of_it(up):
    assert parse("--joints", "coco", "--fps", "59.94", up) == Told("coco", 59.94, "-Z")


@pytest.mark.parametrize(
    ("argv", "says"),
    [(("--joints", "smurf"), "'humanml3d'"), (("--fps", "0"), "no frame rate"), (("--fps", "nan"), "no frame rate"),
     (("--fps", "fast"), "no frame rate"), (("--up", "W"), "'Y'")],
)  # fmt: skip
def test_what_cannot_be_is_refused(argv, says, capsys):
    with pytest.raises(SystemExit):
        parse(*argv)
    assert says in capsys.readouterr().err
