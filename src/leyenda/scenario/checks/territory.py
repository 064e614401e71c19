"""Plazas: names, neighbours, shares of the country's capacity, and a border that can be crossed."""

from leyenda.scenario.checks.common import ROUNDING, Faults, twice, unless_known
from leyenda.scenario.errors import Fault
from leyenda.scenario.schema import Scenario


def names(s: Scenario) -> Faults:
    """Each plaza once, and some on either side."""
    yield from twice("plazas", "name", [p.name for p in s.plazas])
    for side in ("home", "abroad"):
        if all(p.side != side for p in s.plazas):
            yield Fault(("plazas",), f"has no plaza whose side is {side}", "at least one")


def neighbours(s: Scenario) -> Faults:
    """Neighbours exist and name each other."""
    plazas = {p.name: p for p in s.plazas}
    named = [(("plazas", row, "neighbours"), p.name, name) for row, p in enumerate(s.plazas) for name in p.neighbours]
    for place, plaza, name in named:
        yield from unless_known(place, name, "plazas", plazas)
        if name == plaza:
            yield Fault(place, f"of {plaza} names the plaza itself", "other plazas")
    for place, plaza, name in named:
        if plaza not in plazas[name].neighbours:
            yield Fault(place, f"of {plaza} names {name}, but those of {name} do not name {plaza}", "both or neither")


def capacities(s: Scenario) -> Faults:
    """Production and crossings lie at home, crossings touch the other side, and shares sum to 1."""
    abroad = {p.name for p in s.plazas if p.side == "abroad"}
    for row, p in enumerate(s.plazas):
        for column in ("production_share", "crossing_share"):
            if p.side == "abroad" and getattr(p, column) > 0:
                yield Fault(("plazas", row, column), f"of {p.name} is {getattr(p, column):g}", "0 abroad")
        if p.crossing_share > 0 and abroad.isdisjoint(p.neighbours):
            yield Fault(
                ("plazas", row, "crossing_share"),
                f"of {p.name} is {p.crossing_share:g}, but no neighbour lies abroad",
                "0",
            )
    for column in ("production_share", "crossing_share"):
        total = sum(getattr(p, column) for p in s.plazas)
        if abs(total - 1) > ROUNDING:
            yield Fault(("plazas",), f"has {column} that sums to {total:.6g}", "1")


def drivers(s: Scenario) -> Faults:
    """Years follow one another and cover the start."""
    years = [d.year for d in s.drivers]
    for row in range(1, len(years)):
        if years[row] != years[row - 1] + 1:
            yield Fault(("drivers", row, "year"), f"is {years[row]} after {years[row - 1]}", f"{years[row - 1] + 1}")
    if s.start not in years:
        listed = f"{years[0]} to {years[-1]}" if years else "no year"
        yield Fault(("start",), f"is {s.start}, but drivers.csv lists {listed}", "a year that it lists")
