"""Pictures of a fit have a small panel for each parameter; what these share."""

import textwrap
from collections.abc import Callable
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from leyenda.results.files import OutputError, reason
from leyenda.results.pictures.style import hue, save

COLUMNS, WIDTH, ROW, HEIGHT, HEAD, FOOT = 5, 10.0, 1.4, 0.85, 1.1, 0.3  # panels abreast, and inches
DOTS, LETTERS = 120, 150


def panels(title: str, note: str, foot: str, count: int, draw: Callable[[Axes, int], None]) -> Figure:
    """A figure with `count` panels; draw(axes, place) fills one."""
    rows = -(-count // COLUMNS)
    height = HEAD + ROW * rows + FOOT
    figure = Figure(figsize=(WIDTH, height))
    figure.text(0.02, 1 - 0.12 / height, title, fontsize=12, fontweight="bold", color=hue("ink"), va="top")
    under = "\n".join(textwrap.wrap(note, LETTERS))
    figure.text(0.02, 1 - 0.42 / height, under, fontsize=8, color=hue("faint"), va="top", linespacing=1.3)
    figure.text(0.02, 0.1 / height, foot, fontsize=7, color=hue("faint"), va="bottom")
    for place in range(count):
        row, column = divmod(place, COLUMNS)
        axes = figure.add_axes((0.02 + 0.195 * column, 1 - (HEAD + ROW * row + HEIGHT) / height, 0.18, HEIGHT / height))
        draw(axes, place)
    return figure


def ends(axes: Axes, title: str, low: str, high: str, word: str, colour: str) -> None:
    """What stands over and under a panel whose x runs from 0 to 1."""
    axes.set_title(title, fontsize=8, pad=3)
    axes.set_xlim(0.0, 1.0)
    axes.set_xticks([0.0, 1.0], [low, high])
    for tick, side in zip(axes.get_xticklabels(), ("left", "right"), strict=True):
        tick.set(horizontalalignment=side, fontsize=7)
    axes.set_xlabel(word, fontsize=7, color=colour, labelpad=-8)
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)


def written(figure: Figure, path: Path) -> Path:
    """Write a picture. Raises OutputError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return save(figure, path, DOTS)
    except OSError as error:
        raise OutputError(reason(error, path)) from error
