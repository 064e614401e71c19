"""One picture: a small panel a series, the record in black, the model as bands, and a line where the years begin that nobody looked at."""

import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from leyenda.results.files import OutputError, reason
from leyenda.results.manifest import model_hash
from leyenda.results.pictures.fan import BANDS
from leyenda.results.pictures.style import beside, calm, framed, house_style, hue, size
from leyenda.results.pictures.style import save as written
from leyenda.results.wording import things
from leyenda.studies.predict.forecast import Forecast
from leyenda.studies.predict.series import FIRST, LAST, SEEN, YEARS
from leyenda.studies.predict.words import command, text, years
from leyenda.studies.validate.pictures.frame import tick
from leyenda.studies.validate.words import figure as number
from leyenda.studies.validate.words import plain

if TYPE_CHECKING:
    from leyenda.studies.predict.result import Prediction

FORMATS, DOTS = ("svg", "png"), 144
COLUMNS, HEIGHT = 4, 8.6  # inches
END = SEEN + 0.5
TICKS = range(FIRST, LAST, 5)


def draw_all(found: "Prediction", folder: Path) -> None:
    """Draw the picture in both formats. Raises OutputError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with house_style():
            figure = draw(found)
            for ending in FORMATS:
                written(figure, folder / f"prediction.{ending}", DOTS)
    except OSError as error:
        raise OutputError(reason(error, folder)) from error


def draw(found: "Prediction") -> Figure:
    """The picture."""
    figure, top = framed(title(found), text("picture", "subtitle", **years()), foot(found))
    figure.set_size_inches(size("width"), HEIGHT)
    lines = -(-(len(found.forecasts) + 1) // COLUMNS)
    room = {"left": 0.055, "right": 0.935, "top": top, "bottom": 0.075, "hspace": 0.62, "wspace": 0.45}
    grid = figure.add_gridspec(lines, COLUMNS, **room)
    for place, forecasts in enumerate(found.forecasts.values()):
        panel(figure.add_subplot(grid[place // COLUMNS, place % COLUMNS]), forecasts)
    last = len(found.forecasts)
    legend(figure.add_subplot(grid[last // COLUMNS, last % COLUMNS :]))
    return figure


def title(found: "Prediction") -> str:
    """The homicide rate of the last year, with its interval."""
    rates = found.forecasts["rate"]
    last, seen = rates[-1], rates[SEEN - FIRST]
    median, low, high = (plain(value, last.series.unit) for value in (last.median, *last.ends))
    return text("picture", "title", median=median, low=low, high=high, record=number(seen.record), **years())


def foot(found: "Prediction") -> str:
    """What was run."""
    plan = found.plan
    said = {"worlds": things(plan.worlds, "world"), "title": plan.scenario.title, "seed": plan.seed, "model": model_hash()}
    return "\n".join(textwrap.wrap(text("picture", "foot", command=command(plan), **said), int(size("foot_letters"))))


def panel(axes: Axes, forecasts: Sequence[Forecast]) -> None:
    """One series."""
    one, x = forecasts[0].series, np.array(YEARS, float)
    median, low50, high50, low90, high90 = np.array([forecast.quantiles for forecast in forecasts]).T
    record = np.array([forecast.record for forecast in forecasts])
    axes.set_title(one.title, fontsize=8.5, pad=15)
    beside(axes, one.unit, (0.0, 1.0), (0, 5), xycoords="axes fraction", fontsize=7, color=hue("faint"))
    frame(axes, [*low90, *high90, *record])
    unseen(axes)
    for low, high, (_, _, strength) in ((low90, high90, BANDS[0]), (low50, high50, BANDS[1])):
        axes.fill_between(x, low, high, color=hue(one.role), alpha=strength, linewidth=0)
    axes.plot(x, median, color=hue(one.role), linewidth=1.8, solid_capstyle="round", zorder=3)
    axes.plot(x, record, color=hue("record"), linewidth=1.2, marker="D", markersize=2.4, zorder=4)
    if np.isfinite(median[-1]):
        look = {"color": hue(one.role), "va": "center", "fontweight": "bold", "fontsize": 8, "annotation_clip": False}
        beside(axes, number(float(median[-1])), (x[-1], float(median[-1])), (4, 0), **look)


def frame(axes: Axes, values: Sequence[float]) -> None:
    """Scales and grid: from 0, or from below it, to all that is drawn."""
    seen = [float(value) for value in values if np.isfinite(value)]
    low, high = min([0.0, *seen]), max(seen, default=1.0)
    room = 0.08 * max(high - low, 1e-9)
    calm(axes)
    axes.set_xlim(FIRST - 0.5, LAST + 0.5)
    axes.set_ylim(low - (room if low < 0.0 else 0.0), high + room)
    axes.set_xticks(TICKS)
    axes.locator_params(axis="y", nbins=4)
    axes.yaxis.set_major_formatter(tick)
    axes.tick_params(labelsize=7, length=2, axis="x")
    axes.tick_params(labelsize=7, axis="y")


def unseen(axes: Axes) -> None:
    """The years that nobody looked at."""
    axes.axvspan(END, LAST + 0.5, color=hue("grid"), alpha=0.45, linewidth=0, zorder=0)
    axes.axvline(END, color=hue("ink"), linewidth=0.9, zorder=2)
    look = {"xycoords": ("data", "axes fraction"), "fontsize": 6.5, "color": hue("faint"), "va": "top"}
    beside(axes, text("picture", "unseen"), (END, 1.0), (3, -1), **look)


def legend(axes: Axes) -> None:
    """How to read a panel."""
    axes.set_axis_off()
    axes.set_xlim(0.0, 1.0)
    axes.set_ylim(0.0, 5.0)
    ink = hue("home")
    axes.plot([0.0, 0.05, 0.1], [4.5] * 3, color=hue("record"), linewidth=1.2, marker="D", markersize=2.4)
    axes.plot([0.0, 0.1], [3.5] * 2, color=ink, linewidth=1.8)
    for y, strength in ((2.5, BANDS[0][2] + BANDS[1][2]), (1.5, BANDS[0][2])):
        axes.fill_between([0.0, 0.1], y - 0.3, y + 0.3, color=ink, alpha=strength, linewidth=0)
    axes.fill_between([0.0, 0.1], 0.2, 0.8, color=hue("grid"), alpha=0.45, linewidth=0)
    axes.vlines(0.0, 0.2, 0.8, color=hue("ink"), linewidth=0.9)
    for y, key in zip((4.5, 3.5, 2.5, 1.5, 0.5), ("record", "median", "half", "most", "unseen"), strict=True):
        axes.text(0.14, y, text("picture", f"legend_{key}", **years()), va="center", fontsize=8, color=hue("ink"))
