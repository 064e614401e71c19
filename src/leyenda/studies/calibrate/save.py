"""A fit as files: the accepted points, the table of what they say, and the picture."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from leyenda.results.files import OutputError, reason
from leyenda.studies.calibrate.fitted import statistic_rows
from leyenda.studies.calibrate.picture import plot
from leyenda.studies.calibrate.priors import priors

if TYPE_CHECKING:
    from leyenda.studies.calibrate.fitted import Fitted

PICTURE = "posteriors.png"


def save(fitted: "Fitted", folder: Path) -> list[Path]:
    """Write them; an earlier fit in the same folder is written over. Raises OutputError."""
    accepted = [dict(zip((one.parameter for one in priors()), map(float, row), strict=True)) for row in fitted.values]
    made = fitted.made()
    files = {"accepted.csv": as_csv(accepted, made), "table.csv": as_csv(statistic_rows(fitted.statistics), made)}
    return [*write(folder, files), plot(fitted, folder / PICTURE)]


def as_csv(rows: Sequence[Mapping[str, Any]], made: Mapping[str, Any]) -> str:
    """Rows under what they were made from, a comment a line; None is left empty."""
    text = io.StringIO()
    text.writelines(f"# {key}: {' '.join(map(str, value)) if isinstance(value, list) else value}\n" for key, value in made.items())
    table = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    table.writeheader()
    table.writerows(rows)
    return text.getvalue()


def write(folder: Path, files: Mapping[str, str]) -> Iterable[Path]:
    """Texts as files of a folder. Raises OutputError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(reason(error, folder)) from error
    return [folder / name for name in files]
