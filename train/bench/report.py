"""The comparison as a table to read: a row for each figure, a column for each method."""

from math import isclose


def column(name: str, figures: dict[str, dict[str, float]]) -> dict[str, dict[str, dict[str, float]]]:
    """Figures by row as a table of one column."""
    return {row: {name: each} for row, each in figures.items()}


def table(found: dict[str, dict[str, dict[str, float]]]) -> str:
    """found: {row: {method: summary}} -> lines of "mean [low, high]"; the best of several methods are marked."""
    methods = list(dict.fromkeys(method for row in found.values() for method in row))
    width = max(map(len, found)) + 1
    lines = [" " * width + "".join(f"{method:>24}" for method in methods)]
    for row, by_method in found.items():
        best = _best(row, by_method) if len(methods) > 1 else set()
        cells = [_cell(by_method.get(method), method in best) for method in methods]
        lines.append(f"{row:<{width}}" + "".join(f"{cell:>24}" for cell in cells))
    return "\n".join(lines)


def _best(row: str, by_method: dict[str, dict[str, float]]) -> set[str]:
    """The method that no other is ahead of, or all that are level, in whatever order their outcomes were added."""
    means = {method: summary["mean"] for method, summary in by_method.items()}
    best = (min if row.endswith("MedR") else max)(means.values())
    return {method for method, mean in means.items() if isclose(mean, best)}


def _cell(summary: dict[str, float] | None, best: bool) -> str:
    if summary is None:
        return "-"
    return f"{'*' if best else ''}{summary['mean']:.1f} [{summary['low']:.1f}, {summary['high']:.1f}]"
