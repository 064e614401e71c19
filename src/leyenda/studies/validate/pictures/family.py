"""One picture a family of facts: its panels, filled with what worlds and record say."""

from typing import TYPE_CHECKING

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from leyenda.results.pictures.style import framed
from leyenda.studies.validate.facts import Fact
from leyenda.studies.validate.pictures import cases, strips, years
from leyenda.studies.validate.pictures.frame import foot, how, spelled
from leyenda.studies.validate.wanted import STRIP, YEARS, Panel, Picture, pictures
from leyenda.studies.validate.words import plain

if TYPE_CHECKING:
    from leyenda.studies.validate.result import Validation

COLUMNS = 6


def draw(found: "Validation") -> dict[str, Figure]:
    """The pictures of the families that were asked for, by family."""
    families = {fact.family: fact for fact in found.plan.facts if fact.statistics}
    return {family: picture(found, pictures()[family], fact) for family, fact in families.items()}


def picture(found: "Validation", about: Picture, fact: Fact) -> Figure:
    """A family's picture. fact: one of the family, all of which are of the same scenario."""
    scenario = found.plan.scenarios[fact.scenario]
    shown = [panel for panel in about.panels if fills(found, panel, fact.scenario)]
    note = how(found.plan, {panel.kind for panel in shown})
    figure, top = framed(spelled(title(found, about)), spelled(about.subtitle), foot(found.plan, [scenario]), note)
    room = {"left": 0.07, "right": 0.945, "top": top - 0.02 * note.count("\n"), "bottom": 0.1, "hspace": 0.42, "wspace": 1.1}
    grid = figure.add_gridspec(about.rows, COLUMNS, **room)
    for panel in shown:
        row, column, width = panel.at
        axes = figure.add_subplot(grid[row, column : column + width])
        axes.set_title(spelled(panel.title))
        fill(axes, found, panel, fact.scenario)
    return figure


def fills(found: "Validation", panel: Panel, name: str) -> bool:
    """Whether there is anything to draw: the worlds went far enough, the statistics were asked for."""
    if panel.kind == STRIP:
        return any(found.find(key) for key in panel.keys)
    return panel.kind == YEARS or panel.kind in found.answers[name].cases


def fill(axes: Axes, found: "Validation", panel: Panel, name: str) -> None:
    """Draw what belongs into a panel."""
    if panel.kind == YEARS:
        years.draw(axes, panel, found, name)
    elif panel.kind == STRIP:
        strips.draw(axes, panel, found)
    else:
        cases.DRAW[panel.kind](axes, found.answers[name].cases[panel.kind], panel.role)


def title(found: "Validation", about: Picture) -> str:
    """The answer with its numbers, or what the picture shows where they were not asked for."""
    asked = [found.find(key) for key in about.says]
    said: dict[str, str] = {}
    for n, one in enumerate(asked):
        if one is None or not len(one.seen):
            return about.plain
        unit = one.statistic.unit
        said |= {f"record{n}": plain(one.statistic.record, unit), f"model{n}": plain(one.interval[1], unit)}
    return about.title.format(**said)
