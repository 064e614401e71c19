"""When each step before the patron's fall came, one strip for each: all worlds, and the record in black."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from leyenda.results.dates import YEAR
from leyenda.results.pictures.fates import Fates
from leyenda.results.pictures.style import beside, hue
from leyenda.results.wording import label, of, text

Array = np.ndarray[Any, np.dtype[Any]]
INTERVALS = ((0.05, 0.95, 0.25), (0.25, 0.75, 0.75))


def strip(axes: Axes, fates: Fates, name: str, week: Array) -> None:
    """One step: a tick for each world in which it came, bars for half and for 90 % of them, the median."""
    found = fates.at(week)[~np.isnan(week)]
    axes.set_ylim(-1, 1.6)
    axes.set_yticks([])
    for side in axes.spines.values():
        side.set_visible(False)
    axes.axhline(-0.75, color=hue("grid"), linewidth=0.7)
    mark_worlds(axes, found, hue("federation" if name == "fall" else "state"))
    words = f"{label('steps', name)}\n{how_often(fates, len(found))}".strip()
    axes.text(
        -0.02, 0.42, words, transform=axes.transAxes, ha="right", va="center", fontsize=8.5, color=hue("ink"), linespacing=1.35
    )
    if name in fates.record.spans:
        mark_record(axes, fates, name)


def mark_worlds(axes: Axes, found: Array, colour: str) -> None:
    """Ticks and bars; one line if there is one world."""
    if len(found) == 1:
        axes.vlines(found, -0.7, 0.6, color=colour, linewidth=2.5)
    elif len(found):
        axes.vlines(found, -0.7, -0.15, color=colour, linewidth=0.5, alpha=0.6)
        for low, high, strength in INTERVALS:
            left, right = np.quantile(found, (low, high))
            axes.barh(0.3, right - left, left=left, height=0.6, color=colour, alpha=strength, linewidth=0)
        axes.vlines(np.median(found), 0.0, 0.6, color=hue("paper"), linewidth=1.8)


def how_often(fates: Fates, count: int) -> str:
    """In how many worlds a step came; of a single world only that it did not."""
    if len(fates.them.who) > 1:
        return of(count, int(fates.seated.sum()), "worlds")
    return "" if count else text("fate", "never")


def mark_record(axes: Axes, fates: Fates, name: str) -> None:
    """The record in black: a diamond for a day, a line for a year."""
    first, last = (fates.runs.scenario.start + week / YEAR for week in fates.record.spans[name])
    axes.plot([first, last], [1.05, 1.05], color=hue("record"), linewidth=2.2, solid_capstyle="butt")
    if first == last:
        axes.plot([first], [1.05], marker="D", markersize=4.5, color=hue("record"))
    words = f"{text('common', 'record')}: {fates.record.dated[name]}"
    beside(axes, words, (last, 1.05), (6, 0), va="center", fontsize=7.5, color=hue("record"))
