"""All rows of the benchmark, for any encoders: on the studio's dances and texts, and on real motion."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np

from train.bench.corpus import Corpus
from train.bench.known_rows import known
from train.bench.measure import Measure
from train.bench.queries import ask
from train.bench.real_rows import actions, captioned, genres
from train.bench.studio_rows import compositions, minimal_pairs, notebook
from train.caption import Phrase
from train.config import LABELLED
from train.encoders import Encoders, Once
from train.real.bandai import style
from train.real.sources import KIN, THIRDS, read
from train.text_encoder import sentence_embeddings

CHOOSING = 0
"""The third of the recordings that was looked at while the encoder was being made."""


@dataclass(eq=False)
class Rows:
    """What is measured on, made or read when first needed and kept for every method.

    mocap: folders of real motion by name (`train.real.sources.SOURCES`). queries: to the gallery. Zero-shot figures
    leave out the third of real motion that choices were made by.
    """

    mocap: dict[str, Path] = field(default_factory=dict)
    queries: list[dict] = field(default_factory=list)
    corpus: Corpus = field(default_factory=Corpus)

    @cached_property
    def _meaning(self) -> np.ndarray:
        return sentence_embeddings([phrase.captions[0].text for phrase in self.corpus.held_out])

    @cached_property
    def _recordings(self) -> dict[str, list[Phrase]]:
        """Whole sources where a third is kept to choose by; else what is published as their test part."""
        return {name: read(name, path, "all" if name in THIRDS else "test", 0) for name, path in self.mocap.items()}

    def studio(self, encoders: Encoders) -> dict[str, Measure]:
        """Rows on dances and texts of the project's own."""
        encoders = Once(encoders)
        found = compositions(encoders, self.corpus, self._meaning)
        found |= notebook(encoders, self.corpus) | minimal_pairs(encoders, self.corpus) | known(encoders, self.corpus)
        if self.queries:
            found |= ask(encoders, self.corpus, self.queries)
        return {f"studio: {name}": measure for name, measure in found.items()}

    def strange(self, encoders: Encoders, how: str = "zero-shot") -> dict[str, Measure]:
        """Real motion for a method that was not trained on it. how: what the rows call that."""
        found = {}
        for name, phrases in self._recordings.items():
            third = THIRDS.get(name, lambda phrase: None)
            found |= _real(encoders, name, [phrase for phrase in phrases if third(phrase) != CHOOSING], how)
        return found

    def trained(self, encoders: Encoders, fold: int, learned: set[str]) -> dict[str, Measure]:
        """Real motion for a method that was trained with all of it but this fold, which is measured.

        learned: all sources that it was trained with.
        """
        found = {}
        for name, path in self.mocap.items():
            how = unless_learned("trained", name, learned - {name})
            found |= _real(encoders, name, read(name, path, "test", fold), how)
        return found


def unless_learned(how: str, name: str, sources: set[str]) -> str:
    """What the rows of a source are called: `how`, unless some of its recordings may have been learned by way of these
    sources, since somebody labelled them or a kindred set has them too."""
    return "partly learned, perhaps" if {LABELLED, *KIN.get(name, ())} & sources else how


def _real(encoders: Encoders, name: str, phrases: list[Phrase], how: str) -> dict[str, Measure]:
    """Rows of one source. The first Bandai data set, of another recording set-up, stands by itself."""
    found = {}
    if name == "ballroom":
        found = genres(encoders, phrases)
    elif name == "bandai":
        for session in sorted({phrase.source.split("/")[0] for phrase in phrases}):
            own = [phrase for phrase in phrases if phrase.source.startswith(session + "/")]
            measures = actions(encoders, own, [style(phrase) for phrase in own])
            found |= {f"{session.removeprefix('bandai ')}, {row}": each for row, each in measures.items()}
    else:
        found = captioned(encoders, phrases)
    return {f"{name}, {how}: {row}": each for row, each in found.items()}
