"""Many worlds over time: single worlds drawn thinly, bands for half and for 90 % of them, the median as a line."""

from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection

from leyenda.results.dates import YEAR
from leyenda.results.pictures.style import beside, calm, hue, size, years
from leyenda.results.wording import amount, text

if TYPE_CHECKING:
    from leyenda.results.runs import Runs

Array = np.ndarray[Any, np.dtype[Any]]
QUARTER = 13
BANDS = ((0.05, 0.95, 0.16), (0.25, 0.75, 0.30))


def means(values: Array, weeks: int = QUARTER) -> Array:
    """Means over spans of some weeks, the last one of what there is."""
    cuts = np.arange(0, values.shape[1], weeks)
    lengths = np.diff(np.append(cuts, values.shape[1]))
    found: Array = np.add.reduceat(values, cuts, axis=1) / lengths
    return found


def middles(runs: "Runs", weeks: int = QUARTER) -> Array:
    """The middle of each span as a calendar year with its fraction."""
    cuts = np.arange(0, runs.weeks, weeks)
    ends = np.append(cuts[1:], runs.weeks)
    found: Array = runs.scenario.start + (cuts + ends) / 2.0 / YEAR
    return found


def ends(values: Array, weeks: int = QUARTER) -> tuple[float, float]:
    """The median world's first and last span, as they are drawn."""
    median = np.median(means(values, weeks), axis=0)
    return float(median[0]), float(median[-1])


def some(values: Array) -> Array:
    """At most as many worlds as can be told apart, spread evenly over all."""
    most = int(size("worlds"))
    return values if len(values) <= most else values[np.linspace(0, len(values) - 1, most).astype(int)]


def how_to_read(worlds: int) -> str:
    """What line, bands and thin lines are."""
    if worlds == 1:
        return text("common", "fan_one")
    most = int(size("worlds"))
    shown = text("common", "shown", count=most) if worlds > most else text("common", "shown_all")
    return text("common", "fan", shown=shown)


def fan(axes: Axes, x: Array, values: Array, role: str) -> Array:
    """Draw values (world, time); returns the median world's line."""
    colour = hue(role)
    median: Array = np.median(values, axis=0)
    if len(values) > 1:
        thin = [np.column_stack((x, line)) for line in some(values)]
        axes.add_collection(LineCollection(thin, colors=colour, linewidths=0.4, alpha=0.28), autolim=False)
        for low, high, strength in BANDS:
            axes.fill_between(x, *np.quantile(values, (low, high), axis=0), color=colour, alpha=strength, linewidth=0)
    axes.plot(x, median, color=colour, linewidth=2.0, solid_capstyle="round")
    return median


def panel(
    axes: Axes, runs: "Runs", weekly: Array, title: str, role: str, top: float | None = None, weeks: int = QUARTER
) -> None:
    """One small picture: a series in all worlds, averaged over spans of some weeks, its median named at the end."""
    values = means(weekly, weeks)
    x = middles(runs, weeks)
    median = fan(axes, x, values, role)
    axes.set_title(title)
    years(axes, runs)
    calm(axes)
    reach = np.quantile(values, 0.98, axis=0).max() if len(values) > 1 else values.max()
    axes.set_ylim(0, top or max(float(reach) * 1.08, 1e-9))
    look = {"color": hue(role), "va": "center", "fontweight": "bold", "annotation_clip": False}
    beside(axes, amount(float(median[-1])), (x[-1], median[-1]), (5, 0), **look)
