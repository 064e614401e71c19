"""A study on the terminal: what was asked, the parameters that matter most, and what chance alone would show."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from leyenda.studies.compare.words import size
from leyenda.studies.sensitivity.plan import SIZES
from leyenda.studies.sensitivity.result import ABOVE
from leyenda.studies.sensitivity.words import answer, asked, ends, factor_of, text, with_interval
from leyenda.world.layout import SIZES as ROOM

if TYPE_CHECKING:
    from leyenda.studies.sensitivity.factors import Factor
    from leyenda.studies.sensitivity.result import Sensitivity

SHOWN = 25
WIDTH = 120


def screen(found: "Sensitivity", console: Console | None = None) -> None:
    """Print it."""
    console = console or Console()
    for part in content(found, console.width >= WIDTH):
        console.print(part)


def as_text(found: "Sensitivity") -> str:
    """The same without colours."""
    out = io.StringIO()
    screen(found, Console(file=out, width=WIDTH, no_color=True))
    return out.getvalue().rstrip()


def content(found: "Sensitivity", wide: bool) -> Iterator[RenderableType]:
    """What stands on it, from top to bottom."""
    method = found.plan.method
    yield Text(text("screen", "what", **asked(found)))
    yield Text(f"{answer(found)}.", "bold")
    yield ""
    yield table(found, wide)
    if len(found.order) > SHOWN:
        yield Text(text("screen", "more", count=len(found.order) - SHOWN), "dim")
    yield ""
    yield Text(text("screen", "noise", **{name: size(getattr(found, name)) for name in ("mean", "sd", "spread")}))
    yield Text(text("screen", f"{method}_floor", floor=size(factor_of(found) * found.floor)))
    if found.silent:
        yield Text(missing(found))
    yield Text(text("screen", f"{method}_reads"), "dim")


def missing(found: "Sensitivity") -> str:
    """How many answers there are not, and what may help."""
    plan = found.plan
    counts = {"silent": f"{found.silent:,}", "all": f"{len(plan.points) * plan.worlds:,}", "blocks": found.blocks, "size": plan.size}
    says = text("screen", "silent", **counts, named=SIZES[plan.method])
    larger = list(ROOM)[list(ROOM).index(plan.scenario.size) + 1 :]
    return f"{says} {text('screen', 'room', larger=larger[0])}" if larger else says


def table(found: "Sensitivity", wide: bool) -> Table:
    """The parameters that matter most, one a row; their ranges only if there is room. All intervals are in the table's file."""
    shown = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    columns = text.all["columns"][found.plan.method][: None if wide else -1]
    for n, name in enumerate(columns):
        shown.add_column(name, justify="right" if 0 < n <= len(found.indices) else "left", no_wrap=n <= len(found.indices) + 1)
    for place in found.order[:SHOWN]:
        factor, standing = found.plan.factors[place], found.standing(place)
        first, *others = found.indices
        numbers = [with_interval(found, first, place), *(bare(found, name, place) for name in others)]
        cells = (factor.key, *numbers, text("standing", standing), span(factor))
        shown.add_row(*cells[: len(columns)], style="" if standing == ABOVE else "dim")
    return shown


def bare(found: "Sensitivity", name: str, place: int) -> str:
    """An index without its interval."""
    return ends(found, found.indices[name], place)["point"]


def span(factor: "Factor") -> str:
    """Its range, unit, and whether it is drawn by ratios."""
    return f"{factor.about.low:g} to {factor.about.high:g} {factor.about.unit}{', log' if factor.ratios else ''}"
