"""Whether the world's tables have room for the scenario, and which size has if they do not."""

from leyenda.scenario.checks.common import Faults
from leyenda.scenario.errors import Fault
from leyenda.scenario.schema import Scenario
from leyenda.world.layout import SIZES


def needed(s: Scenario) -> dict[str, tuple[str, int]]:
    """Rows each table of the world holds at the start, and the CSV file they come from."""
    drawn = sum(c.lieutenants + c.aspirants for c in s.crowd) + sum(o.holder is None for o in s.offices) + len(s.banks)
    return {
        "plazas": ("plazas", len(s.plazas)),
        "organisations": ("organisations", len(s.organisations)),
        "people": ("people", len(s.people) + drawn),
        "ties": ("ties", len(s.ties)),
        "offices": ("offices", len(s.offices)),
        "banks": ("banks", len(s.banks)),
        "wars": ("wars", len(s.wars)),
        "years": ("drivers", len(s.drivers)),
        "terms": ("terms", len(s.terms)),
    }


def room(s: Scenario) -> Faults:
    """A table with more rows than its size has room for."""
    for table, (file, rows) in needed(s).items():
        if rows > SIZES[s.size][table]:
            enough = next((size for size, room in SIZES.items() if room[table] >= rows), None)
            remedy = (
                f'size = "{enough}" in scenario.toml' if enough else f"at most {max(r[table] for r in SIZES.values())}"
            )
            yield Fault((file,), f'needs {rows} rows and size = "{s.size}" has room for {SIZES[s.size][table]}', remedy)
