"""The caption grammar: from attributes to sentences that are true of them.

Every move brings its own words (`train.studio.repertoire.Words`); here they are bent into sentences of several shapes,
with synonyms, and with attributes sometimes left out. A caption keeps what it claims (`train.caption`).
"""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import inflect
import numpy as np

from train.caption import Attributes, Caption
from train.studio.repertoire import MOVES, ROTATION, Move

SUBJECTS = (
    "a dancer", "a person", "someone", "the dancer", "the person", "a woman", "a man", "she", "he", "a figure",
    "this person", "the man", "the woman", "a performer", "a human", "a character",
)  # fmt: skip
ADVERBS = {
    "slow": (
        "slowly", "in slow motion", "very slowly", "unhurriedly", "at a slow pace", "taking plenty of time", "lazily",
        "in a leisurely way", "calmly", "at half speed", "at a slow tempo", "at a snail's pace", "ever so slowly",
        "with no rush", "taking all the time in the world",
    ),
    "fast": (
        "quickly", "fast", "rapidly", "at high speed", "in a hurry", "very fast", "swiftly", "speedily", "hastily",
        "as fast as possible", "briskly", "at top speed", "at double speed", "at a fast tempo", "at a rapid pace",
        "in double time", "with great speed",
    ),
    "smooth": (
        "smoothly", "fluidly", "with a smooth flow", "in one flowing movement", "gliding softly", "softly",
        "gracefully", "gently", "seamlessly", "without any break", "legato", "like silk", "fluently",
        "in a continuous flow", "in one continuous motion", "with soft transitions",
        "melting from one shape into the next",
    ),
    "sharp": (
        "sharply", "abruptly", "crisply", "with sharp accents", "with sudden stops", "in a staccato way", "snappily",
        "suddenly", "jerkily", "percussively", "hitting every position hard", "with hard accents", "with crisp stops",
        "in sudden bursts", "in a choppy way", "in a clipped way", "jaggedly",
    ),
    "heavy": (
        "heavily", "with heavy weight", "sinking into the floor", "ponderously", "as if weighed down",
        "with full weight", "grounded and weighty", "as if wading through mud", "wearily", "as if made of lead",
        "as if carrying a heavy load", "with leaden limbs", "giving in to gravity", "in a lumbering way",
        "like an elephant",
    ),
    "light": (
        "lightly", "light as a feather", "with a light touch", "on light feet", "airily", "weightlessly", "delicately",
        "daintily", "hardly touching the floor", "feather-light", "as light as air", "as if floating on air",
        "as if without weight", "ethereally",
    ),
    "small": (
        "with small movements", "in a small way", "tinily", "barely moving", "with little range", "compactly",
        "slightly", "just a little", "minimally", "modestly", "with tiny movements", "with small gestures",
        "on a small scale", "keeping everything small", "in miniature", "with hardly any movement",
    ),
    "big": (
        "with big movements", "in a big way", "expansively", "with full range", "hugely", "taking up space", "broadly",
        "with exaggerated movements", "as large as possible", "widely", "with large movements", "with huge gestures",
        "on a large scale", "larger than life", "filling the whole space", "with oversized gestures",
    ),
    "bouncy": (
        "with a bounce", "bouncily", "with springy knees", "bouncing to the beat", "with a bouncy groove", "springily",
        "bobbing up and down", "elastically", "with a spring in every beat", "as if on springs",
        "as if on a trampoline", "like a rubber ball", "with a bounce in the knees", "with bobbing knees",
        "bouncing up and down",
    ),
}  # fmt: skip
ADJECTIVES = {
    "slow": (
        "slow", "unhurried", "slow-motion", "leisurely", "lazy", "calm", "slow-paced", "unrushed", "half-speed",
        "drawn-out", "slowed-down",
    ),
    "fast": (
        "fast", "quick", "rapid", "speedy", "swift", "hasty", "fast-paced", "high-speed", "double-time", "hurried",
        "lightning-fast",
    ),
    "smooth": (
        "smooth", "flowing", "fluid", "soft", "graceful", "gentle", "silky", "seamless", "continuous", "fluent",
        "liquid",
    ),
    "sharp": (
        "sharp", "abrupt", "crisp", "snappy", "staccato", "sudden", "choppy", "clipped", "jerky", "jagged",
        "hard-edged",
    ),
    "heavy": (
        "heavy", "weighty", "ponderous", "leaden", "lumbering", "weighed-down", "burdened", "cumbersome", "lead-heavy",
    ),
    "light": (
        "light", "airy", "weightless", "feathery", "delicate", "feather-light", "floaty", "dainty", "ethereal",
        "featherlike",
    ),
    "small": (
        "small", "tiny", "little", "compact", "slight", "minimal", "miniature", "modest", "small-scale", "teeny",
    ),
    "big": (
        "big", "large", "huge", "expansive", "broad", "exaggerated", "oversized", "enormous", "giant", "large-scale",
        "larger-than-life",
    ),
    "bouncy": (
        "bouncy", "springy", "elastic", "bobbing", "rubbery", "spring-loaded", "jouncing", "trampoline-like",
    ),
}  # fmt: skip
DIRECTIONS = {
    "forward": ("forward", "forwards", "ahead", "straight ahead"),
    "backward": ("backward", "backwards"),
    "left": ("to the left",),
    "right": ("to the right",),
    "in_place": ("on the spot", "in place", "without travelling"),
}
TIMES = {2: ("twice", "two times"), 3: ("three times",), 4: ("four times",)}
SAYABLE = ("qualities", "side", "direction", "times")
"""What a caption may say of its moves, or leave out."""


