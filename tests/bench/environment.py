"""What a Space installs, by size: the distributions that requirements.txt names, and all that these need."""

from importlib.metadata import Distribution, PackageNotFoundError, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.bench.race import Found
from tests.bench.server import ROOT

SHOWN = 12
"""Distributions that are named, the largest ones."""


def measure() -> Found:
    lines = (ROOT / "requirements.txt").read_text().splitlines()
    sizes = {name: size(each) for name, each in needed([line for line in lines if line and line[0] != "#"]).items()}
    largest = sorted(sizes, key=sizes.__getitem__, reverse=True)
    facts = {f"{name}, MB": sizes[name] for name in largest[:SHOWN]}
    facts[f"{len(largest) - SHOWN} others, MB"] = sum(sizes[name] for name in largest[SHOWN:])
    return Found("what a Space installs", facts=facts | {"all of it, MB": sum(sizes.values())})


def needed(requirements: list[str]) -> dict[str, Distribution]:
    """The installed distributions that fulfil these requirements and their own, by name."""
    found: dict[str, Distribution] = {}
    asked = [Requirement(each) for each in requirements]
    while asked:
        one = asked.pop()
        name = canonicalize_name(one.name)
        if name in found or (one.marker and not one.marker.evaluate({"extra": ""})):
            continue
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:  # another platform's
            continue
        asked += [Requirement(each) for each in found[name].requires or []]
    return found


def size(installed: Distribution) -> float:
    """MB of the files of a distribution."""
    paths = (installed.locate_file(path) for path in installed.files or [])
    return sum(path.stat().st_size for path in paths if path.is_file()) / 1e6
