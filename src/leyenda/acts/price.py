"""Price: the posts of a plaza ask more, or less."""

from dataclasses import dataclass

from leyenda.acts.act import Act
from leyenda.acts.targets import place
from leyenda.engine.plain import World


@dataclass(frozen=True, kw_only=True)
class Price(Act):
    """Multiply what the holders of a plaza's posts ask, and are paid, by a factor; it stays so."""

    plaza: int
    factor: float

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.factor <= 0.0:
            raise ValueError(f"factor is {self.factor:g}; a number above 0 was expected")

    def do(self, world: World, week: int) -> None:
        """From now on they ask that much."""
        here = world.offices.plaza == place(world, self.plaza)
        world.offices.worth[here] *= self.factor
        world.offices.price[here] *= self.factor
