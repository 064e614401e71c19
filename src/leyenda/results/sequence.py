"""The sequence of a patron's end, per world: when each step came, in weeks from the start, NaN where it did not.

Every function takes runs and returns one value per world, in the order of `runs.worlds`; studies use the same ones.

patron      the first person to hold the seat (series `patron`); `since` is the first week he does, his organisation,
            the "federation", the one he then leads. Without anybody in the seat: -1 and NaN, and NaN in all that
            follows.
tenure end  the first of: he is arrested; he is killed; he dies or retires; another takes his seat (event `succeed`);
            the federation dissolves or merges into another. A killing is a coup if in that week the killer rose
            against him.
fall        the tenure's end, if it is an arrest, a killing or a coup. Other ends are no falls: they hide any later
            one.
red line    the first official or investigator he has attacked between `since` and the end of his tenure.
task force  the first one opened after him in or after the week of the red line.
associate   the first arrest, in or after that week, of another person who belongs to the federation.
dropped     the first national post at home, in or after that week, whose holder lets the federation go of his own
            accord: because of exposure, or because a new holder refuses. Outbid or unpaid posts (amount 0) do not
            count.
successors  104 weeks after the fall: organisations with at least 1 % of all members or present in two plazas that are
            the federation or descend from it through `parent`, whenever they broke away. NaN if the run ends sooner.
branched    capos who left the federation or a descendant with their plazas (`secede`, `split`) in the 104 weeks after
            it.
held again  weeks from the fall to the first week in which anybody holds the seat; 0 if he who overthrew him does at
            once.
kept        patron_hold 52 weeks after a fall by arrest, if until then he neither escaped, was released nor died: the
            share of what he asked of those under him that they did. Sent abroad he still counts. NaN if the run ends
            sooner.
"""

from collections.abc import Callable
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
YEAR = 52


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
    at, kind = log["at"], log["kind"]
    him = np.where(np.isin(kind, ("die", "retire")), log["who"], log["whom"]) == who[at]
    his = np.where(np.isin(kind, tuple(BREAKS)), log["organisation"] == organisation[at], him & (kind != "coup"))
    his &= (who[at] >= 0) & (log["week"] >= np.nan_to_num(since[at]))
    plots = set(zip(*(log[name][kind == "coup"].tolist() for name in ("at", "week", "who")), strict=True))
    until = np.full(len(who), np.nan)
    how = np.full(len(who), "", dtype="U10")
    for row in np.flatnonzero(his):
        world, week, killer = int(at[row]), int(log["week"][row]), int(log["who"][row])
        if np.isnan(until[world]):
            until[world] = week
            coup = kind[row] == "kill" and (world, week, killer) in plots
            how[world] = "coup" if coup else (ENDS | BREAKS)[str(kind[row])]
    return Patrons(who, since, organisation, until, how)


def red_line(runs: "Runs", them: Patrons) -> Array:
    """Week in which the patron first has an official or investigator attacked."""
    log = events(runs, "red_line")
    at = log["at"]
    last = np.where(np.isnan(them.until), np.inf, them.until)
    his = (log["who"] == them.who[at]) & (them.who[at] >= 0) & (log["week"] >= them.since[at])
    return earliest(runs, log, his & (log["week"] <= last[at]))


def task_force(runs: "Runs", them: Patrons, line: Array) -> Array:
    """Week in which a task force after him opens, after the red line."""
    log = events(runs, "task_force")
    return earliest(runs, log, (log["whom"] == them.who[log["at"]]) & (log["week"] >= line[log["at"]]))


def associates(them: Patrons, log: dict[str, Array]) -> Array:
    """Which arrests are of somebody else of the federation."""
    at = log["at"]
    theirs: Array = (them.organisation[at] >= 0) & (log["organisation"] == them.organisation[at])
    found: Array = theirs & (log["whom"] != them.who[at])
    return found


def associate_arrested(runs: "Runs", them: Patrons, line: Array) -> Array:
    """Week of the first arrest of an associate after the red line."""
    log = events(runs, "arrest")
    return earliest(runs, log, associates(them, log) & (log["week"] >= line[log["at"]]))


def associates_before(runs: "Runs", them: Patrons) -> tuple[Array, Array]:
    """How many associates are arrested in his tenure, before its last week, and the week of the first (NaN)."""
    log = events(runs, "arrest")
    at = log["at"]
    last = np.where(np.isnan(them.until), np.inf, them.until)
    free = associates(them, log) & (log["week"] >= them.since[at]) & (log["week"] < last[at])
    return np.bincount(at[free], minlength=len(runs.worlds)), earliest(runs, log, free)


def protection_dropped(runs: "Runs", them: Patrons, line: Array) -> Array:
    """Week in which a national post at home first lets the federation go, after the red line."""
    if np.isnan(line).all():
        return line
    log = events(runs, "drop_protection")
    at = log["at"]
    national = (log["plaza"] < 0) & (log["amount"] > 0.0) & (log["organisation"] == them.organisation[at])
    chosen = np.flatnonzero(national & (log["week"] >= line[at]))
    people = runs.table("people", columns=["world", "id", "side"])
    home = {
        (w, i)
        for w, i, side in zip(*(people[name].to_pylist() for name in people.column_names), strict=True)
        if side == 0
    }
    here = [row for row in chosen if (int(log["world"][row]), int(log["who"][row])) in home]
    return earliest(runs, log, np.isin(np.arange(len(at)), here))


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


Step = Callable[["Runs", Patrons, Array], Array]
AFTER_LINE: dict[str, Step] = {
    "task_force": task_force,
    "associate_arrested": associate_arrested,
    "protection_dropped": protection_dropped,
}


def steps(runs: "Runs", them: Patrons) -> dict[str, Array]:
    """Weeks of the dated steps: red line, task force, first associate, national protection dropped, fall."""
    line = red_line(runs, them)
    return (
        {"red_line": line} | {name: step(runs, them, line) for name, step in AFTER_LINE.items()} | {"fall": them.fall}
    )
