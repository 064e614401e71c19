"""What claims read from the outcome of one world."""

from collections.abc import Iterable, Mapping

import numpy as np
import numpy.typing as npt

from leyenda.engine.outcome import Outcome
from leyenda.studies.intervals import Values
from leyenda.world.names import EVENTS

Events = npt.NDArray[np.bool_]
NEVER = 10**9


def events(outcome: Outcome, kinds: str | Iterable[str], since: int = 0, until: int = NEVER) -> Events:
    """Which events are of these kinds and of these weeks (since included, until not)."""
    numbers = [EVENTS.index(kind) for kind in ([kinds] if isinstance(kinds, str) else kinds)]
    week = outcome.events["week"]
    return np.asarray(np.isin(outcome.events["kind"], numbers) & (week >= since) & (week < until))


def total(outcome: Outcome, name: str, since: int, until: int) -> float:
    """Sum of a series over weeks."""
    return float(outcome.series[name][since:until].sum())


def average(outcome: Outcome, name: str, since: int, until: int) -> float:
    """Mean of a series over weeks."""
    return float(outcome.series[name][since:until].mean())


def patron(outcome: Outcome, week: int) -> int:
    """Who holds the seat at the start of a week, or -1: the subject of most claims."""
    return int(outcome.series["seat_holder"][week - 1])


def fall(outcome: Outcome, person: int, since: int) -> int:
    """First week from `since` on in which somebody is arrested, killed or toppled; NEVER if he is not.

    A coup that succeeds kills whom it was against, so arrests and killings are all there is to look for.
    """
    taken = events(outcome, ("arrest", "kill"), since) & (outcome.events["whom"] == person)
    return int(outcome.events["week"][taken][0]) if taken.any() else NEVER


def reign(outcome: Outcome, person: int, since: int, horizon: int) -> float:
    """Years somebody stays free and alive from a week on, at most the horizon (restricted mean survival, in years)."""
    gone = events(outcome, ("arrest", "kill"), since) & (outcome.events["whom"] == person)
    gone |= events(outcome, ("die", "retire", "leave"), since) & (outcome.events["who"] == person)
    weeks = outcome.events["week"][gone]
    end = int(weeks[0]) if len(weeks) else NEVER
    return min(horizon, end - since) / 52.0


def natural_end(outcome: Outcome, person: int, since: int) -> int:
    """First week from `since` on in which somebody dies of age, retires, leaves or turns informant; NEVER if he does not."""
    gone = events(outcome, ("die", "retire", "leave", "inform"), since) & (outcome.events["who"] == person)
    return int(outcome.events["week"][gone][0]) if gone.any() else NEVER


def ratio(values: Mapping[str, Values], over: str, under: str) -> float:
    """Sum of one column over the sum of another: a hazard from falls and years at risk. NaN if there is nothing under it."""
    below = float(np.nansum(values[under]))
    return float(np.nansum(values[over])) / below if below else float("nan")


def descendants(outcome: Outcome, organisation: int) -> npt.NDArray[np.int64]:
    """An organisation and all that came out of it, in the order of founding."""
    parent, found = outcome.organisations["parent"], {organisation}
    for o in range(organisation + 1, len(parent)):
        if int(parent[o]) in found:
            found.add(o)
    return np.array(sorted(found))


def living(outcome: Outcome, week: int) -> Events:
    """Which organisations exist at the end of a week."""
    founded, ended = outcome.organisations["founded"], outcome.organisations["ended"]
    return np.asarray((founded <= week) & ((ended < 0) | (ended > week)))


def led(outcome: Outcome, person: int, week: int) -> int:
    """The organisation somebody leads at the end of a week, or -1."""
    found = np.flatnonzero(outcome.by_organisation["head"][week] == person)
    return int(found[0]) if person >= 0 and len(found) else -1


def first(outcome: Outcome, kind: str, week: int) -> int:
    """The first event of a kind in a week, or -1. Acts come before the rules of their week, so an act's own event is the first."""
    found = np.flatnonzero(events(outcome, kind, week, week + 1))
    return int(found[0]) if len(found) else -1


def nothing(*names: str) -> dict[str, float]:
    """What a world says that says nothing."""
    return dict.fromkeys(("effect", *names), float("nan"))
