"""The table, the pictures and what was asked as files."""

from pathlib import Path
from typing import TYPE_CHECKING

import tomli_w
from pyarrow import csv

from leyenda.results.files import OutputError, reason

if TYPE_CHECKING:
    from leyenda.studies.sensitivity.result import Sensitivity

NAME = "sensitivity"
FORMATS = ("svg", "png")


def save(found: "Sensitivity", folder: Path) -> list[Path]:
    """Write them all; those of an earlier question in the same folder are written over."""
    table, asked = folder / "table.csv", folder / f"{NAME}.toml"
    pictures = [folder / f"{NAME}.{ending}" for ending in FORMATS]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        csv.write_csv(found.table(), table)
        asked.write_text(tomli_w.dumps(found.plan.content()), encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(reason(error, folder)) from error
    for picture in pictures:
        found.plot(picture)
    return [table, asked, *pictures]
