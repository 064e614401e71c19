"""ACLED's events: reported fatalities by actors and admin1. In a monadic export every event stands twice and is counted once, by its id."""

from collections import Counter

from leyenda.studies.record.loaders.cells import year_and_month
from leyenda.studies.record.loaders.events import Events, between
from leyenda.studies.record.loaders.sheet import Sheet
from leyenda.studies.record.loaders.tidy import Key, Loaded, tidied
from leyenda.studies.record.loaders.words import words


def read(sheet: Sheet) -> Loaded:
    """Deaths by state, month and dyad, over all types of events. Raises InputError at the first cell that cannot be."""
    events, deaths, types = Events(sheet), Counter[Key](), Counter[str]()
    for line, cells in events.home():
        number = events.deaths(cells, line)
        when = year_and_month(sheet.cell(cells, "date"), (sheet.file, line), sheet.title("date"))
        dyad = between(sheet.cell(cells, "side_a"), sheet.cell(cells, "side_b"))
        deaths[events.state(cells, number), *when, dyad, words()["acled"]["name"]] += number
        types[sheet.cell(cells, "type")] += number
    kinds = "; ".join(f"{name or 'no type'} {number:,}" for name, number in types.most_common())
    return Loaded(sheet.file, sheet.kind, tidied(deaths), events.read, (f"Deaths by type of event: {kinds}.", *events.notes()))
