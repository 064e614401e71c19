"""Pictures of a validation: all facts on a page, and one picture a family of facts."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leyenda.studies.validate.result import Validation

FORMATS = ("svg", "png")
DOTS = 150


def draw_all(found: "Validation", folder: Path) -> list[Path]:
    """Draw every picture that the facts of a validation fill; returns the paths. Raises OutputError."""
    from leyenda.results.files import OutputError, reason
    from leyenda.results.pictures.style import house_style, save
    from leyenda.studies.validate.pictures.family import draw as families
    from leyenda.studies.validate.pictures.overview import draw as all_facts

    made = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with house_style():
            figures = {"facts": all_facts(found), **families(found)}
            for name, figure in figures.items():
                made += [save(figure, folder / f"{name}.{ending}", DOTS) for ending in FORMATS]
    except OSError as error:
        raise OutputError(reason(error, folder)) from error
    return made
