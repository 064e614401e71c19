"""The tables, the page and the picture in their folder, and all of it as one document."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from leyenda.results.files import OutputError, reason
from leyenda.studies.predict.page import page
from leyenda.studies.predict.rows import Row, about, tables
from leyenda.studies.validate.save import json_row, write

if TYPE_CHECKING:
    from leyenda.studies.predict.result import Prediction

DIGITS = 6  # that are written


def save(found: "Prediction", folder: Path) -> None:
    """Write every table and prediction.md. Raises OutputError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, rows in tables(found).items():
            write(folder / name, [rounded(row) for row in rows])
        (folder / "prediction.md").write_text("\n".join(page(found)) + "\n", encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(reason(error, folder)) from error


def rounded(row: Row) -> Row:
    """The same in as many digits as mean anything."""
    return {key: float(f"{value:.{DIGITS}g}") if isinstance(value, float) else value for key, value in row.items()}


def document(found: "Prediction") -> dict[str, Any]:
    """Everything but the single worlds, as JSON takes it."""
    chosen = {name.removesuffix(".csv"): rows for name, rows in tables(found).items() if name != "worlds.csv"}
    return {**about(found), **{name: [json_row(rounded(row)) for row in rows] for name, rows in chosen.items()}}
