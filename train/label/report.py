"""`labels.html`: what was labelled and how sure it is, to be read by a person. One file, nothing fetched."""

import base64
import html
import io
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from matplotlib import colormaps
from matplotlib.figure import Figure

from demo.render import contact_sheet
from motion import Clip
from motion.canonical import FPS
from train.label.session import Session
from train.label.spread import Spread
from train.label.windows import Window
from train.plane import on_a_plane

MAPPED = 2000
"""Phrases on the map, at most."""
STRIP, MOMENTS = 3, 8
"""Phrases of a cluster's contact strip, and moments of each."""
STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:1000px;margin:2rem auto;padding:0 1rem;color:#222}"
    "img{max-width:100%}table{border-collapse:collapse}td,th{padding:.2rem .8rem;text-align:left}"
    "td+td,th+th{text-align:right}"
)


def write_report(path: Path, session: Session) -> None:
    """The map of phrases, the labels with their numbers, and a contact strip of every cluster."""
    found = session.spread()
    parts = ["<h1>Labels</h1>", f"<p>{len(session.windows)} phrases. {html.escape(session.clusters.why)}</p>"]
    parts += [_map(session, found), *_labels(found), *_strips(session, found)]
    head = f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Labels</title><style>{STYLE}</style>'
    path.write_text("\n".join([head, *parts]) + "\n", encoding="utf-8")


def _labels(found: Spread | None) -> Iterator[str]:
    if found is None:
        yield "<p>Nothing is labelled yet.</p>"
        return
    yield f"<p>{int(found.by_hand.sum())} labelled by hand, {int(found.unsure.sum())} unsure.</p>"
    yield "<table><tr><th>label</th><th>phrases</th><th>by hand</th><th>unsure</th><th>mean confidence</th></tr>"
    names, counts = np.unique(found.label, return_counts=True)
    for name, count in sorted(zip(names, counts, strict=True), key=lambda each: -each[1]):
        own = found.label == name
        cells = [count, found.by_hand[own].sum(), found.unsure[own].sum(), f"{found.confidence[own].mean():.0%}"]
        yield f"<tr><td>{html.escape(name)}</td>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
    yield "</table>"


def _map(session: Session, found: Spread | None) -> str:
    """Phrases in two dimensions by t-SNE, coloured by label (the paler the less sure) or, before that, by cluster."""
    chosen = np.sort(np.random.default_rng(0).permutation(len(session.windows))[:MAPPED])
    places = on_a_plane(session.features[chosen])
    groups = (session.clusters.of if found is None else found.label)[chosen]
    sure = 0.7 + 0 * chosen if found is None else np.clip(found.confidence[chosen], 0.15, 1)
    figure = Figure(figsize=(9, 6), layout="constrained")
    axes = figure.subplots()
    for number, name in enumerate(np.unique(groups)):
        own = groups == name
        axes.scatter(*places[own].T, s=12, color=colormaps["tab20"](number % 20), label=str(name), alpha=sure[own])
    if found is not None:
        asked = found.by_hand[chosen]
        axes.scatter(*places[asked].T, s=70, facecolors="none", edgecolors="black", label="by hand")
    axes.set_axis_off()
    axes.legend(loc="center left", bbox_to_anchor=(1, 0.5), fontsize=8, frameon=False)
    picture = io.BytesIO()
    figure.savefig(picture, format="png", dpi=110)
    return _image(picture.getvalue(), "map of the phrases: those that are alike lie close together")


def _strips(session: Session, found: Spread | None) -> Iterator[str]:
    """Of every cluster, the phrases nearest to its centre; of phrases that are the same, some clusters are empty."""
    for number in np.unique(session.clusters.of):
        members = np.flatnonzero(session.clusters.of == number)
        own = session.features[members]
        nearest = members[np.linalg.norm(own - own.mean(0), axis=1).argsort()]
        windows = _apart([session.windows[index] for index in nearest])[:STRIP]
        titles = [f"{each.file.name}, {each.start / FPS:.1f} s" for each in windows]
        sheet = contact_sheet([Clip(each.positions, FPS) for each in windows], titles, MOMENTS, 110)
        picture = io.BytesIO()
        sheet.save(picture, "PNG")
        names = "" if found is None else ": " + html.escape(_most(found.label[members]))
        yield f"<h2>Cluster {number + 1}, {len(members)} phrases{names}</h2>"
        yield _image(picture.getvalue(), f"phrases nearest to the centre of cluster {number + 1}")


def _apart(windows: list[Window]) -> list[Window]:
    """Those that share no moment with one before them."""
    found: list[Window] = []
    for each in windows:
        if all(each.file != other.file or each.stop <= other.start or other.stop <= each.start for other in found):
            found.append(each)
    return found


def _most(labels: np.ndarray, shown: int = 3) -> str:
    names, counts = np.unique(labels, return_counts=True)
    order = np.argsort(-counts, kind="stable")[:shown]
    return ", ".join(f"{names[index]} {counts[index]}" for index in order)


def _image(png: bytes, alt: str) -> str:
    return f'<p><img alt="{alt}" src="data:image/png;base64,{base64.b64encode(png).decode()}"></p>'
