"""The grammar: which movements a text asks for, in which order, and how."""

import json
from pathlib import Path

import pytest

from demo.compose.clauses import MOST, clauses
from demo.compose.said import plain
from demo.compose.words import HOLDS, QUALITIES
from motion.command import InputError

ORDER = {
    "walk, spin and kick": ["walk", "spin", "kick"],
    "walk then spin; kick. bow": ["walk", "spin", "kick", "bow"],
    "first a jump, next a turn, and finally a bow": ["a jump", "a turn", "a bow"],
    "a jump followed by a turn": ["a jump", "a turn"],
    "jump before a turn": ["jump", "a turn"],
    "before bowing, she waves": ["she waves", "bowing"],
    "wave after a jump": ["a jump", "wave"],
    "after a jump, wave": ["a jump", "wave"],
    "walk. after that, bow": ["walk", "bow"],
    "start with a plie and end with a bow": ["a plie", "a bow"],
    "walk, and then, spin": ["walk", "spin"],
    "jumps up and down, then bows": ["jumps up and down", "bows"],
    "slowly and heavily walk": ["slowly heavily walk"],
    "wave with the left hand": ["wave with the left hand"],
    "walk with small steps, softly": ["walk with small steps softly"],
    "hop in place for 2.5 seconds": ["hop in place"],
    "spin to the left, then to the right": ["spin to the left", "spin to the right"],
    "kick with the left leg, then with the right": ["kick with the left leg", "kick with the right leg"],
    "walk forward, then backward": ["walk forward", "walk backward"],
    "walk backwards then forwards": ["walk backwards", "walk forwards"],
    "walk forward and then back": ["walk forward", "walk backward"],
    "walk forward, backward": ["walk forward", "walk backward"],
    "step left, right, left": ["step left", "step right", "step left"],
    "kick left and right": ["kick left", "kick right"],
    "kick left and right x4": ["kick left x4", "kick right x4"],
    "walk forward and back": ["walk forward", "walk backward"],
    "march left and right for 8 counts": ["march left and right"],
    "rock back and forth": ["rock back and forth"],
    "kick right, clap, repeat": ["kick right", "clap", "kick right", "clap"],
    "bow. kick right, clap, repeat twice": ["bow", *["kick right", "clap"] * 3],
    "bow, kick right. clap, then repeat": ["bow", "kick right", "clap", "clap"],
    "bow. kick right, clap. Slowly. Repeat.": ["bow", *["kick right", "clap slowly"] * 2],
    "bow. kick right. repeat everything": ["bow", "kick right", "bow", "kick right"],
    "kick right, clap, repeat on the other side": ["kick right", "clap", "kick left", "clap"],
    "kick right, clap, then repeat with the left": ["kick right", "clap", "kick left", "clap"],
    "(kick, clap) x2, bow": ["kick", "clap", "kick", "clap", "bow"],
    "walk in a circle, then in the other direction": ["walk in a circle", "walk in a circle to the right"],
    "walk in a circle twice, then once the other way": ["walk in a circle twice", "walk in a circle once to the right"],
    "three spins left, then two right": ["three spins left", "two spins right"],
    "take 3 steps forward, 2 back": ["take 3 steps forward", "take 2 steps backward"],
    "spin anticlockwise, mirror it": ["spin anticlockwise", "spin clockwise"],
    "turn 90 degrees left, 180 right": ["turn 90 degrees left", "turn right 180"],
    "arms up, clap, arms down": ["arms up", "clap", "arms down"],
    "high knees for 4 counts, then squats": ["high knees", "squats"],
    "bounce, bounce, rock left": ["bounce", "bounce", "rock left"],
    "5, 6, 7, 8: walk fwd, kick": ["walk forward", "kick"],
    "walk forward, to the left": ["walk forward to the left"],
    "kick with the left leg, then the other leg": ["kick with the left leg", "kick with the right leg"],
    "kick with the left leg, then with the other": ["kick with the left leg", "kick with the right leg"],
    "kick with the left leg. Then repeat with the other leg": ["kick with the left leg", "kick with the right leg"],
    "spin to the left, then twice the other way": ["spin to the left", "spin to the right twice"],
    "walk forward slowly, then the opposite way": ["walk forward slowly", "walk slowly backward"],
    "three big jumps, then one more": ["three big jumps", "one big jump"],
    "three punches, then one more": ["three punches", "one punch"],
    "jump twice, then one more": ["jump twice", "jump once"],
    "jump, then two more times": ["jump", "jump two times"],
    "walk four steps and another two": ["walk four steps", "walk two steps"],
    "two kicks, then another": ["two kicks", "one kick"],
    "a slow walk into a spin": ["a slow walk", "a spin"],
    "moonwalk into a spin": ["moonwalk", "a spin"],
    "spin twice to the left, then turn into a robot": ["spin twice to the left", "turn into a robot"],
    "sinks into a lunge and jumps into a star": ["sinks into a lunge", "jumps into a star"],
    "kick with alternating legs": ["kick with the left leg", "kick with the right leg"],
    "tap with alternating feet": ["tap with the left foot", "tap with the right foot"],
    "jump, then again": ["jump", "jump"],
    "bow and do the same again": ["bow", "bow"],
    "wave, then freeze, then once more": ["wave", "freeze", "wave"],
    "jump again and again": ["jump again", "jump again"],
    "walk slowly, and then quickly": ["walk slowly", "walk quickly"],
    "walk slowly for 4 beats then quickly": ["walk slowly", "walk quickly"],
    "walk with small steps, then with big steps": ["walk with small steps", "walk big steps"],
    "spin left 2 times, then right 3 times": ["spin left 2 times", "spin right 3 times"],
    "spin to the left, then to the right twice": ["spin to the left", "spin to the right twice"],
    "spin to the left, then back to the right": ["spin to the left", "spin to the right"],
    "spin, then twice to the left": ["spin", "spin twice to the left"],
    "jump -> three times": ["jump", "jump three times"],
    "march in place, freeze, then forward": ["march in place", "freeze", "march forward"],
    "march for 4 counts, then for 8 counts": ["march", "march"],
    "march for the first 8 counts, then bow": ["march", "bow"],
    "spin slowly at first, then faster": ["spin slowly", "spin faster"],
    "walk. slowly! with small steps.": ["walk slowly small steps"],
    "swing a leg, then back and forth": ["swing a leg back and forth"],
    "hop on the left foot, then hop on the other foot": ["hop on the left foot", "hop on right foot"],
    "wave with your left hand, then wave with the other hand": ["wave with your left hand", "wave with right hand"],
    "walk forward, spin to the right, then spin the other way": ["walk forward", "spin to the right", "spin left"],
    "walk forward, kick with the left, then with the other leg": [
        "walk forward",
        "kick with the left",
        "kick with the right",
    ],
    "walk forward, then lift the other leg": ["walk forward", "lift the other leg"],
    "jump as high as you can, then bow": ["jump as high as you can", "bow"],
    "for 8 counts, march; for 4 counts, clap": ["march", "clap"],
    "Step 1: walk. Step 2: spin.": ["walk", "spin"],
    "steps to the left, then kicks": ["steps to the left", "kicks"],
    "spin, then three steps forward": ["spin", "three steps forward"],
    "walk, then cha-cha, then side-step": ["walk", "cha-cha", "side-step"],
    "spin without a stop, then bow": ["spin", "bow"],
    "march, but without moving the arms, then bow, please": ["march", "bow"],
    "1. spin\n2. kick\n3. bow": ["spin", "kick", "bow"],
    " 2) spin twice\n\n 3) kick": ["spin twice", "kick"],
    "(1) spin (2) kick": ["spin", "kick"],
    "1. spin 2. turn 90. 3. bow": ["spin", "turn 90", "bow"],
    "- spin\n* kick\n• bow": ["spin", "kick", "bow"],
    "3 claps\n2.5 turns": ["3 claps", "2.5 turns"],
    "8 counts: walk, 4 counts: spin": ["walk", "spin"],
    "SPIN!!! Then... bow?": ["spin", "bow"],
    "läuft, dann springt": ["läuft", "dann springt"],
    "A) wave B) bow C) clap": ["wave", "bow", "clap"],
    "💃 wave ➡️ bow > clap… spin 👏": ["wave", "bow", "clap", "spin"],
    "jump jump jump clap clap": ["jump 3 times", "clap 2 times"],
    "step touch step touch kick": ["step touch 2 times", "kick"],
    "cha cha cha, march left right left right": ["cha cha cha", "march left right left right"],
    "jump and jump and bow": ["jump", "jump", "bow"],
    "kick left, other side": ["kick left", "kick right"],
    "kick ball change, other side": ["kick ball change", "kick ball change mirrored"],
    "jump, clap, freeze, then the other side": ["jump", "clap", "freeze", "jump mirrored", "clap mirrored", "freeze"],
    "step touch, other side, kick left, other side": ["step touch", "step touch mirrored", "kick left", "kick right"],
    "jump, but higher": ["jump but higher"],
    "kick with one leg, then the other": ["kick with the left leg", "kick with the right leg"],
    "lunge, freeze, then the other leg": ["lunge with the left leg", "freeze", "lunge with the right leg"],
    "step to one side, then to the other": ["step to the left", "step to the right"],
    "spin, then spin the other way": ["spin", "spin mirrored"],
    "kick, then kick with the other leg": ["kick with the left leg", "kick with right leg"],
    "march, then hop from one foot to the other": ["march", "hop from one foot to the other"],
    "spin, then face each other": ["spin", "face each other"],
    "kick right, spin right. Now the same to the left!": ["kick right", "spin right", "kick left", "spin left"],
    "kick left, bow. Switch sides, then clap": ["kick left", "bow", "kick right", "bow", "clap"],
    "lunge right, mirror it": ["lunge right", "lunge left"],
    "dance in front of the mirror, then bow": ["dance in front of the mirror", "bow"],
    "5 lunges each leg, then bow": ["5 lunges with the left leg", "5 lunges with the right leg", "bow"],
    "step touch on both sides, raise both arms": [
        "step touch to the left",
        "step touch to the right",
        "raise both arms",
    ],
    "bow but never clap, then spin": ["bow", "never clap", "spin"],
    "turn without jumping but clap, but slowly": ["turn", "clap but slowly"],
    "never stop spinning, kick no higher than the hip": ["never stop spinning", "kick no higher than the hip"],
    "charleston 8 counts, then 5-6-7-8! clap": ["charleston", "clap"],
    "spin left 2 1/2 times": ["spin left 2.5 times"],
    "could you make him walk slowly, then he should clap": ["walk slowly", "he should clap"],
}


