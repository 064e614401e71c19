"""CastOut: somebody loses everything but his life, on his head's word, and remembers."""

from dataclasses import dataclass

from leyenda.acts.act import Act
from leyenda.acts.targets import Target, find, group
from leyenda.engine.plain import World
from leyenda.world.measures import acts
from leyenda.world.orders import cast_out


@dataclass(frozen=True, kw_only=True)
class CastOut(Act):
    """Cast a free member out of his organisation; its head cannot be cast out, and a leaderless one casts nobody out."""

    target: Target = "second"

    def do(self, world: World, week: int) -> None:
        """Out."""
        i, o = find(world, self.target), group(world, self.target)
        if o >= 0 and acts(world, i) and world.organisations.head[o] not in (-1, i):
            cast_out(world, week, o, i)
