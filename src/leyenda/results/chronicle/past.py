"""The past of one world: its events, what caused what, who was what when, and who sat in which post."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from leyenda.base.draws import NOBODY, child_key
from leyenda.engine.tables import named_key
from leyenda.results.names import Names

if TYPE_CHECKING:
    from leyenda.results.runs import Runs

YEAR = 52


@dataclass(frozen=True)
class Event:
    """One event as it was written down."""

    id: int
    week: int
    kind: str
    who: int
    whom: int
    organisation: int
    plaza: int
    amount: float


@dataclass(frozen=True)
class War:
    """What a war cost: its two sides, its dead on either side and beside them, and how long it lasted."""

    a: int
    b: int
    dead: int
    bystanders: int
    weeks: int


class Past:
    """One world, read once."""

    def __init__(self, runs: "Runs", world: int) -> None:
        self.runs, self.world = runs, world
        self.names = Names(runs, world)
        self.scenario, self.weeks = runs.scenario, runs.weeks
        self.key = f"{runs.seed}:{world}"
        table = runs.table("events", world).drop_columns(["world"]).to_pylist()
        self.events = [Event(**row) for row in table]
        self.people, self.organisations = self.names.people, self.names.organisations
        weekly = runs.table("series", world)
        self.series = {name: weekly[name].to_numpy() for name in weekly.column_names[2:]}

    @cached_property
    def causes(self) -> dict[int, list[tuple[float, int]]]:
        """Of each event: its causes with their weights, heaviest first, each once."""
        found: dict[int, dict[int, float]] = defaultdict(dict)
        links = self.runs.table("causes", self.world).to_pydict()
        for effect, cause, weight in zip(links["event"], links["cause"], links["weight"], strict=True):
            found[effect][cause] = max(weight, found[effect].get(cause, 0.0))
        return {
            effect: sorted(((weight, cause) for cause, weight in of.items()), reverse=True)
            for effect, of in found.items()
        }

    @cached_property
    def effects(self) -> dict[int, list[int]]:
        """Of each event: what it helped to bring about."""
        found: dict[int, list[int]] = defaultdict(list)
        for effect, causes in self.causes.items():
            for _, cause in causes:
                found[cause].append(effect)
        return found

    @cached_property
    def lives(self) -> dict[int, list[Event]]:
        """Of each person: the events he is in."""
        found: dict[int, list[Event]] = defaultdict(list)
        for event in self.events:
            for person in {event.who, event.whom} - {-1}:
                found[person].append(event)
        return found

    @cached_property
    def born(self) -> dict[int, int]:
        """Of each event that began an organisation: that organisation."""
        events = self.organisations.get("event", [])
        return {int(event): o for o, event in enumerate(events) if event >= 0}

    @cached_property
    def wars(self) -> dict[int, War]:
        """Of each event that began a war: what it cost."""
        rows = self.runs.table("wars", self.world).to_pylist()
        events = {int(row["event"]) for row in rows}
        return {event: self.cost([row for row in rows if row["event"] == event]) for event in events}

    def cost(self, rows: list[dict[str, int]]) -> War:
        """The cost of one war, over all its years."""
        began = rows[0]["began"]
        ended = max(row["ended"] for row in rows)
        lost = sum(row["bystanders"] for row in rows)
        dead = sum(row["deaths_a"] + row["deaths_b"] for row in rows) + lost
        return War(rows[0]["a"], rows[0]["b"], dead, lost, (ended if ended >= began else self.weeks) - began)

    @cached_property
    def weekly(self) -> dict[str, npt.NDArray[np.float64]]:
        """Members, exports, plazas and head of each organisation (week, organisation); -1 where there is none."""
        found = self.runs.table("by_organisation", self.world)
        week, organisation = found["week"].to_numpy(), found["organisation"].to_numpy()
        grids = {}
        for name in ("members", "exports", "plazas", "head"):
            grids[name] = np.full((self.weeks, max(len(self.organisations["key"]), organisation.max() + 1)), -1.0)
            grids[name][week, organisation] = found[name].to_numpy()
        return grids

    def of(self, name: str, o: int, week: int) -> float:
        """A weekly number of an organisation at the end of the week before; 0 where there is none."""
        return max(0.0, float(self.weekly[name][max(0, week - 1), o])) if o >= 0 else 0.0

    def head(self, o: int, week: int) -> int:
        """Who led an organisation as the week began."""
        return int(self.weekly["head"][max(0, week - 1), o]) if o >= 0 else -1

    def led(self, i: int, week: int) -> int:
        """The organisation somebody led as the week began, or -1."""
        found = np.flatnonzero(self.weekly["head"][max(0, week - 1)] == i)
        return int(found[0]) if i >= 0 and len(found) else -1

    def size(self, o: int, week: int) -> float:
        """Share of all members that an organisation had as the week began."""
        members = self.weekly["members"][max(0, week - 1)]
        return self.of("members", o, week) / max(1.0, float(members[members > 0].sum()))

    @cached_property
    def posts(self) -> dict[int, list[tuple[int, int]]]:
        """Of each official: the weeks in which he came to a post, and the posts."""
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        by_key = {int(key): i for i, key in enumerate(self.people["key"])}
        named = {person.name: i for i, person in enumerate(self.scenario.people)}
        for f, office in enumerate(self.scenario.offices):
            i = named.get(office.holder or "", by_key.get(int(named_key("holder", office.name)), -1))
            found[i].append((-1, f))
        for event in self.events:
            if event.kind == "office_change":
                found[event.who].append((event.week, int(event.amount)))
        return found

    def office(self, i: int, week: int) -> int:
        """The post somebody had last come to, or -1."""
        held = [f for since, f in self.posts.get(i, ()) if since <= week]
        return held[-1] if held else -1

    def before(self, i: int, post: int, week: int) -> int:
        """Who had held a post before somebody who holds it in a week; -1 if nobody is known."""
        turns = sorted(
            (since, j) for j, posts in self.posts.items() for since, f in posts if f == post and since <= week
        )
        mine = max((n for n, (_, j) in enumerate(turns) if j == i), default=0)
        return turns[mine - 1][1] if mine > 0 else -1

    @cached_property
    def insiders(self) -> dict[int, int]:
        """Of each banker: his bank."""
        banks = self.runs.table("banks", self.world).to_pydict()
        by_key = {int(key): i for i, key in enumerate(self.people["key"])}
        found = {by_key.get(int(named_key("banker", bank.name)), -1): b for b, bank in enumerate(self.scenario.banks)}
        with np.errstate(over="ignore"):
            for b, holders in enumerate(banks.get("holders", ())):
                for n in range(1, holders + 1):
                    found[by_key.get(int(child_key(np.uint64(banks["key"][b]), NOBODY, n)), -1)] = b
        found.pop(-1, None)
        return found

    def age(self, i: int, week: int) -> float:
        """How old somebody was in a week."""
        death = self.death(i)
        return float(self.people["age"][i]) - ((death.week if death else self.weeks) - week) / YEAR

    def death(self, i: int) -> Event | None:
        """How somebody died, or None."""
        return next((event for event in self.lives[i] if died(event, i)), None)

    def free(self, i: int, event: Event) -> bool:
        """Whether somebody was alive and at liberty when an event happened."""
        fate = True
        for earlier in self.lives[i]:
            if earlier.id >= event.id:
                break
            if died(earlier, i) or (earlier.kind == "arrest" and earlier.whom == i):
                fate = False
            elif earlier.kind in ("escape", "release"):
                fate = True
        return fate

    def year(self, week: int) -> int:
        """The calendar year of a week."""
        return int(self.scenario.start) + week // YEAR


def died(event: Event, i: int) -> bool:
    """Whether somebody died in an event."""
    return (event.kind == "kill" and event.whom == i) or (event.kind == "die" and event.who == i)
