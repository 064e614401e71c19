"""The short table on the terminal."""

from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from leyenda.results.wording import things
from leyenda.studies.predict.forecast import Forecast
from leyenda.studies.predict.series import FIRST, SEEN, UNSEEN
from leyenda.studies.predict.summary import last_on_record
from leyenda.studies.predict.words import ends, points, text, years
from leyenda.studies.validate.words import NONE, figure

if TYPE_CHECKING:
    from leyenda.studies.predict.result import Prediction

WIDE = 118  # columns where the output is no terminal


def screen(found: "Prediction") -> None:
    """Print it."""
    console = Console()
    if not console.is_terminal:
        console.width = max(console.width, WIDE)
    plan = found.plan
    said = {"worlds": things(plan.worlds, "world"), "points": points(plan), "posterior": plan.posterior, "seed": plan.seed}
    console.print(text("screen", "what", **said, seen=SEEN) + "\n", highlight=False)
    shown = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    for n, column in enumerate(text.all["screen"]["columns"]):
        shown.add_column(column.format(**years()), justify="right" if n else "left")
    for forecasts in found.forecasts.values():
        last = last_on_record(forecasts)
        record = text("screen", "record", value=figure(last.record), year=last.year) if last else NONE
        shown.add_row(forecasts[0].series.title, record, *map(briefly, (forecasts[UNSEEN[0] - FIRST], forecasts[-1])))
    console.print(shown, highlight=False)


def briefly(one: Forecast) -> str:
    """The median and 90 % of the worlds."""
    return f"{figure(one.median)} ({ends(*one.ends)})"
