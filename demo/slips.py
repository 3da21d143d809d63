"""The words of many texts, and which of them a misspelt one stands for. Knows nothing of encoders or of dances."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from unicodedata import normalize

WORD = re.compile(r"[^\W\d_]+")
ACCENT = re.compile("[\u0300-\u036f]")

SHORT = 4
"""Letters of a word that may be misspelt, at the least: of shorter ones too many lie one letter apart."""


class Lexicon:
    """often: how often each word is in the texts, in lower case and without accents, as the tokenizer has them."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._text = _plain("\n".join(texts))
        self.often = Counter(WORD.findall(self._text))

    def has(self, words: str) -> bool:
        """Whether any of the texts says these words in a row."""
        return _plain(words) in self._text

    def meant(self, word: str) -> str:
        """The word that is written with one slip, a letter left out, added, moved or replaced; itself where none is.

        First letters are seldom wrong, and a word that begins otherwise is another ("jive" is not "give"). A letter is
        rather lost or moved than replaced ("walz" is "waltz", not "walk"), in words of four letters always. Of words
        that fit alike the one said most often is meant, and none where two are said as often.
        """
        typed = _plain(word)
        if len(typed) < SHORT or typed in self.often or typed.removesuffix("s") in self.often:
            return word
        near = {each for gap in _gaps(typed) for each in self._by_gap.get(gap, ())}
        fit = {each: (_kept(typed, each), self.often[each]) for each in near}
        most = max(fit.values(), default=None)
        best = [each for each, how in fit.items() if how == most and (how[0] or len(typed) > SHORT)]
        return best[0] if len(best) == 1 else word

    @cached_property
    def _by_gap(self) -> dict[str, list[str]]:
        """Words by what is left of them without a letter: two that are one slip apart have that in common."""
        words: dict[str, list[str]] = {}
        for word in self.often:
            if len(word) >= SHORT:
                for gap in _gaps(word):
                    words.setdefault(gap, []).append(word)
        return words


def _gaps(word: str) -> set[str]:
    """A word whole, and without each of its letters but the first."""
    return {word} | {word[:index] + word[index + 1 :] for index in range(1, len(word))}


def _kept(typed: str, meant: str) -> bool:
    """Whether no letter is replaced by another."""
    return len(typed) != len(meant) or sorted(typed) == sorted(meant)


def _plain(text: str) -> str:
    return ACCENT.sub("", normalize("NFD", text.lower()))