def describe(rng: np.random.Generator, attributes: Attributes, count: int) -> tuple[Caption, ...]:
    """Up to `count` different captions of a phrase; the first says all of its attributes that can be said."""
    shapes = _shapes(attributes)
    fullest = max((_say(rng, attributes, shape) for shape in rng.permutation(shapes)), key=_fullness)
    captions = {fullest.text: fullest}
    for _ in range(count * 3):
        if len(captions) >= count:
            break
        caption = _say(rng, _leave_out(rng, attributes), _one(rng, shapes))
        captions.setdefault(caption.text, caption)
    return tuple(captions.values())


def in_full(rng: np.random.Generator, attributes: Attributes) -> str:
    """A caption that says all of the attributes that can be said."""
    return describe(rng, attributes, 1)[0].text


def _say(rng: np.random.Generator, attributes: Attributes, shape: "Shape") -> Caption:
    """One caption, which claims what its sentence came to say and nothing else."""
    speech = _Speech(rng, attributes)
    text = " ".join(shape(speech).split()).replace(" ,", ",")
    unsaid = {name: () if name == "qualities" else None for name in SAYABLE if name not in speech.said}
    return Caption(text, replace(attributes, **unsaid))


def _fullness(caption: Caption) -> int:
    return sum(bool(getattr(caption.claims, name)) for name in SAYABLE)


def _leave_out(rng: np.random.Generator, attributes: Attributes) -> Attributes:
    """The same attributes with some that need not be said."""
    kept = {name: getattr(attributes, name) if rng.random() < 0.6 else None for name in ("side", "direction", "times")}
    return replace(attributes, qualities=attributes.qualities if rng.random() < 0.75 else (), **kept)


def _one(rng: np.random.Generator, options):
    return options[int(rng.integers(len(options)))]


_ENGINE = inflect.engine()


