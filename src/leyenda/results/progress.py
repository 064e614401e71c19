"""A bar over worlds, on the error stream, so that standard output stays free for results."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

Done = TypeVar("Done")


def shown(worlds: Iterable[Done], total: int, visible: bool, what: str = "worlds") -> Iterator[Done]:
    """Pass on what is done in each world while a bar counts them."""
    columns = (
        TextColumn(what),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), disable=not visible) as bar:
        yield from bar.track(worlds, total=total)
