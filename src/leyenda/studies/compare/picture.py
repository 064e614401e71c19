"""The picture of a comparison: a panel an output, arms as rows, the paired effect with its interval and the other baseline."""

import re
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from leyenda.results.files import OutputError, reason
from leyenda.results.pictures.style import beside, calm, framed, house_style, hue, save
from leyenda.results.wording import text as common
from leyenda.results.wording import things
from leyenda.studies.compare.command import command
from leyenda.studies.compare.estimates import WITHOUT, YEAR_BEFORE, Estimate
from leyenda.studies.compare.outputs import OUTPUTS
from leyenda.studies.compare.title import title
from leyenda.studies.compare.words import digits, plain, size, text, window

if TYPE_CHECKING:
    from leyenda.studies.compare.effect import Effect

FEW = 6
NARROW = 15
LEAST = 2.0
MARGIN = 0.08
FOOT, LETTERS = 340, 170
SIGN = re.compile(r"(?<!\w)-(?=\d)")


def plot(effect: "Effect", outputs: Sequence[str], path: Path | None) -> Figure:
    """The picture over the longest window, written if there is a path. Raises OutputError."""
    with house_style():
        figure = draw(effect, outputs)
        if path:
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                save(figure, path)
            except OSError as error:
                raise OutputError(reason(error, path)) from error
    return figure


def draw(effect: "Effect", outputs: Sequence[str]) -> Figure:
    """The frame, and a panel for each output."""
    years, few = effect.plan.windows[-1], len(effect.plan.arms) <= FEW
    subtitle = text("picture", "subtitle", window=window("picture", years))
    figure, top = framed(printed(title(effect, years)), subtitle, foot(effect), text("picture", "note"))
    columns = min(3, len(outputs)) if few else len(outputs)
    lines = -(-len(outputs) // columns)
    left = 0.145 if few else 0.205
    room = {"left": left, "right": 0.945, "top": top - 0.035, "bottom": 0.1, "hspace": 0.5, "wspace": 0.42 if few else 0.75}
    grid = figure.add_gridspec(lines, columns, **room)
    for n, name in enumerate(outputs):
        axes = figure.add_subplot(grid[n // columns, n % columns])
        panel(axes, effect, name, years, labels=n % columns == 0)
    return figure


def printed(words: str) -> str:
    """The same with minus signs where numbers are below zero."""
    return SIGN.sub("\N{MINUS SIGN}", words)


def foot(effect: "Effect") -> str:
    """How many worlds of what, which seed, and what to type to get it again."""
    plan = effect.plan
    worlds, weeks = things(len(effect.worlds), "world"), things(plan.scenario.weeks, "week")
    says = common("common", "footer", worlds=worlds, title=plan.scenario.title, weeks=weeks, seed=plan.seed)
    typed = textwrap.shorten(command(plan), FOOT, placeholder=" ...")
    return "\n".join(textwrap.wrap(f"{says}.   {typed}", LETTERS))


def panel(axes: Axes, effect: "Effect", output: str, years: int, labels: bool) -> None:
    """One output: a row for each arm, from top to bottom as they were given."""
    arms = [arm.name for arm in effect.plan.arms]
    found = [effect.get(arm, years, output, WITHOUT) for arm in arms]
    before = [effect.find(arm, years, output, YEAR_BEFORE) for arm in arms]
    low, high = limits(found, before)
    below = min(0.32, 0.09 * len(arms))
    for row, (one, other) in enumerate(zip(found, before, strict=True)):
        mark(axes, -row, one)
        if other:
            mark_other(axes, -row - below, other, low, high)
    axes.axvline(0.0, color=hue("ink"), linewidth=0.9, zorder=1)
    axes.set_xlim(low, high)
    axes.set_ylim(-len(arms) + 0.35, 0.6)
    few = len(arms) <= FEW
    names = [textwrap.fill(plain(arm), 17) if few else plain(arm) for arm in arms]
    axes.set_yticks(range(0, -len(arms), -1), names if labels else [""] * len(arms), fontsize=8.5 if few else 7.5)
    dress(axes, found[0], few)


def dress(axes: Axes, found: Estimate, wide: bool) -> None:
    """Title, baseline and scale of a panel."""
    calm(axes)
    axes.grid(visible=False, axis="y")
    axes.grid(axis="x", color=hue("grid"), linewidth=0.7)
    axes.locator_params(axis="x", nbins=4 if wide else 2)
    axes.xaxis.set_major_formatter(lambda value, place: printed(f"{digits(value).removesuffix('.0')} %"))
    axes.tick_params(axis="x", length=0, labelsize=7.5 if wide else 7.0)
    output = OUTPUTS[found.output]
    says = output.says if wide else textwrap.fill(output.says, NARROW)
    axes.set_title(f"{says[0].upper()}{says[1:]}", fontsize=9.5 if wide else 8.0, pad=16)
    without = text("picture", "without_flow" if output.flow else "without", amount=size(found.reference))
    beside(axes, without, (0.0, 1.0), (0, 4), xycoords="axes fraction", fontsize=7.5 if wide else 6.5, color=hue("faint"))


def limits(found: Sequence[Estimate], before: Sequence[Estimate | None]) -> tuple[float, float]:
    """The scale of a panel: all effects with their intervals; the other baseline only where that leaves them readable."""
    marks = [value for one in found for value in (one.percent, one.percent_low, one.percent_high) if value == value]
    low, high = min([*marks, -LEAST]), max([*marks, LEAST])
    span = high - low
    near = [one.percent for one in before if one and low - span <= one.percent <= high + span]
    low, high = min([low, *near]), max([high, *near])
    return low - MARGIN * (high - low), high + MARGIN * (high - low)


def mark(axes: Axes, row: float, found: Estimate) -> None:
    """The effect and its interval; hollow if it is not clear. Its number stands at the right end."""
    if found.percent != found.percent:
        return
    colour = hue(OUTPUTS[found.output].role)
    axes.hlines(row, found.percent_low, found.percent_high, color=colour, linewidth=2.2, zorder=2)
    axes.plot(found.percent, row, "o", markersize=6, color=colour, markerfacecolor=colour if found.notable else hue("paper"), zorder=3)
    look: dict[str, Any] = {"fontweight": "bold", "color": colour} if found.notable else {"color": hue("faint")}
    number(axes, row, found, fontsize=8, **look)


def mark_other(axes: Axes, row: float, found: Estimate, low: float, high: float) -> None:
    """The change since the year before, pale; an arrow at the edge if it lies beyond the scale."""
    pale: dict[str, Any] = {"color": hue(OUTPUTS[found.output].role), "alpha": 0.45, "zorder": 2}
    if low <= found.percent <= high:
        axes.plot(found.percent, row, "D", markersize=3.6, **pale)
    elif found.percent == found.percent:
        at, way = (high, ">") if found.percent > high else (low, "<")
        axes.plot(at, row, way, markersize=4, clip_on=False, **pale)
    number(axes, row, found, fontsize=6.5, color=hue("faint"))


def number(axes: Axes, row: float, found: Estimate, **look: Any) -> None:
    """A change in % at the right end of a row."""
    says = printed(f"{digits(found.percent)} %")
    axes.text(1.04, row, says, transform=axes.get_yaxis_transform(), va="center", **look)
