"""Who came after: one world's family of organisations, and how many successors there are in all worlds."""

from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from leyenda.results import sequence
from leyenda.results.dates import YEAR
from leyenda.results.pictures.family import OTHERS, Family, Lane, typical
from leyenda.results.pictures.style import frame, hue, years
from leyenda.results.record import history
from leyenda.results.wording import amount, label, of, range_of, text, things

if TYPE_CHECKING:
    from leyenda.results.runs import Runs

Array = np.ndarray[Any, np.dtype[Any]]
GAP = 0.16
LEAST = 0.05


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


def place(lanes: list[Lane]) -> float:
    """Give every lane its middle, downwards from 0; returns where the last one ends."""
    unit = max(lane.height for lane in lanes)
    y = 0.0
    for lane in lanes:
        room = max(lane.height, LEAST * unit)
        lane.place = y - room / 2.0
        y -= room + GAP * unit
    return y


def ribbon(axes: Axes, start: tuple[float, float], end: tuple[float, float], width: float, colour: str) -> None:
    """A bent band from one place to another, never thinner than a line."""
    (x0, y0), (x1, y1), half = start, end, width / 2.0
    middle = (x0 + x1) / 2.0
    points = [
        (x0, y0 + half),
        (middle, y0 + half),
        (middle, y1 + half),
        (x1, y1 + half),
        (x1, y1 - half),
        (middle, y1 - half),
        (middle, y0 - half),
        (x0, y0 - half),
        (x0, y0 + half),
    ]
    codes = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]
    axes.add_patch(
        PathPatch(Path(points, codes), facecolor=colour, edgecolor=colour, linewidth=1.2, alpha=0.6, zorder=0.5)
    )


def band(axes: Axes, lane: Lane, x: Array) -> None:
    """Its members over time, around the middle of its lane."""
    there = lane.members > 0
    axes.fill_between(
        x,
        lane.place - lane.members / 2.0,
        lane.place + lane.members / 2.0,
        where=there,
        color=hue(lane.role),
        linewidth=0.6,
    )


def born(axes: Axes, lane: Lane, lanes: dict[int, Lane], x: Array) -> None:
    """Where it came out of another, and where it went into another."""
    there = np.flatnonzero(lane.members > 0)
    bend = 0.04 * (x[-1] - x[0])
    parent, heir = lanes.get(lane.parent), lanes.get(lane.joined)
    if parent and len(there):
        first, width = x[there[0]], float(lane.members[there[0]])
        ribbon(axes, (first - bend, edge(parent, there[0] - 1, lane)), (first, lane.place), width, hue(lane.role))
    if heir and len(there):
        last, width = x[there[-1]], float(lane.members[there[-1]])
        ribbon(axes, (last, lane.place), (last + bend, edge(heir, there[-1], lane)), width, hue(lane.role))


def edge(lane: Lane, quarter: int, other: Lane) -> float:
    """The side of a lane that faces another."""
    side = np.sign(other.place - lane.place)
    return float(lane.place + 0.35 * side * lane.members[max(0, quarter)])


def tell(axes: Axes, lane: Lane, x: Array, start: int) -> None:
    """Its name where it ends, with its members if it lasts."""
    there = np.flatnonzero(lane.members > 0)
    if not len(there):
        return
    alive = there[-1] == len(x) - 1
    name = lane.name
    if lane.organisation == OTHERS:
        name = text("heirs", "one_other") if name == "1" else text("heirs", "others", count=name)
    words = text("heirs", "members", name=name, members=amount(float(lane.members[-1])))
    if not alive:
        words = text("heirs", "ended", name=name, year=start + lane.ended // YEAR)
    side = x[there[-1]]
    axes.annotate(
        words,
        (side, lane.place),
        (6, 0),
        textcoords="offset points",
        va="center",
        fontsize=8,
        color=hue("faint" if lane.role == "others" else "ink"),
        annotation_clip=False,
    )


def draw_family(axes: Axes, heirs: Heirs) -> None:
    """One world's lanes, with the fall."""
    runs, at = heirs.runs, typical(heirs.runs, heirs.them, heirs.count)
    world, start = int(runs.worlds[at]), runs.scenario.start
    family = Family(runs, world, int(heirs.federations[at]))
    lanes, x = family.lanes(), family.years
    bottom = place(lanes)
    by_number = {lane.organisation: lane for lane in lanes}
    for lane in lanes:
        born(axes, lane, by_number, x)
        band(axes, lane, x)
        tell(axes, lane, x, start)
    years(axes, runs)
    axes.set_ylim(bottom, 0.14 * -bottom)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.set_title(text("heirs", "lanes" if len(runs.worlds) > 1 else "lanes_one", world=world))
    fall = heirs.them.fall[at]
    if not np.isnan(fall):
        year = start + fall / YEAR
        axes.axvline(year, ymax=0.93, color=hue("ink"), linewidth=0.9, linestyle=(0, (4, 3)))
        words = text("heirs", "fall", how=label("falls", str(heirs.them.how[at])))
        late = year > start + 0.6 * runs.weeks / YEAR
        axes.annotate(
            words,
            (year, 0.13 * -bottom),
            (-4 if late else 4, 0),
            textcoords="offset points",
            ha="right" if late else "left",
            va="top",
            fontsize=8,
            color=hue("ink"),
        )


def draw_bars(axes: Axes, heirs: Heirs) -> None:
    """In how many worlds there are how many successors, beside the record."""
    known, least = heirs.known, history(heirs.runs.scenario).successors
    highest = max(int(known.max()), least or 0, 3)
    count = np.bincount(known, minlength=highest + 1)
    axes.barh(np.arange(len(count)), count, color=hue("successors"), height=0.72)
    for number in np.flatnonzero(count):
        axes.annotate(
            str(count[number]),
            (count[number], number),
            (4, 0),
            textcoords="offset points",
            va="center",
            fontsize=8.5,
            color=hue("ink"),
        )
    axes.set_ylim(-0.6, highest + 0.6)
    axes.set_xlim(0, count.max() * (1.8 if least else 1.25))
    axes.set_yticks(range(highest + 1))
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)
    axes.tick_params(axis="y", length=0)
    axes.set_title(text("heirs", "bars_fall" if heirs.after_fall else "bars_end"))
    if least and heirs.after_fall:
        axes.axhline(least - 0.5, color=hue("record"), linewidth=1.4)
        axes.annotate(
            text("heirs", "record", count=least),
            (1.0, least - 0.5),
            (0, 4),
            xycoords=("axes fraction", "data"),
            textcoords="offset points",
            ha="right",
            va="bottom",
            fontsize=8,
            color=hue("record"),
        )


def draw(runs: "Runs") -> Figure:
    """The picture."""
    heirs = Heirs(runs)
    figure, top = frame(runs, heirs.title(), text("heirs", "subtitle"))
    single = len(heirs.known) < 2
    draw_family(figure.add_axes((0.035, 0.09, 0.77 if single else 0.575, top - 0.10)), heirs)
    if not single:
        draw_bars(figure.add_axes((0.81, 0.09, 0.165, top - 0.13)), heirs)
    return figure
