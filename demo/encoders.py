"""The two encoders, run by onnxruntime. Knows nothing of galleries, labels or pages, and never of PyTorch."""

import re
from functools import cached_property
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from demo.calibration import Calibration
from motion.command import InputError
from motion.contract import DANCE_INPUTS, OUTPUT, TEXT_INPUTS
from motion.phrases import pad

MODELS = Path(__file__).resolve().parent.parent / "models"
"""Where the export writes and the demo reads."""

BATCH, TEXTS = 64, 8
"""Dances and texts that are encoded together: more texts at once are no quicker, and take more memory."""

SPIN = "20"
"""Microseconds that a thread of onnxruntime's stays busy with nothing to do; left alone, that is tens of thousands."""

APART = 80
"""Rows of the table of words that Linux reads at once, at the least: it maps 64 kB around what is asked for."""

COUNTER = re.compile(r"\b(counter|anti)[ -]+(?=clockwise\b)", re.IGNORECASE)
"""What makes two words of one; in two, a turn is read as going the other way."""

SIDE = re.compile(
    r"\(([LR])\)"
    r"|(?<![\w&/.'’+#-])([LR])(?![\w&/'’+#-]|\.\s*\w)"
    r"|\b([lr])(?= (?:arm|leg|hand|foot|knee|elbow|shoulder|hip|fist|heel|toe|side)s?\b)"
)
SIDES = {"l": "left", "r": "right"}
"""How dance notes say the sides: "(L)", and "R" by itself, in small letters before a limb alone."""

ENDINGS = [["s"], ["es"], ["d"], ["ed"], ["ing"], ["er"], ["y"], ["ly"]]
"""Pieces that make another form of a word."""

LONGEST_TEXT = 1000
"""Characters that are read; the tokenizer keeps fewer, but would spend minutes on a pasted book."""