@pytest.mark.parametrize(("text", "expected"), ORDER.items())
def test_order(text, expected):
    found = clauses(text)
    assert [clause.text for clause in found] == expected
    assert [clause.group for clause in found] == list(range(len(expected)))


@pytest.mark.parametrize(
    ("text", "groups"),
    {
        "walk while waving, then bow": [("walk", 0), ("waving", 0), ("bow", 1)],
        "while spinning, wave": [("spinning", 0), ("wave", 0)],
        "spin with a kick": [("spin", 0), ("a kick", 0)],
        "as she walks, she waves": [("she walks", 0), ("she waves", 0)],
        "jump, then, while walking, clap": [("jump", 0), ("walking", 1), ("clap", 1)],
        "bow. while spinning, wave, repeat": [
            ("bow", 0),
            *(each for n in (1, 2) for each in (("spinning", n), ("wave", n))),
        ],
        "walk as fast as possible": [("walk as fast as possible", 0)],
        "walk and, at the same time, clap": [("walk", 0), ("clap", 0)],
        "bow, then walk and wave at the same time": [("bow", 0), ("walk", 1), ("wave", 1)],
        "march and clap at the same time for 8 counts, bow": [("march", 0), ("clap", 0), ("bow", 1)],
    }.items(),
)
def test_at_once(text, groups):
    assert [(clause.text, clause.group) for clause in clauses(text)] == groups


