"""Margin: what a plaza earns is multiplied, for as long as it lasts."""

from dataclasses import dataclass

from leyenda.acts.act import Act
from leyenda.acts.targets import place
from leyenda.engine.plain import World


@dataclass(frozen=True, kw_only=True)
class Margin(Act):
    """Multiply what can be moved from a plaza by a factor."""

    plaza: int
    factor: float

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.factor < 0.0:
            raise ValueError(f"factor is {self.factor:g}; a number from 0 on was expected")

    def do(self, world: World, week: int) -> None:
        """From now on it earns that much."""
        world.plazas.margin[place(world, self.plaza)] = self.factor

    def undo(self, world: World, week: int) -> None:
        """It earns what it would."""
        world.plazas.margin[place(world, self.plaza)] = 1.0
