"""What a recovery found: as rows, on the terminal, and as a picture."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from rich.table import Table

from leyenda.results.pictures.style import house_style, hue
from leyenda.studies.calibrate.panels import ends, panels, written
from leyenda.studies.calibrate.recovery import ERROR, Recovered
from leyenda.studies.calibrate.save import as_csv, write
from leyenda.studies.calibrate.screen import table as empty

PICTURE = "recovery.png"
STEPS = 401  # of a line


def rows(found: Sequence[Recovered]) -> list[dict[str, Any]]:
    """Parameters as rows."""
    names = ("parameter", "correlation", "coverage", "farthest", "band", "p", "uniform")
    return [{"rows": len(one.rank), **{name: getattr(one, name) for name in names}} for one in found]


def save(found: Sequence[Recovered], made: dict[str, Any], folder: Path) -> list[Path]:
    """Write recovery.csv and the picture. Raises OutputError."""
    return [*write(folder, {"recovery.csv": as_csv(rows(found), made)}), plot(found, folder / PICTURE)]


def answer(found: Sequence[Recovered]) -> str:
    """How many parameters' ranks are as they should be, in one sentence."""
    return f"Ranks of the truth are uniform, as they should be, for {sum(one.uniform for one in found)} of {len(found)} parameters"


def reads(found: Sequence[Recovered]) -> str:
    """How to read it."""
    number = len(found[0].rank)
    return (
        f"{number} points of the first wave, each in turn taken as the record and fitted from the others. "
        "Correlation: of the estimate with the truth. "
        f"Coverage: of the 90 % interval (standard error {100 * np.sqrt(0.09 / number):.0f} %). "
        f"Farthest: how far the ranks are from uniform; if all were, any parameter would be beyond {found[0].band:.2f} "
        f"in at most {100 * ERROR:.0f} % of such tables."
    )


def table(found: Sequence[Recovered]) -> Table:
    """The parameters, those found best first."""
    shown = empty("parameter", "correlation", "coverage", "farthest", "p at most", "ranks")
    for one in sorted(found, key=lambda one: -one.correlation):
        numbers = (f"{one.correlation:.2f}", f"{100 * one.coverage:.0f} %", f"{one.farthest:.2f}", f"{one.p:.2g}")
        shown.add_row(one.parameter, *numbers, "uniform" if one.uniform else "not uniform")
    return shown


def plot(found: Sequence[Recovered], path: Path) -> Path:
    """How the distribution of ranks differs from a uniform one, a panel a parameter. Raises OutputError."""
    with house_style():
        foot = (
            f"Line: share of ranks up to a rank, less that rank. Band: within {found[0].band:.2f} of none. "
            "Under it: correlation of the estimate with the truth, and coverage."
        )
        farthest = max(max(one.band, one.farthest) for one in found)
        figure = panels(f"{answer(found)}.", reads(found), foot, len(found), lambda axes, k: panel(axes, found[k], 1.15 * farthest))
        return written(figure, path)


def panel(axes: Axes, one: Recovered, height: float) -> None:
    """One parameter; all panels are of one height."""
    grid = np.linspace(0.0, 1.0, STEPS)
    share = np.searchsorted(np.sort(one.rank), grid, side="right") / len(one.rank)
    axes.axhspan(-one.band, one.band, color=hue("others"), alpha=0.5, linewidth=0)
    axes.plot(grid, share - grid, color=hue("state" if one.uniform else "federation"), linewidth=1.1)
    axes.axhline(0.0, color=hue("ink"), linewidth=0.6)
    axes.set_ylim(-height, height)
    ends(axes, one.parameter, "0", "1", f"{one.correlation:.2f}, {100 * one.coverage:.0f} %", hue("faint"))
