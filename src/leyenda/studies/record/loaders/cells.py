"""Cells of a file as what they stand for; what they cannot stand for becomes an InputError that names file, line and column."""

import re
from datetime import date
from functools import cache
from typing import Any

from leyenda.scenario.errors import InputError, shown
from leyenda.studies.record.loaders.words import plain, words

At = tuple[str, int]
MOST = 100_000  # deaths in one cell: more than that is a sum of states or years, or another unit
FIRST_YEAR, LAST_YEAR = 1900, 2100
NUMBER = re.compile(r"([+-]?)(\d{1,15}|\d{1,3}(?:,\d{3})+)(\.\d+)?")
ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T].*)?")
DAY_MONTH_YEAR = re.compile(r"(\d{1,2}) ([a-z]+) (\d{4})")


@cache
def missing() -> frozenset[str]:
    """What a cell without a figure may say."""
    return frozenset(map(plain, words()["missing"]))


def wrong(at: At, column: str, cell: str, expected: str) -> InputError:
    """What is said of a cell that cannot be."""
    return InputError(*at, f"column {shown(column)}", f"is {shown(cell)}" if cell else "is blank", expected)


def whole(cell: str, at: At, column: str) -> int | None:
    """A count of persons; None where there is no figure. A count has no fraction and no minus."""
    number = NUMBER.fullmatch(cell)
    if number is None:
        if plain(cell) in missing():
            return None
        raise wrong(at, column, cell, "a whole number")
    sign, digits, fraction = number.groups()
    value = int(digits.replace(",", ""))
    if fraction and int(fraction[1:]):
        raise wrong(at, column, cell, "a whole number of persons; rates and averages cannot be read")
    if sign == "-" and value:
        raise wrong(at, column, cell, "a count, which is never under 0")
    if value > MOST:
        raise wrong(at, column, cell, f"at most {MOST:,} deaths in one cell")
    return value


def year(cell: str, at: At, column: str) -> int:
    """A calendar year."""
    found = whole(cell, at, column)
    if found is None or not FIRST_YEAR <= found <= LAST_YEAR:
        raise wrong(at, column, cell, f"a year from {FIRST_YEAR} to {LAST_YEAR}")
    return found


def month(cell: str, at: At, column: str) -> int:
    """A month by its number, or its name in Spanish or English."""
    named = by_name().get(plain(cell), 0)
    number = named or (int(cell) if re.fullmatch(r"0?\d|1[0-2]", cell) else 0)
    if not number:
        raise wrong(at, column, cell, "a month, 1 to 12 or by its name")
    return number


@cache
def by_name() -> dict[str, int]:
    """Months by what they are called."""
    spoken: dict[str, Any] = words()
    return {name: number for names in (spoken["months"], spoken["months_english"]) for number, name in enumerate(names, 1)}


def year_and_month(cell: str, at: At, column: str) -> tuple[int, int]:
    """Year and month of a day, as 2006-12-31 or 31 December 2006."""
    try:
        if iso := ISO_DATE.fullmatch(cell):
            day = date(*map(int, iso.groups()))
        elif spelt := DAY_MONTH_YEAR.fullmatch(plain(cell)):
            day = date(int(spelt[3]), by_name()[spelt[2]], int(spelt[1]))
        else:
            raise ValueError(cell)
    except (ValueError, KeyError):
        raise wrong(at, column, cell, "a day such as 2006-12-31 or 31 December 2006") from None
    return year(str(day.year), at, column), day.month
