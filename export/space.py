"""The Space: the folder to push to Hugging Face, with the page, its models and nothing else. Knows no PyTorch.

A Space starts from the front matter of its README, installs requirements.txt and runs the file that the front matter
names. Whatever the page never reads stays out; what git could not merge goes through LFS, as the Hub wants it.
"""

import argparse
import shutil
from collections.abc import Sequence
from pathlib import Path

from motion.command import InputError, command

ROOT = Path(__file__).resolve().parents[1]
ROOMS = {"demo": ("*.py", "*.js", "*.css"), "motion": ("*.py",), "models": ("*",)}
"""The rooms that the page is made of, and the files of each."""

FILES = ("requirements.txt", "LICENSE")
UNREAD = {"golden.npz"}
"""Files of models/ that only the tests read."""

LARGE = (".gif", ".npz", ".onnx", ".stem")
ATTRIBUTES = "".join(f"*{ending} filter=lfs diff=lfs merge=lfs -text\n" for ending in LARGE)

ABOUT = """
# Dance and Words

Describe a movement and see it danced. Bring a dance and read what it is.

Two encoders, one for dance and one for text, share one embedding space; onnxruntime runs them on two CPU cores. What
they were made from and what they score is in [models/MODEL_CARD.md](models/MODEL_CARD.md). The endpoints `/search`,
`/compose`, `/label` and `/similar` answer programs: see "Use via API" at the foot of the page.
"""


def write(folder: Path) -> None:
    """Write the Space into an empty or a new folder, or over an older Space, whose own git stays.

    Raises InputError for a folder that holds anything else.
    """
    if folder.exists() and not folder.is_dir():
        raise InputError(f"{folder}: found a file; accepted is a folder, new or empty, or one with an older Space.")
    _clear(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for room, patterns in ROOMS.items():
        for pattern in patterns:
            for path in sorted((ROOT / room).rglob(pattern)):
                if path.is_file() and path.name not in UNREAD and "__pycache__" not in path.parts:
                    target = folder / path.relative_to(ROOT)
                    target.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(path, target)
    for name in FILES:
        shutil.copyfile(ROOT / name, folder / name)
    (folder / ".gitattributes").write_text(ATTRIBUTES, encoding="utf-8")
    front = front_matter((ROOT / "README.md").read_text(encoding="utf-8"))
    (folder / "README.md").write_text(front + ABOUT, encoding="utf-8")


def _clear(folder: Path) -> None:
    """Remove what an older Space left, so that no file outlives the one that it was copied from."""
    ours = {*ROOMS, *FILES, ".gitattributes", "README.md"}
    found = {path.name for path in folder.iterdir()} - {".git"} if folder.is_dir() else set()
    if found - ours or (found and not (folder / ".gitattributes").is_file()):
        raise InputError(
            f"{folder}: found {min(found - ours or found)}, which is of no Space; accepted is an empty folder."
        )
    for name in found:
        path = folder / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def front_matter(readme: str) -> str:
    """The settings of the Space, between the first two lines of three dashes."""
    return "---\n" + readme.split("---\n")[1] + "---\n"


def parse_args(argv: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m export.space", description="Write the folder of a Space to push.")
    parser.add_argument("folder", type=Path, help="where to write it: new, empty, or with an older Space in it")
    return parser.parse_args(argv)


def run(args: argparse.Namespace) -> None:
    write(args.folder)
    files = [path for path in args.folder.rglob("*") if path.is_file() and ".git" not in path.parts]
    size = sum(path.stat().st_size for path in files)
    print(f"{len(files)} files, {size / 1e6:.0f} MB in {args.folder}, to be pushed to a Space")


def main() -> int:
    return command(parse_args, run)


if __name__ == "__main__":
    raise SystemExit(main())
