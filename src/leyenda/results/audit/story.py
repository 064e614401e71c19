"""The story: events in order, causes before effects and connected to them, and nobody acts who no longer can."""

from collections.abc import Iterator

import numpy as np

from leyenda.results.audit.part import MANY, Columns, Part, row

DELIBERATE = (
    "red_line",
    "kill",
    "inform",
    "secede",
    "coup",
    "attack",
    "pact",
    "betray_pact",
    "purge",
    "cast_out",
    "order",
    "promote",
    "pass_over",
    "hand_over",
    "drop_protection",
    "bribe",
    "punish",
    "claim",
    "leave",
)
BY_HIMSELF = ("die", "retire", "escape")
NEED_A_CAUSE = ("arrest", "kill", "secede", "inform", "drop_protection")
WITHOUT = 0.05


def events_in_order(part: Part) -> Iterator[str]:
    """Ids count up from 0 in each world and weeks never go back."""
    events = part.read("events")
    first = np.append(True, np.diff(events["world"]) != 0)[: len(events["id"])]
    if (events["id"][first] != 0).any() or (np.diff(events["id"])[~first[1:]] != 1).any():
        yield "event ids do not count up from 0."
    if (np.diff(events["week"])[~first[1:]] < 0).any():
        yield "events are not in the order of their weeks."


def causes_connect(part: Part) -> Iterator[str]:
    """A cause is an earlier event that shares a person, an organisation or a plaza with its effect."""
    events, links = part.read("events"), part.read("causes")
    effect, cause = (find(events, links["world"], links[name]) for name in ("event", "cause"))
    if (effect < 0).any() or (cause < 0).any():
        yield "causes name events that do not exist."
        return
    late = (cause >= effect) | (events["week"][cause] > events["week"][effect])
    if late.any():
        yield f"{int(late.sum())} causes are not earlier than their effects."
    apart = ~share_something(events, effect, cause)
    if apart.any():
        first = int(np.argmax(apart))
        kinds = " from ".join(str(events["kind"][rows[first]]) for rows in (effect, cause))
        yield f"{int(apart.sum())} of {len(apart)} causes share nothing with their effect (the first: {kinds})."
    if not (links["weight"] > 0.0).all():
        yield "some causes weigh nothing."


def find(events: Columns, worlds: np.ndarray, ids: np.ndarray) -> np.ndarray:
    """The rows of events by world and id, -1 where there is none."""
    known, wanted = row(events), worlds.astype(np.int64) * MANY + ids
    place = np.minimum(np.searchsorted(known, wanted), max(0, len(known) - 1))
    found: np.ndarray = np.where(known[place] == wanted, place, -1) if len(known) else np.full(len(wanted), -1)
    return found


def share_something(events: Columns, effect: np.ndarray, cause: np.ndarray) -> np.ndarray:
    """Whether two events have a person, an organisation or a plaza in common."""
    same = np.zeros(len(effect), bool)
    pairs = [(a, b) for a in ("who", "whom") for b in ("who", "whom")]
    for a, b in [*pairs, ("organisation", "organisation"), ("plaza", "plaza")]:
        same |= (events[a][effect] >= 0) & (events[a][effect] == events[b][cause])
    return same


def gone_do_nothing(part: Part) -> Iterator[str]:
    """Nobody dies twice, and nobody acts of his own will once he is dead, retired or in a prison abroad."""
    events = part.read("events")
    kind, at = events["kind"], events["world"].astype(np.int64) * MANY
    who = at + events["who"]
    befallen = np.where(np.isin(kind, BY_HIMSELF), events["who"], events["whom"])
    whom = at + befallen
    dead = np.flatnonzero(np.isin(kind, ("kill", "die")) & (befallen >= 0))
    if len(np.unique(whom[dead])) < len(dead):
        yield f"{len(dead) - len(np.unique(whom[dead]))} people die twice."
    abroad = np.flatnonzero(kind == "extradition")
    back = np.flatnonzero(np.isin(kind, ("release", "escape")))
    acts = np.flatnonzero(np.isin(kind, DELIBERATE) & (events["who"] >= 0))
    gone = latest(whom, np.flatnonzero(np.isin(kind, ("kill", "die", "retire"))), who, acts)
    wrong = (gone >= 0) | (latest(whom, abroad, who, acts) > latest(whom, back, who, acts))
    if wrong.any():
        first = acts[np.argmax(wrong)]
        what, doer, world, week = (events[name][first] for name in ("kind", "who", "world", "week"))
        act = f"{what} by person {doer} in world {world}, week {week}"
        yield f"{int(wrong.sum())} acts are by people who are gone (the first: {act})."


def latest(whom: np.ndarray, changes: np.ndarray, who: np.ndarray, acts: np.ndarray) -> np.ndarray:
    """For each act, the row of the last of these changes that befell its doer before it, or -1."""
    order = changes[np.lexsort((changes, whom[changes]))]
    known = whom[order] * MANY + order
    place = np.searchsorted(known, who[acts] * MANY + acts) - 1
    if not len(order):
        return np.full(len(acts), -1)
    found: np.ndarray = np.where((place >= 0) & (whom[order][place] == who[acts]), order[place], -1)
    return found


class Uncaused:
    """Counts, over all batches, the events of a kind that nothing is said to have caused."""

    def __init__(self) -> None:
        self.all = dict.fromkeys(NEED_A_CAUSE, 0)
        self.bare = dict.fromkeys(NEED_A_CAUSE, 0)

    def add(self, part: Part) -> None:
        """Count those of one batch."""
        events, links = part.read("events"), part.read("causes")
        bare = ~np.isin(row(events), links["world"].astype(np.int64) * MANY + links["event"])
        for kind in NEED_A_CAUSE:
            self.all[kind] += int((events["kind"] == kind).sum())
            self.bare[kind] += int(((events["kind"] == kind) & bare).sum())

    def findings(self) -> Iterator[str]:
        """Kinds of which more than one in twenty have no cause."""
        for kind, count in self.all.items():
            if self.bare[kind] > WITHOUT * count:
                yield f"{self.bare[kind]} of {count} {kind} events have no cause."
