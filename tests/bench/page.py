"""How long a visitor waits, measured in the browser: `python -m tests.bench.page [--count N] [--json]`.

From the Enter key to the best dance on the screen, its GIF drawn and nothing faded; and from the file that is chosen to
its labels. The page is a server of its own, started as a Space starts it and warm; every text is asked for once, every
file is another one, and all dances but a few are drawn for the first time. Printed are the median, the 95th percentile
and the longest, milliseconds. Meant for an otherwise idle machine.
"""

import argparse
import json
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from motion.command import command, count
from tests.browser import chromium, opened, serve
from tests.demo.puppet import write_bvh

QUALITIES = ("slow", "fast", "smooth", "sharp", "big", "small", "light", "heavy")
MOVES = (
    "kick",
    "jump",
    "waltz",
    "turn to the left",
    "bow",
    "wave with the right hand",
    "run",
    "squat",
    "lunge",
    "clap",
)
TEXTS = [f"a {quality} {move}" for move in MOVES for quality in QUALITIES]
WARM = 3
"""Times that each is done before it counts."""

ARM = """([event, text]) => {
  const ready = () => {
    const view = [...document.querySelectorAll('.best')].find((it) => it.checkVisibility());
    const picture = view?.querySelector('.picture img');
    return view?.querySelector('.query').textContent === text
      && (!picture || (picture.complete && picture.naturalWidth))
      && getComputedStyle(view.closest('.html-container')).opacity === '1';
  };
  window.waited = new Promise((done) => addEventListener(event, (begun) => {
    const look = () => (ready() ? done(performance.now() - begun.timeStamp) : requestAnimationFrame(look));
    look();
  }, { capture: true, once: true }));
}"""
"""Starts a clock at the next event of that name, and stops it in the first frame that shows the answer to `text`."""


def wait(page, event: str, text: str, act: Callable[[], object]) -> float:
    """Milliseconds from the event that `act` makes to the answer."""
    page.evaluate(ARM, [event, text])
    act()
    return page.evaluate("window.waited")


def measure(times: int, folder: Path) -> dict[str, list[float]]:
    """Milliseconds of each, `times` times."""
    with serve(["demo/app.py"], folder) as url, chromium() as browser, opened(browser, url) as page:
        box, typed = page.get_by_label("Movement"), []
        for text in np.random.default_rng(0).permutation(TEXTS)[: WARM + times].tolist():
            box.fill(text)
            typed.append(wait(page, "keydown", text, lambda: box.press("Enter")))
        page.get_by_role("tab", name="Dance to words").click()
        uploaded = []
        for number in range(WARM + times):
            path = write_bvh(folder / f"dance{number}.bvh", frames=60 + 4 * number, kick=number, turn=20 * number)
            if number:
                page.locator("button[aria-label=Clear]:visible").click()
            files = page.locator("input[type=file]")
            uploaded.append(wait(page, "change", path.name, lambda: files.set_input_files(path)))  # noqa: B023
    return {"typing to first visible dance": typed[WARM:], "upload to visible label": uploaded[WARM:]}


def parse_args(argv: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.page", description="Measure what a visitor waits.")
    parser.add_argument("--count", type=count, default=40, help="how often, of each (default: %(default)s)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser.parse_args(argv)


def run(args: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory() as folder:
        waited = measure(min(args.count, len(TEXTS) - WARM), Path(folder))
    found = {
        name: {"n": len(each), "p50": np.median(each), "p95": np.percentile(each, 95), "longest": max(each)}
        for name, each in waited.items()
    }
    if args.json:
        print(json.dumps(found, indent=2))
        return
    print(f"{'milliseconds':32}{'n':>6}{'p50':>8}{'p95':>8}{'longest':>9}")
    for name, each in found.items():
        print(f"{name:32}{each['n']:6}{each['p50']:8.0f}{each['p95']:8.0f}{each['longest']:9.0f}")


def main() -> int:
    return command(parse_args, run)


if __name__ == "__main__":
    raise SystemExit(main())