@pytest.mark.parametrize(
    ("text", "expected"),
    {
        "spin twice to the left": {"side": "left", "times": 2},
        "turn clockwise": {"side": "right"},
        "raise both arms": {"side": "both"},
        "shake left and right alternately": {"side": "both"},
        "hop to the left on the right foot": {"side": "right"},
        "three claps": {"times": 3},
        "walk 32 steps": {"steps": 32, "times": None},
        "march x 24": {"steps": 24, "times": None},
        "a second kick": {"seconds": None},
        "turn a second time": {"seconds": None},
        "hold for a second": {"seconds": 1.0},
        "freeze a second": {"seconds": 1.0},
        "clap x4": {"times": 4},
        "4 x hops": {"times": 4},
        "jump a couple of times": {"times": 2},
        "clap a dozen times": {"times": 12},
        "spin 1.5 times": {"times": None, "turns": 1.5},
        "clap 1.5 times": {"times": None, "turns": None},
        "turn 180 degrees": {"heard": "turn", "turns": 0.5, "times": None},
        "turn 90° to the left": {"heard": "turn to the left", "turns": 0.25, "side": "left"},
        "turn 45 degrees three times": {"turns": 0.125, "times": 3},
        "spin 360": {"text": "spin 360", "heard": "spin", "turns": 1.0},
        "half turn to the right": {"text": "half turn to the right", "turns": 0.5, "side": "right"},
        "two half turns": {"turns": 0.5, "times": 2},
        "a quarter of a turn": {"turns": 0.25, "times": None},
        "1/4 turn": {"turns": 0.25, "times": None},
        "three quarter turn": {"turns": 0.75, "times": None},
        "three quarter turns": {"turns": 0.25, "times": 3},
        "3/4 turn": {"turns": 0.75, "times": None},
        "spin one and a half turns": {"turns": 1.5, "times": None},
        "a turn and a half": {"turns": 1.5, "times": None},
        "turn all the way around": {"turns": 1, "times": None},
        "turn 0 degrees": {"turns": None},
        "turn": {"turns": None},
        "turn 1/4 right": {"turns": 0.25, "side": "right"},
        "pivot ½ left": {"turns": 0.5},
        "1 1/2 turns": {"turns": 1.5, "times": None},
        "turn three quarters left": {"turns": 0.75},
        "turn ninety degrees": {"turns": 0.25},
        "do a 360": {"text": "turn 360 degrees", "turns": 1},
        "jump 180 degrees": {"heard": "jump", "turns": 0.5},
        "turn on half toe": {"turns": None},
        "march in 3/4 time": {"turns": None},
        "walk clockwise in a circle": {"heard": "walk", "around": -1},
        "walk in two clockwise circles": {"around": -2},
        "walk in a circle twice": {"around": 2, "times": None},
        "walk half a circle": {"heard": "walk", "around": 0.5},
        "run three quarters of a circle": {"around": 0.75},
        "hop in a circle on the left foot": {"around": 1, "side": "left"},
        "walk forward 4 steps": {"heard": "walk forward", "steps": 4, "times": None},
        "3 steps left": {"heard": "steps left", "steps": 3},
        "march x8": {"heard": "march", "steps": 8, "times": None},
        "step touch x4": {"heard": "step touch", "times": 4, "steps": None},
        "one kick left": {"times": 1},
        "double pirouette": {"times": 2},
        "hold the leg at 90 degrees": {"turns": None},
        "walk in a circle": {"text": "walk in a circle", "heard": "walk", "around": 1},
        "run in a big half circle to the right": {"heard": "run", "around": -0.5, "side": None},
        "skip around in circles clockwise": {"heard": "skip", "around": -1},
        "walk a semicircle": {"heard": "walk", "around": 0.5},
        "swing an arm in a circle": {"text": "swing an arm in a circle", "around": None},
        "walk two metres": {"times": None},
        "march at 100 bpm": {"times": None},
        "wave two hands": {"times": None},
        "balance on one leg": {"times": None, "hold": False},
        "walk backwards": {"direction": "backward"},
        "march on the spot": {"direction": "in_place"},
        "walk slowly with a bounce": {"qualities": ("slow", "bouncy")},
        "kick R": {"text": "kick right", "side": "right"},
        "Kick with the (L) leg": {"text": "kick with the left leg", "side": "left"},
        "spin counter-clockwise": {"side": "left", "text": "spin counterclockwise"},
        "two quick claps": {"times": 2},
        "two high kicks with the left leg": {"times": 2, "side": "left"},
        "walk for half a second": {"seconds": 0.5},
        "walk for 10s": {"text": "walk", "seconds": 10.0},
        "walk for 1,5 seconds": {"text": "walk", "seconds": 1.5},
        "walk for 2 1/2 seconds": {"text": "walk", "seconds": 2.5},
        "walk for 1/2 a second": {"text": "walk", "seconds": 0.5},
        "walk for five and a half seconds": {"text": "walk", "seconds": 5.5},
        "march for a bar and a half": {"text": "march", "seconds": 3.0},
        "walk for about 3 s": {"seconds": 3.0},
        "wave for a moment": {"seconds": 1.0},
        "march for half a minute": {"seconds": 30.0},
        "march for 8 counts": {"text": "march", "seconds": 4.0, "times": None},
        "march 8 counts": {"text": "march", "seconds": 4.0, "times": None},
        "march for two bars": {"text": "march", "seconds": 4.0, "times": None},
        "march for thirty-two beats": {"text": "march", "seconds": 16.0},
        "march for one measure": {"text": "march", "seconds": 2.0},
        "march for the next 8 counts": {"text": "march", "seconds": 4.0},
        "march for a count of four": {"text": "march", "seconds": 2.0},
        "two eights of marching": {"text": "marching", "seconds": 8.0},
        "march for an eight-count": {"text": "march", "seconds": 4.0},
        "clap twice for 4 counts": {"text": "clap twice", "times": 2, "seconds": 2.0},
        "march to a beat": {"text": "march to a beat", "seconds": None},
        "clap every two counts": {"text": "clap every two counts", "seconds": None, "times": None},
        "hold for 8 counts": {"text": "hold", "hold": True, "seconds": 4.0},
        "freeze": {"hold": True},
        "stand still for two seconds": {"hold": True, "seconds": 2.0},
        "hold the pose": {"hold": True},
        "hold the left leg up": {"hold": False, "side": "left"},
        "strike a pose": {"hold": False},
    }.items(),
)
def test_manner(text, expected):
    (clause,) = clauses(text)
    assert {name: getattr(clause, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "message"),
    {
        "": "no movement",
        " \n\t": "no movement",
        "slowly, to the left": "no movement",
        "!?!": "no movement",
        "jump, " * 60: "60 movements",
        "walk and " * 1111: "9999 characters",
        "jump 99 times": "99 times",
        "spin. " + "Do it all 99 times. " * 40: "movements",
        f"(spin) x{'9' * 400}": "13 movements",
        "walk in 1000 circles": "1000 circles",
        "walk 33 steps": "33 steps",
        "spin 5770 degrees": "5770 degrees",
        "spin 720 degrees 9 times": "6480 degrees",
        f"jump {'9' * 400} times": "inf times",
        "march for 2 minutes": "120 seconds",
        "walk for 900 seconds": "900 seconds",
        "walk for 0 seconds": "0 seconds",
        "march for 64 counts": "32 seconds",
    }.items(),
)
def test_what_cannot_be_danced_is_said(text, message):
    with pytest.raises(InputError, match=message):
        clauses(text)