class _Speech:
    """The parts of speech of one caption, each drawn anew at every mention; `said` is what they have told so far."""

    def __init__(self, rng: np.random.Generator, told: Attributes) -> None:
        self.rng, self.told = rng, told
        self.moves: list[Move] = [MOVES[name] for name in told.moves]
        self.said: set[str] = set()

    @property
    def subject(self) -> str:
        return _one(self.rng, SUBJECTS)

    def does(self, index: int = 0) -> str:
        return _one(self.rng, self.moves[index].words.does)

    def base(self, index: int = 0) -> str:
        return _inflected("plural_verb", self.does(index))

    def doing(self, index: int = 0) -> str:
        return _inflected("present_participle", self.does(index))

    def noun(self, index: int = 0) -> str:
        return _one(self.rng, self.moves[index].words.noun)

    def picture(self) -> str:
        return _one(self.rng, self.moves[0].words.pictures)

    @property
    def adverb(self) -> str:
        return " and ".join(self._qualities(ADVERBS))

    @property
    def adjective(self) -> str:
        return ", ".join(self._qualities(ADJECTIVES))

    def _qualities(self, words: dict[str, tuple[str, ...]]) -> list[str]:
        self.said.add("qualities")
        return [_one(self.rng, words[name]) for name in self.told.qualities]

    def where(self, index: int = 0) -> str:
        """Side, direction and number of times, as they are said of one of the moves."""
        parts, told = [], self.told
        if told.side and (sayings := self.moves[index].words.side):
            parts.append(_one(self.rng, sayings).format(side=told.side, rotation=ROTATION.get(told.side, "")))
            self.said.add("side")
        if told.direction in DIRECTIONS:
            parts.append(_one(self.rng, DIRECTIONS[told.direction]))
            self.said.add("direction")
        if told.times in TIMES:
            parts.append(_one(self.rng, TIMES[told.times]))
            self.said.add("times")
        return " ".join(parts)


IRREGULAR = {
    "does not move": ("do not move", "not moving"),
    "chasses": ("chasse", "chasseing"),
    "flosses": ("floss", "flossing"),
    "gallops": ("gallop", "galloping"),
    "squats": ("squat", "squatting"),
    "waltzes": ("waltz", "waltzing"),
    "opens": ("open", "opening"),
    "loosens": ("loosen", "loosening"),
    "straightens": ("straighten", "straightening"),
    "tiptoes": ("tiptoe", "tiptoeing"),
    "pivots": ("pivot", "pivoting"),
    "travels": ("travel", "travelling"),
    "models": ("model", "modelling"),
    "again": ("again", "again"),
    "forth": ("forth", "forth"),
    "fro": ("fro", "fro"),
}
"""Base form and participle of what `inflect` bends wrongly."""


@cache
def _inflected(how: str, third_person: str) -> str:
    """The verb at the head of a clause, and any verb after "and", as base form or participle."""
    if third_person in IRREGULAR:
        return IRREGULAR[third_person][how == "present_participle"]
    clauses = third_person.split(" and ")
    if len(clauses) > 1:
        return " and ".join(_inflected(how, clause) for clause in clauses)
    verb, _, rest = third_person.partition(" ")
    bent = IRREGULAR[verb][how == "present_participle"] if verb in IRREGULAR else getattr(_ENGINE, how)(verb)
    return f"{bent} {rest}".strip()


Shape = Callable[[_Speech], str]


def _shapes(attributes: Attributes) -> tuple[Shape, ...]:
    """Sentence shapes that name every move of a phrase."""
    if attributes.at_once:
        return _AT_ONCE
    if len(attributes.moves) == 1 and MOVES[attributes.moves[0]].words.pictures:
        return _SINGLE + _PICTURED
    return (_SINGLE, _SEQUENCE, _SEQUENCE_OF_THREE)[len(attributes.moves) - 1]


@cache
def _article(noun: str) -> str:
    return _ENGINE.a(noun)


def _listed(*parts: str) -> str:
    return ", ".join(part.strip() for part in parts if part.strip())


