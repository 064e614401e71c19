"""--plugin, as several commands take it."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

Plugins = Annotated[tuple[Path, ...], Parameter(name="--plugin")]


def use(files: Iterable[Path]) -> None:
    """The rules and policies in these files join the model."""
    for file in files:
        from leyenda.engine.plugins import use_plugin

        use_plugin(file)
