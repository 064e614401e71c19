"""One world's organisations as lanes: who came out of whom, who joined whom, how many members each had by quarter."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from leyenda.results import sequence
from leyenda.results.dates import YEAR
from leyenda.results.pictures.fan import QUARTER

if TYPE_CHECKING:
    from leyenda.results.runs import Runs

Array = np.ndarray[Any, np.dtype[Any]]
OTHERS = -2


@dataclass
class Lane:
    """An organisation: its parent (-1 none), when it began and ended (-1 never), its size, whom it joined."""

    organisation: int
    parent: int
    began: int
    ended: int
    members: Array
    role: str
    name: str
    joined: int = -1
    place: float = 0.0

    @property
    def height(self) -> float:
        """Its largest size."""
        return float(self.members.max())


class Family:
    """The organisations of one world that are worth a lane of their own, the rest in one."""

    def __init__(self, runs: "Runs", world: int, federation: int, most: int = 11, strangers: int = 4) -> None:
        self.runs, self.world, self.federation = runs, world, federation
        self.most, self.strangers = most, strangers
        rows = runs.table("organisations", world, ["id", "parent", "founded", "ended", "seat"]).to_pydict()
        self.parent, self.founded, self.ended, self.seat = rows["parent"], rows["founded"], rows["ended"], rows["seat"]

    @cached_property
    def weeks(self) -> Array:
        """The first week, the last of each quarter, the last of the run."""
        return np.unique(np.append(np.arange(0, self.runs.weeks, QUARTER), self.runs.weeks - 1))

    @cached_property
    def years(self) -> Array:
        """These weeks as calendar years."""
        found: Array = self.runs.scenario.start + self.weeks / YEAR
        return found

    @cached_property
    def sizes(self) -> Array:
        """Members (organisation, quarter) in these weeks, 0 while it does not exist."""
        columns = ["week", "organisation", "members"]
        week, organisation, members = (
            self.runs.table("by_organisation", self.world, columns)[name].to_numpy() for name in columns
        )
        found = np.zeros((len(self.parent), len(self.weeks)))
        chosen = np.isin(week, self.weeks)
        found[organisation[chosen], np.searchsorted(self.weeks, week[chosen])] = members[chosen]
        return found

    @cached_property
    def kin(self) -> set[int]:
        """The federation and all that descend from it."""
        family = {self.federation}
        for child, parent in enumerate(self.parent):
            if parent in family:
                family.add(child)
        return family

    @cached_property
    def shown(self) -> list[int]:
        """Organisations with a lane: the largest of the family, the ancestors that tie them to it, a few strangers."""
        weight = self.sizes.sum(axis=1)
        largest = [int(o) for o in np.argsort(-weight, kind="stable") if weight[o] > 0]
        kin = [o for o in largest if o in self.kin and o != self.federation][: self.most - 1]
        for o in list(kin):
            kin += [above for above in self.ancestors(o) if above not in kin]
        return [self.federation, *kin, *[o for o in largest if o not in self.kin][: self.strangers]]

    def ancestors(self, o: int) -> list[int]:
        """Whom it came out of, up to but without the federation."""
        found = []
        while self.parent[o] in self.kin and self.parent[o] != self.federation:
            o = self.parent[o]
            found.append(o)
        return found

    def name(self, o: int) -> str:
        """An organisation's own name at the start, later the plaza of its seat and the year it began."""
        scenario = self.runs.scenario
        if o < len(scenario.organisations):
            return scenario.organisations[o].name
        return f"{scenario.plazas[self.seat[o]].name} {scenario.start + self.founded[o] // YEAR}"

    def joined(self, o: int) -> int:
        """The organisation it merged into, or -1."""
        log = sequence.events(self.runs, "merge")
        his = (log["world"] == self.world) & (log["organisation"] == o)
        for whom, week in zip(log["whom"][his], log["week"][his], strict=True):
            rows = self.runs.dataset("by_organisation").to_table(
                columns=["organisation", "head"], filter=at(self.world, int(week))
            )
            heads = dict(zip(rows["head"].to_pylist(), rows["organisation"].to_pylist(), strict=True))
            return int(heads.get(whom, -1))
        return -1

    def lane(self, o: int) -> Lane:
        """One organisation's lane."""
        role = "federation" if o == self.federation else "successors" if o in self.kin else "others"
        joined = self.joined(o) if self.ended[o] >= 0 else -1
        return Lane(
            o, self.parent[o], max(0, self.founded[o]), self.ended[o], self.sizes[o], role, self.name(o), joined
        )

    def order(self) -> list[int]:
        """From top to bottom: each organisation above those that came out of it, the latest of them nearest."""
        found: list[int] = []
        waiting = [self.federation]
        while waiting:
            o = waiting.pop()
            found.append(o)
            # Taken from the end: the latest child comes first.
            waiting += sorted(
                (child for child in self.shown if self.parent[child] == o and child in self.kin),
                key=lambda c: self.founded[c],
            )
        return found + [o for o in self.shown if o not in found]

    def lanes(self) -> list[Lane]:
        """All lanes from top to bottom, the small ones summed in the last."""
        found = [self.lane(o) for o in self.order()]
        rest = [o for o in range(len(self.parent)) if o not in self.shown and self.sizes[o].any()]
        if rest:
            found.append(Lane(OTHERS, -1, 0, -1, self.sizes[rest].sum(axis=0), "others", str(len(rest))))
        return found


def at(world: int, week: int) -> Any:
    """A filter for the rows of one world and week."""
    import pyarrow.compute as pc

    return (pc.field("world") == world) & (pc.field("week") == week)


def typical(runs: "Runs", them: sequence.Patrons, heirs: Array) -> int:
    """The place of the world nearest to the median in heirs, and then in the year of the fall."""
    known = ~np.isnan(heirs)
    if not known.any():
        return 0
    fall = np.where(known & ~np.isnan(them.fall), them.fall, 0.0)
    far = np.abs(heirs - np.median(heirs[known])) + np.abs(fall - np.median(fall[known])) / (100 * YEAR)
    return int(np.nanargmin(np.where(known, far, np.nan)))