_SINGLE = (
    lambda t: f"{t.subject} {t.does()} {t.adverb} {t.where()}",
    lambda t: f"{t.subject} {t.does()} {t.where()} {t.adverb}",
    lambda t: f"{t.subject} {t.adverb} {t.does()} {t.where()}",
    lambda t: _article(f"{t.adjective} {t.noun()}".strip()) + f" {t.where()}",
    lambda t: f"{t.adjective} {t.noun()} {t.where()}",
    lambda t: f"{t.doing()} {t.adverb} {t.where()}",
    lambda t: f"{t.subject} is {t.doing()} {t.adverb} {t.where()}",
    lambda t: f"{t.base()} {t.where()} {t.adverb}",
    lambda t: f"{t.subject} does " + _article(f"{t.adjective} {t.noun()}".strip()) + f" {t.where()}",
)
_PICTURED = (
    lambda t: _listed(t.picture(), t.where(), t.adverb),
    lambda t: _listed(t.adverb, t.picture(), t.where()),
    lambda t: _listed(f"{t.subject} {t.does()} {t.where()} {t.adverb}", t.picture()),
)
_SEQUENCE = (
    lambda t: f"{t.subject} {t.does(0)} {t.where(0)}, then {t.does(1)} {t.where(1)} {t.adverb}",
    lambda t: f"{t.subject} {t.does(0)} {t.where(0)} {t.adverb}, then {t.does(1)} {t.where(1)}",
    lambda t: f"{t.adjective} {t.noun(0)} then {t.noun(1)}",
    lambda t: f"{t.adverb} {t.doing(0)} {t.where(0)} and then {t.doing(1)} {t.where(1)}",
    lambda t: f"{t.base(0)} then {t.base(1)} {t.adverb}",
    lambda t: f"first {_article(t.noun(0))}, then {_article(t.noun(1))} {t.where(1)}",
    lambda t: f"{t.subject} {t.does(0)} {t.where(0)} {t.adverb} before {t.doing(1)}",
    lambda t: f"after {_article(t.noun(0))}, {t.subject} {t.does(1)} {t.where(1)} {t.adverb}",
    lambda t: f"{t.adjective} {t.noun(0)} followed by {_article(t.noun(1))}",
)
_SEQUENCE_OF_THREE = (
    lambda t: (
        f"{t.subject} {t.does(0)} {t.where(0)}, {t.does(1)} {t.where(1)}, then {t.does(2)} {t.where(2)} {t.adverb}"
    ),
    lambda t: f"{t.subject} {t.does(0)}, then {t.does(1)} {t.where(1)}, and then {t.does(2)} {t.adverb}",
    lambda t: f"{t.adverb} {t.doing(0)}, {t.doing(1)} {t.where(1)} and finally {t.doing(2)}",
    lambda t: f"{t.base(0)}, {t.base(1)}, then {t.base(2)} {t.adverb}",
    lambda t: f"{t.adjective} {t.noun(0)}, {t.noun(1)} and {t.noun(2)}",
    lambda t: f"first {_article(t.noun(0))}, then {_article(t.noun(1))} {t.where(1)}, at last {_article(t.noun(2))}",
    lambda t: f"{t.subject} {t.does(0)} and {t.does(1)} {t.where(1)} {t.adverb}, ending with {_article(t.noun(2))}",
)
_AT_ONCE = (
    lambda t: f"{t.adjective} {t.noun(0)} with {_article(t.noun(1))} {t.where(1)}",
    lambda t: f"{t.adjective} {t.noun(0)} {t.where(0)} with {_article(t.noun(1))}",
    lambda t: f"{t.subject} {t.does(0)} {t.where(0)} while {t.doing(1)} {t.where(1)} {t.adverb}",
    lambda t: f"{t.doing(0)} and {t.doing(1)} {t.where(1)} at the same time {t.adverb}",
    lambda t: f"{t.base(0)} and {t.base(1)} {t.where(1)} {t.adverb}",
    lambda t: f"{t.subject} {t.does(1)} {t.where(1)} during " + _article(f"{t.adjective} {t.noun(0)}".strip()),
)


def prompts(attributes: Attributes) -> tuple[str, ...]:
    """Plain captions for labelling by text: all ways to name one move, on one side if asked, or one quality."""
    if not attributes.moves:
        (name,) = attributes.qualities
        return tuple(f"a dancer moves {adverb}" for adverb in ADVERBS[name]) + tuple(
            f"{adjective} movement" for adjective in ADJECTIVES[name]
        )
    words = MOVES[attributes.moves[0]].words
    plain = [f"a dancer {does}" for does in words.does] + [_article(noun) for noun in words.noun]
    if attributes.side is None:
        return tuple(plain)
    said = [each.format(side=attributes.side, rotation=ROTATION[attributes.side]) for each in words.side]
    return tuple(f"{text} {where}" for text in plain for where in said)
