"""Many worlds over years: the median world, bands for half and 90 % of them, single worlds thinly; some may say nothing of a year."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection

from leyenda.results.pictures.fan import BANDS, some
from leyenda.results.pictures.style import hue
from leyenda.studies.validate.judged import Values


def band(axes: Axes, x: Values, values: Values, role: str) -> Values:
    """Draw values (world, time); returns the median world's line, NaN where no world says anything."""
    colour, seen = hue(role), values[np.isfinite(values).any(axis=1)]
    if not len(seen):
        return np.full(len(x), np.nan)
    median = quantiles(seen, 0.5)
    if len(seen) > 1:
        thin = [np.column_stack((x, line)) for line in some(seen)]
        axes.add_collection(LineCollection(thin, colors=colour, linewidths=0.4, alpha=0.28), autolim=False)
        for low, high, strength in BANDS:
            axes.fill_between(x, quantiles(seen, low), quantiles(seen, high), color=colour, alpha=strength, linewidth=0)
    axes.plot(x, median, color=colour, linewidth=2.0, solid_capstyle="round", zorder=3)
    return median


def quantiles(values: Values, share: float) -> Values:
    """A quantile of each column over the worlds that say something of it; NaN where none does."""
    columns = (column[np.isfinite(column)] for column in values.T)
    return np.array([np.quantile(column, share) if len(column) else np.nan for column in columns])
