"""What tables of states share: cells that add up to a state's months or years, blanks, and the nation's total as a check."""

from collections import Counter
from collections.abc import Iterable

from leyenda.studies.record.loaders.sheet import Sheet
from leyenda.studies.record.loaders.states import NATION
from leyenda.studies.record.loaders.tidy import Key, Loaded, tidied
from leyenda.studies.record.loaders.words import count, words

Time = tuple[int, int | None]  # year, month
When = tuple[str, int, int | None]  # state, year, month
Cells = Iterable[tuple[When, int | None]]
SHOWN = 5


def summed(sheet: Sheet, cells: Cells, notes: Iterable[str]) -> Loaded:
    """What a table holds: cells of one state and time are added up, and a time without any figure has no row."""
    deaths, read, blank = Counter[When](), 0, 0
    for when, number in cells:
        read, blank = read + (number is not None), blank + (number is None)
        if number is not None:
            deaths[when] += number
    keyed: dict[Key, int] = {(*when, None, words()[sheet.kind]["name"]): number for when, number in deaths.items()}
    blanks = [f"Blank: {count(blank, 'cell')}, taken for no figure and not for 0."] if blank else []
    return Loaded(sheet.file, sheet.kind, tidied(keyed), read, (*notes, *blanks, *disagreeing(deaths)))


def disagreeing(deaths: Counter[When]) -> list[str]:
    """Times at which the file's own national total is not the sum of its states."""
    parts, totals = Counter[Time](), Counter[Time]()
    for (state, year, month), number in deaths.items():
        (totals if state == NATION else parts)[year, month] += number
    off = [(time, total) for time, total in totals.items() if total != parts[time]]
    said = [f"The file's own total of {spoken(time)} is {total:,}, but its rows add up to {parts[time]:,}." for time, total in off]
    return said[:SHOWN] + ([f"So it is with {len(said) - SHOWN} more."] if len(said) > SHOWN else [])


def spoken(time: Time) -> str:
    """A year, or a month of it, in words."""
    year, month = time
    return str(year) if month is None else f"month {month} of {year}"
