"""Birth: one newcomer, whom nobody sent for."""

from dataclasses import dataclass

import numpy as np

from leyenda.acts.act import Act, one_of
from leyenda.acts.targets import Target, find, place
from leyenda.base.draws import child_key
from leyenda.base.events import emit
from leyenda.engine.plain import World
from leyenda.world.careers import add_person
from leyenda.world.feelings import become_known
from leyenda.world.names import ENTER, ROLES

ALONE = ("aspirant", "cast_out")
TRAITS = ("ambition", "guile", "brutality", "caution", "integrity", "ego", "age")


@dataclass(frozen=True, kw_only=True)
class Birth(Act):
    """Somebody with a name enters a plaza and stands alone: an "aspirant" or a "cast_out".

    Traits that are not given are those of the person `like`, or are drawn from the population by his lineage key.
    """

    plaza: int
    role: str = "aspirant"
    like: Target | None = None
    ambition: float | None = None
    guile: float | None = None
    brutality: float | None = None
    caution: float | None = None
    integrity: float | None = None
    ego: float | None = None
    age: float | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        one_of("role", self.role, ALONE, '"aspirant" or "cast_out"')
        for trait in TRAITS:
            value, most = getattr(self, trait), 120.0 if trait == "age" else 1.0
            if value is not None and not 0.0 <= value <= most:
                raise ValueError(f"{trait} is {value:g}; a number from 0 to {most:g} was expected")

    def do(self, world: World, week: int) -> None:
        """He is there from now on."""
        people, p = world.people, place(world, self.plaza)
        i = add_person(world, week, key_for(world, p, week), ROLES.index(self.role), world.plazas.side[p], -1, p, -1)
        if i < 0:
            return
        model = find(world, self.like) if self.like is not None else -1
        for trait in TRAITS:
            column, value = getattr(people, trait), getattr(self, trait)
            column[i] = value if value is not None else column[model if model >= 0 else i]
        people.rank_event[i] = emit(world, week, ENTER, i, -1, -1, p, 0.0)
        become_known(world, i, world.par.enter_and_exit.first_name, people.rank_event[i])


def key_for(world: World, p: int, week: int) -> np.uint64:
    """A lineage key: the plaza's, the week's, and his number among those born there by an act in that week."""
    known = set(world.people.key[: world.people.count].tolist())
    number = 0
    while int(child_key(world.plazas.key[p], np.uint64(number), week)) in known:
        number += 1
    return np.uint64(child_key(world.plazas.key[p], np.uint64(number), week))
