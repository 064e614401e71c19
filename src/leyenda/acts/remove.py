"""Remove: somebody is arrested or killed, whatever could be proved."""

from dataclasses import dataclass

from leyenda.acts.act import Act, one_of
from leyenda.acts.targets import Target, find
from leyenda.engine.plain import World
from leyenda.world.custody import count_named, jail, slay
from leyenda.world.measures import acts
from leyenda.world.names import POLITICIAN

HOW = ("arrest", "kill")


@dataclass(frozen=True, kw_only=True)
class Remove(Act):
    """Arrest or kill somebody who is free. target: see `leyenda.acts.targets`; how: "arrest" or "kill"."""

    target: Target = "top"
    how: str = "arrest"

    def __post_init__(self) -> None:
        super().__post_init__()
        one_of("how", self.how, HOW, '"arrest" or "kill"')

    def do(self, world: World, week: int) -> None:
        """Take him, if he is there."""
        i = find(world, self.target)
        if not acts(world, i):
            return
        if self.how == "arrest":
            jail(world, week, i, -1, world.people.evidence[i])
            world.flows.arrests += 1.0
        else:
            kill(world, week, i)


def kill(world: World, week: int, i: int) -> None:
    """He is among the dead of the week: a member, or one who had no part in it; a national official where most people live."""
    people, plazas = world.people, world.plazas
    o, p = people.organisation[i], people.plaza[i]
    slay(world, week, i, -1, 2.0)
    if people.role[i] < POLITICIAN:
        count_named(world, o, p)
        return
    world.flows.bystanders += 1.0
    plazas.deaths[p if p >= 0 else int(plazas.population.argmax())] += 1
