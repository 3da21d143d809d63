"""What people ask for, from a file: queries to measure with."""

import json
from pathlib import Path


def read(queries: Path | None) -> list[str]:
    """The texts of a JSON list of objects with a text; none where there is no such file to read."""
    return [query["text"] for query in json.loads(queries.read_text())] if queries else []
