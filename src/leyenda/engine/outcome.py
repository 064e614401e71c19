"""What one world leaves behind: its weekly tables, drained a year at a time, and its rows at the end."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from leyenda.scenario import Scenario
from leyenda.world.layout import FULL, SIZES, TABLES

Array = npt.NDArray[Any]
Year = dict[str, dict[str, Array]]
YEAR = 52
WEEKLY = ("series", "by_plaza", "by_organisation")
ROWS = ("people", "organisations", "offices", "banks", "events", "causes")
RUNNING = ("deaths_a", "deaths_b", "bystanders")


@dataclass(frozen=True)
class Outcome:
    """Everything one world leaves behind."""

    world: int
    error: str
    series: dict[str, Array]
    by_plaza: dict[str, Array]
    by_organisation: dict[str, Array]
    ledger: Array
    balances: Array
    opening: Array
    events: dict[str, Array]
    causes: dict[str, Array]
    wars: dict[str, Array]
    people: dict[str, Array]
    organisations: dict[str, Array]
    offices: dict[str, Array]
    banks: dict[str, Array]
    notes: list[tuple[int, Any]] = field(default_factory=list)


def holdings(block: Array) -> Array:
    """What each inside account class holds: treasuries, clean treasuries, people, banks; M$."""
    people = block["people"]
    return np.array([
        block["organisations"]["treasury"].sum(), block["organisations"]["laundered"].sum(),
        (people["cash"] + people["laundered"] + people["fronted"]).sum(), block["banks"]["earned"].sum(),
    ])


def rows(block: Array, name: str) -> dict[str, Array]:
    """The one-dimensional columns of a table, as far as it is filled."""
    table = block[name]
    count = int(table["count"])
    fields = TABLES[name].fields.items()
    return {column: table[column][:count].copy() for column, field in fields if not field.each and not field.scalar}


def weekly(years: list[Year], name: str, width: int | None) -> dict[str, Array]:
    """A weekly table over all years; plazas and organisations cut to those there ever were."""
    joined = {column: np.concatenate([year[name][column] for year in years]) for column in years[0][name]}
    return joined if width is None else {column: values[:, :width].copy() for column, values in joined.items()}


def drain(block: Array, weeks: int) -> Year:
    """The year's weekly tables, copied out before they are written over."""
    found = {name: {column: block[name][column][:weeks].copy() for column in TABLES[name].fields} for name in WEEKLY}
    found["wars"] = rows(block, "wars")
    found["ledger"] = {column: block["ledger"][column][:weeks].copy() for column in TABLES["ledger"].fields}
    return found


def stopped(block: Array, size: str) -> str:
    """Why a world stopped early, in words; "" if it did not."""
    code = int(block["error"])
    if not code:
        return ""
    table = FULL[code]
    larger = list(SIZES)[list(SIZES).index(size) + 1 :]
    advice = f'set size = "{larger[0]}" in scenario.toml' if larger else "run fewer weeks"
    return f"the table of {table} is full ({SIZES[size][table]}); {advice}"


@dataclass
class Past:
    """A world so far: its state, and what its years left behind."""

    block: Array
    opening: Array
    years: list[Year]
    week: int = 0
    notes: list[tuple[int, Any]] = field(default_factory=list)

    def copy(self) -> "Past":
        """The same past, to be gone on from in another way."""
        return Past(self.block.copy(), self.opening, list(self.years), self.week, list(self.notes))


def wars_by_year(years: list[Year], start: int) -> dict[str, Array]:
    """One row a war and calendar year: deaths are those of the year, taken from running sums."""
    rows: dict[str, list[Array]] = {}
    for number, year in enumerate(years):
        now = year["wars"]
        before = {name: years[number - 1]["wars"][name] if number else now[name][:0] for name in RUNNING}
        sums = {name: now[name] - np.pad(before[name], (0, len(now[name]) - len(before[name]))) for name in RUNNING}
        begun = np.arange(len(now["a"]))
        live = (now["ended"] < 0) | (now["ended"] >= number * YEAR)
        row = {"war": begun, "year": np.full(len(begun), start + number), **{k: v for k, v in now.items() if k not in RUNNING}, **sums}
        for name, values in row.items():
            rows.setdefault(name, []).append(values[live])
    return {name: np.concatenate(parts) for name, parts in rows.items()}


def outcome(scenario: Scenario, world: int, past: Past) -> Outcome:
    """Gather what a world leaves behind."""
    block, years = past.block, past.years
    ledger = weekly(years, "ledger", None)
    return Outcome(
        world=world,
        error=stopped(block, scenario.size),
        series=weekly(years, "series", None),
        by_plaza=weekly(years, "by_plaza", len(scenario.plazas)),
        by_organisation=weekly(years, "by_organisation", int(block["organisations"]["count"])),
        ledger=ledger["amount"],
        balances=ledger["balance"],
        opening=past.opening,
        wars=wars_by_year(years, scenario.start),
        notes=past.notes,
        **{name: rows(block, name) for name in ROWS},
    )
