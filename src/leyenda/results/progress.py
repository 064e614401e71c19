"""A bar over worlds, on the error stream, so that standard output stays free for results."""

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn


def shown(worlds: Iterable[int], total: int, visible: bool) -> Iterator[int]:
    """Pass worlds on while a bar counts them."""
    columns = (
        TextColumn("worlds"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("left"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), disable=not visible) as bar:
        yield from bar.track(worlds, total=total)
