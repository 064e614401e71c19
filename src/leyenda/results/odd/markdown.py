"""Markdown as the document uses it: tables, lists, code, headings and the links to them."""

import re
from collections.abc import Iterable, Iterator, Sequence


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """A table with a blank line after it; nothing if it has no rows."""
    lines = [line(row) for row in rows]
    if lines:
        yield from (line(header), "|" + "---|" * len(header), *lines, "")


def line(cells: Iterable[object]) -> str:
    """One row of a table."""
    return "| " + " | ".join(str(cell).replace("|", "\\|") or " " for cell in cells) + " |"


def code(name: str) -> str:
    """A name as it stands in the code."""
    return f"`{name}`"


def codes(names: Iterable[str]) -> str:
    """Names as they stand in the code, separated by commas."""
    return ", ".join(map(code, names))


def block(lines: Sequence[str]) -> Iterator[str]:
    """Lines of code, with a blank line after them; nothing if there are none."""
    if lines:
        yield from ("```python", *lines, "```", "")


def anchor(heading: str) -> str:
    """The part of a link that leads to a heading, as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def contents(lines: Iterable[str]) -> Iterator[str]:
    """A list of the headings of the second and third level, with links to them."""
    for text in lines:
        marks, _, heading = text.partition(" ")
        if marks in ("##", "###"):
            yield f"{'  ' if marks == '###' else ''}- [{heading}](#{anchor(heading)})"
    yield ""


def number(value: float) -> str:
    """A number as short as it can be said."""
    return f"{value:,.0f}" if abs(value) >= 1e4 else f"{value:g}"


def span(low: float | None, high: float | None) -> str:
    """A range in words; bounds that are there for the computer's sake alone count as none."""
    above = low is not None and low > -1e6
    below = high is not None and high < 1e9
    if above and below:
        return f"{number(low or 0.0)} to {number(high or 0.0)}"
    if above:
        return f"from {number(low or 0.0)}"
    return f"to {number(high or 0.0)}" if below else "any"
