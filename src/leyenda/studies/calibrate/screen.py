"""A fit on the terminal: how far the waves came, what became of each parameter, and what the accepted points say of the record."""

import numpy as np
import numpy.typing as npt
from rich.console import Console
from rich.table import Table
from rich.text import Text

from leyenda.studies.calibrate.fitted import PINNED, Fitted, Posterior
from leyenda.studies.calibrate.waves import ACCEPTED, Scheme, Wave
from leyenda.studies.compare.words import size
from leyenda.studies.validate.judged import Judged

Values = npt.NDArray[np.float64]
WIDE = 100  # letters


def line(number: int, wave: Wave, distance: Values, scheme: Scheme, seconds: float) -> str:
    """A wave in one line. number: from 1; distance: of its points; seconds: how long it took."""
    near = f"Wave {number} of {scheme.most}: {len(wave.points):,} points, median distance {np.median(distance):.2f} tolerances"
    minutes = 1.0 + seconds / len(wave.points) * (scheme.whole - wave.simulated) / 60.0
    more = f"{minutes:.0f} min" if minutes < 120 else f"{minutes / 60.0:.1f} h"
    return f"{near}{f'; at most {more} more' if number < scheme.most else ''}."


def screen(fitted: Fitted, console: Console) -> None:
    """Print both tables."""
    console.print(Text(f"{fitted.answer}.", "bold"))
    console.print(parameters(fitted.posteriors, console.width >= WIDE))
    console.print(
        Text(f"Pinned: the 90 % interval covers at most {100 * PINNED:.0f} % of the prior's width; a prior's own covers 90 %.", "dim")
    )
    console.print()
    console.print(statistics(fitted.statistics))
    console.print(Text(f"Median and 90 % interval over {ACCEPTED} accepted points. What was fitted to is no test of the model.", "dim"))


def parameters(posteriors: list[Posterior], wide: bool) -> Table:
    """Prior range, median, 90 % interval, identified or not, and on a wide screen what the interval covers."""
    shown = table("parameter", "prior", "median [90 %]", "", *["covers"] * wide)
    for one in posteriors:
        low, middle, high = (f"{value:.3g}" for value in one.interval)
        to = " to " if one.prior.low < 0.0 else "\N{EN DASH}"
        prior = f"{one.prior.low:g}{to}{one.prior.high:g}{' log' if one.prior.log else ''}"
        cells = (one.prior.parameter, prior, f"{middle} [{low}, {high}]", one.word, f"{100 * one.covers:.0f} %")
        shown.add_row(*cells[: len(shown.columns)], style="" if one.pinned else "dim")
    return shown


def statistics(found: list[Judged]) -> Table:
    """Record and what the accepted points say."""
    shown = table("fact", "statistic", "years", "record", "median [90 %]", "")
    for one in found:
        about = one.statistic
        low, middle, high = (number(value, about.unit) for value in one.interval)
        years = f"{about.years[0]}-{about.years[1]}"
        bound = "" if about.value is not None else "at least " if about.at_least is not None else "at most "
        word = "tolerated" if one.tolerated else "too far"
        recorded, found_here = f"{bound}{number(about.record, about.unit)}", f"{middle} [{low}, {high}]"
        shown.add_row(str(one.fact.number), about.measure, years, recorded, found_here, word, style="" if one.tolerated else "dim")
    return shown


def table(*columns: str) -> Table:
    """An empty one; only what stands before the numbers may be broken."""
    shown = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    for name in columns:
        shown.add_column(name, no_wrap=name not in ("prior", "record"))
    return shown


def number(value: float, unit: str = "") -> str:
    """A number in three digits, a year in four; a dash if there is none."""
    return f"{value:.0f}" if unit == "year" and np.isfinite(value) else size(value)
