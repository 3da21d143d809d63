"""Which word a misspelt one stands for, whatever the captions."""

import pytest

from demo.slips import Lexicon

LEXICON = Lexicon(["Walk, walk and WALTZ", "clap; développé", "leaping", "heaping leaving", "stomp stop sharp shark"])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("wlak", "walk"),
        ("waltzz", "waltz"),
        ("walz", "waltz"),
        ("Lepaing", "leaping"),
        ("developpr", "developpe"),
        ("leaxing", "leaxing"),
        ("wolk", "wolk"),
        ("xlap", "xlap"),
        ("clp", "clp"),
        ("stomps", "stomps"),
        ("developpe", "developpe"),
        ("sharc", "sharc"),
        ("clap", "clap"),
        ("tango", "tango"),
    ],
)
def test_meant(typed, meant):
    assert LEXICON.meant(typed) == meant


def test_no_captions():
    assert Lexicon([]).meant("walk") == "walk"
