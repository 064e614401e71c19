"""Reveal: somebody sees what his people really think of him, for as long as it lasts."""

from dataclasses import dataclass

from leyenda.acts.act import Act
from leyenda.acts.targets import Target, find
from leyenda.engine.plain import World


@dataclass(frozen=True, kw_only=True)
class Reveal(Act):
    """Whoever is meant when it begins is told the truth, and has the attention to hear it."""

    target: Target = "top"

    def do(self, world: World, week: int) -> None:
        """From now on he sees."""
        i = find(world, self.target)
        if i >= 0:
            world.people.sighted[i] = 1

    def undo(self, world: World, week: int) -> None:
        """Nobody sees any more."""
        world.people.sighted[:] = 0
