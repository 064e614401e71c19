"""The patron's fate: how long he lasts, and when the steps before his fall come, beside the record."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from leyenda.results import sequence
from leyenda.results.dates import YEAR
from leyenda.results.findings import fate_of_one
from leyenda.results.pictures.fan import how_to_read, panel
from leyenda.results.pictures.style import calm, frame, hue, years
from leyenda.results.pictures.survival import survival
from leyenda.results.record import History, history
from leyenda.results.wording import label, of, text, things

if TYPE_CHECKING:
    from leyenda.results.runs import Runs

Array = np.ndarray[Any, np.dtype[Any]]
ROOM = {"left": 0.30, "right": 0.84}


@dataclass
class Fates:
    """What the picture shows: the patrons, the steps, and the time axis all of it stands on."""

    runs: "Runs"

    @cached_property
    def them(self) -> sequence.Patrons:
        """The patrons."""
        return sequence.patrons(self.runs)

    @cached_property
    def seated(self) -> Array:
        """Worlds in which somebody held the seat."""
        return self.them.who >= 0

    @cached_property
    def calendar(self) -> bool:
        """Whether the axis can be the calendar: everybody took the seat in the same week."""
        return len(np.unique(self.them.since[self.seated])) == 1

    def at(self, week: Array) -> Array:
        """Weeks as places on the time axis: calendar years, or years since he took the seat."""
        return week / YEAR + self.runs.scenario.start if self.calendar else (week - self.them.since) / YEAR

    @cached_property
    def record(self) -> History:
        """The record, on a calendar axis only."""
        return history(self.runs.scenario) if self.calendar else History()


def title_of(fates: Fates) -> str:
    """In how many worlds he fell, and by when half of the falls had come."""
    fell = ~np.isnan(fates.them.fall)
    seated, count = int(fates.seated.sum()), int(fell.sum())
    if len(fell) == 1:
        return fate_of_one(fates.runs, fates.them)
    when = ""
    if count:
        middle = float(np.median(fates.at(fates.them.fall)[fell]))
        kind = "when_one" if count == 1 else "when_many"
        time = things(round(middle, 1), "year")
        when = text("fate", kind if fates.calendar else f"{kind}_since", year=int(middle), time=time)
    if seated < len(fell):
        return text("fate", "title_held", fell=of(count, seated, "worlds"), when=when)
    length = things(round(fates.runs.weeks / YEAR, 1), "year")
    return text("fate", "title", fell=of(count, seated, "worlds"), years=length, when=when)


def curve(axes: Axes, fates: Fates) -> None:
    """How long he lasts; beside it, in how many worlds anybody holds the seat."""
    them, weeks = fates.them, fates.runs.weeks
    chosen = fates.seated
    until = np.where(np.isnan(them.until), weeks, them.until)[chosen]
    found = survival(until - them.since[chosen], ~np.isnan(them.fall[chosen]))
    end = float((weeks - them.since[chosen]).max())
    x = np.append(found.time, end) / YEAR + fates.at(them.since)[chosen].min()
    share, low, high = (100 * np.append(values, values[-1]) for values in (found.share, found.low, found.high))
    axes.fill_between(x, low, high, step="post", color=hue("federation"), alpha=0.22, linewidth=0)
    axes.step(x, share, where="post", color=hue("federation"), linewidth=2.2)
    tips = [(float(share[-1]), text("fate", "kept"), hue("federation"))]
    if fates.calendar:
        held = 100 * fates.runs.series["seat_held"].values.mean(axis=0)
        axes.plot(fates.runs.scenario.start + np.arange(weeks) / YEAR, held, color=hue("successors"), linewidth=1.6)
        tips.append((float(held[-1]), text("fate", "held"), hue("successors")))
    name_ends(axes, tips)
    axes.set_ylim(0, 103)
    axes.set_yticks(range(0, 101, 25))
    axes.yaxis.set_major_formatter("{x:.0f} %")
    calm(axes)
    reads = f"{text('fate', 'share')}\n{text('fate', 'band')}"
    axes.text(-0.10, 1.0, reads, transform=axes.transAxes, ha="right", va="top", fontsize=8.5, color=hue("faint"))


def name_ends(axes: Axes, tips: list[tuple[float, str, str]]) -> None:
    """Say at the right end what each line is, one above the other where they meet."""
    lowest, apart = 8.0, 24.0
    for above, (value, says, colour) in zip(reversed(range(len(tips))), sorted(tips), strict=True):
        y = min(max(value, lowest), 97.0 - apart * above)
        lowest = y + apart
        axes.annotate(
            f"{value:.0f} %  {says}",
            (1.0, y),
            (8, 0),
            xycoords=("axes fraction", "data"),
            textcoords="offset points",
            color=colour,
            va="center",
            fontsize=8.5,
            fontweight="bold",
        )


def bars(axes: Axes, fates: Fates) -> None:
    """One world: the weeks in which he holds out, and those in which anybody holds the seat."""
    them, weeks = fates.them, fates.runs.weeks
    held = np.flatnonzero(np.diff(np.concatenate(([0], fates.runs.series["seat_held"].values[0] > 0.5, [0]))))
    until = weeks if np.isnan(them.until[0]) else them.until[0]
    spans = {"kept": [(them.since[0], until)], "held": list(zip(held[::2], held[1::2], strict=True))}
    for row, (name, role) in enumerate((("kept", "federation"), ("held", "successors"))):
        for first, last in spans[name]:
            left, right = fates.at(np.array([first, last]))
            axes.barh(-row, right - left, left=left, height=0.5, color=hue(role), linewidth=0)
        axes.text(
            -0.02,
            -row,
            text("fate", name),
            transform=axes.get_yaxis_transform(),
            ha="right",
            va="center",
            fontsize=8.5,
            color=hue("ink"),
        )
    axes.set_ylim(-1.6, 0.6)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)


def strip(axes: Axes, fates: Fates, name: str, week: Array) -> None:
    """One step: a tick for each world in which it came, bars for half and for 90 % of them, the median."""
    found = fates.at(week)[~np.isnan(week)]
    colour = hue("federation" if name == "fall" else "state")
    axes.set_ylim(-1, 1.6)
    axes.set_yticks([])
    for side in axes.spines.values():
        side.set_visible(False)
    axes.axhline(-0.75, color=hue("grid"), linewidth=0.7)
    if len(found) == 1:
        axes.vlines(found, -0.7, 0.6, color=colour, linewidth=2.5)
    elif len(found):
        axes.vlines(found, -0.7, -0.15, color=colour, linewidth=0.5, alpha=0.6)
        for low, high, strength in ((0.05, 0.95, 0.25), (0.25, 0.75, 0.75)):
            left, right = np.quantile(found, (low, high))
            axes.barh(0.3, right - left, left=left, height=0.6, color=colour, alpha=strength, linewidth=0)
        axes.vlines(np.median(found), 0.0, 0.6, color=hue("paper"), linewidth=1.8)
    count = (
        of(len(found), int(fates.seated.sum()), "worlds")
        if len(week) > 1
        else ""
        if len(found)
        else text("fate", "never")
    )
    words = f"{label('steps', name)}\n{count}".strip()
    axes.text(
        -0.02,
        0.42,
        words,
        transform=axes.transAxes,
        ha="right",
        va="center",
        fontsize=8.5,
        color=hue("ink"),
        linespacing=1.35,
    )
    if name in fates.record.spans:
        mark_record(axes, fates, name)


def mark_record(axes: Axes, fates: Fates, name: str) -> None:
    """The record in black: a diamond for a day, a line for a year."""
    first, last = (fates.runs.scenario.start + week / YEAR for week in fates.record.spans[name])
    axes.plot([first, last], [1.05, 1.05], color=hue("record"), linewidth=2.2, solid_capstyle="butt")
    if first == last:
        axes.plot([first], [1.05], marker="D", markersize=4.5, color=hue("record"))
    words = f"{text('common', 'record')}: {fates.record.dated[name]}"
    axes.annotate(
        words, (last, 1.05), (6, 0), textcoords="offset points", va="center", fontsize=7.5, color=hue("record")
    )


def time_axis(axes: Axes, fates: Fates, labels: bool) -> None:
    """Calendar years, or years since he took the seat."""
    if fates.calendar:
        years(axes, fates.runs, labels)
        return
    axes.set_xlim(0, float((fates.runs.weeks - fates.them.since[fates.seated]).max()) / YEAR)
    axes.tick_params(axis="x", length=3, labelbottom=labels)
    if labels:
        axes.text(
            1.01, -0.02, text("common", "since"), transform=axes.transAxes, va="top", fontsize=8, color=hue("faint")
        )


def nobody(runs: "Runs") -> Figure:
    """Without anybody in the seat: how far the strongest organisation is from it."""
    title = text("fate", "title_nobody", worlds=of(0, len(runs.worlds), "worlds"))
    figure, top = frame(runs, title, text("fate", "subtitle_nobody"), how_to_read(len(runs.worlds)))
    axes = figure.add_axes((0.06, 0.10, 0.87, top - 0.10))
    most = np.nanmax(np.nan_to_num(runs.by_organisation["exports"].values), axis=2)
    all_of = runs.series["exports"].values
    share = np.divide(100 * most, all_of, out=np.zeros_like(most), where=all_of > 0)
    panel(axes, runs, share, text("fate", "strongest"), "federation", top=104)
    axes.axhline(50, color=hue("faint"), linewidth=1.0, linestyle=(0, (4, 3)))
    axes.annotate(
        text("fate", "half"),
        (runs.scenario.start, 50),
        (4, 4),
        textcoords="offset points",
        color=hue("faint"),
        fontsize=8.5,
    )
    axes.yaxis.set_major_formatter("{x:.0f} %")
    return figure


def draw(runs: "Runs") -> Figure:
    """The picture."""
    fates = Fates(runs)
    if not fates.seated.any():
        return nobody(runs)
    single = len(runs.worlds) == 1
    note = how_to_read(1) if single else text("fate", "strips")
    figure, top = frame(runs, title_of(fates), text("fate", "subtitle"), note)
    steps = sequence.steps(runs, fates.them)
    width, height = ROOM["right"] - ROOM["left"], 0.39 / len(steps)
    upper = figure.add_axes((ROOM["left"], 0.515, width, top + 0.03 - 0.515))
    (bars if single else curve)(upper, fates)
    time_axis(upper, fates, labels=False)
    for row, (name, week) in enumerate(steps.items()):
        axes = figure.add_axes((ROOM["left"], 0.095 + height * (len(steps) - 1 - row), width, height))
        strip(axes, fates, name, week)
        last = row == len(steps) - 1
        time_axis(axes, fates, labels=last)
        axes.tick_params(axis="x", length=3 if last else 0)
    return figure
