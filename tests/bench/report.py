"""What was measured as a table to read."""

from tests.bench.race import Bar, Found, Row


def table(found: Found) -> str:
    width = max([len(row.name) for row in found.rows] + [len(name) for name in found.facts] + [30])
    lines = [found.title, *(f"  {row.name:{width}}  {_row(row)}" for row in found.rows)]
    lines += [f"  {name:{width}}  {_value(value)}" for name, value in found.facts.items()]
    return "\n".join([*lines, *(f"  {_bar(bar)}" for bar in found.bars)])


def _row(row: Row) -> str:
    spread = f"[{_number(row.ms.low)}, {_number(row.ms.high)}]"
    ratio = (
        f"{_number(row.ratio.median):>7} x [{_number(row.ratio.low)}, {_number(row.ratio.high)}]" if row.ratio else ""
    )
    facts = ", ".join(f"{name} {_value(value)}" for name, value in row.facts.items())
    return f"{_number(row.ms.median):>8} ms {spread:18}{ratio:28}{facts}".rstrip()


def _bar(bar: Bar) -> str:
    asked = f"{'at most' if bar.at_most else 'at least'} {_number(bar.limit)}"
    return f"{'met' if bar.met else 'NOT MET'}: {bar.name} {_number(bar.value)} ({asked})"


def _value(value: float | str) -> str:
    return value if isinstance(value, str) else _number(value)


def _number(value: float) -> str:
    return f"{value:.4g}" if abs(value) < 10_000 else f"{value:.0f}"
