"""A comparison on the terminal, in at most 100 columns: sentences first, then the table of the longest window."""

import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from leyenda.results.dates import written
from leyenda.results.wording import things
from leyenda.studies.compare.arms import Choice, parts
from leyenda.studies.compare.estimates import PARTS, WITHOUT, YEAR_BEFORE, Estimate
from leyenda.studies.compare.outputs import OUTPUTS, PLACED
from leyenda.studies.compare.places import GROUPS
from leyenda.studies.compare.say import sentence, warning
from leyenda.studies.compare.words import NONE, changed, heading, names, percent, plain, size, text, window

if TYPE_CHECKING:
    from leyenda.studies.compare.effect import Effect

WIDTH = 100
WIDE = 92


def screen(effect: "Effect", outputs: Sequence[str], console: Console | None = None) -> None:
    """Print it."""
    console = console or Console(width=min(WIDTH, Console().width))
    for part in content(effect, outputs, console.width >= WIDE):
        console.print(part)


def as_text(effect: "Effect", outputs: Sequence[str]) -> str:
    """The same without colours."""
    out = io.StringIO()
    screen(effect, outputs, Console(file=out, width=WIDTH, no_color=True))
    return out.getvalue().rstrip()


def content(effect: "Effect", outputs: Sequence[str], wide: bool) -> Iterator[RenderableType]:
    """What stands on it, from top to bottom."""
    years = effect.plan.windows[-1]
    yield Text(header(effect))
    for arm in effect.plan.arms:
        yield ""
        for window_years in effect.plan.windows:
            yield Text(sentence(effect, arm.name, window_years))
        if says := warning(effect, arm.name, years):
            yield Text(says, "bold")
    yield ""
    yield main_table(effect, outputs, years, wide)
    for arm in effect.plan.arms:
        yield from more(effect, arm, outputs, years)
    yield ""
    yield Text(text("screen", "reads"), "dim")


def header(effect: "Effect") -> str:
    """What was compared, and what a reader has to know of it."""
    plan = effect.plan
    worlds, date = things(len(effect.worlds), "world"), written(plan.scenario.start, plan.start)
    says = [text("screen", "what", worlds=worlds, title=plan.scenario.title, seed=plan.seed, week=plan.start, date=date)]
    says += [text("screen", "late", arm=heading(arm.name), week=arm.begins) for arm in plan.arms if arm.begins > plan.start]
    if effect.failed:
        worlds, error = things(len(effect.failed), "world"), next(iter(effect.failed.values()))
        says.append(text("screen", "failed", worlds=worlds, error=error))
    return " ".join(says)


def blank(*columns: str) -> Table:
    """A quiet table: words on the left, numbers on the right."""
    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    for n, column in enumerate(columns):
        table.add_column(column, justify="right" if n else "left", no_wrap=bool(n))
    return table


def main_table(effect: "Effect", outputs: Sequence[str], years: int, wide: bool) -> Table:
    """Every arm and output over some years: against both baselines, and per 100 M$ if there is room."""
    first, *rest = text.all["screen"]["columns"][: None if wide else -1]
    table = blank(first.format(years=window("screen", years)), *rest)
    for n, arm in enumerate(effect.plan.arms):
        if n:
            table.add_row()
        table.add_row(Text(plain(arm.name), "bold"))
        if cost := cost_of(effect, arm, years):
            table.add_row(Text(f"  {cost}", "dim"))
        for name in outputs:
            table.add_row(f"  {OUTPUTS[name].says}", *cells(effect, effect.get(arm.name, years, name, WITHOUT))[: len(rest)])
    return table


def cost_of(effect: "Effect", arm: Choice, years: int) -> str:
    """What an arm costs a year; nothing if nothing."""
    cost = effect.get(arm.name, years, "deaths", WITHOUT).cost / years
    return text("screen", "cost", cost=size(cost)) if cost > 0.0 else ""


def cells(effect: "Effect", found: Estimate) -> list[str]:
    """The numbers of one row."""
    before = effect.find(found.arm, found.years, found.output, YEAR_BEFORE)
    since = percent(before.percent, before.percent_low, before.percent_high) if before else NONE
    share = percent(found.percent, found.percent_low, found.percent_high)
    return [size(found.reference), share, since, f"{100 * found.opposite:.0f} %", changed(found.per_100)]


def more(effect: "Effect", arm: Choice, outputs: Sequence[str], years: int) -> Iterator[RenderableType]:
    """What a bundle does beyond its parts; where an arm that is tied to plazas works."""
    alone = parts(arm, effect.plan.arms)
    if alone:
        title = text("screen", "beyond", bundle=heading(arm.name), parts=names([part.name for part in alone]))
        table = blank("", *text.all["screen"]["beyond_columns"])
        for name in outputs:
            found = effect.get(arm.name, years, name, PARTS)
            table.add_row(f"  {OUTPUTS[name].says}", changed(found.effect), percent(found.percent, found.percent_low, found.percent_high))
        yield from ("", Text(title, "bold"), table)
    if arm.plazas:
        table = blank("", *text.all["screen"]["place_columns"])
        for name in PLACED:
            table.add_row(f"  {OUTPUTS[name].says}", *(there(effect, arm, years, name, place) for place in GROUPS))
        yield from ("", Text(text("screen", "places", arm=heading(arm.name)), "bold"), table)


def there(effect: "Effect", arm: Choice, years: int, output: str, place: str) -> str:
    """The change in % of what is there without it."""
    found = effect.find(arm.name, years, output, WITHOUT, place)
    return percent(found.percent, found.percent_low, found.percent_high) if found else NONE
