"""The patron's fate: how long he lasts, and when the steps before his fall come, beside the record."""

from typing import TYPE_CHECKING

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from leyenda.results import sequence
from leyenda.results.dates import YEAR
from leyenda.results.pictures.fan import how_to_read, panel
from leyenda.results.pictures.fates import Fates, time_axis, title_of
from leyenda.results.pictures.strips import strip
from leyenda.results.pictures.style import beside, calm, frame, hue
from leyenda.results.pictures.survival import survival
from leyenda.results.wording import of, text

if TYPE_CHECKING:
    from leyenda.results.runs import Runs

ROOM = {"left": 0.30, "right": 0.84}


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
    share_axis(axes)


def share_axis(axes: Axes) -> None:
    """Shares of worlds, in per cent, and how to read them."""
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
        look = {"color": colour, "va": "center", "fontsize": 8.5, "fontweight": "bold", "xycoords": ("axes fraction", "data")}
        beside(axes, f"{value:.0f} %  {says}", (1.0, y), (8, 0), **look)


def bars(axes: Axes, fates: Fates) -> None:
    """One world: the weeks in which he holds out, and those in which anybody holds the seat."""
    them, weeks = fates.them, fates.runs.weeks
    held = np.flatnonzero(np.diff(np.concatenate(([0], fates.runs.series["seat_held"].values[0] > 0.5, [0]))))
    until = weeks if np.isnan(them.until[0]) else them.until[0]
    spans = {"kept": [(them.since[0], until)], "held": list(zip(held[::2], held[1::2], strict=True))}
    beside = axes.get_yaxis_transform()
    for row, (name, role) in enumerate((("kept", "federation"), ("held", "successors"))):
        for first, last in spans[name]:
            left, right = fates.at(np.array([first, last]))
            axes.barh(-row, right - left, left=left, height=0.5, color=hue(role), linewidth=0)
        axes.text(-0.02, -row, text("fate", name), transform=beside, ha="right", va="center", fontsize=8.5, color=hue("ink"))
    axes.set_ylim(-1.6, 0.6)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)


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
    beside(axes, text("fate", "half"), (runs.scenario.start, 50), (4, 4), color=hue("faint"), fontsize=8.5)
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
