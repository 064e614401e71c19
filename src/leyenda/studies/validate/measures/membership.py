"""Members: stock and flows."""

from leyenda.studies.validate.lived import YEAR, Lived

Years = tuple[int, int]


def members(lived: Lived, years: Years) -> float:
    """Members, averaged over the weeks."""
    rows = lived.span(years)
    return float(lived.outcome.series["members"][rows.start * YEAR : rows.stop * YEAR].mean())


def recruits(lived: Lived, years: Years) -> float:
    """Net recruits a week: those who come less those whom saturation turns away are what members, arrests and deaths leave over."""
    first, last = (members(lived, (year, year)) for year in years)
    span = max(1, years[1] - years[0])
    return (last - first) / (YEAR * span) + arrests(lived, years) + deaths(lived, years)


def arrests(lived: Lived, years: Years) -> float:
    """Members arrested a week."""
    return float(lived.series("arrests")[lived.span(years)].mean() / YEAR)


def deaths(lived: Lived, years: Years) -> float:
    """Members killed a week."""
    return float(lived.series("deaths_members")[lived.span(years)].mean() / YEAR)
