"""Rows on the studio's dances: held-out compositions, the notebook's words, minimal pairs."""

import numpy as np

from train.bench.corpus import NOTEBOOK, Corpus, Pair
from train.bench.measure import Measure, right
from train.bench.protocols import protocols
from train.caption import TRUE, Attributes, truth_table
from train.encoders import Encoders, label_embeddings
from train.studio.repertoire import MOVES


def compositions(encoders: Encoders, corpus: Corpus, meaning: np.ndarray) -> dict[str, Measure]:
    """Held-out compositions, each with the caption that says all of it. meaning: see `protocols`.

    Among themselves by every protocol, though a move's other qualities are few there. Then each among as many dances as
    the studio makes when nobody asks for anything, most of which are trained on: whether what is found has the move,
    the quality and the side that the text asks for, each of those texts that ask for one, and all together.
    """
    asked, others = corpus.held_out, corpus.others
    captions = [phrase.captions[0] for phrase in asked]
    text = encoders.encode_text([caption.text for caption in captions])
    dance = encoders.encode_dance([phrase.positions for phrase in asked])
    wanted = [caption.claims for caption in captions]
    true = truth_table(wanted, [phrase.attributes for phrase in asked]) == TRUE
    cosine = text @ encoders.encode_dance([phrase.positions for phrase in others]).T
    own = (text * dance).sum(axis=1) > cosine.max(axis=1)
    top = [each.attributes if first else others[index].attributes
           for each, first, index in zip(asked, own, cosine.argmax(axis=1), strict=True)]  # fmt: skip
    both = list(zip(wanted, top, strict=True))
    of = np.array([_composition(phrase.attributes) for phrase in asked])
    parts = {
        "move": [(want.moves, want.at_once) == (hit.moves, hit.at_once) for want, hit in both],
        "quality": [want.qualities in ((), hit.qualities) for want, hit in both],
        "side": [want.side in (None, hit.side) for want, hit in both],
    }
    says = {
        "move": np.ones(len(wanted), dtype=bool),
        "quality": np.array([bool(want.qualities) for want in wanted]),
        "side": np.array([bool(want.side) for want in wanted]),
    }
    shares = {
        f"top hit, {name} right": Measure(100.0 * np.array(hits)[says[name]], clusters=of[says[name]])
        for name, hits in parts.items()
    }
    together = np.all(list(parts.values()), axis=0)
    shares["top hit, move, quality and side right"] = Measure(100.0 * together, clusters=of)
    return protocols(text, dance, meaning, true, np.eye(len(text), dtype=bool), of) | shares


def _composition(attributes: Attributes) -> str:
    """The name of what a phrase is an example of; 1,000 phrases are of fewer."""
    return " ".join([*attributes.moves, str(attributes.at_once), *attributes.qualities, attributes.side or ""])


def notebook(encoders: Encoders, corpus: Corpus) -> dict[str, Measure]:
    """The notebook's ten words as one choice, balanced accuracy."""
    words = [Attributes((word,)) if word in MOVES else Attributes((), (word,)) for word in NOTEBOOK]
    truth, phrases = zip(*corpus.notebook, strict=True)
    chosen = (encoders.encode_dance(list(phrases)) @ label_embeddings(encoders, words).T).argmax(axis=1)
    return {"notebook's ten words": right(list(truth), [NOTEBOOK[index] for index in chosen], balanced=True)}


def minimal_pairs(encoders: Encoders, corpus: Corpus) -> dict[str, Measure]:
    """How often a text prefers its dance to the one that differs in one thing, and a dance its text."""
    return {f"{name} told apart": _preferences(encoders, pairs) for name, pairs in corpus.pairs.items()}


def _preferences(encoders: Encoders, pairs: list[Pair]) -> Measure:
    """One item a pair: the share of its four questions that were answered right."""
    text = encoders.encode_text([text for pair in pairs for text in pair.texts]).reshape(len(pairs), 2, -1)
    dance = encoders.encode_dance([dance for pair in pairs for dance in pair.dances]).reshape(len(pairs), 2, -1)
    cosine = np.einsum("ntd,nmd->ntm", text, dance)
    own, other = cosine[:, [0, 1], [0, 1]], cosine[:, [0, 1], [1, 0]]
    by_dance = cosine[:, [0, 1], [0, 1]] > cosine[:, [1, 0], [0, 1]]
    answered = 100.0 * np.concatenate([own > other, by_dance], axis=1).mean(axis=1)
    return Measure(answered, clusters=np.array([pair.of for pair in pairs]))
