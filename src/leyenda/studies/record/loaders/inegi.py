"""INEGI's deaths by homicide: a row a state and year (or month), or a row a state and a column a year."""

from collections.abc import Iterator

from leyenda.scenario.errors import InputError
from leyenda.studies.record.loaders.cells import month, whole, year
from leyenda.studies.record.loaders.kinds import year_columns
from leyenda.studies.record.loaders.sheet import Sheet
from leyenda.studies.record.loaders.states import NOWHERE, place
from leyenda.studies.record.loaders.tables import Cells, When, spoken, summed
from leyenda.studies.record.loaders.tidy import Loaded


def read(sheet: Sheet) -> Loaded:
    """Deaths by state and year or month. Raises InputError at the first cell that cannot be, or that stands there twice."""
    return summed(sheet, once(sheet, long(sheet) if "year" in sheet.columns else wide(sheet)), ())


def long(sheet: Sheet) -> Iterator[tuple[int, When, str]]:
    """Line, state and time, and figure of each row."""
    for line, cells in sheet.rows:
        at = sheet.file, line
        when = year(sheet.cell(cells, "year"), at, sheet.title("year"))
        part = month(sheet.cell(cells, "month"), at, sheet.title("month")) if "month" in sheet.columns else None
        yield line, (place(sheet.cell(cells, "state"), at, sheet.title("state")), when, part), sheet.cell(cells, "deaths")


def wide(sheet: Sheet) -> Iterator[tuple[int, When, str]]:
    """The same of a table with a column a year."""
    for line, cells in sheet.rows:
        state = place(sheet.cell(cells, "state"), (sheet.file, line), sheet.title("state"))
        for when, column in year_columns(sheet.titles):
            yield line, (state, when, None), cells[column]


def once(sheet: Sheet, cells: Iterator[tuple[int, When, str]]) -> Cells:
    """Figures by state and time, each of which stands there once."""
    first: dict[When, int] = {}
    for line, when, cell in cells:
        state, year, part = when
        if when in first and state != NOWHERE:  # abroad and not specified are both nowhere
            expected = "one row: files by sex, age or municipality have to be added up first"
            found = f"stands there already in line {first[when]}"
            raise InputError(sheet.file, line, f"{state} in {spoken((year, part))}", found, expected)
        first[when] = line
        yield when, whole(cell, (sheet.file, line), "deaths" if "deaths" not in sheet.columns else sheet.title("deaths"))
