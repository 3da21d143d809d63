"""Why a dance was found: which words of the text matched which of its attributes. Knows nothing of pages.

Found out from the encoder, not from spelling. A word's credit for an attribute is how much nearer it brings the text to
it: the mean of what the word does when it comes first (alone, against a text that asks for nothing) and when it comes
last (the text, against the text without it), which are the two ends of a Shapley value. So "one leg stretched out
behind" matches an arabesque by "leg" and "behind", and "a punch with the fist" a punch by both. Words that the encoder
takes for something that the dance does not have are named too. A dance that nobody has described has no why.
"""

import re

import numpy as np

from demo.encoders import LONGEST_TEXT, Encoders
from demo.label import Labels

WORD = re.compile(r"\w+(?:['’-]\w+)*")
MOST = 20
"""Words of a text that get a credit; more would take longer than the search."""

SMALL = re.compile("a|an|the|and|with|then|of|is|are|as|it|its|he|she|his|her|their", re.IGNORECASE)
"""Words that name nothing and get no credit: three in ten of a caption's, and each would take a text of its own."""

KNOWN = 2000
"""Words whose credit alone is kept, since they recur from text to text; each takes half a kilobyte."""

NOTHING = "someone dances"
LEAST, MEANT = 0.13, 0.15
"""The credit from which on a word has matched an attribute; what the text loses of any attribute without a word, from
which on that word was meant."""

AMONG_WORDS, AMONG_KIND = 0.4, 0.75
"""What share of the best credit it takes: among the text's words for an attribute, and among a word's attributes of one
kind, so that "slow" has not matched fast."""

TOLD = 0.3
"""How much more credit a side or direction takes than its opposite: "spin" asks for neither."""

SIDES = {
    "left": ("with the left hand", "with the left leg", "to the left"),
    "right": ("with the right hand", "with the right leg", "to the right"),
    "both": ("with both arms", "on both sides"),
}
DIRECTIONS = {
    "forward": ("forward", "to the front"),
    "backward": ("backward", "to the back"),
    "clockwise": ("clockwise", "a turn clockwise"),
    "counterclockwise": ("counterclockwise", "a turn counterclockwise"),
    "in_place": ("in place", "on the spot"),
}
"""Both in words, since the vocabulary's embeddings are of moves and qualities alone. They are two kinds: "left" is said
of a leg, and of a turn that is counterclockwise too."""

OPPOSITES = {"left": "right", "forward": "backward", "clockwise": "counterclockwise"}
OPPOSITES |= {other: way for way, other in OPPOSITES.items()}


class Why:
    """Every attribute that a dance can have, with its place in the space of texts and dances."""

    def __init__(self, encoders: Encoders, labels: Labels) -> None:
        ways = SIDES | DIRECTIONS
        spoken = encoders.encode_text([words for way in ways.values() for words in way])
        ends = np.cumsum([len(way) for way in ways.values()])[:-1]
        meant = np.stack([some.mean(0) for some in np.split(spoken, ends)])
        self.encoders = encoders
        self.column = {name: index for index, name in enumerate([*labels.ids.tolist(), *ways])}
        self.attributes = np.concatenate([labels.embeddings, meant])
        self.kinds = np.array([*labels.kinds.tolist(), *["side"] * len(SIDES), *["direction"] * len(DIRECTIONS)])
        self.ways, self.opposites = np.array([[self.column[way] for way in pair] for pair in OPPOSITES.items()]).T
        self.nothing = encoders.encode_text([NOTHING])[0] @ self.attributes.T
        self._known: dict[str, np.ndarray] = {}

    def explain(self, text: str, results: list[dict]) -> list[dict]:
        """For each result of a search for `text`, by what words it fits.

        matched: [{"attribute", "words"}...], in the order of the dance's attributes; no words where nobody asked.
        unmatched: words that mean something to the encoder and match none of the dance's attributes.
        """
        words, first, last = self.credit(text)
        credit = (first + last) / 2
        heard = np.zeros_like(credit, dtype=bool)
        for kind in set(self.kinds.tolist()):
            of_kind = self.kinds == kind
            most = credit[:, of_kind].max(1, initial=0, keepdims=True)
            heard[:, of_kind] = credit[:, of_kind] >= np.maximum(LEAST, AMONG_KIND * most)
        heard &= credit >= AMONG_WORDS * credit.max(0, initial=0)
        heard[:, self.ways] &= credit[:, self.ways] - credit[:, self.opposites] >= TOLD
        meant = last.max(1, initial=0) >= MEANT
        return [self._one(words, heard, meant, result["attributes"]) for result in results]

    def credit(self, text: str) -> tuple[list[str], np.ndarray, np.ndarray]:
        """A text's words, and what cosine to each attribute each adds as the first and as the last: (words, k)."""
        spans = [found.span() for found in WORD.finditer(text, 0, LONGEST_TEXT) if not SMALL.fullmatch(found[0])][:MOST]
        words = [text[start:stop] for start, stop in spans]
        if not words:
            return [], *np.zeros((2, 0, len(self.attributes)), dtype=np.float32)
        first = self._alone(words)
        if len(words) == 1:
            return words, first, first
        texts = [text, *(text[:start] + text[stop:] for start, stop in spans)]
        whole, *without = self.encoders.encode_text(texts) @ self.attributes.T
        return words, first, whole - without

    def _alone(self, words: list[str]) -> np.ndarray:
        """What cosine each word adds to each attribute where nothing else is said: (words, k)."""
        known = self._known
        found = {word: known[word] for word in words if word in known}
        new = [word for word in dict.fromkeys(words) if word not in found]
        if new:
            found |= zip(new, self.encoders.encode_text(new) @ self.attributes.T - self.nothing, strict=True)
            self._known = dict(list((known | found).items())[-KNOWN:])
        return np.stack([found[word] for word in words])

    def _one(self, words: list[str], heard: np.ndarray, meant: np.ndarray, attributes: dict) -> dict:
        names = [*attributes.get("moves", []), *attributes.get("qualities", [])]
        names += [attributes[kind] for kind in ("side", "direction") if attributes.get(kind)]
        known = [name for name in dict.fromkeys(names) if name in self.column]
        matches = heard[:, [self.column[name] for name in known]]
        return {
            "matched": [
                {"attribute": name, "words": [words[index] for index in np.flatnonzero(column)]}
                for name, column in zip(known, matches.T, strict=True)
            ],
            "unmatched": [words[index] for index in np.flatnonzero(meant & ~matches.any(1))],
        }
