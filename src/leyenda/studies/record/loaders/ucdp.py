"""UCDP's georeferenced events: who fought whom, best estimates of deaths, by the first-order administrative unit.

Source  Sundberg & Melander (2013) and the GED codebook: type_of_violence 1 state-based, 2 non-state, 3 one-sided; with date_prec 5
        the year alone is known.
"""

from collections import Counter

from leyenda.studies.record.loaders.cells import wrong, year, year_and_month
from leyenda.studies.record.loaders.events import Events, between
from leyenda.studies.record.loaders.sheet import Sheet
from leyenda.studies.record.loaders.tidy import Key, Loaded, tidied
from leyenda.studies.record.loaders.words import count, words

YEAR_ALONE = "5"


def read(sheet: Sheet) -> Loaded:
    """Deaths by state, month (where it is known), dyad and kind of violence. Raises InputError at the first cell that cannot be."""
    events, deaths = Events(sheet), Counter[Key]()
    unknown = 0
    for line, cells in events.home():
        at = sheet.file, line
        number = events.deaths(cells, line)
        when = year(sheet.cell(cells, "year"), at, sheet.title("year"))
        month = month_of(sheet, cells, line, when)
        unknown += month is None
        sides = between(sheet.cell(cells, "side_a"), sheet.cell(cells, "side_b"))
        deaths[events.state(cells, number), when, month, sheet.cell(cells, "dyad") or sides, source(sheet, cells, line)] += number
    notes = [f"Without a month: {count(unknown, 'event')}."] if unknown and "date" in sheet.columns else []
    return Loaded(sheet.file, sheet.kind, tidied(deaths), events.read, tuple(events.notes() + notes))


def month_of(sheet: Sheet, cells: list[str], line: int, year: int) -> int | None:
    """The month an event began in, if the file says so and the date is finer than a year."""
    cell = sheet.cell(cells, "date")
    if not cell or sheet.cell(cells, "precision") == YEAR_ALONE:
        return None
    began, month = year_and_month(cell, (sheet.file, line), sheet.title("date"))
    if began > year:
        raise wrong((sheet.file, line), sheet.title("date"), cell, f"a day not after the event's year, {year}")
    return month if began == year else None


def source(sheet: Sheet, cells: list[str], line: int) -> str:
    """Where a row comes from, with the kind of violence."""
    kinds, cell = words()["ucdp"]["violence"], sheet.cell(cells, "violence")
    if cell not in kinds:
        raise wrong((sheet.file, line), sheet.title("violence"), cell, "1, 2 or 3")
    return f"{words()['ucdp']['name']}, {kinds[cell]}"
