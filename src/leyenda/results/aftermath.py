"""What comes after a patron's fall: successors, the seat, control from prison. Definitions: results.sequence."""

from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow.compute as pc

from leyenda.results.dates import YEAR
from leyenda.results.patrons import Patrons, earliest, events

if TYPE_CHECKING:
    from leyenda.results.runs import Runs

Array = np.ndarray[Any, np.dtype[Any]]


def lineage(runs: "Runs", them: Patrons) -> list[set[int]]:
    """Per world, the federation and all organisations that descend from it."""
    rows = runs.table("organisations", columns=["world", "id", "parent"])
    family = [{int(o)} - {-1} for o in them.organisation]
    places = np.searchsorted(runs.worlds, rows["world"].to_numpy())
    # Organisations are numbered as they begin, so a parent comes before its children.
    for at, child, parent in zip(places.tolist(), rows["id"].to_pylist(), rows["parent"].to_pylist(), strict=True):
        if parent in family[at]:
            family[at].add(child)
    return family


def observed(runs: "Runs", week: Array) -> Array:
    """Whether a week lies within the run; a week that never comes does not."""
    seen: Array = np.nan_to_num(week, nan=np.inf) < runs.weeks
    return seen


def successors(runs: "Runs", them: Patrons, after: int = 2 * YEAR) -> Array:
    """Organisations of some weight from the federation, `after` weeks after the fall."""
    return heirs_at(runs, them, them.fall + after)


def heirs_at(runs: "Runs", them: Patrons, week: Array) -> Array:
    """Organisations of some weight that are the federation or descend from it, in a week per world."""
    seen = observed(runs, week) & (them.organisation >= 0)
    count = np.where(seen, 0.0, np.nan)
    if not seen.any():
        return count
    columns = ["world", "week", "organisation", "members", "plazas"]
    weeks = np.unique(week[seen]).astype(int).tolist()
    rows = runs.dataset("by_organisation").to_table(columns=columns, filter=pc.field("week").isin(weeks))
    world, at_week, organisation, members, plazas = (rows[name].to_numpy() for name in columns)
    at = np.searchsorted(runs.worlds, world)
    total = runs.series["members"].values[at, at_week]
    family = lineage(runs, them)
    big = seen[at] & (at_week == week[at]) & ((members >= 0.01 * total) | (plazas >= 2))
    for row in np.flatnonzero(big):
        count[at[row]] += int(organisation[row]) in family[at[row]]
    return count


def branched(runs: "Runs", them: Patrons, within: int = 2 * YEAR) -> Array:
    """Capos who leave the federation or a descendant with their plazas within some weeks of the fall."""
    seen = observed(runs, them.fall + within) & (them.organisation >= 0)
    count = np.where(seen, 0.0, np.nan)
    if not seen.any():
        return count
    log, family, fall = events(runs, "secede", "split"), lineage(runs, them), them.fall
    since = log["week"] - fall[log["at"]]
    for row in np.flatnonzero((since >= 0) & (since <= within) & seen[log["at"]]):
        at = log["at"][row]
        count[at] += int(log["organisation"][row]) in family[at]
    return count


def held_again(runs: "Runs", them: Patrons) -> Array:
    """Weeks from the fall until somebody holds the seat; NaN if nobody does before the run ends."""
    held = runs.series["seat_held"].values > 0.5
    held &= np.arange(runs.weeks) >= np.nan_to_num(them.fall, nan=np.inf)[:, None]
    return np.where(held.any(axis=1), np.argmax(held, axis=1) - them.fall, np.nan)


def control_kept(runs: "Runs", them: Patrons, after: int = YEAR) -> Array:
    """Share of what he asks that is done, `after` weeks after his arrest, while he is still held or sent abroad."""
    log = events(runs, "escape", "release", "kill", "die")
    him = np.where(np.isin(log["kind"], ("escape", "die")), log["who"], log["whom"]) == them.who[log["at"]]
    start = np.where(them.how == "arrest", them.until, np.nan)
    free = earliest(runs, log, him & (log["week"] >= start[log["at"]]))
    seen = observed(runs, start + after) & ~(free <= start + after)
    week = np.where(seen, start + after, 0).astype(int)
    hold = runs.series["patron_hold"].values[np.arange(len(week)), week]
    return np.where(seen, hold, np.nan)
