"""A bent band from one place to another: a flow of money, or a part of an organisation."""

from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.path import Path

Span = tuple[float, float]
CODES = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]


def ribbon(axes: Axes, x: Span, left: Span, right: Span, **look: Any) -> None:
    """Draw it between two sides, each from bottom to top; `look` is a patch's."""
    middle = (x[0] + x[1]) / 2.0
    above = [(x[0], left[1]), (middle, left[1]), (middle, right[1]), (x[1], right[1])]
    below = [(x[1], right[0]), (middle, right[0]), (middle, left[0]), (x[0], left[0])]
    axes.add_patch(PathPatch(Path([*above, *below, above[0]], CODES), **look))
