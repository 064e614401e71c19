"""Six pictures of a run. Each answers one question, and its title says the answer with the number."""

from collections.abc import Callable
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from leyenda.results.runs import Runs

NAMES = ("fate", "heirs", "flow", "harm", "corruption", "dollar")
FORMATS = ("png", "svg", "pdf")


def drawers() -> dict[str, Callable[["Runs"], "Figure"]]:
    """What draws each picture; matplotlib is loaded only now."""
    from leyenda.results.pictures import corruption, dollar, fate, flow, harm, heirs

    modules = (fate, heirs, flow, harm, corruption, dollar)
    return {name: module.draw for name, module in zip(NAMES, modules, strict=True)}


def draw_all(runs: "Runs", folder: str | PathLike[str]) -> list[Path]:
    """Draw every picture into a folder as PNG (200 dpi), SVG and PDF; the same runs give the same bytes.

    Returns the paths, picture by picture. Raises OutputError if the folder cannot be written.
    """
    from leyenda.results.files import OutputError, reason
    from leyenda.results.pictures.style import house_style, save

    made = []
    try:
        Path(folder).mkdir(parents=True, exist_ok=True)
        with house_style():
            for name, draw in drawers().items():
                figure = draw(runs)
                made += [save(figure, Path(folder) / f"{name}.{ending}") for ending in FORMATS]
    except OSError as error:
        raise OutputError(reason(error, folder if isinstance(folder, Path) else str(folder))) from error
    return made
