"""One world's family of organisations, drawn as bands that part and join."""

from typing import Any

import numpy as np
from matplotlib.axes import Axes

from leyenda.results.dates import YEAR
from leyenda.results.pictures.family import OTHERS, Family, Lane
from leyenda.results.pictures.ribbon import Span, ribbon
from leyenda.results.pictures.style import beside, hue, years
from leyenda.results.wording import amount, text

Array = np.ndarray[Any, np.dtype[Any]]
GAP = 0.16
LEAST = 0.05


def place(lanes: list[Lane]) -> float:
    """Give every lane its middle, downwards from 0; returns where the last one ends."""
    unit = max(lane.height for lane in lanes)
    y = 0.0
    for lane in lanes:
        room = max(lane.height, LEAST * unit)
        lane.place = y - room / 2.0
        y -= room + GAP * unit
    return y


def flow(axes: Axes, start: Span, end: Span, width: float, colour: str) -> None:
    """A band of members from one place to another, never thinner than a line."""
    (x0, y0), (x1, y1), half = start, end, width / 2.0
    look = {"facecolor": colour, "edgecolor": colour, "linewidth": 1.2, "alpha": 0.6, "zorder": 0.5}
    ribbon(axes, (x0, x1), (y0 - half, y0 + half), (y1 - half, y1 + half), **look)


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
        flow(axes, (first - bend, edge(parent, there[0] - 1, lane)), (first, lane.place), width, hue(lane.role))
    if heir and len(there):
        last, width = x[there[-1]], float(lane.members[there[-1]])
        flow(axes, (last, lane.place), (last + bend, edge(heir, there[-1], lane)), width, hue(lane.role))


def edge(lane: Lane, quarter: int, other: Lane) -> float:
    """The side of a lane that faces another."""
    side = np.sign(other.place - lane.place)
    return float(lane.place + 0.35 * side * lane.members[max(0, quarter)])


def tell(axes: Axes, lane: Lane, x: Array, start: int) -> None:
    """Its name where it ends, with its members if it lasts."""
    there = np.flatnonzero(lane.members > 0)
    if not len(there):
        return
    colour = hue("faint" if lane.role == "others" else "ink")
    words = caption(lane, start, lasts=there[-1] == len(x) - 1)
    beside(axes, words, (x[there[-1]], lane.place), (6, 0), va="center", fontsize=8, color=colour, annotation_clip=False)


def caption(lane: Lane, start: int, lasts: bool) -> str:
    """What it is called, and its members or the year of its end."""
    name = lane.name
    if lane.organisation == OTHERS:
        name = text("heirs", "one_other") if name == "1" else text("heirs", "others", count=name)
    if lasts:
        return text("heirs", "members", name=name, members=amount(float(lane.members[-1])))
    return text("heirs", "ended", name=name, year=start + lane.ended // YEAR)


def draw_lanes(axes: Axes, family: Family) -> float:
    """The lanes of one world; returns where the last one ends."""
    lanes, x = family.lanes(), family.years
    bottom = place(lanes)
    by_number = {lane.organisation: lane for lane in lanes}
    for lane in lanes:
        born(axes, lane, by_number, x)
        band(axes, lane, x)
        tell(axes, lane, x, family.runs.scenario.start)
    years(axes, family.runs)
    axes.set_ylim(bottom, 0.14 * -bottom)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    return bottom
