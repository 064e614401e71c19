"""How much is delivered, and what consumers pay for it."""

from typing import TYPE_CHECKING

from matplotlib.figure import Figure

from leyenda.results.dates import YEAR
from leyenda.results.pictures.fan import ends, how_to_read, panel
from leyenda.results.pictures.style import frame
from leyenda.results.wording import moved, text

if TYPE_CHECKING:
    from leyenda.results.runs import Runs


def draw(runs: "Runs") -> Figure:
    """The picture."""
    exports, price = runs.series["exports"].values, runs.series["price"].values
    title = text("flow", "title", exports=moved(*ends(exports * YEAR)), price=moved(*ends(price)))
    figure, top = frame(runs, title, text("flow", "subtitle"), how_to_read(len(runs.worlds)))
    upper, lower = figure.subplots(
        2, 1, gridspec_kw={"left": 0.06, "right": 0.93, "top": top, "bottom": 0.10, "hspace": 0.32}
    )
    panel(upper, runs, exports * YEAR, text("flow", "exports"), "market")
    panel(lower, runs, price, text("flow", "price"), "price")
    return figure
