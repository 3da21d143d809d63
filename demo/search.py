"""From a text to the dances that fit it best. Knows nothing of pages."""

import argparse
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

import numpy as np

from demo.calibration import FAINT
from demo.compose.clause import COUNTED_IN, LENGTH, read
from demo.compose.words import COUNTS
from demo.denied import denied
from demo.encoders import LONGEST_TEXT, Encoders, in_full
from demo.gallery import GALLERY, Gallery
from motion.command import InputError, command, count
from motion.convert import OUTPUTS
from motion.write import write

BY_CAPTION = 0.3
"""The share of a dance's caption in its score: what it is called, beside what it is."""

MARK = re.compile(r"[^\w\s.-]|[.-](?!\w)")
"""What stands between words, but for the point of a number and a hyphen."""

TIMED = re.compile(rf"{COUNTED_IN}|\s*(?:{LENGTH.pattern})", re.IGNORECASE)
"""A length, of which captions say nothing, and what counts a dance in."""


def search(text: str, encoders: Encoders, gallery: Gallery, top_k: int, keep: np.ndarray | None = None) -> dict:
    """The `top_k` dances for `text`, as JSON-ready values; score: its cosine to the dance, and in part to the caption.
    Where the text says how often, dances of that count come before others that score a little higher.

    keep: bool (n), the dances to search among, as `Gallery.where` gives it; all where it is None.
    confidence: the share of hits with such a score that dance the moves asked for. good_match: whether the text is of
    any of the dances; where it is not, the results are merely the nearest. faint: whether they may be no more though it
    is, as for a movement that none of them dances. read_as: the text as it was read, misspelt words set right, without
    lengths, and without what is not to be danced. without: the moves that are not, which no result has.

    Raises InputError for a text without words, or which says only what is not to be danced, and for a gallery made by
    other encoders.
    """
    start = perf_counter()
    read_as, without = denied(_untimed(set_right(in_full(text), encoders, gallery)), encoders, gallery, BY_CAPTION)
    if without:
        keep = _others(without, gallery, keep)
        if not encoders.knows(read_as):
            raise InputError('This says only what is not to be danced; say a movement too: "turn without jumping".')
    embedding = encoders.encode_text([read_as])[0]
    encoded = perf_counter()
    indices, scores = gallery.search(embedding, top_k, BY_CAPTION, keep, _times(read_as))
    found = perf_counter()
    results = [
        {
            "rank": rank,
            "score": round(float(score), 4),
            "confidence": round(float(encoders.calibration.confidence(score)), 4),
            **gallery.entry(index),
        }
        for rank, (index, score) in enumerate(zip(indices.tolist(), scores, strict=True), start=1)
    ]
    good = bool(scores.max() >= encoders.calibration.least_text) and encoders.knows(read_as)
    timing = {"encode": round(1000 * (encoded - start), 2), "search": round(1000 * (found - encoded), 2)}
    return {
        "query": text,
        "read_as": read_as,
        "without": without,
        "good_match": good,
        "faint": good and results[0]["confidence"] < FAINT,
        "results": results,
        "timing_ms": timing,
    }


def _others(without: list[str], gallery: Gallery, keep: np.ndarray | None) -> np.ndarray:
    """Of the dances to search among those that have none of some moves. Raises InputError where there is none."""
    others = gallery.lacking(without)
    others = others if keep is None else keep & others
    if not others.any():
        raise InputError(f"No such dance of the gallery is without {' and '.join(without)}; ask for less.")
    return others


def set_right(text: str, encoders: Encoders, gallery: Gallery) -> str:
    """A text with words that the encoders do not know as what the captions have one slip away."""
    for where in reversed(encoders.strange(text)):
        text = text[: where.start] + gallery.lexicon.meant(text[where]) + text[where.stop :]
    return text


def _untimed(text: str) -> str:
    """A text without what is said of its length, unless it says nothing else."""
    left = TIMED.sub("", text)
    return text if left == text else left.strip(" ,") or text


