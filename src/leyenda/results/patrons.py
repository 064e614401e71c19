"""The patron of each world: who first holds the seat, since when, and how it ends. Definitions: results.sequence."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

if TYPE_CHECKING:
    from leyenda.results.runs import Runs

Array = np.ndarray[Any, np.dtype[Any]]
FALLS = ("arrest", "killing", "coup")
ENDS = {"arrest": "arrest", "kill": "killing", "die": "death", "retire": "retirement", "succeed": "ousted"}
BREAKS = {"dissolve": "dissolved", "merge": "absorbed"}


@dataclass(frozen=True)
class Patrons:
    """Per world: who (-1 nobody), since which week, of which organisation (-1), until which week, and how it ended."""

    who: Array
    since: Array
    organisation: Array
    until: Array
    how: Array

    @property
    def fall(self) -> Array:
        """Week of the fall, NaN if he did not fall."""
        return np.where(np.isin(self.how, FALLS), self.until, np.nan)


def events(runs: "Runs", *kinds: str) -> dict[str, Array]:
    """The events of some kinds as columns, with `at`, the place of each event's world in runs.worlds."""
    table = runs.events
    kind = table["kind"].combine_chunks()
    names = np.array(kind.dictionary.to_pylist())
    chosen = np.isin(names, kinds)[kind.indices.to_numpy()]
    found = table.filter(pa.array(chosen))
    columns = {name: found[name].to_numpy() for name in found.column_names if name != "kind"}
    columns["kind"] = names[kind.indices.to_numpy()[chosen]]
    columns["at"] = np.searchsorted(runs.worlds, columns["world"])
    return columns


def earliest(runs: "Runs", log: dict[str, Array], chosen: Array) -> Array:
    """Week of the first chosen event of each world."""
    first = np.full(len(runs.worlds), np.inf)
    np.minimum.at(first, log["at"][chosen], log["week"][chosen])
    return np.where(np.isinf(first), np.nan, first)


def took_seat(runs: "Runs") -> tuple[Array, Array]:
    """Who first holds the seat in each world (-1 nobody) and from which week (NaN)."""
    holder = runs.series["patron"].values
    ever = (holder >= 0).any(axis=1)
    week = np.argmax(holder >= 0, axis=1)
    who = holder[np.arange(len(holder)), week].astype(int)
    return np.where(ever, who, -1), np.where(ever, week, np.nan)


def led(runs: "Runs", who: Array, week: Array) -> Array:
    """The organisation that somebody leads in a week, per world; -1 for none."""
    found = np.full(len(runs.worlds), -1)
    weeks = np.unique(week[~np.isnan(week)]).astype(int)
    columns = ["world", "week", "organisation", "head"]
    rows = runs.dataset("by_organisation").to_table(columns=columns, filter=pc.field("week").isin(weeks.tolist()))
    world, at_week, organisation, head = (rows[name].to_numpy() for name in columns)
    at = np.searchsorted(runs.worlds, world)
    his = (head == who[at]) & (at_week == week[at]) & (who[at] >= 0)
    found[at[his]] = organisation[his]
    return found


def patrons(runs: "Runs") -> Patrons:
    """The patron of each world, his tenure and its end."""
    who, since = took_seat(runs)
    organisation = led(runs, who, since)
    log = events(runs, *ENDS, *BREAKS, "coup")
    plots = set(zip(*(log[name][log["kind"] == "coup"].tolist() for name in ("at", "week", "who")), strict=True))
    until, how = np.full(len(who), np.nan), np.full(len(who), "", dtype="U10")
    for row in np.flatnonzero(ending(log, who, since, organisation)):
        world, week, killer, kind = (log[name][row] for name in ("at", "week", "who", "kind"))
        if np.isnan(until[world]):
            until[world] = week
            how[world] = "coup" if kind == "kill" and (world, week, killer) in plots else (ENDS | BREAKS)[str(kind)]
    return Patrons(who, since, organisation, until, how)


def ending(log: dict[str, Array], who: Array, since: Array, organisation: Array) -> Array:
    """Which events end the tenure of a patron who sits since some week: his own, or his organisation's."""
    at, kind = log["at"], log["kind"]
    him = np.where(np.isin(kind, ("die", "retire")), log["who"], log["whom"]) == who[at]
    broken = np.isin(kind, tuple(BREAKS))
    found: Array = np.where(broken, log["organisation"] == organisation[at], him & (kind != "coup"))
    return found & (who[at] >= 0) & (log["week"] >= np.nan_to_num(since[at]))
