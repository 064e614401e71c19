"""What a file holds and what it lacks, to be read by a person."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rich.table import Table

from leyenda.studies.record.loaders.states import states
from leyenda.studies.record.loaders.tidy import Loaded, Row, by_year
from leyenda.studies.record.loaders.words import count, words

SHOWN = 6
MONTHS = 12


def sentences(loaded: Loaded) -> Iterator[str]:
    """What was read, which years and states, and what is missing."""
    kind = words()[loaded.kind]
    read, deaths = count(loaded.read, "event" if kind["events"] else "figure"), count(sum(row.deaths for row in loaded.rows), "death")
    yield f"{loaded.file}: {kind['name']}, {kind['counts']}; {read}, {deaths}."
    years = list(by_year(loaded.rows))
    gaps = [str(year) for year in range(years[0], years[-1]) if year not in years]
    yield f"Years: {' to '.join(map(str, dict.fromkeys((years[0], years[-1]))))}{but_none(gaps)}."
    there = {row.state for row in loaded.rows}
    lacking = [state for state in states() if state not in there]
    yield f"States: {len(states()) - len(lacking)} of {len(states())}{but_none(lacking)}."
    yield from () if kind["events"] else incomplete(loaded.rows)
    yield from loaded.notes


def but_none(names: list[str]) -> str:
    """What is not there, at most a line of it."""
    return f"; none for {few(names)}" if names else ""


def few(names: list[str]) -> str:
    """The first of some names, and how many more there are."""
    return ", ".join(names[:SHOWN]) + (f" and {len(names) - SHOWN} more" if len(names) > SHOWN else "")


def incomplete(rows: Iterable[Row]) -> Iterator[str]:
    """Years of a state that a table lacks, whole or some months of them: silence there is no figure, not peace."""
    months: dict[tuple[str, int], set[int | None]] = defaultdict(set)
    for row in rows:
        if row.state:
            months[row.state, row.year].add(row.month)
    known, years = {state for state, _ in months}, {year for _, year in months}
    absent = [f"{state} {year}" for state in states() if state in known for year in sorted(years) if (state, year) not in months]
    some = [(at, len(found)) for at, found in months.items() if None not in found and len(found) < MONTHS]
    partly = [f"{state} {year} ({number} of {MONTHS} months)" for (state, year), number in some]
    if absent:
        yield f"No figure: {few(absent)}."
    if partly:
        yield f"Not all months: {few(partly)}."


def table(loaded: Loaded) -> Table:
    """A row a year: deaths, by source if there are several, and how many states and months have a figure."""
    sources = sorted({row.source for row in loaded.rows})
    apart = sources if len(sources) > 1 else []
    shown = Table("year", *(source.partition(", ")[2] for source in apart), "deaths", "states", "months", box=None, header_style="bold")
    for column in shown.columns[1:]:
        column.justify = "right"
    for year, deaths in by_year(loaded.rows).items():
        rows = [row for row in loaded.rows if row.year == year]
        parts = [f"{sum(row.deaths for row in rows if row.source == source):,}" for source in apart]
        held, months = {row.state for row in rows if row.state}, {row.month for row in rows if row.month}
        shown.add_row(str(year), *parts, f"{deaths:,}", str(len(held)), str(len(months)) if months else "-")
    return shown
