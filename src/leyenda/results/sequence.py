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
from typing import TYPE_CHECKING, Any

import numpy as np

from leyenda.results.aftermath import branched, control_kept, heirs_at, held_again, lineage, observed, successors
from leyenda.results.patrons import FALLS, Patrons, earliest, events, patrons
from leyenda.world.names import HOME

if TYPE_CHECKING:
    from leyenda.results.runs import Runs

__all__ = [
    "FALLS",
    "Patrons",
    "associate_arrested",
    "associates_before",
    "branched",
    "control_kept",
    "events",
    "heirs_at",
    "held_again",
    "lineage",
    "observed",
    "patrons",
    "protection_dropped",
    "red_line",
    "steps",
    "successors",
    "task_force",
]
Array = np.ndarray[Any, np.dtype[Any]]


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
    rows = zip(*(people[name].to_pylist() for name in people.column_names), strict=True)
    home = {(world, i) for world, i, side in rows if side == HOME}
    here = [row for row in chosen if (int(log["world"][row]), int(log["who"][row])) in home]
    return earliest(runs, log, np.isin(np.arange(len(at)), here))


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
