"""Contact sheets of the studio's moves."""

import pytest
from PIL import Image

from motion.command import InputError
from train.studio import __main__ as sheets


def test_a_sheet_for_each_move(tmp_path):
    sheets.run(sheets.parse_args(["--sheet", str(tmp_path), "--moves", "kick", "bow", "--each", "2"]))
    assert {path.name for path in tmp_path.iterdir()} == {"kick.png", "bow.png"}
    assert Image.open(tmp_path / "kick.png").width > 0


def test_blind_sheets_show_numbers_and_keep_the_names_apart(tmp_path):
    sheets.run(sheets.parse_args(["--sheet", str(tmp_path), "--moves", "kick", "bow", "--each", "2", "--blind"]))
    key = dict(line.split("\t") for line in (tmp_path / "key.txt").read_text().splitlines())
    assert sorted(key) == ["1", "2", "3", "4"]
    assert sorted(key.values()) == ["bow", "bow", "kick", "kick"]
    assert {path.name for path in tmp_path.iterdir()} == {"blind-01.png", "key.txt"}


def test_an_unknown_move_is_named(tmp_path):
    with pytest.raises(InputError, match="somersault"):
        sheets.run(sheets.parse_args(["--sheet", str(tmp_path), "--moves", "somersault"]))
