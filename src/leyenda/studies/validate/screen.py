"""The table on the terminal: facts by use, their numbers under them, and how many are hit."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from leyenda.studies.validate.facts import Fact
from leyenda.studies.validate.judged import Judged
from leyenda.studies.validate.rows import briefly, counted, frozen_briefly, grouped, interval, of, ran, verdict
from leyenda.studies.validate.words import recorded, span, text

if TYPE_CHECKING:
    from leyenda.studies.validate.result import Validation

STYLE = {"hit": "green", "miss": "red"}
WIDTHS = (26, 9, 24, 8, 18, 12)
WIDE = 118  # columns where the output is no terminal


def screen(found: "Validation", console: Console | None = None) -> None:
    """Print it."""
    console = console or Console()
    if not console.is_terminal:
        console.width = max(console.width, WIDE)
    for part in content(found):
        console.print(part, highlight=False)


def content(found: "Validation") -> Iterator[RenderableType]:
    """What stands on it, from top to bottom."""
    yield Text(ran(found))
    for use, own in grouped(found):
        yield from group(found, use, own)
    if found.remains:
        yield Text(f"\n{text('screen', 'frozen')}", "bold underline")
        yield frozen(found)
    yield Text(f"\n{text('screen', 'reads', folder=found.plan.folder)}", "dim")
    yield Text(f"\n{counted(found)}", "bold")


def group(found: "Validation", use: str, own: Sequence[Fact]) -> Iterator[RenderableType]:
    """The facts of one use."""
    yield Text(f"\n{text('uses', use)}", "bold underline")
    if any(fact.statistics for fact in own):
        yield numbers([[Text(column, "bold") for column in text.all["screen"]["columns"]]])
    for fact in own:
        says = verdict(found, fact)
        yield Text.assemble((f"{fact.number:>2}  {fact.name}  ", "bold"), (says, f"bold {STYLE.get(says, 'default')}"), (why(fact), "dim"))
        rows = [row(one) for one in of(found, fact)]
        if rows:
            yield numbers(rows)


def why(fact: Fact) -> str:
    """Why the model cannot hit it, if it cannot."""
    return f": {fact.why}" if fact.why else ""


def numbers(rows: Sequence[Sequence[Text | str]]) -> Padding:
    """Rows in columns that are as wide under every fact."""
    shown = Table(box=None, show_header=False, padding=(0, 1, 0, 0))
    for n, width in enumerate(WIDTHS):
        shown.add_column(width=width, justify="right" if 0 < n < len(WIDTHS) - 1 else "left")
    for cells in rows:
        shown.add_row(*cells)
    return Padding(shown, (0, 0, 0, 4))


def row(one: Judged) -> tuple[Text | str, ...]:
    """One statistic."""
    statistic = one.statistic
    return statistic.measure, span(statistic.years), recorded(statistic), *interval(one), Text(briefly(one), "green" if one.hit else "red")


def frozen(found: "Validation") -> Table:
    """The national shapes with a driver frozen."""
    shown = Table(box=None, header_style="bold", padding=(0, 1, 0, 0))
    for n, column in enumerate([*text.all["screen"]["frozen_columns"], *found.frozen]):
        shown.add_column(column, justify="right" if n else "left", no_wrap=not n)
    for one in found.remains:
        shown.add_row(*frozen_briefly(one))
    return shown
