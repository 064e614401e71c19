"""Numbers: counts are never negative, shares lie between 0 and 1, and plazas add up to the whole."""

from collections.abc import Iterator

import numpy as np

from leyenda.results.audit.part import Part, moment, said

TABLES = ("series", "by_plaza", "by_organisation")
PEOPLE = ("top", "seat_holder", "patron", "head")
SHARES = (
    "concentration",
    "protection",
    "seat_held",
    "top_power",
    "top_ego",
    "top_belief_error",
    "protection_top",
    "patron_hold",
)
ADD_UP = ("deaths", "homicides", "exports", "members")
ROUNDING = 1e-6


def in_range(part: Part) -> Iterator[str]:
    """No count below zero, no share outside 0 to 1, no person below -1, nothing that is not a number."""
    for table in TABLES:
        columns = part.read(table)
        for name, values in columns.items():
            low = -1.0 if name in PEOPLE else 0.0
            high = 1.0 + ROUNDING if name in SHARES or name.startswith("corruption") else np.inf
            bad = ~((values >= low) & (values <= high))
            if bad.any():
                first = int(np.argmax(bad))
                where = said(moment(columns)[first])
                yield f"{table}.{name} is {values[first]:g} in {where}, outside {low:g} to {high:g}."


def sums_agree(part: Part) -> Iterator[str]:
    """What is counted by plaza adds up to the series, and so do members by organisation."""
    whole = part.read("series")
    at = moment(whole)
    for table, names in (("by_plaza", ADD_UP), ("by_organisation", ("members",))):
        columns = part.read(table)
        if not np.isin(moment(columns), at).all():
            yield f"{table} has weeks that the series has not."
            continue
        place = np.searchsorted(at, moment(columns))
        for name in names:
            gap = np.abs(np.bincount(place, columns[name], len(at)) - whole[name])
            if (gap > ROUNDING * (1.0 + whole[name])).any():
                worst = int(np.argmax(gap))
                off = f"worst: {said(at[worst])}, off by {gap[worst]:.3g}"
                yield f"{table}.{name} does not add up to the series ({off})."
    if (whole["deaths"] < whole["deaths_members"] + whole["bystanders"] - ROUNDING).any():
        yield "deaths are fewer than members and bystanders killed."
    if (whole["homicides"] < whole["deaths"] - ROUNDING).any():
        yield "homicides are fewer than deaths in the conflict."
