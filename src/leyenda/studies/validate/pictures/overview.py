"""All numbers on one page, each in units of its own tolerance: how near the model comes, fact by fact."""

import textwrap
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from leyenda.results.pictures.style import LEFT, calm, hue, size
from leyenda.studies.validate.facts import CALIBRATE, Statistic
from leyenda.studies.validate.judged import Judged, Values
from leyenda.studies.validate.pictures.frame import foot, tick
from leyenda.studies.validate.words import span, text

if TYPE_CHECKING:
    from leyenda.studies.validate.result import Validation

LINE, HEAD, FOOT = 0.165, 0.95, 0.72  # inches: a number, what stands above, what stands below
FAR = 4.0  # tolerances on either side


def draw(found: "Validation") -> Figure:
    """The picture, as high as there are numbers."""
    shown = found.judged
    height = HEAD + LINE * max(4, len(shown)) + FOOT
    figure = Figure(figsize=(size("width"), height))
    head(figure, found, height)
    axes = figure.add_axes((0.5, FOOT / height, 0.44, 1.0 - (HEAD + FOOT) / height))
    axes.set_xlim(-FAR - 0.3, FAR + 0.3)
    axes.set_ylim(-len(shown) + 0.4, 0.6)
    for row, one in enumerate(shown):
        first = row == 0 or shown[row - 1].fact is not one.fact
        mark(axes, -row, one, first)
    finish(axes)
    return figure


def head(figure: Figure, found: "Validation", height: float) -> None:
    """The answer, the question, how to read it, and what was run."""
    under = 1.0 - 0.14 / height
    lines = textwrap.wrap(title(found), int(size("letters")))
    figure.text(LEFT, under, "\n".join(lines), fontsize=size("title"), fontweight="bold", color=hue("ink"), va="top", linespacing=1.25)
    notes = f"{text('pictures', 'overview_subtitle')}.\n{text('pictures', 'overview_note')}"
    below = under - 0.27 * len(lines) / height
    figure.text(LEFT, below, notes, fontsize=size("note"), color=hue("faint"), va="top", linespacing=1.4)
    scenarios = list(found.plan.scenarios.values())
    figure.text(LEFT, 0.08 / height, foot(found.plan, scenarios), fontsize=size("foot"), color=hue("faint"), va="bottom", linespacing=1.3)


def title(found: "Validation") -> str:
    """How many facts are hit, and how many numbers are near enough."""
    hit, asked = found.score
    own = [one for one in found.judged if not asked or one.fact.use == CALIBRATE]
    near = sum(one.tolerated for one in own)
    return text("pictures", "overview" if asked else "overview_some", hit=hit, all=asked, near=near, numbers=len(own))


def mark(axes: Axes, row: int, one: Judged, first: bool) -> None:
    """One number: what it is, where it may be, and where the worlds are."""
    words = axes.get_yaxis_transform()
    statistic, fitted = one.statistic, one.fact.use == CALIBRATE
    ink = hue("ink" if fitted else "faint")
    if first:
        name = f"{one.fact.number}  {one.fact.name}"
        axes.text(-1.09, row, name, transform=words, va="center", fontsize=7.5, fontweight="bold", color=ink)
    own = f"{statistic.measure.partition('.')[2].replace('_', ' ')}, {span(statistic.years)}"
    axes.text(-0.02, row, own, transform=words, va="center", ha="right", fontsize=7, color=ink)
    low, high = (float(np.clip(end, -FAR, FAR)) for end in tolerances(statistic, np.array(statistic.zone)))
    axes.barh(row, high - low, left=low, height=0.72, color=hue("others"), alpha=0.6, linewidth=0, zorder=0)
    if len(one.seen):
        worlds(axes, row, one, hue("state") if fitted else hue("faint"))


def worlds(axes: Axes, row: int, one: Judged, colour: str) -> None:
    """The median world with its interval; an arrow where it lies beyond the scale."""
    low, middle, high = tolerances(one.statistic, np.array(one.interval))
    if low < FAR and high > -FAR:
        axes.hlines(row, max(low, -FAR), min(high, FAR), color=colour, linewidth=1.8, zorder=2)
    marker = "o" if abs(middle) <= FAR else ">" if middle > 0 else "<"
    fill = colour if one.hit else hue("paper")
    look: dict[str, Any] = {"markersize": 4.6, "color": colour, "markerfacecolor": fill, "zorder": 3, "clip_on": False}
    axes.plot(np.clip(middle, -FAR, FAR), row, marker, **look)


def tolerances(statistic: Statistic, values: Values) -> Values:
    """Values in units of the tolerance, the record at 0: on a log scale for a factor; of a bound, in halves of it."""
    if statistic.factor is not None:
        ratio: Values = np.maximum(values, 1e-6 * statistic.record) / statistic.record
        logs: Values = np.log(ratio) / np.log(statistic.factor)
        return logs
    apart: Values = values - statistic.record
    return apart / (statistic.within or abs(statistic.record) / 2.0)


def finish(axes: Axes) -> None:
    """The record at 0, and the scale."""
    calm(axes)
    axes.axvline(0.0, color=hue("record"), linewidth=1.2, zorder=1)
    axes.set_yticks([])
    axes.grid(visible=False, axis="y")
    axes.grid(axis="x", color=hue("grid"), linewidth=0.7)
    axes.set_xticks(range(-4, 5), [tick(value) if value else text("pictures", "zero") for value in range(-4, 5)], fontsize=7.5)
    axes.set_xlabel(text("pictures", "overview_axis"), fontsize=7.5, color=hue("faint"))
