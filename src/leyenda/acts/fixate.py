"""Fixate: the hunt for somebody becomes personal, or ceases to be."""

from dataclasses import dataclass

from leyenda.acts.act import Act
from leyenda.acts.targets import Target, find
from leyenda.engine.plain import World


@dataclass(frozen=True, kw_only=True)
class Fixate(Act):
    """Set the fixation of the task forces that are after somebody; without one nothing happens. value: 0 to 1."""

    target: Target = "top"
    value: float = 1.0

    def __post_init__(self) -> None:
        super().__post_init__()
        if not 0.0 <= self.value <= 1.0:
            raise ValueError(f"value is {self.value:g}; a share from 0 to 1 was expected")

    def do(self, world: World, week: int) -> None:
        """Set it."""
        i, forces = find(world, self.target), world.task_forces
        for t in range(forces.count):
            if i >= 0 and forces.closed[t] < 0 and forces.target[t] == i:
                forces.fixation[t] = self.value
