"""Where each dollar ends: a flow diagram from consumers to uses, the part of organised crime enlarged."""

from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Polygon, Rectangle
from matplotlib.path import Path

from leyenda.results.dates import YEAR
from leyenda.results.pictures.money import SOURCES, cents, cents_by_world, merged
from leyenda.results.pictures.style import frame, hue
from leyenda.results.wording import amount, label, listed, range_of, read, text, things

if TYPE_CHECKING:
    from leyenda.results.runs import Runs

Array = np.ndarray[Any, np.dtype[Any]]
Span = tuple[float, float]
ROLES = {
    "members": "households",
    "bosses": "households",
    "freight": "suppliers",
    "banks": "bank",
    "crime": "federation",
}
SMALL = 0.1
X = {"consumers": 0.095, "first": 0.235, "pool": 0.445, "uses": 0.60}
BAR = 0.014
GAP = 0.022


class Dollar:
    """Cents by use, their spread over worlds, and the words for both."""

    def __init__(self, runs: "Runs") -> None:
        amounts = merged(runs)
        self.cents = cents(amounts)
        self.spread = cents_by_world(amounts)
        self.many = len(runs.worlds) > 1

    def words(self, *names: str) -> str:
        """What a flow is called, its cents and, where worlds differ, their range; several small ones in one."""
        says = label("dollar", names[0])
        if len(names) > 1:
            says = listed([label("dollar_small", name) for name in names])
            says = says[0].upper() + says[1:]
        number = amount(round(self.sum(*names), 1))
        span = range_of(np.round(sum((self.spread[name] for name in names), np.zeros(1)), 1))
        return text(
            "dollar",
            "cents",
            name=says,
            cents=number,
            range="" if span == number else text("dollar", "range", range=span),
        )

    def sum(self, *names: str) -> float:
        """Cents of some flows together."""
        return sum(self.cents[name] for name in names)

    def uses(self) -> list[tuple[str, ...]]:
        """What the organisations' part is used for, the largest first, the smallest in one."""
        names = [name for name in (*read("money")["order"], "kept") if self.cents[name] > 0.0]
        names.sort(key=lambda name: -self.cents[name])
        large: list[tuple[str, ...]] = [(name,) for name in names if self.cents[name] >= SMALL]
        small = tuple(name for name in names if self.cents[name] < SMALL)
        return [*large, small] if small else large


def role(name: str) -> str:
    """The hue of a flow."""
    return hue(ROLES.get(name, name))


def ribbon(axes: Axes, x: Span, left: Span, right: Span, colour: str) -> None:
    """A flow from one bar to another; spans are bottom and top."""
    middle = (x[0] + x[1]) / 2.0
    points = [
        (x[0], left[1]),
        (middle, left[1]),
        (middle, right[1]),
        (x[1], right[1]),
        (x[1], right[0]),
        (middle, right[0]),
        (middle, left[0]),
        (x[0], left[0]),
        (x[0], left[1]),
    ]
    codes = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]
    axes.add_patch(PathPatch(Path(points, codes), facecolor=colour, edgecolor="none", alpha=0.45))


def bar(axes: Axes, x: float, span: Span, colour: str) -> None:
    """A station of the dollar."""
    axes.add_patch(Rectangle((x, span[0]), BAR, span[1] - span[0], facecolor=colour, edgecolor="none"))


def stack(sizes: list[float], top: float, gap: float) -> list[Span]:
    """Spans one under the other from the top down."""
    spans = []
    for size in sizes:
        spans.append((top - size, top))
        top -= size + gap
    return spans


def split(axes: Axes, dollar: Dollar) -> Span:
    """The first step: who receives what consumers pay; returns the organisations' span."""
    names = ("crime", "suppliers", "distribution")
    sizes = [dollar.cents[name] / 100.0 * 0.9 for name in names]
    out, ends = stack(sizes, 0.95, 0.0), stack(sizes, 1.0, 0.05)
    bar(axes, X["consumers"], (out[-1][0], out[0][1]), hue("market"))
    axes.text(
        X["consumers"] - 0.012, 0.5, text("dollar", "consumers"), ha="right", va="center", fontsize=9, color=hue("ink")
    )
    for name, left, right in zip(names, out, ends, strict=True):
        ribbon(axes, (X["consumers"] + BAR, X["first"]), left, right, role(name))
        bar(axes, X["first"], right, role(name))
        y = (right[0] + right[1]) / 2.0
        axes.text(
            X["first"] + BAR + 0.008,
            y,
            dollar.words(name).replace("  ", "\n"),
            ha="left",
            va="center",
            fontsize=8.5,
            color=hue("ink"),
        )
    return ends[0]