def _times(text: str) -> int | None:
    """How often a text says that something is danced; nothing where that is beyond all dancing."""
    words = MARK.sub(" ", text[:LONGEST_TEXT].lower())
    if COUNTS.keys().isdisjoint(words.split()) and not re.search(r"\d", words):
        return None  # as of most texts, and at once
    try:
        asked = read(words)
        return asked.times or asked.steps
    except InputError:
        return None


def similar(id: str, gallery: Gallery, top_k: int, keep: np.ndarray | None = None) -> dict:
    """The `top_k` dances most like the one called `id`, which is left out; score: the cosine of the two dances.

    keep: bool (n), the dances to search among; all where it is None.

    Raises InputError where no dance is called so, or none but itself is to be searched.
    """
    index = gallery.index(id)
    if index is None:
        raise InputError(
            f"found no dance called {id[:40]!r} in the gallery; a search's results say what they are called."
        )
    others = np.arange(len(gallery)) != index
    if keep is not None:
        others &= keep
    if not others.any():
        raise InputError("No other dance of the gallery has that; ask for less.")
    indices, scores = gallery.search(gallery.embeddings[index], top_k, keep=others)
    results = [
        {"rank": rank, "score": round(float(score), 4), **gallery.entry(found)}
        for rank, (found, score) in enumerate(zip(indices.tolist(), scores, strict=True), start=1)
    ]
    return {"like": gallery.entry(index), "results": results}


def table(found: dict) -> str:
    """What `search` returns, for reading in a terminal."""
    read = ", without ".join([found["read_as"], *found["without"]])
    lines = [] if read == found["query"] else [f"Read as: {read}"]
    if not found["good_match"]:
        lines.append("No good match: this is about none of these dances. The nearest:")
    elif found["faint"]:
        lines.append("A faint match: perhaps none of these dances is that. The nearest:")
    lines += [f"{'rank':>4}  {'sure':>5}  {'time':>5}  caption"]
    for result in found["results"]:
        lines.append(
            f"{result['rank']:4}  {result['confidence']:5.0%}  {result['duration']:4.1f}s  {result['caption']}"
        )
    return "\n".join(lines)


def parse_args(argv: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m demo.search", description="Find the dances that a text describes.")
    parser.add_argument("text", help='what to dance, such as "slow spin with a kick"')
    parser.add_argument("--gallery", type=Path, default=GALLERY, help="the gallery to search (default: %(default)s)")
    parser.add_argument("--top-k", type=count, default=5, help="how many dances to show (default: %(default)s)")
    for kind in ("move", "quality", "source"):
        parser.add_argument(f"--{kind}", default="", metavar="ID", help=f"only dances of this {kind}")
    for ending in OUTPUTS:
        parser.add_argument(
            f"--{ending[1:]}",
            dest="files",
            action="append",
            default=[],
            type=_file(ending),
            metavar=f"FILE{ending}",
            help=f"write the best dance here, as {ending}",
        )
    parser.add_argument("--json", action="store_true", help="print JSON")
    args = parser.parse_args(argv)
    if args.top_k < 1:
        parser.error("--top-k must be 1 or more")
    return args


def _file(ending: str) -> Callable[[str], Path]:
    """An argument that names a file with this ending."""

    def file(text: str) -> Path:
        if Path(text).suffix.lower() != ending:
            raise argparse.ArgumentTypeError(f"{text!r} does not end in {ending}")
        return Path(text)

    return file


def run(args: argparse.Namespace) -> None:
    gallery = Gallery.load(args.gallery)
    keep = gallery.where(args.move, args.quality, args.source)
    encoders = Encoders()
    encoders.encode_text([args.text])  # loads the encoder, so that timing_ms is what a query takes
    found = search(args.text, encoders, gallery, args.top_k, keep)
    if args.files:
        best = gallery.clip(gallery.index(found["results"][0]["id"]))
        start = perf_counter()
        for path in args.files:
            write(best, path, OUTPUTS)
        found["timing_ms"]["render"] = round(1000 * (perf_counter() - start), 2)
    written = [f"Written to {path}: the first of these." for path in args.files]
    print(json.dumps(found, ensure_ascii=False, indent=2) if args.json else "\n".join([table(found), *written]))


def main() -> int:
    return command(parse_args, run)


if __name__ == "__main__":
    raise SystemExit(main())