class Encoders:
    """The dance and the text encoder of a `models/` folder, each loaded when it is first needed.

    Both return float32 (n, dim) of unit length in one space, so that a dot product is a cosine.
    """

    def __init__(self, folder: str | Path = MODELS) -> None:
        self.folder = Path(folder)

    def encode_text(self, texts: list[str]) -> np.ndarray:
        """Texts -> (n, dim). Raises InputError for a text without words."""
        batches = [texts[start : start + TEXTS] for start in range(0, len(texts), TEXTS)]
        return np.concatenate([self.encode_tokens(*self._tokenize(batch)) for batch in batches])

    def encode_tokens(self, input_ids: np.ndarray, attention_mask: np.ndarray) -> np.ndarray:
        """Token ids and mask, int64 (n, tokens) both -> (n, dim)."""
        return self._run(self._text, TEXT_INPUTS, (input_ids, attention_mask))

    def encode_dance(self, phrases: list[np.ndarray]) -> np.ndarray:
        """Phrases, canonical positions (frames, 22, 3) each, of any lengths within the contract -> (n, dim)."""
        batches = [phrases[start : start + BATCH] for start in range(0, len(phrases), BATCH)]
        return np.concatenate([self._run(self._dance, DANCE_INPUTS, pad(batch)) for batch in batches])

    def read_words(self) -> None:
        """Read the whole table of words. It is mapped from its file, and each part would be read, and take memory, when
        somebody first says a word of it."""
        for ids in np.array_split(np.arange(0, self._tokenizer.get_vocab_size(), APART), TEXTS):
            self.encode_tokens(ids[None], np.ones_like(ids)[None])

    def reach(self, text: str) -> int:
        """How many of a text's characters are read; the tokens after them have no room."""
        encoding = self._tokenizer.encode(_clean(text))
        return len(text) if len(text) <= LONGEST_TEXT and not encoding.overflowing else encoding.offsets[-2][1]

    def knows(self, text: str) -> bool:
        """Whether any of a text's words is one to the vocabulary: of letters, and not merely one by one ("xyz"). Marks,
        numbers, pictures and most other scripts are none."""
        words = [pieces for _, pieces in self._words(text)]
        return any("".join(word).isalpha() and len(word) <= len("".join(word)) // 2 + 1 for word in words)

    def strange(self, text: str) -> list[slice]:
        """Where a text has words that the vocabulary has in pieces alone, as it has misspelt ones, and many another.

        A word of the vocabulary with another ending is not strange ("hoop" is in it, "hooping" is not).
        """
        return [where for where, (_, *rest) in self._words(text) if rest and rest not in ENDINGS]

    def _words(self, text: str) -> list[tuple[slice, list[str]]]:
        """A text's words and marks: where each stands, and its pieces in the vocabulary."""
        encoding = self._tokenizer.encode(encodable(text[:LONGEST_TEXT]))
        words: dict[int, list[tuple[int, int, str]]] = {}
        for part in (encoding, *encoding.overflowing):
            for word, (start, stop), piece in zip(part.word_ids, part.offsets, part.tokens, strict=True):
                if word is not None:
                    words.setdefault(word, []).append((start, stop, piece.removeprefix("##")))
        return [(slice(found[0][0], found[-1][1]), [piece for *_, piece in found]) for found in words.values()]

    def _tokenize(self, texts: list[str]) -> tuple[np.ndarray, np.ndarray]:
        # One by one: a batch goes through threads, which a text of ten words is not worth waking.
        encodings = [self._tokenizer.encode(_clean(text)) for text in texts]
        if any(all(encoding.special_tokens_mask) for encoding in encodings):
            raise InputError('This text has no words; say what to dance, such as "slow spin with a kick".')
        longest = max(len(encoding) for encoding in encodings)
        for encoding in encodings:
            encoding.pad(longest)
        rows = [(encoding.ids, encoding.attention_mask) for encoding in encodings]
        input_ids, attention_mask = np.array(rows, dtype=np.int64).transpose(1, 0, 2)
        return input_ids, attention_mask

    @staticmethod
    def _run(session: onnxruntime.InferenceSession, names: tuple[str, ...], arrays: tuple) -> np.ndarray:
        return session.run([OUTPUT], dict(zip(names, arrays, strict=True)))[0]

    @cached_property
    def calibration(self) -> Calibration:
        """What a cosine of these encoders is worth."""
        return Calibration.load(self.folder)

    @cached_property
    def _dance(self) -> onnxruntime.InferenceSession:
        return self._session("dance_encoder.onnx")

    @cached_property
    def _text(self) -> onnxruntime.InferenceSession:
        return self._session("text_encoder.onnx")

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        return Tokenizer.from_file(str(self._file("tokenizer.json")))

    def _session(self, name: str) -> onnxruntime.InferenceSession:
        options = onnxruntime.SessionOptions()
        # In a container onnxruntime counts the host's cores and starts a thread for each.
        options.intra_op_num_threads, options.inter_op_num_threads = 2, 1
        # Long enough to meet the next part of a query awake, and too short to keep a core from the other visitors.
        options.add_session_config_entry("session.intra_op.spin_duration_us", SPIN)
        return onnxruntime.InferenceSession(self._file(name), options, providers=["CPUExecutionProvider"])

    def _file(self, name: str) -> Path:
        path = self.folder / name
        if not path.is_file():
            raise InputError(f"There is no {path}; `python -m export` writes it.")
        return path


def encodable(text: str) -> str:
    """A text that can be written in UTF-8: a browser or a shell may hand over a lone surrogate, which cannot."""
    return text.encode("utf-8", "replace").decode()


def in_full(text: str) -> str:
    """A text with the sides and turns that dance notes abbreviate as words."""
    return SIDE.sub(lambda found: SIDES[found[found.lastindex].lower()], COUNTER.sub(r"\1", text))


def _clean(text: str) -> str:
    """The part of a text that is read."""
    return in_full(encodable(text[:LONGEST_TEXT]))
