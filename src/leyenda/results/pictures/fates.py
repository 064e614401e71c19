"""What the picture of the patron's fate shows: the patrons, the time axis, and the title that says the answer."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.axes import Axes

from leyenda.results import sequence
from leyenda.results.dates import YEAR
from leyenda.results.findings import fate_of_one
from leyenda.results.pictures.style import hue, years
from leyenda.results.record import History, history
from leyenda.results.wording import of, text, things

if TYPE_CHECKING:
    from leyenda.results.runs import Runs

Array = np.ndarray[Any, np.dtype[Any]]


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
