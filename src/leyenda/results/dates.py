"""Weeks as dates: week 0 begins on 1 January of the start year, and a year is 52 weeks."""

from datetime import date, timedelta

YEAR = 52


def day(start: int, week: int) -> date:
    """The first day of a week of a run that starts in the year `start`."""
    return date(start + week // YEAR, 1, 1) + timedelta(days=7 * (week % YEAR))


def written(start: int, week: int) -> str:
    """That day in words, such as 5 February 1985."""
    at = day(start, week)
    return f"{at.day} {at:%B} {at.year}"