def enlarge(axes: Axes, narrow: Span, wide: Span) -> None:
    """The organisations' part again, on a larger scale."""
    x0, x1 = X["first"] + BAR + 0.115, X["pool"]
    corners = [(x0, narrow[1]), (x1, wide[1]), (x1, wide[0]), (x0, narrow[0])]
    axes.add_patch(Polygon(corners, facecolor=hue("federation"), alpha=0.10, edgecolor="none"))
    axes.text(
        x1 - 0.008,
        wide[1] - 0.3 * (wide[1] - wide[0]),
        text("dollar", "enlarged"),
        ha="right",
        va="center",
        fontsize=8.5,
        color=hue("faint"),
        style="italic",
    )


def spend(axes: Axes, dollar: Dollar, narrow: Span) -> None:
    """The second step: what the organisations' part, and what else they take in, is used for."""
    uses = dollar.uses()
    extra = [name for name in (*SOURCES[1:], "reserves") if dollar.cents[name] >= SMALL]
    income = dollar.sum("crime", *SOURCES[1:], "reserves")
    scale = (0.98 - GAP * (len(uses) - 1)) / income
    top, bottom = 0.99 - GAP * (len(uses) - 1) / 2.0, 0.01 + GAP * (len(uses) - 1) / 2.0
    bar(axes, X["pool"], (bottom, top), hue("federation"))
    enlarge(axes, narrow, (top - dollar.cents["crime"] * scale, top))
    enter = stack([dollar.cents[name] * scale for name in extra], top - dollar.cents["crime"] * scale, 0.0)
    for n, (name, span) in enumerate(zip(extra, enter, strict=True)):
        low = span[0] - 0.05 * (n + 1)
        ribbon(axes, (X["pool"] - 0.06, X["pool"]), (low, low + span[1] - span[0]), span, hue("others"))
        axes.text(
            X["pool"] - 0.066,
            low + (span[1] - span[0]) / 2.0,
            dollar.words(name).replace("  ", "\n"),
            ha="right",
            va="center",
            fontsize=8,
            color=hue("ink"),
        )
    sizes = [dollar.sum(*names) * scale for names in uses]
    leave, ends = stack(sizes, top, 0.0), stack(sizes, 0.99, GAP)
    for names, left, right in zip(uses, leave, ends, strict=True):
        ribbon(axes, (X["pool"] + BAR, X["uses"]), left, right, role(names[0]))
        bar(axes, X["uses"], right, role(names[0]))
    for names, y in zip(uses, apart([(a + b) / 2.0 for a, b in ends]), strict=True):
        axes.text(
            X["uses"] + BAR + 0.01, y, dollar.words(*names), ha="left", va="center", fontsize=8.8, color=hue("ink")
        )


def apart(places: list[float], least: float = 0.034) -> list[float]:
    """Places for labels from the top down, none closer than a line to the one above, and none below the picture."""
    found: list[float] = []
    for y in places:
        found.append(min(y, found[-1] - least) if found else y)
    lift = max(0.0, -found[-1]) if found else 0.0
    return [y + lift for y in found]


def draw(runs: "Runs") -> Figure:
    """The picture."""
    dollar = Dollar(runs)
    if not dollar.cents:
        return frame(runs, text("dollar", "title_nothing"), "")[0]
    in_title = {
        name: things(round(dollar.cents[name], 1 if dollar.cents[name] < 10 else 0), "cent")
        for name in ("distribution", "crime", "bribes")
    }
    years = things(round(runs.weeks / YEAR, 1), "year")
    inside = text("dollar", "interval") if dollar.many else ""
    subtitle = text("dollar", "subtitle", years=years, worlds=things(len(runs.worlds), "world"), interval=inside)
    figure, top = frame(runs, text("dollar", "title", **in_title), subtitle, text("dollar", "note"))
    axes = figure.add_axes((0.0, 0.06, 1.0, top - 0.03))
    axes.set_xlim(0, 1)
    axes.set_ylim(-0.02, 1.02)
    axes.axis("off")
    spend(axes, dollar, split(axes, dollar))
    return figure