@pytest.mark.parametrize(
    "text",
    [
        "1-4 walk, 5-6 turn, 7-8 hold",
        "1-4: walk; 5-6: turn; 7-8: hold",
        "counts 1 to 4: walk\ncounts 5 to 6: turn\ncounts 7 to 8: hold",
        "walk (1-4), turn (5-6), hold (7-8)",
        "walk on counts 1-4, then turn on counts 5-6, then hold on counts 7-8",
    ],
)
def test_counts_from_one_to_another_are_lengths(text):
    assert [(each.text, each.seconds) for each in clauses(text)] == [("walk", 2), ("turn", 1), ("hold", 1)]


@pytest.mark.parametrize("text", ["jump 2-3 times", "walk 3-4 steps", "3-4 spins", "step touch 1-8"])
def test_two_numbers_that_nothing_follows_on_are_no_counts(text):
    assert [each.seconds for each in clauses(text)] == [None]


def test_a_length_for_each_way_is_said_twice():
    there, back = clauses("walk forward for 4 counts and back for 8 counts")
    assert (there.direction, there.seconds, back.direction, back.seconds) == ("forward", 2, "backward", 4)


@pytest.mark.parametrize(("bpm", "seconds"), [(None, 8), (120, 8), (100, 9.6), (240, 4)])
def test_counts_last_as_long_as_the_tempo_says(bpm, seconds):
    walk, freeze = clauses("walk for two bars, freeze 8 counts", bpm)
    assert (walk.seconds, freeze.seconds) == (pytest.approx(seconds / 2), pytest.approx(seconds / 2))
    assert clauses("walk for 3 seconds", bpm)[0].seconds == 3


