"""SESNSP's victims of crimes of common law: a row a state, year, subtype, means, sex and age, and a column a month."""

from collections.abc import Iterator

from leyenda.scenario.errors import InputError, shown
from leyenda.studies.record.loaders.cells import whole, year
from leyenda.studies.record.loaders.sheet import Sheet
from leyenda.studies.record.loaders.states import place
from leyenda.studies.record.loaders.tables import When, summed
from leyenda.studies.record.loaders.tidy import Loaded
from leyenda.studies.record.loaders.words import plain, words

MONTHS = range(1, 13)
NOT_VICTIMS = "There is no column Sexo: these may be investigations opened, of which one can have several victims."


def read(sheet: Sheet) -> Loaded:
    """Victims of intentional homicide and femicide by state and month. Raises InputError at the first cell that cannot be."""
    counted = ", ".join(words()["sesnsp"]["counted"])
    loaded = summed(sheet, months(sheet), [f"Counted: {counted}."] + ([] if "sex" in sheet.columns else [NOT_VICTIMS]))
    if not loaded.rows:
        raise InputError(sheet.file, 0, f"column {shown(sheet.title('subtype'))}", "has no victim that is counted", f"rows of {counted}")
    return loaded


def months(sheet: Sheet) -> Iterator[tuple[When, int | None]]:
    """The twelve figures of each row that counts; the same row twice is refused."""
    rows: dict[tuple[str, ...], int] = {}
    figures = [sheet.columns[f"m{number}"] for number in MONTHS]
    for line, cells in sheet.rows:
        if plain(sheet.cell(cells, "subtype")) not in words()["sesnsp"]["counted"]:
            continue
        at = sheet.file, line
        if (first := rows.setdefault(tuple(cell for k, cell in enumerate(cells) if k not in figures), line)) != line:
            raise InputError(*at, "the row", f"stands there already in line {first}", "each state, year, crime and group of victims once")
        state, when = place(sheet.cell(cells, "state"), at, sheet.title("state")), year(sheet.cell(cells, "year"), at, sheet.title("year"))
        for number in MONTHS:
            yield (state, when, number), whole(sheet.cell(cells, f"m{number}"), at, sheet.title(f"m{number}"))
