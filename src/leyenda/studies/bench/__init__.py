"""How fast it runs here: tables of ratios, each measured in one run with the two sides taking turns."""

from collections.abc import Callable, Iterator
from importlib import import_module

from leyenda.studies.bench.rows import Row, SkippedError

TABLES = {
    "Compiled Python against C": "against_c:rows",
    "Against Mesa": "against_mesa:rows",
    "Threads": "threads:rows",
    "Memory": "commands:memory",
    "Waiting": "commands:waiting",
    "The main job": "commands:whole_run",
}


def rows_of(place: str) -> Callable[[], Iterator[Row]]:
    """The function behind a table, loaded when its turn comes."""
    module, name = place.split(":")
    found: Callable[[], Iterator[Row]] = getattr(import_module(f"leyenda.studies.bench.{module}"), name)
    return found


def main() -> None:
    """Print each table as soon as it is measured; what cannot run here is skipped and says why."""
    from rich.console import Console
    from rich.table import Table

    console = Console()
    for title, place in TABLES.items():
        table = Table("what", "median", "range", "goal", "", title=title, title_justify="left", box=None, header_style="bold")
        try:
            for row in rows_of(place)():
                table.add_row(*row.cells)
        except SkippedError as reason:
            table.add_row(title, "skipped", "", "", str(reason))
        console.print(table)
        console.print()
