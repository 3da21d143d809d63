"""A gallery from dances: the one that the export ships, and anyone's own from a folder of motion files.

The dances pass through the same encoder that answers queries, and no PyTorch is needed.
"""

import argparse
import json
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from tqdm import tqdm

from demo.encoders import BATCH, Encoders
from demo.gallery import Gallery
from demo.reel import millimetres
from motion import Clip, ClipError, load
from motion.canonical import FPS
from motion.captions import read_captions
from motion.command import InputError, command
from motion.contract import MAX_FRAMES, MIN_FRAMES
from motion.load import ACCEPTED, READERS
from motion.options import add_told, told
from motion.phrases import cut_phrases
from motion.recording import Told

LONG = 1000
"""Dances from which on their embedding is worth a progress bar."""

UNKNOWN = {"moves": [], "qualities": [], "side": None, "direction": None}
"""The attributes of a dance that nobody has described."""


def build_gallery(
    clips: list[Clip],
    captions: list[list[str]],
    attributes: list[dict],
    source: list[str],
    ids: list[str],
    encoders: Encoders,
) -> Gallery:
    """A gallery of canonical clips, all lists equally long; ids must differ.

    captions: what each dance is called, in one way or in several. The first is shown. All count alike in a search, as
    one alone would be found by its turn of phrase (prompt ensembles: Radford et al., arXiv 2103.00020).

    Raises ClipError for a clip that is not within the encoder's frames.
    """
    for clip, id in zip(clips, ids, strict=True):
        if not MIN_FRAMES <= len(clip) <= MAX_FRAMES:
            raise ClipError(f"found {len(clip)} frames in {id}; a gallery's dance has {MIN_FRAMES} to {MAX_FRAMES}.")
    # The file keeps whole millimetres, and what is embedded is what the file keeps.
    positions = [millimetres(clip.positions) for clip in clips]
    phrases = [(frames / np.float32(1000)).astype(np.float32) for frames in positions]
    return Gallery(
        # Half the precision is more than a ranking needs, and packs into half the bytes.
        embeddings=_embedded(encoders.encode_dance, phrases, "dances").astype(np.float16).astype(np.float32),
        caption_embeddings=np.round(_called(captions, encoders), 3).astype(np.float16),
        positions=np.concatenate(positions),
        offsets=np.cumsum([0, *map(len, positions)], dtype=np.int64),
        ids=np.array(ids, dtype=np.str_),
        captions=np.array([ways[0] for ways in captions], dtype=np.str_),
        attributes=np.array([json.dumps(known) for known in attributes], dtype=np.str_),
        source=np.array(source, dtype=np.str_),
    )


def _called(captions: list[list[str]], encoders: Encoders) -> np.ndarray:
    """The mean direction (n, dim), unit length, of all captions of each dance."""
    rows = _embedded(encoders.encode_text, [caption for ways in captions for caption in ways], "captions")
    sums = np.add.reduceat(rows, np.cumsum([0, *map(len, captions)])[:-1])
    return sums / np.linalg.norm(sums, axis=1, keepdims=True)


def _embedded(encode: Callable[[list], np.ndarray], items: list, what: str) -> np.ndarray:
    """All items through an encoder, showing how far it is where that takes a while."""
    starts = tqdm(range(0, len(items), BATCH), desc=what, unit=f"x{BATCH}", disable=len(items) < LONG)
    return np.concatenate([encode(items[start : start + BATCH]) for start in starts])


def index_folder(
    folder: Path, captions: dict[str, list[str]], encoders: Encoders, known: Told, apart: set[Path]
) -> tuple[Gallery, dict[str, str]]:
    """A gallery of every motion file below `folder`, and what was wrong with the files left out, by name.

    A file too long for the encoder becomes several dances. `captions` maps a file, relative to the folder, to its
    words; a file without any is called after its name. known: what is known of all files. apart: files that are no
    dances, resolved. Raises InputError when no file can be read.
    """
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in READERS and path.is_file())
    files = [path for path in files if path.resolve() not in apart]
    clips, words, ids, skipped = [], [], [], {}
    for path in tqdm(files, desc="reading", unit="file"):
        name = path.relative_to(folder).as_posix()
        try:
            phrases = cut_phrases(load(path, known), MAX_FRAMES, MAX_FRAMES)
        except ClipError as error:
            skipped[name] = str(error).removeprefix(f"{path.name}: ")
            continue
        clips += [Clip(phrase, FPS) for phrase in phrases]
        words += [captions.get(name, [clean(path.stem)])] * len(phrases)
        ids += [name if part == 1 else f"{name}#{part}" for part in range(1, len(phrases) + 1)]
    if not clips:
        raise InputError(f"There is no motion file that can be read in {folder}; accepted are {ACCEPTED}.")
    attributes, source = [UNKNOWN] * len(clips), [folder.resolve().name] * len(clips)
    return build_gallery(clips, words, attributes, source, ids, encoders), skipped


def clean(stem: str) -> str:
    """A caption from a file name: "Slow_spin-02" -> "slow spin"."""
    words = re.findall(r"[^\W\d_]+", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", stem))
    return " ".join(words).lower() or stem


def parse_args(argv: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m demo.index", description="Make a gallery of a folder of dances.")
    parser.add_argument("folder", type=Path, help=f"a folder of motion files: {ACCEPTED}")
    parser.add_argument("--out", type=Path, required=True, help="the gallery to write, such as mine.npz")
    parser.add_argument(
        "--captions", type=Path, help="a CSV file with the columns file and caption, several rows a file if you like"
    )
    add_told(parser)
    return parser.parse_args(argv)


def run(args: argparse.Namespace) -> None:
    if not args.out.absolute().parent.is_dir():
        raise InputError(f"found no folder {args.out.parent} for the gallery; accepted is a path in one that is there.")
    captions = read_captions(args.captions) if args.captions else {}
    for name in sorted(name for name in captions if not (args.folder / name).is_file()):
        print(f"found a caption for {name}, which is no file below {args.folder}", file=sys.stderr)
    apart = {path.resolve() for path in (args.out, args.captions) if path}
    gallery, skipped = index_folder(args.folder, captions, Encoders(), told(args), apart)
    gallery.save(args.out)
    for name, reason in skipped.items():
        print(f"left out {name}: {reason}", file=sys.stderr)
    print(f"{len(gallery)} dances in {args.out}, {len(skipped)} files left out")


def main() -> int:
    return command(parse_args, run)


if __name__ == "__main__":
    raise SystemExit(main())
