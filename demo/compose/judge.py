"""Is it what was asked for? The composed dance is read as any uploaded dance is, and each clause looked for in it.

A clause is recognised when the move that it means, or that its phrase is known for, leads somewhere in its own stretch
of the dance. Of clauses danced at once each may come second to the others, and a gesture over steps, of which the
encoder hears the steps most, is recognised too where the stretch is more like the words of all than like those of the
others alone. Knows nothing of how the dance was made.
"""

from dataclasses import dataclass

import numpy as np

from demo.compose.arrange import Span
from demo.compose.part import Part
from demo.encoders import Encoders
from demo.label import Labels, over_time
from motion import Clip
from motion.canonical import face_forward
from motion.contract import MAX_FRAMES, MIN_FRAMES

WHILE = " while "


@dataclass(frozen=True)
class Verdict:
    """For one part: whether it is recognised, the share of its moves in its stretch, and the move that leads there."""

    recognised: bool
    score: float
    read_as: str


def judged(clip: Clip, asked: list[Part], spans: list[Span], encoders: Encoders, labels: Labels) -> list[Verdict]:
    """A verdict for each part, by its span in frames."""
    moves, by_frame = over_time(clip, encoders, labels)
    verdicts = []
    for part, (start, stop) in zip(asked, spans, strict=True):
        stretch = by_frame[start : max(stop, start + 1)]
        at_once = sum(other.clause.group == part.clause.group for other in asked)
        columns = np.isin(moves, list(part.meant))
        best = stretch[:, columns].max(axis=1) if columns.any() else np.zeros(len(stretch))
        rank = (stretch > best[:, None]).sum(axis=1).min()
        leading = moves[stretch.mean(axis=0).argmax()]
        recognised = bool(rank < at_once) or _adds(part, asked, clip.positions[start:stop], encoders)
        verdicts.append(Verdict(recognised, round(float(best.mean()), 4), str(leading)))
    return verdicts


def _adds(part: Part, asked: list[Part], positions: np.ndarray, encoders: Encoders) -> bool:
    """Whether a stretch, positions (frames, 22, 3), is nearer to all that is danced at once with a part's words."""
    others = [each.clause.heard for each in asked if each.clause.group == part.clause.group and each is not part]
    if not others or len(positions) < MIN_FRAMES:
        return False
    texts = encoders.encode_text([WHILE.join([*others, part.clause.heard]), WHILE.join(others)])
    together, alone = texts @ encoders.encode_dance([face_forward(positions[:MAX_FRAMES])])[0]
    return bool(together > alone)
