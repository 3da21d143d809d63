"""The gallery: dances with their embeddings and captions, in one file, and which of them are nearest to an embedding.

Search is exact; among a great many dances, it is exact among those that an index beside the file proposes
(`demo.near`). Knows nothing of encoders.
"""

import json
import lzma
import zipfile
import zlib
from dataclasses import dataclass
from functools import cached_property
from glob import escape
from pathlib import Path

import numpy as np

from demo import archive
from demo.encoders import MODELS
from demo.exact import Exact, best
from demo.near import FEW, LARGE, MOST, Near
from demo.slips import Lexicon
from motion import Clip
from motion.canonical import FPS
from motion.command import InputError
from motion.skeleton import JOINTS

GALLERY = MODELS / "gallery.npz"
CHECKED = 10_000
"""Rows of a gallery that are looked into when it is loaded, or read for their words, spread over all: not more than a
moment's work."""

FIELDS = ("embeddings", "caption_embeddings", "positions", "offsets", "ids", "captions", "attributes", "source")
SUMS = "[0-9a-f]" * 16
"""How an index file's name ends, before its ending: the sums of what was indexed."""

OTHER_TIMES = 0.1
"""What a dance falls behind in a search that says how often, if it is danced another number of times: so much more the
score hears the move than the count."""

KINDS = ("moves", "qualities")
"""The attributes of a dance that are lists of vocabulary ids."""


