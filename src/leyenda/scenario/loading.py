"""Loading a scenario by name or from a folder, and writing one that loads back equal."""

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from leyenda.scenario import random_federation
from leyenda.scenario.changes import resolve
from leyenda.scenario.errors import InputError, nearest, shown
from leyenda.scenario.files import LIST_SEPARATOR, read_folder
from leyenda.scenario.parameters import Parameters, known
from leyenda.scenario.places import SETTINGS, Places
from leyenda.scenario.schema import TABLES, Scenario

BUILT_IN = Path(__file__).parents[1] / "scenarios"


def names() -> tuple[str, ...]:
    """The built-in scenarios."""
    folders = (folder.name for folder in BUILT_IN.iterdir() if (folder / SETTINGS).is_file())
    return tuple(sorted((*folders, random_federation.NAME)))


def load(where: str | Path, switches: Iterable[str], parameters: Parameters | None = None) -> Scenario:
    """A built-in scenario by name, one made from numbers (random-federation:plazas=40), or one in a folder; checked, resolved, frozen.

    `switches` are all that the model has; `parameters` those of its rules (default: the built-in rules').
    Raises InputError for anything wrong with it.
    """
    numbers = random_federation.read(where)
    content, places = (random_federation.content(numbers), Places()) if numbers else read_folder(folder_of(where))
    return resolve(content, known(switches, parameters), places)


def folder_of(where: str | Path) -> Path:
    """The folder a name or path stands for."""
    path = BUILT_IN / where if str(where) in names() else Path(where)
    try:
        if path.is_dir():
            return path
        found = "is a file" if path.exists() else "is neither a built-in scenario nor a folder"
    except (OSError, ValueError):
        found = "cannot be the name of a folder"
    close = nearest(str(where).partition(":")[0], names())
    raise InputError(
        key=shown(str(where)),
        found=found,
        expected="" if close else "a folder or one of " + ", ".join(names()),
        nearest=close,
    )


def dump(scenario: Scenario, folder: Path) -> None:
    """Write the resolved scenario, all defaults included, as a folder that `load` reads back equal."""
    folder.mkdir(parents=True, exist_ok=True)
    content = scenario.content()
    (folder / SETTINGS).write_text(to_toml(scenario), encoding="utf-8", newline="\n")
    for table in TABLES:
        (folder / f"{table}.csv").write_text(to_csv(table, content[table]), encoding="utf-8", newline="\n")


def to_toml(scenario: Scenario) -> str:
    """The scenario's settings, every rule parameter included, as TOML."""
    settings = {key: value for key, value in scenario.content().items() if key not in TABLES}
    return "\n".join(toml_of(settings, "")).lstrip("\n") + "\n"


def toml_of(table: dict[str, Any], path: str) -> list[str]:
    """The lines of one TOML table: its values, then the tables within it."""
    lines = [f"{key} = {toml_value(value)}" for key, value in table.items() if not isinstance(value, dict)]
    if path and (lines or not table):
        lines = ["", f"[{path}]", *lines]
    for key, value in table.items():
        if isinstance(value, dict):
            lines += toml_of(value, f"{path}.{key}" if path else key)
    return lines


def toml_value(value: Any) -> str:
    """A text, number or list of texts in TOML; JSON writes all of them alike."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def to_csv(table: str, rows: Iterable[dict[str, Any]]) -> str:
    """A table as CSV, its units and meanings in comment lines."""
    columns = TABLES[table].model_fields
    out = io.StringIO()
    for column, field in columns.items():
        extra: Any = field.json_schema_extra
        out.write(f"# {column}: {extra['unit']}, {field.description}\n")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([cell(value) for value in row.values()] for row in rows)
    return out.getvalue()


def cell(value: Any) -> str:
    """A value as a CSV cell that reads back the same."""
    if value is None:
        return ""
    return LIST_SEPARATOR.join(value) if isinstance(value, tuple) else str(value)
