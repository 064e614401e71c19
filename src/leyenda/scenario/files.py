"""Reading a scenario's files: whatever is wrong with them becomes an InputError that names file and line."""

import csv
import tomllib
import types
from pathlib import Path
from typing import Any, get_args, get_origin

from leyenda.scenario.columns import Content
from leyenda.scenario.errors import InputError, nearest, shown
from leyenda.scenario.places import SETTINGS, Places, toml_lines
from leyenda.scenario.schema import MAY_BE_ABSENT, TABLES

LARGEST = 4_000_000
LIST_SEPARATOR = ";"


def read_text(path: Path) -> str:
    """The text of a file of at most 4 MB."""
    try:
        if not path.is_file():
            raise InputError(
                path.name, 0, "", "is a folder" if path.is_dir() else "is missing", "a file in the scenario's folder"
            )
        size = path.stat().st_size
        if size > LARGEST:
            raise InputError(path.name, 0, "", f"has {size / 1e6:.1f} MB", f"at most {LARGEST / 1e6:.0f} MB")
        return decoded(path.read_bytes(), path.name)
    except OSError as error:
        raise InputError(path.name, 0, "", f"cannot be read ({error.strerror})") from None


def decoded(content: bytes, file: str) -> str:
    """The bytes as text: UTF-8 without NUL."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise InputError(file, line, "", f"has the byte 0x{content[error.start]:02x}", "text in UTF-8") from None
    if "\0" in text:
        raise InputError(file, text[: text.index("\0")].count("\n") + 1, "", "has a NUL character", "text in UTF-8")
    return text


def read_settings(folder: Path) -> tuple[dict[str, Any], dict[str, int]]:
    """scenario.toml and the line each of its keys stands on."""
    text = read_text(folder / SETTINGS)
    lines = toml_lines(text)
    try:
        settings = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        what, _, where = str(error).partition(" (at line ")
        line = int(where.split(",")[0]) if where else 0
        raise InputError(SETTINGS, line, "", f"is not valid TOML ({what[:200]})") from None
    for key in settings:
        if key in TABLES:
            raise InputError(SETTINGS, lines.get(key, 0), key, "is a table of its own", f"it in {key}.csv")
    return settings, lines


def read_table(folder: Path, table: str) -> tuple[list[dict[str, Any]], list[int]]:
    """The rows of a CSV file and the line each stands on; lines that begin with # and blank ones are skipped."""
    file = f"{table}.csv"
    if table in MAY_BE_ABSENT and not (folder / file).exists():
        return [], []
    cells = [
        (n, split(line, file, n)) for n, line in enumerate(read_text(folder / file).split("\n"), 1) if speaks(line)
    ]
    columns = TABLES[table].model_fields
    if not cells:
        raise InputError(file, 0, "", "is empty", "a header: " + ",".join(columns))
    (line, header), rows = cells[0], cells[1:]
    check_header(file, line, header, list(columns))
    for number, row in rows:
        if len(row) != len(header):
            raise InputError(file, number, "", f"has {len(row)} cells", f"{len(header)}, as the header has")
    return [as_row(TABLES[table], header, row) for _, row in rows], [n for n, _ in rows]


def speaks(line: str) -> bool:
    """Whether a line holds data."""
    return bool(line.strip()) and not line.startswith("#")


def split(line: str, file: str, number: int) -> list[str]:
    """The cells of one line, without blanks around them."""
    try:
        return [cell.strip() for cell in next(csv.reader([line.rstrip("\r")], strict=True))]
    except csv.Error as error:
        raise InputError(file, number, "", f"is not valid CSV ({error})") from None


def check_header(file: str, line: int, header: list[str], columns: list[str]) -> None:
    """Every column once, and no other."""
    for column in header:
        if column not in columns:
            close = nearest(column, columns)
            expected = "" if close else "the columns " + ",".join(columns)
            raise InputError(file, line, f"column {shown(column)}", "is unknown", expected, close)
        if header.count(column) > 1:
            raise InputError(file, line, f"column {column}", "stands there twice", "each column once")
    for column in columns:
        if column not in header:
            raise InputError(file, line, f"column {column}", "is missing", "the columns " + ",".join(columns))


def as_row(model: type[Content], header: list[str], cells: list[str]) -> dict[str, Any]:
    """Cells as the types their columns have; what cannot be converted stays text, which the schema then refuses."""
    return {
        column: as_value(cell, model.model_fields[column].annotation)
        for column, cell in zip(header, cells, strict=True)
    }


def as_value(cell: str, annotation: Any) -> Any:
    """One cell as its column's type."""
    if get_origin(annotation) is tuple:
        return tuple(part.strip() for part in cell.split(LIST_SEPARATOR) if part.strip())
    if get_origin(annotation) is types.UnionType:
        return None if not cell else as_value(cell, get_args(annotation)[0])
    try:
        return annotation(cell)
    except ValueError:
        return cell


def read_folder(folder: Path) -> tuple[dict[str, Any], Places]:
    """All of a scenario's content, unchecked, and where it stands."""
    content, lines = read_settings(folder)
    check_strays(folder)
    tables = {table: read_table(folder, table) for table in TABLES}
    content |= {table: tuple(rows) for table, (rows, _) in tables.items()}
    return content, Places(True, lines, {table: numbers for table, (_, numbers) in tables.items()})


def check_strays(folder: Path) -> None:
    """No CSV file that is not a table: it would be a misspelt name, silently left out."""
    names = [f"{table}.csv" for table in TABLES]
    for path in sorted(folder.glob("*.csv")):
        if path.name not in names:
            close = nearest(path.name, names)
            raise InputError(
                shown(path.name).strip("'"),
                0,
                "",
                "is no table of a scenario",
                "" if close else "one of " + ", ".join(names),
                close,
            )
