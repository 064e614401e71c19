"""Who dies, members apart from others, and how alarmed both countries are."""

from typing import TYPE_CHECKING

import numpy as np
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from leyenda.results.dates import YEAR
from leyenda.results.pictures.fan import how_to_read, means, panel
from leyenda.results.pictures.style import frame
from leyenda.results.wording import label, text, things

if TYPE_CHECKING:
    from leyenda.results.runs import Runs

DEAD = {"deaths_members": "members", "bystanders": "bystanders"}
ALARM = {"heat_home": "home", "heat_abroad": "abroad"}


def title_of(runs: "Runs") -> str:
    """How many died, and how many of them were no members: bystanders, and officials attacked."""
    dead = round(float(np.median(runs.series["deaths"].values.sum(axis=1))))
    apart = round(float(np.median(runs.series["bystanders"].values.sum(axis=1))))
    others = text("harm", "apart", count=f"{apart:,}") if apart else text("harm", "all_members")
    return text(
        "harm",
        "title",
        people=things(dead, "person"),
        were=text("harm", "was" if dead == 1 else "were"),
        years=things(round(runs.weeks / YEAR, 1), "year"),
        median=text("harm", "median") if len(runs.worlds) > 1 else "",
        others=others,
    )


def draw(runs: "Runs") -> Figure:
    """The picture: the dead by year, alarm by quarter and on one scale."""
    figure, top = frame(runs, title_of(runs), text("harm", "subtitle"), how_to_read(len(runs.worlds)))
    room = {"left": 0.05, "right": 0.94, "top": top, "bottom": 0.10, "hspace": 0.35, "wspace": 0.22}
    highest = 1.05 * max(float(np.quantile(means(runs.series[name].values), 0.99, axis=0).max()) for name in ALARM)
    for axes, (name, role) in zip(figure.subplots(2, 2, gridspec_kw=room).flat, (DEAD | ALARM).items(), strict=True):
        values = runs.series[name].values
        if name in DEAD:
            panel(axes, runs, values * YEAR, label("harm", name), role, weeks=YEAR)
            axes.yaxis.set_major_locator(MaxNLocator(6, integer=True))
        else:
            panel(axes, runs, values, label("harm", name), role, top=highest)
    return figure
