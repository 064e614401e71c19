"""The picture of a study: a row a parameter, its leading index with the interval, the other index, and what chance would show."""

import shlex
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from leyenda.results.files import OutputError, reason
from leyenda.results.pictures.command import scenario_words
from leyenda.results.pictures.style import calm, framed, house_style, hue, save
from leyenda.results.wording import text as common
from leyenda.results.wording import things
from leyenda.studies.sensitivity.factors import typed
from leyenda.studies.sensitivity.plan import SIZES
from leyenda.studies.sensitivity.result import ABOVE
from leyenda.studies.sensitivity.words import answer, asked, factor_of, text

if TYPE_CHECKING:
    from leyenda.studies.sensitivity.result import Sensitivity

SHOWN = 20
FOOT, LETTERS = 250, 170
DOTS = 120


def plot(found: "Sensitivity", path: Path | None) -> Figure:
    """The picture, written if there is a path. Raises OutputError."""
    with house_style():
        figure = draw(found)
        if path:
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                save(figure, path, DOTS)
            except OSError as error:
                raise OutputError(reason(error, path)) from error
    return figure


def draw(found: "Sensitivity") -> Figure:
    """The frame and its one panel."""
    method = found.plan.method
    says = text("picture", f"{method}_subtitle", **asked(found))
    figure, top = framed(answer(found), says, foot(found), text("picture", f"{method}_note"))
    axes = figure.add_axes((0.3, 0.12, 0.66, top - 0.08))
    rows(axes, found)
    axes.axvspan(0.0, factor_of(found) * found.floor, color=hue("others"), alpha=0.5, linewidth=0, zorder=0)
    return figure


def rows(axes: Axes, found: "Sensitivity") -> None:
    """The parameters that matter most, from the top."""
    shown = found.order[:SHOWN]
    for row, place in enumerate(shown):
        mark(axes, -row, found, place)
    axes.set_yticks(range(0, -len(shown), -1), [found.plan.factors[place].key for place in shown], fontsize=8)
    axes.set_ylim(-len(shown) + 0.4, 0.6)
    axes.axvline(0.0, color=hue("ink"), linewidth=0.9, zorder=1)
    calm(axes)
    axes.grid(visible=False, axis="y")
    axes.grid(axis="x", color=hue("grid"), linewidth=0.7)


def mark(axes: Axes, row: float, found: "Sensitivity", place: int) -> None:
    """One parameter: the leading index and the one after it."""
    leading, other = list(found.indices.values())[:2]
    by, colour = factor_of(found), hue(found.plan.output.role)
    clear = found.standing(place) == ABOVE
    axes.hlines(row, by * leading.low[place], by * leading.high[place], color=colour, linewidth=2.2, zorder=2)
    axes.plot(by * leading.point[place], row, "o", markersize=6, color=colour, markerfacecolor=colour if clear else hue("paper"), zorder=3)
    axes.plot(by * other.point[place], row - 0.25, "D", markersize=3.6, color=colour, alpha=0.45, zorder=2)


def foot(found: "Sensitivity") -> str:
    """What was run, and what to type to get it again."""
    plan = found.plan
    worlds, weeks = things(plan.worlds, "world"), things(plan.scenario.weeks, "week")
    says = common("common", "footer", worlds=worlds, title=plan.scenario.title, weeks=weeks, seed=plan.seed)
    return "\n".join(textwrap.wrap(f"{says}.   {textwrap.shorten(command(found), FOOT, placeholder=' ...')}", LETTERS))


def command(found: "Sensitivity") -> str:
    """The command line."""
    plan = found.plan
    names = typed(plan.factors)
    chosen = ["--parameters", *names] if names else []
    years = ["--from", str(plan.window.first), "--to", str(plan.window.last)]
    sizes = [f"--{SIZES[plan.method]}", str(plan.size), "--worlds", str(plan.worlds), "--seed", str(plan.seed)]
    words = ["leyenda", "sensitivity", *scenario_words(plan.scenario), "--output", plan.output.name, "--method", plan.method]
    return shlex.join([*words, *years, *sizes, *chosen])
