"""Who came after: one world's family of organisations, and how many successors there are in all worlds."""

from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from leyenda.results import sequence
from leyenda.results.dates import YEAR
from leyenda.results.pictures.family import Family, typical
from leyenda.results.pictures.lanes import draw_lanes
from leyenda.results.pictures.style import beside, frame, hue
from leyenda.results.record import history
from leyenda.results.wording import label, of, range_of, text, things

if TYPE_CHECKING:
    from leyenda.results.runs import Runs

Array = np.ndarray[Any, np.dtype[Any]]


class Heirs:
    """What the picture shows: successors two years after the fall or, without a fall so far back, at the end."""

    def __init__(self, runs: "Runs") -> None:
        self.runs = runs
        self.them = sequence.patrons(runs)
        self.count = sequence.successors(runs, self.them)
        self.after_fall = bool((~np.isnan(self.count)).any())
        self.federations = np.where(self.them.organisation >= 0, self.them.organisation, largest(runs))
        if not self.after_fall:
            last = np.full(len(runs.worlds), runs.weeks - 1.0)
            everywhere = sequence.Patrons(
                self.them.who, self.them.since, self.federations, self.them.until, self.them.how
            )
            self.count = sequence.heirs_at(runs, everywhere, last)

    @property
    def known(self) -> Array:
        """The numbers of successors that are known."""
        found: Array = self.count[~np.isnan(self.count)].astype(int)
        return found

    def title(self) -> str:
        """How many stood in the federation's place."""
        heirs = things(float(np.median(self.known)), "organisation")
        spread = text("heirs", "spread", range=range_of(self.known)) if len(self.known) > 1 else ""
        if self.after_fall:
            return text("heirs", "title", heirs=heirs, spread=spread)
        worlds = of(0, int((self.them.who >= 0).sum()), "worlds")
        why = (
            "why_none" if (self.them.who < 0).all() else "why_no_fall" if np.isnan(self.them.fall).all() else "why_late"
        )
        return text("heirs", "title_never", heirs=heirs, spread=spread, why=text("heirs", why, worlds=worlds))


def largest(runs: "Runs") -> Array:
    """The organisation with most members in the first week, per world."""
    members = runs.by_organisation["members"].values[:, 0, :]
    found: Array = np.argmax(np.nan_to_num(members), axis=1)
    return found


def draw_family(axes: Axes, heirs: Heirs) -> None:
    """One world's lanes, with the fall."""
    runs, at = heirs.runs, typical(heirs.runs, heirs.them, heirs.count)
    world = int(runs.worlds[at])
    bottom = draw_lanes(axes, Family(runs, world, int(heirs.federations[at])))
    axes.set_title(text("heirs", "lanes" if len(runs.worlds) > 1 else "lanes_one", world=world))
    if not np.isnan(heirs.them.fall[at]):
        mark_fall(axes, heirs, at, 0.13 * -bottom)


def mark_fall(axes: Axes, heirs: Heirs, at: int, y: float) -> None:
    """A line through the lanes where the patron falls, with its name on the side that has room."""
    start = heirs.runs.scenario.start
    year = start + heirs.them.fall[at] / YEAR
    axes.axvline(year, ymax=0.93, color=hue("ink"), linewidth=0.9, linestyle=(0, (4, 3)))
    words = text("heirs", "fall", how=label("falls", str(heirs.them.how[at])))
    late = year > start + 0.6 * heirs.runs.weeks / YEAR
    left, side = (-4, "right") if late else (4, "left")
    beside(axes, words, (year, y), (left, 0), ha=side, va="top", fontsize=8, color=hue("ink"))


def draw_bars(axes: Axes, heirs: Heirs) -> None:
    """In how many worlds there are how many successors, beside the record."""
    known, least = heirs.known, history(heirs.runs.scenario).successors
    highest = max(int(known.max()), least or 0, 3)
    count = np.bincount(known, minlength=highest + 1)
    axes.barh(np.arange(len(count)), count, color=hue("successors"), height=0.72)
    for number in np.flatnonzero(count):
        beside(axes, str(count[number]), (float(count[number]), float(number)), (4, 0), va="center", fontsize=8.5, color=hue("ink"))
    axes.set_ylim(-0.6, highest + 0.6)
    axes.set_xlim(0, count.max() * (1.8 if least else 1.25))
    axes.set_yticks(range(highest + 1))
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)
    axes.tick_params(axis="y", length=0)
    axes.set_title(text("heirs", "bars_fall" if heirs.after_fall else "bars_end"))
    if least and heirs.after_fall:
        mark_least(axes, least)


def mark_least(axes: Axes, least: int) -> None:
    """The record in black: a line under the least number of successors."""
    axes.axhline(least - 0.5, color=hue("record"), linewidth=1.4)
    look = {"ha": "right", "va": "bottom", "fontsize": 8, "color": hue("record"), "xycoords": ("axes fraction", "data")}
    beside(axes, text("heirs", "record", count=least), (1.0, least - 0.5), (0, 4), **look)


def draw(runs: "Runs") -> Figure:
    """The picture."""
    heirs = Heirs(runs)
    figure, top = frame(runs, heirs.title(), text("heirs", "subtitle"))
    single = len(heirs.known) < 2
    draw_family(figure.add_axes((0.035, 0.09, 0.77 if single else 0.575, top - 0.10)), heirs)
    if not single:
        draw_bars(figure.add_axes((0.81, 0.09, 0.165, top - 0.13)), heirs)
    return figure
