"""The picture of a fit: each parameter's accepted points against its prior, and whether that pins it."""

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.axes import Axes

from leyenda.results.pictures.style import house_style, hue
from leyenda.studies.calibrate.fitted import PINNED, Posterior
from leyenda.studies.calibrate.panels import ends, panels, written
from leyenda.studies.calibrate.waves import ACCEPTED

if TYPE_CHECKING:
    from leyenda.studies.calibrate.fitted import Fitted

BARS = 10


def plot(fitted: "Fitted", path: Path) -> Path:
    """Draw and write it. Raises OutputError."""
    note = (
        f"Bars: {ACCEPTED} accepted points over the range of the prior (on its scale); line: the prior. Under them: median and "
        f"90 % interval. Pinned: the interval covers at most {100 * PINNED:.0f} % of the prior's width (the prior's own covers 90 %)."
    )
    made = fitted.made()
    facts = " ".join(map(str, made["facts"]))
    foot = f"Leyenda {made['version']}, model {made['model']}, seed {made['seed']}, {made['simulated']:,} points simulated. Facts {facts}."
    with house_style():
        figure = panels(f"{fitted.answer}.", note, foot, len(fitted.posteriors), lambda axes, k: panel(axes, fitted.posteriors[k]))
        return written(figure, path)


def panel(axes: Axes, one: Posterior) -> None:
    """One parameter."""
    colour = hue("federation") if one.pinned else hue("faint")
    share = np.histogram(one.places, BARS, (0.0, 1.0))[0] * BARS / len(one.places)
    axes.bar((np.arange(BARS) + 0.5) / BARS, share, 0.92 / BARS, color=colour, alpha=0.55, linewidth=0)
    axes.hlines(1.0, 0.0, 1.0, color=hue("ink"), linewidth=0.8)
    under = -0.12 * max(2.0, share.max())
    axes.plot([one.ends[0], one.ends[2]], [under, under], color=colour, linewidth=2.0, solid_capstyle="butt")
    axes.plot(one.ends[1], under, "o", markersize=4, color=colour)
    axes.set_ylim(2.0 * under, max(2.0, share.max()) * 1.08)
    high = f"{one.prior.high:g}{' log' if one.prior.log else ''}"
    ends(axes, one.prior.parameter, f"{one.prior.low:g}", high, one.word, colour)
