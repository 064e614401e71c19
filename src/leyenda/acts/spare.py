"""Spare: nobody arrests somebody, for as long as it lasts."""

from dataclasses import dataclass

from leyenda.acts.act import Act
from leyenda.acts.targets import Target, find
from leyenda.engine.plain import World


@dataclass(frozen=True, kw_only=True)
class Spare(Act):
    """Veto the arrest of whoever is meant when it begins."""

    target: Target = "top"

    def do(self, world: World, week: int) -> None:
        """From now on he is spared."""
        i = find(world, self.target)
        if i >= 0:
            world.people.spared[i] = 1

    def undo(self, world: World, week: int) -> None:
        """Nobody is spared any more."""
        world.people.spared[:] = 0
