"""What became of a text, clause by clause, for programs and for a terminal. Knows nothing of how it was danced."""

from demo.compose.composer import Composition
from demo.gallery import Gallery
from motion.canonical import FPS


def report(made: Composition, gallery: Gallery) -> dict:
    """A composition as JSON-ready values; start and end in seconds. `ignored`: clauses that are about no dance.

    id, caption: of the gallery's phrase, null for stillness. faint: whether the words are about no movement of the
    gallery, so that the phrase is merely the nearest. recognised, score: whether the dance encoder finds the clause in
    its stretch of the dance, which nothing faint is, and the mean share that its moves have there. read_as: what leads
    there.
    """
    clauses = []
    for part, (start, stop), verdict in zip(made.parts, made.spans, made.verdicts, strict=True):
        entry = gallery.entry(part.phrase.index) if part.choices else {"id": None, "caption": None}
        clauses.append(
            {
                "text": part.clause.text,
                "start": round(start / FPS, 2),
                "end": round(stop / FPS, 2),
                "id": entry["id"],
                "caption": entry["caption"],
                "mirrored": bool(part.choices) and part.phrase.mirrored,
                "faint": part.faint,
                "recognised": verdict.recognised and not part.faint,
                "score": verdict.score,
                "read_as": verdict.read_as,
            }
        )
    return {
        "text": made.text,
        "duration": round(made.clip.duration, 2),
        "clauses": clauses,
        "ignored": [clause.text for clause in made.unmatched],
        "timing_ms": made.milliseconds,
    }


def table(told: dict) -> str:
    """What `report` returns, for reading in a terminal."""
    lines = [f"{told['duration']:.1f} seconds", f"{'from':>6} {'to':>6}  clause"]
    for clause in told["clauses"]:
        seen = "" if clause["recognised"] else f" (reads as {clause['read_as']})"
        seen = f" (no such movement; the nearest: {clause['caption']})" if clause["faint"] else seen
        lines.append(f"{clause['start']:6.1f} {clause['end']:6.1f}  {clause['text']}{seen}")
    return "\n".join(
        [*lines, *(f"Left out, as no dance is about it or it is not to be danced: {text}" for text in told["ignored"])]
    )
