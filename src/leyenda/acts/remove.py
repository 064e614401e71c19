"""Remove: somebody is arrested or killed, whatever could be proved."""

from dataclasses import dataclass

from leyenda.acts.act import Act
from leyenda.acts.targets import Target, find
from leyenda.engine.plain import World
from leyenda.world.custody import count_named, jail, slay
from leyenda.world.measures import acts

HOW = ("arrest", "kill")


@dataclass(frozen=True, kw_only=True)
class Remove(Act):
    """Arrest or kill somebody who is free. target: see `leyenda.acts.targets`; how: "arrest" or "kill"."""

    target: Target = "top"
    how: str = "arrest"

    def __post_init__(self) -> None:
        if self.how not in HOW:
            raise ValueError(f'how is "{self.how}"; "arrest" or "kill" was expected')

    def do(self, world: World, week: int) -> None:
        """Take him, if he is there."""
        i = find(world, self.target)
        if not acts(world, i):
            return
        if self.how == "arrest":
            jail(world, week, i, -1, world.people.evidence[i])
            world.flows.arrests += 1.0
        else:
            slay(world, week, i, -1, 2.0)
            count_named(world, world.people.organisation[i], world.people.plaza[i])
