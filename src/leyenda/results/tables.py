"""What one world leaves behind as tables: the columns of every part, each row with its world.

Integers are 32 bits, keys 64 bits without sign, flags true or false, amounts 64-bit floats; -1 is nobody or nowhere.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from leyenda.world.ledger import ACCOUNTS, INSIDE, KINDS, TRANSFERS
from leyenda.world.names import EVENTS

if TYPE_CHECKING:
    from leyenda.engine.outcome import Outcome

YEAR = 52
OPENING = -1
WEEKLY_WORLDS = 10
SOURCE = np.array([ACCOUNTS.index(source) for _, source, _ in TRANSFERS])
SINK = np.array([ACCOUNTS.index(sink) for _, _, sink in TRANSFERS])


def column(values: np.ndarray) -> pa.Array:
    """One column in the types named above. Raises pyarrow.ArrowInvalid if an integer needs more than 32 bits."""
    if values.dtype == np.uint8:
        return pa.array(values != 0)
    if values.dtype == np.uint64 or values.dtype.kind == "f":
        return pa.array(values)
    return pa.array(values).cast(pa.int32())


def words(codes: np.ndarray, names: tuple[str, ...]) -> pa.DictionaryArray:
    """A column of words from small integers."""
    return pa.DictionaryArray.from_arrays(pa.array(codes.astype(np.int8)), pa.array(names))


def table(world: int, columns: Mapping[str, np.ndarray | pa.Array]) -> pa.Table:
    """A table with the world's number in front of the columns."""
    arrays = {name: values if isinstance(values, pa.Array) else column(values) for name, values in columns.items()}
    rows = len(next(iter(arrays.values())))
    return pa.table({"world": column(np.full(rows, world)), **arrays})


def series(outcome: "Outcome", weekly: bool) -> pa.Table:
    """One row per week."""
    weeks = len(outcome.ledger)
    return table(outcome.world, {"week": np.arange(weeks), **outcome.series})


def by_plaza(outcome: "Outcome", weekly: bool) -> pa.Table:
    """One row per week and plaza, the plaza by its number in the scenario."""
    weeks, plazas = next(iter(outcome.by_plaza.values())).shape
    where = {"week": np.repeat(np.arange(weeks), plazas), "plaza": np.tile(np.arange(plazas), weeks)}
    return table(outcome.world, where | {name: values.ravel() for name, values in outcome.by_plaza.items()})


def by_organisation(outcome: "Outcome", weekly: bool) -> pa.Table:
    """One row per week and organisation, while the organisation exists."""
    week, organisation = np.nonzero(outcome.by_organisation["members"] >= 0)
    values = {name: values[week, organisation] for name, values in outcome.by_organisation.items()}
    return table(outcome.world, {"week": week, "organisation": organisation, **values})


def events(outcome: "Outcome", weekly: bool) -> pa.Table:
    """One row per event; its id is its number in its world."""
    rest = {name: values for name, values in outcome.events.items() if name not in ("week", "kind")}
    week, kind = outcome.events["week"], words(outcome.events["kind"], EVENTS)
    return table(outcome.world, {"id": np.arange(len(week)), "week": week, "kind": kind, **rest})


def closing_weeks(weeks: int, weekly: bool) -> np.ndarray:
    """The weeks whose end the ledger reports: all, or the last of each year and of the run."""
    return np.arange(weeks) if weekly else np.append(np.arange(YEAR - 1, weeks - 1, YEAR), weeks - 1)


def ledger(outcome: "Outcome", weekly: bool) -> pa.Table:
    """One row per week (or last week of the year) and kind of transfer that moved anything."""
    closing = closing_weeks(len(outcome.ledger), weekly)
    sums = np.add.reduceat(outcome.ledger, np.append(0, closing[:-1] + 1), axis=0)
    row, kind = np.nonzero(sums > 0.0)
    labels = {"source": words(SOURCE[kind], ACCOUNTS), "sink": words(SINK[kind], ACCOUNTS), "kind": words(kind, KINDS)}
    return table(outcome.world, {"week": closing[row], **labels, "amount": sums[row, kind]})


def balances(outcome: "Outcome", weekly: bool) -> pa.Table:
    """One row per account class and week (or last week of the year); week -1 is the opening balance."""
    closing = closing_weeks(len(outcome.balances), weekly)
    held = np.vstack([outcome.opening, outcome.balances[closing]])
    week = np.repeat(np.append(OPENING, closing), INSIDE)
    account = words(np.tile(np.arange(INSIDE), len(held)), ACCOUNTS[:INSIDE])
    return table(outcome.world, {"week": week, "account": account, "amount": held.ravel()})


def listed(name: str, number: str) -> Callable[["Outcome", bool], pa.Table]:
    """A table of records as they are at the end, numbered in a column named `number`."""

    def rows(outcome: "Outcome", weekly: bool) -> pa.Table:
        columns: dict[str, np.ndarray] = getattr(outcome, name)
        count = len(next(iter(columns.values())))
        return table(outcome.world, {number: np.arange(count), **columns})

    return rows


def causes(outcome: "Outcome", weekly: bool) -> pa.Table:
    """One row per link from an event to an earlier one."""
    return table(outcome.world, outcome.causes)


def wars(outcome: "Outcome", weekly: bool) -> pa.Table:
    """One row per war and year it was fought in."""
    return table(outcome.world, outcome.wars)


def worlds(outcome: "Outcome") -> pa.Table:
    """One row: the world and what stopped it, if anything did."""
    return table(outcome.world, {"error": pa.array([outcome.error])})


TABLES: dict[str, Callable[["Outcome", bool], pa.Table]] = {
    "series": series,
    "by_plaza": by_plaza,
    "by_organisation": by_organisation,
    "events": events,
    "causes": causes,
    "ledger": ledger,
    "balances": balances,
    "wars": wars,
    "people": listed("people", "id"),
    "organisations": listed("organisations", "id"),
    "offices": listed("offices", "id"),
    "banks": listed("banks", "id"),
}
