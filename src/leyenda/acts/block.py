"""Block: a mechanism stops working in the middle of a run: escapes, withdrawal, entry, or any other switch."""

from dataclasses import dataclass

from leyenda.acts.act import Act
from leyenda.engine.plain import World
from leyenda.rules import switches


@dataclass(frozen=True, kw_only=True)
class Block(Act):
    """Turn these switches off from a week on, and on at its end, however they were before. what: names of switches."""

    what: tuple[str, ...]

    def __post_init__(self) -> None:
        super().__post_init__()
        unknown = set(self.what) - set(switches())
        if unknown:
            raise ValueError(f"{sorted(unknown)[0]} is no switch")

    def do(self, world: World, week: int) -> None:
        """Off."""
        for name in self.what:
            setattr(world.on, name, 0)

    def undo(self, world: World, week: int) -> None:
        """On again."""
        for name in self.what:
            setattr(world.on, name, 1)
