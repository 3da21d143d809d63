"""Break motion files at random and read them: `python -m tests.fuzz [--count N] [--formats ...]`.

Each mutant must come out as a clip or as a ClipError, within two seconds and 300 MB. Anything else is written to --keep
and reported, and the exit code is 1. Not part of the test run: found cases become tests there.
"""

import argparse
import io
import random
import re
import resource
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import numpy as np
from tqdm import tqdm

from motion import ClipError, load
from tests.motion.c3d_file import plug_in_gait, write_c3d
from tests.motion.puppet import dance, truth, write_bvh
from tests.motion.test_acclaim import write_amc, write_asf
from tests.motion.test_tables import table

SECONDS, MEGABYTES = 2.0, 300
NUMBER = re.compile(rb"-?\d+(\.\d+)?(e-?\d+)?")
NUMBERS = (b"0", b"-1", b"1e300", b"nan", b"inf", b"999999999", b"0.0000001", b"99999999999999999999", b"-", b"1 2")
PAIRS = {".amc": ".asf", ".asf": ".amc"}
"""A file that is broken while the one that belongs to it stays whole."""

SHORT = 6
"""Frames: a small file is broken in more telling places."""


def npy(array: np.ndarray) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, array)
    return buffer.getvalue()


def npz(array: np.ndarray) -> bytes:
    buffer = io.BytesIO()
    np.savez_compressed(buffer, joints=array, fps=20.0)
    return buffer.getvalue()


def originals(folder: Path) -> dict[str, bytes]:
    """A good file of each format; `folder` is for what is made on the way."""
    root, turns = dance(SHORT)
    body = truth(root, turns)
    markers = plug_in_gait(body)
    return {
        ".bvh": write_bvh(root, turns).encode(),
        ".csv": table(folder, body).read_bytes(),
        ".amc": write_amc(root, turns).encode(),
        ".asf": write_asf().encode(),
        ".npy": npy(body),
        ".npz": npz(body),
        ".c3d": write_c3d(list(markers), 1000 * np.stack(list(markers.values()), axis=1)),
    }


def mutate(rng: random.Random, good: bytes, text: bool) -> bytes:
    """One to three changes: bytes, numbers, lines, copies, cuts."""
    bad = bytearray(good)
    for _ in range(rng.randint(1, 3)):
        at = rng.randrange(len(bad)) if bad else 0
        some = slice(at, at + rng.randint(1, 200))
        kind = rng.randrange(6)
        if kind == 0 and bad:
            bad[at] = rng.choice((0, 1, 127, 128, 255, rng.randrange(256), bad[at] ^ (1 << rng.randrange(8))))
        elif kind == 1:
            bad[at:at] = bad[some] * rng.randint(1, 30)
        elif kind == 2:
            del bad[some]
        elif kind == 3 and rng.random() < 0.3:
            del bad[at:]
        elif kind == 4 and text and (found := list(NUMBER.finditer(bytes(bad[at : at + 400])))):
            number = rng.choice(found)
            bad[at + number.start() : at + number.end()] = rng.choice(NUMBERS)
        else:
            bad[at : at + 4] = rng.randbytes(4)
    return bytes(bad)


def too_long(*_: object) -> None:
    raise TimeoutError


def fuzz(suffix: str, good: dict[str, bytes], count: int, seed: int, keep: Path) -> Counter:
    """Read `count` mutants of one format; returns how many came out how."""
    rng, outcome = random.Random(f"{suffix}{seed}"), Counter()
    signal.signal(signal.SIGALRM, too_long)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{suffix}"
        reads = path.with_suffix(".amc") if suffix == ".asf" else path
        if suffix in PAIRS:
            path.with_suffix(PAIRS[suffix]).write_bytes(good[PAIRS[suffix]])
        for number in tqdm(range(count), desc=suffix, mininterval=2):
            bad = mutate(rng, good[suffix], suffix in (".bvh", ".csv", ".amc", ".asf"))
            path.write_bytes(bad)
            signal.setitimer(signal.ITIMER_REAL, SECONDS)
            try:
                load(reads)
                outcome["clip"] += 1
            except ClipError as error:
                outcome["refused" if "\n" not in str(error) else "more than a line"] += 1
            except BaseException as error:
                if isinstance(error, KeyboardInterrupt):
                    raise
                outcome[type(error).__name__] += 1
                (keep / f"{type(error).__name__}-{number}{suffix}").write_bytes(bad)
            finally:
                signal.setitimer(signal.ITIMER_REAL, 0)
    return outcome


def parse_args(argv: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=1000, help="mutants of each format (%(default)s)")
    parser.add_argument("--formats", nargs="+", default=[], help="only these, such as .bvh (default: all)")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path, default=Path("fuzzed"), help="folder for what went wrong (%(default)s)")
    return parser.parse_args(argv)


def run(args: argparse.Namespace) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        good = originals(Path(folder))
    args.keep.mkdir(parents=True, exist_ok=True)
    passed = True
    for suffix in args.formats or good:
        before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
        outcome = fuzz(suffix, good, args.count, args.seed, args.keep)
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        passed &= set(outcome) <= {"clip", "refused"} and grown < MEGABYTES
        seconds = time.monotonic() - started
        print(f"{suffix}: {dict(outcome)}, memory grew by {grown:.0f} MB, {seconds:.0f} s", flush=True)
    return passed


if __name__ == "__main__":
    sys.exit(0 if run(parse_args()) else 1)
