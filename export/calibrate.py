"""From validation phrases to what a cosine is worth (`demo.calibration`): chosen on them, never on what is reported."""

import numpy as np
from sklearn.linear_model import LogisticRegression

from demo.calibration import Calibration
from demo.encoders import Encoders
from demo.gallery import Gallery
from demo.label import Labels, cut
from demo.search import BY_CAPTION
from motion import Clip
from motion.canonical import FPS
from train.caption import TRUE, Attributes, Phrase, truth_table
from train.off_topic import off_topic

SEED = 3_000_000
"""Of the off-topic texts; trainings take small ones."""
FIRST = 5
"""Hits of each search that the curve is fitted to."""
REFUSED = 2
"""Percent of good texts and dances that are turned away."""


def calibrate(
    encoders: Encoders, gallery: Gallery, danced: list[Attributes], labels: Labels, phrases: list[Phrase]
) -> Calibration:
    """danced: what each dance of the gallery is. phrases: held out from training.

    Hits for the phrases' captions are right where they dance the moves that the caption names, all of them and in their
    order (Platt scaling, 1999); hits for as many off-topic texts are wrong, and cosines of 1 and -1 are what they are.
    """
    captions = [phrase.captions[index % len(phrase.captions)] for index, phrase in enumerate(phrases)]
    scores, hits = _search(encoders, gallery, [caption.text for caption in captions])
    named = [Attributes(caption.claims.moves, at_once=caption.claims.at_once) for caption in captions]
    table = truth_table(named, danced) == TRUE
    right = np.take_along_axis(table, hits, axis=1)
    strange, _ = _search(encoders, gallery, off_topic(np.random.default_rng(SEED), len(phrases)))
    sure = ([1.0, -1.0], [1.0, 0.0])  # so that a model that finds nothing can be exported too
    curve = LogisticRegression(C=1e4).fit(
        np.concatenate([scores.ravel(), strange.ravel(), sure[0]])[:, None],
        np.concatenate([right.ravel(), np.zeros(strange.size), sure[1]]),
    )
    windows = [cut(Clip(phrase.positions, FPS))[1] for phrase in phrases]
    each = labels.nearest(encoders.encode_dance([window for some in windows for window in some]))
    nearest = np.maximum.reduceat(each, np.cumsum([0, *map(len, windows)])[:-1])
    return Calibration(
        weight=round(float(curve.coef_[0, 0]), 4),
        bias=round(float(curve.intercept_[0]), 4),
        least_text=round(float(np.percentile(scores[:, 0], REFUSED)), 4),
        least_dance=round(float(np.percentile(nearest, REFUSED)), 4),
    )


def _search(encoders: Encoders, gallery: Gallery, texts: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Scores and indices (texts, FIRST) of the page's own search."""
    found = [gallery.search(embedding, FIRST, BY_CAPTION) for embedding in encoders.encode_text(texts)]
    return np.stack([scores for _, scores in found]), np.stack([hits for hits, _ in found])
