"""Where each dollar ends: a flow diagram from consumers to uses, the part of organised crime enlarged."""

from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Polygon, Rectangle

from leyenda.results.dates import YEAR
from leyenda.results.pictures.money import SOURCES, cents, cents_by_world, merged
from leyenda.results.pictures.ribbon import Span, ribbon
from leyenda.results.pictures.style import frame, hue
from leyenda.results.wording import amount, label, listed, range_of, read, text, things

if TYPE_CHECKING:
    from leyenda.results.runs import Runs

Array = np.ndarray[Any, np.dtype[Any]]
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


def flow(axes: Axes, x: Span, left: Span, right: Span, colour: str) -> None:
    """A flow from one bar to another; spans are bottom and top."""
    ribbon(axes, x, left, right, facecolor=colour, edgecolor="none", alpha=0.45)


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
    say(axes, X["consumers"] - 0.012, 0.5, text("dollar", "consumers"), ha="right", fontsize=9)
    for name, left, right in zip(names, out, ends, strict=True):
        flow(axes, (X["consumers"] + BAR, X["first"]), left, right, role(name))
        bar(axes, X["first"], right, role(name))
        say(axes, X["first"] + BAR + 0.008, middle(right), dollar.words(name).replace("  ", "\n"))
    return ends[0]


def say(axes: Axes, x: float, y: float, words: str, ha: str = "left", fontsize: float = 8.5) -> None:
    """Words beside a bar or a flow."""
    axes.text(x, y, words, ha=ha, va="center", fontsize=fontsize, color=hue("ink"))


def middle(span: Span) -> float:
    """Half way between bottom and top."""
    return (span[0] + span[1]) / 2.0


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
    gaps = GAP * (len(uses) - 1)
    scale = (0.98 - gaps) / dollar.sum("crime", *SOURCES[1:], "reserves")
    top, bottom = 0.99 - gaps / 2.0, 0.01 + gaps / 2.0
    bar(axes, X["pool"], (bottom, top), hue("federation"))
    own = top - dollar.cents["crime"] * scale
    enlarge(axes, narrow, (own, top))
    take_in(axes, dollar, own, scale)
    sizes = [dollar.sum(*names) * scale for names in uses]
    leave, ends = stack(sizes, top, 0.0), stack(sizes, 0.99, GAP)
    for names, left, right in zip(uses, leave, ends, strict=True):
        flow(axes, (X["pool"] + BAR, X["uses"]), left, right, role(names[0]))
        bar(axes, X["uses"], right, role(names[0]))
    for names, y in zip(uses, apart([middle(end) for end in ends]), strict=True):
        say(axes, X["uses"] + BAR + 0.01, y, dollar.words(*names), fontsize=8.8)


def take_in(axes: Axes, dollar: Dollar, top: float, scale: float) -> None:
    """What the organisations take in besides sales, from below."""
    extra = [name for name in (*SOURCES[1:], "reserves") if dollar.cents[name] >= SMALL]
    enter = stack([dollar.cents[name] * scale for name in extra], top, 0.0)
    for n, (name, span) in enumerate(zip(extra, enter, strict=True)):
        low = span[0] - 0.05 * (n + 1)
        start = (low, low + span[1] - span[0])
        flow(axes, (X["pool"] - 0.06, X["pool"]), start, span, hue("others"))
        say(axes, X["pool"] - 0.066, middle(start), dollar.words(name).replace("  ", "\n"), ha="right", fontsize=8)


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