def test_what_is_not_said_anew_stays():
    first, second = clauses("walk slowly forward for 4 beats, then backward")
    assert (first.direction, first.qualities, first.seconds) == ("forward", ("slow",), 2)
    assert (second.direction, second.qualities, second.seconds) == ("backward", ("slow",), 2)
    left, right = clauses("spin left 2 times for 3 seconds, then right 3 times for 8 counts")
    assert (left.side, left.times, left.seconds) == ("left", 2, 3)
    assert (right.side, right.times, right.seconds) == ("right", 3, 4)


def test_as_many_as_may_be():
    assert len(clauses(", ".join(["jump"] * MOST))) == MOST


def test_the_texts_of_the_benchmark_are_read_as_they_were_meant():
    """Each has the clauses that its moves were written for, but for one that asks for something that is no dance."""
    texts = json.loads((Path(__file__).parent / "choreographies.json").read_text())
    assert len(texts) == 60
    apart = [each["text"] for each in texts if len(clauses(each["text"])) != len(each["clauses"])]
    assert len(apart) <= 3, apart


def test_no_movement_is_a_closed_word():
    """What the encoder is to hear must not be swallowed by the grammar."""
    moves = (
        "walk run march skip gallop slide jump hop leap turn spin kick squat kneel wave clap punch push point bow sway"
    )
    assert not [word for word in moves.split() if plain(word) or word in HOLDS]


def test_qualities_are_those_of_the_labels(labels):
    assert set(QUALITIES) == set(labels.ids[labels.kinds == "quality"].tolist())
