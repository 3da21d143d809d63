"""The caption grammar: from attributes to sentences that are true of them.

Every move brings its own words (`train.studio.repertoire.Words`); here they are bent into sentences of several shapes,
with synonyms, and with attributes sometimes left out. A caption keeps what it claims (`train.caption`).
"""

from dataclasses import replace

import numpy as np

from train.caption import Attributes, Caption
from train.studio.inflection import article
from train.studio.manners import ADJECTIVES, ADVERBS
from train.studio.repertoire import MOVES, ROTATION
from train.studio.speech import Shape, Speech, one, shapes_for

SAYABLE = ("qualities", "side", "direction", "times")
"""What a caption may say of its moves, or leave out."""


def describe(rng: np.random.Generator, attributes: Attributes, count: int) -> tuple[Caption, ...]:
    """Up to `count` different captions of a phrase; the first says all of its attributes that can be said."""
    shapes = shapes_for(attributes)
    fullest = max((_say(rng, attributes, shape) for shape in rng.permutation(shapes)), key=_fullness)
    captions = {fullest.text: fullest}
    for _ in range(count * 3):
        if len(captions) >= count:
            break
        caption = _say(rng, _leave_out(rng, attributes), one(rng, shapes))
        captions.setdefault(caption.text, caption)
    return tuple(captions.values())


def in_full(rng: np.random.Generator, attributes: Attributes) -> str:
    """A caption that says all of the attributes that can be said."""
    return describe(rng, attributes, 1)[0].text


def _say(rng: np.random.Generator, attributes: Attributes, shape: Shape) -> Caption:
    """One caption, which claims what its sentence came to say and nothing else."""
    speech = Speech(rng, attributes)
    text = " ".join(shape(speech).split()).replace(" ,", ",")
    unsaid = {name: () if name == "qualities" else None for name in SAYABLE if name not in speech.said}
    return Caption(text, replace(attributes, **unsaid))


def _fullness(caption: Caption) -> int:
    return sum(bool(getattr(caption.claims, name)) for name in SAYABLE)


def _leave_out(rng: np.random.Generator, attributes: Attributes) -> Attributes:
    """The same attributes with some that need not be said."""
    kept = {name: getattr(attributes, name) if rng.random() < 0.6 else None for name in ("side", "direction", "times")}
    return replace(attributes, qualities=attributes.qualities if rng.random() < 0.75 else (), **kept)


def prompts(attributes: Attributes) -> tuple[str, ...]:
    """Plain captions for labelling by text: all ways to name one move, on one side if asked, or one quality."""
    if not attributes.moves:
        (name,) = attributes.qualities
        return tuple(f"a dancer moves {adverb}" for adverb in ADVERBS[name]) + tuple(
            f"{adjective} movement" for adjective in ADJECTIVES[name]
        )
    words = MOVES[attributes.moves[0]].words
    plain = [f"a dancer {does}" for does in words.does] + [article(noun) for noun in words.noun]
    if attributes.side is None:
        return tuple(plain)
    said = [each.format(side=attributes.side, rotation=ROTATION[attributes.side]) for each in words.side]
    return tuple(f"{text} {where}" for text in plain for where in said)
