"""Label a recording's phrases, one in a hundred by hand: `python -m train.label RECORDING...`."""

import argparse
import json
import math
from pathlib import Path

from demo.encoders import MODELS, Encoders
from demo.label import Labels
from motion.command import InputError, command, count
from motion.options import add_told, told
from motion.whole import write_text
from train.label.clusters import cluster, embedded, flattened, questions
from train.label.options import add_length, length_and_hop
from train.label.report import write_report
from train.label.session import Session
from train.label.table import PHRASES
from train.label.windows import Window, cut


def parse_args(argv: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m train.label",
        description="Cut recordings into phrases, find those that are alike, ask about a few of them on a local page, "
        "and label the rest after those. Stopped and started again, it goes on where it was.",
    )
    parser.add_argument("recordings", type=Path, nargs="+", help="motion files, or folders of them")
    parser.add_argument("--out", type=Path, default=Path("runs/labels"),
                        help="folder for labels.csv, hand.csv and labels.html (%(default)s)")  # fmt: skip
    add_length(parser)
    parser.add_argument("--by", choices=("encoder", "positions"), default="encoder",
                        help="compare phrases as the dance encoder sees them, or raw (%(default)s)")  # fmt: skip
    parser.add_argument("--clusters", type=count, metavar="N", help="how many (default: by their silhouette)")
    parser.add_argument("--share", type=float, default=1.0, metavar="PERCENT",
                        help="of the phrases, to be labelled by hand (%(default)s)")  # fmt: skip
    parser.add_argument("--models", type=Path, default=MODELS, help="folder of the encoders (%(default)s)")
    parser.add_argument("--port", type=count, help="of the page (default: the first free from 7860)")
    parser.add_argument("--no-page", action="store_true", help="prepare and report, ask nothing")
    add_told(parser)
    return parser.parse_args(argv)


def run(args: argparse.Namespace) -> None:
    length, hop = length_and_hop(args)
    if not 0 < args.share <= 100:
        raise InputError(f"found a share of {args.share:g} percent; accepted is more than 0, up to 100.")
    if args.clusters == 0:
        raise InputError("found 0 clusters; accepted is 1 or more.")
    known = told(args)
    _same_as_before(args.out / PHRASES, {"length": length, "hop": hop, "told": known._asdict()})
    encoders = Encoders(args.models)
    windows = cut(args.recordings, length, hop, known)
    print(f"{len(windows)} phrases", flush=True)
    session = prepare(args.out, windows, encoders, args.by, args.clusters, args.share)
    if others := session.strangers():
        raise InputError(
            f"found labels of other recordings in {args.out}, such as {others[0]}; name these too, as before, or "
            "another folder by --out."
        )
    print(session.clusters.why, flush=True)
    try:
        if not args.no_page:
            serve(session, encoders, args)
    finally:
        session.write()
        write_report(args.out / "labels.html", session)
        print(f"\nwritten to {args.out / 'labels.html'}" + summary(session))


def prepare(
    out: Path, windows: list[Window], encoders: Encoders, by: str, clusters: int | None, share: float
) -> Session:
    """Everything that comes before the first question."""
    features = embedded(windows, encoders) if by == "encoder" else flattened(windows)
    asked = questions(features, math.ceil(len(windows) * share / 100))
    return Session(out, windows, features, cluster(features, clusters), *asked)


def serve(session: Session, encoders: Encoders, args: argparse.Namespace) -> None:
    from train.label.page import build, launch  # gradio takes seconds to import

    labels = Labels.load(args.models)

    def suggest(index: int) -> list[str]:
        ids, shares = labels.score("move", encoders.encode_dance([session.windows[index].positions]))
        return ids[shares[0].argsort()[::-1]].tolist()

    launch(build(session, suggest), args.out, args.port)


def summary(session: Session) -> str:
    found = session.spread()
    if found is None:
        return "; nothing is labelled yet."
    return (
        f" and labels.csv: {len(session.windows)} phrases, {found.by_hand.sum()} labelled by hand, "
        f"{found.unsure.sum()} unsure."
    )


def _same_as_before(path: Path, settings: dict) -> None:
    """Phrases are told by where they begin, so labels of other phrases would be lost. Raises InputError for those."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and json.loads(path.read_text(encoding="utf-8")) != settings:
        raise InputError(
            f"found labels of phrases of another length in {path.parent}, or of recordings that were read otherwise; "
            "name another folder by --out."
        )
    write_text(path, json.dumps(settings) + "\n")


def main() -> int:
    return command(parse_args, run)


if __name__ == "__main__":
    raise SystemExit(main())
