"""A measure by year: worlds as bands, the record in black, and in grey where the median world has to be."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.axes import Axes

from leyenda.results.pictures.style import beside, calm, hue
from leyenda.studies.validate.facts import Statistic, facts
from leyenda.studies.validate.judged import Values
from leyenda.studies.validate.pictures.band import band, quantiles
from leyenda.studies.validate.pictures.frame import tick
from leyenda.studies.validate.record import Recorded, series
from leyenda.studies.validate.wanted import Panel
from leyenda.studies.validate.words import figure, text

if TYPE_CHECKING:
    from leyenda.studies.validate.result import Validation

WIDE = 0.4  # a year's box reaches so far to either side
HIGH_UP = 0.5  # a panel whose values all lie above this, and below 1, does not begin at 0


def draw(axes: Axes, panel: Panel, found: "Validation", name: str) -> None:
    """One panel."""
    points = panel.points(found.plan.scenarios[name])
    x, values = np.array([years[1] for _, years in points], float), found.answers[name].table(points)
    boxes = [(statistic, place) for statistic in targets(panel) if (place := span(panel, statistic)) and place[1] <= x[-1] + 1]
    record = [series(one) for one in panel.series]
    frame(axes, x, *limits(values, [one for rows in record for one in rows], [statistic for statistic, _ in boxes]))
    for statistic, place in boxes:
        box(axes, statistic, place)
    median = band(axes, x, values, panel.role)
    for one, rows in zip(panel.series, record, strict=True):
        line(axes, one, rows, main=one == panel.series[0])
    if np.isfinite(median[-1]):
        look = {"color": hue(panel.role), "va": "center", "fontweight": "bold", "annotation_clip": False}
        beside(axes, figure(float(median[-1])), (x[-1], float(median[-1])), (5, 0), **look)


def targets(panel: Panel) -> list[Statistic]:
    """The statistics of the record that a panel's measure is held against."""
    return [s for fact in facts() for s in fact.statistics if s.measure in (panel.measure, *panel.also)]


def span(panel: Panel, statistic: Statistic) -> tuple[float, float] | None:
    """From where to where a target reaches; nothing for one that compares years further apart than the panel's."""
    first, last = statistic.years
    lag = panel.lag if statistic.measure == panel.measure else 0
    return (first + lag - WIDE, last + WIDE) if panel.pooled or not lag or last - first == lag else None


def limits(values: Values, record: Sequence[Recorded], boxes: Sequence[Statistic]) -> tuple[float, float]:
    """The scale: the record, what is near enough, and nearly all worlds."""
    ends = [end for one in record for end in (one.value, *(one.ends or ()))]
    ends += [end for statistic in boxes for end in (*statistic.zone, statistic.record) if np.isfinite(end)]
    seen = values[np.isfinite(values).any(axis=1)]
    ends += [float(end) for share in (0.02, 0.98) for end in quantiles(seen, share) if np.isfinite(end)]
    low, high = min(ends, default=0.0), max(ends, default=1.0)
    below = low if low < 0.0 else max(0.0, low - 0.05) if low > HIGH_UP and high < 1.1 else 0.0
    return below, high + 0.06 * (high - below)


def frame(axes: Axes, x: Values, low: float, high: float) -> None:
    """Scales and grid."""
    calm(axes)
    axes.set_xlim(x[0] - WIDE, x[-1] + WIDE)
    axes.set_ylim(low, high)
    step = 2 if len(x) <= 14 else 5
    axes.set_xticks([year for year in x if year % step == 0])
    axes.xaxis.set_major_formatter("{x:.0f}")
    axes.tick_params(axis="x", length=3)
    axes.yaxis.set_major_formatter(tick)


def box(axes: Axes, statistic: Statistic, place: tuple[float, float]) -> None:
    """Where the median world has to be, the recorded number as a thin line in it."""
    low, high = axes.get_ylim()
    bottom, top = max(low, statistic.zone[0]), min(high, statistic.zone[1])
    axes.fill_between(place, bottom, top, color=hue("others"), alpha=0.55, linewidth=0, zorder=0.5)
    axes.hlines(statistic.record, *place, color=hue("record"), linewidth=0.9, zorder=2.5)


def line(axes: Axes, name: str, rows: Sequence[Recorded], main: bool) -> None:
    """The record by year; a second count of it hollow and dashed, with its name."""
    x, y = [one.year for one in rows], [one.value for one in rows]
    style = "-" if main else (0, (2, 2))
    whole = len(rows) > 2
    fill = hue("record") if main else hue("paper")
    look: dict[str, Any] = {"linewidth": 1.3, "marker": "D", "markersize": 3.6, "markerfacecolor": fill, "zorder": 4}
    axes.plot(x, y, color=hue("record"), linestyle=style if whole else "none", **look)
    for one in rows:
        if one.ends:
            axes.vlines(one.year, *one.ends, color=hue("record"), linewidth=1.3, zorder=4)
    if name in text.all["pictures"]:
        beside(axes, text("pictures", name), (x[0], y[0]), (0, 8), fontsize=7.5, color=hue("faint"), ha="left")
