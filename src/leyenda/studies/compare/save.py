"""The table and the page of a comparison as files."""

from pathlib import Path
from typing import TYPE_CHECKING

from pyarrow import csv

from leyenda.results.files import OutputError, reason

if TYPE_CHECKING:
    from leyenda.studies.compare.effect import Effect


def save(effect: "Effect", folder: Path) -> list[Path]:
    """Write effects.csv and effects.md."""
    table, page = folder / "effects.csv", folder / "effects.md"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        csv.write_csv(effect.table(), table)
        page.write_text(effect.markdown(), encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(reason(error, folder)) from error
    return [table, page]
