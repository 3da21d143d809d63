"""What training calls "nothing to do with dance" is that, and is not what training is judged by."""

import json
import re
from math import prod
from pathlib import Path

import numpy as np

from train import off_topic as grammar
from train.off_topic import LONGEST_FRAGMENT, LOOSE, OTHER_SENSES, TEMPLATES, WORDS, off_topic
from train.studio.inflection import inflected
from train.studio.repertoire import load_moves

MOVES = load_moves()
BENCH = json.loads((Path(grammar.__file__).parent / "bench" / "texts.json").read_text(encoding="utf-8"))
TEXTS = {name: [text["text"] if name == "movement" else text for text in texts] for name, texts in BENCH.items()}
LIGHT = {"do", "does", "not", "man"}
"""Head words of some move ("does the twist", "running man") that are as common in any other text."""
AFTER_THE_HEAD = r" (?:of|with|to|in|on|from|at|through|for|into|behind|and|toward|towards) "
BODY = """dance dances dancer dancing ballet body arm arms hand hands finger fist elbow shoulder shoulders chest torso
    waist hip hips leg legs knee knees foot feet heel toe toes head choreography move moves movement"""


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text.lower()))


def _heads() -> set[str]:
    """The verb at the head of each `does`, as it bends, and the noun at the head of each `noun`, one or many."""
    heads = set()
    for words in (move.words for move in MOVES.values()):
        for does in words.does:
            bent = (does, inflected("plural_verb", does), inflected("present_participle", does))
            heads |= {each.split()[0] for each in bent}
        for noun in words.noun:
            head = re.split(AFTER_THE_HEAD, noun)[0].split()[-1]
            heads |= {head, f"{head}s"}
    return heads - LIGHT


def _pattern(template: str) -> str:
    """A regular expression for all that a template can say."""
    parts = re.split(r"{(\w+)}", _bare(template))
    for index in range(1, len(parts), 2):
        parts[index] = f"(?:{'|'.join(WORDS[parts[index]])})"
    return re.sub(r"\ba ", "an? ", "".join(parts))


def _bare(text: str) -> str:
    return " ".join(text.lower().replace(",", " ").strip(".?!").split())


def test_the_same_seed_says_the_same():
    first, second, other = (off_topic(np.random.default_rng(seed), 200) for seed in (1, 1, 2))
    assert first == second != other


def test_it_has_much_to_say():
    assert len(set(off_topic(np.random.default_rng(3), 5000))) > 4000
    said = [prod(len(WORDS[slot]) for slot in re.findall(r"{(\w+)}", template)) for template in TEMPLATES]
    misled = [prod(len(WORDS[slot]) for slot in re.findall(r"{(\w+)}", template)) for template in OTHER_SENSES]
    assert sum(said) > 50_000
    assert sum(misled) > 5_000


def test_texts_are_whole():
    for text in off_topic(np.random.default_rng(4), 2000):
        assert not re.search(r"[{}]|  |\ba [aeiou]", text), text
        assert text == text.strip()


def test_no_word_of_a_move_is_said_but_in_another_sense():
    banned = _heads() | _words(BODY)
    sayable = set.union(*(_words(entry) for entries in WORDS.values() for entry in entries))
    assert sayable & banned == set()
    for template in TEMPLATES:
        assert _words(re.sub(r"{\w+}", " ", template)) & banned == set(), template
    for template in OTHER_SENSES:
        assert _words(re.sub(r"{\w+}", " ", template)) & banned, f"{template}: no other sense in it"


def test_nothing_that_judges_training_could_be_said_in_it():
    loose = f"(?:{'|'.join(LOOSE)})"
    patterns = [_pattern(template) for template in (*TEMPLATES, *OTHER_SENSES)]
    patterns.append(f"{loose}(?: {loose}){{0,{LONGEST_FRAGMENT - 1}}}")
    sayable = re.compile("|".join(patterns), re.IGNORECASE)
    assert all(sayable.fullmatch(_bare(text)) for text in off_topic(np.random.default_rng(5), 500))
    assert [text for texts in TEXTS.values() for text in texts if sayable.fullmatch(_bare(text))] == []


def test_the_judging_texts_are_complete():
    assert {name: len(texts) for name, texts in TEXTS.items()} == {"off_topic": 240, "near_miss": 60, "movement": 160}
    assert {text["move"] for text in BENCH["movement"]} == set(MOVES)
    bare = [text.lower() for texts in TEXTS.values() for text in texts]
    assert len(bare) == len(set(bare))
    assert all(1 <= len(text.split()) <= 20 for text in bare)


def test_no_judging_text_is_copied_from_the_words_of_the_moves():
    words = [move.words for move in MOVES.values()]
    phrases = {_bare(phrase) for each in words for phrase in (*each.does, *each.noun, *each.pictures)}
    for text in map(_bare, TEXTS["movement"]):
        assert text not in phrases
        assert not [phrase for phrase in phrases if len(phrase.split()) >= 3 and phrase in text], text