@dataclass(frozen=True, eq=False)
class Gallery:
    """n dances. The arrays are as they stand in the file, which holds no pickles.

    embeddings: float32 (n, dim), unit length, of the dances.
    caption_embeddings: float16 (n, dim), of their captions, to three decimals, which pack well.
    positions: int16 (total_frames, 22, 3), canonical, millimetres, one dance after the other.
    offsets: int64 (n + 1), where each dance starts in `positions`; the last is total_frames.
    ids: unicode (n), each its own. captions, source: unicode (n).
    attributes: unicode (n), JSON objects: moves, qualities (lists of vocabulary ids), side, direction (id or null), and
    times (a number or null) if it is known how often the movement is danced.
    near: the index, of a large gallery.

    Raises InputError when they do not fit together.
    """

    embeddings: np.ndarray
    caption_embeddings: np.ndarray
    positions: np.ndarray
    offsets: np.ndarray
    ids: np.ndarray
    captions: np.ndarray
    attributes: np.ndarray
    source: np.ndarray
    near: Near | None = None

    def __post_init__(self) -> None:
        n = len(self.embeddings) if self.embeddings.ndim == 2 else 0
        texts = (self.ids, self.captions, self.attributes, self.source)
        steps = np.diff(self.offsets)
        some = slice(None, None, 1 + n // CHECKED)
        checks = {
            "embeddings (n, dim) of n > 0 dances": n > 0 and self.embeddings.dtype == np.float32,
            "embeddings of unit length": np.allclose(np.linalg.norm(self.embeddings[some], axis=-1), 1, atol=1e-3),
            "caption_embeddings float16 (n, dim)": self.caption_embeddings.shape == self.embeddings.shape
            and self.caption_embeddings.dtype == np.float16
            and bool(np.isfinite(self.caption_embeddings[some]).all()),
            "positions int16 (frames, 22, 3)": self.positions.dtype == np.int16
            and self.positions.shape[1:] == (len(JOINTS), 3),
            "offsets (n + 1) from 0 up to the number of frames": self.offsets.shape == (n + 1,)
            and self.offsets[0] == 0
            and self.offsets[-1] == len(self.positions)
            and bool((steps > 0).all()),
            "texts (n)": all(text.shape == (n,) and text.dtype.kind == "U" for text in texts),
            "ids (n), each its own": len(set(self.ids.tolist())) == n,
            "an index of as many dances": self.near is None or len(self.near) == n,
            "attributes (n) as JSON objects": all(isinstance(value, dict) for value in self._attributes),
        }
        for expected, holds in checks.items():
            if not holds:
                raise InputError(f"This is not a gallery: it needs {expected}.")

    @classmethod
    def load(cls, path: str | Path = GALLERY) -> "Gallery":
        """Read a gallery file, and map the index beside it if there is one. Raises InputError when it is not one."""
        try:
            arrays = archive.read(path, later=("positions",))
            beside = index_file(path)
            near = Near.load(beside) if beside.exists() else None
            return cls(**{name: arrays[name] for name in FIELDS}, near=near)
        except FileNotFoundError as error:
            raise InputError(
                f"There is no gallery at {path}; `python -m demo.index` makes one from a folder."
            ) from error
        except InputError as error:
            raise InputError(f"{path}: {error}") from error
        except (
            ValueError,
            KeyError,
            TypeError,
            EOFError,
            OSError,
            RuntimeError,  # of zipfile, for what is encrypted or packed in a way it does not know
            zipfile.BadZipFile,
            zlib.error,
            lzma.LZMAError,
        ) as error:
            raise InputError(f"{path}: This is not a gallery, an .npz file of {', '.join(FIELDS)}.") from error

    def save(self, path: str | Path) -> None:
        """Write the gallery; the same gallery gives the same bytes.

        Positions are laid out joint by joint along time, where neighbours are alike, and packed with LZMA, which
        `numpy.load` reads as well: half the size of `numpy.savez_compressed`. A large gallery is written as it stands,
        so that it need not be read to be searched, with an index beside it.
        """
        large = len(self) >= LARGE
        arrays = {name: getattr(self, name) for name in FIELDS}
        arrays["positions"] = np.asarray(self.positions, order=None if large else "F")
        archive.write(path, arrays, mapped=large)
        for older in Path(path).parent.glob(f"{escape(Path(path).stem)}.{SUMS}.index"):
            older.unlink()
        if large:
            Near.build(self.embeddings, self.caption_embeddings).save(index_file(path))

    def __len__(self) -> int:
        return len(self.ids)

    def search(
        self,
        embedding: np.ndarray,
        top_k: int,
        by_caption: float = 0.0,
        keep: np.ndarray | None = None,
        times: int | None = None,
    ) -> tuple[np.ndarray, np.ndarray]:
        """The `top_k` dances nearest to `embedding` (dim): indices and cosines (k), best first, ties in file order.

        by_caption: the share that the caption's cosine has in a score, beside the dance's own.
        keep: bool (n), the dances to search among; all where it is None.
        times: how often the movement is to be danced. Dances that are known to do so another number of times come
        `OTHER_TIMES` later than their cosines, which are given as they are.
        """
        self.check_fit(embedding.size)
        among = None if keep is None or keep.all() else np.flatnonzero(keep)
        if self.near is not None and top_k <= MOST and (among is None or len(among) > FEW):
            among = self.near.candidates(embedding, top_k, by_caption, keep)
        scores = self._exact.scores(embedding, by_caption, among)
        order = best(scores - OTHER_TIMES * self._otherwise(times, among) if times else scores, top_k)
        return (order if among is None else among[order]), scores[order]

    def check_fit(self, dim: int) -> None:
        """Raise InputError for the dimensions of other encoders than the gallery was made by."""
        if dim != self.embeddings.shape[1]:
            raise InputError(
                f"The gallery has {self.embeddings.shape[1]} dimensions and the encoders have {dim}; "
                "index the dances again."
            )

    def where(self, move: str = "", quality: str = "", source: str = "") -> np.ndarray:
        """Which dances have all of these in their attributes, bool (n); what is empty is not asked for.

        Raises InputError where none has, and says what there is.
        """
        keep = np.ones(len(self), dtype=bool)
        for kind, asked in (("moves", move), ("qualities", quality), ("source", source)):
            if asked and asked not in self.kinds[kind]:
                known = ", ".join(self.kinds[kind]) or "none"
                raise InputError(f"found {asked[:40]!r} among no dance's {kind}; in this gallery there are {known}.")
            if asked:
                keep &= self._has(kind, asked)
        if not keep.any():
            asked = " and ".join(filter(None, (move, quality, source)))
            raise InputError(f"No dance of the gallery has {asked} together; ask for less.")
        return keep

    def lacking(self, moves: list[str]) -> np.ndarray:
        """Which dances have none of these moves in their attributes, bool (n)."""
        return np.array([set(moves).isdisjoint(known.get("moves", [])) for known in self._attributes])

    @cached_property
    def kinds(self) -> dict[str, list[str]]:
        """All moves, qualities and sources of the dances, each in the order of the alphabet."""
        kinds = {kind: {id for known in self._attributes for id in known.get(kind, [])} for kind in KINDS}
        return {kind: sorted(ids) for kind, ids in {**kinds, "source": set(self.source.tolist())}.items()}

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words of the captions, of a large gallery of some spread over all; and of those that come with the
        encoders, which know these words: "stomp" is not misspelt where a gallery has but "stops"."""
        shipped = archive.read(GALLERY, later=FIELDS)["captions"]
        return Lexicon({*self.captions[:: 1 + len(self) // CHECKED].tolist(), *shipped[:].tolist()})

    def _has(self, kind: str, asked: str) -> np.ndarray:
        if kind == "source":
            return self.source == asked
        return np.array([asked in known.get(kind, []) for known in self._attributes])

    def _otherwise(self, times: int, among: np.ndarray | None) -> np.ndarray:
        """Which dances, of all or of those `among` them, are known to be danced another number of times, bool."""
        known = self._times if among is None else self._times[among]
        return (known > 0) & (known != times)

    def index(self, id: str) -> int | None:
        """The index of the dance called `id`; None where none is."""
        return self._by_id.get(id)

    def clip(self, index: int) -> Clip:
        """Dance `index` as a clip, metres."""
        start, stop = self.offsets[index : index + 2]
        return Clip(self.positions[start:stop].astype(np.float32) / 1000, FPS)

    def entry(self, index: int) -> dict:
        """What is known about dance `index`, as the command line and the page show it; duration in seconds."""
        start, stop = self.offsets[index : index + 2].tolist()
        return {
            "id": str(self.ids[index]),
            "caption": str(self.captions[index]),
            "duration": round((stop - start) / FPS, 2),
            "source": str(self.source[index]),
            "attributes": self._attributes[index],
        }

    @cached_property
    def _exact(self) -> Exact:
        return Exact(self.embeddings, self.caption_embeddings)

    @cached_property
    def _by_id(self) -> dict[str, int]:
        return {id: index for index, id in enumerate(self.ids.tolist())}

    @cached_property
    def _times(self) -> np.ndarray:
        """How often each dance does its movement, int (n); 0 where that is not known."""
        return np.array([known.get("times") or 0 for known in self._attributes])

    @cached_property
    def _attributes(self) -> list[dict]:
        texts = self.attributes.tolist()
        known = {text: json.loads(text) for text in set(texts)}  # of many dances, most have what others have
        return [known[text] for text in texts]


def index_file(path: str | Path) -> Path:
    """Where the index of a gallery file is: its name has the sums of what was indexed, so that no other fits."""
    dances, captions = archive.sums(path, FIELDS[:2])
    return Path(path).with_suffix(f".{dances:08x}{captions:08x}.index")
