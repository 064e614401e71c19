"""Corruption by institution and side: eight small pictures on one scale."""

from typing import TYPE_CHECKING

from matplotlib.figure import Figure

from leyenda.results.dates import YEAR
from leyenda.results.pictures.fan import ends, how_to_read, panel
from leyenda.results.pictures.style import frame
from leyenda.results.wording import label, text

if TYPE_CHECKING:
    from leyenda.results.runs import Runs

INSTITUTIONS = ("government", "police", "military", "bank")
SIDES = ("home", "abroad")


def cells() -> list[str]:
    """The eight cells, row by row."""
    return [f"{institution}_{side}" for side in SIDES for institution in INSTITUTIONS]


def percent(runs: "Runs", name: str) -> tuple[int, int]:
    """A share in the median world's first and last year, %."""
    first, last = ends(runs.series[name].values, YEAR)
    return round(100 * first), round(100 * last)


def draw(runs: "Runs") -> Figure:
    """The picture."""
    most = max(cells(), key=lambda cell: percent(runs, f"corruption_{cell}")[1])
    first, last = percent(runs, "corruption")
    where = label("corruption", most)
    title = text(
        "corruption",
        "title",
        first=first,
        last=last,
        most=where[0].lower() + where[1:],
        share=percent(runs, f"corruption_{most}")[1],
    )
    figure, top = frame(runs, title, text("corruption", "subtitle"), how_to_read(len(runs.worlds)))
    room = {"left": 0.055, "right": 0.965, "top": top, "bottom": 0.10, "hspace": 0.35, "wspace": 0.24}
    for axes, cell in zip(figure.subplots(2, 4, gridspec_kw=room).flat, cells(), strict=True):
        values = 100 * runs.series[f"corruption_{cell}"].values
        panel(axes, runs, values, label("corruption", cell), cell.split("_")[0], top=104, weeks=YEAR)
        axes.set_yticks(range(0, 101, 25))
        axes.yaxis.set_major_formatter("{x:.0f} %" if axes.get_subplotspec().is_first_col() else "")
    return figure
