"""A comparison as a page of Markdown for a report: every window, both baselines, interactions, displacement."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from leyenda.studies.compare.arms import Choice, parts
from leyenda.studies.compare.command import command
from leyenda.studies.compare.estimates import PARTS, WITHOUT, Estimate
from leyenda.studies.compare.outputs import OUTPUTS, PLACED
from leyenda.studies.compare.places import GROUPS
from leyenda.studies.compare.say import sentence, warning
from leyenda.studies.compare.screen import cells, cost_of, header, there
from leyenda.studies.compare.words import changed, heading, names, percent, plain, text, window

if TYPE_CHECKING:
    from leyenda.studies.compare.effect import Effect


def page(effect: "Effect", outputs: Sequence[str]) -> str:
    """The page."""
    return "\n".join(lines(effect, outputs)) + "\n"


def lines(effect: "Effect", outputs: Sequence[str]) -> Iterator[str]:
    """Its lines, from top to bottom."""
    plan = effect.plan
    yield f"# {text('markdown', 'title', arms=names([arm.name for arm in plan.arms]))}\n"
    yield f"{header(effect)}\n"
    for arm in plan.arms:
        yield f"## {heading(arm.name)}\n"
        for years in plan.windows:
            yield f"- {sentence(effect, arm.name, years)} {warning(effect, arm.name, years)}".rstrip()
        for years in plan.windows:
            yield f"\n### {window('screen', years)}: {', '.join(filter(None, (plain(arm.name), cost_of(effect, arm, years))))}\n"
            yield from arm_table(effect, arm, outputs, years)
        yield from more(effect, arm, outputs, plan.windows[-1])
        yield ""
    yield f"{text('markdown', 'reads')}\n"
    yield text("markdown", "again", command=command(plan))


def table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A table, words on the left, numbers on the right."""
    yield f"| {' | '.join(columns)} |"
    yield "|---|" + "---:|" * (len(columns) - 1)
    for row in rows:
        yield f"| {' | '.join(row)} |"


def arm_table(effect: "Effect", arm: Choice, outputs: Sequence[str], years: int) -> Iterator[str]:
    """One arm over some years."""
    found = [effect.get(arm.name, years, name, WITHOUT) for name in outputs]
    yield from table(text.all["markdown"]["columns"], [row(effect, one) for one in found])


def row(effect: "Effect", found: Estimate) -> list[str]:
    """One output: the change with its interval, the median world, and the other baseline."""
    without, share, since, opposite, per_100 = cells(effect, found)
    interval = "" if found.low != found.low else f" [{changed(found.low)}, {changed(found.high)}]"
    quarters = f"{changed(found.median)} ({changed(found.lower_quartile)} to {changed(found.upper_quartile)})"
    return [OUTPUTS[found.output].says, without, changed(found.effect) + interval, share, quarters, opposite, since, per_100]


def more(effect: "Effect", arm: Choice, outputs: Sequence[str], years: int) -> Iterator[str]:
    """What a bundle does beyond its parts; where an arm that is tied to plazas works."""
    alone = parts(arm, effect.plan.arms)
    if alone:
        yield f"\n{text('markdown', 'beyond', bundle=heading(arm.name), parts=names([part.name for part in alone]))}\n"
        found = [effect.get(arm.name, years, name, PARTS) for name in outputs]
        rows = [[OUTPUTS[one.output].says, changed(one.effect), percent(one.percent, one.percent_low, one.percent_high)] for one in found]
        yield from table(["", *text.all["screen"]["beyond_columns"]], rows)
    if arm.plazas:
        yield f"\n{text('markdown', 'places', arm=plain(arm.name))}\n"
        rows = [[OUTPUTS[name].says, *(there(effect, arm, years, name, place) for place in GROUPS)] for name in PLACED]
        yield from table(["", *text.all["screen"]["place_columns"]], rows)
