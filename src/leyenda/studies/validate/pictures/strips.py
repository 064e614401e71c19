"""Numbers that are no series: a strip for each, single worlds, half and 90 % of them, the record in black."""

from typing import TYPE_CHECKING

import numpy as np
from matplotlib.axes import Axes

from leyenda.results.pictures.style import beside, hue
from leyenda.studies.validate.judged import Judged, Values
from leyenda.studies.validate.pictures.frame import spelled
from leyenda.studies.validate.wanted import Panel
from leyenda.studies.validate.words import figure, recorded, text

if TYPE_CHECKING:
    from leyenda.studies.validate.result import Validation

GOLDEN = 0.618034  # spreads dots evenly
INTERVALS = ((0.05, 0.95, 0.25), (0.25, 0.75, 0.75))
SHOWN = 0.02  # of worlds are cut off on either side, or one would flatten the rest
WHOLE = 6  # columns of a panel that has room for two strips beside each other
MANY = 4  # strips that need them
GAP = 0.08  # between the two
LOW, HIGH = 0.2, 0.62  # of a strip's room, from where to where it reaches; the rest is for its words and scale


def draw(axes: Axes, panel: Panel, found: "Validation") -> None:
    """One strip below the other, in two columns where there is room."""
    axes.set_axis_off()
    shown = [(label, one) for key, label in panel.keys.items() if (one := found.find(key))]
    columns = 2 if panel.at[2] == WHOLE and len(shown) >= MANY else 1
    lines = -(-len(shown) // columns)
    width, height = (1.0 - GAP * (columns - 1)) / columns, 1.0 / lines
    for n, (label, one) in enumerate(shown):
        left, bottom = (n % columns) * (width + GAP), 1.0 - (n // columns + 1) * height
        inner = axes.inset_axes((left, bottom + LOW * height, width, (HIGH - LOW) * height))
        strip(inner, label, one, panel.role)


def strip(axes: Axes, label: str, one: Judged, role: str) -> None:
    """One number."""
    low, high = limits(one)
    axes.set_xlim(low, high)
    axes.set_ylim(-1.0, 1.0)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.tick_params(axis="x", length=3, labelsize=7.5)
    beside(axes, spelled(label), (0.0, 1.0), (0, 15), xycoords="axes fraction", fontsize=8.5, color=hue("ink"))
    beside(axes, spelled(said(one)), (0.0, 1.0), (0, 4), xycoords="axes fraction", fontsize=7.5, color=hue("faint"))
    bottom, top = (float(np.clip(end, low, high)) for end in one.statistic.zone)
    axes.axvspan(bottom, top, color=hue("others"), alpha=0.55, linewidth=0, zorder=0)
    worlds(axes, one.seen, hue(role))
    axes.axvline(one.statistic.record, color=hue("record"), linewidth=1.8, zorder=4)


def said(one: Judged) -> str:
    """What record and median world say, and how many worlds say anything."""
    record = recorded(one.statistic)
    if not len(one.seen):
        return text("pictures", "silent", record=record)
    count = "" if len(one.seen) == len(one.values) else text("pictures", "speaking", count=len(one.seen), all=len(one.values))
    return text("pictures", "said", record=record, median=figure(one.interval[1]), count=count)


def limits(one: Judged) -> tuple[float, float]:
    """The scale of a strip: the record, what is near enough, and nearly all worlds; not below 0 where no world and no record is."""
    seen = [float(end) for end in np.quantile(one.seen, (SHOWN, 1 - SHOWN))] if len(one.seen) else []
    ends = [*(end for end in one.statistic.zone if np.isfinite(end)), one.statistic.record, *seen]
    low, high = min(ends), max(ends)
    room = 0.06 * max(high - low, 1e-9)
    below = low - room
    return (max(0.0, below) if min([one.statistic.record, *seen]) >= 0.0 else below), high + room


def worlds(axes: Axes, seen: Values, colour: str) -> None:
    """Dots for single worlds, bars for half and for 90 % of them, and the median world."""
    if not len(seen):
        return
    axes.scatter(seen, (np.arange(len(seen)) * GOLDEN % 1.0) * 0.6 - 0.85, s=5, color=colour, alpha=0.6, linewidths=0)
    for low, high, strength in INTERVALS:
        left, right = np.quantile(seen, (low, high))
        axes.barh(0.4, right - left, left=left, height=0.7, color=colour, alpha=strength, linewidth=0)
    axes.vlines(np.median(seen), 0.05, 0.75, color=hue("paper"), linewidth=1.8, zorder=3)
