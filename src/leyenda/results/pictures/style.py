"""What all pictures share: hues by role, the frame with its title and footer, and how a file is written."""

import textwrap
import tomllib
from contextlib import AbstractContextManager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from leyenda.results.dates import YEAR
from leyenda.results.pictures.command import command
from leyenda.results.wording import text, things

if TYPE_CHECKING:
    from leyenda.results.runs import Runs

NO_DATES: dict[str, dict[str, Any]] = {"png": {"Software": None}, "svg": {"Date": None}, "pdf": {"CreationDate": None}}
LEFT = 0.02


@cache
def style() -> dict[str, dict[str, Any]]:
    """Everything in style.toml."""
    return tomllib.loads(Path(__file__).with_name("style.toml").read_text(encoding="utf-8"))


def hue(role: str) -> str:
    """The colour of a role."""
    return str(style()["role"][role])


def size(name: str) -> float:
    """A measure of the figure."""
    return float(style()["figure"][name])


def house_style() -> AbstractContextManager[None]:
    """Matplotlib's settings for our pictures, and nobody else's, while the block lasts."""
    ours: dict[Any, Any] = {name: value for name, value in mpl.rcParamsDefault.items() if name != "backend"}
    return mpl.rc_context(ours | style()["rc"])


def frame(runs: "Runs", title: str, subtitle: str, note: str = "") -> tuple[Figure, float]:
    """An empty picture of a run, which is said at the foot."""
    return framed(title, subtitle, footer(runs), note)


def framed(title: str, subtitle: str, foot: str, note: str = "") -> tuple[Figure, float]:
    """An empty picture, the answer on top, the question under it, what was run at the foot; where its middle begins."""
    figure = Figure(figsize=(size("width"), size("height")))
    lines = textwrap.wrap(title, int(size("letters")))
    figure.text(
        LEFT,
        0.975,
        "\n".join(lines),
        fontsize=size("title"),
        fontweight="bold",
        color=hue("ink"),
        va="top",
        linespacing=1.25,
    )
    under = 0.972 - 0.038 * len(lines)
    figure.text(LEFT, under, f"{subtitle}.", fontsize=size("note") + 0.5, color=hue("faint"), va="top")
    if note:
        under -= 0.028
        figure.text(LEFT, under, note, fontsize=size("note"), color=hue("faint"), va="top")
    figure.text(LEFT, 0.012, foot, fontsize=size("foot"), color=hue("faint"), va="bottom", linespacing=1.3)
    return figure, under - 0.075


def footer(runs: "Runs") -> str:
    """How many worlds of what, how long, which seed, and the command that repeats it."""
    worlds, weeks = things(len(runs.worlds), "world"), things(runs.weeks, "week")
    says = text("common", "footer", worlds=worlds, title=runs.scenario.title, weeks=weeks, seed=runs.seed)
    return "\n".join(textwrap.wrap(f"{says}.   {command(runs)}", int(size("foot_letters"))))


def years(axes: Axes, runs: "Runs", labels: bool = True) -> None:
    """A time axis in calendar years, with as many ticks as can be read; x is in years."""
    start, length = runs.scenario.start, runs.weeks / YEAR
    axes.set_xlim(start, start + length)
    step = next(
        step for step in (1, 2, 5, 10, 20, 50) if length / step <= (8 if axes.get_position().width > 0.3 else 4)
    )
    axes.set_xticks([year for year in range(start, int(start + length) + 1) if year % step == 0] or [start])
    axes.xaxis.set_major_formatter("{x:.0f}")
    axes.tick_params(axis="x", length=3, labelbottom=labels)


def beside(axes: Axes, words: str, at: tuple[float, float], shift: tuple[float, float], **look: Any) -> None:
    """Words some points away from a place in the picture."""
    axes.annotate(words, at, shift, textcoords="offset points", **look)


def calm(axes: Axes) -> None:
    """A quiet grid behind the data."""
    axes.grid(axis="y", color=hue("grid"), linewidth=0.7)
    axes.set_axisbelow(True)
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)


def save(figure: Figure, path: Path, dots: float | None = None) -> Path:
    """Write a picture in the format of its ending, without a date in it. dots: per inch, where fewer will do."""
    figure.savefig(path, dpi=dots or size("dots"), metadata=NO_DATES[path.suffix[1:]])
    return path
