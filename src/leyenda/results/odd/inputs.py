"""Elements 5 and 6: how a world begins, and what is handed in from outside while it runs."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from leyenda.results.loading import load
from leyenda.results.odd.markdown import code, span, table
from leyenda.results.odd.texts import part
from leyenda.scenario import Scenario, names
from leyenda.scenario.schema import TABLES

DEFAULT = "guadalajara-1985"
OUTSIDE = ("drivers", "terms")
COUNTED = ("plazas", "organisations", "people", "ties", "offices", "banks")


def initialization() -> Iterator[str]:
    """Element 5."""
    yield from ("## 5 Initialization", "", part("initialization"), "### The scenarios that come with the model", "")
    yield from table(("scenario", "years", "what it is"), ((code(name), years(load(name)), load(name).summary) for name in names()))
    header = ("scenario", *COUNTED, "posts bought", "people drawn by number", "members", "alarm at home, abroad")
    yield from table(header, (list(start(name)) for name in names()))
    yield from population()
    yield from ("### What a scenario consists of", "", part("tables"))
    for name in TABLES:
        if name not in OUTSIDE:
            yield from columns(name)


def input_data() -> Iterator[str]:
    """Element 6."""
    yield from ("## 6 Input data", "", part("input_data"))
    for name in OUTSIDE:
        yield from columns(name)
    yield from (part("drivers"),)
    yield from driven()
    for name in names():
        yield from (f"Sources of {code(name)}:", "", *(f"- {source}" for source in load(name).sources), "")


def years(scenario: Scenario) -> str:
    """The years of a scenario."""
    return f"{scenario.start} to {scenario.start + (scenario.weeks - 1) // 52}"


def start(name: str) -> Iterator[object]:
    """What a scenario begins with."""
    scenario = load(name)
    yield code(name)
    yield from (len(getattr(scenario, table)) for table in COUNTED)
    yield sum(office.client is not None for office in scenario.offices)
    yield sum(crowd.lieutenants + crowd.aspirants for crowd in scenario.crowd)
    yield f"{sum(presence.members for presence in scenario.presences):,}"
    yield f"{scenario.fixed.heat_home:g}, {scenario.fixed.heat_abroad:g}"


def population() -> Iterator[str]:
    """Whom unnamed and new people are drawn from, in the default scenario."""
    groups: dict[str, Any] = load(DEFAULT).population.model_dump()
    traits = list(next(iter(groups.values())))
    rows = ((group, *(f"{spread[trait]['mean']:g} ± {spread[trait]['spread']:g}" for trait in traits)) for group, spread in groups.items())
    yield from table((f"drawn in {code(DEFAULT)}", *traits), rows)


@cache
def properties(name: str) -> dict[str, Any]:
    """The columns of a scenario's table as its JSON Schema has them."""
    found: dict[str, Any] = TABLES[name].model_json_schema()["properties"]
    return found


def columns(name: str) -> Iterator[str]:
    """The columns of a scenario's table."""
    yield from (f"**{code(name + '.csv')}** {(TABLES[name].__doc__ or '').strip()}", "")
    yield from table(("column", "unit", "range", "meaning"), (column(key, about) for key, about in properties(name).items()))


def column(name: str, about: dict[str, Any]) -> tuple[str, ...]:
    """One column; a blank one may be without a value."""
    bounds = about | about.get("anyOf", [{}])[0]
    words = ", ".join(map(code, about.get("enum", ())))
    limits = span(bounds.get("minimum"), bounds.get("maximum")) if "minimum" in bounds or "maximum" in bounds else words
    return code(name), about["unit"], limits, about["description"]


def driven() -> Iterator[str]:
    """Each driver in the first and the last year of the default scenario."""
    rows = load(DEFAULT).drivers
    first, last = min(rows, key=lambda row: row.year), max(rows, key=lambda row: row.year)
    drivers = [name for name in properties("drivers") if name not in ("year", "source")]
    header = ("driver", "unit", str(first.year), str(last.year))
    yield from table(header, ((code(name), properties("drivers")[name]["unit"], *value(name, first, last)) for name in drivers))


def value(name: str, *rows: Any) -> Iterator[str]:
    """A driver in some years."""
    yield from (f"{getattr(row, name):g}" for row in rows)
